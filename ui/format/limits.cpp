#include "ui/format/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <limits>
#include <numeric>

// Rate limits. Each period has whole texts of its own: other languages bend the words around it.

namespace latchkey::ui {

namespace {
/// Chooses the plural form; the number itself is put in by QLocale.
int plural(qint64 n) {
    return static_cast<int>(qMin<qint64>(n, std::numeric_limits<int>::max()));
}
} // namespace

QString perPeriod(RatePeriod p) {
    switch (p) {
    case RatePeriod::Second:
        return QCoreApplication::translate("limits", "per second");
    case RatePeriod::Minute:
        return QCoreApplication::translate("limits", "per minute");
    case RatePeriod::Hour:
        return QCoreApplication::translate("limits", "per hour");
    case RatePeriod::Day:
        return QCoreApplication::translate("limits", "per day");
    }
    return {};
}

QString requestsPer(RatePeriod p) {
    switch (p) {
    case RatePeriod::Second:
        return QCoreApplication::translate("limits", "Requests per second");
    case RatePeriod::Minute:
        return QCoreApplication::translate("limits", "Requests per minute");
    case RatePeriod::Hour:
        return QCoreApplication::translate("limits", "Requests per hour");
    case RatePeriod::Day:
        return QCoreApplication::translate("limits", "Requests per day");
    }
    return {};
}

QString limitText(qint64 count, RatePeriod p) {
    switch (p) {
    case RatePeriod::Second:
        return QCoreApplication::translate("limits", "%1 a second").arg(QLocale().toString(count));
    case RatePeriod::Minute:
        return QCoreApplication::translate("limits", "%1 a minute").arg(QLocale().toString(count));
    case RatePeriod::Hour:
        return QCoreApplication::translate("limits", "%1 an hour").arg(QLocale().toString(count));
    case RatePeriod::Day:
        return QCoreApplication::translate("limits", "%1 a day").arg(QLocale().toString(count));
    }
    return {};
}

QString requestsText(qint64 count, RatePeriod p) {
    const QString number = QLocale().toString(count);
    const int n = plural(count);
    switch (p) {
    case RatePeriod::Second:
        return QCoreApplication::translate("limits", "%1 requests a second", nullptr, n).arg(number);
    case RatePeriod::Minute:
        return QCoreApplication::translate("limits", "%1 requests a minute", nullptr, n).arg(number);
    case RatePeriod::Hour:
        return QCoreApplication::translate("limits", "%1 requests an hour", nullptr, n).arg(number);
    case RatePeriod::Day:
        return QCoreApplication::translate("limits", "%1 requests a day", nullptr, n).arg(number);
    }
    return {};
}

QString limitsText(const RateLimits &l) {
    QStringList parts;
    for (const RatePeriod p : AllRatePeriods) {
        if (const auto n = l.get(p))
            parts.append(limitText(*n, p));
    }
    return parts.isEmpty() ? QCoreApplication::translate("limits", "No limit")
                           : parts.join(QStringLiteral(", "));
}

QString usageText(const QList<qint64> &perDay) {
    if (perDay.isEmpty())
        return QCoreApplication::translate("limits", "Not reported");
    const qint64 n = std::accumulate(perDay.begin(), perDay.end(), qint64(0));
    return n == 0 ? QCoreApplication::translate("limits", "No requests")
                  : QCoreApplication::translate("limits", "%1 requests", nullptr, plural(n))
                        .arg(QLocale().toString(n));
}

} // namespace latchkey::ui
