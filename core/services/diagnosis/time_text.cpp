#include "core/services/diagnosis/fields.h"

#include <QLocale>
#include <QTimeZone>
#include <cmath>

namespace latchkey::diagnosis {

namespace {

constexpr qint64 Earliest = 0, Latest = 253'402'300'799'999; // the years that a date can be written in

std::optional<Instant> inRange(qint64 ms) {
    return ms >= Earliest && ms <= Latest ? std::optional(Instant(ms)) : std::nullopt;
}

/// Seconds (also with a fraction) or milliseconds since 1970.
std::optional<Instant> fromNumber(const QString &text) {
    bool good = false;
    const double n = text.toDouble(&good);
    if (!good || !std::isfinite(n) || n < 1e8 || n > 1e14)
        return std::nullopt;
    return inRange(static_cast<qint64>(n < 1e11 ? std::round(n * 1000) : n));
}

/// `10/Oct/2026:13:55:36 +0200`
std::optional<Instant> fromAccessLog(const QString &text) {
    const QDateTime local = QLocale::c().toDateTime(text.left(20), QStringLiteral("dd/MMM/yyyy:HH:mm:ss"));
    const QString zone = text.mid(21);
    if (!local.isValid() || zone.size() != 5 || (zone[0] != u'+' && zone[0] != u'-'))
        return std::nullopt;
    bool good = false;
    const int hhmm = QStringView(zone).mid(1).toInt(&good);
    if (!good)
        return std::nullopt;
    const int seconds = (hhmm / 100 * 60 + hhmm % 100) * 60 * (zone[0] == u'-' ? -1 : 1);
    const QDateTime utc(local.date(), local.time(), Qt::UTC);
    return inRange(utc.toMSecsSinceEpoch() - seconds * 1000LL);
}

} // namespace

std::optional<Instant> timeFrom(const QString &given) {
    const QString text = given.trimmed().left(64);
    if (text.size() < 9)
        return std::nullopt;
    if (const auto number = fromNumber(text))
        return number;
    if (text.size() == 26 && text[2] == u'/')
        return fromAccessLog(text);
    QDateTime iso =
        QDateTime::fromString(QString(text).replace(10, text.size() > 10 ? 1 : 0,
                                                    text.size() > 10 ? QStringLiteral("T") : QString()),
                              Qt::ISODateWithMs);
    if (iso.isValid()) {
        if (iso.timeSpec() == Qt::LocalTime)
            iso = QDateTime(iso.date(), iso.time(), Qt::UTC);
        return inRange(iso.toMSecsSinceEpoch());
    }
    const QDateTime rfc = QDateTime::fromString(
        QString(text).replace(QStringLiteral("GMT"), QStringLiteral("+0000")), Qt::RFC2822Date);
    return rfc.isValid() ? inRange(rfc.toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace latchkey::diagnosis
