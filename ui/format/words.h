#pragma once

#include "core/model/api_key.h"
#include "core/model/audit_event.h"
#include "core/model/error.h"
#include "core/model/key_filter.h"
#include "core/model/validation.h"
#include "ui/theme/theme.h"

#include <QString>
#include <QTimeZone>

/// Everything that core names by code, in the words of the person at the screen (translated).
namespace latchkey::ui {

QString word(KeyStatus s);   ///< "Active"
QString word(Environment e); ///< "Production"
QString word(KeyType t);
QString word(AccessLevel l);                      ///< "No access", "Read", "Full", "Custom"
QString word(SmartFilter f);                      ///< "Expiring soon"
QString rule(SmartFilter f, const Thresholds &t); ///< the tooltip
QString iconName(KeyStatus s);                    ///< "status-active"
QString iconName(Environment e);
QString iconName(SmartFilter f);
ColorRole textRole(KeyStatus s);
ColorRole backRole(KeyStatus s);
/// How the status of a key is shown in the table and in its details: an active key of which the old token
/// still works is Rotating.
struct StatusLook {
    QString word, icon;
    ColorRole text = ColorRole::Text, back = ColorRole::Base;
};
StatusLook statusLook(const ApiKey &k, Instant now);
/// "Old key stops in 22 h"; empty where it isn't shown as rotating.
QString rotationText(const ApiKey &k, Instant now);
/// The same for a narrow place, where the status stands beside it.
QString shortRotationText(const ApiKey &k, Instant now);
/// "Expires in 3 days" of an active key with no more than `days` to go; else empty.
QString expiringText(const ApiKey &k, Instant now, int days);
ColorRole textRole(SmartFilter f); ///< of its chip, as an alert
ColorRole backRole(SmartFilter f);

/// One or two short sentences: what happened and what to do. No "Error", no code.
QString sentence(const Error &e);
/// The system's own words in an error's params; of a database's refusal what its code means.
QString systemReason(const QVariantMap &params);
/// Words that come from elsewhere, with the full stop that they often lack.
QString asSentence(const QString &words);
QString sentence(const FieldError &e);
QString sentence(const RiskLine &r, const Catalogue &c);
/// "Created", "Changed permissions" … for an audit action.
QString auditSentence(const AuditEvent &e);

/// "Permissions" for the field "scopes" of an audit row, and one of its values.
QString auditField(const QString &field);
/// "Permissions: none → leads:read", a line for each changed field. Empty for a creation.
QStringList auditChanges(const AuditEvent &e, const QTimeZone &zone);
QString auditValue(const QString &field, const QJsonValue &value, const QTimeZone &zone);

/// "2 h ago", "in 3 days", "just now".
QString relativeTime(Instant t, Instant now);
/// The same of what is to come: "in less than a minute" for what is not "just now" yet.
QString timeUntil(Instant t, Instant now);
/// "3 Mar 2026"
QString shortDate(Instant t, const QTimeZone &zone);
/// "3 March 2026, 14:05 (UTC+2)"
QString fullTime(Instant t, const QTimeZone &zone);
/// "14:05" of today, "3 Mar 2026, 14:05" of another day.
QString dayTime(Instant t, Instant now, const QTimeZone &zone);
/// "per minute", "Requests per minute", "100 a minute", "100 requests a minute".
QString perPeriod(RatePeriod p);
QString requestsPer(RatePeriod p);
QString limitText(qint64 count, RatePeriod p);
QString requestsText(qint64 count, RatePeriod p);
/// "100 a minute, 5,000 a day" or "No limit".
QString limitsText(const RateLimits &l);
/// "1,204 requests", "No requests"; "Not reported" of no days at all.
QString usageText(const QList<qint64> &perDay);
/// "Never used", or the relative time.
QString lastUsedText(const ApiKey &k, Instant now);
QString expiresText(const ApiKey &k, Instant now, const QTimeZone &zone);

} // namespace latchkey::ui
