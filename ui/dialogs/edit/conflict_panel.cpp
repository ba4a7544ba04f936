#include "ui/dialogs/edit/conflict_panel.h"

#include "ui/dialogs/form/segmented.h"
#include "ui/dialogs/form/step_pause.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace latchkey::ui {

namespace {
enum Side { Mine, Theirs };
}

ConflictPanel::ConflictPanel(Catalogue catalogue, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(std::move(catalogue))
    , m_zone(zone)
    , m_title(new QLabel(this))
    , m_note(new QLabel(this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_pause(new StepPause(m_save)) {
    m_title->setProperty("heading", true);
    m_title->setWordWrap(true);
    m_note->setWordWrap(true);
    m_note->setProperty("secondary", true);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget(area);
    auto *contentBox = new QVBoxLayout(content);
    contentBox->setContentsMargins(0, 0, 0, 0);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(12);
    m_grid->setColumnStretch(1, 1);
    contentBox->addLayout(m_grid);
    contentBox->addStretch(1);
    area->setWidget(content);
    m_rows = content;
    auto *back = new QPushButton(tr("Back to the form"), this);
    m_save->setObjectName(QStringLiteral("saveDecided"));
    back->setAutoDefault(false);
    m_save->setAutoDefault(false);
    m_save->setProperty("primary", true);
    connect(back, &QPushButton::clicked, this, &ConflictPanel::cancelled);
    connect(m_save, &QPushButton::clicked, this, &ConflictPanel::decided);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(back);
    buttons->addWidget(m_save);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(32, 28, 32, 16);
    box->setSpacing(12);
    box->addWidget(m_title);
    box->addWidget(m_note);
    box->addWidget(area, 1);
    box->addLayout(buttons);
}

void ConflictPanel::setSides(const QString &changedBy, const KeyConfig &base, const KeyConfig &mine,
                             const KeyConfig &theirs) {
    m_base = base;
    m_mine = mine;
    m_theirs = theirs;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_choices.clear();
    m_questions.clear();
    m_title->setText(changedBy.isEmpty() // a service names nobody
                         ? tr("This key was changed elsewhere while you were editing.")
                         : tr("%1 changed this key while you were editing.").arg(changedBy));
    const auto mineChanged = changedFields(base, mine);
    for (const ConfigField f : changedFields(base, theirs)) {
        if (mineChanged.contains(f) && changedFields(mine, theirs).contains(f))
            m_questions.append(f);
    }
    m_note->setText(m_questions.isEmpty()
                        ? tr("You changed different fields. Saving keeps both.")
                        : tr("Choose per field. Fields that only one of you changed are kept as they are."));
    m_pause->begin();
    int row = 0;
    const auto add = [&](ConfigField f, const QString &values) {
        auto *name = new QLabel(QStringLiteral("<b>%1</b>").arg(fieldName(f).toHtmlEscaped()), m_rows);
        auto *texts = new QLabel(values, m_rows);
        texts->setTextFormat(Qt::PlainText);
        texts->setWordWrap(true);
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(texts, row, 1);
    };
    const auto text = [&](const KeyConfig &side, ConfigField f) {
        return fieldText(side, f, m_catalogue, m_zone);
    };
    for (const ConfigField f : std::as_const(m_questions)) {
        add(f, tr("Mine: %1").arg(text(mine, f)) + u'\n' + tr("Theirs: %1").arg(text(theirs, f)));
        auto *choice = new Segmented(m_rows);
        choice->add(Mine, tr("Keep mine"))->setAccessibleDescription(fieldName(f));
        choice->add(Theirs, tr("Use theirs"))->setAccessibleDescription(fieldName(f));
        choice->setValue(Mine);
        m_grid->addWidget(choice, row++, 2, Qt::AlignTop);
        m_choices.insert(f, choice);
    }
    for (const ConfigField f : changedFields(base, theirs)) {
        if (mineChanged.contains(f))
            continue;
        add(f, tr("Theirs: %1").arg(text(theirs, f)));
        ++row;
    }
}

void ConflictPanel::save() {
    m_save->click();
}

KeyConfig ConflictPanel::merged() const {
    KeyConfig out = m_theirs;
    for (const ConfigField f : changedFields(m_base, m_mine)) {
        const Segmented *choice = m_choices.value(f);
        if (!choice || choice->value() == Mine)
            copyField(f, m_mine, &out);
    }
    return out;
}

} // namespace latchkey::ui
