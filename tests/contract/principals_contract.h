#pragma once

#include "core/backend/principal_store.h"
#include "tests/contract/contract.h"

namespace latchkey::contract {

/// Who may use a server, of a vault that a server stands before.
class PrincipalsContract : public Contract {
    Q_OBJECT
public:
    using Contract::Contract;

private slots:
    void init() { begin(); }
    void cleanup() { backend.reset(); }
    void madeFoundAndChanged();
    void theLastAdminStays();
    void twoAtOnce();
    void damageTakesRightsAway();
    void repeatedRequests();

private:
    [[nodiscard]] NewPrincipal newPrincipal(int n, const char *name, Role role) const;
    [[nodiscard]] PrincipalChange changeOf(const PrincipalRecord &p) const;
};

} // namespace latchkey::contract
