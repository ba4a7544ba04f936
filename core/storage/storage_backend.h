#pragma once

#include "core/backend/vault_backend.h"
#include "core/storage/credential_history.h"
#include "core/storage/db_thread.h"
#include "core/storage/key_index.h"
#include "core/storage/local_principals.h"
#include "core/storage/recent_rows.h"
#include "core/storage/request_alerts.h"
#include "core/storage/stored_rules.h"
#include "core/storage/stored_verifiers.h"
#include "core/storage/vault_place.h"
#include "core/storage/vault_record.h"

#include <QElapsedTimer>
#include <QTimer>
#include <atomic>
#include <functional>

namespace latchkey {

/// VaultBackend on a SQLite file or a PostgreSQL database: a writer thread, a thread for pages, and one that
/// owns the index in memory and watches for changes of other processes. Lives on the thread that opened it.
class StorageBackend final : public VaultBackend {
    Q_OBJECT
public:
    /// `threads` are open already.
    struct Threads {
        std::unique_ptr<DbThread> writer, pages, index;
    };
    StorageBackend(Threads threads, std::shared_ptr<const VaultPlace> place, vault_record::Identity identity,
                   std::unique_ptr<RequestLog> requests, const Clock &clock, IndexLoad indexLoad);
    ~StorageBackend() override;

    [[nodiscard]] Capabilities capabilities() const override { return {}; }
    [[nodiscard]] VaultInfo info() const override { return m_identity.info; }
    [[nodiscard]] std::optional<Silence> silence() const override;
    [[nodiscard]] Catalogue catalogue() const override { return m_identity.catalogue; }
    [[nodiscard]] qint64 catalogueVersion() const override { return m_identity.catalogueVersion; }

    QFuture<Result<KeyListPtr>> list(const KeyQuery &query) override;
    QFuture<Result<QList<ApiKey>>> rows(const QList<KeyId> &ids) override;
    QFuture<Result<QList<ApiKey>>> rowsIfThere(const QList<KeyId> &ids) override;
    QFuture<Result<KeyCount>> count(const KeyQuery &query) override;
    QFuture<Result<SidebarCounts>> counts(std::optional<Environment> environment,
                                          const Thresholds &t) override;
    QFuture<Result<QHash<KeyId, KeyAlerts>>> alerts(const QList<KeyId> &ids, const Thresholds &t) override;
    QFuture<Result<QByteArray>> verifierOf(const KeyId &id) override;
    QFuture<Result<ApiKey>> findByCredential(const KeyId &credentialId, const QByteArray &verifier) override;
    QFuture<Result<QHash<KeyId, ApiKey>>> owners(const QList<KeyId> &credentials) override;
    QFuture<Result<bool>> nameExists(const QString &name, Environment env, const KeyId &except) override;
    QFuture<Result<QStringList>> suggestions(SortColumn column) override;

    QFuture<Result<ApiKey>> create(const NewKey &key) override;
    QFuture<Result<ApiKey>> change(const KeyChange &change) override;
    QFuture<Result<QList<Result<ApiKey>>>> createMany(const QList<NewKey> &keys) override;
    QFuture<Result<QList<Result<ApiKey>>>> changeMany(const QList<KeyChange> &changes) override;
    QFuture<Result<KeySummary>> summary(const QList<KeyId> &ids, Instant usedSince) override;
    QFuture<Outcome> stampLastUsed(const QList<LastUse> &uses) override;
    QFuture<Outcome> record(const AuditEvent &event) override;
    QFuture<Result<QList<AuditEvent>>> audit(const AuditQuery &query) override;
    QFuture<Result<AuditCheck>> verifyAudit() override;
    QFuture<Result<int>> purgeExpired(Instant now, const Actor &actor) override;
    QFuture<Outcome> setDeletedRetentionDays(int days, const Actor &actor) override;
    QFuture<Outcome> changeCatalogue(const CatalogueChange &change) override;
    QFuture<Result<QList<ScopeUse>>> scopeUse() override;
    QFuture<Result<QList<Customer>>> customers() override;
    QFuture<Result<QList<Customer>>> customersNamed(const QStringList &ids) override;
    QFuture<Result<QHash<QString, qint64>>> customerUse() override;
    QFuture<Result<Customer>> changeCustomer(const CustomerChange &change) override;

    [[nodiscard]] RequestLog *requests() override { return m_requests.get(); }
    [[nodiscard]] PrincipalStore *principals() override { return &m_principals; }
    [[nodiscard]] VerifierFeed *verifiers() override { return &m_verifiers; }
    [[nodiscard]] RuleStore *rules() override { return &m_rules; }

    /// How often it is looked for changes of other processes, whether somebody tells of them or not;
    /// milliseconds.
    static constexpr int PollMs = 400;
    /// Changes of many keys that follow each other come into the index this often, and after a pause of this
    /// length; milliseconds.
    static constexpr int BatchMs = 1000, PauseMs = 120;

private:
    struct Shared; ///< what belongs to the index thread
    template<typename T>
    QFuture<Result<T>> whenIndexed(std::function<Result<T>(KeyIndex &)> answer);
    template<typename F>
    auto write(F task, void (StorageBackend::*after)() = &StorageBackend::look);
    void needIndex();
    void loadNext();
    void look();
    void lookSoon();
    void goSilent(const Error &error);
    void scrubNext();
    void take(const std::shared_ptr<const RequestAlerts> &alerts);
    void tell(const QList<KeyId> &ids);
    /// The vault's own record is another one: tells what changed in it.
    void follow(vault_record::Identity identity);

    std::shared_ptr<const VaultPlace> m_place;
    vault_record::Identity m_identity;
    const Clock &m_clock;
    std::shared_ptr<Shared> m_shared;
    std::shared_ptr<CredentialHistory> m_history =
        std::make_shared<CredentialHistory>(); ///< the pages' thread's
    std::unique_ptr<RequestLog> m_requests;
    RequestAlertsFeed m_alerts;
    LocalPrincipals m_principals;
    StoredVerifiers m_verifiers;
    StoredRules m_rules;
    QTimer m_poll, m_soon;
    /// Whoever asks reads every change that was answered before: of a server, whose askers are not told when
    /// to ask again. A window is, and is made anew less often while many keys change.
    const bool m_asksAreCurrent;
    QElapsedTimer m_looked;
    std::optional<Error> m_silent; ///< the database can't be reached
    RecentRows m_recent;
    Threads m_threads; // last: its threads end before what their tasks refer to
};

} // namespace latchkey
