#pragma once

#include "core/model/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>
#include <map>

namespace latchkey::sql {

/// A driver's failure as a typed error; `path` goes into its parameters. Never the statement's values.
Error errorOf(const QSqlError &e, const QString &path);

/// One statement with bound values. The query is forward-only and already executed.
Result<QSqlQuery> exec(QSqlDatabase &db, const QString &statement, const QVariantList &values = {});

/// The same for statements that come again and again: each is prepared once. Lives for one batch.
class Statements {
public:
    explicit Statements(QSqlDatabase &db)
        : m_db(db) {}
    /// Executed. What it reads must be read before the same statement is asked for again.
    Result<QSqlQuery *> exec(const QString &statement, const QVariantList &values = {});
    [[nodiscard]] QSqlDatabase &database() const { return m_db; }

private:
    QSqlDatabase &m_db;
    std::map<QString, QSqlQuery> m_prepared;
};

/// `BEGIN IMMEDIATE` … `COMMIT`. Rolls back in its destructor unless committed, so that no path leaves it
/// open.
class WriteTransaction {
public:
    explicit WriteTransaction(QSqlDatabase &db);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction &) = delete;
    WriteTransaction &operator=(const WriteTransaction &) = delete;
    [[nodiscard]] const Outcome &begun() const { return m_begun; }
    Outcome commit();

private:
    QSqlDatabase &m_db;
    Outcome m_begun;
    bool m_open = false;
};

} // namespace latchkey::sql
