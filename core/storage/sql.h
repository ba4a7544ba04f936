#pragma once

#include "core/model/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>
#include <map>

struct sqlite3;

/// Statements on SQLite and PostgreSQL. What the two write differently stands in dialect.h.
namespace latchkey::sql {

class SqliteStatement;

/// A driver's failure as a typed error; `path` goes into its parameters. Never the statement's values.
Error errorOf(const QSqlError &e, const QString &path);
/// The same for whichever database this is. A connection that is gone: Unreachable.
Error errorOf(const QSqlDatabase &db, const QSqlError &e);

/// One statement with bound values, executed. Read to its end before the next one on this connection.
Result<QSqlQuery> exec(QSqlDatabase &db, const QString &statement, const QVariantList &values = {});
/// The same for an answer that need not fit into memory.
Result<QSqlQuery> stream(QSqlDatabase &db, const QString &statement, const QVariantList &values = {});

/// The same for statements that come again and again: each is prepared once. Lives for one batch; in
/// PostgreSQL, where preparing is a message there and back, what it has prepared stays with the connection.
class Statements {
public:
    explicit Statements(QSqlDatabase &db);
    ~Statements();
    Statements(const Statements &) = delete;
    Statements &operator=(const Statements &) = delete;
    /// Executed. What it reads must be read before the same statement is asked for again.
    Result<QSqlQuery *> exec(const QString &statement, const QVariantList &values = {});
    /// The same for one that answers nothing. How many rows it wrote.
    Result<qint64> run(const QString &statement, const QVariantList &values);
    [[nodiscard]] QSqlDatabase &database() const { return m_db; }

private:
    QSqlDatabase &m_db;
    std::map<QString, QSqlQuery> m_own;
    std::map<QString, QSqlQuery> &m_prepared;
    sqlite3 *m_sqlite; ///< null: through Qt's driver
    std::map<QString, SqliteStatement> m_plain;
};

/// What a transaction keeps others from writing. A SQLite file has one writer whatever is asked for; in
/// PostgreSQL writers of different things do not wait for each other.
enum class Lock {
    Vault = 1,    ///< keys, catalogue, customers, audit log; others are told of the change
    Requests = 2, ///< the log of requests
    Stamps = 3,   ///< last used
};

/// From the lock to the commit, one writer at a time. Rolls back in its destructor unless committed, so that
/// no path leaves it open.
class WriteTransaction {
public:
    explicit WriteTransaction(QSqlDatabase &db, Lock lock = Lock::Vault);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction &) = delete;
    WriteTransaction &operator=(const WriteTransaction &) = delete;
    [[nodiscard]] const Outcome &begun() const { return m_begun; }
    /// A commit whose answer is lost is asked for again on a new connection: it was done, or not
    /// (Unreachable), or nobody answers (Unanswered).
    Outcome commit();

private:
    QSqlDatabase &m_db;
    Lock m_lock;
    Outcome m_begun;
    bool m_open = false;
    QString m_transaction; ///< PostgreSQL's number of it
};

} // namespace latchkey::sql
