#pragma once

#include "core/model/error.h"
#include "core/remote/rest_vault.h"
#include "core/remote/sendgrid/sendgrid_account.h"
#include "core/secrets/secret_store.h"

#include <QJsonObject>
#include <QList>
#include <optional>

namespace latchkey {

enum class ConnectionKind : quint8 { Local, Postgres, Server, SendGrid };
/// Confirm: whoever sits here is asked before each change. Read only: this computer changes nothing through
/// this connection, whatever the vault would allow.
enum class SafeMode : quint8 { Off, Confirm, ReadOnly };

/// Where a vault is, as a person has entered it. What is kept of it holds no secret: password and token are
/// in the keychain, under secretName(), a proxy's password under proxySecretName().
struct Connection {
    KeyId id; ///< of this computer only; null while it is not kept
    QString name;
    ConnectionKind kind = ConnectionKind::Local;
    SafeMode safeMode = SafeMode::Off;
    bool inAll = true; ///< shown in All connections

    QString file; ///< Local: absolute

    QString host; ///< Postgres: a name, an address, or the folder of a Unix socket; empty: this machine
    int port = 5432;
    QString database, user;
    QString sslMode; ///< as PostgresAddress; empty: checked whole, except on this machine

    QString url;    ///< Server; SendGrid: SendGridGlobal, SendGridEurope or a server for tests
    QByteArray pin; ///< Server: SHA-256 of the certificate that somebody has trusted; empty: none

    QString subuser; ///< SendGrid: as SendGridAccount

    ServerAddress::Proxy proxy = ServerAddress::Proxy::System; ///< Server
    QString proxyAddress;                                      ///< Server, with Proxy::Own
    QString proxyUser;                                         ///< the same; empty: the proxy asks for none
    SharedSecret proxyPassword; ///< never kept with the rest: withProxyPassword()
    int timeoutSeconds = 15;    ///< Server: for each answer, from 1 to MostTimeout
    static constexpr int MostTimeout = 300;

    QString authorityFile; ///< Postgres, Server: PEM; empty: the system's authorities

    bool operator==(const Connection &) const = default;
    [[nodiscard]] SecretName secretName() const { return {QStringLiteral("connection"), id}; }
    [[nodiscard]] SecretName proxySecretName() const { return {QStringLiteral("proxy"), id}; }
    [[nodiscard]] bool needsProxyPassword() const {
        return kind == ConnectionKind::Server && proxy == ServerAddress::Proxy::Own && !proxyUser.isEmpty();
    }
    [[nodiscard]] bool needsSecret() const { return kind != ConnectionKind::Local; }
    /// Nobody is let in without one; a database may want no password.
    [[nodiscard]] bool needsToken() const {
        return kind == ConnectionKind::Server || kind == ConnectionKind::SendGrid;
    }
    /// The file, the address of the database or the URL: for people, without a secret.
    [[nodiscard]] QString location() const;
    /// By field, with the codes of parsePostgresAddress() and parseServerAddress(); empty: it can be opened.
    [[nodiscard]] QList<FieldError> faults() const;
    /// Fields in which a whole token stands (code "holdsToken"): they are kept where everyone at this
    /// computer may read them. No secret is expected in any.
    [[nodiscard]] QList<FieldError> tokens() const;
    /// The same with those fields as they are in `before`.
    [[nodiscard]] Connection withoutTokens(const Connection &before) const;

    [[nodiscard]] QJsonObject toJson() const;
    static std::optional<Connection> fromJson(const QJsonObject &json);
};

/// With the password that is kept for its proxy, if it needs one and has none yet; before it is opened.
QFuture<Connection> withProxyPassword(SecretStore &secrets, const Connection &connection);

/// For openPostgresVault(); with the password in it.
QString postgresUri(const Connection &connection, QByteArrayView password);
RestTimes restTimes(const Connection &connection);
/// A file of authorities, PEM, read on another thread: its folder may be one of the network that hangs.
/// Nothing where none is named. InvalidInput, field "sslrootcert": "unreadable" or "noCertificate" with its
/// "path", or "holdsToken".
QFuture<Result<QByteArray>> readAuthority(const QString &path);
/// `authority`: what stands in the file that the connection names.
Result<ServerAddress> serverAddress(const Connection &connection, const QByteArray &authority);

/// With a file for the notes of this connection beside this computer's vaults, where it is kept.
Result<SendGridAccount> sendGridAccount(const Connection &connection);

/// What was typed as the password or token of such a connection: adminToken(), sendgrid::accountKey(), or as
/// it is. Nothing is asked of anybody.
Result<SecretBytes> pastedSecret(const Connection &connection, QByteArrayView pasted);
/// What was pasted as an administrator's token: without the white space around it. "empty", "notAToken"
/// (shape or check characters) or "notAdmin" (a key of an application) under the field "token".
Result<SecretBytes> adminToken(QByteArrayView pasted);

} // namespace latchkey
