#include "core/storage/postgres/postgres_rates.h"

#include "core/model/futures.h"
#include "core/storage/db_thread.h"
#include "core/storage/dialect.h"
#include "core/storage/postgres/postgres_session.h"
#include "core/storage/sql.h"

#include <QElapsedTimer>

namespace latchkey {

namespace {

/// A verifier that has not been seen for so long by the clock of this computer no longer shares.
constexpr qint64 SilentMs = 15'000;
constexpr qint64 TidyMs = 600'000;
constexpr int MostSeen = 20'000;
constexpr PostgresSession::Times RateTimes{5'000, 2'000, 1'000};

Result<int> countVerifiers(QSqlDatabase &db, Instant now) {
    auto q = sql::exec(db, QStringLiteral("SELECT count(*) FROM verifier_nodes WHERE seen > ?"),
                       {now.ms() - SilentMs});
    if (!q)
        return fail(q.error());
    return q->next() ? qMax(1, q->value(0).toInt()) : 1;
}

/// What this role lacks on the table, said by name: a statement that is refused names nothing.
Outcome checkRights(QSqlDatabase &db) {
    auto q = sql::exec(
        db,
        QStringLiteral("SELECT current_user, string_agg(p, ', ' ORDER BY o) FILTER (WHERE NOT "
                       "has_table_privilege('rate_use', p)) FROM (VALUES (1, 'SELECT'), (2, 'INSERT'), (3, "
                       "'UPDATE'), (4, 'DELETE')) AS needed (o, p)"));
    if (!q || !q->next())
        return fail(q ? Error(ErrorCode::Internal) : q.error());
    const QString missing = q->value(1).toString();
    if (missing.isEmpty())
        return ok();
    return fail(ErrorCode::NotAllowed, {{QStringLiteral("table"), QStringLiteral("rate_use")},
                                        {QStringLiteral("role"), q->value(0).toString()},
                                        {QStringLiteral("missing"), missing}});
}

/// A right that is gone is said by name.
Error named(QSqlDatabase &db, const Error &error) {
    if (error.code != ErrorCode::NotAllowed || !db.isOpen())
        return error;
    const Outcome rights = checkRights(db);
    return rights ? error : rights.error();
}

/// One after the other, whoever asks; the server's clock behind the lock.
Result<qint64> lockRates(QSqlDatabase &db) {
    auto q = sql::exec(
        db, QStringLiteral("SELECT pg_advisory_xact_lock(hashtext('latchkey/' || current_schema()), 4), "
                           "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint"));
    if (!q)
        return fail(q.error());
    return q->next() ? q->value(1).toLongLong() * 1000 : 0;
}

Result<QHash<QString, policy::RateBucket>> readBuckets(QSqlDatabase &db, const QStringList &keys) {
    auto q = sql::exec(db,
                       QStringLiteral("SELECT key, second_ns, minute_ns, hour_ns, day_ns FROM rate_use WHERE "
                                      "key = ANY(?::text[])"),
                       {sql::arrayOf(keys)});
    if (!q)
        return fail(q.error());
    QHash<QString, policy::RateBucket> found;
    while (q->next()) {
        policy::RateBucket &bucket = found[q->value(0).toString()];
        for (std::size_t i = 0; i < bucket.arrivalNs.size(); ++i)
            bucket.arrivalNs[i] = q->value(static_cast<int>(i) + 1).toLongLong();
    }
    return found;
}

Outcome writeBuckets(QSqlDatabase &db, const QHash<QString, policy::RateBucket> &buckets, qint64 now) {
    QStringList keys;
    std::array<QList<qint64>, AllRatePeriods.size()> arrivals;
    for (auto it = buckets.cbegin(); it != buckets.cend(); ++it) {
        keys.append(it.key());
        for (std::size_t i = 0; i < arrivals.size(); ++i)
            arrivals[i].append(it->arrivalNs[i]);
    }
    const auto q = sql::exec(
        db,
        QStringLiteral(
            "INSERT INTO rate_use (changed_ns, key, second_ns, minute_ns, hour_ns, day_ns) SELECT ?::bigint, "
            "u.* FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) AS u ON CONFLICT "
            "(key) DO UPDATE SET second_ns = excluded.second_ns, minute_ns = excluded.minute_ns, hour_ns = "
            "excluded.hour_ns, day_ns = excluded.day_ns, changed_ns = excluded.changed_ns"),
        {now, sql::arrayOf(keys), sql::arrayOf(arrivals[0]), sql::arrayOf(arrivals[1]),
         sql::arrayOf(arrivals[2]), sql::arrayOf(arrivals[3])});
    return q ? ok() : Outcome(fail(q.error()));
}

Result<QList<policy::RateGrant>> settleLocked(QSqlDatabase &db, const QList<RateLedger::Ask> &asks,
                                              int sharers, bool tidy) {
    const auto now = lockRates(db);
    if (!now)
        return fail(now.error());
    QStringList keys;
    for (const RateLedger::Ask &ask : asks)
        keys.append(ask.key.toString());
    auto buckets = readBuckets(db, keys);
    if (!buckets)
        return fail(buckets.error());
    QList<policy::RateGrant> grants;
    for (qsizetype i = 0; i < asks.size(); ++i)
        grants.append((*buckets)[keys[i]].settle(asks[i].limits, asks[i].used, asks[i].want, *now, sharers));
    if (auto written = writeBuckets(db, *buckets, *now); !written)
        return fail(written.error());
    if (tidy) { // keys that are back in their own pace
        const auto gone = sql::exec(
            db,
            QStringLiteral("DELETE FROM rate_use WHERE greatest(second_ns, minute_ns, hour_ns, day_ns) < ?"),
            {*now});
        if (!gone)
            return fail(gone.error());
    }
    return grants;
}

Result<QList<policy::RateGrant>> settleAll(QSqlDatabase &db, const QList<RateLedger::Ask> &asks, int sharers,
                                           bool tidy) {
    if (const auto begun = sql::exec(db, QStringLiteral("BEGIN")); !begun)
        return fail(begun.error());
    auto grants = settleLocked(db, asks, sharers, tidy);
    if (grants) {
        if (auto done = sql::exec(db, QStringLiteral("COMMIT")); !done) {
            // It may have been done: asked again, what goes back would go back twice.
            if (done.error().code == ErrorCode::Unreachable)
                done.error().code = ErrorCode::Unanswered;
            grants = fail(done.error());
        }
    }
    if (!grants && db.isOpen())
        (void)sql::exec(db, QStringLiteral("ROLLBACK"));
    return grants;
}

/// In the order of their changes, which is that of their commits: whoever writes holds the lock.
Result<RateLedger::Seen> seenSince(QSqlDatabase &db, qint64 &since) {
    auto q = sql::exec(db,
                       QStringLiteral("SELECT key, second_ns, minute_ns, hour_ns, day_ns, changed_ns, "
                                      "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint FROM "
                                      "rate_use WHERE changed_ns > ? ORDER BY changed_ns, key LIMIT %1")
                           .arg(MostSeen),
                       {since});
    if (!q)
        return fail(q.error());
    RateLedger::Seen seen;
    while (q->next()) {
        policy::RateBucket bucket;
        for (std::size_t i = 0; i < bucket.arrivalNs.size(); ++i)
            bucket.arrivalNs[i] = q->value(static_cast<int>(i) + 1).toLongLong();
        if (const auto key = KeyId::fromLatin1(q->value(0).toString().toLatin1()))
            seen.used.append({*key, bucket});
        since = q->value(5).toLongLong();
        seen.nowNs = q->value(6).toLongLong() * 1000;
    }
    seen.more = seen.used.size() >= MostSeen;
    return seen;
}

class PostgresRates final : public RateLedger {
    /// On its thread, connected before the first task.
    template<typename F>
    auto run(F task) -> QFuture<std::invoke_result_t<F, QSqlDatabase &>> {
        using R = std::invoke_result_t<F, QSqlDatabase &>;
        return m_thread.run([address = m_address, deadline = m_deadline, task = std::move(task),
                             connection = m_thread.connectionName()](QSqlDatabase &) mutable -> R {
            if (!QSqlDatabase::contains(connection)) {
                if (auto opened = PostgresSession::open(connection, address, RateTimes, deadline); !opened)
                    return fail(opened.error());
            }
            QSqlDatabase db = QSqlDatabase::database(connection, false);
            return task(db);
        });
    }

public:
    PostgresRates(PostgresAddress address, const Clock &clock)
        : m_address(std::move(address))
        , m_clock(clock)
        , m_deadline(std::make_shared<Deadline>())
        , m_thread(QStringLiteral("vault-rates")) {
        m_tidied.start();
        m_thread.setRevive([](QSqlDatabase &db) {
            PostgresSession *session = PostgresSession::of(db);
            return session ? session->revive() : ok();
        });
    }

    QFuture<Result<Settled>> settle(const QList<Ask> &asks) override {
        const bool tidy = !asks.isEmpty() && m_tidied.hasExpired(TidyMs);
        if (tidy)
            m_tidied.restart();
        return run([now = m_clock.now(), tidy, asks](QSqlDatabase &db) -> Result<Settled> {
            const auto verifiers = countVerifiers(db, now);
            if (!verifiers)
                return fail(verifiers.error());
            auto grants = settleAll(db, asks, *verifiers, tidy);
            if (!grants)
                return fail(named(db, grants.error()));
            return Settled{std::move(*grants), *verifiers};
        });
    }
    QFuture<Result<Seen>> look() override {
        return run([now = m_clock.now(), since = m_since](QSqlDatabase &db) -> Result<Seen> {
            if (*since == 0) { // nothing seen yet: not only what looking needs
                if (const auto may = checkRights(db); !may)
                    return fail(may.error());
            }
            qint64 at = *since;
            auto seen = seenSince(db, at);
            const auto verifiers = seen ? countVerifiers(db, now) : Result<int>(fail(seen.error()));
            if (!verifiers)
                return fail(named(db, verifiers.error()));
            *since = at;
            seen->verifiers = *verifiers;
            return seen;
        });
    }

private:
    PostgresAddress m_address;
    const Clock &m_clock;
    std::shared_ptr<Deadline> m_deadline;
    std::shared_ptr<qint64> m_since = std::make_shared<qint64>(0); ///< the thread's
    QElapsedTimer m_tidied;
    DbThread m_thread; // last: its tasks end before what they use
};

} // namespace

std::unique_ptr<RateLedger> openPostgresRates(const QString &uri, const Clock &clock) {
    auto address = parsePostgresAddress(uri);
    return address ? std::make_unique<PostgresRates>(std::move(*address), clock) : nullptr;
}

} // namespace latchkey
