#include "server/auth/address_throttle.h"

#include <utility>

namespace latchkey::server {

namespace {

/// Who has one address of a /64 has all of them.
QByteArray networkOf(const QHostAddress &peer) {
    bool v4 = false;
    const quint32 address = peer.toIPv4Address(&v4);
    if (v4)
        return QByteArray::number(address, 16);
    const Q_IPV6ADDR v6 = peer.toIPv6Address();
    return {reinterpret_cast<const char *>(v6.c), 8};
}

} // namespace

qint64 AddressThrottle::untilOf(const QByteArray &network) const {
    const auto it = m_recent.constFind(network);
    return it != m_recent.cend() ? *it : m_older.value(network, 0);
}

std::optional<qint64> AddressThrottle::failed(const QHostAddress &peer, Instant now) {
    const QByteArray network = networkOf(peer);
    const qint64 until = qMax(untilOf(network), now.ms()) + StepMs;
    const qint64 wait = until - now.ms() - Burst * StepMs;
    if (wait > MostWaitMs)
        return std::nullopt;
    if (m_recent.size() >= MostAddresses / 2 && !m_recent.contains(network))
        m_older = std::exchange(m_recent, {});
    m_recent.insert(network, until);
    return qMax<qint64>(0, wait);
}

qint64 AddressThrottle::retryAfterMs(const QHostAddress &peer, Instant now) const {
    return qMax<qint64>(0, untilOf(networkOf(peer)) + StepMs - now.ms() - Burst * StepMs - MostWaitMs);
}

} // namespace latchkey::server
