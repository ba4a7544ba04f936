#pragma once

#include "core/model/error.h"

#include <QSqlDatabase>
#include <QStringList>

/// Where SQLite and PostgreSQL want different words. Everything else in core/storage is the same SQL for
/// both.
namespace latchkey::sql {

enum class Dialect { Sqlite, Postgres };
Dialect dialectOf(const QSqlDatabase &db);

/// A member of a JSON text column, as text or (`number`) as a whole number.
QString json(const QSqlDatabase &db, const QString &column, const QStringList &path, bool number = false);
/// `column` has the bound text in it; the text is in lower case.
QString containsText(const QSqlDatabase &db, const QString &column);
/// LIKE whatever the case, with `\` as escape; a bound pattern follows.
QString likeAnyCase(const QSqlDatabase &db);
/// The smaller of two numbers.
QString smaller(const QSqlDatabase &db, const QString &a, const QString &b);
/// `column` without an index, where an index is not to be trusted or not to lead.
QString unindexed(const QSqlDatabase &db, const QString &column);
/// Behind a table in FROM: read it along this index, or (empty) in its own order.
QString along(const QSqlDatabase &db, const QString &index);
/// Between two tables in FROM, before ON: the first one leads.
QString orderedJoin(const QSqlDatabase &db);
Result<bool> hasTable(QSqlDatabase &db, const QString &table);
/// A number that changes whenever anybody has changed a vault's tables.
Result<qint64> changeMark(QSqlDatabase &db);
/// About how many rows `keys` has, at once.
qint64 guessedKeys(QSqlDatabase &db);

/// PostgreSQL's way to bind many values as one.
QString arrayOf(const QList<qint64> &numbers);
QString arrayOf(const QStringList &texts);

} // namespace latchkey::sql
