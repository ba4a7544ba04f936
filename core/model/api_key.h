#pragma once

#include "core/model/instant.h"
#include "core/model/ip_range.h"
#include "core/model/key_id.h"
#include "core/model/rate_limit.h"
#include "core/model/scope.h"

#include <QStringList>
#include <optional>

namespace latchkey {

enum class Environment : quint8 { Production, Staging, Development };
enum class KeyType : quint8 { General, Billing };
/// What is stored. Expired is never stored: it follows from the clock (see statusOf).
enum class KeyState : quint8 { Active, Inactive, Revoked, Deleted, Purged };
/// What is shown.
enum class KeyStatus : quint8 { Active, Inactive, Revoked, Expired, Deleted, Damaged };

inline constexpr std::array AllEnvironments{Environment::Production, Environment::Staging,
                                            Environment::Development};

/// What an administrator may choose or change. Everything else about a key is the product's.
struct KeyConfig {
    QString name;                                       ///< 1–100 characters, trimmed
    Environment environment = Environment::Development; ///< fixed after creation
    bool environmentKnown = true;    ///< false: a service's key that nobody here has given one
    KeyType type = KeyType::General; ///< fixed after creation
    ScopeSet scopes;
    RateLimits limits;
    QStringList customers;          ///< sorted, no repetition; empty = all customers
    QList<IpRange> allowedIps;      ///< empty = anywhere
    std::optional<Instant> expires; ///< none = never; inclusive: works up to and in this millisecond
    QString owner;
    QStringList tags; ///< sorted, lower case, no repetition
    QString note;
    QString storedIn; ///< "Where did you store it?"
    bool operator==(const KeyConfig &) const = default;
};

/// A token that a rotation has replaced.
struct OldCredential {
    KeyId id;                     ///< its id part
    std::optional<Instant> until; ///< works up to and in this millisecond; none: until somebody stops it
    std::optional<Instant> lastUsedAt;
    QString lastUsedFrom;
    [[nodiscard]] bool works(Instant now) const { return !until || now <= *until; }
    bool operator==(const OldCredential &) const = default;
};

/// What there is besides of a key that another service keeps (SendGrid).
struct ServiceKey {
    QString id;               ///< as the service calls it; `id` of the key is made of it
    bool scopesKnown = false; ///< the list names keys only; their scopes are asked for one by one
    /// Holds everything that the account's own key holds, maybe but for billing; or billing and other scopes,
    /// which only a key of full access holds together.
    bool fullAccess = false;
    int hiddenScopes = 0; ///< that the service adds by itself, or that no Scope can hold
    /// Kept on this computer only, as are owner, tags, note and where it is stored.
    std::optional<Environment> environment;
    std::optional<Instant> firstSeen;
    bool operator==(const ServiceKey &) const = default;
};

/// A key without its secret, and without its verifier. A value.
struct ApiKey {
    KeyId id;
    KeyConfig config;
    KeyState state = KeyState::Active;
    KeyState stateBeforeDelete =
        KeyState::Active; ///< what Restore gives back; meaningful in Deleted and Revoked only
    QString stateReason;
    std::optional<Instant> deletedAt;
    KeyId credentialId; ///< id part of the current token; equals `id` until the first rotation
    std::optional<OldCredential>
        old; ///< the token before it; kept after its end, to explain why it is refused
    std::optional<Instant> rotatedAt;
    bool leaked = false; ///< marked on revocation: never restored
    Instant createdAt;
    QString createdBy;
    Instant changedAt;
    QString changedBy;
    std::optional<Instant> lastUsedAt;
    QString lastUsedFrom;
    qint64 version = 1;                ///< optimistic locking: +1 with each change
    bool damaged = false;              ///< the row fails its checksum: shown as damaged, refuses all requests
    std::optional<ServiceKey> service; ///< none: the key is the vault's own
    bool operator==(const ApiKey &) const = default;
};

/// Both of its tokens work at the moment.
bool isRotating(const ApiKey &key, Instant now);
/// When the token that a rotation has replaced was last used: what used the key before the rotation used it.
std::optional<Instant> oldLastUsed(const ApiKey &key);
/// Damaged, Deleted and Revoked win over Inactive, Inactive over Expired; Expired when now > expires.
KeyStatus statusOf(const ApiKey &key, Instant now);
KeyStatus statusOf(KeyState state, std::optional<Instant> expires, bool damaged, Instant now);

/// `lk_live_4fQz8KpW02aB_••••••••`: never a character of the secret.
QString maskedToken(const QString &prefix, Environment env, const KeyId &credentialId);

/// The same of a key of any kind; a service's is `SG.<its id>.••••••••`.
QString maskedToken(const QString &prefix, const ApiKey &key);
/// The id that a person knows it by: the service's, else its own.
QString shownId(const ApiKey &key);

/// Stable words used in storage, files and search: "production", "general", "active" …; nothing for an
/// unknown word.
QString toWord(Environment e);
QString toWord(KeyType t);
QString toWord(KeyState s);
QString toWord(KeyStatus s);
std::optional<Environment> environmentFromWord(QStringView w);
std::optional<KeyType> keyTypeFromWord(QStringView w);
std::optional<KeyState> keyStateFromWord(QStringView w);
std::optional<KeyStatus> keyStatusFromWord(QStringView w);
/// `live`, `stage`, `dev`: the environment part of a token.
QString tokenWord(Environment e);

} // namespace latchkey
