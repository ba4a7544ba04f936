#pragma once

#include "core/policy/meter.h"
#include "core/policy/rate_bucket.h"

namespace latchkey::policy {

/// An equal part of a key's limits: what one of `sharers` may let through on its own, so that all of them
/// together stay within the limits (or one request each, where a limit is smaller than their number).
MeterLimits shareOf(const MeterLimits &limits, int sharers);

/// What one verifier of several may let through of one key: first what it has leased from the bucket that
/// they share, then, until it has heard from there, its equal part, which it owes. Lock-free on the path of
/// a request; one thread settles.
class RateShare {
public:
    /// Takes one request. `meter` keeps the equal part. Refused while, as far as is known, there is more than
    /// that part: a lease is on its way, and retryAfter is no longer than that may take.
    Meter::Answer take(Meter &meter, const MeterLimits &limits, int sharers, Ticks now);
    /// What take() would answer; takes nothing.
    [[nodiscard]] Meter::Answer look(const Meter &meter, const MeterLimits &limits, int sharers,
                                     Ticks now) const;
    /// True once after there was something to settle, until stock is taken.
    [[nodiscard]] bool becomesDue();

    // The thread that settles:
    struct Stock {
        qint64 used = 0; ///< let through on its own and not yet told
        qint64 want = 0; ///< to lease
    };
    Stock takeStock(const MeterLimits &limits, int sharers);
    /// The answer to what was asked with that stock.
    void settled(Meter &meter, const RateGrant &grant, const MeterLimits &limits, int sharers, Ticks now);
    /// What the others have used: the same without anything asked. What is being told meanwhile is not in it
    /// yet, and counts as owed.
    void heard(Meter &meter, const RateGrant &grant, const MeterLimits &limits, int sharers, Ticks now);
    /// Nobody answered: it is still owed.
    void notSettled(const Stock &stock);
    /// What was leased and not used.
    [[nodiscard]] qint64 takeBack() { return m_leased.exchange(0, std::memory_order_relaxed); }

    /// A key that has been refused asks again after so long at the earliest.
    static constexpr Ticks QuietFor = 50 * TicksPerMs;

private:
    bool takeLeased();
    std::atomic<qint64> m_leased{0}, m_low{-1};
    std::atomic<qint64> m_owed{0}, m_used{0}, m_refused{0};
    qint64 m_telling = 0; ///< owed, and in a question that has no answer yet; of the thread that settles
    std::atomic<Ticks> m_quietUntil{0};
    std::atomic_bool m_due{false}, m_noted{false};
    std::atomic_bool m_more{true}; ///< there may be something to lease
};

/// Whom decide() asks about a limit beside the meter; `share` is null where a verifier is alone.
struct Sharing {
    RateShare *share = nullptr;
    int sharers = 1;
};

} // namespace latchkey::policy
