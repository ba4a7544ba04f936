#include "core/policy/rate_bucket.h"

#include <algorithm>

namespace latchkey::policy {

namespace {

constexpr qint64 NsPerSecond = 1'000'000'000;
constexpr std::array<qint64, AllRatePeriods.size()> periodNs{NsPerSecond, 60 * NsPerSecond,
                                                             3'600 * NsPerSecond, 86'400 * NsPerSecond};
/// Debts and gifts of one settlement stay within this, so that no number overflows.
constexpr qint64 MostRequests = RateLimits::MaxCount;
constexpr qint64 MostAheadNs = 345'600 * NsPerSecond;

} // namespace

RateGrant RateBucket::settle(const RateLimits &limits, qint64 used, qint64 want, qint64 nowNs, int sharers) {
    used = std::clamp(used, -MostRequests, MostRequests);
    RateGrant grant;
    grant.granted = std::clamp<qint64>(want, 0, MostRequests);
    std::array<qint64, AllRatePeriods.size()> interval{}, tolerance{};
    for (const RatePeriod p : AllRatePeriods) {
        const auto i = static_cast<std::size_t>(p);
        const auto count = limits.get(p);
        if (!count) {
            arrivalNs[i] = 0;
            continue;
        }
        interval[i] = (periodNs[i] + *count - 1) / *count; // rounded up: never more than the limit
        tolerance[i] = interval[i] * (*count - 1);
        // By hand: `used` intervals may be more than 64 bits hold.
        const qint64 most = MostAheadNs / interval[i];
        arrivalNs[i] = std::max(arrivalNs[i], nowNs) + std::clamp(used, -most, most) * interval[i];
        arrivalNs[i] = std::min(arrivalNs[i], nowNs + MostAheadNs);
        const qint64 room = nowNs + tolerance[i] - std::max(arrivalNs[i], nowNs);
        grant.available[i] = room < 0 ? 0 : room / interval[i] + 1;
        grant.granted = std::min(grant.granted, (grant.available[i] + sharers - 1) / std::max(1, sharers));
    }
    for (std::size_t i = 0; i < interval.size(); ++i) {
        if (interval[i] == 0)
            continue;
        arrivalNs[i] = std::max(arrivalNs[i], nowNs) + grant.granted * interval[i];
        grant.available[i] -= grant.granted;
        grant.waitNs[i] =
            grant.available[i] > 0 ? 0 : std::max<qint64>(0, arrivalNs[i] - tolerance[i] - nowNs);
    }
    return grant;
}

} // namespace latchkey::policy
