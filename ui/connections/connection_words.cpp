#include "ui/connections/connection_words.h"

#include "ui/format/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace latchkey::ui {

/// Where lupdate finds the texts about connections.
struct ConnectionTexts {
    Q_DECLARE_TR_FUNCTIONS(connections)
};

namespace {

QString fact(const ConnectionStep &s, const char *name) {
    return s.facts.value(QLatin1StringView(name)).toString();
}

/// What the other side said, in its own words.
QString withReason(const QString &text, const Error &e) {
    const QString reason = asSentence(systemReason(e.params));
    return reason.isEmpty() ? text : text + u' ' + ConnectionTexts::tr("It said: %1").arg(reason);
}

QString reached(const ConnectionStep &s, const Connection &c) {
    if (c.kind == ConnectionKind::Local)
        return ConnectionTexts::tr("The file is there.");
    return ConnectionTexts::tr("Answered within %1 ms.")
        .arg(QLocale().toString(s.facts.value(QStringLiteral("ms")).toLongLong()));
}

QString tls(const ConnectionStep &s, const Connection &c) {
    if (c.needsToken()) {
        if (QString subject = fact(s, "subject"); !subject.isEmpty())
            return c.pin.isEmpty()
                       ? ConnectionTexts::tr("The certificate is for %1, and holds.").arg(subject)
                       : ConnectionTexts::tr("The certificate is the one that you trusted, for %1.")
                             .arg(subject);
        return ConnectionTexts::tr("No TLS: the server is on this computer.");
    }
    const QString protocol = fact(s, "protocol");
    if (protocol.isEmpty())
        return ConnectionTexts::tr("No TLS.");
    return s.facts.value(QStringLiteral("checked")).toBool()
               ? ConnectionTexts::tr("%1, and the certificate holds.", "TLSv1.3").arg(protocol)
               : ConnectionTexts::tr("%1. Whose certificate it is was not checked.", "TLSv1.3").arg(protocol);
}

/// What the key that we sign in with may do with keys.
QString accountPermissions(const ConnectionStep &s) {
    QStringList may;
    const std::array words{std::pair{"create", ConnectionTexts::tr("create", "what may be done with keys")},
                           std::pair{"edit", ConnectionTexts::tr("edit", "what may be done with keys")},
                           std::pair{"delete", ConnectionTexts::tr("delete", "what may be done with keys")}};
    for (const auto &[name, text] : words) {
        if (s.facts.value(QLatin1StringView(name)).toBool())
            may.append(text);
    }
    const QString scopes = ConnectionTexts::tr("The key has %Ln permissions.", nullptr,
                                               s.facts.value(QStringLiteral("scopes")).toInt());
    return scopes + u' ' +
           (may.isEmpty() ? ConnectionTexts::tr("It can look at keys, but not change them.")
                          : ConnectionTexts::tr("With keys it can: look, %1.", "create, edit, delete")
                                .arg(may.join(QStringLiteral(", "))));
}

QString permissions(const ConnectionStep &s, const Connection &c) {
    if (c.kind == ConnectionKind::SendGrid)
        return accountPermissions(s);
    if (c.kind == ConnectionKind::Server)
        return ConnectionTexts::tr("%1, with the role %2.", "name of a person, role")
            .arg(fact(s, "name"), fact(s, "role"));
    if (s.facts.value(QStringLiteral("noTables")).toBool())
        return ConnectionTexts::tr("There is no vault yet. It is made when you connect.");
    if (s.facts.value(QStringLiteral("readOnly")).toBool())
        return ConnectionTexts::tr("Keys can be looked at, but not changed.");
    return ConnectionTexts::tr("Keys can be looked at and changed.");
}

QString version(const ConnectionStep &s, const Connection &c) {
    if (c.kind == ConnectionKind::SendGrid)
        return ConnectionTexts::tr("%1 of %2 keys.", "42 of 100")
            .arg(QLocale().toString(s.facts.value(QStringLiteral("keys")).toLongLong()),
                 QLocale().toString(s.facts.value(QStringLiteral("most")).toLongLong()));
    QStringList parts;
    const QString server = fact(s, "server");
    if (c.kind == ConnectionKind::Postgres)
        parts.append(ConnectionTexts::tr("PostgreSQL %1").arg(server));
    else if (!server.isEmpty())
        parts.append(ConnectionTexts::tr("Latchkey %1").arg(server));
    if (const QString vault = fact(s, "vault"); !vault.isEmpty())
        parts.append(ConnectionTexts::tr("vault “%1”").arg(vault));
    if (s.facts.contains(QStringLiteral("keys")))
        parts.append(ConnectionTexts::tr("%Ln keys", nullptr, s.facts.value(QStringLiteral("keys")).toInt()));
    return parts.isEmpty() ? ConnectionTexts::tr("This version of Latchkey can open it.")
                           : parts.join(QStringLiteral(", ")) + u'.';
}

QString accountProblem(const Error &e) {
    if (e.code == ErrorCode::NotKept || e.code == ErrorCode::NoKeychain)
        return ConnectionTexts::tr("Paste a key of the SendGrid account.");
    if (e.params.value(QStringLiteral("problem")).toString() == QStringLiteral("forbidden"))
        return ConnectionTexts::tr(
            "The key may not read the account's keys: it needs the permission “api_keys.read”, "
            "and access to the subuser if there is one.");
    return sentence(e);
}

QString postgresTlsProblem(const Error &e) {
    return ConnectionTexts::tr("No secure connection. The database's library says: %1")
        .arg(asSentence(e.params.value(QStringLiteral("words")).toString()));
}

} // namespace

