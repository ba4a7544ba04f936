#pragma once

#include "core/backend/vault_backend.h"
#include "core/storage/key_row.h"
#include "core/storage/recent_rows.h"

#include <QHash>
#include <QSqlDatabase>
#include <functional>

/// Reading and changing rows of `keys`. Called on a database thread with its connection.
namespace latchkey::key_table {

/// Rows read for many keys go into `recent`, for changeMany().
Result<QList<ApiKey>> byIds(QSqlDatabase &db, const QList<KeyId> &ids, RecentRows *recent = nullptr);
/// Every row there is of these, with what the checksum covers.
Result<RowsById> rowsOf(QSqlDatabase &db, const QList<KeyId> &ids);
Result<KeyRow> byId(QSqlDatabase &db, const KeyId &id);
/// Rows with seq > `after`, at most `limit`, in order of seq; or those changed after `changeSeq`, in that
/// order.
Outcome eachAfter(QSqlDatabase &db, qint64 after, int limit,
                  const std::function<void(const KeyRow &)> &visit);
Result<QList<KeyRow>> changedAfter(QSqlDatabase &db, qint64 changeSeq, int limit);
Result<qint64> lastChange(QSqlDatabase &db);
/// The first page of a vault too large to be indexed yet, by key; only for Created and Name.
Result<QList<KeyId>> firstPage(QSqlDatabase &db, std::optional<Environment> env, const KeySort &sort,
                               int limit);
Result<qint64> countOf(QSqlDatabase &db, std::optional<Environment> env);
Result<bool> nameExists(QSqlDatabase &db, const QString &name, Environment env, const KeyId &except);
Result<KeyRow> byCredential(QSqlDatabase &db, const KeyId &credentialId);

/// Each writes the row and its audit row in one transaction, or nothing.
Result<ApiKey> create(QSqlDatabase &db, const NewKey &key);
Result<ApiKey> change(QSqlDatabase &db, const KeyChange &change);
/// In one transaction. A key that is refused (create: Conflict when its id is taken; change: Conflict,
/// NotFound, WrongState, Damaged) keeps its own result and doesn't stop the others; any other failure undoes
/// all.
Result<QList<Result<ApiKey>>> createMany(QSqlDatabase &db, const QList<NewKey> &keys);
Result<QList<Result<ApiKey>>> changeMany(QSqlDatabase &db, const QList<KeyChange> &changes,
                                         RecentRows *recent = nullptr);
Outcome record(QSqlDatabase &db, const AuditEvent &event);
Outcome stampLastUsed(QSqlDatabase &db, const QList<LastUse> &uses);
/// Ids in state Deleted since before `before`.
Result<QList<KeyRow>> deletedBefore(QSqlDatabase &db, Instant before);

} // namespace latchkey::key_table
