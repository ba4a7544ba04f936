#include "server/ctl/words.h"

#include <algorithm>
#include <array>

namespace latchkey::ctl {

namespace {

QString wordParam(const QVariantMap &p, const char *name) {
    return p.value(QLatin1StringView(name)).toString();
}

/// As the command line calls it.
QString optionOf(const QString &field) {
    static constexpr std::array<std::pair<const char *, const char *>, 10> options{
        {{"scopes", "--scope"},
         {"limits", "--rate"},
         {"allowedIps", "--ip"},
         {"tags", "--tag"},
         {"customers", "--customer"},
         {"url", "--server"},
         {"term", "--query"},
         {"q", "--query"},
         {"reason", "--reason"},
         {"token", "the token"}}};
    const QString first = field.section(u'.', 0, 0).section(u'[', 0, 0);
    const auto named = std::find_if(options.begin(), options.end(),
                                    [&](const auto &o) { return first == QLatin1StringView(o.first); });
    return named == options.end() ? QStringLiteral("--") + first : QLatin1StringView(named->second);
}

QString whatIsWrong(const FieldError &f) {
    const QString &c = f.code;
    const QString most = wordParam(f.params, "max");
    const auto is = [&c](const char *code) { return c == QLatin1StringView(code); };
    if (is("cannotRead"))
        return QStringLiteral("the file cannot be read: is the path right, and may you read it?");
    if (is("readableByOthers"))
        return QStringLiteral("others can read the file; take that away with chmod 600");
    if (is("notAToken"))
        return QStringLiteral("there is no whole admin token in the file");
    if (is("malformed") || is("scheme"))
        return QStringLiteral("this is no address of a server, such as https://keys.example");
    if (is("notLocal"))
        return QStringLiteral("tokens would cross the network in clear; use https://");
    if (is("empty"))
        return f.field == QStringLiteral("scopes") ? QStringLiteral("at least one permission is needed")
                                                   : QStringLiteral("this must not be empty");
    if (is("tooLong")) {
        const QString length = wordParam(f.params, "length");
        return length.isEmpty() ? QStringLiteral("at most %1 characters").arg(most)
                                : QStringLiteral("at most %1 characters, and not %2").arg(most, length);
    }
    if (is("tooMany"))
        return QStringLiteral("at most %1 of them").arg(most);
    if (is("controlCharacter") || is("bidiOverride"))
        return QStringLiteral("there is a character in it that cannot be seen; take it out");
    if (is("holdsToken"))
        return QStringLiteral("there is a whole key in it, which everyone with this vault could read");
    if (is("billingMixed"))
        return QStringLiteral("%1 is not for a key of this type; see --type")
            .arg(wordParam(f.params, "scope"));
    if (is("notHeld"))
        return QStringLiteral("you cannot grant %1, because you do not hold it yourself")
            .arg(wordParam(f.params, "scope"));
    if (is("notPositive") || is("notANumber"))
        return QStringLiteral("a whole number above 0 is needed");
    if (is("tooLarge"))
        return QStringLiteral("at most %1").arg(most);
    if (is("inPast"))
        return QStringLiteral("the time must lie in the future");
    if (is("tooFar"))
        return QStringLiteral("the time must lie within 100 years; never is possible too");
    if (is("outOfRange"))
        return QStringLiteral("that is out of range");
    if (is("badIp"))
        return QStringLiteral("this is no IP address or range");
    if (is("badToken"))
        return QStringLiteral("it is not whole: its check characters do not fit");
    if (is("badValue") || is("badWord")) {
        const QString word = wordParam(f.params, "word");
        return word.isEmpty() ? QStringLiteral("there is a word in it that is not known there")
                              : QStringLiteral("this word is not known there: %1").arg(word);
    }
    return QStringLiteral("this is not accepted (%1)").arg(c);
}

QString refusal(const QVariantMap &p) {
    const QString problem = wordParam(p, "problem"), scope = wordParam(p, "scope");
    if (problem == QStringLiteral("invalid_token") || problem == QStringLiteral("no_credential"))
        return QStringLiteral("the server does not accept this admin token: it was revoked, has expired, or "
                              "is of another server. Ask an administrator for a new one");
    if (!scope.isEmpty())
        return QStringLiteral("you cannot do that with %1, because you do not hold it yourself").arg(scope);
    return QStringLiteral("the role of this admin token does not allow that; ask an administrator");
}

QString mistrust(const QVariantMap &p) {
    const QString where = wordParam(p, "path"), reason = wordParam(p, "reason");
    if (reason == QStringLiteral("expired"))
        return QStringLiteral("the certificate of %1 has expired. Nothing was sent").arg(where);
    if (reason == QStringLiteral("wrongHost"))
        return QStringLiteral("the certificate of %1 is of another name. Nothing was sent").arg(where);
    if (reason == QStringLiteral("tls"))
        return QStringLiteral("%1 does not speak TLS 1.2 or newer. Nothing was sent").arg(where);
    return QStringLiteral("nobody that this computer trusts vouches for %1. Nothing was sent. If the server "
                          "has a certificate authority of its own, name its file with --ca")
        .arg(where);
}

QString silence(const QVariantMap &p) {
    const QString reason = wordParam(p, "reason");
    const QString unchanged =
        p.value(QStringLiteral("change")).toBool() ? QStringLiteral(". Nothing was changed") : QString();
    if (reason == QStringLiteral("database"))
        return QStringLiteral("the database behind %1 does not answer%2")
            .arg(wordParam(p, "path"), unchanged);
    const QString why = reason.isEmpty()                       ? QString()
                        : reason == QStringLiteral("deadline") ? QStringLiteral(" in time")
                                                               : QStringLiteral(": ") + reason;
    return QStringLiteral("%1 does not answer%2%3. Is latchkeyd running there?")
        .arg(wordParam(p, "path"), why, unchanged);
}

QString plainSentence(const Error &e) {
    const QString path = wordParam(e.params, "path");
    switch (e.code) {
    case ErrorCode::InvalidInput: {
        QStringList all;
        for (const FieldError &f : e.fields)
            all.append(optionOf(f.field) + QStringLiteral(": ") + whatIsWrong(f));
        return all.isEmpty() ? QStringLiteral("something in the call is not valid")
                             : all.join(QStringLiteral("; "));
    }
    case ErrorCode::NotFound:
        return path.isEmpty() ? QStringLiteral("there is no such key")
                              : QStringLiteral("there is no vault at %1").arg(path);
    case ErrorCode::Conflict:
        return QStringLiteral("%1 changed the key meanwhile, and nothing was overwritten. Look at it with "
                              "show, and try again")
            .arg(e.params.contains(QStringLiteral("changedBy")) ? wordParam(e.params, "changedBy")
                                                                : QStringLiteral("somebody"));
    case ErrorCode::NotAllowed:
        return refusal(e.params);
    case ErrorCode::WrongState:
        return e.params.contains(QStringLiteral("status"))
                   ? QStringLiteral("that cannot be done with a key that is %1")
                         .arg(wordParam(e.params, "status"))
                   : QStringLiteral("that cannot be done while the key is in its present state");
    case ErrorCode::ReadOnly:
        return QStringLiteral("%1 cannot be written")
            .arg(path.isEmpty() ? QStringLiteral("the vault") : path);
    case ErrorCode::Busy:
        return wordParam(e.params, "problem") == QStringLiteral("too_many_attempts")
                   ? QStringLiteral("too many wrong admin tokens came from this address. Wait a minute, and "
                                    "try again with the right one")
                   : QStringLiteral("the vault is busy. Nothing was changed. Try again in a moment");
    case ErrorCode::DiskFull:
        return QStringLiteral("the disk is full. Nothing was changed. Free some space, and try again");
    case ErrorCode::NotAVault:
        return QStringLiteral("%1 is no vault of Latchkey. It was left as it is").arg(path);
    case ErrorCode::IsAFolder:
        return QStringLiteral("%1 is a folder. Name a file").arg(path);
    case ErrorCode::SchemaTooNew:
        return QStringLiteral("%1 was written by a newer Latchkey. Update this one").arg(path);
    case ErrorCode::Damaged:
        return path.isEmpty() ? QStringLiteral("the key's record is damaged. It refuses all requests, and "
                                               "can only be deactivated or deleted")
                              : QStringLiteral("%1 is damaged. Restore it from a backup").arg(path);
    case ErrorCode::Truncated:
        return QStringLiteral("%1 ends early. Restore it from a backup").arg(path);
    case ErrorCode::CannotOpen:
        return QStringLiteral("%1 cannot be opened: %2").arg(path, wordParam(e.params, "reason"));
    case ErrorCode::Unreachable:
        return silence(e.params);
    case ErrorCode::Unanswered:
        return (wordParam(e.params, "reason") == QStringLiteral("database")
                    ? QStringLiteral("the database behind %1 went away before it answered. The change may "
                                     "have been made: look again")
                    : QStringLiteral("%1 went away before it answered. The change may have been made: look "
                                     "again"))
            .arg(path);
    case ErrorCode::UntrustedServer:
        return mistrust(e.params);
    case ErrorCode::NotAServer:
        return QStringLiteral("what answers at %1 is no latchkeyd").arg(path);
    case ErrorCode::Cancelled:
        return QStringLiteral("it was stopped before it was done. Try again");
    default:
        break;
    }
    const QString reason = wordParam(e.params, "reason");
    return reason.isEmpty() ? QStringLiteral("something went wrong inside Latchkey")
                            : QStringLiteral("something went wrong inside Latchkey: %1").arg(reason);
}

} // namespace

QString printable(QString text) {
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

QString sentenceOf(const Error &e) {
    const QString request = wordParam(e.params, "requestId");
    return printable(plainSentence(e) +
                     (e.code == ErrorCode::Internal && !request.isEmpty()
                          ? QStringLiteral(" (request %1 in the server's log)").arg(request)
                          : QString()));
}

QString sentenceOf(DecisionCode why, const ApiKey &key) {
    switch (why) {
    case DecisionCode::Inactive:
        return QStringLiteral("the key is inactive; activate it");
    case DecisionCode::Revoked:
        return key.stateReason.isEmpty()
                   ? QStringLiteral("the key was revoked")
                   : printable(QStringLiteral("the key was revoked: %1").arg(key.stateReason));
    case DecisionCode::Expired:
        return QStringLiteral("the key has expired, on %1")
            .arg(minuteOf(key.config.expires.value_or(Instant())));
    case DecisionCode::Deleted:
        return QStringLiteral("the key was deleted");
    case DecisionCode::Damaged:
        return QStringLiteral("the key's record is damaged, so it refuses all requests");
    case DecisionCode::Replaced:
        return key.old && key.old->until
                   ? QStringLiteral(
                         "this token was replaced by a rotation, and stopped working on %1; use the "
                         "newer one")
                         .arg(minuteOf(*key.old->until))
                   : QStringLiteral("this token was replaced by a rotation; use the newer one");
    default:
        return QStringLiteral("the token does not work (%1)").arg(toWord(why));
    }
}

QString minuteOf(Instant t) {
    return t.toIso().left(16).replace(u'T', u' ') + QStringLiteral(" UTC");
}

} // namespace latchkey::ctl
