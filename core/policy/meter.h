#pragma once

#include "core/model/rate_limit.h"

#include <atomic>

/// Rate limiting by the generic cell rate algorithm (GCRA; ITU-T I.371 calls it the virtual scheduling
/// algorithm). A limit of N a period lets N through at once and then one each period/N; so in any stretch of
/// time no more than N + N·(stretch/period) pass.
namespace latchkey::policy {

/// A monotonic clock's reading. Unit: 1/16 ns, so that a billion a second still has an interval of 16; 18
/// years fit.
using Ticks = qint64;
inline constexpr Ticks TicksPerMs = 16'000'000;
Ticks monotonicTicks();

/// A key's limits, worked out once.
struct MeterLimits {
    struct One {
        Ticks interval = 0;  ///< between two requests at the limit's own pace; 0 = no such limit
        Ticks tolerance = 0; ///< how far ahead of that pace a burst may run
    };
    std::array<One, AllRatePeriods.size()> limits;
    static MeterLimits of(const RateLimits &limits);
};

/// What one key has used. Lock-free; any number of threads. 32 bytes.
class Meter {
public:
    struct Answer {
        bool admitted = true;
        RatePeriod period = RatePeriod::Second; ///< the limit that refused
        Ticks retryAfter = 0;                   ///< until the same request could pass
    };
    /// Takes one request from every limit, or nothing from any. While a request that will be refused is being
    /// tried against several limits at once, another thread's may be refused too; none is ever let through
    /// too many.
    Answer take(const MeterLimits &limits, Ticks now);
    /// What take() would answer; takes nothing.
    [[nodiscard]] Answer look(const MeterLimits &limits, Ticks now) const;
    void reset();
    /// Puts it where an account that is kept elsewhere says.
    void set(const std::array<Ticks, AllRatePeriods.size()> &arrival);

private:
    /// By period: when the key will be back in its own pace ("theoretical arrival time").
    std::array<std::atomic<Ticks>, AllRatePeriods.size()> m_arrival{};
};

} // namespace latchkey::policy
