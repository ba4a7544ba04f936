#pragma once

#include "core/backend/vault_backend.h"
#include "core/model/futures.h"

#include <QTimer>
#include <functional>

namespace latchkey {

/// A vault in memory, for what a file would be too slow for or too healthy: many keys, and refusals on
/// demand. Answers from the event loop, as a real one does.
class MemoryBackend : public VaultBackend {
public:
    QList<ApiKey> keys;
    QHash<KeyId, qsizetype> at;
    /// The error of a change, if it is to fail.
    std::function<std::optional<Error>(const KeyChange &)> refuse;
    /// The error of a creation.
    std::function<std::optional<Error>(const NewKey &)> refuseNew;
    int changes = 0;
    int alertQuestions = 0;
    int changeMs = 0; ///< how long a change takes

    void fill(int count, Instant now) {
        for (int i = 0; i < count; ++i) {
            ApiKey k;
            k.id = *KeyId::fromString(QStringLiteral("k%1").arg(i, 11, 10, QLatin1Char('0')));
            k.credentialId = k.id;
            k.config.name = QStringLiteral("Key %1").arg(i);
            k.config.environment = Environment::Staging;
            k.state = KeyState::Active;
            k.version = 1;
            k.createdAt = now;
            at.insert(k.id, keys.size());
            keys.append(k);
        }
    }
    [[nodiscard]] int count(KeyState state) const {
        return static_cast<int>(
            std::count_if(keys.begin(), keys.end(), [state](const ApiKey &k) { return k.state == state; }));
    }

