#include "core/policy/rate_share.h"

#include <QRandomGenerator>
#include <QTest>
#include <deque>

using namespace latchkey;
using namespace latchkey::policy;

namespace {

constexpr qint64 NsPerMs = 1'000'000, T0 = 1'700'000'000'000 * NsPerMs;

RateLimits limitsOf(RatePeriod p, qint64 count) {
    RateLimits l;
    l.set(p, count);
    return l;
}

/// Verifiers that share one bucket, in a time that the test moves.
class Cluster {
public:
    Cluster(const RateLimits &limits, int nodes)
        : m_limits(limits)
        , m_parts(MeterLimits::of(limits))
        , m_nodes(static_cast<std::size_t>(nodes)) {}

    bool ask(std::size_t node) {
        Node &n = m_nodes[node];
        const Meter::Answer answer = n.share.take(n.meter, m_parts, sharers(), ticks());
        m_retryMs = answer.retryAfter / TicksPerMs;
        const bool passed = answer.admitted;
        if (passed)
            m_passed.push_back(m_nowNs);
        return passed;
    }
    void settle(std::size_t node) { answer(node, question(node)); }
    /// The question goes out now; answer() brings what was said.
    RateShare::Stock question(std::size_t node) { return m_nodes[node].share.takeStock(m_parts, sharers()); }
    void answer(std::size_t node, const RateShare::Stock &stock) {
        Node &n = m_nodes[node];
        const RateGrant grant = m_bucket.settle(m_limits, stock.used, stock.want, m_nowNs, sharers());
        n.share.settled(n.meter, grant, m_parts, sharers(), ticks());
    }
    void settleIfDue(std::size_t node) {
        if (m_nodes[node].share.becomesDue())
            settle(node);
    }
    void tellAll() {
        for (Node &n : m_nodes) {
            RateBucket bucket = m_bucket;
            n.share.heard(n.meter, bucket.settle(m_limits, 0, 0, m_nowNs), m_parts, sharers(), ticks());
        }
    }
    void giveBack(std::size_t node) {
        Node &n = m_nodes[node];
        const RateShare::Stock stock = n.share.takeStock(m_parts, sharers());
        const RateGrant grant = m_bucket.settle(m_limits, stock.used - n.share.takeBack(), 0, m_nowNs);
        n.share.settled(n.meter, grant, m_parts, sharers(), ticks());
    }
    void unreachable(std::size_t node) {
        RateShare &share = m_nodes[node].share;
        share.notSettled(share.takeStock(m_parts, sharers()));
    }
    [[nodiscard]] qint64 retryMs() const { return m_retryMs; } ///< what the last refusal said
    void wait(qint64 ms) { m_nowNs += ms * NsPerMs; }
    [[nodiscard]] int sharers() const { return static_cast<int>(m_nodes.size()); }
    [[nodiscard]] qint64 passed() const { return static_cast<qint64>(m_passed.size()); }
    /// The most that passed beyond limit·(1 + T/period) in any stretch.
    [[nodiscard]] qint64 mostBeyond(qint64 limit, qint64 periodMs) const {
        qint64 most = 0;
        for (std::size_t from = 0; from < m_passed.size(); ++from) {
            for (std::size_t to = from; to < m_passed.size(); ++to) {
                const qint64 stretch = m_passed[to] - m_passed[from];
                const qint64 may = limit + limit * stretch / (periodMs * NsPerMs);
                most = std::max(most, static_cast<qint64>(to - from + 1) - may);
            }
        }
        return most;
    }

private:
    struct Node {
        Meter meter;
        RateShare share;
    };
    [[nodiscard]] Ticks ticks() const { return (m_nowNs - T0 + NsPerMs) * (TicksPerMs / NsPerMs); }
    RateLimits m_limits;
    MeterLimits m_parts;
    RateBucket m_bucket;
    std::vector<Node> m_nodes;
    std::vector<qint64> m_passed;
    qint64 m_nowNs = T0;
    qint64 m_retryMs = 0;
};

} // namespace

