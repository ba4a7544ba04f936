#include "ui/format/words.h"

#include <QCoreApplication>
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
    case SmartFilter::Rotating:
        return QCoreApplication::translate("words", "Rotating");
    case SmartFilter::Revoked:
        return QCoreApplication::translate("words", "Revoked");
    case SmartFilter::RateLimited:
        return QCoreApplication::translate("words", "Rate limited");
    case SmartFilter::RejectionsUp:
        return QCoreApplication::translate("words", "Rejections up");
    case SmartFilter::OverPrivileged:
        return QCoreApplication::translate("words", "Over-privileged");
    case SmartFilter::PossiblyExposed:
        return QCoreApplication::translate("words", "Possibly exposed");
    }
    return {};
}

QString rule(SmartFilter f, const Thresholds &t) {
    switch (f) {
    case SmartFilter::None:
        return QCoreApplication::translate("words", "Every key that is not deleted");
    case SmartFilter::ExpiringSoon:
        return QCoreApplication::translate("words", "Active keys that expire within %Ln days", nullptr,
                                           t.expiringDays);
    case SmartFilter::ExpiredRecently:
        return QCoreApplication::translate("words", "Keys that expired within the last %Ln days", nullptr,
                                           t.expiredDays);
    case SmartFilter::NeverUsed:
        return QCoreApplication::translate("words", "Active keys older than %Ln days that were never used",
                                           nullptr, t.neverUsedDays);
    case SmartFilter::Unused:
        return QCoreApplication::translate("words", "Active keys without a use for %Ln days", nullptr,
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
    case SmartFilter::Rotating:
        return QCoreApplication::translate("words", "Keys of which the old token still works");
    case SmartFilter::Revoked:
        return QCoreApplication::translate("words", "Keys that were cut off and keep their history");
    case SmartFilter::RateLimited:
        return QCoreApplication::translate("words",
                                           "A tenth of the last day's requests or more were over the limit");
    case SmartFilter::RejectionsUp:
        return QCoreApplication::translate("words",
                                           "More than twice as many rejections in the last day as usual");
    case SmartFilter::OverPrivileged:
        return QCoreApplication::translate(
            "words", "Active keys that didn't use half of their permissions, or more, in 90 days");
    case SmartFilter::PossiblyExposed:
        return QCoreApplication::translate(
            "words",
            "Keys whose token stood readable in the address of a logged request, and was not replaced since");
    }
    return {};
}

QString iconName(SmartFilter f) {
    switch (f) {
    case SmartFilter::None:
        return QStringLiteral("key");
    case SmartFilter::ExpiringSoon:
        return QStringLiteral("status-expiring");
    case SmartFilter::ExpiredRecently:
        return QStringLiteral("status-expired");
    case SmartFilter::NeverUsed:
        return QStringLiteral("never-used");
    case SmartFilter::Unused:
        return QStringLiteral("clock");
    case SmartFilter::NoExpiry:
        return QStringLiteral("no-expiry");
    case SmartFilter::NoRateLimit:
        return QStringLiteral("no-limit");
    case SmartFilter::BroadAccess:
        return QStringLiteral("broad");
    case SmartFilter::OverPrivileged:
        return QStringLiteral("shield");
    case SmartFilter::RateLimited:
        return QStringLiteral("status-limited");
    case SmartFilter::RejectionsUp:
        return QStringLiteral("warning");
    case SmartFilter::PossiblyExposed:
        return QStringLiteral("eye");
    case SmartFilter::Rotating:
        return QStringLiteral("rotate");
    case SmartFilter::Revoked:
        return QStringLiteral("status-revoked");
    case SmartFilter::Billing:
        return QStringLiteral("billing");
    case SmartFilter::Damaged:
        return QStringLiteral("status-damaged");
    case SmartFilter::RecentlyDeleted:
        return QStringLiteral("trash");
    }
    return {};
}

ColorRole textRole(SmartFilter f) {
    switch (f) {
    case SmartFilter::PossiblyExposed:
        return ColorRole::RevokedText;
    case SmartFilter::RejectionsUp:
        return ColorRole::ExpiredText;
    case SmartFilter::RateLimited:
        return ColorRole::LimitedText;
    case SmartFilter::ExpiringSoon:
    case SmartFilter::OverPrivileged:
    case SmartFilter::BroadAccess:
        return ColorRole::ExpiringText;
    case SmartFilter::Rotating:
        return ColorRole::RotatingText;
    default:
        return ColorRole::InactiveText;
    }
}

ColorRole backRole(SmartFilter f) {
    switch (f) {
    case SmartFilter::PossiblyExposed:
        return ColorRole::RevokedBack;
    case SmartFilter::RejectionsUp:
        return ColorRole::ExpiredBack;
    case SmartFilter::RateLimited:
        return ColorRole::LimitedBack;
    case SmartFilter::ExpiringSoon:
    case SmartFilter::OverPrivileged:
    case SmartFilter::BroadAccess:
        return ColorRole::ExpiringBack;
    case SmartFilter::Rotating:
        return ColorRole::RotatingBack;
    default:
        return ColorRole::InactiveBack;
    }
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

StatusLook statusLook(const ApiKey &k, Instant now) {
    const KeyStatus s = statusOf(k, now);
    if (s == KeyStatus::Active && isRotating(k, now))
        return {word(SmartFilter::Rotating), QStringLiteral("status-rotating"), ColorRole::RotatingText,
                ColorRole::RotatingBack};
    return {word(s), iconName(s), textRole(s), backRole(s)};
}

QString rotationText(const ApiKey &k, Instant now) {
    if (statusOf(k, now) != KeyStatus::Active || !isRotating(k, now))
        return {};
    return k.old->until ? QCoreApplication::translate("words", "Old key stops %1", "in 22 h")
                              .arg(relativeTime(*k.old->until, now))
                        : QCoreApplication::translate("words", "Old key works until you stop it");
}

QString shortRotationText(const ApiKey &k, Instant now) {
    return k.old && k.old->until ? QCoreApplication::translate("words", "Old: stops %1", "key; in 22 h")
                                       .arg(relativeTime(*k.old->until, now))
                                 : rotationText(k, now);
}

QString expiringText(const ApiKey &k, Instant now, int days) {
    constexpr qint64 DayMs = 86'400'000;
    const auto &expires = k.config.expires;
    if (!expires || statusOf(k, now) != KeyStatus::Active || expires->ms() - now.ms() > days * DayMs)
        return {};
    return QCoreApplication::translate("words", "Expires %1", "in 3 days").arg(timeUntil(*expires, now));
}

QString lastUsedText(const ApiKey &k, Instant now) {
    return k.lastUsedAt ? relativeTime(*k.lastUsedAt, now)
                        : QCoreApplication::translate("words", "Never used");
}

QString expiresText(const ApiKey &k, Instant now, const QTimeZone &zone) {
    if (!k.config.expires)
        return QCoreApplication::translate("words", "Never expires");
    return QCoreApplication::translate("words", "%1 (%2)", "date (relative time)")
        .arg(fullTime(*k.config.expires, zone), timeUntil(*k.config.expires, now));
}

QString sentence(const RiskLine &r, const Catalogue &c) {
    switch (r.risk) {
    case Risk::CanDelete:
        return QCoreApplication::translate("words", "Can %1.", "Can delete leads.").arg(c.phraseOf(r.scope));
    case Risk::FullAccess:
        return QCoreApplication::translate("words", "Can do everything.");
    case Risk::FullBilling:
        return QCoreApplication::translate("words", "Can do everything about billing.");
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

} // namespace latchkey::ui
