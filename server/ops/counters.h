#pragma once

#include "core/model/decision.h"

#include <array>
#include <atomic>
#include <chrono>

namespace latchkey::server {

/// The steady clock's reading in nanoseconds.
inline qint64 steadyNs() {
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

/// What one answering thread counts; read by any. Each thread writes its own, so that none waits.
struct alignas(64) Counters {
    using Count = std::atomic<qint64>;
    static constexpr std::size_t Codes = DecisionCodeCount;
    /// Upper bounds of the time that a verification took, in microseconds; the last one is +Inf.
    static constexpr std::array<qint64, 8> BoundsUs{10, 25, 50, 100, 250, 1000, 10'000, 200'000};

    std::array<Count, 6> byStatusClass{}; ///< of every answer; [0]: connections ended without one
    std::array<Count, Codes> byDecision{};
    std::array<Count, BoundsUs.size() + 1> verifyTime{};
    Count verifyTimeUs{0}, unconfirmed{0}, badHeads{0}, timeouts{0};
    Count connections{0}, accepted{0}, refused{0}; ///< refused: over the cap

    void decided(DecisionCode code, qint64 us) {
        add(byDecision[static_cast<std::size_t>(code)]);
        std::size_t bucket = 0;
        while (bucket < BoundsUs.size() && us > BoundsUs[bucket])
            ++bucket;
        add(verifyTime[bucket]);
        add(verifyTimeUs, us);
    }
    static void add(Count &count, qint64 n = 1) {
        count.store(count.load(std::memory_order_relaxed) + n, std::memory_order_relaxed);
    }
};

} // namespace latchkey::server
