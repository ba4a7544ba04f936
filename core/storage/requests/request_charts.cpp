#include "core/storage/dialect.h"
#include "core/storage/requests/request_where.h"

#include <QMap>
#include <algorithm>

namespace latchkey::request_table {

namespace {

constexpr qint64 DayHours = 24;
constexpr qint64 LeastRejections = 10;

qint64 hourOf(Instant t) {
    return t.ms() / HourMs;
}

KeyId keyOf(const QVariant &text) {
    return KeyId::fromString(text.toString()).value_or(KeyId());
}

Result<QList<KeyId>> keysOf(Result<QSqlQuery> q) {
    if (!q)
        return fail(q.error());
    QList<KeyId> keys;
    while (q->next()) {
        if (const KeyId id = keyOf(q->value(0)); !id.isNull())
            keys.append(id);
    }
    return keys;
}

} // namespace

Result<RequestChart> chart(QSqlDatabase &db, const RequestFilter &filter, Instant from, Instant to,
                           int hours) {
    const auto w = whereOf(db, filter);
    if (!w)
        return fail(w.error());
    RequestChart chart;
    chart.wholeFilter = w->inTotals;
    if (!filter.keys.isEmpty() && w->keys.isEmpty())
        return chart;
    const qint64 width = qMax(1, hours), first = hourOf(from);
    const qint64 end = (to.ms() + HourMs - 1) / HourMs;
    const QString only = among(QStringLiteral("outcome"), w->outcomes);
    QMap<qint64, OutcomeCounts> bars;
    const auto add = [&](const QString &select, const QVariantList &values) -> Outcome {
        auto q = sql::exec(db, select, values);
        if (!q)
            return fail(q.error());
        while (q->next()) {
            const int o = q->value(1).toInt();
            if (o >= 0 && o < static_cast<int>(RequestOutcomeCount))
                bars[q->value(0).toLongLong()][static_cast<std::size_t>(o)] += q->value(2).toLongLong();
        }
        return ok();
    };
    const QString bucket = QStringLiteral("SELECT (hour - ?) / ?, outcome, sum(n) FROM ");
    const QString group = QStringLiteral(" GROUP BY 1, 2");
    if (w->keys.isEmpty()) {
        const QString where = QStringLiteral("totals WHERE hour >= ? AND hour < ?") + only +
                              among(QStringLiteral("environment"), w->environments);
        if (auto done = add(bucket + where + group, {first, width, first, end}); !done)
            return fail(done.error());
    }
    for (const QVariant &key : w->keys) {
        if (auto done = add(bucket + QStringLiteral("hourly") + sql::along(db, QStringLiteral("hourly_key")) +
                                QStringLiteral(" WHERE key = ? AND hour >= ? AND hour < ?") + only + group,
                            {first, width, key, first, end});
            !done)
            return fail(done.error());
    }
    for (auto it = bars.cbegin(); it != bars.cend(); ++it)
        chart.bars.append({Instant((first + it.key() * width) * HourMs), it.value()});
    return chart;
}

Result<QHash<KeyId, QList<qint64>>> usage(QSqlDatabase &db, const QList<KeyId> &keys, Instant now, int days) {
    QHash<KeyId, QList<qint64>> all;
    const qint64 end = hourOf(now) + 1, first = end - days * DayHours;
    auto any = sql::exec(db, QStringLiteral("SELECT EXISTS (SELECT 1 FROM hourly)"));
    if (!any || !any->next())
        return fail(any ? Error(ErrorCode::Internal) : any.error());
    if (keys.isEmpty() || !any->value(0).toBool())
        return all; // nobody has reported anything yet: that is not the same as no requests
    QVariantList values{first, static_cast<int>(TextKind::Key)};
    for (const KeyId &key : keys) {
        all.insert(key, QList<qint64>(days, 0));
        values.append(key.toString());
    }
    values.append({first, end});
    auto q = sql::exec(
        db,
        QStringLiteral(
            "SELECT t.text, (h.hour - ?) / 24, sum(h.n) FROM texts t %1 hourly h%2 ON h.key = t.id WHERE "
            "t.kind = ? AND t.text IN (")
                .arg(sql::orderedJoin(db), sql::along(db, QStringLiteral("hourly_key"))) +
            QStringList(keys.size(), QStringLiteral("?")).join(u',') +
            QStringLiteral(") AND h.hour >= ? AND h.hour < ? GROUP BY t.id, 2"),
        values);
    if (!q)
        return fail(q.error());
    while (q->next()) {
        const auto key = KeyId::fromString(q->value(0).toString());
        if (const auto of = key ? all.find(*key) : all.end(); of != all.end())
            (*of)[qBound(0, q->value(1).toInt(), days - 1)] = q->value(2).toLongLong();
    }
    return all;
}

Result<QList<KeyId>> keysRateLimited(QSqlDatabase &db, Instant now) {
    const qint64 end = hourOf(now) + 1;
    return keysOf(sql::exec(
        db,
        QStringLiteral(
            "SELECT t.text FROM (SELECT key, sum(n) AS everything, sum(CASE outcome WHEN ? THEN n ELSE 0 "
            "END) "
            "AS limited FROM hourly WHERE hour >= ? AND hour < ? AND key > 0 GROUP BY key) h JOIN texts t ON "
            "t.id = h.key WHERE limited > 0 AND limited * 10 >= everything"),
        {static_cast<int>(RequestOutcome::RateLimited), end - DayHours, end}));
}

Result<QList<KeyId>> keysRejectionsUp(QSqlDatabase &db, Instant now) {
    const qint64 end = hourOf(now) + 1, today = end - DayHours;
    return keysOf(sql::exec(
        db,
        QStringLiteral(
            "SELECT t.text FROM (SELECT key, sum(CASE WHEN hour >= ? THEN n ELSE 0 END) AS today, sum(CASE "
            "WHEN hour < ? THEN n ELSE 0 END) AS week FROM hourly WHERE hour >= ? AND hour < ? AND key > 0 "
            "AND "
            "outcome IN (1, 2, 3) GROUP BY key) h JOIN texts t ON t.id = h.key WHERE today >= ? AND today * "
            "7 > "
            "week * 2"),
        {today, today, today - 7 * DayHours, end, LeastRejections}));
}

Result<QHash<KeyId, QSet<QString>>> keysUsedScopes(QSqlDatabase &db, Instant since) {
    auto q =
        sql::exec(db,
                  QStringLiteral("SELECT k.text, s.text FROM (SELECT DISTINCT key, scope FROM hourly "
                                 "WHERE hour >= ? AND key > 0 AND scope > 0 AND outcome = ?) h JOIN texts k "
                                 "ON k.id = h.key JOIN texts s ON s.id = h.scope"),
                  {hourOf(since), static_cast<int>(RequestOutcome::Allowed)});
    if (!q)
        return fail(q.error());
    QHash<KeyId, QStringList> scopes;
    while (q->next())
        scopes[keyOf(q->value(0))].append(q->value(1).toString());
    scopes.remove(KeyId());
    // A set of its own for each key would take 1.3 KB; many keys use the same.
    QHash<QStringList, QSet<QString>> sets;
    QHash<KeyId, QSet<QString>> used;
    used.reserve(scopes.size());
    for (auto it = scopes.begin(); it != scopes.end(); ++it) {
        it->sort();
        QSet<QString> &set = sets[*it];
        if (set.isEmpty())
            set = QSet<QString>(it->cbegin(), it->cend());
        used.insert(it.key(), set);
    }
    return used;
}

} // namespace latchkey::request_table
