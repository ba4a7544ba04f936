#include "ui/format/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <array>

// What the audit log names by code.

namespace latchkey::ui {

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
    if (a == QStringLiteral("key.rotate"))
        return QCoreApplication::translate("words", "Rotated");
    if (a == QStringLiteral("key.regenerate"))
        return QCoreApplication::translate("words", "Regenerated");
    if (a == QStringLiteral("key.extendOld"))
        return QCoreApplication::translate("words", "Changed until when the old key works");
    if (a == QStringLiteral("key.stopOld"))
        return QCoreApplication::translate("words", "Stopped the old key");
    if (a == QStringLiteral("key.revoke"))
        return QCoreApplication::translate("words", "Revoked");
    if (a == QStringLiteral("key.purge"))
        return QCoreApplication::translate("words", "Deleted permanently");
    if (a == QStringLiteral("key.reveal"))
        return e.after.value(QLatin1StringView("why")).toString() == QStringLiteral("copy")
                   ? QCoreApplication::translate("words", "Copied the kept key")
                   : QCoreApplication::translate("words", "Revealed the kept key");
    if (a == QStringLiteral("key.dismissExposure"))
        return QCoreApplication::translate("words", "Dismissed “Possibly exposed”");
    if (a == QStringLiteral("key.import"))
        return QCoreApplication::translate("words", "Changed by an import");
    if (a == QStringLiteral("key.keep"))
        return QCoreApplication::translate("words", "Kept a copy in the keychain");
    if (a == QStringLiteral("key.forget"))
        return QCoreApplication::translate("words", "Removed the copy from the keychain");
    if (a == QStringLiteral("vault.create"))
        return QCoreApplication::translate("words", "Created the vault");
    if (a == QStringLiteral("vault.retention"))
        return QCoreApplication::translate("words", "Changed how long deleted keys are kept");
    if (a == QStringLiteral("vault.requestRetention"))
        return QCoreApplication::translate("words", "Changed how long requests are kept");
    if (a == QStringLiteral("principal.create"))
        return QCoreApplication::translate("words", "Added a person or program");
    if (a == QStringLiteral("principal.edit"))
        return QCoreApplication::translate("words", "Changed a person or program");
    if (a == QStringLiteral("principal.remove"))
        return QCoreApplication::translate("words", "Removed a person or program");
    if (a == QStringLiteral("principal.rotate"))
        return QCoreApplication::translate("words", "Gave a person or program a new token");
    if (a == QStringLiteral("rules.edit"))
        return QCoreApplication::translate("words", "Changed the rules of gateways");
    if (a == QStringLiteral("rules.undo"))
        return QCoreApplication::translate("words", "Undid a change of the rules of gateways");
    if (a == QStringLiteral("catalogue.edit"))
        return QCoreApplication::translate("words", "Changed the permission catalogue");
    if (a == QStringLiteral("catalogue.import"))
        return QCoreApplication::translate("words", "Imported a permission catalogue");
    if (a == QStringLiteral("catalogue.undo"))
        return QCoreApplication::translate("words", "Undid a change of the permission catalogue");
    if (a == QStringLiteral("customer.add"))
        return QCoreApplication::translate("words", "Added a customer");
    if (a == QStringLiteral("customer.edit"))
        return QCoreApplication::translate("words", "Changed a customer");
    if (a == QStringLiteral("customer.remove"))
        return QCoreApplication::translate("words", "Deleted a customer");
    if (a == QStringLiteral("customer.undo"))
        return QCoreApplication::translate("words", "Undid a change of a customer");
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
    if (f == QStringLiteral("reason"))
        return QCoreApplication::translate("words", "Reason");
    if (f == QStringLiteral("leaked"))
        return QCoreApplication::translate("words", "Leaked");
    if (f == QStringLiteral("credential"))
        return QCoreApplication::translate("words", "Token ID");
    if (f == QStringLiteral("oldCredential"))
        return QCoreApplication::translate("words", "Old token ID");
    if (f == QStringLiteral("oldUntil"))
        return QCoreApplication::translate("words", "Old key works until");
    if (f == QStringLiteral("why"))
        return QCoreApplication::translate("words", "For");
    if (f == QStringLiteral("customer"))
        return QCoreApplication::translate("words", "External ID");
    if (f == QStringLiteral("rules"))
        return QCoreApplication::translate("words", "Rules");
    if (f == QStringLiteral("order"))
        return QCoreApplication::translate("words", "Order");
    return f;
}

