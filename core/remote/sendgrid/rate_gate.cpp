#include "core/remote/sendgrid/rate_gate.h"

#include <algorithm>

namespace latchkey::sendgrid {

namespace {

qint64 untilReset(const RateNote &n, qint64 wallMs) {
    if (!n.resetS)
        return RateGate::MostWithoutDateMs;
    // Date is cut to the second: with it the end may seem up to a second too early.
    if (n.dateS)
        return std::clamp((*n.resetS - *n.dateS) * 1'000, RateGate::LeastMs, RateGate::MostMs);
    const qint64 ms = *n.resetS * 1'000 - wallMs;
    if (ms <= 0) // over already? Then one of the two clocks is wrong.
        return RateGate::LeastMs;
    return std::min(ms, RateGate::MostWithoutDateMs);
}

} // namespace

void RateGate::note(const RateNote &n, qint64 nowMs, qint64 wallMs) {
    if (n.refused) {
        m_left = 0;
        m_untilMs = nowMs + untilReset(n, wallMs);
        m_resetS = n.resetS.value_or(0);
        return;
    }
    if (!n.remaining)
        return;
    const bool sameWindow = n.resetS && *n.resetS == m_resetS && m_left >= 0;
    // Answers overtake each other; within a window the smallest number is the newest.
    m_left = sameWindow ? std::min(m_left, *n.remaining) : *n.remaining;
    m_limit = n.limit.value_or(m_limit);
    if (!sameWindow)
        m_untilMs = nowMs + untilReset(n, wallMs);
    m_resetS = n.resetS.value_or(0);
}

void RateGate::take() {
    if (m_left > 0)
        --m_left;
}

qint64 RateGate::waitMs(bool background, qint64 nowMs) const {
    const qint64 reserve = background ? std::min(Reserve, m_limit / 2) : 0;
    if (m_left < 0 || m_left > reserve || nowMs >= m_untilMs)
        return 0;
    return m_untilMs - nowMs;
}

} // namespace latchkey::sendgrid
