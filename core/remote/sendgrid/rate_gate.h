#pragma once

#include <QByteArray>
#include <QtGlobal>
#include <optional>

namespace latchkey::sendgrid {

/// What an answer says about how often one may ask: X-RateLimit-Limit, -Remaining, -Reset (Unix seconds) and
/// Date, both by the server's clock.
struct RateNote {
    std::optional<qint64> limit, remaining, resetS, dateS;
    bool refused = false; ///< 429
};

/// When the next request may go, by these headers. Counts on a monotonic clock of its own: what this
/// computer's clock says matters only where the server sends no Date, and then never for longer than a
/// minute. Pure.
class RateGate {
public:
    /// `nowMs` monotonic, `wallMs` since 1970.
    void note(const RateNote &note, qint64 nowMs, qint64 wallMs);
    /// A request goes out.
    void take();
    /// 0: now. What nobody waits for leaves the last few to the person.
    [[nodiscard]] qint64 waitMs(bool background, qint64 nowMs) const;

    static constexpr qint64 LeastMs = 1'000, MostMs = 300'000, MostWithoutDateMs = 60'000;
    static constexpr qint64 Reserve = 4;

private:
    qint64 m_limit = 0, m_left = -1; ///< -1: unknown
    qint64 m_untilMs = 0;            ///< when the window ends
    qint64 m_resetS = 0;
};

} // namespace latchkey::sendgrid
