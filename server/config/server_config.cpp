#include "server/config/server_config.h"

#include <algorithm>

namespace latchkey::server {

namespace {

bool within(const QList<IpRange> &ranges, const QHostAddress &a) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const IpRange &r) { return r.contains(a); });
}

/// `host` without its port; brackets of an IPv6 address stay off. Empty if it is none.
std::string_view withoutPort(std::string_view host) {
    if (!host.empty() && host.front() == '[') {
        const std::size_t end = host.find(']');
        return end == std::string_view::npos ? std::string_view() : host.substr(1, end - 1);
    }
    return host.substr(0, host.find(':'));
}

} // namespace

bool ServerConfig::isUnprotected() const {
    return !tls && !plainHttp && std::any_of(listen.begin(), listen.end(), [](const ListenAddress &l) {
        return !l.address.isLoopback();
    });
}

bool ServerConfig::mayCall(const QHostAddress &peer) const {
    return callers.isEmpty() ? peer.isLoopback() || within(trustedProxies, peer) : within(callers, peer);
}

bool ServerConfig::isTrustedProxy(const QHostAddress &peer) const {
    return within(trustedProxies, peer);
}

bool ServerConfig::answersTo(std::string_view host) const {
    const std::string_view bare = withoutPort(host);
    const QString name = QString::fromLatin1(bare.data(), static_cast<qsizetype>(bare.size())).toLower();
    if (name.isEmpty())
        return false;
    if (hosts.contains(name))
        return true;
    if (name == QLatin1StringView("localhost"))
        return std::any_of(listen.begin(), listen.end(), [](const ListenAddress &l) {
            return l.address.isLoopback() || l.address == QHostAddress(QHostAddress::Any);
        });
    const QHostAddress address(name);
    return !address.isNull() && std::any_of(listen.begin(), listen.end(), [&](const ListenAddress &l) {
        return l.address == address || (l.address == QHostAddress(QHostAddress::Any) && address.isLoopback());
    });
}

QString ConfigProblem::toString() const {
    QString place = file.isEmpty() ? QString() : file + u':';
    if (line > 0)
        place += QStringLiteral("%1:%2:").arg(line).arg(column);
    if (!place.isEmpty())
        place += u' ';
    return place + (path.isEmpty() || path == u"$" ? message : path + QStringLiteral(": ") + message);
}

std::optional<ListenAddress> parseListenAddress(QStringView text) {
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 1)
        return std::nullopt;
    QStringView host = text.first(colon);
    const QStringView digits = text.sliced(colon + 1);
    const bool allDigits =
        !digits.isEmpty() && digits.size() <= 5 &&
        std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool good = false;
    const uint port = digits.toUInt(&good);
    if (!allDigits || !good || port > 65535)
        return std::nullopt;
    const auto number = static_cast<quint16>(port);
    if (host == u"*")
        return ListenAddress{QHostAddress(QHostAddress::Any), number};
    const bool brackets = host.startsWith(u'[') && host.endsWith(u']');
    if (brackets)
        host = host.sliced(1, host.size() - 2);
    const auto range = IpRange::fromString(host);
    if (!range || host.contains(u'/') ||
        brackets != (range->network().protocol() == QAbstractSocket::IPv6Protocol))
        return std::nullopt;
    return ListenAddress{range->network(), number};
}

} // namespace latchkey::server
