#include "core/storage/requests/request_days.h"

#include "core/storage/dialect.h"
#include "core/storage/requests/request_table.h"

namespace latchkey::request_days {

namespace {

constexpr qint64 DayMs = 86'400'000;

qint64 firstOfDay(qint64 day) {
    return (day * DayMs) << request_table::IdShift;
}

QString tableOf(qint64 day) {
    return QStringLiteral("requests_day_%1").arg(day);
}

bool isPartitioned(const QSqlDatabase &db) {
    return sql::dialectOf(db) == sql::Dialect::Postgres;
}

} // namespace

qint64 dayOf(qint64 id) {
    return request_table::timeOf(id).ms() / DayMs;
}

Outcome ensure(QSqlDatabase &db, const QSet<qint64> &days) {
    if (!isPartitioned(db))
        return ok();
    for (const qint64 day : days) {
        const QString table = tableOf(day);
        const auto there = sql::hasTable(db, table);
        if (!there)
            return fail(there.error());
        if (*there)
            continue;
        // Attached, not made in place: readers go on meanwhile.
        for (const QString &s :
             {QStringLiteral("CREATE TABLE %1 (LIKE requests INCLUDING DEFAULTS)").arg(table),
              QStringLiteral("ALTER TABLE requests ATTACH PARTITION %1 FOR VALUES FROM (%2) TO (%3)")
                  .arg(table)
                  .arg(firstOfDay(day))
                  .arg(firstOfDay(day + 1))}) {
            if (const auto done = sql::exec(db, s); !done)
                return fail(done.error());
        }
    }
    return ok();
}

Outcome noteBatch(QSqlDatabase &db) {
    if (!isPartitioned(db))
        return ok();
    const auto done =
        sql::exec(db, QStringLiteral("UPDATE facts SET value = value + 1 WHERE field = 'batches'"));
    return done ? ok() : Outcome(fail(done.error()));
}

Result<std::optional<qint64>> dropOldest(QSqlDatabase &db, qint64 end) {
    std::optional<qint64> none;
    if (!isPartitioned(db))
        return none;
    auto q = sql::exec(
        db, QStringLiteral("SELECT min(substr(inhrelid::regclass::text, 14)::bigint) FROM pg_inherits "
                           "WHERE inhparent = 'requests'::regclass"));
    if (!q)
        return fail(q.error());
    if (!q->next() || q->isNull(0) || firstOfDay(q->value(0).toLongLong() + 1) > end)
        return none;
    const QString table = tableOf(q->value(0).toLongLong());
    auto counted = sql::exec(
        db, QStringLiteral(
                "WITH gone AS (SELECT (id >> 20) / 3600000 AS hour, environment, outcome, count(*) AS n FROM "
                "%1 GROUP BY 1, 2, 3), less AS (UPDATE totals t SET raw = t.raw - g.n FROM gone g WHERE "
                "t.hour = g.hour AND t.environment = g.environment AND t.outcome = g.outcome) SELECT "
                "coalesce(sum(n), 0) FROM gone")
                .arg(table));
    if (!counted || !counted->next())
        return fail(counted ? Error() : counted.error());
    const qint64 rows = counted->value(0).toLongLong();
    if (const auto gone = sql::exec(db, QStringLiteral("DROP TABLE ") + table); !gone)
        return fail(gone.error());
    return std::optional(rows);
}

} // namespace latchkey::request_days