QString word(ConnectionKind kind) {
    switch (kind) {
    case ConnectionKind::Local:
        return ConnectionTexts::tr("Local file");
    case ConnectionKind::Postgres:
        return ConnectionTexts::tr("PostgreSQL");
    case ConnectionKind::Server:
        return ConnectionTexts::tr("Latchkey server");
    case ConnectionKind::SendGrid:
        return QStringLiteral("SendGrid");
    }
    return {};
}

QString nameAndKind(const QString &name, ConnectionKind kind) {
    const QString said = word(kind);
    return name.contains(said, Qt::CaseInsensitive)
               ? name
               : ConnectionTexts::tr("%1 (%2)", "connection (its kind)").arg(name, said);
}

QString iconName(ConnectionKind kind) {
    switch (kind) {
    case ConnectionKind::Local:
        return QStringLiteral("file");
    case ConnectionKind::Postgres:
        return QStringLiteral("database");
    case ConnectionKind::Server:
        return QStringLiteral("globe");
    case ConnectionKind::SendGrid:
        return QStringLiteral("mail");
    }
    return {};
}

QString word(ConnectionStep::What step) {
    switch (step) {
    case ConnectionStep::What::Reach:
        return ConnectionTexts::tr("Reach");
    case ConnectionStep::What::Tls:
        return ConnectionTexts::tr("TLS");
    case ConnectionStep::What::SignIn:
        return ConnectionTexts::tr("Sign in");
    case ConnectionStep::What::Permissions:
        return ConnectionTexts::tr("Permissions");
    case ConnectionStep::What::Version:
        return ConnectionTexts::tr("Version");
    }
    return {};
}

QString stepTitle(const ConnectionStep &step, const Connection &connection) {
    return connection.kind == ConnectionKind::SendGrid && step.what == ConnectionStep::What::Version
               ? ConnectionTexts::tr("Keys")
               : word(step.what);
}

