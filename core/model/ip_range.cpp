#include "core/model/ip_range.h"

#include <QSet>

namespace latchkey {

namespace {

/// Four decimal parts without leading zeros: what QHostAddress would also read as octal or as `10.1` is
/// refused.
bool isStrictV4(QStringView text) {
    const auto parts = text.split(u'.');
    if (parts.size() != 4)
        return false;
    for (const QStringView part : parts) {
        if (part.isEmpty() || part.size() > 3 || (part.size() > 1 && part[0] == u'0'))
            return false;
        int value = 0;
        for (const QChar c : part) {
            if (c < u'0' || c > u'9')
                return false;
            value = value * 10 + (c.unicode() - u'0');
        }
        if (value > 255)
            return false;
    }
    return true;
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

QHostAddress masked(const QHostAddress &a, int prefix) {
    if (a.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 mask = prefix == 0 ? 0 : ~quint32{0} << (32 - prefix);
        return QHostAddress(a.toIPv4Address() & mask);
    }
    Q_IPV6ADDR v6 = a.toIPv6Address();
    for (int i = 0; i < 16; ++i) {
        const int keep = qBound(0, prefix - i * 8, 8);
        v6[i] = static_cast<quint8>(v6[i] & static_cast<quint8>(0xff00 >> keep));
    }
    return QHostAddress(v6);
}

} // namespace

std::optional<IpRange> IpRange::fromString(QStringView text) {
    const qsizetype slash = text.indexOf(u'/');
    const QStringView host = slash < 0 ? text : text.left(slash);
    const bool v4 = isStrictV4(host);
    if (!v4 && !isPlausibleV6(host))
        return std::nullopt;
    QHostAddress address;
    if (!address.setAddress(host.toString()))
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
    range.m_network = masked(address, prefix);
    range.m_prefix = prefix;
    return range;
}

QString IpRange::toString() const {
    const int most = m_network.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
    const QString host = m_network.toString();
    return m_prefix == most ? host : host + u'/' + QString::number(m_prefix);
}

bool IpRange::contains(const QHostAddress &a) const {
    QHostAddress plain = a;
    bool mapped = false;
    const quint32 v4 = a.toIPv4Address(&mapped); // also ::ffff:10.0.0.1
    if (mapped && m_network.protocol() == QAbstractSocket::IPv4Protocol)
        plain = QHostAddress(v4);
    return plain.protocol() == m_network.protocol() && masked(plain, m_prefix) == m_network;
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
