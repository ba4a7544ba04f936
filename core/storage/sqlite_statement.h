#pragma once

#include "core/storage/own_sqlite.h"

#include <QVariantList>
#include <memory>
#include <vector>

namespace latchkey::sql {

/// A statement that answers nothing, prepared once and executed with other values each time. One thread; ends
/// before its connection does.
class SqliteStatement {
public:
    SqliteStatement(const QSqlDatabase &db, sqlite3 *connection);
    Outcome prepare(const QString &statement);
    /// NULL, whole numbers, text and bytes. Values that are not given are NULL. How many rows it wrote.
    Result<qint64> run(const QVariantList &values);

private:
    struct Finalize {
        void operator()(sqlite3_stmt *s) const;
    };
    int bind(int at, const QVariant &value);

    const QSqlDatabase &m_db;
    sqlite3 *m_connection;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    std::vector<QByteArray> m_bound; ///< what SQLite reads while the statement runs
};

} // namespace latchkey::sql
