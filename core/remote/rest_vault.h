#pragma once

#include "core/backend/vault_backend.h"
#include "core/model/principal.h"
#include "core/model/secret_bytes.h"

#include <QUrl>
#include <memory>

namespace latchkey {

/// Where a latchkeyd is, and whom its certificate must come from.
struct ServerAddress {
    QUrl url;             ///< https://host:port, or http:// on this machine only; no path, user or query
    QByteArray authority; ///< PEM of the certificate authority; empty: those of the system
    /// SHA-256 of the server's certificate (DER), 32 bytes, as somebody has seen and trusted it; then no
    /// authority is asked.
    QByteArray pin;
    /// How to get there: as this computer's settings say, straight, or through `ownProxy`. Nothing stands in
    /// between on this computer, but for a proxy of one's own.
    enum class Proxy : quint8 { System, None, Own };
    Proxy proxy = Proxy::System;
    QUrl ownProxy = {};     ///< http or socks5, a host and a port
    QString proxyUser = {}; ///< empty: it asks for none
    std::shared_ptr<const SecretBytes> proxyPassword = {};
};

/// "host:port", "http://host:port", "socks5://host:port"; without a user. InvalidInput, field "proxy", codes
/// "empty", "malformed", "scheme".
Result<QUrl> parseProxy(const QString &text);

/// InvalidInput, field "url", codes "empty", "malformed", "scheme", "notLocal" (http:// to another machine).
Result<ServerAddress> parseServerAddress(const QString &url);

/// Deadlines of one request, from its start to the last byte of its answer, retries not counted.
struct RestTimes {
    int deadlineMs = 15'000;
    int pollMs = 8'000;     ///< how long the server may hold back the answer to "what changed"
    int firstRetryMs = 250; ///< doubled with each, with jitter
    int retries = 3;
};

struct ServerSession {
    std::shared_ptr<VaultBackend> backend;
    PrincipalRecord me;
    Principal principal; ///< what KeyService checks with before it asks the server
};

/// Signs in to a latchkeyd and reads what a window needs. Errors: Unreachable ("path", "reason"),
/// UntrustedServer ("path", "fingerprint": SHA-256 in hex with colons, "subject", "issuer", "until",
/// "reason": "selfSigned", "expired", "wrongHost", "changed" for another certificate than the pinned one,
/// "tls"), NotAllowed (the token: "problem" is the wire's code), NotAServer ("path"). The backend lives on
/// the calling thread; its network work has a thread of its own. No request goes through a redirect, and no
/// byte of HTTP to a server whose certificate does not hold.
QFuture<Result<ServerSession>> openRestVault(const ServerAddress &address,
                                             std::shared_ptr<const SecretBytes> token, const Clock &clock,
                                             const RestTimes &times = {});

/// What "Test connection" shows, in this order; the first that fails is the last in the list.
struct ConnectionStep {
    enum class What : quint8 { Reach, Tls, SignIn, Permissions, Version };
    What what = What::Reach;
    Outcome outcome = ok();
    QVariantMap facts; ///< "ms"; Tls: "fingerprint", "subject"; Permissions: "name", "role"; Version:
                       ///< "server", "vault", "keys"
};
QFuture<Result<QList<ConnectionStep>>>
testServer(const ServerAddress &address, std::shared_ptr<const SecretBytes> token, RestTimes times = {});

} // namespace latchkey
