#include "server/auth/bootstrap.h"

#include "core/model/futures.h"
#include "core/token/token.h"

#include <algorithm>

namespace latchkey::server {

QFuture<Result<std::shared_ptr<const SecretBytes>>> createFirstAdmin(VaultBackend &vault, const Clock &clock,
                                                                     const QString &name, QObject *context) {
    using R = Result<std::shared_ptr<const SecretBytes>>;
    PrincipalStore *store = vault.principals();
    if (!store)
        return ready<R>(fail(ErrorCode::NotAllowed));
    const Answer<R> answer;
    store->all() | then(context, [=, &vault, &clock](const Result<QList<PrincipalRecord>> &all) {
        if (!all)
            return answer.give(fail(all.error()));
        const bool there = std::any_of(all->begin(), all->end(), [](const PrincipalRecord &p) {
            return p.role == Role::Admin && p.active && !p.damaged;
        });
        if (there)
            return answer.give(
                fail(ErrorCode::WrongState, {{QStringLiteral("status"), QStringLiteral("hasAdmin")}}));
        auto made = token::generateAdmin(vault.info().prefix);
        const auto secret = std::make_shared<const SecretBytes>(std::move(made.token));
        NewPrincipal admin{token::randomId(), made.id, made.verifier, name, Role::Admin, true, {}, {name},
                           clock.now()};
        store->create(admin) | then(context, [answer, secret](const Result<PrincipalRecord> &created) {
            answer.give(created ? R(secret) : R(fail(created.error())));
        });
    });
    return answer.future();
}

} // namespace latchkey::server
