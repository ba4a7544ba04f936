#pragma once

#include "core/model/error.h"

#include <QSet>
#include <QSqlDatabase>
#include <optional>

/// PostgreSQL keeps the requests of each day (UTC) in a table of its own, a partition, so that a day goes at
/// once. In SQLite all of these do nothing. Within a transaction that holds the lock of requests.
namespace latchkey::request_days {

/// Days since 1970 of a request's id.
qint64 dayOf(qint64 id);
/// There is room for requests of these days.
Outcome ensure(QSqlDatabase &db, const QSet<qint64> &days);
/// Lets others see that something was added.
Outcome noteBatch(QSqlDatabase &db);
/// Removes the oldest day with all its requests if it ends before the id `end`; how many requests it had.
/// None if there is no such day.
Result<std::optional<qint64>> dropOldest(QSqlDatabase &db, qint64 end);

} // namespace latchkey::request_days
