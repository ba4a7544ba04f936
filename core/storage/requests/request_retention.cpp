#include "core/storage/dialect.h"
#include "core/storage/requests/request_days.h"
#include "core/storage/requests/request_table.h"

namespace latchkey::request_table {

namespace {

/// Whole hours, so that the totals know how many requests an hour has.
Instant cutFor(int days, Instant now) {
    const qint64 ms = now.plusDays(-days).ms();
    return Instant(qMax<qint64>(0, ms - ms % HourMs));
}

Result<qint64> number(Result<QSqlQuery> q) {
    if (!q)
        return fail(q.error());
    return q->next() ? q->value(0).toLongLong() : 0;
}

} // namespace

Result<int> retentionDays(QSqlDatabase &db) {
    const auto days =
        number(sql::exec(db, QStringLiteral("SELECT value FROM facts WHERE field = 'retention_days'")));
    if (!days)
        return fail(days.error());
    return qBound(1, static_cast<int>(*days), 365);
}

Outcome setRetentionDays(QSqlDatabase &db, int days) {
    const auto done = sql::exec(db,
                                QStringLiteral("INSERT INTO facts (field, value) VALUES ('retention_days', "
                                               "?) ON CONFLICT (field) DO UPDATE SET value = excluded.value"),
                                {qBound(1, days, 365)});
    return done ? ok() : Outcome(fail(done.error()));
}

Result<RetentionPreview> previewRetention(QSqlDatabase &db, int days, Instant now) {
    RetentionPreview p;
    p.before = cutFor(days, now);
    auto q = sql::exec(db,
                       QStringLiteral("SELECT coalesce(sum(CASE WHEN hour < ? THEN raw ELSE 0 END), 0), "
                                      "coalesce(sum(raw), 0) FROM totals"),
                       {p.before.ms() / HourMs});
    if (!q)
        return fail(q.error());
    if (q->next()) {
        p.rows = q->value(0).toLongLong();
        p.kept = q->value(1).toLongLong() - p.rows;
    }
    return p;
}

Result<qint64> removeOldest(QSqlDatabase &db, Instant before, int most) {
    sql::WriteTransaction tx(db, sql::Lock::Requests);
    if (!tx.begun())
        return fail(tx.begun().error());
    const qint64 end = firstIdOf(before);
    for (auto day = request_days::dropOldest(db, end);; day = request_days::dropOldest(db, end)) {
        if (!day)
            return fail(day.error());
        if (!*day)
            break;
        if (**day == 0)
            continue;
        if (auto done = tx.commit(); !done)
            return fail(done.error());
        return **day;
    }
    const auto last = number(sql::exec(
        db,
        QStringLiteral(
            "SELECT max(id) FROM (SELECT id FROM requests WHERE id < ? ORDER BY id LIMIT ?) oldest"),
        {end, most}));
    if (!last)
        return fail(last.error());
    if (*last == 0)
        return 0;
    const auto counted = sql::exec(
        db,
        QStringLiteral(
            "INSERT INTO totals SELECT (id >> 20) / 3600000, environment, outcome, 0, -count(*) FROM "
            "requests WHERE id <= ? GROUP BY 1, 2, 3 ON CONFLICT (hour, environment, outcome) DO "
            "UPDATE SET raw = totals.raw + excluded.raw"),
        {*last});
    if (!counted)
        return fail(counted.error());
    auto gone = sql::exec(db, QStringLiteral("DELETE FROM requests WHERE id <= ?"), {*last});
    if (!gone)
        return fail(gone.error());
    const qint64 rows = gone->numRowsAffected();
    if (auto done = tx.commit(); !done)
        return fail(done.error());
    if (sql::dialectOf(db) == sql::Dialect::Sqlite) {
        auto freed = sql::exec(db, QStringLiteral("PRAGMA incremental_vacuum(2000)"));
        while (freed && freed->next()) { // it works while it is read
        }
    }
    return rows;
}

Outcome removeUnusedTexts(QSqlDatabase &db) {
    for (const auto &[column, kind] :
         {std::pair{"ip", TextKind::Ip}, {"agent", TextKind::Agent}, {"customer", TextKind::Customer}}) {
        const auto done = sql::exec(
            db, QStringLiteral("DELETE FROM texts WHERE kind = %1 AND id NOT IN (SELECT %2 FROM requests)")
                    .arg(static_cast<int>(kind))
                    .arg(QLatin1StringView(column)));
        if (!done)
            return fail(done.error());
    }
    return ok();
}

} // namespace latchkey::request_table
