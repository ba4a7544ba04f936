#include "core/storage/requests/request_where.h"

#include <QElapsedTimer>
#include <QSqlError>
#include <algorithm>

namespace latchkey::request_table {

namespace {

/// A search that has to look at rows one by one goes in steps of so many, and stops after so long to say how
/// far it is.
constexpr int StepRows = 20'000;
constexpr qint64 SearchMs = 150, CountMs = 250;

QString range() {
    return QStringLiteral(" AND r.id >= ? AND r.id < ?");
}

/// The lowest id of the next step down from `end`: `firstId` when the rest is shorter than a step.
Result<qint64> stepDown(QSqlDatabase &db, const Where::Walk &walk, qint64 firstId, qint64 end) {
    auto q = sql::exec(db,
                       QStringLiteral("SELECT r.id") + walk.from + range() +
                           QStringLiteral(" ORDER BY r.id DESC LIMIT 1 OFFSET ?"),
                       QVariantList(walk.values) << firstId << end << StepRows);
    if (!q)
        return fail(q.error());
    return q->next() ? q->value(0).toLongLong() : firstId;
}

/// The newest `limit` rows of one walk with first <= id < end.
Outcome collect(QSqlDatabase &db, const Where &w, const Where::Walk &walk, qint64 first, qint64 end,
                int limit, QList<RequestRecord> &into) {
    auto q = sql::exec(db,
                       QStringLiteral("SELECT ") + QLatin1StringView(columns) + walk.from + range() + w.rest +
                           QStringLiteral(" ORDER BY r.id DESC LIMIT ?"),
                       QVariantList(walk.values) << first << end << w.restValues << limit);
    if (!q)
        return fail(q.error());
    while (q->next())
        into.append(read(*q));
    return ok();
}

void newestFirst(QList<RequestRecord> &rows, int limit) {
    std::sort(rows.begin(), rows.end(),
              [](const RequestRecord &a, const RequestRecord &b) { return a.seq > b.seq; });
    if (rows.size() > limit)
        rows.resize(limit);
}

} // namespace

const char *const columns =
    "r.id, r.outcome, r.code, r.status, r.environment, r.duration_us, r.path, "
    "(SELECT text FROM texts WHERE id = r.key), (SELECT text FROM texts WHERE id = r.credential), "
    "(SELECT text FROM texts WHERE id = r.method), (SELECT text FROM texts WHERE id = r.scope), "
    "(SELECT text FROM texts WHERE id = r.customer), (SELECT text FROM texts WHERE id = r.ip), "
    "(SELECT text FROM texts WHERE id = r.agent)";

RequestRecord read(const QSqlQuery &q) {
    RequestRecord r;
    r.seq = q.value(0).toLongLong();
    r.at = timeOf(r.seq);
    r.outcome = static_cast<RequestOutcome>(qBound(0, q.value(1).toInt(), int(RequestOutcomeCount) - 1));
    const int code = q.value(2).toInt();
    if (!q.isNull(2) && code >= 0 && code < static_cast<int>(DecisionCodeCount))
        r.code = static_cast<DecisionCode>(code);
    r.status = q.value(3).toInt();
    const int environment = q.value(4).toInt();
    if (environment >= 0 && environment < NoEnvironment)
        r.environment = static_cast<Environment>(environment);
    if (!q.isNull(5))
        r.durationUs = q.value(5).toLongLong();
    r.path = q.value(6).toString();
    r.key = KeyId::fromString(q.value(7).toString()).value_or(KeyId());
    r.credential = KeyId::fromString(q.value(8).toString()).value_or(KeyId());
    r.method = q.value(9).toString();
    r.scope = q.value(10).toString();
    r.customer = q.value(11).toString();
    r.ip = q.value(12).toString();
    r.userAgent = q.value(13).toString();
    return r;
}

Result<RequestPage> page(QSqlDatabase &db, const RequestFilter &filter, qint64 before, int limit) {
    const auto w = whereOf(db, filter);
    if (!w)
        return fail(w.error());
    RequestPage page;
    if (w->nothing || limit <= 0)
        return page;
    const QList<Where::Walk> walks = w->walks();
    qint64 end = before > 0 ? qMin(before, w->endId) : w->endId;
    QElapsedTimer time;
    time.start();
    do {
        qint64 floor = w->firstId;
        if (w->sifts()) {
            for (const Where::Walk &walk : walks) { // the same step of time for all
                const auto down = stepDown(db, walk, w->firstId, end);
                if (!down)
                    return fail(down.error());
                floor = qMax(floor, *down);
            }
        }
        QList<RequestRecord> found;
        const int wanted = limit - static_cast<int>(page.rows.size());
        for (const Where::Walk &walk : walks) {
            if (auto done = collect(db, *w, walk, floor, end, wanted, found); !done)
                return fail(done.error());
        }
        newestFirst(found, wanted);
        page.rows.append(found);
        end = floor;
    } while (page.rows.size() < limit && end > w->firstId && time.elapsed() < SearchMs);
    if (page.rows.size() >= limit)
        page.next = page.rows.constLast().seq;
    else
        page.next = end > w->firstId ? end : 0;
    page.searchedTo = page.next ? timeOf(page.next) : filter.from.value_or(Instant());
    return page;
}

namespace {

Result<qint64> countWalk(QSqlDatabase &db, const Where &w, const Where::Walk &walk, qint64 first,
                         qint64 end) {
    auto q = sql::exec(db, QStringLiteral("SELECT count(*)") + walk.from + range() + w.rest,
                       QVariantList(walk.values) << first << end << w.restValues);
    if (!q)
        return fail(q.error());
    return q->next() ? q->value(0).toLongLong() : 0;
}

/// Whole hours come from the totals, the two cut ones from the requests themselves.
Result<qint64> countTotals(QSqlDatabase &db, const Where &w, const RequestFilter &f) {
    constexpr qint64 perHour = HourMs << IdShift;
    const qint64 firstWhole = (w.firstId + perHour - 1) / perHour;
    const qint64 endWhole = w.endId / perHour;
    QString conditions = QStringLiteral("hour >= ? AND hour < ?");
    const QVariantList values{firstWhole, endWhole};
    conditions += among(QStringLiteral("environment"), w.environments);
    conditions += among(QStringLiteral("outcome"), w.outcomes);
    auto q =
        sql::exec(db, QStringLiteral("SELECT coalesce(sum(raw), 0) FROM totals WHERE ") + conditions, values);
    if (!q)
        return fail(q.error());
    qint64 n = q->next() ? q->value(0).toLongLong() : 0;
    QList<std::pair<qint64, qint64>> cut;
    if (firstWhole >= endWhole) {
        n = 0;
        cut = {{w.firstId, w.endId}};
    } else {
        if (w.firstId < firstWhole * perHour)
            cut.append({w.firstId, firstWhole * perHour});
        if (f.to)
            cut.append({endWhole * perHour, w.endId});
    }
    for (const auto &[first, end] : cut) {
        for (const Where::Walk &walk : w.walks()) {
            const auto some = countWalk(db, w, walk, first, end);
            if (!some)
                return fail(some.error());
            n += *some;
        }
    }
    return n;
}

} // namespace

Result<RequestCount> count(QSqlDatabase &db, const RequestFilter &filter) {
    const auto w = whereOf(db, filter);
    if (!w)
        return fail(w.error());
    RequestCount answer;
    if (w->nothing)
        return answer;
    if (filter.keys.isEmpty() && w->inTotals) {
        const auto n = countTotals(db, *w, filter);
        if (!n)
            return fail(n.error());
        answer.rows = *n;
        return answer;
    }
    QElapsedTimer time;
    time.start();
    for (const Where::Walk &walk : w->walks()) {
        qint64 end = w->endId;
        while (end > w->firstId) {
            if (time.elapsed() >= CountMs) {
                answer.exact = false;
                return answer;
            }
            const auto floor = stepDown(db, walk, w->firstId, end);
            if (!floor)
                return fail(floor.error());
            const auto n = countWalk(db, *w, walk, *floor, end);
            if (!n)
                return fail(n.error());
            answer.rows += *n;
            end = *floor;
        }
    }
    return answer;
}

} // namespace latchkey::request_table
