#include "ui/format/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace latchkey::ui {

QString word(KeyStatus s) {
    switch (s) {
    case KeyStatus::Active:
        return QCoreApplication::translate("words", "Active");
    case KeyStatus::Inactive:
        return QCoreApplication::translate("words", "Inactive");
    case KeyStatus::Revoked:
        return QCoreApplication::translate("words", "Revoked");
    case KeyStatus::Expired:
        return QCoreApplication::translate("words", "Expired");
    case KeyStatus::Deleted:
        return QCoreApplication::translate("words", "Deleted");
    case KeyStatus::Damaged:
        return QCoreApplication::translate("words", "Damaged");
    }
    return {};
}

QString word(Environment e) {
    switch (e) {
    case Environment::Production:
        return QCoreApplication::translate("words", "Production");
    case Environment::Staging:
        return QCoreApplication::translate("words", "Staging");
    case Environment::Development:
        return QCoreApplication::translate("words", "Development");
    }
    return {};
}

QString word(KeyType t) {
    return t == KeyType::General ? QCoreApplication::translate("words", "General")
                                 : QCoreApplication::translate("words", "Billing");
}

QString word(AccessLevel l) {
    switch (l) {
    case AccessLevel::None:
        return QCoreApplication::translate("words", "No access");
    case AccessLevel::Read:
        return QCoreApplication::translate("words", "Read");
    case AccessLevel::Full:
        return QCoreApplication::translate("words", "Full");
    case AccessLevel::Custom:
        return QCoreApplication::translate("words", "Custom");
    }
    return {};
}

QString word(RatePeriod p) {
    switch (p) {
    case RatePeriod::Second:
        return QCoreApplication::translate("words", "second");
    case RatePeriod::Minute:
        return QCoreApplication::translate("words", "minute");
    case RatePeriod::Hour:
        return QCoreApplication::translate("words", "hour");
    case RatePeriod::Day:
        return QCoreApplication::translate("words", "day");
    }
    return {};
}

QString word(SmartFilter f) {
    switch (f) {
    case SmartFilter::None:
        return QCoreApplication::translate("words", "All keys");
    case SmartFilter::ExpiringSoon:
        return QCoreApplication::translate("words", "Expiring soon");
    case SmartFilter::ExpiredRecently:
        return QCoreApplication::translate("words", "Expired recently");
    case SmartFilter::NeverUsed:
        return QCoreApplication::translate("words", "Never used");
    case SmartFilter::Unused:
        return QCoreApplication::translate("words", "Unused 90 days");
    case SmartFilter::NoExpiry:
        return QCoreApplication::translate("words", "No expiry");
    case SmartFilter::NoRateLimit:
        return QCoreApplication::translate("words", "No rate limit");
    case SmartFilter::BroadAccess:
        return QCoreApplication::translate("words", "Broad access");
    case SmartFilter::Billing:
        return QCoreApplication::translate("words", "Billing keys");
    case SmartFilter::Damaged:
        return QCoreApplication::translate("words", "Damaged");
    case SmartFilter::RecentlyDeleted:
        return QCoreApplication::translate("words", "Recently deleted");
    }
    return {};
}

QString rule(SmartFilter f, const Thresholds &t) {
    switch (f) {
    case SmartFilter::None:
        return QCoreApplication::translate("words", "Every key that is not deleted");
    case SmartFilter::ExpiringSoon:
        return QCoreApplication::translate("words", "Active keys that expire within %n days", nullptr,
                                           t.expiringDays);
    case SmartFilter::ExpiredRecently:
        return QCoreApplication::translate("words", "Keys that expired within the last %n days", nullptr,
                                           t.expiredDays);
    case SmartFilter::NeverUsed:
        return QCoreApplication::translate("words", "Active keys older than %n days that were never used",
                                           nullptr, t.neverUsedDays);
    case SmartFilter::Unused:
        return QCoreApplication::translate("words", "Active keys without a use for %n days", nullptr,
                                           t.unusedDays);
    case SmartFilter::NoExpiry:
        return QCoreApplication::translate("words", "Active keys that never expire");
    case SmartFilter::NoRateLimit:
        return QCoreApplication::translate("words", "Active keys without a rate limit");
    case SmartFilter::BroadAccess:
        return QCoreApplication::translate("words", "Active keys that may do everything");
    case SmartFilter::Billing:
        return QCoreApplication::translate("words", "Keys for billing requests");
    case SmartFilter::Damaged:
        return QCoreApplication::translate("words",
                                           "Keys whose record fails its checksum. They refuse all requests.");
    case SmartFilter::RecentlyDeleted:
        return QCoreApplication::translate("words", "Deleted keys that can still be restored");
    }
    return {};
}

