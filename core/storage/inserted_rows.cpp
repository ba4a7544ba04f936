#include "core/storage/inserted_rows.h"

#include <utility>

namespace latchkey::sql {

InsertedRows::InsertedRows(Statements &statements, QString table, QStringList columns)
    : m_statements(statements)
    , m_table(std::move(table))
    , m_columns(std::move(columns)) {}

Outcome InsertedRows::add(const QVariantList &values) {
    m_values += values;
    return m_values.size() < AtOnce * m_columns.size() ? ok() : flush();
}

Outcome InsertedRows::flush() {
    if (m_values.isEmpty())
        return ok();
    const QString row = u'(' + QStringList(m_columns.size(), QStringLiteral("?")).join(u',') + u')';
    const QString rows = QStringList(m_values.size() / m_columns.size(), row).join(u',');
    const auto done = m_statements.run(
        QStringLiteral("INSERT INTO %1 (%2) VALUES ").arg(m_table, m_columns.join(u',')) + rows,
        std::exchange(m_values, {}));
    return done ? ok() : Outcome(fail(done.error()));
}

} // namespace latchkey::sql
