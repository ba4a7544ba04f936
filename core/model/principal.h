#pragma once

#include "core/model/instant.h"
#include "core/model/key_id.h"
#include "core/model/scope.h"

#include <QString>

namespace latchkey {

/// Who acts, and the scopes they hold and may therefore grant. On a local vault: the person at the desktop,
/// all scopes.
struct Principal {
    QString name; ///< as written to the audit log
    bool mayWrite = true;
    bool holdsAll = false; ///< holds every scope, known or not (the owner of a local vault)
    ScopeSet scopes;       ///< held scopes unless holdsAll
    /// Changes only keys of which every scope is held (an operator of a server); a damaged key, whose scopes
    /// nobody knows, only with all.
    bool ownScopesOnly = false;
    bool keysOnly = false;  ///< changes keys and nothing else (an operator, whatever scopes are held)
    bool readsAudit = true; ///< all of the audit log; else of each key its part only
    /// Catalogue, customers and what is kept for how long concern everybody's keys: only who holds all of it
    /// may change them.
    [[nodiscard]] bool mayAdminister() const { return mayWrite && holdsAll && !keysOnly; }
    [[nodiscard]] bool holds(const Scope &s) const { return holdsAll || scopes.contains(s); }
};

/// What a token of a server may do. Viewer: read all but the whole audit log and principals. Operator: also
/// create and change keys within the scopes held. Admin: everything, with all scopes. Auditor: the audit log.
enum class Role : quint8 { Viewer, Operator, Admin, Auditor };
inline constexpr std::array AllRoles{Role::Viewer, Role::Operator, Role::Admin, Role::Auditor};
/// `viewer`, `operator`, `admin`, `auditor`
QString toWord(Role role);
std::optional<Role> roleFromWord(QStringView word);

/// Who may use a server, as it is kept in the vault; the verifier of its token stands beside it.
struct PrincipalRecord {
    KeyId id;
    KeyId credentialId; ///< id part of its token `<prefix>_adm_<id>_…`
    QString name;       ///< 1–100 characters, distinct
    Role role = Role::Viewer;
    bool holdsAll = false;
    ScopeSet scopes; ///< unless holdsAll
    bool active = true;
    qint64 version = 1;
    Instant createdAt;
    QString createdBy;
    Instant changedAt;
    QString changedBy;
    std::optional<Instant> lastUsedAt; ///< to a minute or so
    bool damaged = false;              ///< fails its checksum: may do nothing
    bool operator==(const PrincipalRecord &) const = default;
    [[nodiscard]] Principal principal() const;
};

} // namespace latchkey
