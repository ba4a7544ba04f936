#include "ui/transfer/take_over_sheet.h"

#include "ui/format/words.h"
#include "ui/theme/theme.h"
#include "ui/transfer/file_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace latchkey::ui {

TakeOverSheet::TakeOverSheet(KeyService &service, Places &places, const QString &folder, const QString &date,
                             const QTimeZone &zone, QWidget *parent)
    : StepDialog({QStringLiteral("takeOver"), tr("Import from another connection")}, {640, 520},
                 service.backend().catalogue(), zone, parent)
    , m_service(service)
    , m_places(places) {
    setObjectName(QStringLiteral("takeOverSheet"));
    addStep(makeChoices(folder, date));
    finishSteps();
    connect(&places, &Places::changed, this, &TakeOverSheet::look);
    choose();
    m_from->setFocus();
}

QWidget *TakeOverSheet::makeChoices(const QString &folder, const QString &date) {
    auto *page = new QWidget(this);
    m_from = new QComboBox(page);
    m_from->setObjectName(QStringLiteral("takeOverFrom"));
    for (const QList<Place> places = m_places.all(); const Place &p : places) {
        if (p.own)
            continue;
        m_from->addItem(p.name, QVariant::fromValue(PlaceChoice{p.connection, std::nullopt}));
        for (const Environment e : AllEnvironments)
            m_from->addItem(placeName(p, e), QVariant::fromValue(PlaceChoice{p.connection, e}));
    }
    m_filter = new QLineEdit(page);
    m_filter->setObjectName(QStringLiteral("takeOverFilter"));
    m_filter->setPlaceholderText(tr("All keys; or words as in the search box, such as tag:crm"));
    m_filter->setClearButtonEnabled(true);
    m_into = new QComboBox(page);
    m_into->setObjectName(QStringLiteral("takeOverInto"));
    m_into->addItem(tr("The environment that each key has there"), -1);
    for (const Environment e : AllEnvironments)
        m_into->addItem(themedIcon(iconName(e)), word(e), static_cast<int>(e));
    m_newTokens = new QCheckBox(
        tr("Make the keys that are missing here, with tokens of their own, into this file:"), page);
    m_newTokens->setObjectName(QStringLiteral("takeOverNewTokens"));
    m_tokenFile = new FileField(FileField::For::Saving, tr("CSV (*.csv)"), page);
    m_tokenFile->setPath(QDir(folder).filePath(QStringLiteral("latchkey-new-keys-%1.csv").arg(date)));
    m_tokenFile->setObjectName(QStringLiteral("takeOverFile"));
    m_tokenFile->edit().setAccessibleName(tr("File for the new keys"));
    m_tokenFile->setEnabled(false);
    const bool makes = m_service.backend().capabilities().ownTokens;
    m_newTokens->setVisible(makes);
    m_tokenFile->setVisible(makes);
    auto *what = new QLabel(
        tr("What describes the keys comes along, never their tokens. A key that is here already, by its name "
           "and "
           "environment, gets the owner, note and tags that it lacks; nothing is overwritten. You'll see "
           "what would happen before anything is written."),
        page);
    what->setWordWrap(true);
    auto *hint = new QLabel(makes ? tr("Only you can read the file; keep it safe. Without it, keys that are "
                                       "missing here are left out.")
                                  : tr("%1 tells each new key once, so keys that are missing here are left "
                                       "out: create them one by one.")
                                        .arg(m_service.backend().capabilities().service),
                            page);
    hint->setWordWrap(true);
    hint->setProperty("secondary", true);
    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->addRow(tr("From"), m_from);
    form->addRow(tr("Only"), m_filter);
    form->addRow(tr("Into"), m_into);
    auto *box = new QVBoxLayout(page);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(12);
    box->addWidget(what);
    box->addLayout(form);
    box->addWidget(m_newTokens);
    box->addWidget(m_tokenFile);
    box->addWidget(hint);
    box->addStretch(1);
    connect(m_from, &QComboBox::activated, this, &TakeOverSheet::choose);
    connect(m_filter, &QLineEdit::textChanged, this, &TakeOverSheet::check);
    connect(m_tokenFile, &FileField::changed, this, &TakeOverSheet::check);
    connect(m_newTokens, &QCheckBox::toggled, this, [this](bool on) {
        m_tokenFile->setEnabled(on);
        check();
    });
    return page;
}

/// The other side is opened as soon as it is chosen, also where it could not be opened before.
void TakeOverSheet::choose() {
    const auto choice = m_from->currentData().value<PlaceChoice>();
    if (m_from->count() > 0 && !m_places.service(choice.connection))
        m_places.open(choice.connection);
    check();
}

/// What has become of it; nothing is tried twice by itself.
void TakeOverSheet::look() {
    const auto choice = m_from->currentData().value<PlaceChoice>();
    if (m_from->count() > 0 && !m_places.service(choice.connection) &&
        m_places.problem(choice.connection).isEmpty())
        m_places.open(choice.connection);
    check();
}

QString TakeOverSheet::problem() const {
    if (m_from->count() == 0)
        return tr("There is no other connection. Add one under File › Connections.");
    const auto choice = m_from->currentData().value<PlaceChoice>();
    if (!m_places.service(choice.connection)) {
        const QString why = m_places.problem(choice.connection);
        return why.isEmpty() ? tr("Opening %1…").arg(m_from->currentText()) : why;
    }
    QList<FilterProblem> bad;
    parseFilter(m_filter->text(), &bad);
    if (!bad.isEmpty())
        return tr("“%1” is no word that the search knows.").arg(bad.first().word);
    if (!m_newTokens->isChecked())
        return {};
    if (m_tokenFile->path().isEmpty() || !QFileInfo(m_tokenFile->path()).absoluteDir().exists())
        return tr("There is no such folder for the new keys.");
    if (QFileInfo::exists(m_tokenFile->path()))
        return tr("The file for the new keys is there already. Choose another name.");
    return {};
}

void TakeOverSheet::check() {
    if (atDryRun())
        return showDryRun();
    const QString why = problem();
    showStep(why, tr("Check"), why.isEmpty());
}

void TakeOverSheet::next() {
    if (atDryRun()) {
        m_task.dryRun = false;
        emit importWanted(m_task, m_from->currentText());
        return accept();
    }
    if (!problem().isEmpty())
        return check();
    const auto choice = m_from->currentData().value<PlaceChoice>();
    const int into = m_into->currentData().toInt();
    m_task = {};
    m_task.from = m_places.service(choice.connection);
    m_task.filter = parseFilter(m_filter->text());
    m_task.filter.environment = choice.environment;
    if (into >= 0)
        m_task.environment = static_cast<Environment>(into);
    if (m_newTokens->isChecked())
        m_task.tokenFile = m_tokenFile->path();
    dryRun(std::make_unique<TakeOverJob>(m_service, m_task), tr("Comparing the keys…"));
}

} // namespace latchkey::ui
