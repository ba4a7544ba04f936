#include "ui/shell/pane_watch.h"

#include "ui/connections/connection_words.h"
#include "ui/connections/secret_sheet.h"
#include "ui/feedback/feedback.h"
#include "ui/sidebar/sidebar.h"

#include <QApplication>
#include <QLocale>
#include <algorithm>

namespace latchkey::ui {

namespace {

using State = AllConnections::State;

const QString PaneBanner = QStringLiteral("connections");

bool isMissing(State s) {
    return s == State::NeedsSecret || s == State::Failed || s == State::Away;
}

QString stateWord(const AllConnections::Row &row) {
    switch (row.state) {
    case State::Opening:
    case State::Late:
        return PaneWatch::tr("Loading…");
    case State::Shown:
        return {};
    case State::SameVault:
        return PaneWatch::tr("Same vault");
    case State::NeedsSecret:
        return row.connection.kind == ConnectionKind::Server     ? PaneWatch::tr("Needs token")
               : row.connection.kind == ConnectionKind::SendGrid ? PaneWatch::tr("Needs key")
                                                                 : PaneWatch::tr("Needs password");
    case State::Failed:
        return PaneWatch::tr("Not open");
    case State::Away:
        return PaneWatch::tr("Offline");
    }
    return {};
}

} // namespace

PaneWatch::PaneWatch(AllConnections &all, Sidebar &sidebar, Feedback &feedback, QWidget *window)
    : QObject(window)
    , m_all(all)
    , m_sidebar(sidebar)
    , m_feedback(feedback)
    , m_window(window) {
    connect(&all, &AllConnections::changed, this, &PaneWatch::show);
    connect(&sidebar, &Sidebar::connectionChosen, this, &PaneWatch::choose);
    connect(all.vault().get(), &MergedVault::countsCame, &sidebar, &Sidebar::refreshCounts);
    show();
}

QString PaneWatch::stateText() const {
    const QList<Row> rows = m_all.rows();
    const auto shown = std::count_if(rows.begin(), rows.end(), [](const Row &r) {
        return r.state == State::Shown || r.state == State::SameVault;
    });
    return tr("%1 of %Ln connections", "3 of 4 connections are shown", static_cast<int>(rows.size()))
        .arg(QLocale().toString(shown));
}

QString PaneWatch::problem(const Row &row) const {
    if (row.state == State::NeedsSecret && row.error.code == ErrorCode::NotKept)
        return row.connection.kind == ConnectionKind::Server ? tr("Its token is not kept on this computer.")
               : row.connection.kind == ConnectionKind::SendGrid
                   ? tr("Its key is not kept on this computer.")
                   : tr("Its password is not kept on this computer.");
    return connectionProblem(row.error, row.connection);
}

void PaneWatch::show() {
    const QList<Row> rows = m_all.rows();
    QList<SidebarConnection> list{{{},
                                   tr("All connections"),
                                   QStringLiteral("globe"),
                                   tr("Keys of every connection in one table"),
                                   {},
                                   true}};
    QStringList missing;
    std::optional<Row> first;
    bool secrets = false;
    for (const Row &row : rows) {
        QString tip = word(row.connection.kind) + u'\n' + row.connection.location();
        if (row.state == State::SameVault)
            tip +=
                u'\n' +
                tr("It leads to the vault of %1, or a copy of it. Its keys are shown once.").arg(row.other);
        if (isMissing(row.state)) {
            tip += u'\n' + problem(row);
            missing.append(row.connection.name);
            secrets = secrets || row.state == State::NeedsSecret;
            if (!first || (first->state != State::NeedsSecret && row.state == State::NeedsSecret))
                first = row;
        }
        list.append(
            {row.connection.id, row.connection.name, iconName(row.connection.kind), tip, stateWord(row)});
    }
    m_sidebar.setConnections(list);
    emit changed();
    if (missing.isEmpty())
        return m_feedback.clearBanner(PaneBanner);
    const auto enter = [this, first] { askSecret(*first); };
    const auto again = [this] { m_all.retryAll(); };
    const QString enterText = first->connection.kind == ConnectionKind::Server     ? tr("Enter Token…")
                              : first->connection.kind == ConnectionKind::SendGrid ? tr("Enter Key…")
                                                                                   : tr("Enter Password…");
    const QString text =
        missing.size() == 1
            ? tr("Keys of %1 are not shown. %2", "connection, why").arg(missing.first(), problem(*first))
            : tr("Keys of %Ln connections are not shown: %1.", nullptr, static_cast<int>(missing.size()))
                  .arg(QLocale().createSeparatedList(missing));
    if (secrets && missing.size() == 1)
        m_feedback.banner(PaneBanner, Feedback::Level::Info, text, enterText, enter);
    else if (secrets)
        m_feedback.banner(PaneBanner, Feedback::Level::Info, text, tr("Retry"), again, enterText, enter);
    else
        m_feedback.banner(PaneBanner, Feedback::Level::Info, text, tr("Retry"), again);
}

void PaneWatch::choose(const KeyId &id) {
    const auto row = m_all.rowOf(id);
    if (!row)
        return;
    if (row->state == State::NeedsSecret)
        return askSecret(*row);
    if (row->state == State::Failed || row->state == State::Away) {
        m_retried = id;
        m_sinceRetry.start();
        return m_all.retry(id);
    }
    if (m_retried == id && m_sinceRetry.isValid() &&
        !m_sinceRetry.hasExpired(QApplication::doubleClickInterval()))
        return; // the other half of a double-click
    emit connectionRequested(row->connection);
}

void PaneWatch::askSecret(const Row &row) {
    if (m_sheet)
        return;
    auto *sheet = new SecretSheet(row.connection, m_window);
    m_sheet = sheet;
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowModality(Qt::WindowModal);
    connect(sheet, &QDialog::accepted, this,
            [this, sheet, id = row.connection.id] { m_all.retry(id, sheet->secret()); });
    sheet->open();
}

} // namespace latchkey::ui
