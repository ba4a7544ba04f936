#include "core/storage/sql.h"

#include <QSqlError>

namespace latchkey::sql {

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

Result<QSqlQuery> exec(QSqlDatabase &db, const QString &statement, const QVariantList &values) {
    QSqlQuery q(db);
    q.setForwardOnly(true);
    if (!q.prepare(statement))
        return fail(errorOf(q.lastError(), db.databaseName()));
    for (const QVariant &v : values)
        q.addBindValue(v);
    if (!q.exec())
        return fail(errorOf(q.lastError(), db.databaseName()));
    return q;
}

Result<QSqlQuery *> Statements::exec(const QString &statement, const QVariantList &values) {
    auto at = m_prepared.find(statement);
    if (at == m_prepared.end()) {
        QSqlQuery q(m_db);
        q.setForwardOnly(true);
        if (!q.prepare(statement))
            return fail(errorOf(q.lastError(), m_db.databaseName()));
        at = m_prepared.emplace(statement, std::move(q)).first;
    }
    QSqlQuery &q = at->second;
    q.finish();
    for (int i = 0; i < values.size(); ++i)
        q.bindValue(i, values[i]);
    if (!q.exec())
        return fail(errorOf(q.lastError(), m_db.databaseName()));
    return &q;
}

WriteTransaction::WriteTransaction(QSqlDatabase &db)
    : m_db(db)
    , m_begun(ok()) {
    const auto q =
        exec(m_db, QStringLiteral("BEGIN IMMEDIATE")); // a deferred one fails at once with BUSY_SNAPSHOT
    if (!q)
        m_begun = fail(q.error());
    m_open = q.has_value();
}

WriteTransaction::~WriteTransaction() {
    if (m_open)
        (void)exec(m_db, QStringLiteral("ROLLBACK"));
}

Outcome WriteTransaction::commit() {
    const auto q = exec(m_db, QStringLiteral("COMMIT"));
    if (!q)
        return fail(q.error()); // still open: the destructor rolls back
    m_open = false;
    return ok();
}

} // namespace latchkey::sql
