#include "core/policy/meter.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>
#include <atomic>
#include <deque>
#include <thread>

using namespace latchkey;
using namespace latchkey::policy;

namespace {

__extension__ using Wide = __int128;
constexpr std::array<qint64, 4> periodMs{1'000, 60'000, 3'600'000, 86'400'000};

/// The slow model: a bucket of N for each limit that fills by N a period, in exact 128-bit arithmetic (units
/// of ticks·N, so that nothing is rounded). A request must find room in every bucket.
class Buckets {
public:
    explicit Buckets(const RateLimits &limits) {
        for (const RatePeriod p : AllRatePeriods) {
            if (const auto n = limits.get(p))
                m_buckets.push_back({*n, periodMs[static_cast<std::size_t>(p)] * TicksPerMs, 0, 0});
        }
    }
    bool take(Ticks now) {
        for (Bucket &b : m_buckets) {
            b.used = std::max<Wide>(0, b.used - static_cast<Wide>(now - b.at) * b.count);
            b.at = now;
        }
        // One request weighs a whole period in these units; a full bucket weighs `count` of them.
        const bool room = std::all_of(m_buckets.begin(), m_buckets.end(), [](const Bucket &b) {
            return b.used + b.period <= static_cast<Wide>(b.period) * b.count;
        });
        for (Bucket &b : m_buckets)
            b.used += room ? b.period : 0;
        return room;
    }

private:
    struct Bucket {
        Wide count, period, used;
        Ticks at;
    };
    std::vector<Bucket> m_buckets;
};

RateLimits limitsOf(std::initializer_list<std::pair<RatePeriod, qint64>> list) {
    RateLimits l;
    for (const auto &[p, n] : list)
        l.set(p, n);
    return l;
}

} // namespace

class MeterTest : public QObject {
    Q_OBJECT
private slots:
    void noLimitAdmitsAll() {
        Meter m;
        for (int i = 0; i < 1000; ++i)
            QVERIFY(m.take(MeterLimits::of({}), 5).admitted);
    }

    void burstThenPace() {
        Meter m;
        const auto limits = MeterLimits::of(limitsOf({{RatePeriod::Minute, 3}}));
        Ticks now = 7 * TicksPerMs;
        for (int i = 0; i < 3; ++i)
            QVERIFY(m.take(limits, now).admitted);
        const auto refused = m.take(limits, now);
        QVERIFY(!refused.admitted);
        QCOMPARE(refused.period, RatePeriod::Minute);
        QCOMPARE(refused.retryAfter, 20'000 * TicksPerMs);
        QVERIFY(!m.take(limits, now + refused.retryAfter - 1).admitted);
        QVERIFY(m.look(limits, now + refused.retryAfter).admitted); // looking takes nothing
        QVERIFY(m.take(limits, now + refused.retryAfter).admitted);
        QVERIFY(!m.take(limits, now + refused.retryAfter).admitted);
    }

    /// The day's limit refuses: the minute's must be as if nobody had asked.
    void aRefusalTakesNothing() {
        Meter m;
        const auto limits = MeterLimits::of(limitsOf({{RatePeriod::Minute, 10}, {RatePeriod::Day, 5}}));
        for (int i = 0; i < 5; ++i)
            QVERIFY(m.take(limits, 0).admitted);
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(m.take(limits, 0).period, RatePeriod::Day);
        const auto minuteOnly = MeterLimits::of(limitsOf({{RatePeriod::Minute, 10}}));
        int left = 0;
        while (m.take(minuteOnly, 0).admitted)
            ++left;
        QCOMPARE(left, 5);
    }

    void extremes() {
        Meter one;
        const auto most = MeterLimits::of(limitsOf({{RatePeriod::Second, RateLimits::MaxCount}}));
        for (int i = 0; i < 100'000; ++i)
            QVERIFY(one.take(most, 0).admitted);
        Meter two;
        const auto daily = MeterLimits::of(limitsOf({{RatePeriod::Day, 1}}));
        QVERIFY(two.take(daily, 1).admitted);
        QVERIFY(!two.take(daily, 86'400'000 * TicksPerMs).admitted);
        QVERIFY(two.take(daily, 86'400'000 * TicksPerMs + 1).admitted);
        QVERIFY(!two.take(daily, 5).admitted); // a clock that went back lets nothing more in
    }

    /// 10 million random requests over 2,000 keys with random limits: the model's answer, each time. Where
    /// the interval is no whole number of ticks the meter may be stricter by the rounding, never laxer.
    void agreesWithTheSlowModel() {
        QRandomGenerator r(20261121);
        constexpr int Keys = 2000, Requests = 5000;
        qint64 admitted = 0, stricter = 0;
        for (int k = 0; k < Keys; ++k) {
            RateLimits l;
            for (const RatePeriod p : AllRatePeriods) {
                if (r.bounded(2) == 0)
                    l.set(p, 1 + r.bounded(k % 2 == 0 ? 20 : 3000));
            }
            const auto limits = MeterLimits::of(l);
            Meter m;
            Buckets model(l);
            Ticks now = r.bounded(1'000'000);
            const int pace = 1 << r.bounded(24);
            bool exact = true;
            for (const RatePeriod p : AllRatePeriods) {
                const auto n = l.get(p);
                exact = exact && (!n || periodMs[static_cast<std::size_t>(p)] * TicksPerMs % *n == 0);
            }
            for (int i = 0; i < Requests; ++i) {
                now += static_cast<Ticks>(r.bounded(pace)) * r.bounded(2000);
                const bool mine = m.take(limits, now).admitted;
                if (exact) {
                    QCOMPARE(mine, model.take(now));
                } else if (mine) { // whatever the meter lets in, the model has room for
                    QVERIFY(model.take(now));
                } else {
                    ++stricter;
                }
                admitted += mine ? 1 : 0;
            }
        }
        QVERIFY(admitted > Keys * 10 && stricter > 0);
    }

    /// Four threads on one key: in no window do more pass than the limit and its burst, and the limit is used
    /// up.
    void neverTooManyUnderThreads() {
        constexpr int Threads = 4, PerThread = 200'000;
        const auto limits =
            MeterLimits::of(limitsOf({{RatePeriod::Second, 1000}, {RatePeriod::Minute, 20'000}}));
        Meter m;
        std::atomic<Ticks> clock{0};
        std::vector<std::vector<Ticks>> passed(Threads);
        std::vector<std::thread> threads;
        for (int t = 0; t < Threads; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < PerThread; ++i) {
                    const Ticks now = clock.fetch_add(TicksPerMs / 20); // 50 µs a request: 20 times the limit
                    if (m.take(limits, now).admitted)
                        passed[static_cast<std::size_t>(t)].push_back(now);
                }
            });
        }
        for (auto &t : threads)
            t.join();
        std::vector<Ticks> all;
        for (const auto &p : passed)
            all.insert(all.end(), p.begin(), p.end());
        std::sort(all.begin(), all.end());
        const auto mostWithin = [&](Ticks window) {
            std::size_t from = 0, most = 0;
            for (std::size_t to = 0; to < all.size(); ++to) {
                while (all[to] - all[from] >= window)
                    ++from;
                most = std::max(most, to - from + 1);
            }
            return most;
        };
        QVERIFY(mostWithin(1000 * TicksPerMs) <= 2000);
        QVERIFY(all.size() <= 20'000 + 20'000 * 40 / 60 + 1); // 40 s of the clock
        QVERIFY(all.size() > 15'000);
    }
};

QTEST_GUILESS_MAIN(MeterTest)
#include "meter_test.moc"
