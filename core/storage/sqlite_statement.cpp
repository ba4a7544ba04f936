#include "core/storage/sqlite_statement.h"

#include <sqlite3.h>

namespace latchkey::sql {

void SqliteStatement::Finalize::operator()(sqlite3_stmt *s) const {
    sqlite3_finalize(s);
}

SqliteStatement::SqliteStatement(const QSqlDatabase &db, sqlite3 *connection)
    : m_db(db)
    , m_connection(connection) {}

Outcome SqliteStatement::prepare(const QString &statement) {
    const QByteArray text = statement.toUtf8();
    sqlite3_stmt *made = nullptr;
    const int code = sqlite3_prepare_v3(m_connection, text.constData(), int(text.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    m_statement.reset(made);
    return code == SQLITE_OK ? ok() : Outcome(fail(errorOf(m_db, m_connection, code)));
}

int SqliteStatement::bind(int at, const QVariant &value) {
    sqlite3_stmt *s = m_statement.get();
    if (value.isNull())
        return sqlite3_bind_null(s, at);
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::Bool:
        return sqlite3_bind_int64(s, at, value.toLongLong());
    case QMetaType::QByteArray:
        m_bound.push_back(value.toByteArray());
        return sqlite3_bind_blob(s, at, m_bound.back().constData(), int(m_bound.back().size()),
                                 SQLITE_STATIC);
    default:
        m_bound.push_back(value.toString().toUtf8());
        return sqlite3_bind_text(s, at, m_bound.back().constData(), int(m_bound.back().size()),
                                 SQLITE_STATIC);
    }
}

Result<qint64> SqliteStatement::run(const QVariantList &values) {
    m_bound.clear();
    m_bound.reserve(static_cast<std::size_t>(values.size()));
    int code = SQLITE_OK;
    for (qsizetype i = 0; i < values.size() && code == SQLITE_OK; ++i)
        code = bind(int(i + 1), values[i]);
    while (code == SQLITE_OK || code == SQLITE_ROW)
        code = sqlite3_step(m_statement.get());
    auto done = code == SQLITE_DONE ? Result<qint64>(sqlite3_changes64(m_connection))
                                    : fail(errorOf(m_db, m_connection, code));
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
    return done;
}

} // namespace latchkey::sql
