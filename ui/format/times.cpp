#include "ui/format/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace latchkey::ui {

QString relativeTime(Instant t, Instant now) {
    const qint64 diff = now.ms() - t.ms();
    const qint64 s = qAbs(diff) / 1000;
    const bool past = diff >= 0;
    if (s < 45)
        return QCoreApplication::translate("times", "just now");
    // Whole units, rounded down: "1 h ago" is never less than an hour.
    const auto minutes = static_cast<int>(qMax<qint64>(1, s / 60));
    if (minutes < 60)
        return past ? QCoreApplication::translate("times", "%n min ago", nullptr, minutes)
                    : QCoreApplication::translate("times", "in %n min", nullptr, minutes);
    const int hours = minutes / 60;
    if (hours < 24)
        return past ? QCoreApplication::translate("times", "%n h ago", nullptr, hours)
                    : QCoreApplication::translate("times", "in %n h", nullptr, hours);
    const int days = hours / 24;
    if (days < 60)
        return past ? QCoreApplication::translate("times", "%n days ago", nullptr, days)
                    : QCoreApplication::translate("times", "in %n days", nullptr, days);
    const int months = days / 30;
    if (months < 24)
        return past ? QCoreApplication::translate("times", "%n months ago", nullptr, months)
                    : QCoreApplication::translate("times", "in %n months", nullptr, months);
    const int years = days / 365;
    return past ? QCoreApplication::translate("times", "%n years ago", nullptr, years)
                : QCoreApplication::translate("times", "in %n years", nullptr, years);
}

QString shortDate(Instant t, const QTimeZone &zone) {
    return QLocale().toString(t.toUtc().toTimeZone(zone).date(),
                              QCoreApplication::translate("times", "d MMM yyyy", "date format"));
}

QString fullTime(Instant t, const QTimeZone &zone) {
    const QDateTime local = t.toUtc().toTimeZone(zone);
    const int minutes = local.offsetFromUtc() / 60;
    QString name = QStringLiteral("UTC");
    if (minutes != 0) {
        name += minutes > 0 ? u'+' : QChar(0x2212);
        name += QString::number(qAbs(minutes) / 60);
        if (minutes % 60 != 0)
            name += u':' + QString::number(qAbs(minutes) % 60).rightJustified(2, u'0');
    }
    return QCoreApplication::translate("times", "%1 (%2)", "date and time (time zone)")
        .arg(QLocale().toString(local,
                                QCoreApplication::translate("times", "d MMMM yyyy, HH:mm", "date format")),
             name);
}

} // namespace latchkey::ui
