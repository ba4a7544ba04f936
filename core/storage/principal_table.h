#pragma once

#include "core/backend/principal_store.h"

#include <QSqlDatabase>

/// Reading and changing rows of `principals`. Called on a database thread with its connection.
namespace latchkey::principal_table {

Result<QList<PrincipalRecord>> all(QSqlDatabase &db);
Result<std::optional<KnownPrincipal>> byCredential(QSqlDatabase &db, const KeyId &credential);
/// Each writes the row and its audit row in one transaction, or nothing.
Result<PrincipalRecord> create(QSqlDatabase &db, const NewPrincipal &principal);
Result<PrincipalRecord> change(QSqlDatabase &db, const PrincipalChange &change);
Outcome stampUsed(QSqlDatabase &db, const KeyId &id, Instant at);
Result<PrincipalStore::Repeatable> remember(QSqlDatabase &db, const PrincipalStore::Repeatable &request);

} // namespace latchkey::principal_table
