#include "core/services/key_service.h"

#include "core/model/futures.h"
#include "core/model/validation.h"
#include "core/services/token_in_text.h"

namespace latchkey {

KeyService::KeyService(VaultBackend &backend, SecretStore &secrets, const Clock &clock, Principal principal,
                       QObject *parent, TokenSource tokens)
    : QObject(parent)
    , m_backend(backend)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_principal(std::move(principal))
    , m_tokens(tokens ? std::move(tokens)
                      : [](const QString &prefix, Environment env) { return token::generate(prefix, env); }) {
}

Outcome KeyService::mayWrite() const {
    return mayWrite(KeyId());
}

Outcome KeyService::mayWrite(const KeyId &key) const {
    if (!(key.isNull() ? m_principal : principalOf(key)).mayWrite)
        return fail(ErrorCode::NotAllowed);
    const VaultInfo vault = m_backend.homeOf(key).info();
    return vault.readOnly ? Outcome(fail(ErrorCode::ReadOnly, {{QStringLiteral("path"), vault.location}}))
                          : ok();
}

Outcome KeyService::mayChange(const ApiKey &key) const {
    if (const auto may = mayWrite(key.id); !may || !principalOf(key.id).ownScopesOnly)
        return may;
    return key.damaged ? Outcome(fail(ErrorCode::NotAllowed)) : mayGrant(key);
}

QList<FieldError> KeyService::check(const KeyConfig &c, const KeyConfig *before) const {
    return check(c, before, {});
}

QList<FieldError> KeyService::check(const KeyConfig &c, const KeyConfig *before, const KeyId &key) const {
    return validate(c, m_backend.homeOf(key).catalogue(), key.isNull() ? m_principal : principalOf(key),
                    m_clock.now(), before) +
           tokensIn(c, before);
}

KeyChange KeyService::changeOf(const ApiKey &base, const QString &action) const {
    KeyChange c;
    c.id = base.id;
    c.expectedVersion = base.version;
    c.action = action;
    c.actor = {principalOf(base.id).name};
    c.at = m_clock.now();
    return c;
}

AuditEvent KeyService::eventOf(const ApiKey &key, const QString &action) const {
    AuditEvent e;
    e.at = m_clock.now();
    e.actor = principalOf(key.id).name;
    e.action = action;
    e.key = key.id;
    e.keyName = key.config.name;
    return e;
}

Result<KeyService::PlannedKey> KeyService::planCreate(KeyConfig config, const KeyId &id,
                                                      const QByteArray &verifier) const {
    if (const auto may = mayWrite(); !may)
        return fail(may.error());
    config = normalised(std::move(config));
    if (auto bad = check(config); !bad.isEmpty())
        return fail(Error(std::move(bad)));
    PlannedKey plan{{id, verifier, {}, {m_principal.name}, m_clock.now()}, {}};
    if (id.isNull() && m_backend.capabilities().ownTokens) {
        auto made = m_tokens(m_backend.info().prefix, config.environment);
        plan.key.id = made.id;
        plan.key.verifier = made.verifier;
        plan.token = std::make_shared<const SecretBytes>(std::move(made.token));
    }
    plan.key.config = std::move(config);
    return plan;
}

void KeyService::countUntilDone(QFutureWatcherBase *watcher) {
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        emit awaiting(--m_awaited);
    });
    emit awaiting(++m_awaited);
}

QFuture<Result<CreatedKey>> KeyService::create(KeyConfig config) {
    const auto plan = planCreate(std::move(config));
    return plan ? create(*plan) : ready<Result<CreatedKey>>(fail(plan.error()));
}

QFuture<Result<CreatedKey>> KeyService::create(const PlannedKey &plan) {
    using R = Result<CreatedKey>;
    const Answer<R> answer;
    if (!m_backend.capabilities().ownTokens) {
        m_backend.issue(plan.key) | then(this, [answer](const Result<IssuedKey> &issued) {
            answer.give(issued ? R(CreatedKey{issued->key, issued->token}) : R(fail(issued.error())));
        });
        return answer.future();
    }
    m_backend.create(plan.key) | then(this, [answer, secret = plan.token](const Result<ApiKey> &created) {
        answer.give(created ? R(CreatedKey{*created, secret}) : R(fail(created.error())));
    });
    return answer.future();
}

Result<KeyChange> KeyService::planEdit(const ApiKey &base, KeyConfig config, const QString &action) const {
    if (const auto may = mayChange(base); !may)
        return fail(may.error());
    config = normalised(std::move(config));
    if (!base.service) // there it is a note of this computer
        config.environment = base.config.environment;
    config.type = base.config.type;
    auto bad = check(config, &base.config, base.id);
    if (base.service && base.config.scopes.isEmpty() &&
        config.scopes.isEmpty()) // unknown, or only hidden ones
        bad.removeIf([](const FieldError &e) { return e.field == QLatin1StringView("scopes"); });
    if (!bad.isEmpty())
        return fail(Error(std::move(bad)));
    if (base.service && !base.service->scopesKnown && config.scopes != base.config.scopes)
        return fail(ErrorCode::WrongState, {{QStringLiteral("status"), QStringLiteral("scopesUnknown")}});
    const bool extended = base.config.expires && (!config.expires || *config.expires > *base.config.expires);
    if (extended) {
        if (const auto may = mayGrant(base); !may)
            return fail(may.error());
    }
    KeyChange c = changeOf(base, action);
    c.config = std::move(config);
    return c;
}

KeyConfig KeyService::asKept(KeyConfig kept, const ApiKey &now) {
    if (now.service && kept.scopes.isEmpty())
        kept.scopes = now.config.scopes;
    return kept;
}

QFuture<Result<ApiKey>> KeyService::edit(const ApiKey &base, KeyConfig config, const QString &action) {
    return carryOut(planEdit(base, std::move(config), action));
}

Outcome KeyService::mayGrant(const ApiKey &key) const {
    const Principal principal = principalOf(key.id);
    for (const Scope &s : key.config.scopes) {
        if (!principal.holds(s))
            return fail(ErrorCode::NotAllowed, {{QStringLiteral("scope"), s.toString()}});
    }
    return ok();
}

} // namespace latchkey
