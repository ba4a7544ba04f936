#pragma once

#include "core/model/rate_limit.h"

namespace latchkey::policy {

/// What became of one key's question to the bucket that several verifiers share.
struct RateGrant {
    qint64 granted = 0; ///< requests that the asker may let through; they count already
    /// By period: how many more could pass now, and, where none could, nanoseconds until one can.
    std::array<qint64, AllRatePeriods.size()> available{}, waitNs{};
};

/// The use of one key as all verifiers together have it: GCRA as in meter.h, in nanoseconds of a clock that
/// they share. A value.
struct RateBucket {
    /// By period: when the key will be back in its own pace; 0: never used.
    std::array<qint64, AllRatePeriods.size()> arrivalNs{};

    /// Counts `used` requests, whether there is room for them or not (negative: they were granted and not
    /// used), then grants of `want` what there is room for, but for one of `sharers` no more than its part of
    /// it: the others may have let through what they have not told yet.
    RateGrant settle(const RateLimits &limits, qint64 used, qint64 want, qint64 nowNs, int sharers = 1);
};

} // namespace latchkey::policy
