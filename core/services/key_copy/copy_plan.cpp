#include "core/services/key_copy/copy_plan.h"

namespace latchkey {

namespace {
/// What of `scopes` the target can take; the rest is sorted by why not.
ScopeSet taken(const ScopeSet &scopes, KeyType type, const CopyTarget &target, CopyPlan *plan) {
    const ScopeSet fitting = target.catalogue.scopesOf(type);
    ScopeSet fit;
    for (const Scope &s : scopes) {
        if (!target.catalogue.find(s))
            plan->unknown.insert(s);
        else if (!fitting.contains(s))
            plan->otherType.insert(s);
        else if (!target.principal.holds(s))
            plan->notHeld.insert(s);
        else
            fit.insert(s);
    }
    return fit;
}
} // namespace

bool CopyPlan::widens() const {
    return std::any_of(gaps.begin(), gaps.end(), [](CopyGap g) {
        return g == CopyGap::Expiry || g == CopyGap::Limits || g == CopyGap::Addresses ||
               g == CopyGap::Customers;
    });
}

CopyPlan planCopy(const ApiKey &key, const CopyTarget &target, Instant now) {
    CopyPlan plan;
    KeyConfig &c = plan.config;
    c = key.config;
    c.storedIn.clear();
    if (target.environment) {
        c.environment = *target.environment;
        c.environmentKnown = true;
    }
    if (statusOf(key, now) != KeyStatus::Active)
        plan.gaps.append(CopyGap::NotActive);
    if (c.type == KeyType::Billing && target.catalogue.scopesOf(KeyType::Billing).isEmpty()) {
        c.type = KeyType::General;
        plan.gaps.append(CopyGap::Type);
    }
    plan.scopesKnown = !key.damaged && (!key.service || key.service->scopesKnown);
    c.scopes = plan.scopesKnown ? taken(key.config.scopes, c.type, target, &plan) : ScopeSet();
    if (key.service && key.service->hiddenScopes > 0 && target.can.service.isEmpty())
        plan.gaps.append(CopyGap::HiddenScopes);
    if (!target.can.expiry && c.expires) {
        c.expires.reset();
        plan.gaps.append(CopyGap::Expiry);
    } else if (c.expires && *c.expires < now) {
        c.expires.reset();
        plan.gaps.append(CopyGap::ExpiryPassed);
    }
    if (!target.can.rateLimits && !c.limits.isEmpty()) {
        c.limits = {};
        plan.gaps.append(CopyGap::Limits);
    }
    if (!target.can.allowedIps && !c.allowedIps.isEmpty()) {
        c.allowedIps.clear();
        plan.gaps.append(CopyGap::Addresses);
    }
    if (!target.can.customers && !c.customers.isEmpty()) {
        c.customers.clear();
        plan.gaps.append(CopyGap::Customers);
    }
    return plan;
}

} // namespace latchkey
