#pragma once

#include "core/model/error.h"

#include <QSqlDatabase>

/// The tables of a vault in PostgreSQL: resources/migrations/postgresql-NNNN.sql, the equivalents of
/// SQLite's.
namespace latchkey::postgres_schema {

inline constexpr int Version = 3;

/// Makes the tables or brings them up to date, each step in a transaction, one program at a time. NotFound
/// where there are none and `create` is false; SchemaTooNew, with nothing changed; NotAVault where other
/// tables stand in the way.
Outcome migrate(QSqlDatabase &db, bool create);
/// Whether this user may write at all.
Result<bool> isReadOnly(QSqlDatabase &db);

} // namespace latchkey::postgres_schema
