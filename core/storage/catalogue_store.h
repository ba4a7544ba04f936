#pragma once

#include "core/storage/vault_record.h"

/// The catalogue in the vault's own record. Called on a database thread with its connection.
namespace latchkey::catalogue_store {

/// Writes the catalogue and its audit row in one transaction, or nothing. Gives the vault's record as it then
/// is.
Result<vault_record::Identity> change(QSqlDatabase &db, const CatalogueChange &change, const QString &path);

} // namespace latchkey::catalogue_store
