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
    // The nearest whole number of a unit of which there are few: 47 h 59 min is two days, not one.
    const auto whole = [s](qint64 unit) { return static_cast<int>((s + unit / 2) / unit); };
    constexpr qint64 Minute = 60, Hour = 60 * Minute, Day = 24 * Hour;
    if (const int minutes = whole(Minute); minutes < 60)
        return past ? QCoreApplication::translate("times", "%Ln min ago", nullptr, minutes)
                    : QCoreApplication::translate("times", "in %Ln min", nullptr, minutes);
    if (const int hours = whole(Hour); hours < 48)
        return past ? QCoreApplication::translate("times", "%Ln h ago", nullptr, hours)
                    : QCoreApplication::translate("times", "in %Ln h", nullptr, hours);
    if (const int days = whole(Day); days < 60)
        return past ? QCoreApplication::translate("times", "%Ln days ago", nullptr, days)
                    : QCoreApplication::translate("times", "in %Ln days", nullptr, days);
    if (const int months = whole(30 * Day); months < 24)
        return past ? QCoreApplication::translate("times", "%Ln months ago", nullptr, months)
                    : QCoreApplication::translate("times", "in %Ln months", nullptr, months);
    const int years = whole(365 * Day);
    return past ? QCoreApplication::translate("times", "%Ln years ago", nullptr, years)
                : QCoreApplication::translate("times", "in %Ln years", nullptr, years);
}

QString timeUntil(Instant t, Instant now) {
    const QString text = relativeTime(t, now);
    return t > now && text == relativeTime(now, now)
               ? QCoreApplication::translate("times", "in less than a minute")
               : text;
}

QString shortDate(Instant t, const QTimeZone &zone) {
    return QLocale().toString(t.toUtc().toTimeZone(zone).date(),
                              QCoreApplication::translate("times", "d MMM yyyy", "date format"));
}

QString dayTime(Instant t, Instant now, const QTimeZone &zone) {
    const QDateTime local = t.toUtc().toTimeZone(zone);
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    return local.date() == now.toUtc().toTimeZone(zone).date()
               ? time
               : QCoreApplication::translate("times", "%1, %2", "date, time of day")
                     .arg(shortDate(t, zone), time);
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