QString connectionSentence(const FieldError &fault) {
    const QString field = fault.field, code = fault.code;
    if (code == QStringLiteral("holdsToken"))
        return ConnectionTexts::tr(
            "That is a whole key. It was not kept here: everyone at this computer could "
            "read it. Remove it.");
    if (field == QStringLiteral("url")) {
        if (code == QStringLiteral("empty"))
            return ConnectionTexts::tr("Enter the server's address, such as https://keys.example.com.");
        if (code == QStringLiteral("notLocal"))
            return ConnectionTexts::tr("Use https: http would show the token to everybody on the way.");
        if (code == QStringLiteral("scheme"))
            return ConnectionTexts::tr("The address begins with https://.");
        return ConnectionTexts::tr(
            "That is no server's address. It has a host and a port, and nothing after them.");
    }
    if (field == QStringLiteral("token")) {
        if (code == QStringLiteral("latchkeyToken"))
            return ConnectionTexts::tr(
                "That is a key of Latchkey. Paste one of SendGrid; it begins with “SG.”.");
        if (code == QStringLiteral("truncated"))
            return ConnectionTexts::tr("The key is cut off: it has %1 of %2 characters.")
                .arg(QLocale().toString(fault.params.value(QStringLiteral("length")).toLongLong()),
                     QLocale().toString(fault.params.value(QStringLiteral("wanted")).toLongLong()));
        if (code == QStringLiteral("notASendGridKey"))
            return ConnectionTexts::tr(
                "That is no key of SendGrid: it would begin with “SG.” and have 69 characters.");
        if (code == QStringLiteral("noSendGridKey"))
            return ConnectionTexts::tr("Paste a key of the SendGrid account.");
        if (code == QStringLiteral("empty"))
            return ConnectionTexts::tr("Paste an administrator's token of this server.");
        return code == QStringLiteral("notAdmin")
                   ? ConnectionTexts::tr(
                         "That is the key of an app. Paste an administrator's token, with “_adm_” in it.")
                   : ConnectionTexts::tr("That is not a complete token: its check characters don't fit.");
    }
    if (field == QStringLiteral("subuser"))
        return ConnectionTexts::tr("A subuser's name has at most 100 Latin letters, digits and signs.");
    if (field == QStringLiteral("file"))
        return ConnectionTexts::tr("Choose the vault's file.");
    if (field == QStringLiteral("database"))
        return code == QStringLiteral("empty") ? ConnectionTexts::tr("Enter the name of the database.")
                                               : ConnectionTexts::tr("That is not the name of a database.");
    if (field == QStringLiteral("user"))
        return ConnectionTexts::tr("Enter the database's user.");
    if (field == QStringLiteral("port"))
        return ConnectionTexts::tr("A port is a number from 1 to 65535.");
    if (field == QStringLiteral("proxy"))
        return code == QStringLiteral("scheme")
                   ? ConnectionTexts::tr("A proxy begins with http:// or socks5://.")
                   : ConnectionTexts::tr("Enter the proxy's host and port, such as proxy.example.com:3128.");
    if (field == QStringLiteral("sslrootcert")) {
        const QString path = fault.params.value(QStringLiteral("path")).toString();
        return path.isEmpty() ? ConnectionTexts::tr("This file can't be read.")
                              : ConnectionTexts::tr("“%1” is no file of certificates that can be read.")
                                    .arg(QFileInfo(path).fileName());
    }
    if (field == QStringLiteral("name"))
        return ConnectionTexts::tr("Another connection has this name.");
    return sentence(fault);
}

QString stepSentence(const ConnectionStep &step, const Connection &connection) {
    if (!step.outcome)
        return connectionProblem(step.outcome.error(), connection);
    switch (step.what) {
    case ConnectionStep::What::Reach:
        return reached(step, connection);
    case ConnectionStep::What::Tls:
        return tls(step, connection);
    case ConnectionStep::What::SignIn:
        return connection.kind == ConnectionKind::Postgres
                   ? ConnectionTexts::tr("Signed in as %1.").arg(fact(step, "user"))
               : connection.kind == ConnectionKind::SendGrid ? ConnectionTexts::tr("The key is accepted.")
                                                             : ConnectionTexts::tr("The token is accepted.");
    case ConnectionStep::What::Permissions:
        return permissions(step, connection);
    case ConnectionStep::What::Version:
        return version(step, connection);
    }
    return {};
}

