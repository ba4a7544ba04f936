#pragma once

#include "core/model/instant.h"

#include <QHash>
#include <QHostAddress>
#include <optional>

namespace latchkey::server {

/// Slows whoever tries tokens from one address (IPv6: one /64), and nobody else: a good token is never asked
/// here. The first Burst failures cost nothing, each one more half a second; whoever is MostWaitMs ahead is
/// told to come back. Bounded memory. One thread.
class AddressThrottle {
public:
    static constexpr qint64 StepMs = 500, MostWaitMs = 4'000;
    static constexpr int Burst = 10;
    static constexpr qsizetype MostAddresses = 10'000;

    /// Notes a failure: how long its answer has to wait, or nothing when it is to be refused at once.
    std::optional<qint64> failed(const QHostAddress &peer, Instant now);
    /// Milliseconds until a failure would be answered again.
    [[nodiscard]] qint64 retryAfterMs(const QHostAddress &peer, Instant now) const;
    [[nodiscard]] qsizetype size() const { return m_recent.size() + m_older.size(); }

private:
    /// When an address has paid for its failures; ms.
    [[nodiscard]] qint64 untilOf(const QByteArray &network) const;
    /// In two generations: a flood from everywhere pushes out the older one, and no failure costs more.
    QHash<QByteArray, qint64> m_recent, m_older;
};

} // namespace latchkey::server
