#include "core/services/safe_mode/asking_vault.h"

#include "core/model/futures.h"

namespace latchkey {

namespace {

template<typename R, typename Go>
QFuture<R> askedBy(ChangeGate &gate, QObject *context, const PlannedChange &change, Go go) {
    if (gate.agreed())
        return go();
    const Answer<R> answer;
    gate.ask(change) | then(context, [context, answer, go](bool yes) {
        if (!yes)
            return answer.give(fail(ErrorCode::Cancelled));
        go() | then(context, [answer](const R &done) { answer.give(done); });
    });
    return answer.future();
}

class AskingRules final : public RuleStore {
public:
    AskingRules(RuleStore &rules, ChangeGate &gate)
        : m_rules(rules)
        , m_gate(gate) {
        connect(&rules, &RuleStore::changed, this, &RuleStore::changed);
    }
    QFuture<Result<RuleBook>> rules() override { return m_rules.rules(); }
    [[nodiscard]] bool areFixed() const override { return m_rules.areFixed(); }
    QFuture<Result<RuleBook>> change(const RulesChange &change) override {
        return askedBy<Result<RuleBook>>(m_gate, this, {change.action},
                                         [this, change] { return m_rules.change(change); });
    }

private:
    RuleStore &m_rules;
    ChangeGate &m_gate;
};

} // namespace

AskingVault::AskingVault(std::shared_ptr<VaultBackend> kept, std::shared_ptr<ChangeGate> gate)
    : m_kept(std::move(kept))
    , m_keptGate(std::move(gate))
    , m_vault(*m_kept)
    , m_gate(*m_keptGate) {
    const VaultBackend &vault = m_vault;
    connect(&vault, &VaultBackend::keysChanged, this, &VaultBackend::keysChanged);
    connect(&vault, &VaultBackend::catalogueChanged, this, &VaultBackend::catalogueChanged);
    connect(&vault, &VaultBackend::customersChanged, this, &VaultBackend::customersChanged);
    connect(&vault, &VaultBackend::indexProgress, this, &VaultBackend::indexProgress);
    connect(&vault, &VaultBackend::troubled, this, &VaultBackend::troubled);
    connect(&vault, &VaultBackend::recovered, this, &VaultBackend::recovered);
    connect(&vault, &VaultBackend::waitChanged, this, &VaultBackend::waitChanged);
    if (RuleStore *rules = m_vault.rules())
        m_rules = std::make_unique<AskingRules>(*rules, m_gate);
}

AskingVault::~AskingVault() = default;

RuleStore *AskingVault::rules() {
    return m_rules.get();
}

template<typename R, typename Go>
QFuture<R> AskingVault::asked(const PlannedChange &change, Go go) {
    return askedBy<R>(m_gate, this, change, std::move(go));
}

QFuture<Result<ApiKey>> AskingVault::create(const NewKey &key) {
    return asked<Result<ApiKey>>({QStringLiteral("key.create"), 1, key.id, key.config.name},
                                 [this, key] { return m_vault.create(key); });
}

QFuture<Result<IssuedKey>> AskingVault::issue(const NewKey &key) {
    return asked<Result<IssuedKey>>({QStringLiteral("key.create"), 1, {}, key.config.name},
                                    [this, key] { return m_vault.issue(key); });
}

QFuture<Result<ApiKey>> AskingVault::change(const KeyChange &change) {
    return asked<Result<ApiKey>>({change.action, 1, change.id},
                                 [this, change] { return m_vault.change(change); });
}

QFuture<Result<QList<Result<ApiKey>>>> AskingVault::createMany(const QList<NewKey> &keys) {
    if (keys.isEmpty())
        return m_vault.createMany(keys);
    return asked<Result<QList<Result<ApiKey>>>>(
        {QStringLiteral("key.create"), keys.size(), keys.first().id, keys.first().config.name},
        [this, keys] { return m_vault.createMany(keys); });
}

QFuture<Result<QList<Result<ApiKey>>>> AskingVault::changeMany(const QList<KeyChange> &changes) {
    if (changes.isEmpty())
        return m_vault.changeMany(changes);
    return asked<Result<QList<Result<ApiKey>>>>({changes.first().action, changes.size(), changes.first().id},
                                                [this, changes] { return m_vault.changeMany(changes); });
}

/// Of the things that are only written down, one takes an alert away.
QFuture<Outcome> AskingVault::record(const AuditEvent &event) {
    if (event.action != QStringLiteral("key.dismissExposure"))
        return m_vault.record(event);
    return asked<Outcome>({event.action, 1, event.key, event.keyName},
                          [this, event] { return m_vault.record(event); });
}

QFuture<Outcome> AskingVault::setDeletedRetentionDays(int days, const Actor &actor) {
    return asked<Outcome>({QStringLiteral("vault.retention")},
                          [this, days, actor] { return m_vault.setDeletedRetentionDays(days, actor); });
}

QFuture<Outcome> AskingVault::changeCatalogue(const CatalogueChange &change) {
    return asked<Outcome>({change.action}, [this, change] { return m_vault.changeCatalogue(change); });
}

QFuture<Result<Customer>> AskingVault::changeCustomer(const CustomerChange &change) {
    return asked<Result<Customer>>({change.action, 1, {}, change.customer.name},
                                   [this, change] { return m_vault.changeCustomer(change); });
}

} // namespace latchkey