    [[nodiscard]] Capabilities capabilities() const override { return {}; }
    [[nodiscard]] VaultInfo info() const override {
        VaultInfo i;
        i.id = QStringLiteral("0123456789abcdef");
        i.name = QStringLiteral("Memory");
        i.prefix = QStringLiteral("lk");
        return i;
    }
    [[nodiscard]] Catalogue catalogue() const override { return {}; }
    [[nodiscard]] qint64 catalogueVersion() const override { return 1; }
    QFuture<Result<KeyListPtr>> list(const KeyQuery &q) override {
        auto list = std::make_shared<Ids>();
        const bool deleted = q.filter.smart == SmartFilter::RecentlyDeleted;
        for (const ApiKey &k : keys) {
            if (k.state != KeyState::Purged && (k.state == KeyState::Deleted) == deleted)
                list->ids.append(k.id);
        }
        list->live = count(KeyState::Active) + count(KeyState::Inactive);
        return later(Result<KeyListPtr>(list));
    }
    QFuture<Result<QHash<KeyId, KeyAlerts>>> alerts(const QList<KeyId> &, const Thresholds &) override {
        ++alertQuestions;
        return later(Result<QHash<KeyId, KeyAlerts>>(QHash<KeyId, KeyAlerts>()));
    }
    QFuture<Result<QHash<KeyId, ApiKey>>> owners(const QList<KeyId> &ids) override {
        QHash<KeyId, ApiKey> found;
        for (const KeyId &id : ids) {
            if (at.contains(id))
                found.insert(id, keys[at[id]]);
        }
        return later(Result<QHash<KeyId, ApiKey>>(found));
    }
    QFuture<Result<QList<ApiKey>>> rows(const QList<KeyId> &ids) override {
        QList<ApiKey> found;
        for (const KeyId &id : ids) {
            if (at.contains(id))
                found.append(keys[at[id]]);
        }
        return later(Result<QList<ApiKey>>(found));
    }
    QFuture<Result<ApiKey>> change(const KeyChange &c) override {
        const Result<ApiKey> r = apply(c);
        if (r)
            QTimer::singleShot(0, this, [this, id = c.id] { emit keysChanged({id}); });
        return later(r, r ? changeMs : 0);
    }
    QFuture<Result<QList<Result<ApiKey>>>> createMany(const QList<NewKey> &made) override {
        QList<Result<ApiKey>> results;
        for (const NewKey &n : made) {
            if (at.contains(n.id)) {
                results.append(fail(ErrorCode::Conflict));
                continue;
            }
            ApiKey k;
            k.id = k.credentialId = n.id;
            k.config = n.config;
            k.createdAt = k.changedAt = n.at;
            k.createdBy = k.changedBy = n.actor.name;
            at.insert(k.id, keys.size());
            keys.append(k);
            results.append(k);
        }
        QTimer::singleShot(0, this, [this] { emit keysChanged({}); });
        return later(Result<QList<Result<ApiKey>>>(results), changeMs);
    }
    /// All or nothing but for what a key itself refuses, as one transaction does it.
    QFuture<Result<QList<Result<ApiKey>>>> changeMany(const QList<KeyChange> &many) override {
        using R = Result<QList<Result<ApiKey>>>;
        const QList<ApiKey> before = keys;
        QList<Result<ApiKey>> results;
        for (const KeyChange &c : many) {
            results.append(apply(c));
            const Result<ApiKey> &r = results.last();
            if (!r && r.error().code != ErrorCode::Conflict && r.error().code != ErrorCode::NotFound &&
                r.error().code != ErrorCode::WrongState) {
                keys = before;
                return later(R(fail(r.error())), changeMs);
            }
        }
        QTimer::singleShot(0, this, [this] { emit keysChanged({}); });
        return later(R(results), changeMs);
    }
    QFuture<Result<KeySummary>> summary(const QList<KeyId> &ids, Instant usedSince) override {
        KeySummary s;
        for (const KeyId &id : ids) {
            if (!at.contains(id))
                continue;
            const ApiKey &k = keys[at[id]];
            ++s.keys;
            s.production += k.config.environment == Environment::Production ? 1 : 0;
            s.usedSince += k.lastUsedAt && *k.lastUsedAt >= usedSince ? 1 : 0;
            ++s.states[static_cast<std::size_t>(k.state)];
        }
        return later(Result<KeySummary>(s));
    }
    QFuture<Result<KeyCount>> count(const KeyQuery &q) override {
        const Answer<Result<KeyCount>> answer;
        list(q) | then(this, [answer](const Result<KeyListPtr> &list) {
            answer.give(list ? Result<KeyCount>(KeyCount{(*list)->size()}) : fail(list.error()));
        });
        return answer.future();
    }
    QFuture<Result<SidebarCounts>> counts(std::optional<Environment>, const Thresholds &) override {
        SidebarCounts c; // without the filters'
        for (const ApiKey &k : std::as_const(keys)) {
            if (k.state == KeyState::Deleted || k.state == KeyState::Purged)
                continue;
            ++c.all;
            ++c.environments[static_cast<std::size_t>(k.config.environment)];
        }
        return later(Result<SidebarCounts>(c));
    }
    QFuture<Result<QByteArray>> verifierOf(const KeyId &) override { return none<Result<QByteArray>>(); }
    QFuture<Result<ApiKey>> findByCredential(const KeyId &, const QByteArray &) override {
        return none<Result<ApiKey>>();
    }
    QFuture<Result<bool>> nameExists(const QString &, Environment, const KeyId &) override {
        return later(Result<bool>(false));
    }
    QFuture<Result<QStringList>> suggestions(SortColumn) override {
        return later(Result<QStringList>(QStringList()));
    }
    QFuture<Result<ApiKey>> create(const NewKey &n) override {
        if (const auto bad = refuseNew ? refuseNew(n) : std::nullopt)
            return later(Result<ApiKey>(fail(*bad)));
        return later(make(n));
    }
    Result<ApiKey> make(const NewKey &n) {
        if (at.contains(n.id))
            return fail(ErrorCode::Conflict);
        ApiKey k;
        k.id = k.credentialId = n.id;
        k.config = n.config;
        k.state = KeyState::Active;
        k.version = 1;
        k.createdAt = n.at;
        at.insert(k.id, keys.size());
        keys.append(k);
        return k;
    }
    QFuture<Outcome> stampLastUsed(const QList<LastUse> &) override { return later(ok()); }
    QFuture<Outcome> record(const AuditEvent &) override { return later(ok()); }
    QFuture<Result<QList<AuditEvent>>> audit(const AuditQuery &) override {
        return later(Result<QList<AuditEvent>>(QList<AuditEvent>()));
    }
    QFuture<Result<AuditCheck>> verifyAudit() override { return later(Result<AuditCheck>(AuditCheck())); }
    QFuture<Result<int>> purgeExpired(Instant, const Actor &) override { return later(Result<int>(0)); }
    QFuture<Outcome> setDeletedRetentionDays(int, const Actor &) override { return later(ok()); }
    QFuture<Outcome> changeCatalogue(const CatalogueChange &) override { return none<Outcome>(); }
    QFuture<Result<QList<ScopeUse>>> scopeUse() override {
        return later(Result<QList<ScopeUse>>(QList<ScopeUse>()));
    }
    QFuture<Result<QList<Customer>>> customers() override {
        return later(Result<QList<Customer>>(QList<Customer>()));
    }
    QFuture<Result<QList<Customer>>> customersNamed(const QStringList &) override { return customers(); }
    QFuture<Result<QHash<QString, qint64>>> customerUse() override {
        return later(Result<QHash<QString, qint64>>(QHash<QString, qint64>()));
    }
    QFuture<Result<Customer>> changeCustomer(const CustomerChange &) override {
        return none<Result<Customer>>();
    }

private:
    struct Ids final : KeyList {
        QList<KeyId> ids;
        qsizetype live = 0;
        [[nodiscard]] qsizetype size() const override { return ids.size(); }
        [[nodiscard]] KeyId idAt(qsizetype p) const override { return ids[p]; }
        [[nodiscard]] qsizetype positionOf(const KeyId &id) const override { return ids.indexOf(id); }
        [[nodiscard]] QList<qsizetype> positionsOf(const QList<KeyId> &wanted) const override {
            QHash<KeyId, qsizetype> at;
            for (qsizetype i = 0; i < ids.size(); ++i)
                at.insert(ids[i], i);
            QList<qsizetype> positions;
            for (const KeyId &id : wanted)
                positions.append(at.value(id, -1));
            return positions;
        }
        [[nodiscard]] bool complete() const override { return true; }
        [[nodiscard]] qsizetype total() const override { return ids.size(); }
        [[nodiscard]] qsizetype unfiltered() const override { return live; }
    };
    Result<ApiKey> apply(const KeyChange &c) {
        ++changes;
        if (const auto bad = refuse ? refuse(c) : std::nullopt)
            return fail(*bad);
        if (!at.contains(c.id))
            return fail(ErrorCode::NotFound);
        ApiKey &k = keys[at.value(c.id)];
        if (k.version != c.expectedVersion)
            return fail(ErrorCode::Conflict);
        if (c.config)
            k.config = *c.config;
        if (c.state)
            k.state = *c.state;
        ++k.version;
        return k;
    }
    template<typename T>
    QFuture<T> later(T value, int ms = 0) {
        const Answer<T> answer;
        QTimer::singleShot(ms, Qt::PreciseTimer, this, [answer, value] { answer.give(value); });
        return answer.future();
    }
    template<typename T>
    QFuture<T> none() {
        return later(T(fail(ErrorCode::NotFound)));
    }
};

} // namespace latchkey
