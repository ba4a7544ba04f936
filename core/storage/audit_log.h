#pragma once

#include "core/backend/vault_backend.h"

#include "core/storage/inserted_rows.h"
#include "core/storage/sql.h"

#include <QSqlDatabase>

/// The chained log (docs/storage.md). Rows are written only inside the caller's transaction.
namespace latchkey::audit_log {

/// Gives `event` its number and hash and writes it. Its new number.
Result<qint64> append(QSqlDatabase &db, AuditEvent &event);
/// The same for many rows of one transaction: the end of the chain is read once, and flush() writes what
/// append() has not written yet.
class Appender {
public:
    explicit Appender(sql::Statements &statements);
    /// The number that the next row will have.
    Result<qint64> next();
    Result<qint64> append(AuditEvent &event);
    Outcome flush() { return m_rows.flush(); }

private:
    sql::Statements &m_statements;
    sql::InsertedRows m_rows;
    bool m_known = false;
    qint64 m_seq = 0;
    QByteArray m_hash;
};
Result<QList<AuditEvent>> read(QSqlDatabase &db, const AuditQuery &query);
/// Walks the whole chain; names the first row that is missing, changed or out of order.
Result<AuditCheck> verify(QSqlDatabase &db);

/// The changed fields of two keys, for an audit row.
void describeChange(const ApiKey &before, const ApiKey &after, QJsonObject *old, QJsonObject *now);
/// All that is set on a new key.
QJsonObject describeKey(const ApiKey &key);

} // namespace latchkey::audit_log
