#pragma once

#include "core/model/error.h"

#include <QSqlDatabase>

struct sqlite3;
struct sqlite3_stmt;

/// SQLite's own interface on a connection that Qt has opened, for what goes through many rows: a QVariant for
/// each of a row's values takes longer than the database does.
namespace latchkey::sql {

/// The driver's connection, if it is one to the very SQLite that this program is linked with; else null.
sqlite3 *ownSqlite(const QSqlDatabase &db);
/// A result code of SQLite's (sqlite.org/rescode.html) as what the same failure is through Qt's driver.
Error errorOf(const QSqlDatabase &db, sqlite3 *connection, int code);

} // namespace latchkey::sql
