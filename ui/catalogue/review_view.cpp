#include "ui/catalogue/review_view.h"

#include "core/model/futures.h"
#include "ui/catalogue/catalogue_words.h"
#include "ui/dialogs/form/step_pause.h"
#include "ui/format/words.h"
#include "ui/theme/sheet_keys.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace latchkey::ui {

ReviewView::ReviewView(KeyService &service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(tr("Save Catalogue"), this))
    , m_pause(new StepPause(m_save)) {
    auto *title = new QLabel(tr("Review the change"), this);
    title->setProperty("heading", true);
    auto *content = new QWidget(this);
    m_lines = new QVBoxLayout(content);
    m_lines->setContentsMargins(20, 8, 20, 16);
    m_lines->setSpacing(6);
    auto *area = new QScrollArea(this);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("What changes and which keys are touched"));
    area->viewport()->setBackgroundRole(QPalette::Base);
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_save->setObjectName(QStringLiteral("saveCatalogue"));
    m_save->setProperty("primary", true);
    auto *back = new QPushButton(tr("Back"), this);
    back->setObjectName(QStringLiteral("reviewBack"));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(20, 12, 20, 12);
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(back);
    buttons->addWidget(m_save);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    title->setContentsMargins(20, 16, 20, 8);
    box->addWidget(title);
    box->addWidget(area, 1);
    box->addLayout(buttons);
    setFocusProxy(area); // Save may wait for an answer: what waits takes no focus
    connect(back, &QPushButton::clicked, this, &ReviewView::backRequested);
    connect(m_save, &QPushButton::clicked, this, &ReviewView::saveRequested);
    submitWithCtrlEnter(this, [this] { m_save->click(); });
}

QLabel *ReviewView::add(const QString &text, const char *property) {
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (property)
        label->setProperty(property, true);
    m_lines->addWidget(label);
    return label;
}

void ReviewView::show(const Catalogue &before, const Catalogue &after) {
    const int mine = ++m_generation;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    setProblem({});
    setBusy(true);
    m_pause->begin();
    add(tr("Keys"), "section"); // first: a long list of changes must not hide whom they concern
    m_service.backend().scopeUse() |
        then(this, [this, mine, before, after](const Result<QList<ScopeUse>> &use) {
            if (mine != m_generation)
                return;
            setBusy(false);
            if (use)
                fill(touchedKeys(before, after, *use));
            else
                setProblem(sentence(use.error()));
            addChanges(before, after);
            m_pause->begin();
        });
}

void ReviewView::addChanges(const Catalogue &before, const Catalogue &after) {
    add(tr("What changes"), "section");
    constexpr qsizetype Most = 300;
    const auto all = differences(before, after);
    for (const CatalogueDifference &d : all.mid(0, Most))
        add(differenceText(d));
    if (all.size() > Most)
        add(tr("and %Ln more", nullptr, static_cast<int>(all.size() - Most)), "secondary");
    m_lines->addStretch(1);
}

void ReviewView::fill(const Touched &touched) {
    if (touched.effects.isEmpty())
        add(tr("No key is touched."));
    else
        add(tr("%Ln keys are touched. No key gains or loses anything: their permissions are stored one by "
               "one, and this "
               "change doesn't alter them.",
               nullptr, static_cast<int>(touched.keys)),
            "secondary");
    for (const TouchedKeys &t : touched.effects) {
        add(touchedText(t));
        addNames(t);
    }
}

/// Which keys these are, by name.
void ReviewView::addNames(const TouchedKeys &t) {
    constexpr qsizetype Named = 20;
    QLabel *label = add({}, "secondary");
    label->setIndent(16);
    m_service.backend().rows(t.some.mid(0, Named)) |
        then(label, [label, total = t.keys](const Result<QList<ApiKey>> &keys) {
            QStringList names;
            for (const ApiKey &k : keys.value_or(QList<ApiKey>()))
                names.append(k.config.name);
            const auto more = static_cast<int>(total - names.size());
            label->setText(names.join(QStringLiteral(", ")) +
                           (more > 0 ? u' ' + tr("and %Ln more", nullptr, more) : QString()));
        });
}

void ReviewView::setBusy(bool busy) {
    m_pause->setEnabled(!busy);
}

void ReviewView::setProblem(const QString &text) {
    m_problem->setText(text);
}

QString ReviewView::text() const {
    QStringList lines;
    for (int i = 0; i < m_lines->count(); ++i) {
        if (const auto *label = qobject_cast<QLabel *>(m_lines->itemAt(i)->widget()))
            lines.append(label->text());
    }
    return lines.join(u'\n');
}

} // namespace latchkey::ui
