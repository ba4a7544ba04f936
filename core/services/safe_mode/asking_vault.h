#pragma once

#include "core/backend/change_gate.h"
#include "core/backend/rule_store.h"
#include "core/backend/vault_backend.h"

namespace latchkey {

/// A vault behind a gate: whatever changes it is asked for first, unless a sheet has asked (Agreed). A change
/// that is declined is Cancelled and never reaches the vault. What only notes something (a key was shown, a
/// request was seen, deleted keys whose time is over) passes. It keeps both.
class AskingVault final : public VaultBackend {
    Q_OBJECT
public:
    AskingVault(std::shared_ptr<VaultBackend> vault, std::shared_ptr<ChangeGate> gate);
    ~AskingVault() override;

    [[nodiscard]] ChangeGate *gate() override { return &m_gate; }
    [[nodiscard]] RuleStore *rules() override;

    QFuture<Result<ApiKey>> create(const NewKey &key) override;
    QFuture<Result<IssuedKey>> issue(const NewKey &key) override;
    QFuture<Result<ApiKey>> change(const KeyChange &change) override;
    QFuture<Result<QList<Result<ApiKey>>>> createMany(const QList<NewKey> &keys) override;
    QFuture<Result<QList<Result<ApiKey>>>> changeMany(const QList<KeyChange> &changes) override;
    QFuture<Outcome> record(const AuditEvent &event) override;
    QFuture<Outcome> setDeletedRetentionDays(int days, const Actor &actor) override;
    QFuture<Outcome> changeCatalogue(const CatalogueChange &change) override;
    QFuture<Result<Customer>> changeCustomer(const CustomerChange &change) override;

    // Asked for or noted, never asked about.
    [[nodiscard]] const VaultBackend &homeOf(const KeyId &) const override { return *this; }
    [[nodiscard]] std::optional<Error> troubleOf(const KeyId &id) const override {
        return m_vault.troubleOf(id);
    }
    [[nodiscard]] std::optional<Instant> listedAt() const override { return m_vault.listedAt(); }
    [[nodiscard]] std::optional<Silence> silence() const override { return m_vault.silence(); }
    QFuture<Result<QList<ApiKey>>> rowsIfThere(const QList<KeyId> &ids) override {
        return m_vault.rowsIfThere(ids);
    }
    QFuture<Result<QList<ApiKey>>> rowsToShow(const QList<KeyId> &ids) override {
        return m_vault.rowsToShow(ids);
    }
    [[nodiscard]] Capabilities capabilities() const override { return m_vault.capabilities(); }
    [[nodiscard]] VaultInfo info() const override { return m_vault.info(); }
    [[nodiscard]] Catalogue catalogue() const override { return m_vault.catalogue(); }
    [[nodiscard]] qint64 catalogueVersion() const override { return m_vault.catalogueVersion(); }
    QFuture<Result<KeyListPtr>> list(const KeyQuery &query) override { return m_vault.list(query); }
    QFuture<Result<KeyListPtr>> listToShow(const KeyQuery &query) override {
        return m_vault.listToShow(query);
    }
    QFuture<Result<QList<ApiKey>>> rows(const QList<KeyId> &ids) override { return m_vault.rows(ids); }
    QFuture<Result<KeyCount>> count(const KeyQuery &query) override { return m_vault.count(query); }
    QFuture<Result<SidebarCounts>> counts(std::optional<Environment> e, const Thresholds &t) override {
        return m_vault.counts(e, t);
    }
    QFuture<Result<QHash<KeyId, KeyAlerts>>> alerts(const QList<KeyId> &ids, const Thresholds &t) override {
        return m_vault.alerts(ids, t);
    }
    QFuture<Result<QByteArray>> verifierOf(const KeyId &id) override { return m_vault.verifierOf(id); }
    QFuture<Result<ApiKey>> findByCredential(const KeyId &id, const QByteArray &verifier) override {
        return m_vault.findByCredential(id, verifier);
    }
    QFuture<Result<QHash<KeyId, ApiKey>>> owners(const QList<KeyId> &credentials) override {
        return m_vault.owners(credentials);
    }
    QFuture<Result<bool>> nameExists(const QString &name, Environment e, const KeyId &except) override {
        return m_vault.nameExists(name, e, except);
    }
    QFuture<Result<QStringList>> suggestions(SortColumn c) override { return m_vault.suggestions(c); }
    QFuture<Result<KeySummary>> summary(const QList<KeyId> &ids, Instant usedSince) override {
        return m_vault.summary(ids, usedSince);
    }
    QFuture<Outcome> stampLastUsed(const QList<LastUse> &uses) override {
        return m_vault.stampLastUsed(uses);
    }
    QFuture<Result<QList<AuditEvent>>> audit(const AuditQuery &query) override {
        return m_vault.audit(query);
    }
    QFuture<Result<AuditCheck>> verifyAudit() override { return m_vault.verifyAudit(); }
    QFuture<Result<int>> purgeExpired(Instant now, const Actor &actor) override {
        return m_vault.purgeExpired(now, actor);
    }
    void noteVisible(const QList<KeyId> &ids) override { m_vault.noteVisible(ids); }
    void lookAgain() override { m_vault.lookAgain(); }
    [[nodiscard]] RequestLog *requests() override { return m_vault.requests(); }
    [[nodiscard]] VerifierFeed *verifiers() override { return m_vault.verifiers(); }
    [[nodiscard]] PrincipalStore *principals() override { return m_vault.principals(); }
    QFuture<Result<QList<ScopeUse>>> scopeUse() override { return m_vault.scopeUse(); }
    QFuture<Result<QList<Customer>>> customers() override { return m_vault.customers(); }
    QFuture<Result<QList<Customer>>> customersNamed(const QStringList &ids) override {
        return m_vault.customersNamed(ids);
    }
    QFuture<Result<QHash<QString, qint64>>> customerUse() override { return m_vault.customerUse(); }

private:
    template<typename R, typename Go>
    QFuture<R> asked(const PlannedChange &change, Go go);

    std::shared_ptr<VaultBackend> m_kept;
    std::shared_ptr<ChangeGate> m_keptGate; ///< knows the vault: goes first
    VaultBackend &m_vault;
    ChangeGate &m_gate;
    std::unique_ptr<RuleStore> m_rules;
};

} // namespace latchkey
