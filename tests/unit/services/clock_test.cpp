#include "core/model/forward_clock.h"
#include "core/policy/policy.h"
#include "tests/support/test_vault.h"

#include <thread>

using namespace latchkey;

namespace {

constexpr qint64 Day = 86'400'000;
const Instant deadline(1'791'720'000'000);

/// When somebody looks, as milliseconds from the deadline, and whether it still holds then.
struct Look {
    qint64 at;
    bool holds;
};
using Looks = QList<Look>;

/// What the computer's clock does around a deadline. Inclusive: it holds in the millisecond itself.
void clockRows() {
    QTest::addColumn<Looks>("looks");
    QTest::newRow("forward, to the millisecond") << Looks{{-1, true}, {0, true}, {1, false}, {2, false}};
    QTest::newRow("back by 1 ms") << Looks{{-1, true}, {1, false}, {0, false}, {-1, false}};
    QTest::newRow("back within what holds") << Looks{{-1, true}, {-Day, true}, {0, true}, {1, false}};
    QTest::newRow("back by a day") << Looks{{1, false}, {-Day, false}, {1, false}, {Day, false}};
    QTest::newRow("back to 1970") << Looks{{1, false}, {-deadline.ms(), false}, {0, false}};
    QTest::newRow("forward and back again")
        << Looks{{-Day, true}, {Day, false}, {-Day, false}, {-1, false}, {1, false}};
    QTest::newRow("back and forth around it")
        << Looks{{0, true}, {-1, true}, {0, true}, {1, false}, {0, false}, {1, false}, {-1, false}};
    QTest::newRow("before the epoch") << Looks{{1, false}, {-2 * deadline.ms(), false}};
}

policy::Request requestAt(Instant t) {
    policy::Request r;
    r.at = t;
    return r;
}

} // namespace

/// The computer's clock set back and forward: what is over stays over, to the millisecond.
class ClockTest : public QObject {
    Q_OBJECT
private slots:
    void expiry_data() { clockRows(); }
    void expiry() {
        QFETCH(Looks, looks);
        FixedClock computer(deadline);
        const ForwardClock clock(computer);
        ApiKey key;
        key.config.expires = deadline;
        const auto facts = policy::KeyFacts::of(key);
        for (const Look &look : looks) {
            computer.set(deadline.plusMs(look.at));
            const Instant now = clock.now();
            QCOMPARE(statusOf(key, now) == KeyStatus::Active, look.holds);
            const policy::Presented token{true, &facts, true, {}};
            QCOMPARE(policy::decide(token, requestAt(now), nullptr).code,
                     look.holds ? DecisionCode::Allowed : DecisionCode::Expired);
        }
    }

    void theOverlapOfARotation_data() { clockRows(); }
    void theOverlapOfARotation() {
        QFETCH(Looks, looks);
        FixedClock computer(deadline);
        const ForwardClock clock(computer);
        ApiKey key;
        key.old = OldCredential{{}, deadline, {}, {}};
        const auto facts = policy::KeyFacts::of(key);
        for (const Look &look : looks) {
            computer.set(deadline.plusMs(look.at));
            const Instant now = clock.now();
            QCOMPARE(key.old->works(now), look.holds);
            QCOMPARE(isRotating(key, now), look.holds);
            const policy::Presented token{true, &facts, true, deadline};
            QCOMPARE(policy::decide(token, requestAt(now), nullptr).allowed(), look.holds);
        }
    }

