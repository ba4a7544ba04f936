#include "core/model/ip_range.h"

#include <QSet>

#include <algorithm>

namespace latchkey {

namespace {

char16_t unitOf(QChar c) {
    return c.unicode();
}
char16_t unitOf(char latin1) {
    return static_cast<unsigned char>(latin1);
}

/// Four decimal parts without leading zeros: what QHostAddress would also read as octal or as `10.1` is
/// refused.
template<typename Text>
std::optional<quint32> strictV4(Text text) {
    quint32 address = 0, part = 0;
    int parts = 1, digits = 0;
    for (const auto character : text) {
        const char16_t c = unitOf(character);
        if (c == u'.') {
            if (digits == 0 || ++parts > 4)
                return std::nullopt;
            address = address << 8 | part;
            part = 0;
            digits = 0;
        } else if (c < u'0' || c > u'9' || (digits > 0 && part == 0)) {
            return std::nullopt;
        } else {
            part = part * 10 + (c - u'0');
            ++digits;
            if (part > 255)
                return std::nullopt;
        }
    }
    return parts == 4 && digits > 0 ? std::optional(address << 8 | part) : std::nullopt;
}

bool isPlausibleV6(QStringView text) {
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        const bool hex = (u >= u'0' && u <= u'9') || (u >= u'a' && u <= u'f') || (u >= u'A' && u <= u'F');
        if (!hex && u != u':' && u != u'.')
            return false; // a zone (%eth0) means nothing in a rule
    }
    return text.contains(u':');
}

quint32 maskOf(int prefix) {
    return prefix == 0 ? 0 : ~quint32{0} << (32 - prefix);
}

Q_IPV6ADDR masked(Q_IPV6ADDR v6, int prefix) {
    for (int i = 0; i < 16; ++i) {
        const int keep = qBound(0, prefix - i * 8, 8);
        v6[i] = static_cast<quint8>(v6[i] & static_cast<quint8>(0xff00 >> keep));
    }
    return v6;
}

} // namespace

std::optional<IpRange> IpRange::fromString(QStringView text) {
    const qsizetype slash = text.indexOf(u'/');
    const QStringView host = slash < 0 ? text : text.left(slash);
    const std::optional<quint32> v4 = strictV4(host);
    QHostAddress address;
    if (!v4 && (!isPlausibleV6(host) || !address.setAddress(host.toString())))
        return std::nullopt;
    const int most = v4 ? 32 : 128;
    int prefix = most;
    if (slash >= 0) {
        const QStringView digits = text.mid(slash + 1);
        bool good = !digits.isEmpty() && digits.size() <= 3 && digits[0] != u'+' && digits[0] != u'-';
        prefix = good ? digits.toInt(&good) : -1;
        if (!good || prefix < 0 || prefix > most)
            return std::nullopt;
    }
    IpRange range;
    range.m_network =
        v4 ? QHostAddress(*v4 & maskOf(prefix)) : QHostAddress(masked(address.toIPv6Address(), prefix));
    range.m_prefix = prefix;
    return range;
}

QString IpRange::toString() const {
    const int most = m_network.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
    const QString host = m_network.toString();
    return m_prefix == most ? host : host + u'/' + QString::number(m_prefix);
}

bool IpRange::contains(const QHostAddress &a) const {
    if (m_network.protocol() == QAbstractSocket::IPv4Protocol) {
        bool v4 = false;
        const quint32 address = a.toIPv4Address(&v4); // also ::ffff:10.0.0.1
        return v4 && (address & maskOf(m_prefix)) == m_network.toIPv4Address();
    }
    if (a.protocol() != QAbstractSocket::IPv6Protocol || m_network.protocol() != a.protocol())
        return false;
    const Q_IPV6ADDR address = masked(a.toIPv6Address(), m_prefix), network = m_network.toIPv6Address();
    return std::equal(std::begin(address.c), std::end(address.c), std::begin(network.c));
}

std::optional<QHostAddress> strictAddress(QLatin1StringView text) {
    if (const auto v4 = strictV4(text))
        return QHostAddress(*v4);
    const auto range = text.contains(u'/') ? std::nullopt : IpRange::fromString(QString(text));
    return range ? std::optional(range->network()) : std::nullopt;
}

QList<IpRange> parseIpRanges(const QString &text, QList<BadIpLine> *bad) {
    QList<IpRange> ranges;
    QSet<QString> seen;
    int number = 0;
    for (const QStringView raw : QStringView(text).split(u'\n')) {
        ++number;
        const QStringView line = raw.trimmed();
        if (line.isEmpty())
            continue;
        const auto range = IpRange::fromString(line);
        if (!range) {
            if (bad)
                bad->append({number, line.left(60).toString()});
            continue;
        }
        const QString canonical = range->toString();
        if (seen.contains(canonical))
            continue;
        seen.insert(canonical);
        ranges.append(*range);
    }
    return ranges;
}

QString formatIpRanges(const QList<IpRange> &ranges) {
    QStringList lines;
    lines.reserve(ranges.size());
    for (const IpRange &r : ranges)
        lines.append(r.toString());
    return lines.join(u'\n');
}

} // namespace latchkey