class RateShareTest : public QObject {
    Q_OBJECT
private slots:
    void theBucketGrantsWhatThereIs() {
        RateBucket b;
        const RateLimits ten = limitsOf(RatePeriod::Minute, 10);
        RateGrant g = b.settle(ten, 0, 4, T0);
        QCOMPARE(g.granted, 4);
        QCOMPARE(g.available[1], 6);
        g = b.settle(ten, 0, 100, T0);
        QCOMPARE(g.granted, 6);
        QCOMPARE(g.available[1], 0);
        QCOMPARE(g.waitNs[1], 6'000 * NsPerMs);
        QCOMPARE(b.settle(ten, 0, 1, T0 + 5'999 * NsPerMs).granted, 0);
        QCOMPARE(b.settle(ten, 0, 2, T0 + 6'000 * NsPerMs).granted, 1);
        // What was let through without asking is owed: two more have to be waited for.
        g = b.settle(ten, 2, 1, T0 + 6'000 * NsPerMs);
        QCOMPARE(g.granted, 0);
        QCOMPARE(g.waitNs[1], 18'000 * NsPerMs);
        // And what comes back is there again.
        QCOMPARE(b.settle(ten, -3, 5, T0 + 6'000 * NsPerMs).granted, 1);
    }
    void theNarrowestLimitDecides() {
        RateBucket b;
        RateLimits two = limitsOf(RatePeriod::Second, 5);
        two.set(RatePeriod::Day, 7);
        QCOMPARE(b.settle(two, 0, 100, T0).granted, 5);
        QCOMPARE(b.settle(two, 0, 100, T0 + 1'000 * NsPerMs).granted, 2);
        const RateGrant g = b.settle(two, 0, 100, T0 + 2'000 * NsPerMs);
        QCOMPARE(g.granted, 0);
        QCOMPARE(g.waitNs[0], 0);
        QVERIFY(g.waitNs[3] > 12'000'000 * NsPerMs); // 86,400 s / 7
        // Absurd numbers stay within what an account can hold.
        RateBucket huge;
        huge.settle(limitsOf(RatePeriod::Day, 1), std::numeric_limits<qint64>::max(), 1, T0);
        QVERIFY(huge.arrivalNs[3] > T0 && huge.arrivalNs[3] < T0 + 5 * 86'400'000 * NsPerMs);
        QCOMPARE(
            huge.settle(limitsOf(RatePeriod::Day, 1), std::numeric_limits<qint64>::min(), 0, T0).waitNs[3],
            0);
    }
    void equalPartsAddUp() {
        for (const qint64 limit : {1, 2, 3, 10, 100, 1'000'003}) {
            for (const int sharers : {1, 2, 3, 7}) {
                const MeterLimits part =
                    shareOf(MeterLimits::of(limitsOf(RatePeriod::Minute, limit)), sharers);
                Meter m;
                qint64 burst = 0;
                while (burst <= limit && m.take(part, TicksPerMs).admitted)
                    ++burst;
                QCOMPARE(burst, std::max<qint64>(1, limit / sharers));
            }
        }
    }
    /// Nobody settles: the bound of the fallback.
    void withoutTheLedgerEachHasItsPart() {
        Cluster c(limitsOf(RatePeriod::Hour, 30), 3);
        for (int i = 0; i < 100; ++i) {
            for (std::size_t n = 0; n < 3; ++n)
                c.ask(n);
        }
        QCOMPARE(c.passed(), 30);
        c.wait(3'600'000);
        for (int i = 0; i < 300; ++i)
            c.ask(static_cast<std::size_t>(i % 3));
        QCOMPARE(c.passed(), 60);
    }
    /// All traffic at one of three: it has the whole limit, and not more.
    void oneOfThreeGetsAll() {
        Cluster c(limitsOf(RatePeriod::Hour, 30), 3);
        for (int i = 0; i < 100; ++i) {
            c.ask(0);
            c.settleIfDue(0);
        }
        QCOMPARE(c.passed(), 30);
        c.tellAll(); // the others have heard of it
        QVERIFY(!c.ask(1) && !c.ask(2));
        QCOMPARE(c.passed(), 30);
    }
    /// The same where each settlement takes so long that it hears the account meanwhile, from before it: what
    /// it is just telling is not let through once more.
    void whatIsBeingToldIsNotForgotten() {
        Cluster c(limitsOf(RatePeriod::Hour, 90), 3);
        const auto all = [&c] {
            while (c.ask(0)) {
            }
        };
        for (int i = 0; i < 30; ++i) {
            all();
            const RateShare::Stock stock = c.question(0);
            c.tellAll();
            all();
            c.answer(0, stock);
        }
        QCOMPARE(c.passed(), 90);
    }
    /// A burst beyond its part is refused until the first lease is there, but told to come again at once;
    /// when there is nothing left, how long it really takes.
    void aRefusalBeforeTheLeaseIsShort() {
        Cluster c(limitsOf(RatePeriod::Hour, 30), 3);
        for (int i = 0; i < 10; ++i)
            QVERIFY(c.ask(0));
        QVERIFY(!c.ask(0));
        QVERIFY2(c.retryMs() <= 50, qPrintable(QString::number(c.retryMs())));
        c.settle(0); // milliseconds later
        QVERIFY(c.ask(0));
        while (c.passed() < 30) {
            QVERIFY(c.ask(0) || c.retryMs() <= 50);
            c.settle(0);
        }
        (void)c.ask(0);
        c.settle(0);
        QVERIFY(!c.ask(0));
        QVERIFY2(c.retryMs() > 60'000, qPrintable(QString::number(c.retryMs()))); // 2 minutes a request
    }
    /// Without the ledger no lease is on its way.
    void aRefusalWithoutTheLedgerIsHonest() {
        Cluster c(limitsOf(RatePeriod::Hour, 30), 3);
        for (int i = 0; i < 10; ++i)
            QVERIFY(c.ask(0));
        c.unreachable(0);
        QVERIFY(!c.ask(0));
        QVERIFY2(c.retryMs() > 60'000, qPrintable(QString::number(c.retryMs())));
    }
    /// What one has leased and does not use, another can have.
    void unusedLeasesGoBack() {
        Cluster c(limitsOf(RatePeriod::Hour, 30), 2);
        for (int i = 0; i < 15; ++i)
            QVERIFY(c.ask(0)); // its part
        c.ask(0);
        c.settle(0); // leases what is left
        for (int i = 0; i < 20; ++i) {
            c.ask(1);
            c.settleIfDue(1);
        }
        const qint64 before = c.passed(); // the second one's part came on top of the lease
        QVERIFY(before <= 30);
        c.giveBack(0);
        c.wait(1'000);
        for (int i = 0; i < 40; ++i) {
            c.ask(1);
            c.settle(1);
        }
        QCOMPARE(c.passed(), 30);
    }
    /// Whoever has not heard yet lets at most its part through, and it is owed: the long run is exact.
    void lateNewsAreOwed() {
        Cluster c(limitsOf(RatePeriod::Minute, 60), 3);
        for (int i = 0; i < 100; ++i) {
            c.ask(0);
            c.settleIfDue(0);
        }
        QCOMPARE(c.passed(), 60);
        for (int i = 0; i < 100; ++i) { // the others have heard nothing
            c.ask(1);
            c.ask(2);
        }
        QCOMPARE(c.passed(), 100); // limit·(2 − 1/3)
        c.settle(1);
        c.settle(2);
        c.tellAll();
        for (int ms = 0; ms < 39'000; ms += 250) { // 40 are owed: 40 s
            c.wait(250);
            for (std::size_t n = 0; n < 3; ++n)
                QVERIFY(!c.ask(n));
        }
        c.wait(2'000);
        QVERIFY(c.ask(0));
    }
    /// Random traffic on three, settled now and then, for a while: never more than a part of each beyond the
    /// limit, and on the long run the limit.
    void boundOverAnyStretch() {
        constexpr qint64 limit = 60;
        QRandomGenerator random(7);
        for (int round = 0; round < 8; ++round) {
            Cluster c(limitsOf(RatePeriod::Second, limit), 3);
            const int lazy = 1 + round * 12; // steps between settlements
            constexpr int Steps = 4'000;
            for (int i = 0; i < Steps; ++i) {
                c.ask(random.bounded(3U));
                if (random.bounded(lazy) == 0) {
                    for (std::size_t n = 0; n < 3; ++n)
                        c.settleIfDue(n);
                    c.tellAll();
                }
                c.wait(random.bounded(4));
            }
            const qint64 seconds = Steps * 3 / 2 / 1000;
            const qint64 beyond = c.mostBeyond(limit, 1'000);
            QVERIFY2(beyond <= limit + 3, qPrintable(QString::number(beyond)));
            QVERIFY2(c.passed() >= limit * seconds * 8 / 10, qPrintable(QString::number(c.passed())));
            QVERIFY2(c.passed() <= limit * (seconds + 3), qPrintable(QString::number(c.passed())));
        }
    }
};

QTEST_GUILESS_MAIN(RateShareTest)
#include "rate_share_test.moc"
