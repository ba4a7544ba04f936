#pragma once

#include "core/backend/vault_backend.h"

#include <QTimer>
#include <vector>

namespace latchkey {

/// Several vaults behind the one interface, so that a window over all of them is a window. An id says in its
/// place (KeyId::place()) which vault it is of; ids of credentials have none. Each vault answers on its own:
/// one that is slow is left out until its answer comes, one that fails until it answers again. What belongs
/// to one vault (its catalogue, customers, audit log, requests, rules; creating a key) is asked of that
/// vault, not of this: NotAllowed. Lives on one thread, the vaults' own.
class MergedVault final : public VaultBackend {
    Q_OBJECT
public:
    struct Member {
        unsigned place = 0; ///< 1 to KeyId::MostPlaces
        QString name;       ///< members stand in the order of their names
        std::shared_ptr<VaultBackend> vault;
    };
    /// `id` names its settings.
    MergedVault(QString id, QString name);
    ~MergedVault() override;
    /// Replaces the one of the same place.
    void add(const Member &member);
    void remove(unsigned place);
    /// Others are on their way: a list is not complete() until then.
    void setExpecting(bool expecting);
    [[nodiscard]] QList<Member> members() const;
    [[nodiscard]] std::shared_ptr<VaultBackend> vaultAt(unsigned place) const;
    /// Empty for an id of no member.
    [[nodiscard]] QString nameOf(const KeyId &id) const;
    /// Why its keys are not shown, or are as they were; none: it answers.
    [[nodiscard]] std::optional<Error> trouble(unsigned place) const;
    /// Its keys are in the list, though they may be as they were before its trouble.
    [[nodiscard]] bool isListed(unsigned place) const;
    /// Its answer is waited for, and its keys are not in the list yet.
    [[nodiscard]] bool isLate(unsigned place) const;

    /// What any of them can do, but for what belongs to one vault.
    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] const VaultBackend &homeOf(const KeyId &id) const override;
    [[nodiscard]] std::optional<Error> troubleOf(const KeyId &id) const override;
    [[nodiscard]] VaultInfo info() const override;
    /// Everything that any of them has: for completion. A key's own is that of homeOf().
    [[nodiscard]] Catalogue catalogue() const override;
    [[nodiscard]] qint64 catalogueVersion() const override { return 1; }

    QFuture<Result<KeyListPtr>> list(const KeyQuery &query) override;
    /// Of a vault that does not answer there are none: troubleOf() says why.
    QFuture<Result<QList<ApiKey>>> rows(const QList<KeyId> &ids) override;
    QFuture<Result<QList<ApiKey>>> rowsToShow(const QList<KeyId> &ids) override;
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
    /// One transaction in each vault; what a vault refuses as a whole is the result of each of its keys.
    QFuture<Result<QList<Result<ApiKey>>>> changeMany(const QList<KeyChange> &changes) override;
    QFuture<Result<KeySummary>> summary(const QList<KeyId> &ids, Instant usedSince) override;
    QFuture<Outcome> stampLastUsed(const QList<LastUse> &uses) override;
    QFuture<Outcome> record(const AuditEvent &event) override;
    QFuture<Result<QList<AuditEvent>>> audit(const AuditQuery &query) override;
    QFuture<Result<AuditCheck>> verifyAudit() override;
    QFuture<Result<int>> purgeExpired(Instant now, const Actor &actor) override;
    QFuture<Outcome> setDeletedRetentionDays(int days, const Actor &actor) override;
    /// Asks at each vault that has one and has keys in the change; null where none of them asks.
    [[nodiscard]] ChangeGate *gate() override;
    void noteVisible(const QList<KeyId> &ids) override;
    void lookAgain() override;

    QFuture<Outcome> changeCatalogue(const CatalogueChange &change) override;
    QFuture<Result<QList<ScopeUse>>> scopeUse() override;
    QFuture<Result<QList<Customer>>> customers() override;
    QFuture<Result<QList<Customer>>> customersNamed(const QStringList &ids) override;
    QFuture<Result<QHash<QString, qint64>>> customerUse() override;
    QFuture<Result<Customer>> changeCustomer(const CustomerChange &change) override;

    /// So long the others wait for one.
    static constexpr int PatienceMs = 150;
    /// Until one that has failed is asked again; 10 s unless told.
    void setAgainMs(int ms) { m_againMs = ms; }

signals:
    /// Whether it answers, or is late, is another now.
    void memberChanged(unsigned place);
    /// Of one that had been waited for, or whose keys are counted no more or again: counts can be asked for
    /// again.
    void countsCame();

private:
    class Gate;
    struct One;
    struct Gathering;
    struct Counting;
    struct Split {
        One *one;
        QList<KeyId> ids;       ///< without a place
        QList<qsizetype> asked; ///< their positions in what was asked
    };
    [[nodiscard]] One *find(unsigned place) const;
    [[nodiscard]] std::vector<Split> split(const QList<KeyId> &ids) const;
    /// Every member that answers.
    [[nodiscard]] std::vector<Split> everywhere() const;
    void follow(One &one);
    void setTrouble(One &one, const std::optional<Error> &error);
    void outdate(One &one);
    void tellCounted(One &one);
    void askList(One &one, const KeyQuery &query);
    void askAgain(One &one, const KeyQuery &query);
    void listCame(unsigned place, const KeyQuery &query, int change, const Result<KeyListPtr> &list);
    void give(const std::shared_ptr<Gathering> &gathering);
    void rowsFailed(unsigned place, const Error &error);
    /// A key of the member, with its place.
    [[nodiscard]] static ApiKey placed(ApiKey key, unsigned place);
    /// The error of a member, with its name under "connection": a person knows it by that.
    [[nodiscard]] static Error named(Error error, const One &one);

    QString m_id, m_name;
    std::unique_ptr<Gate> m_gate;
    int m_againMs = 10'000;
    bool m_expecting = false;
    std::vector<std::unique_ptr<One>> m_all;
    QList<std::shared_ptr<Gathering>> m_gatherings;
    std::optional<KeyQuery> m_incomplete; ///< a list of it was given without a late one
};

} // namespace latchkey
