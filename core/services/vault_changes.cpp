#include "core/model/futures.h"
#include "core/services/key_service.h"

// What belongs to the vault and to no key: its catalogue and its customers.

namespace latchkey {

Outcome KeyService::mayAdminister() const {
    if (!m_principal.mayAdminister())
        return fail(ErrorCode::NotAllowed);
    return mayWrite();
}

QFuture<Outcome> KeyService::changeCatalogue(const Catalogue &catalogue, qint64 baseVersion,
                                             const QString &action) {
    if (const auto may = mayAdminister(); !may)
        return ready<Outcome>(may);
    return awaited(
        m_backend.changeCatalogue({catalogue, baseVersion, action, {m_principal.name}, m_clock.now()}));
}

QFuture<Result<RuleBook>> KeyService::changeRules(const QList<GatewayRule> &rules, qint64 baseVersion,
                                                  const QString &action) {
    if (const auto may = mayAdminister(); !may)
        return ready<Result<RuleBook>>(fail(may.error()));
    RuleStore *store = m_backend.rules();
    if (!store)
        return ready<Result<RuleBook>>(fail(ErrorCode::NotAllowed));
    return awaited(store->change({rules, baseVersion, action, m_principal.name, m_clock.now()}));
}

QFuture<Result<Customer>> KeyService::saveCustomer(Customer customer, const QString &action) {
    using R = Result<Customer>;
    if (const auto may = mayAdminister(); !may)
        return ready<R>(fail(may.error()));
    customer = normalised(std::move(customer));
    if (auto bad = validate(customer); !bad.isEmpty())
        return ready<R>(fail(Error(std::move(bad))));
    const bool added = customer.version == 0 && action == QStringLiteral("customer.edit");
    return awaited(m_backend.changeCustomer({customer,
                                             false,
                                             added ? QStringLiteral("customer.add") : action,
                                             {m_principal.name},
                                             m_clock.now()}));
}

QFuture<Result<Customer>> KeyService::removeCustomer(const Customer &customer, const QString &action) {
    if (const auto may = mayAdminister(); !may)
        return ready<Result<Customer>>(fail(may.error()));
    return awaited(m_backend.changeCustomer({customer, true, action, {m_principal.name}, m_clock.now()}));
}

} // namespace latchkey
