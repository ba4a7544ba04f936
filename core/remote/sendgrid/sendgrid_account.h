#pragma once

#include "core/remote/rest_vault.h"

namespace latchkey {

/// One SendGrid account (or a subuser of it), without its key.
struct SendGridAccount {
    ServerAddress address; ///< SendGridGlobal, SendGridEurope, or a test server on this machine
    QString subuser;   ///< as on-behalf-of has it: a subuser's name or `account-id <id>`; empty: the account
    QString name;      ///< for people
    QString vaultId;   ///< 16 hex digits, see VaultInfo::id
    QString notesFile; ///< of LocalNotes
};
inline const QString SendGridGlobal = QStringLiteral("https://api.sendgrid.com");
inline const QString SendGridEurope = QStringLiteral("https://api.eu.sendgrid.com");

struct SendGridSession {
    std::shared_ptr<VaultBackend> backend;
    Principal principal; ///< holds what the account's key holds, so that nothing else can be granted
};

/// Asks for the scopes and the list of keys, two requests. Errors: Unreachable, UntrustedServer, NotAllowed
/// ("problem": "unauthenticated" for a key that is not known there, "forbidden" for one without
/// api_keys.read), RateLimited, Refused, NotAServer. The backend lives on the calling thread.
QFuture<Result<SendGridSession>> openSendGrid(const SendGridAccount &account,
                                              std::shared_ptr<const SecretBytes> key, const QString &person,
                                              const Clock &clock, const RestTimes &times = {});

/// Reach, TLS, sign in, permissions ("scopes": how many; "create", "edit", "delete": whether it may), keys
/// under Version ("keys", "most"). The first that fails is the last. Changes nothing.
QFuture<Result<QList<ConnectionStep>>> testSendGrid(const SendGridAccount &account,
                                                    std::shared_ptr<const SecretBytes> key);

/// Printable ASCII up to 100 characters, as a header can hold it.
bool isSubuser(QStringView text);

} // namespace latchkey