QString iconName(KeyStatus s) {
    return QStringLiteral("status-") + toWord(s);
}
QString iconName(Environment e) {
    return QStringLiteral("environment-") + toWord(e);
}

ColorRole textRole(KeyStatus s) {
    switch (s) {
    case KeyStatus::Active:
        return ColorRole::ActiveText;
    case KeyStatus::Inactive:
    case KeyStatus::Deleted:
        return ColorRole::InactiveText;
    case KeyStatus::Expired:
        return ColorRole::ExpiredText;
    case KeyStatus::Revoked:
    case KeyStatus::Damaged:
        return ColorRole::RevokedText;
    }
    return ColorRole::Text;
}

ColorRole backRole(KeyStatus s) {
    switch (s) {
    case KeyStatus::Active:
        return ColorRole::ActiveBack;
    case KeyStatus::Inactive:
    case KeyStatus::Deleted:
        return ColorRole::InactiveBack;
    case KeyStatus::Expired:
        return ColorRole::ExpiredBack;
    case KeyStatus::Revoked:
    case KeyStatus::Damaged:
        return ColorRole::RevokedBack;
    }
    return ColorRole::Base;
}

QString limitsText(const RateLimits &l) {
    QStringList parts;
    for (const RatePeriod p : AllRatePeriods) {
        if (const auto n = l.get(p))
            parts.append(QCoreApplication::translate("words", "%1 a %2", "100 a minute")
                             .arg(QLocale().toString(*n), word(p)));
    }
    return parts.isEmpty() ? QCoreApplication::translate("words", "No limit")
                           : parts.join(QStringLiteral(", "));
}

QString lastUsedText(const ApiKey &k, Instant now) {
    return k.lastUsedAt ? relativeTime(*k.lastUsedAt, now)
                        : QCoreApplication::translate("words", "Never used");
}

QString expiresText(const ApiKey &k, Instant now, const QTimeZone &zone) {
    if (!k.config.expires)
        return QCoreApplication::translate("words", "Never expires");
    return QCoreApplication::translate("words", "%1 (%2)", "date (relative time)")
        .arg(fullTime(*k.config.expires, zone), relativeTime(*k.config.expires, now));
}

QString sentence(const RiskLine &r, const Catalogue &c) {
    switch (r.risk) {
    case Risk::CanDelete:
        return QCoreApplication::translate("words", "Can %1.", "Can delete leads.").arg(c.phraseOf(r.scope));
    case Risk::FullAccess:
        return QCoreApplication::translate("words", "Can do everything.");
    case Risk::NeverExpires:
        return QCoreApplication::translate("words", "Never expires.");
    case Risk::FromAnywhere:
        return QCoreApplication::translate("words", "Works from anywhere.");
    case Risk::AllCustomers:
        return QCoreApplication::translate("words", "Works for all customers.");
    case Risk::NoRateLimit:
        return QCoreApplication::translate("words", "Has no rate limit.");
    case Risk::LongExpiry:
        return QCoreApplication::translate("words", "Works for more than a year.");
    case Risk::ProductionWrite:
        return QCoreApplication::translate("words", "Changes real data in Production.");
    }
    return {};
}

