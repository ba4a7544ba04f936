#include "core/policy/policy.h"

#include <algorithm>

namespace latchkey::policy {

namespace {

/// The finding of one check: passed, failed with a code, or not checked.
struct Finding {
    CheckOutcome outcome = CheckOutcome::Passed;
    DecisionCode code = DecisionCode::Allowed;
};
constexpr Finding passed{};
constexpr Finding notChecked{CheckOutcome::NotChecked, DecisionCode::Allowed};
constexpr Finding failed(DecisionCode code) {
    return {CheckOutcome::Failed, code};
}

Finding shape(const Presented &t, const Request &) {
    return t.wellFormed ? passed : failed(DecisionCode::Malformed);
}

Finding secret(const Presented &t, const Request &) {
    return t.key && t.secretMatches ? passed : failed(DecisionCode::Unknown);
}

Finding state(const Presented &t, const Request &r) {
    if (t.key->damaged)
        return failed(DecisionCode::Damaged);
    switch (t.key->state) {
    case KeyState::Deleted:
    case KeyState::Purged:
        return failed(DecisionCode::Deleted);
    case KeyState::Revoked:
        return failed(DecisionCode::Revoked);
    case KeyState::Inactive:
        return failed(DecisionCode::Inactive);
    case KeyState::Active:
        break;
    }
    if (t.key->expires && r.at > *t.key->expires)
        return failed(DecisionCode::Expired);
    return t.retiresAt && r.at > *t.retiresAt ? failed(DecisionCode::Replaced) : passed;
}

Finding environment(const Presented &t, const Request &r) {
    if (!r.environment)
        return notChecked;
    return t.key->environment == *r.environment ? passed : failed(DecisionCode::WrongEnvironment);
}

Finding type(const Presented &t, const Request &r) {
    if (!r.type)
        return notChecked;
    return t.key->type == *r.type ? passed : failed(DecisionCode::WrongType);
}

Finding address(const Presented &t, const Request &r) {
    const auto &ranges = t.key->allowedIps;
    if (ranges.isEmpty())
        return passed;
    if (!r.address)
        return notChecked;
    const bool inside = std::any_of(ranges.begin(), ranges.end(),
                                    [&](const IpRange &range) { return range.contains(*r.address); });
    return inside ? passed : failed(DecisionCode::IpDenied);
}

Finding customer(const Presented &t, const Request &r) {
    if (t.key->customers.isEmpty())
        return passed;
    if (!r.customer)
        return notChecked;
    return t.key->customers.contains(*r.customer) ? passed : failed(DecisionCode::CustomerDenied);
}

Finding scope(const Presented &t, const Request &r) {
    if (!r.scope)
        return notChecked;
    return t.key->scopes.contains(*r.scope) ? passed : failed(DecisionCode::InsufficientScope);
}

/// The table. RateLimit stands last and is asked by the callers, since only decide() takes.
struct CheckRule {
    Check check;
    Finding (*find)(const Presented &, const Request &);
};
constexpr std::array rules{CheckRule{Check::Shape, shape},       CheckRule{Check::Secret, secret},
                           CheckRule{Check::State, state},       CheckRule{Check::Environment, environment},
                           CheckRule{Check::Type, type},         CheckRule{Check::Address, address},
                           CheckRule{Check::Customer, customer}, CheckRule{Check::Scope, scope}};

/// Rounded up: a person or a client that waits so long is let in.
qint64 milliseconds(Ticks t) {
    return (t + TicksPerMs - 1) / TicksPerMs;
}

QVariantMap paramsOf(Check check, const Presented &t, const Request &r) {
    const KeyFacts &k = *t.key;
    switch (check) {
    case Check::Environment:
        return {{QStringLiteral("key"), toWord(k.environment)},
                {QStringLiteral("request"), r.environment ? toWord(*r.environment) : QString()}};
    case Check::Type:
        return {{QStringLiteral("key"), toWord(k.type)},
                {QStringLiteral("request"), r.type ? toWord(*r.type) : QString()}};
    case Check::State:
        if (k.expires && r.at > *k.expires)
            return {{QStringLiteral("expired"), k.expires->ms()}};
        return t.retiresAt ? QVariantMap{{QStringLiteral("replaced"), t.retiresAt->ms()}} : QVariantMap();
    case Check::Address:
        return {{QStringLiteral("key"), formatIpRanges(k.allowedIps)},
                {QStringLiteral("request"), r.address ? r.address->toString() : QString()}};
    case Check::Customer:
        return {{QStringLiteral("key"), k.customers},
                {QStringLiteral("request"), r.customer.value_or(QString())}};
    case Check::Scope:
        return {{QStringLiteral("scope"), r.scope ? r.scope->toString() : QString()}};
    default:
        return {};
    }
}

CheckResult limitResult(const Presented &t, const Request &r, const Meter *meter, const Sharing &sharing) {
    CheckResult result{Check::RateLimit, CheckOutcome::NotChecked, DecisionCode::Allowed, {}};
    if (t.key->configured.isEmpty()) {
        result.outcome = CheckOutcome::Passed;
        return result;
    }
    if (!meter)
        return result;
    const Meter::Answer answer =
        sharing.share ? sharing.share->look(*meter, t.key->limits, sharing.sharers, r.monotonic)
                      : meter->look(t.key->limits, r.monotonic);
    result.outcome = answer.admitted ? CheckOutcome::Passed : CheckOutcome::Failed;
    if (!answer.admitted) {
        result.code = DecisionCode::RateLimited;
        result.params = {{QStringLiteral("period"), static_cast<int>(answer.period)},
                         {QStringLiteral("limit"), t.key->configured.get(answer.period).value_or(0)},
                         {QStringLiteral("retryAfterMs"), milliseconds(answer.retryAfter)}};
    }
    return result;
}

} // namespace

KeyFacts KeyFacts::of(const ApiKey &key) {
    KeyFacts f;
    f.id = key.id;
    f.state = key.state;
    f.damaged = key.damaged;
    f.environment = key.config.environment;
    f.type = key.config.type;
    f.scopes = key.config.scopes;
    f.customers = key.config.customers;
    f.allowedIps = key.config.allowedIps;
    f.expires = key.config.expires;
    f.limits = MeterLimits::of(key.config.limits);
    f.configured = key.config.limits;
    return f;
}

Decision decide(const Presented &token, const Request &request, Meter *meter, const Sharing &sharing) {
    for (const CheckRule &rule : rules) {
        const Finding finding = rule.find(token, request);
        if (finding.outcome == CheckOutcome::Failed)
            return {finding.code, rule.check, 0};
        // A key that is bound to addresses or customers refuses a request that names none.
        if (finding.outcome == CheckOutcome::NotChecked && rule.check == Check::Address)
            return {DecisionCode::IpDenied, rule.check, 0};
        if (finding.outcome == CheckOutcome::NotChecked && rule.check == Check::Customer)
            return {DecisionCode::CustomerDenied, rule.check, 0};
    }
    if (meter) {
        const Meter::Answer answer =
            sharing.share ? sharing.share->take(*meter, token.key->limits, sharing.sharers, request.monotonic)
                          : meter->take(token.key->limits, request.monotonic);
        if (!answer.admitted)
            return {DecisionCode::RateLimited, Check::RateLimit, milliseconds(answer.retryAfter)};
    }
    return {};
}

QList<CheckResult> explain(const Presented &token, const Request &request, const Meter *meter,
                           const Sharing &sharing) {
    QList<CheckResult> results;
    results.reserve(static_cast<qsizetype>(AllChecks.size()));
    bool known = token.wellFormed;
    for (const CheckRule &rule : rules) {
        CheckResult result{rule.check, CheckOutcome::NotChecked, DecisionCode::Allowed, {}};
        const bool needsKey = rule.check != Check::Shape && rule.check != Check::Secret;
        if (rule.check == Check::Shape || (known && !needsKey) || (known && token.key)) {
            const Finding finding = rule.find(token, request);
            result.outcome = finding.outcome;
            result.code = finding.code;
            if (needsKey && finding.outcome == CheckOutcome::Failed)
                result.params = paramsOf(rule.check, token, request);
        }
        if (rule.check == Check::Secret)
            known = known && result.outcome == CheckOutcome::Passed;
        results.append(result);
    }
    results.append(known && token.key ? limitResult(token, request, meter, sharing)
                                      : CheckResult{Check::RateLimit, CheckOutcome::NotChecked, {}, {}});
    return results;
}

} // namespace latchkey::policy
