#pragma once

#include <QList>
#include <array>
#include <optional>

namespace latchkey {

enum class RatePeriod : quint8 { Second, Minute, Hour, Day };
inline constexpr std::array AllRatePeriods{RatePeriod::Second, RatePeriod::Minute, RatePeriod::Hour,
                                           RatePeriod::Day};

/// At most one count per period; none at all means no limit. Counts are 1 … MaxCount.
class RateLimits {
public:
    static constexpr qint64 MaxCount = 1'000'000'000;
    [[nodiscard]] std::optional<qint64> get(RatePeriod p) const {
        const qint64 v = m_counts[static_cast<size_t>(p)];
        return v > 0 ? std::optional(v) : std::nullopt;
    }
    /// As it is stored: 0 = none; a negative count is kept so that validation can name it.
    [[nodiscard]] qint64 stored(RatePeriod p) const { return m_counts[static_cast<size_t>(p)]; }
    void set(RatePeriod p, std::optional<qint64> count) {
        m_counts[static_cast<size_t>(p)] = count.value_or(0);
    }
    [[nodiscard]] bool isEmpty() const { return m_counts == decltype(m_counts){}; }
    bool operator==(const RateLimits &) const = default;

private:
    std::array<qint64, 4> m_counts{};
};

} // namespace latchkey
