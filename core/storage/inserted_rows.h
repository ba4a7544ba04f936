#pragma once

#include "core/storage/sql.h"

#include <QStringList>

namespace latchkey::sql {

/// New rows of a table, written some at a time inside the caller's transaction: to a server, a statement a
/// row is a message there and back.
class InsertedRows {
public:
    InsertedRows(Statements &statements, QString table, QStringList columns);
    /// Written now or later; flush() writes what is left. Rows that are destroyed before that are not
    /// written.
    Outcome add(const QVariantList &values);
    Outcome flush();

private:
    static constexpr qsizetype AtOnce =
        100; ///< bound values have a limit: 32,766 in SQLite, 65,535 in PostgreSQL
    Statements &m_statements;
    QString m_table;
    QStringList m_columns;
    QVariantList m_values;
};

} // namespace latchkey::sql
