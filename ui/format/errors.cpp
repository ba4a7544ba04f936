#include "ui/format/file_words.h"
#include "ui/format/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <array>

namespace latchkey::ui {

namespace {

QString param(const QVariantMap &p, const char *name) {
    return p.value(QLatin1StringView(name)).toString();
}

/// Words of the system or a library after a sentence of ours: they often come without a full stop.
QString foreign(const QVariantMap &p) {
    return asSentence(systemReason(p));
}

QString keychainSentence(ErrorCode code) {
    switch (code) {
    case ErrorCode::NoKeychain:
        return QCoreApplication::translate("errors", "This computer has no keychain that Latchkey can use.");
    case ErrorCode::KeychainLocked:
        return QCoreApplication::translate("errors", "The keychain is locked. Unlock it and try again.");
    case ErrorCode::KeychainDenied:
        return QCoreApplication::translate("errors",
                                           "The keychain refused. Allow Latchkey to use it and try again.");
    case ErrorCode::KeychainTimeout:
        return QCoreApplication::translate("errors", "The keychain did not answer. Try again.");
    case ErrorCode::KeychainMismatch:
        return QCoreApplication::translate(
            "errors", "The copy in the keychain is outdated: it no longer fits this key.");
    default:
        return QCoreApplication::translate("errors", "No copy of this key is kept on this computer.");
    }
}

QString fileSentence(ErrorCode code, const QVariantMap &p) {
    const QString name = QFileInfo(param(p, "path")).fileName();
    switch (code) {
    case ErrorCode::ReadOnly:
        return QCoreApplication::translate("errors", "“%1” is read-only, so nothing can be changed.")
            .arg(name);
    case ErrorCode::Busy:
        return QCoreApplication::translate(
                   "errors", "Another program is using “%1”. Nothing was changed. Try again in a moment.")
            .arg(name);
    case ErrorCode::DiskFull:
        return QCoreApplication::translate(
            "errors", "The disk is full. Nothing was changed. Free some space and try again.");
    case ErrorCode::NotAVault:
        return QCoreApplication::translate("errors", "“%1” is not a Latchkey vault. It was left as it is.")
            .arg(name);
    case ErrorCode::IsAFolder:
        return QCoreApplication::translate("errors", "“%1” is a folder. Choose a file.").arg(name);
    case ErrorCode::SchemaTooNew:
        return QCoreApplication::translate(
                   "errors",
                   "“%1” was made by a newer Latchkey. Update Latchkey to open it. It was left as it is.")
            .arg(name);
    case ErrorCode::Damaged:
        return QCoreApplication::translate("errors", "“%1” is damaged. Restore it from a backup.").arg(name);
    case ErrorCode::Truncated:
        return QCoreApplication::translate(
                   "errors", "“%1” is incomplete: its end is missing. Restore it from a backup.")
            .arg(name);
    default:
        if (param(p, "reason") == QLatin1StringView("openVault"))
            return QCoreApplication::translate(
                       "errors",
                       "“%1” is a vault that is open here. Choose another file. It was left as it is.")
                .arg(name);
        return QCoreApplication::translate("errors", "“%1” can't be opened. %2")
            .arg(name, foreign(p))
            .trimmed();
    }
}

/// A connection by its name where several are open; else an address as it is, and of a file its name.
QString placeOf(const QVariantMap &p) {
    if (const QString connection = param(p, "connection"); !connection.isEmpty())
        return connection;
    const QString path = param(p, "path");
    return path.contains(QStringLiteral("://")) ? path : QFileInfo(path).fileName();
}

QString unreachableSentence(const QVariantMap &p) {
    const QString proxy = param(p, "proxy"), reason = param(p, "reason");
    const auto said = [&p](const QString &what) { // of a question nobody would think that it changed anything
        const QString text = what.arg(placeOf(p));
        return p.value(QStringLiteral("change")).toBool()
                   ? text + u' ' + QCoreApplication::translate("errors", "Nothing was changed.")
                   : text;
    };
    if (p.value(QStringLiteral("partly")).toBool()) // others did
        return QCoreApplication::translate("errors", "“%1” didn't answer: its keys are as they were.")
            .arg(placeOf(p));
    if (proxy == QLatin1StringView("signIn"))
        return said(QCoreApplication::translate(
            "errors", "The proxy on the way to “%1” wants a user and a password, and did not accept what it "
                      "got."));
    if (!proxy.isEmpty())
        return said(QCoreApplication::translate("errors", "The proxy on the way to “%1” doesn't answer."));
    if (reason == QLatin1StringView("deadline"))
        return said(QCoreApplication::translate("errors", "“%1” doesn't answer: it took too long."));
    if (reason == QLatin1StringView("database"))
        return said(QCoreApplication::translate("errors", "The database behind “%1” doesn't answer."));
    if (p.contains(QStringLiteral("httpStatus")) && p.contains(QStringLiteral("service")))
        return said(
                   QCoreApplication::translate("errors", "“%1” reports an error of its own: %2.", "HTTP 500"))
            .arg(reason);
    // A gateway's word for a question; of a change that it answers so, it doesn't know what became.
    if (p.contains(QStringLiteral("httpStatus")))
        return QCoreApplication::translate(
                   "errors", "“%1” could not be asked: what stands in front of it answers %2.", "HTTP 502")
            .arg(placeOf(p), reason);
    return QString(said(QCoreApplication::translate("errors", "“%1” doesn't answer.")) + u' ' + foreign(p))
        .trimmed();
}

QString untrustedSentence(const QVariantMap &p) {
    const QString where = placeOf(p), reason = param(p, "reason");
    if (reason == QLatin1StringView("changed"))
        return QCoreApplication::translate(
                   "errors", "The certificate of “%1” is another one than the one you trusted. Somebody may "
                             "stand between you and the server. Nothing was sent.")
            .arg(where);
    if (reason == QLatin1StringView("expired"))
        return QCoreApplication::translate("errors", "The certificate of “%1” has expired. Nothing was sent.")
            .arg(where);
    if (reason == QLatin1StringView("wrongHost"))
        return QCoreApplication::translate(
                   "errors", "The certificate of “%1” belongs to another name. Nothing was sent.")
            .arg(where);
    if (reason == QLatin1StringView("tls"))
        return QCoreApplication::translate("errors", "“%1” doesn't speak TLS 1.2 or newer. Nothing was sent.")
            .arg(where);
    return QCoreApplication::translate("errors",
                                       "Nobody that this computer trusts vouches for “%1”. Nothing was sent.")
        .arg(where);
}

} // namespace

namespace {

/// What another service says to us, in its own words where it has any.
QString serviceSentence(const Error &e) {
    const QString named = param(e.params, "service"), words = param(e.params, "message");
    const QString service = named.isEmpty() ? QCoreApplication::translate("errors", "The service") : named;
    const auto said = [&](const QString &text) {
        return words.isEmpty()
                   ? text
                   : text + u' ' +
                         QCoreApplication::translate("errors", "It said: “%1”").arg(asSentence(words));
    };
    const bool partly = e.params.value(QStringLiteral("partly")).toBool(); // other keys were changed
    switch (e.code) {
    case ErrorCode::RateLimited:
        if (partly)
            return QCoreApplication::translate("errors", "%1 wants fewer requests. Try again in a while.")
                .arg(service);
        return QCoreApplication::translate(
                   "errors", "%1 wants fewer requests. Nothing was changed. Try again in %2 seconds.")
            .arg(service,
                 QLocale().toString(qMax<qint64>(1, e.params.value(QStringLiteral("seconds")).toLongLong())));
    case ErrorCode::LimitReached:
        return QCoreApplication::translate(
                   "errors", "This account has %1 of %2 keys. Delete one before you create another.")
            .arg(param(e.params, "have"), param(e.params, "most"));
    case ErrorCode::NotAllowed:
        if (param(e.params, "problem") == QLatin1StringView("unauthenticated"))
            return said(
                QCoreApplication::translate(
                    "errors", "%1 does not know the key that you sign in with. It may have been deleted.")
                    .arg(service));
        if (e.params.contains(QStringLiteral("missing")))
            return QCoreApplication::translate("errors", "%1 has no way to do that.").arg(service);
        return said(
            QCoreApplication::translate("errors", "The key that you sign in with may not do that at %1.")
                .arg(service));
    case ErrorCode::NotAServer:
        if (e.params.contains(QStringLiteral("service")))
            return serviceSentence(e);
        return QCoreApplication::translate("errors", "What answers at “%1” does not speak like %2.")
            .arg(param(e.params, "path"), service);
    default:
        break;
    }
    if (param(e.params, "problem") == QLatin1StringView("notTaken"))
        return QCoreApplication::translate(
                   "errors", "%1 took the change, but the key is not as you wanted it. Look at it again.")
            .arg(service);
    return said((partly ? QCoreApplication::translate("errors", "%1 refused.")
                        : QCoreApplication::translate("errors", "%1 refused. Nothing was changed."))
                    .arg(service));
}

} // namespace

QString asSentence(const QString &words) {
    const QString text = words.trimmed();
    return text.isEmpty() || QStringLiteral(".!?…”").contains(text.back()) ? text : text + u'.';
}

QString systemReason(const QVariantMap &p) {
    const QString state = param(p, "sqlState");
    if (state.isEmpty())
        return param(p, "reason");
    static constexpr std::array words{
        std::pair{"57P", QT_TRANSLATE_NOOP("errors", "The database server ended the connection")},
        std::pair{"08", QT_TRANSLATE_NOOP("errors", "The connection to the database was lost")},
        std::pair{"25P03", QT_TRANSLATE_NOOP("errors", "The connection to the database was lost")},
        std::pair{"53", QT_TRANSLATE_NOOP("errors", "The database server lacks memory or room")},
        std::pair{"42", QT_TRANSLATE_NOOP("errors", "The database lacks something that Latchkey needs")},
        std::pair{"", QT_TRANSLATE_NOOP("errors", "The database refused what it was asked for")}};
    const auto at = std::find_if(words.begin(), words.end(), [&state](const auto &w) {
        return state.startsWith(QLatin1StringView(w.first));
    });
    return QStringLiteral("%1 (%2)").arg(QCoreApplication::translate("errors", at->second), state);
}

QString sentence(const Error &e) {
    switch (e.code) {
    case ErrorCode::InvalidInput:
        return e.fields.isEmpty()
                   ? QCoreApplication::translate("errors", "Something in the form is not valid.")
                   : sentence(e.fields.first());
    case ErrorCode::NotFound:
        return QCoreApplication::translate("errors", "It is not there any more.");
    case ErrorCode::Conflict: {
        if (e.params.value(QStringLiteral("purged")).toBool())
            return QCoreApplication::translate("errors",
                                               "It was deleted permanently and can't be brought back.");
        const QString changedBy = param(e.params, "changedBy");
        const QString who =
            changedBy.isEmpty() ? QCoreApplication::translate("errors", "Somebody") : changedBy;
        if (e.params.contains(QStringLiteral("catalogue")))
            return QCoreApplication::translate(
                       "errors",
                       "%1 changed the permission catalogue in the meantime. Nothing was overwritten.")
                .arg(who);
        if (e.params.contains(QStringLiteral("rules")))
            return QCoreApplication::translate(
                       "errors", "%1 changed the gateway rules in the meantime. Nothing was overwritten.")
                .arg(who);
        if (e.params.contains(QStringLiteral("customer")))
            return QCoreApplication::translate(
                       "errors", "%1 changed this customer in the meantime. Nothing was overwritten.")
                .arg(who);
        return QCoreApplication::translate("errors",
                                           "%1 changed this key in the meantime. Nothing was overwritten.")
            .arg(who);
    }
    case ErrorCode::RateLimited:
    case ErrorCode::LimitReached:
    case ErrorCode::Refused:
        return serviceSentence(e);
    case ErrorCode::NotAllowed: {
        if (e.params.contains(QStringLiteral("service")))
            return serviceSentence(e);
        const QString scope = param(e.params, "scope");
        return scope.isEmpty()
                   ? QCoreApplication::translate("errors", "You may look at this vault, but not change it.")
                   : QCoreApplication::translate("errors",
                                                 "You can't grant “%1”, because you don't hold it yourself.")
                         .arg(scope);
    }
    case ErrorCode::WrongState:
        if (param(e.params, "status") == QLatin1StringView("ownKey"))
            return QCoreApplication::translate(
                "errors", "You sign in with this key. Sign in with another one before you delete it.");
        if (param(e.params, "status") == QLatin1StringView("scopesUnknown"))
            return QCoreApplication::translate(
                "errors", "The key's permissions are not known yet. Try again in a moment.");
        if (param(e.params, "status") == QLatin1StringView("forGood"))
            return QCoreApplication::translate(
                "errors", "This key would be gone for good. Delete it alone, not together with others.");
        return QCoreApplication::translate("errors", "That can't be done while the key is in this state.");
    case ErrorCode::NoKeychain:
    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainDenied:
    case ErrorCode::KeychainTimeout:
    case ErrorCode::KeychainMismatch:
    case ErrorCode::NotKept:
        return keychainSentence(e.code);
    case ErrorCode::Damaged:
        if (e.params.contains(QStringLiteral("id")))
            return QCoreApplication::translate("errors", "This key's record is damaged. It refuses all "
                                                         "requests; it can only be deactivated or deleted.");
        if (e.params.contains(QStringLiteral("auditRow")))
            return QCoreApplication::translate(
                       "errors",
                       "Row %1 of the audit log is not as it was written; it is the first such row.")
                .arg(QLocale().toString(e.params.value(QStringLiteral("auditRow")).toLongLong()));
        return fileSentence(e.code, e.params);
    case ErrorCode::ReadOnly:
    case ErrorCode::Busy:
    case ErrorCode::DiskFull:
    case ErrorCode::NotAVault:
    case ErrorCode::IsAFolder:
    case ErrorCode::SchemaTooNew:
    case ErrorCode::Truncated:
    case ErrorCode::CannotOpen:
        return fileSentence(e.code, e.params);
    case ErrorCode::Unreachable:
        return unreachableSentence(e.params);
    case ErrorCode::Unanswered:
        if (param(e.params, "reason") == QLatin1StringView("database"))
            return QCoreApplication::translate("errors",
                                               "The database behind “%1” went away before it answered. The "
                                               "change may have been made: look again.")
                .arg(placeOf(e.params));
        if (e.params.contains(QStringLiteral("httpStatus")))
            return QCoreApplication::translate("errors",
                                               "“%1” reported an error of its own: %2. The change may have "
                                               "been made: look again.",
                                               "HTTP 500")
                .arg(placeOf(e.params), param(e.params, "reason"));
        return QCoreApplication::translate(
                   "errors", "“%1” went away before it answered. The change may have been made: look again.")
            .arg(placeOf(e.params));
    case ErrorCode::UntrustedServer:
        return untrustedSentence(e.params);
    case ErrorCode::NotAServer:
        if (const QString service = param(e.params, "service"); !service.isEmpty())
            return QCoreApplication::translate("errors", "What answers at “%1” is not the API of %2.",
                                               "address, service")
                .arg(placeOf(e.params), service);
        return QCoreApplication::translate("errors", "What answers at “%1” is no Latchkey server.")
            .arg(placeOf(e.params));
    case ErrorCode::Cancelled:
        return QCoreApplication::translate("errors", "Cancelled.");
    case ErrorCode::Internal:
        return QCoreApplication::translate("errors", "Something went wrong inside Latchkey: %1")
            .arg(foreign(e.params));
    }
    return {};
}

QString sentence(const FieldError &e) {
    if (const QString ofFile = fileSentence(e); !ofFile.isEmpty())
        return ofFile;
    const QString c = e.code;
    const QString most = QLocale().toString(e.params.value(QStringLiteral("max")).toLongLong());
    if (c == QStringLiteral("empty"))
        return e.field == QStringLiteral("scopes")
                   ? QCoreApplication::translate("errors", "Choose at least one permission.")
                   : QCoreApplication::translate("errors", "Give the key a name.");
    if (c == QStringLiteral("tooLong"))
        return QCoreApplication::translate("errors", "Use at most %1 characters (now %2).")
            .arg(most, QLocale().toString(e.params.value(QStringLiteral("length")).toLongLong()));
    if (c == QStringLiteral("tooMany"))
        return QCoreApplication::translate("errors", "Use at most %1 entries.").arg(most);
    if (c == QStringLiteral("controlCharacter"))
        return QCoreApplication::translate("errors",
                                           "It contains a character that can't be seen. Remove it.");
    if (c == QStringLiteral("bidiOverride"))
        return QCoreApplication::translate(
            "errors", "It contains a character that reverses the reading direction. Remove it.");
    if (c == QStringLiteral("holdsToken"))
        return QCoreApplication::translate(
            "errors", "It contains a whole key, which everyone with this vault could read. Remove it.");
    if (c == QStringLiteral("billingMixed"))
        return QCoreApplication::translate("errors", "Billing and general permissions can't be in one key.");
    if (c == QStringLiteral("notHeld"))
        return QCoreApplication::translate("errors",
                                           "You can't grant “%1”, because you don't hold it yourself.")
            .arg(param(e.params, "scope"));
    if (c == QStringLiteral("notANumber"))
        return QCoreApplication::translate("errors", "Enter a whole number.");
    if (c == QStringLiteral("notPositive"))
        return QCoreApplication::translate("errors", "Enter a number above 0, or choose no limit.");
    if (c == QStringLiteral("tooLarge"))
        return QCoreApplication::translate("errors", "Enter at most %1.").arg(most);
    if (c == QStringLiteral("inPast"))
        return QCoreApplication::translate("errors", "Choose a time in the future.");
    if (c == QStringLiteral("tooFar"))
        return QCoreApplication::translate("errors", "Choose a time within 100 years, or Never.");
    if (c == QStringLiteral("badIp"))
        return QCoreApplication::translate("errors", "Line %1 is not an IP address or range: %2")
            .arg(param(e.params, "line"), param(e.params, "text"));
    if (c == QStringLiteral("noEnvironment"))
        return QCoreApplication::translate("errors", "Choose an environment.");
    if (c == QStringLiteral("badToken"))
        return QCoreApplication::translate("errors",
                                           "That is not a complete key: its check characters don't fit.");
    if (c == QStringLiteral("badPrefix"))
        return QCoreApplication::translate(
            "errors", "Use 2 to 10 small letters or digits as the prefix, and begin with a letter.");
    if (c == QStringLiteral("outOfRange"))
        return QCoreApplication::translate("errors", "That number is out of range.");
    return QCoreApplication::translate("errors", "This is not valid. %1").arg(foreign(e.params)).trimmed();
}

} // namespace latchkey::ui
