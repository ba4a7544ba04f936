#include "core/model/validation.h"

namespace latchkey {

QList<RiskLine> risksOf(const KeyConfig &c, const Catalogue &catalogue, Instant now) {
    QList<RiskLine> risks;
    const QString scopes = QStringLiteral("scopes");
    bool writes = false;
    for (const Scope &s : c.scopes) {
        const ScopeInfo *info = catalogue.find(s);
        if (info && info->destructive)
            risks.append({Risk::CanDelete, scopes, s});
        writes = writes || !info || !info->reads;
    }
    const ScopeSet all = catalogue.scopesOf(c.type);
    if (all.size() > 1 && c.scopes.containsAll(all))
        risks.append({c.type == KeyType::Billing ? Risk::FullBilling : Risk::FullAccess, scopes, {}});
    if (!c.expires)
        risks.append({Risk::NeverExpires, QStringLiteral("expires"), {}});
    else if (*c.expires > now.plusDays(366))
        risks.append({Risk::LongExpiry, QStringLiteral("expires"), {}});
    if (c.allowedIps.isEmpty())
        risks.append({Risk::FromAnywhere, QStringLiteral("allowedIps"), {}});
    if (c.customers.isEmpty())
        risks.append({Risk::AllCustomers, QStringLiteral("customers"), {}});
    if (c.limits.isEmpty())
        risks.append({Risk::NoRateLimit, QStringLiteral("limits"), {}});
    if (c.environment == Environment::Production && writes)
        risks.append({Risk::ProductionWrite, QStringLiteral("environment"), {}});
    return risks;
}

} // namespace latchkey
