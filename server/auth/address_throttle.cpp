#include "server/auth/address_throttle.h"

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

std::optional<qint64> AddressThrottle::failed(const QHostAddress &peer, Instant now) {
    if (m_until.size() >= MostAddresses)
        m_until.removeIf([now](const auto &it) { return it.value() <= now.ms(); });
    if (m_until.size() >= MostAddresses) // a flood from everywhere: the oldest debts first
        m_until.erase(m_until.begin());
    qint64 &until = m_until[networkOf(peer)];
    const qint64 wait = qMax(until, now.ms()) + StepMs - now.ms() - Burst * StepMs;
    if (wait > MostWaitMs)
        return std::nullopt;
    until = qMax(until, now.ms()) + StepMs;
    return qMax<qint64>(0, wait);
}

qint64 AddressThrottle::retryAfterMs(const QHostAddress &peer, Instant now) const {
    const qint64 until = m_until.value(networkOf(peer), 0);
    return qMax<qint64>(0, until + StepMs - now.ms() - Burst * StepMs - MostWaitMs);
}

} // namespace latchkey::server
