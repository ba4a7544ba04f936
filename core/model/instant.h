#pragma once

#include <QDateTime>
#include <compare>

namespace latchkey {

/// A point in time: milliseconds since 1970-01-01T00:00:00Z. Core knows no time zone.
class Instant {
public:
    constexpr Instant() = default;
    constexpr explicit Instant(qint64 msSinceEpoch)
        : m_ms(msSinceEpoch) {}
    [[nodiscard]] constexpr qint64 ms() const { return m_ms; }
    [[nodiscard]] QDateTime toUtc() const { return QDateTime::fromMSecsSinceEpoch(m_ms, Qt::UTC); }
    /// RFC 3339 in UTC with milliseconds, as on the wire and in exports.
    [[nodiscard]] QString toIso() const { return toUtc().toString(Qt::ISODateWithMs); }
    static Instant fromDateTime(const QDateTime &t) { return Instant(t.toMSecsSinceEpoch()); }
    [[nodiscard]] constexpr Instant plusMs(qint64 d) const { return Instant(m_ms + d); }
    [[nodiscard]] constexpr Instant plusDays(int d) const { return Instant(m_ms + d * 86'400'000LL); }
    constexpr auto operator<=>(const Instant &) const = default;

private:
    qint64 m_ms = 0;
};

/// The one clock interface. Services take it by reference; tests inject a fixed one. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return Instant(QDateTime::currentMSecsSinceEpoch()); }
};

} // namespace latchkey
