#include "core/policy/rate_share.h"

#include <algorithm>

namespace latchkey::policy {

namespace {

constexpr auto relaxed = std::memory_order_relaxed;
constexpr Ticks TicksPerNs = TicksPerMs / 1'000'000;

/// How many pass at once at most, by the narrowest limit.
qint64 burstOf(const MeterLimits &limits) {
    qint64 least = RateLimits::MaxCount;
    for (const MeterLimits::One &l : limits.limits) {
        if (l.interval > 0)
            least = std::min(least, l.tolerance / l.interval + 1);
    }
    return least;
}

} // namespace

MeterLimits shareOf(const MeterLimits &limits, int sharers) {
    if (sharers <= 1)
        return limits;
    MeterLimits part;
    for (std::size_t i = 0; i < limits.limits.size(); ++i) {
        const MeterLimits::One &whole = limits.limits[i];
        if (whole.interval == 0)
            continue;
        const qint64 burst = std::max<qint64>(1, (whole.tolerance / whole.interval + 1) / sharers);
        part.limits[i].interval = whole.interval * sharers;
        part.limits[i].tolerance = part.limits[i].interval * (burst - 1);
    }
    return part;
}

bool RateShare::takeLeased() {
    qint64 left = m_leased.load(relaxed);
    while (left > 0) {
        if (m_leased.compare_exchange_weak(left, left - 1, relaxed)) {
            m_used.fetch_add(1, relaxed);
            if (left - 1 <= m_low.load(relaxed)) // the next lease comes before this one is used up
                m_due.store(true, relaxed);
            return true;
        }
    }
    return false;
}

Meter::Answer RateShare::take(Meter &meter, const MeterLimits &limits, int sharers, Ticks now) {
    if (takeLeased())
        return {};
    Meter::Answer answer = meter.take(shareOf(limits, sharers), now);
    if (answer.admitted) {
        m_owed.fetch_add(1, relaxed);
        m_due.store(true, relaxed);
    } else {
        m_refused.fetch_add(1, relaxed);
        if (now >= m_quietUntil.load(relaxed))
            m_due.store(true, relaxed);
        if (sharers > 1 && m_more.load(relaxed))
            answer.retryAfter = std::min(answer.retryAfter, QuietFor);
    }
    return answer;
}

Meter::Answer RateShare::look(const Meter &meter, const MeterLimits &limits, int sharers, Ticks now) const {
    return m_leased.load(relaxed) > 0 ? Meter::Answer() : meter.look(shareOf(limits, sharers), now);
}

bool RateShare::becomesDue() {
    return m_due.load(relaxed) && !m_noted.load(relaxed) && !m_noted.exchange(true);
}

RateShare::Stock RateShare::takeStock(const MeterLimits &limits, int sharers) {
    m_due = false;
    m_noted = false; // before the counts are read: what comes now is noted again
    const qint64 used = m_used.exchange(0), refused = m_refused.exchange(0);
    Stock stock{m_owed.exchange(0), 0};
    m_telling += stock.used; // a key may stand twice in one question
    const bool busy = used > 0 || refused > 0 || 2 * stock.used >= burstOf(shareOf(limits, sharers));
    if (sharers > 1 && busy)
        stock.want = std::clamp<qint64>(2 * (used + refused + stock.used) - m_leased.load(relaxed), 0,
                                        RateLimits::MaxCount);
    return stock;
}

void RateShare::settled(Meter &meter, const RateGrant &grant, const MeterLimits &limits, int sharers,
                        Ticks now) {
    m_telling = 0; // the account has it
    if (grant.granted > 0) {
        m_leased.fetch_add(grant.granted, relaxed);
        m_low.store(grant.granted / 2, relaxed);
    } else {
        m_low.store(-1, relaxed);
        m_quietUntil.store(now + QuietFor, relaxed);
    }
    heard(meter, grant, limits, sharers, now);
}

void RateShare::heard(Meter &meter, const RateGrant &grant, const MeterLimits &limits, int sharers,
                      Ticks now) {
    // From here on it lets through on its own no more than its part of what is left.
    const MeterLimits part = shareOf(limits, sharers);
    const qint64 owed = m_owed.load(relaxed) + m_telling, leased = m_leased.load(relaxed),
                 least = leased > 0 ? 0 : 1;
    std::array<Ticks, AllRatePeriods.size()> arrival{};
    bool more = true;
    for (std::size_t i = 0; i < arrival.size(); ++i) {
        const MeterLimits::One &l = part.limits[i];
        if (l.interval == 0)
            continue;
        more = more && grant.available[i] > 0;
        if (grant.available[i] == 0) {
            arrival[i] = now + l.tolerance + grant.waitNs[i] * TicksPerNs;
        } else {
            const qint64 mine = std::max(least, grant.available[i] / sharers - leased) - owed;
            arrival[i] = now + l.tolerance - std::min((mine - 1) * l.interval, l.tolerance);
        }
    }
    m_more.store(more, relaxed);
    meter.set(arrival);
}

void RateShare::notSettled(const Stock &stock) {
    m_telling = 0;
    m_owed.fetch_add(stock.used, relaxed);
    m_more = false; // nothing will come for a while
    m_due = true;
}

} // namespace latchkey::policy