QString connectionProblem(const Error &e, const Connection &c) {
    if (e.code == ErrorCode::InvalidInput && !e.fields.isEmpty())
        return connectionSentence(e.fields.first());
    if (c.kind == ConnectionKind::SendGrid)
        return accountProblem(e);
    if (c.kind == ConnectionKind::Local)
        return e.code == ErrorCode::NotFound ? ConnectionTexts::tr("There is no file of this name.")
                                             : sentence(e);
    switch (e.code) {
    case ErrorCode::NotKept:
    case ErrorCode::NoKeychain:
        return c.kind == ConnectionKind::Server
                   ? ConnectionTexts::tr("Paste an administrator's token of this server.")
                   : ConnectionTexts::tr("The database wants a password. Enter it.");
    case ErrorCode::NotAllowed:
        if (e.params.contains(QStringLiteral("auditor")))
            return ConnectionTexts::tr(
                "This token reads the audit log and no keys. Use it with latchkeyctl.");
        return c.kind == ConnectionKind::Server
                   ? ConnectionTexts::tr(
                         "The server does not accept this token. It may have been replaced or stopped.")
                   : withReason(ConnectionTexts::tr("The database refused."), e);
    case ErrorCode::NotFound:
        return withReason(
            ConnectionTexts::tr("There is no such database or vault, and none can be made there."), e);
    case ErrorCode::NotAVault:
        return ConnectionTexts::tr("Tables of another program stand in this database. Choose an empty one.");
    case ErrorCode::SchemaTooNew:
        return ConnectionTexts::tr("The vault was made by a newer Latchkey. Update Latchkey to open it.");
    case ErrorCode::UntrustedServer:
        return c.kind == ConnectionKind::Postgres ? postgresTlsProblem(e) : sentence(e);
    default:
        return sentence(e);
    }
}

QString connectionTrouble(const Error &e, const Connection &c) {
    switch (e.code) {
    case ErrorCode::Unreachable:
    case ErrorCode::Unanswered:
        if (const QString proxy = e.params.value(QStringLiteral("proxy")).toString(); !proxy.isEmpty())
            return proxy == QStringLiteral("signIn")
                       ? ConnectionTexts::tr(
                             "The proxy on the way to it wants a user and a password, and did "
                             "not accept what it got.")
                       : ConnectionTexts::tr("The proxy on the way to it doesn't answer.");
        if (e.params.value(QStringLiteral("reason")).toString() == QStringLiteral("database"))
            return ConnectionTexts::tr("The database behind it doesn't answer.");
        return e.params.value(QStringLiteral("reason")).toString() == QStringLiteral("deadline")
                   ? ConnectionTexts::tr("It takes too long to answer.")
               : e.params.contains(QStringLiteral("httpStatus"))
                   ? ConnectionTexts::tr("It reports an error of its own: %1.", "HTTP 500")
                         .arg(e.params.value(QStringLiteral("reason")).toString())
                   : QString(ConnectionTexts::tr("It doesn't answer.") + u' ' + systemReason(e.params))
                         .trimmed();
    case ErrorCode::Busy:
        return ConnectionTexts::tr("Another program is using it.");
    case ErrorCode::DiskFull:
        return ConnectionTexts::tr("The disk is full. Free some space.");
    case ErrorCode::RateLimited:
        return ConnectionTexts::tr("It wants fewer requests for a moment.");
    default:
        return connectionProblem(e, c);
    }
}

QString fingerprintText(const QByteArray &sha256) {
    return QString::fromLatin1(sha256.toHex(':')).toUpper();
}

} // namespace latchkey::ui