    /// The use cases see the same: an overlap that has ended cannot be extended by turning the clock back.
    void whatIsOverCannotBeExtended() {
        TestVault v(deadline);
        v.open();
        const ForwardClock clock(v.clock);
        KeyService service(*v.backend, v.secrets, clock, Principal{QStringLiteral("Ana"), true, true, {}});
        const ApiKey key = waitFor(service.create(v.config()))->key;
        const ApiKey rotated = waitFor(service.rotate(key, 1'000))->key;
        QCOMPARE(rotated.old->until, deadline.plusMs(999)); // the last millisecond of the second
        v.clock.set(deadline.plusMs(999));
        QVERIFY(waitFor(service.extendOld(rotated, 1'000)));
        const ApiKey extended = waitFor(v.backend->rows({key.id}))->first();
        QCOMPARE(extended.old->until, deadline.plusMs(999 + 999));
        v.clock.set(deadline.plusMs(999 + 999 + 1));
        QVERIFY(!isRotating(extended, clock.now()));
        v.clock.set(deadline);
        QVERIFY(!isRotating(extended, clock.now()));
        const auto refused = waitFor(service.extendOld(extended, 1'000));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::WrongState);
        // Nor does an old date become a future one.
        KeyConfig past = extended.config;
        past.expires = deadline.plusMs(1);
        QVERIFY(!waitFor(service.edit(extended, past)));
        v.close();
    }

    void limits() {
        policy::Meter meter;
        ApiKey key;
        key.config.limits.set(RatePeriod::Minute, 2);
        const auto facts = policy::KeyFacts::of(key);
        const policy::Presented token{true, &facts, true, {}};
        const auto ask = [&](qint64 wall, qint64 ticksMs) {
            policy::Request r = requestAt(deadline.plusMs(wall));
            r.monotonic = ticksMs * policy::TicksPerMs;
            return policy::decide(token, r, &meter).code;
        };
        constexpr qint64 Start = 1'000'000;
        QCOMPARE(ask(0, Start), DecisionCode::Allowed);
        QCOMPARE(ask(0, Start), DecisionCode::Allowed);
        // The wall clock says nothing about limits, wherever it is set.
        for (const qint64 wall : {qint64(0), -Day, Day, 365 * Day, -deadline.ms()})
            QCOMPARE(ask(wall, Start), DecisionCode::RateLimited);
        // And a monotonic clock that is none gives nothing back.
        for (const qint64 ticks : {Start - 1, Start - 60'000, qint64(0)})
            QCOMPARE(ask(0, ticks), DecisionCode::RateLimited);
        QCOMPARE(ask(0, Start + 29'999), DecisionCode::RateLimited);
        QCOMPARE(ask(-Day, Start + 30'000), DecisionCode::Allowed);
    }

    void whatAVaultKnowsCounts() {
        FixedClock computer(deadline);
        ForwardClock clock(computer);
        clock.atLeast(deadline.plusMs(Day));
        QCOMPARE(clock.now(), deadline.plusMs(Day));
        QCOMPARE(clock.now().ms() - computer.now().ms(), Day);
        clock.atLeast(deadline); // never back
        QCOMPARE(clock.now(), deadline.plusMs(Day));
        computer.set(deadline.plusMs(Day + 1));
        QCOMPARE(clock.now(), deadline.plusMs(Day + 1));
        QCOMPARE(clock.now(), computer.now());
        computer.set(deadline);
        QCOMPARE(clock.now().ms() - computer.now().ms(), Day + 1);
        clock.trust(); // only because a person says so
        QCOMPARE(clock.now(), deadline);
    }

    /// While the computer's clock jumps about, no thread ever sees the time go back.
    void manyThreads() {
        FixedClock computer(deadline);
        const ForwardClock clock(computer);
        std::atomic_bool over{false}, bad{false};
        const auto look = [&] {
            for (Instant last; !over;) {
                const Instant now = clock.now();
                bad = bad || now < last;
                last = now;
            }
        };
        std::thread one(look), two(look);
        for (int i = 0; i < 200'000; ++i)
            computer.set(deadline.plusMs(i % 7 == 0 ? -i : i));
        over = true;
        one.join();
        two.join();
        QVERIFY(!bad);
    }
};

QTEST_GUILESS_MAIN(ClockTest)
#include "clock_test.moc"
