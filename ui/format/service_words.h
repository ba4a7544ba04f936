#pragma once

#include "core/backend/vault_backend.h"

#include <QString>
#include <QTimeZone>

/// What is said where another service (SendGrid) keeps the keys and its API has no word for something.
namespace latchkey::ui {

/// "Not reported": in a cell.
QString notReported();
/// "Not reported by SendGrid": in a tool tip and beside a field.
QString notReportedBy(const QString &service);
/// "Kept on this computer only": of notes that the service has no place for.
QString keptHereOnly();
/// "SendGrid has no way to deactivate a key." Empty: the backend can.
QString whyNot(const Capabilities &can, const QString &command);
/// The same of keys in several places: why none of these can. Empty: one of them can, or there is none.
QString whyNoneCan(const QList<Capabilities> &homes, const QString &command);
/// Whether the backend knows what the filter asks for.
bool answers(const Capabilities &can, SmartFilter filter);
/// Why full access that is taken away can't be given back.
QString restrictedForGood(const QString &service);
/// The type of a service's key as its form has it: "Full Access", "Restricted Access", "Billing Access".
enum class AccountAccess : quint8 { Full, Restricted, Billing };
QString word(AccountAccess access);
AccountAccess accessOf(const ApiKey &key);
/// "42 of 100 keys"; more than there may be in words of their own.
QString countOf(qsizetype keys, int most);
/// Of an account that holds more keys than its service lists at once, as far as one can tell.
QString mayBeMore();
/// "Permissions of 12 keys not read yet": a filter may find some of these as well.
QString notReadYet(qsizetype keys);
/// "waiting until 12:03:10: rate limit of SendGrid"
QString waiting(const ServiceWait &wait, const QTimeZone &zone);
/// Why no key can be created there; empty: one can.
QString whyNoMore(qsizetype keys, int most);

} // namespace latchkey::ui
