#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>
#include <optional>

namespace latchkey {

/// One address or CIDR block, IPv4 or IPv6, host bits cleared. Strict: `10`, `10.0.0.1/33`, `1.2.3` are
/// refused.
class IpRange {
public:
    static std::optional<IpRange> fromString(QStringView text);
    /// Canonical text; a single address has no prefix length.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] bool contains(const QHostAddress &a) const;
    [[nodiscard]] int prefixLength() const { return m_prefix; }
    [[nodiscard]] const QHostAddress &network() const { return m_network; }
    bool operator==(const IpRange &) const = default;

private:
    QHostAddress m_network;
    int m_prefix = 0;
};

/// One address as IpRange reads it: no prefix, no zone, no octal.
std::optional<QHostAddress> strictAddress(QLatin1StringView text);

/// A bad line of a pasted list. `line` counts from 1.
struct BadIpLine {
    int line = 0;
    QString text;
};

/// One range a line; empty lines and surrounding space are skipped, repetitions dropped. Linear in the text.
QList<IpRange> parseIpRanges(const QString &text, QList<BadIpLine> *bad);
QString formatIpRanges(const QList<IpRange> &ranges);

} // namespace latchkey
