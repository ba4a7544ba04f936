#include "ui/format/service_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace latchkey::ui {

/// Where lupdate finds the texts about other services' keys.
struct ServiceTexts {
    Q_DECLARE_TR_FUNCTIONS(service)
};

QString notReported() {
    return ServiceTexts::tr("Not reported");
}

QString notReportedBy(const QString &service) {
    return ServiceTexts::tr("Not reported by %1").arg(service);
}

QString keptHereOnly() {
    return ServiceTexts::tr("Kept on this computer only");
}

QString whyNot(const Capabilities &can, const QString &command) {
    const auto is = [&command](std::initializer_list<const char *> ids) {
        return std::any_of(ids.begin(), ids.end(),
                           [&](const char *id) { return command == QLatin1StringView(id); });
    };
    if (!can.deactivate && is({"key.activate", "key.deactivate", "key.toggle"}))
        return ServiceTexts::tr("%1 has no way to deactivate a key").arg(can.service);
    if (!can.revoke && is({"key.revoke"}))
        return ServiceTexts::tr("%1 has no way to revoke a key: deleting is what stops it").arg(can.service);
    if (!can.revoke && is({"key.restore"}))
        return ServiceTexts::tr("%1 brings no deleted key back").arg(can.service);
    if (!can.rotate && is({"key.rotate", "key.extendOld", "key.stopOld"}))
        return ServiceTexts::tr("A key of %1 has one token. Regenerate makes a copy with another one")
            .arg(can.service);
    if (!can.softDelete && is({"key.purge"}))
        return ServiceTexts::tr("Delete is for good at %1").arg(can.service);
    if (!can.ownTokens && is({"file.import"}))
        return ServiceTexts::tr("%1 makes its keys itself: they are created one by one").arg(can.service);
    if ((!can.lastUsed && is({"page.logs", "tools.why"})) || (!can.audit && is({"page.audit"})))
        return notReportedBy(can.service);
    if (!can.customers && is({"page.customers"}))
        return ServiceTexts::tr("Keys of %1 know no customers").arg(can.service);
    if (!can.catalogue && is({"page.catalogue"}))
        return ServiceTexts::tr("%1 itself says which permissions there are").arg(can.service);
    return {};
}

QString whyNoneCan(const QList<Capabilities> &homes, const QString &command) {
    QString why;
    for (const Capabilities &can : homes) {
        const QString missing = whyNot(can, command);
        if (missing.isEmpty())
            return {};
        if (why.isEmpty())
            why = missing;
    }
    return why;
}

bool answers(const Capabilities &can, SmartFilter filter) {
    switch (filter) {
    case SmartFilter::ExpiringSoon:
    case SmartFilter::ExpiredRecently:
    case SmartFilter::NoExpiry:
        return can.expiry;
    case SmartFilter::NeverUsed:
    case SmartFilter::Unused:
    case SmartFilter::RateLimited:
    case SmartFilter::RejectionsUp:
    case SmartFilter::OverPrivileged:
    case SmartFilter::PossiblyExposed:
        return can.lastUsed;
    case SmartFilter::NoRateLimit:
        return can.rateLimits;
    case SmartFilter::Rotating:
        return can.rotate;
    case SmartFilter::Revoked:
        return can.revoke;
    case SmartFilter::RecentlyDeleted:
        return can.softDelete;
    case SmartFilter::Damaged:
        return can.ownTokens; // rows of its own
    case SmartFilter::None:
    case SmartFilter::BroadAccess:
    case SmartFilter::Billing:
        break;
    }
    return true;
}

QString word(AccountAccess access) {
    switch (access) {
    case AccountAccess::Full:
        return ServiceTexts::tr("Full Access");
    case AccountAccess::Restricted:
        return ServiceTexts::tr("Restricted Access");
    case AccountAccess::Billing:
        return ServiceTexts::tr("Billing Access");
    }
    return {};
}

QString restrictedForGood(const QString &service) {
    return ServiceTexts::tr("This can't be undone: %1 grants Full Access only when a key is created.")
        .arg(service);
}

AccountAccess accessOf(const ApiKey &key) {
    return key.config.type == KeyType::Billing      ? AccountAccess::Billing
           : key.service && key.service->fullAccess ? AccountAccess::Full
                                                    : AccountAccess::Restricted;
}

QString countOf(qsizetype keys, int most) {
    const QLocale l;
    if (keys > most)
        return ServiceTexts::tr("%Ln keys, more than the %1 allowed today", nullptr, static_cast<int>(keys))
            .arg(l.toString(most));
    return ServiceTexts::tr("%1 of %Ln keys", "42 of 100 keys", most).arg(l.toString(keys));
}

QString mayBeMore() {
    return ServiceTexts::tr("there may be more that are not listed");
}

QString notReadYet(qsizetype keys) {
    return ServiceTexts::tr("Permissions of %Ln keys not read yet", nullptr, static_cast<int>(keys));
}

QString waiting(const ServiceWait &wait, const QTimeZone &zone) {
    return ServiceTexts::tr("waiting until %1: rate limit of %2", "12:03:10, SendGrid")
        .arg(QLocale().toString(wait.until.toUtc().toTimeZone(zone).time(), QStringLiteral("HH:mm:ss")),
             wait.service);
}

QString whyNoMore(qsizetype keys, int most) {
    return most > 0 && keys >= most
               ? ServiceTexts::tr("This account has %1. Delete one before you create another.",
                                  "100 of 100 keys")
                     .arg(countOf(keys, most))
               : QString();
}

} // namespace latchkey::ui
