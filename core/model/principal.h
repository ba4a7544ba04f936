#pragma once

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
    /// Catalogue and customers say what everybody's keys mean: only who holds all of it may change them.
    [[nodiscard]] bool mayAdminister() const { return mayWrite && holdsAll; }
    [[nodiscard]] bool holds(const Scope &s) const { return holdsAll || scopes.contains(s); }
};

} // namespace latchkey
