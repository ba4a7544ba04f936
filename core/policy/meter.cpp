#include "core/policy/meter.h"

#include <algorithm>
#include <chrono>

namespace latchkey::policy {

namespace {

constexpr std::array<Ticks, AllRatePeriods.size()> periodTicks{
    1'000 * TicksPerMs, 60'000 * TicksPerMs, 3'600'000 * TicksPerMs, 86'400'000 * TicksPerMs};

/// How much too early a request at `now` would be; 0 or less: in time.
Ticks early(Ticks arrival, const MeterLimits::One &limit, Ticks now) {
    return std::max(arrival, now) - limit.tolerance - now;
}

} // namespace

Ticks monotonicTicks() {
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count() *
           (TicksPerMs / 1'000'000);
}

MeterLimits MeterLimits::of(const RateLimits &limits) {
    MeterLimits m;
    for (const RatePeriod p : AllRatePeriods) {
        const auto i = static_cast<std::size_t>(p);
        if (const auto count = limits.get(p)) {
            m.limits[i].interval =
                (periodTicks[i] + *count - 1) / *count; // rounded up: never more than the limit
            m.limits[i].tolerance = m.limits[i].interval * (*count - 1);
        }
    }
    return m;
}

Meter::Answer Meter::take(const MeterLimits &limits, Ticks now) {
    for (std::size_t i = 0; i < m_arrival.size(); ++i) {
        const MeterLimits::One &limit = limits.limits[i];
        if (limit.interval == 0)
            continue;
        Ticks arrival = m_arrival[i].load(std::memory_order_relaxed);
        for (;;) {
            if (const Ticks wait = early(arrival, limit, now); wait > 0) {
                for (std::size_t taken = 0; taken < i; ++taken) { // give back what the earlier limits gave
                    if (limits.limits[taken].interval > 0)
                        m_arrival[taken].fetch_sub(limits.limits[taken].interval, std::memory_order_relaxed);
                }
                return {false, static_cast<RatePeriod>(i), wait};
            }
            if (m_arrival[i].compare_exchange_weak(arrival, std::max(arrival, now) + limit.interval,
                                                   std::memory_order_relaxed))
                break;
        }
    }
    return {};
}

Meter::Answer Meter::look(const MeterLimits &limits, Ticks now) const {
    for (std::size_t i = 0; i < m_arrival.size(); ++i) {
        const MeterLimits::One &limit = limits.limits[i];
        if (limit.interval == 0)
            continue;
        if (const Ticks wait = early(m_arrival[i].load(std::memory_order_relaxed), limit, now); wait > 0)
            return {false, static_cast<RatePeriod>(i), wait};
    }
    return {};
}

void Meter::set(const std::array<Ticks, AllRatePeriods.size()> &arrival) {
    for (std::size_t i = 0; i < m_arrival.size(); ++i)
        m_arrival[i].store(arrival[i], std::memory_order_relaxed);
}

void Meter::reset() {
    for (auto &a : m_arrival)
        a.store(0, std::memory_order_relaxed);
}

} // namespace latchkey::policy
