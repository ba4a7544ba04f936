#include "ui/compare/copy_target_sheet.h"

#include "ui/dialogs/create/copy_notice.h"
#include "ui/dialogs/form/sheet_layout.h"
#include "ui/format/words.h"
#include "ui/theme/sheet_keys.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace latchkey::ui {

CopyTargetSheet::CopyTargetSheet(Places &places, const ApiKey &key, const Catalogue &names,
                                 const PlaceChoice &from, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_places(places)
    , m_key(key)
    , m_names(names)
    , m_from(from)
    , m_clock(clock)
    , m_box(new QComboBox(this))
    , m_text(new QLabel(this))
    , m_go(new QPushButton(tr("Continue…"), this)) {
    setObjectName(QStringLiteral("copyTargetSheet"));
    setWindowTitle(tr("Create a key like this one"));
    auto *title = new QLabel(tr("Create like “%1” in").arg(key.config.name), this);
    title->setProperty("heading", true);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    m_box->setObjectName(QStringLiteral("copyTarget"));
    m_box->setAccessibleName(tr("Where"));
    m_box->setPlaceholderText(tr("Choose where"));
    auto *note = new QLabel(
        tr("Its settings come along, never its token: the new key gets one of its own, shown once. "
           "The form that follows shows everything, and nothing is made before you press Create key."),
        this);
    note->setWordWrap(true);
    note->setProperty("secondary", true);
    m_text->setObjectName(QStringLiteral("copyNotice"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_go->setObjectName(QStringLiteral("copyContinue"));
    m_go->setProperty("primary", true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_go);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(title);
    box->addWidget(m_box);
    box->addWidget(tallArea(m_text, this), 1);
    box->addWidget(note);
    box->addLayout(buttons);
    fitToScreen(this, {520, 380});
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setSheetKeys(this, m_go, cancel);
    connect(m_go, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_box, &QComboBox::activated, this, &CopyTargetSheet::openTarget);
    connect(&places, &Places::changed, this, [this](const KeyId &connection) {
        if (connection == target().connection)
            look();
    });
    fill();
    m_box->setFocus();
}

/// Everywhere but where the key is. Which it is to be, the person says.
void CopyTargetSheet::fill() {
    for (const QList<Place> places = m_places.all(); const Place &p : places) {
        for (const Environment e : AllEnvironments) {
            const PlaceChoice choice{p.connection, e};
            if (choice != m_from)
                m_box->addItem(themedIcon(iconName(e)), fullPlaceName(p, e), QVariant::fromValue(choice));
        }
    }
    m_box->setCurrentIndex(-1);
    look();
}

void CopyTargetSheet::choose(const PlaceChoice &target) {
    const PlaceChoice wanted{target.connection, target.environment ? target.environment : m_from.environment};
    for (int i = 0; i < m_box->count(); ++i) {
        if (m_box->itemData(i).value<PlaceChoice>() != wanted)
            continue;
        m_box->setCurrentIndex(i);
        return openTarget();
    }
}

PlaceChoice CopyTargetSheet::target() const {
    return m_box->currentData().value<PlaceChoice>();
}

QString CopyTargetSheet::targetName() const {
    return m_box->currentText();
}

QString CopyTargetSheet::text() const {
    return m_text->text();
}

/// Also where it could not be opened before.
void CopyTargetSheet::openTarget() {
    if (m_box->currentIndex() >= 0 && !m_places.service(target().connection))
        m_places.open(target().connection);
    look();
}

void CopyTargetSheet::look() {
    const PlaceChoice to = target();
    m_service.reset();
    m_go->setEnabled(false);
    m_plan = {};
    m_notice.clear();
    if (m_box->currentIndex() < 0)
        return m_text->clear();
    m_service = m_places.service(to.connection);
    if (!m_service) {
        const QString problem = m_places.problem(to.connection);
        m_text->setText(problem.isEmpty() ? tr("Opening %1…").arg(targetName())
                                          : tr("%1 can't be opened. %2").arg(targetName(), problem));
        if (problem.isEmpty())
            m_places.open(to.connection);
        return;
    }
    const VaultBackend &backend = m_service->backend();
    if (const Outcome may = m_service->mayWrite(); !may)
        return m_text->setText(sentence(may.error()));
    m_plan =
        planCopy(m_key, {backend.catalogue(), backend.capabilities(), m_service->principal(), to.environment},
                 m_clock.now());
    m_notice = copyNotice(m_plan, targetName(), m_names);
    if (m_plan.scopesKnown && m_plan.config.scopes.isEmpty())
        m_notice.append(tr("No permission is left: choose at least one in the form."));
    m_text->setText(m_notice.isEmpty() ? tr("All of its settings come along.")
                                       : QStringLiteral("• ") + m_notice.join(QStringLiteral("\n• ")));
    m_go->setEnabled(true);
}

} // namespace latchkey::ui
