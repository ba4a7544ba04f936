#pragma once

#include "core/model/api_key.h"
#include "core/model/decision.h"
#include "core/policy/meter.h"
#include "core/policy/rate_share.h"

#include <QHostAddress>

/// One engine, three users: latchkeyd answers gateways with it, "Why was it rejected?" explains with it, and
/// the tests pin it. Pure functions over values; nothing here knows a database or a clock.
namespace latchkey::policy {

/// What is known of a key, worked out once and then only read.
struct KeyFacts {
    KeyId id;
    KeyState state = KeyState::Active;
    bool damaged = false;
    Environment environment = Environment::Development;
    KeyType type = KeyType::General;
    ScopeSet scopes;
    QStringList customers;
    QList<IpRange> allowedIps;
    std::optional<Instant> expires;
    MeterLimits limits;
    RateLimits configured; ///< for the words of an explanation
    static KeyFacts of(const ApiKey &key);
};

/// How the presented token stands to the key found by its id part.
struct Presented {
    bool wellFormed = true;
    const KeyFacts *key = nullptr; ///< null: there is none
    bool secretMatches = true;
    /// The token is one that was replaced by a rotation; it works up to and in this millisecond. None: the
    /// current one.
    std::optional<Instant> retiresAt;
};

/// What the request is about. What is not set is not checked.
struct Request {
    std::optional<Environment> environment;
    std::optional<KeyType> type;
    std::optional<QHostAddress> address;
    std::optional<QString> customer;
    std::optional<Scope> scope;
    Instant at;
    Ticks monotonic = 0;
};

/// The first check that fails decides; a key bound to addresses or customers refuses a request that names
/// none. `meter` gives up one request only when everything else has passed; null: limits are not checked.
/// `sharing`: the limits hold over several verifiers.
Decision decide(const Presented &token, const Request &request, Meter *meter, const Sharing &sharing = {});

/// Every check, also after one that failed; takes nothing from the meter. A check that cannot be made (the
/// key is not known, or the request does not say) is NotChecked.
QList<CheckResult> explain(const Presented &token, const Request &request, const Meter *meter,
                           const Sharing &sharing = {});

} // namespace latchkey::policy
