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
    [[nodiscard]] Instant now() const override { return raise(m_beneath.now().ms()); }
    /// It is at least this late: a vault that was opened knows of it.
    void atLeast(Instant t) { raise(t.ms()); }
    /// Somebody who may decide it says that the clock beneath is right after all.
    void trust() { m_seen.store(m_beneath.now().ms()); }

private:
    /// The later of `ms` and what was seen, which it becomes.
    Instant raise(qint64 ms) const {
        qint64 seen = m_seen.load();
        while (seen < ms && !m_seen.compare_exchange_weak(seen, ms)) { // seen is what another thread saw
        }
        return Instant(std::max(seen, ms));
    }

    const Clock &m_beneath;
    mutable std::atomic<qint64> m_seen{0};
};

} // namespace latchkey
