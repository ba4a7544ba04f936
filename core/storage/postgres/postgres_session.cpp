#include "core/storage/postgres/postgres_session.h"

#include "core/storage/sql.h"

#include <QRandomGenerator>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>
#include <libpq-fe.h>

namespace latchkey {

namespace {

constexpr int FirstPauseMs = 100, LongestPauseMs = 3'000;
constexpr int AskAgainMs = 50;

int socketOf(const QSqlDatabase &db) {
    const QVariant handle = db.driver()->handle();
    if (qstrcmp(handle.typeName(), "PGconn*") != 0 &&
        qstrcmp(handle.typeName(), "pg_conn*") != 0) // by Qt's version
        return -1;
    const auto *connection = *static_cast<PGconn *const *>(handle.constData());
    return connection ? PQsocket(connection) : -1;
}

/// libpq's words about a connection that could not be made; they name host and user, never the password.
Error connectError(const QSqlDatabase &db, const QString &location) {
    const QString words = db.lastError().databaseText().trimmed();
    const QVariantMap where{{QStringLiteral("path"), location},
                            {QStringLiteral("reason"), words.section(u'\n', 0, 0)}};
    const bool refused = words.contains(QStringLiteral("authentication failed")) ||
                         words.contains(QStringLiteral("no pg_hba.conf entry")) ||
                         words.contains(QStringLiteral("no password supplied"));
    return Error(refused                                            ? ErrorCode::NotAllowed
                 : words.contains(QStringLiteral("does not exist")) ? ErrorCode::NotFound
                                                                    : ErrorCode::Unreachable,
                 where);
}

} // namespace

PostgresSession::PostgresSession(QString connection, PostgresAddress address, const Times &times,
                                 std::shared_ptr<Deadline> deadline)
    : m_connection(std::move(connection))
    , m_address(std::move(address))
    , m_times(times)
    , m_deadline(std::move(deadline)) {}

PostgresSession *PostgresSession::of(const QSqlDatabase &db) {
    return db.driver() ? db.driver()->findChild<PostgresSession *>({}, Qt::FindDirectChildrenOnly) : nullptr;
}

Outcome PostgresSession::open(const QString &connection, const PostgresAddress &address, const Times &times,
                              const std::shared_ptr<Deadline> &deadline) {
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL")))
        return fail(ErrorCode::CannotOpen, {{QStringLiteral("path"), address.shown()},
                                            {QStringLiteral("reason"), QStringLiteral("QPSQL")}});
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), connection);
    db.setHostName(address.host);
    db.setPort(address.port);
    db.setDatabaseName(address.database);
    db.setUserName(address.user);
    db.setPassword(address.password);
    db.setConnectOptions(address.connectOptions());
    auto *session = new PostgresSession(connection, address, times, deadline);
    session->setParent(db.driver());
    session->m_address.password.clear(); // the driver has it
    return session->connectAgain();
}

Outcome PostgresSession::connectAgain() {
    QSqlDatabase db = QSqlDatabase::database(m_connection, false);
    expectAnswer(); // of the old connection: the driver tells it what it forgets
    m_prepared.clear();
    m_line.reset();
    db.close();
    m_lost = false;
    if (!db.open())
        return fail(connectError(db, location()));
    m_line = m_deadline->watch(socketOf(db));
    auto done = setUp(db);
    if (!done)
        db.close();
    return done;
}

Outcome PostgresSession::setUp(QSqlDatabase &db) {
    // A writer that is stopped in the middle must not keep the others out for ever.
    QStringList settings{QStringLiteral("SET standard_conforming_strings = on"),
                         // A plan made while a table was empty would read the whole of it for ever.
                         QStringLiteral("SET plan_cache_mode = force_custom_plan"),
                         QStringLiteral("SET lock_timeout = %1").arg(m_times.lockMs),
                         QStringLiteral("SET idle_in_transaction_session_timeout = %1").arg(m_times.answerMs),
                         QStringLiteral("SET client_min_messages = warning")};
    if (!m_address.schema.isEmpty())
        settings.append(QStringLiteral("SET search_path = \"%1\"").arg(m_address.schema));
    for (const QString &s : settings) {
        if (const auto set = sql::exec(db, s); !set)
            return fail(set.error());
    }
    return subscribe(db);
}

Outcome PostgresSession::subscribe(QSqlDatabase &db) {
    if (m_channel.isEmpty() || db.driver()->subscribeToNotification(m_channel))
        return ok();
    return fail(sql::errorOf(db, db.driver()->lastError()));
}

Outcome PostgresSession::listenTo(const QString &channel, std::function<void()> told) {
    QSqlDatabase db = QSqlDatabase::database(m_connection, false);
    m_channel = channel;
    connect(db.driver(), &QSqlDriver::notification, this,
            [this, told = std::move(told)](const QString &name) {
                if (name == m_channel)
                    told();
            });
    return subscribe(db);
}

Outcome PostgresSession::revive() {
    QSqlDatabase db = QSqlDatabase::database(m_connection, false);
    if (db.isOpen() && !m_lost)
        return ok();
    const bool othersAreIn = m_deadline->connectionsMade() != m_madeBefore; // the server is there again
    if (m_failed.isValid() && m_failed.elapsed() < m_pauseMs && !othersAreIn)
        return fail(m_lastError);
    m_madeBefore = m_deadline->connectionsMade();
    auto done = connectAgain();
    if (done) {
        m_failed.invalidate();
        m_pauseMs = 0;
        return done;
    }
    m_lastError = done.error();
    m_failed.start();
    const int longer = qBound(FirstPauseMs, m_pauseMs * 2, LongestPauseMs);
    m_pauseMs = longer / 2 + QRandomGenerator::global()->bounded(longer / 2 + 1); // not all at the same time
    return done;
}

PostgresSession::Fate PostgresSession::fateOf(const QString &transaction) {
    QElapsedTimer time;
    time.start();
    for (; time.elapsed() < m_times.resolveMs; QThread::msleep(AskAgainMs)) {
        QSqlDatabase db = QSqlDatabase::database(m_connection, false);
        if ((!db.isOpen() || m_lost) && !connectAgain())
            continue;
        auto q = sql::exec(db, QStringLiteral("SELECT pg_xact_status(?::xid8)"), {transaction});
        if (!q || !q->next())
            continue;
        const QString status = q->value(0).toString();
        if (status == QStringLiteral("committed"))
            return Fate::Done;
        if (status == QStringLiteral("aborted"))
            return Fate::NotDone;
        if (status.isEmpty()) // so old that nobody knows
            return Fate::Unknown;
    }
    return Fate::Unknown;
}

void PostgresSession::expectAnswer() {
    if (m_line)
        m_line->begin(m_times.answerMs);
    if (std::exchange(m_expecting, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_expecting = false;
            if (m_line)
                m_line->end();
        },
        Qt::QueuedConnection);
}

} // namespace latchkey