QString auditSentence(const AuditEvent &e) {
    const QString a = e.action;
    if (a == QStringLiteral("key.create"))
        return QCoreApplication::translate("words", "Created");
    if (a == QStringLiteral("key.edit"))
        return QCoreApplication::translate("words", "Changed");
    if (a == QStringLiteral("key.rename"))
        return QCoreApplication::translate("words", "Renamed");
    if (a == QStringLiteral("key.undo"))
        return QCoreApplication::translate("words", "Undid a change");
    if (a == QStringLiteral("key.activate"))
        return QCoreApplication::translate("words", "Activated");
    if (a == QStringLiteral("key.deactivate"))
        return QCoreApplication::translate("words", "Deactivated");
    if (a == QStringLiteral("key.delete"))
        return QCoreApplication::translate("words", "Deleted");
    if (a == QStringLiteral("key.restore"))
        return QCoreApplication::translate("words", "Restored");
    if (a == QStringLiteral("key.purge"))
        return QCoreApplication::translate("words", "Deleted permanently");
    if (a == QStringLiteral("key.reveal"))
        return e.after.value(QLatin1StringView("why")).toString() == QStringLiteral("copy")
                   ? QCoreApplication::translate("words", "Copied the kept key")
                   : QCoreApplication::translate("words", "Revealed the kept key");
    if (a == QStringLiteral("key.keep"))
        return QCoreApplication::translate("words", "Kept a copy in the keychain");
    if (a == QStringLiteral("key.forget"))
        return QCoreApplication::translate("words", "Removed the copy from the keychain");
    if (a == QStringLiteral("vault.create"))
        return QCoreApplication::translate("words", "Created the vault");
    if (a == QStringLiteral("vault.retention"))
        return QCoreApplication::translate("words", "Changed how long deleted keys are kept");
    return a;
}

QString auditField(const QString &f) {
    if (f == QStringLiteral("name"))
        return QCoreApplication::translate("words", "Name");
    if (f == QStringLiteral("state"))
        return QCoreApplication::translate("words", "Status");
    if (f == QStringLiteral("scopes"))
        return QCoreApplication::translate("words", "Permissions");
    if (f == QStringLiteral("limits"))
        return QCoreApplication::translate("words", "Rate limit");
    if (f == QStringLiteral("customers"))
        return QCoreApplication::translate("words", "Customers");
    if (f == QStringLiteral("allowedIps"))
        return QCoreApplication::translate("words", "Allowed IPs");
    if (f == QStringLiteral("expires"))
        return QCoreApplication::translate("words", "Expires");
    if (f == QStringLiteral("owner"))
        return QCoreApplication::translate("words", "Owner");
    if (f == QStringLiteral("tags"))
        return QCoreApplication::translate("words", "Tags");
    if (f == QStringLiteral("note"))
        return QCoreApplication::translate("words", "Note");
    if (f == QStringLiteral("storedIn"))
        return QCoreApplication::translate("words", "Stored in");
    if (f == QStringLiteral("why"))
        return QCoreApplication::translate("words", "For");
    return f;
}

QString auditValue(const QJsonValue &v) {
    if (v.isArray()) {
        QStringList words;
        const QJsonArray list = v.toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            words.append(list.at(i).toString());
        return words.isEmpty() ? QCoreApplication::translate("words", "all")
                               : words.join(QStringLiteral(", "));
    }
    if (v.isObject()) {
        const QJsonObject o = v.toObject();
        QStringList words;
        for (auto it = o.begin(); it != o.end(); ++it)
            words.append(QStringLiteral("%1/%2").arg(it.value().toInteger()).arg(it.key()));
        return words.isEmpty() ? QCoreApplication::translate("words", "No limit")
                               : words.join(QStringLiteral(", "));
    }
    if (v.isDouble())
        return QString::number(v.toInteger());
    if (v.isUndefined() || v.toString().isEmpty())
        return QCoreApplication::translate("words", "none");
    if (const auto s = keyStateFromWord(v.toString()))
        return word(statusOf(*s, std::nullopt, false, Instant()));
    return v.toString();
}

} // namespace latchkey::ui
