#pragma once

#include "core/backend/vault_backend.h"
#include "core/model/principal.h"

/// A key's configuration for another environment or another vault. Pure.
namespace latchkey {

/// Where a key like another one is to be made.
struct CopyTarget {
    Catalogue catalogue;
    Capabilities can;
    Principal principal;                    ///< who would make it there
    std::optional<Environment> environment; ///< none: the key's own, if it has one
};

/// What does not come along as it is, besides permissions.
enum class CopyGap : quint8 {
    NotActive,    ///< the key doesn't work now; the new one will
    Type,         ///< the target has no billing permissions: the type becomes General
    HiddenScopes, ///< the service adds some by itself, or there are some that no catalogue can name
    Expiry,       ///< the target's keys never expire
    ExpiryPassed, ///< it is over: the new key needs another
    Limits,       ///< the target has no rate limits
    Addresses,    ///< the target's keys work from anywhere
    Customers,    ///< the target's keys work for all customers
};

/// What the target can take, and what it can't: named, never dropped in silence, never more than before.
struct CopyPlan {
    KeyConfig config;
    bool scopesKnown = true; ///< false: the list names the key only; read it first
    ScopeSet unknown;        ///< the target's catalogue doesn't know them
    ScopeSet otherType;      ///< the target keeps them for keys of the other type
    ScopeSet notHeld;        ///< one may not grant them there
    QList<CopyGap> gaps;
    [[nodiscard]] bool complete() const {
        return scopesKnown && unknown.isEmpty() && otherType.isEmpty() && notHeld.isEmpty() && gaps.isEmpty();
    }
    /// Left out of a key's restrictions: the new one may be used where the old one may not.
    [[nodiscard]] bool widens() const;
};

/// Name, type, permissions, limits, customers, addresses, expiry, owner, tags and note. Not where the token
/// is stored: the new key's is elsewhere. Never a token. A full-access key becomes one with the permissions
/// that it has, not one with all that the target has.
CopyPlan planCopy(const ApiKey &key, const CopyTarget &target, Instant now);

} // namespace latchkey