namespace {

QString limitsOf(const QJsonObject &o) {
    RateLimits limits;
    static constexpr std::array names{"second", "minute", "hour", "day"}; // as the log writes them
    for (const RatePeriod p : AllRatePeriods) {
        if (const QJsonValue n = o.value(QLatin1StringView(names[static_cast<size_t>(p)])); n.isDouble())
            limits.set(p, n.toInteger());
    }
    return limitsText(limits);
}

} // namespace

QString auditValue(const QString &field, const QJsonValue &v, const QTimeZone &zone) {
    if (v.isArray()) {
        QStringList words;
        const QJsonArray list = v.toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            words.append(list.at(i).toString());
        return !words.isEmpty()                       ? words.join(QStringLiteral(", "))
               : field == QStringLiteral("customers") ? QCoreApplication::translate("words", "all")
                                                      : QCoreApplication::translate("words", "none");
    }
    if (v.isObject())
        return limitsOf(v.toObject());
    if (field == QStringLiteral("expires") || field == QStringLiteral("oldUntil")) {
        const QDateTime at = QDateTime::fromString(v.toString(), Qt::ISODateWithMs);
        if (at.isValid())
            return fullTime(Instant::fromDateTime(at), zone);
        if (field == QStringLiteral("expires"))
            return QCoreApplication::translate("words", "Never expires");
        return v.isString() ? QCoreApplication::translate("words", "stopped by hand")
                            : QCoreApplication::translate("words", "none");
    }
    if (v.isBool())
        return v.toBool() ? QCoreApplication::translate("words", "yes")
                          : QCoreApplication::translate("words", "no");
    if (v.isDouble())
        return QLocale().toString(v.toInteger());
    if (v.isUndefined() || v.toString().isEmpty())
        return QCoreApplication::translate("words", "none");
    if (field == QStringLiteral("state")) {
        if (const auto s = keyStateFromWord(v.toString()))
            return word(statusOf(*s, std::nullopt, false, Instant()));
    }
    if (field == QStringLiteral("why") && v.toString() == QStringLiteral("reveal"))
        return QCoreApplication::translate("words", "showing it", "what a kept key was taken for");
    if (field == QStringLiteral("why") && v.toString() == QStringLiteral("copy"))
        return QCoreApplication::translate("words", "copying it", "what a kept key was taken for");
    return v.toString();
}

namespace {
/// Said with the event, not changed by it.
bool isRemark(const QString &field) {
    return field == QStringLiteral("why") || field == QStringLiteral("reason");
}
} // namespace

QStringList auditChanges(const AuditEvent &e, const QTimeZone &zone) {
    QStringList lines;
    if (e.action == QStringLiteral("key.create"))
        return lines;
    for (auto it = e.after.begin(); it != e.after.end(); ++it) {
        if (isRemark(it.key())) {
            lines.append(QCoreApplication::translate("words", "%1: %2", "field: value")
                             .arg(auditField(it.key()), auditValue(it.key(), it.value(), zone)));
            continue;
        }
        const QJsonValue was = e.before.value(it.key());
        const QString before = auditValue(it.key(), was, zone);
        const QString after = auditValue(it.key(), it.value(), zone);
        if (it.key() == QStringLiteral("rules")) { // those that came and went, not all that there are
            if (!was.toArray().isEmpty())
                lines.append(QCoreApplication::translate("words", "Removed: %1", "rules").arg(before));
            if (!it.value().toArray().isEmpty())
                lines.append(QCoreApplication::translate("words", "Added: %1", "rules").arg(after));
        } else if (before != after)
            lines.append(QCoreApplication::translate("words", "%1: %2 → %3", "field: before → after")
                             .arg(auditField(it.key()), before, after));
    }
    // What was removed has nothing afterwards.
    for (auto it = e.before.begin(); e.after.isEmpty() && it != e.before.end(); ++it) {
        if (!it.value().toString().isEmpty())
            lines.append(QCoreApplication::translate("words", "%1: %2 → %3", "field: before → after")
                             .arg(auditField(it.key()), auditValue(it.key(), it.value(), zone),
                                  auditValue(it.key(), {}, zone)));
    }
    return lines;
}

} // namespace latchkey::ui
