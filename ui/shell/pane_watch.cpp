#include "ui/shell/pane_watch.h"

#include "ui/connections/connection_words.h"
#include "ui/connections/secret_sheet.h"
#include "ui/feedback/feedback.h"
#include "ui/format/words.h"
#include "ui/settings/settings.h"
#include "ui/sidebar/sidebar.h"

#include <QApplication>
#include <QLocale>
#include <algorithm>

namespace latchkey::ui {

namespace {

using State = AllConnections::State;

const QString PaneBanner = QStringLiteral("connections");

bool isTroubled(State s) {
    return s == State::NeedsSecret || s == State::Failed || s == State::Away;
}

/// Its keys stand in the table, and nothing can be asked of them or done to them.
bool isStale(const AllConnections::Row &row) {
    return row.listed &&
           (row.error.code == ErrorCode::Unreachable || row.error.code == ErrorCode::Unanswered);
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
        return row.listed && !isStale(row) ? PaneWatch::tr("Trouble") : PaneWatch::tr("Offline");
    }
    return {};
}

} // namespace

PaneWatch::PaneWatch(AllConnections &all, Sidebar &sidebar, Feedback &feedback, const Place &place,
                     QWidget *window)
    : QObject(window)
    , m_all(all)
    , m_sidebar(sidebar)
    , m_feedback(feedback)
    , m_place(place)
    , m_window(window) {
    connect(&all, &AllConnections::changed, this, &PaneWatch::show);
    connect(&sidebar, &Sidebar::connectionChosen, this, &PaneWatch::choose);
    connect(all.vault().get(), &MergedVault::countsCame, &sidebar, &Sidebar::refreshCounts);
    m_day.setInterval(60'000);
    connect(&m_day, &QTimer::timeout, this, [this] {
        if (m_shownOn != today())
            show();
    });
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

QDate PaneWatch::today() const {
    return m_place.clock.now().toUtc().toTimeZone(timeZone(m_place.settings)).date();
}

QString PaneWatch::problem(const Row &row) const {
    if (row.state == State::NeedsSecret && row.error.code == ErrorCode::NotKept)
        return row.connection.kind == ConnectionKind::Server ? tr("Its token is not kept on this computer.")
               : row.connection.kind == ConnectionKind::SendGrid
                   ? tr("Its key is not kept on this computer.")
                   : tr("Its password is not kept on this computer.");
    return connectionTrouble(row.error, row.connection);
}

QString PaneWatch::consequence(const Row &row) const {
    const QString name = row.connection.name;
    if (!row.listed)
        return tr("Keys of %1 are not shown. %2", "connection, why").arg(name, problem(row));
    if (!isStale(row) || !row.heard)
        return tr("%1: %2", "connection, what is the matter").arg(name, problem(row));
    return tr("Keys of %1 are shown as of %2 and can't be changed now: it doesn't answer.",
              "connection, 14:02, or 3 Mar 2026, 14:02")
        .arg(name, dayTime(*row.heard, m_place.clock.now(), timeZone(m_place.settings)));
}

QString PaneWatch::bannerText(const QList<Row> &troubled) const {
    QList<Row> missing, stale;
    QStringList sentences;
    for (const Row &row : troubled) {
        if (!row.listed)
            missing.append(row);
        else if (isStale(row))
            stale.append(row);
        else
            sentences.append(consequence(row));
    }
    const auto names = [](const QList<Row> &rows) {
        QStringList all;
        for (const Row &row : rows)
            all.append(row.connection.name);
        return QLocale().createSeparatedList(all);
    };
    const auto several = [](const QList<Row> &rows) { return static_cast<int>(rows.size()); };
    if (stale.size() == 1)
        sentences.prepend(consequence(stale.first()));
    else if (!stale.isEmpty())
        sentences.prepend(tr("Keys of %Ln connections are shown as they were and can't be changed now: %1.",
                             nullptr, several(stale))
                              .arg(names(stale)));
    if (missing.size() == 1)
        sentences.prepend(consequence(missing.first()));
    else if (!missing.isEmpty())
        sentences.prepend(
            tr("Keys of %Ln connections are not shown: %1.", nullptr, several(missing)).arg(names(missing)));
    return sentences.join(u' ');
}

void PaneWatch::show() {
    const QList<Row> rows = m_all.rows();
    QList<SidebarConnection> list{{{},
                                   tr("All connections"),
                                   QStringLiteral("globe"),
                                   tr("Keys of every connection in one table"),
                                   {},
                                   true}};
    QList<Row> troubled;
    std::optional<Row> first;
    bool secrets = false;
    m_shownOn = today();
    for (const Row &row : rows) {
        QString tip = word(row.connection.kind) + u'\n' + row.connection.location();
        if (row.state == State::SameVault)
            tip +=
                u'\n' +
                tr("It leads to the vault of %1, or a copy of it. Its keys are shown once.").arg(row.other);
        if (isTroubled(row.state)) {
            tip += u'\n' + consequence(row);
            troubled.append(row);
            secrets = secrets || row.state == State::NeedsSecret;
            if (!first || (first->state != State::NeedsSecret && row.state == State::NeedsSecret))
                first = row;
        }
        list.append(
            {row.connection.id, row.connection.name, iconName(row.connection.kind), tip, stateWord(row)});
    }
    m_sidebar.setConnections(list);
    emit changed();
    if (std::any_of(troubled.begin(), troubled.end(), isStale))
        m_day.start();
    else
        m_day.stop();
    if (troubled.isEmpty())
        return m_feedback.clearBanner(PaneBanner);
    const auto enter = [this, first] { askSecret(*first); };
    const auto again = [this] { m_all.retryAll(); };
    const QString enterText = first->connection.kind == ConnectionKind::Server     ? tr("Enter Token…")
                              : first->connection.kind == ConnectionKind::SendGrid ? tr("Enter Key…")
                                                                                   : tr("Enter Password…");
    const QString text = bannerText(troubled);
    if (secrets && troubled.size() == 1)
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
