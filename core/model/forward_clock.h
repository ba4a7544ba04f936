#pragma once

#include "core/model/instant.h"

#include <algorithm>
#include <atomic>

namespace latchkey {

/// A clock that never goes back: while the one beneath it is behind what was seen before, the time stands
/// still. So nothing that has expired, retired or been refused comes back to life because somebody set the
/// computer's clock. Thread-safe.
class ForwardClock final : public Clock {
public:
    explicit ForwardClock(const Clock &beneath)
        : m_beneath(beneath) {}
    [[nodiscard]] Instant now() const override {
        const qint64 real = m_beneath.now().ms();
        qint64 seen = m_seen.load();
        while (seen < real && !m_seen.compare_exchange_weak(seen, real)) { // seen is what another thread saw
        }
        return Instant(std::max(seen, real));
    }
    /// It is at least this late: a vault that was opened knows of it.
    void atLeast(Instant t) {
        qint64 seen = m_seen.load();
        while (seen < t.ms() && !m_seen.compare_exchange_weak(seen, t.ms())) {
        }
    }
    /// How far the clock beneath is behind; 0 when it is not.
    [[nodiscard]] qint64 behindMs() const {
        return std::max<qint64>(0, m_seen.load() - m_beneath.now().ms());
    }
    /// Somebody who may decide it says that the clock beneath is right after all.
    void trust() { m_seen.store(m_beneath.now().ms()); }

private:
    const Clock &m_beneath;
    mutable std::atomic<qint64> m_seen{0};
};

} // namespace latchkey
