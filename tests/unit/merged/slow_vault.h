#pragma once

#include "tests/support/memory_backend.h"
#include "tests/support/test_vault.h"

namespace latchkey {

/// Answers when the test says so, or never, or with an error.
class SlowVault final : public VaultBackend {
public:
    MemoryBackend inner;
    std::optional<Error> broken;
    std::optional<Silence> silent;
    bool held = false, cut = false;
    QList<std::function<void()>> waiting;
    int lists = 0;
    QString id = QStringLiteral("00000000000000ff");

    SlowVault() { connect(&inner, &VaultBackend::keysChanged, this, &VaultBackend::keysChanged); }
    void release() {
        held = false;
        for (const auto &go : std::exchange(waiting, {}))
            go();
    }
    template<typename T>
    QFuture<Result<T>> through(std::function<QFuture<Result<T>>()> ask) {
        if (broken)
            return ready<Result<T>>(fail(*broken));
        if (!held)
            return ask();
        const Answer<Result<T>> answer;
        waiting.append(
            [this, ask, answer] { ask() | then(this, [answer](const Result<T> &r) { answer.give(r); }); });
        return answer.future();
    }
    [[nodiscard]] Capabilities capabilities() const override { return inner.capabilities(); }
    [[nodiscard]] std::optional<Silence> silence() const override { return silent; }
    [[nodiscard]] VaultInfo info() const override {
        VaultInfo i = inner.info();
        i.id = id;
        i.listMayBeCut = cut;
        return i;
    }
    [[nodiscard]] Catalogue catalogue() const override { return inner.catalogue(); }
    [[nodiscard]] qint64 catalogueVersion() const override { return 1; }
    QFuture<Result<KeyListPtr>> list(const KeyQuery &q) override {
        ++lists;
        return through<KeyListPtr>([this, q] { return inner.list(q); });
    }
    QFuture<Result<QList<ApiKey>>> rows(const QList<KeyId> &ids) override {
        return through<QList<ApiKey>>([this, ids] { return inner.rows(ids); });
    }
    QFuture<Result<KeyCount>> count(const KeyQuery &q) override {
        return through<KeyCount>([this, q] { return inner.count(q); });
    }
    QFuture<Result<SidebarCounts>> counts(std::optional<Environment> e, const Thresholds &t) override {
        return through<SidebarCounts>([this, e, t] { return inner.counts(e, t); });
    }
    QFuture<Result<QHash<KeyId, KeyAlerts>>> alerts(const QList<KeyId> &ids, const Thresholds &t) override {
        return inner.alerts(ids, t);
    }
    QFuture<Result<QByteArray>> verifierOf(const KeyId &k) override { return inner.verifierOf(k); }
    QFuture<Result<ApiKey>> findByCredential(const KeyId &k, const QByteArray &v) override {
        return inner.findByCredential(k, v);
    }
    QFuture<Result<QHash<KeyId, ApiKey>>> owners(const QList<KeyId> &c) override { return inner.owners(c); }
    QFuture<Result<bool>> nameExists(const QString &n, Environment e, const KeyId &x) override {
        return inner.nameExists(n, e, x);
    }
    QFuture<Result<QStringList>> suggestions(SortColumn c) override { return inner.suggestions(c); }
    QFuture<Result<ApiKey>> create(const NewKey &k) override { return inner.create(k); }
    QFuture<Result<ApiKey>> change(const KeyChange &c) override {
        return through<ApiKey>([this, c] { return inner.change(c); });
    }
    QFuture<Result<QList<Result<ApiKey>>>> createMany(const QList<NewKey> &k) override {
        return inner.createMany(k);
    }
    QFuture<Result<QList<Result<ApiKey>>>> changeMany(const QList<KeyChange> &c) override {
        return through<QList<Result<ApiKey>>>([this, c] { return inner.changeMany(c); });
    }
    QFuture<Result<KeySummary>> summary(const QList<KeyId> &ids, Instant s) override {
        return inner.summary(ids, s);
    }
    QFuture<Outcome> stampLastUsed(const QList<LastUse> &u) override { return inner.stampLastUsed(u); }
    QFuture<Outcome> record(const AuditEvent &e) override { return inner.record(e); }
    QFuture<Result<QList<AuditEvent>>> audit(const AuditQuery &q) override { return inner.audit(q); }
    QFuture<Result<AuditCheck>> verifyAudit() override { return inner.verifyAudit(); }
    QFuture<Result<int>> purgeExpired(Instant n, const Actor &a) override { return inner.purgeExpired(n, a); }
    QFuture<Outcome> setDeletedRetentionDays(int d, const Actor &a) override {
        return inner.setDeletedRetentionDays(d, a);
    }
    QFuture<Outcome> changeCatalogue(const CatalogueChange &c) override { return inner.changeCatalogue(c); }
    QFuture<Result<QList<ScopeUse>>> scopeUse() override { return inner.scopeUse(); }
    QFuture<Result<QList<Customer>>> customers() override { return inner.customers(); }
    QFuture<Result<QList<Customer>>> customersNamed(const QStringList &i) override {
        return inner.customersNamed(i);
    }
    QFuture<Result<QHash<QString, qint64>>> customerUse() override { return inner.customerUse(); }
    QFuture<Result<Customer>> changeCustomer(const CustomerChange &c) override {
        return inner.changeCustomer(c);
    }
};

} // namespace latchkey
