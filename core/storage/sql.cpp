#include "core/storage/sql.h"

#include "core/storage/dialect.h"
#include "core/storage/own_sqlite.h"
#include "core/storage/postgres/postgres_session.h"
#include "core/storage/sqlite_statement.h"

#include <QSqlError>

namespace latchkey::sql {

namespace {

/// A change names the columns that differ: there are many ways.
constexpr std::size_t MostPrepared = 64;

/// SQLSTATE (PostgreSQL's documentation, appendix A).
ErrorCode codeOfState(const QString &state) {
    static constexpr std::pair<const char *, ErrorCode> known[] = {
        {"08", ErrorCode::Unreachable},   {"57P", ErrorCode::Unreachable}, {"25006", ErrorCode::ReadOnly},
        {"42501", ErrorCode::NotAllowed}, {"40", ErrorCode::Busy},         {"55P03", ErrorCode::Busy},
        {"57014", ErrorCode::Busy},       {"53300", ErrorCode::Busy},      {"53100", ErrorCode::DiskFull},
        {"XX001", ErrorCode::Damaged},    {"XX002", ErrorCode::Damaged},   {"28", ErrorCode::NotAllowed},
        {"25P03", ErrorCode::Unreachable}};
    for (const auto &[prefix, code] : known) {
        if (state.startsWith(QLatin1StringView(prefix)))
            return code;
    }
    return ErrorCode::Internal;
}

/// A server has only so long for its answer; one that is known to be gone is not asked.
Outcome expectAnswer(const QSqlDatabase &db) {
    PostgresSession *session = PostgresSession::of(db);
    if (session && !db.isOpen())
        return fail(ErrorCode::Unreachable, {{QStringLiteral("path"), session->location()}});
    if (session)
        session->expectAnswer();
    return ok();
}

Result<QSqlQuery> run(QSqlDatabase &db, const QString &statement, const QVariantList &values, bool forward) {
    if (auto there = expectAnswer(db); !there)
        return fail(there.error());
    QSqlQuery q(db);
    q.setForwardOnly(forward);
    if (values.isEmpty() &&
        dialectOf(db) == Dialect::Postgres) { // one message there and back instead of three
        if (!q.exec(statement))
            return fail(errorOf(db, q.lastError()));
        return q;
    }
    if (!q.prepare(statement))
        return fail(errorOf(db, q.lastError()));
    for (const QVariant &v : values)
        q.addBindValue(v);
    if (!q.exec())
        return fail(errorOf(db, q.lastError()));
    return q;
}

} // namespace

Error errorOf(const QSqlError &e, const QString &path) {
    const QVariantMap where{{QStringLiteral("path"), path}, {QStringLiteral("reason"), e.databaseText()}};
    switch (e.nativeErrorCode().toInt() & 0xff) { // SQLite's primary result codes: sqlite.org/rescode.html
    case 5:
    case 6:
        return Error(ErrorCode::Busy, where);
    case 8:
        return Error(ErrorCode::ReadOnly, where);
    case 10:
        return Error(ErrorCode::CannotOpen, where);
    case 11:
        return Error(ErrorCode::Damaged, where);
    case 13:
        return Error(ErrorCode::DiskFull, where);
    case 14:
        return Error(ErrorCode::CannotOpen, where);
    case 26:
        return Error(ErrorCode::NotAVault, where);
    default:
        return Error(ErrorCode::Internal, where);
    }
}

Error errorOf(const QSqlDatabase &db, const QSqlError &e) {
    PostgresSession *session = PostgresSession::of(db);
    if (!session)
        return errorOf(e, db.databaseName());
    // The server's words may hold values of the row: its code for the fault says enough.
    const QString state = e.nativeErrorCode();
    QVariantMap where{{QStringLiteral("path"), session->location()}};
    if (!state.isEmpty())
        where.insert(QStringLiteral("sqlState"), state);
    const ErrorCode code = db.isOpen() && !state.isEmpty() ? codeOfState(state) : ErrorCode::Unreachable;
    if (code == ErrorCode::Unreachable)
        session->giveUp(); // the driver may not have seen yet that nobody is there
    return Error(code, where);
}

Result<QSqlQuery> exec(QSqlDatabase &db, const QString &statement, const QVariantList &values) {
    // SQLite reads as it goes; PostgreSQL's driver would lose the rest of an answer at the next statement.
    return run(db, statement, values, dialectOf(db) == Dialect::Sqlite);
}

Result<QSqlQuery> stream(QSqlDatabase &db, const QString &statement, const QVariantList &values) {
    return run(db, statement, values, true);
}

Statements::Statements(QSqlDatabase &db)
    : m_db(db)
    , m_prepared(PostgresSession::of(db) ? PostgresSession::of(db)->prepared() : m_own)
    , m_sqlite(PostgresSession::of(db) ? nullptr : ownSqlite(db)) {}

Statements::~Statements() = default;

Result<QSqlQuery *> Statements::exec(const QString &statement, const QVariantList &values) {
    if (auto there = expectAnswer(m_db); !there)
        return fail(there.error());
    auto at = m_prepared.find(statement);
    if (at == m_prepared.end()) {
        if (m_prepared.size() >= MostPrepared)
            m_prepared.clear();
        QSqlQuery q(m_db);
        q.setForwardOnly(dialectOf(m_db) == Dialect::Sqlite);
        if (!q.prepare(statement))
            return fail(errorOf(m_db, q.lastError()));
        at = m_prepared.emplace(statement, std::move(q)).first;
    }
    QSqlQuery &q = at->second;
    q.finish();
    for (int i = 0; i < values.size(); ++i)
        q.bindValue(i, values[i]);
    if (!q.exec())
        return fail(errorOf(m_db, q.lastError()));
    return &q;
}

Result<qint64> Statements::run(const QString &statement, const QVariantList &values) {
    if (!m_sqlite) {
        const auto q = exec(statement, values);
        return q ? Result<qint64>((*q)->numRowsAffected()) : fail(q.error());
    }
    auto at = m_plain.find(statement);
    if (at == m_plain.end()) {
        SqliteStatement made(m_db, m_sqlite);
        if (auto done = made.prepare(statement); !done)
            return fail(done.error());
        if (m_plain.size() >= MostPrepared)
            m_plain.clear();
        at = m_plain.emplace(statement, std::move(made)).first;
    }
    return at->second.run(values);
}

WriteTransaction::WriteTransaction(QSqlDatabase &db, Lock lock)
    : m_db(db)
    , m_lock(lock)
    , m_begun(ok()) {
    const bool postgres = dialectOf(db) == Dialect::Postgres;
    // In SQLite a deferred one fails at once with BUSY_SNAPSHOT.
    const QString begin = postgres ? QStringLiteral("BEGIN") : QStringLiteral("BEGIN IMMEDIATE");
    auto begun = exec(m_db, begin);
    // A connection whose end nobody had noticed: nothing was asked for on it yet, so that another one will
    // do.
    PostgresSession *session = PostgresSession::of(m_db);
    if (!begun && session && begun.error().code == ErrorCode::Unreachable && session->revive())
        begun = exec(m_db, begin);
    m_open = begun.has_value();
    if (!begun)
        m_begun = fail(begun.error());
    if (!postgres || !begun)
        return;
    // Every statement behind this one sees what the writer before it has committed (READ COMMITTED).
    auto locked = exec(
        m_db, QStringLiteral("SELECT pg_advisory_xact_lock(hashtext('latchkey/' || current_schema()), %1), "
                             "pg_current_xact_id()::text")
                  .arg(static_cast<int>(lock)));
    if (!locked || !locked->next()) // a server that dies may leave an answer without a row
        m_begun = fail(locked ? errorOf(db, locked->lastError()) : locked.error());
    else
        m_transaction = locked->value(1).toString();
}

WriteTransaction::~WriteTransaction() {
    if (m_open && m_db.isOpen())
        (void)exec(m_db, QStringLiteral("ROLLBACK"));
}

Outcome WriteTransaction::commit() {
    PostgresSession *session = PostgresSession::of(m_db);
    if (session && m_lock == Lock::Vault) {
        if (const auto told =
                exec(m_db, QStringLiteral("SELECT pg_notify('latchkey_' || current_schema(), '')"));
            !told)
            return fail(told.error());
    }
    const auto q = exec(m_db, QStringLiteral("COMMIT"));
    if (q) {
        m_open = false;
        return ok();
    }
    if (!session || q.error().code != ErrorCode::Unreachable)
        return fail(q.error()); // still open: the destructor rolls back
    m_open = false;
    const QVariantMap where{{QStringLiteral("path"), session->location()}};
    switch (session->fateOf(m_transaction)) {
    case PostgresSession::Fate::Done:
        return ok();
    case PostgresSession::Fate::NotDone:
        return fail(ErrorCode::Unreachable, where);
    default:
        return fail(ErrorCode::Unanswered, where);
    }
}

} // namespace latchkey::sql
