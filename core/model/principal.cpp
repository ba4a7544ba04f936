#include "core/model/principal.h"

namespace latchkey {

QString toWord(Role role) {
    static constexpr std::array words{"viewer", "operator", "admin", "auditor"};
    return QLatin1StringView(words[static_cast<std::size_t>(role)]);
}

std::optional<Role> roleFromWord(QStringView word) {
    for (const Role r : AllRoles) {
        if (toWord(r) == word)
            return r;
    }
    return std::nullopt;
}

Principal PrincipalRecord::principal() const {
    Principal p;
    p.name = name;
    p.mayWrite = active && !damaged && (role == Role::Operator || role == Role::Admin);
    p.holdsAll = p.mayWrite && (holdsAll || role == Role::Admin);
    p.scopes = p.mayWrite ? scopes : ScopeSet();
    p.ownScopesOnly = !p.holdsAll;
    p.keysOnly = role == Role::Operator;
    p.readsAudit = active && !damaged && (role == Role::Admin || role == Role::Auditor);
    return p;
}

} // namespace latchkey
