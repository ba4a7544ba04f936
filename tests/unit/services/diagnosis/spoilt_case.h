#pragma once

#include "core/services/diagnosis/diagnose.h"

namespace latchkey::diagnosis {

inline constexpr Instant noon(1'800'000'000'000);

/// A request that this key allows; each case spoils something.
struct Case {
    Subject subject;
    Facts facts;
    QList<Note> notes;
    Setting setting;
    std::shared_ptr<policy::Meter> meter;
    ApiKey &key() { return *subject.key; }
    RateLimits &limits() { return subject.key->config.limits; }
    void useUp(int requests) {
        meter = std::make_shared<policy::Meter>();
        setting.meter = meter.get();
        setting.monotonic = policy::TicksPerMs;
        const auto limits = policy::MeterLimits::of(key().config.limits);
        for (int i = 0; i < requests; ++i)
            meter->take(limits, setting.monotonic);
    }
    void says(int status, std::optional<DecisionCode> code = {}) {
        facts.status = status;
        facts.code = code;
    }
};

inline Case allowed() {
    Case c;
    ApiKey k;
    k.id = k.credentialId = *KeyId::fromString(u"000000000000");
    k.config.name = QStringLiteral("CRM sync");
    k.config.environment = Environment::Production;
    k.config.scopes = ScopeSet::parse(u"leads:read leads:write");
    k.config.allowedIps = parseIpRanges(QStringLiteral("10.2.0.0/16\n2001:db8::/32"), nullptr);
    k.config.customers = {QStringLiteral("Contoso"), QStringLiteral("Northwind")};
    k.config.limits.set(RatePeriod::Minute, 2);
    k.config.expires = noon;
    k.createdAt = k.changedAt = noon.plusDays(-30);
    c.subject.key = k;
    c.subject.token = Subject::Token::Current;
    c.subject.credential = k.id;
    c.subject.prefix = QStringLiteral("lk");
    c.facts.environment = Environment::Production;
    c.facts.address = QHostAddress(QStringLiteral("10.2.3.4"));
    c.facts.customer = QStringLiteral("Contoso");
    c.facts.scope = Scope::fromString(u"leads:read");
    c.facts.at = noon;
    c.setting.catalogue = *Catalogue::fromJson(defaultCatalogueJson());
    c.setting.prefix = QStringLiteral("lk");
    c.setting.now = noon;
    return c;
}

inline void rotate(Case &c, std::optional<Instant> until) {
    c.key().credentialId = *KeyId::fromString(u"111111111111");
    c.key().old = OldCredential{c.key().id, until, {}, {}};
    c.key().rotatedAt = noon.plusMs(-3'600'000);
}

using Spoil = std::function<void(Case &)>;
using Token = Subject::Token;
using E = Environment;
using D = DecisionCode;

} // namespace latchkey::diagnosis
