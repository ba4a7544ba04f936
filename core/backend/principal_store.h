#pragma once

#include "core/backend/vault_backend.h"
#include "core/model/principal.h"

#include <QByteArray>

namespace latchkey {

struct NewPrincipal {
    KeyId id;
    KeyId credentialId;
    QByteArray verifier;
    QString name;
    Role role = Role::Viewer;
    bool holdsAll = false;
    ScopeSet scopes;
    Actor actor = {};
    Instant at = {};
};

/// What is not set stays.
struct PrincipalChange {
    KeyId id;
    qint64 expectedVersion = 0;
    std::optional<Role> role = {};
    std::optional<bool> holdsAll = {};
    std::optional<ScopeSet> scopes = {};
    std::optional<bool> active = {};
    struct Credential {
        KeyId id;
        QByteArray verifier;
    };
    std::optional<Credential> credential = {}; ///< the token before it stops at once
    bool remove = false;
    Actor actor = {};
    Instant at = {};
};

struct KnownPrincipal {
    PrincipalRecord record;
    QByteArray verifier; ///< empty for a damaged row
};

/// Who may use a server, kept in the vault and audited as "principal.create", "principal.edit",
/// "principal.rotate" and "principal.remove" in the same transaction. The last active admin can be neither
/// removed, stopped nor given another role: WrongState with status "lastAdmin". Called on the thread of the
/// vault; each future finishes once.
class PrincipalStore {
public:
    virtual ~PrincipalStore() = default;
    virtual QFuture<Result<QList<PrincipalRecord>>> all() = 0; ///< by name
    /// By the id part of a token; nothing where there is none.
    virtual QFuture<Result<std::optional<KnownPrincipal>>> find(const KeyId &credential) = 0;
    /// Conflict with the param "name" where the name is taken.
    virtual QFuture<Result<PrincipalRecord>> create(const NewPrincipal &principal) = 0;
    /// NotFound, Conflict, WrongState. As it is now; as it was, when removed.
    virtual QFuture<Result<PrincipalRecord>> change(const PrincipalChange &change) = 0;
    /// Not audited, no new version.
    virtual QFuture<Outcome> stampUsed(const KeyId &id, Instant at) = 0;

    /// One request that may come again with the same key. Kept for a day.
    struct Repeatable {
        KeyId principal;
        QString key;
        QByteArray request; ///< hash of its body
        KeyId made;         ///< the id of what it makes
        Instant at = {};
    };
    /// Remembers it, or gives the one that was remembered under the same principal and key.
    virtual QFuture<Result<Repeatable>> remember(const Repeatable &request) = 0;
    static constexpr int RepeatableDays = 1;
};

} // namespace latchkey
