#pragma once

#include "core/remote/rest_line.h"
#include "core/remote/rest_lists.h"
#include "core/wire/records_json.h"

#include <QTimer>

namespace latchkey {

class RestRequestLog;
class RestRules;
class RestVerifiers;

/// VaultBackend on a latchkeyd. Rows and lists that came stay known, so that a window over a server that is
/// gone, or whose database is, still shows what it showed; changes then fail at once. Follows the server's
/// changes by one question that the server answers when there are any.
class RestBackend final : public VaultBackend {
    Q_OBJECT
public:
    struct Start {
        wire::VaultDocument vault;
        Catalogue catalogue;
        QString me;       ///< the caller's name, as the audit log has it
        QString position; ///< in the changes, not after the catalogue; empty: it is not known
    };
    RestBackend(std::unique_ptr<RestLine> line, Start start, const Clock &clock, const RestTimes &times);
    ~RestBackend() override;

    [[nodiscard]] Capabilities capabilities() const override { return m_start.vault.capabilities; }
    [[nodiscard]] VaultInfo info() const override { return m_start.vault.info; }
    [[nodiscard]] std::optional<Silence> silence() const override {
        return m_away ? std::optional(Silence{*m_away, m_heard}) : std::nullopt;
    }
    [[nodiscard]] Catalogue catalogue() const override { return m_start.catalogue; }
    [[nodiscard]] qint64 catalogueVersion() const override { return m_start.vault.catalogueVersion; }

    QFuture<Result<KeyListPtr>> list(const KeyQuery &query) override { return m_lists.list(query); }
    QFuture<Result<KeyListPtr>> listToShow(const KeyQuery &query) override;
    QFuture<Result<QList<ApiKey>>> rows(const QList<KeyId> &ids) override;
    /// While nobody answers: those that are known.
    QFuture<Result<QList<ApiKey>>> rowsToShow(const QList<KeyId> &ids) override;
    QFuture<Result<KeyCount>> count(const KeyQuery &query) override;
    QFuture<Result<SidebarCounts>> counts(std::optional<Environment> environment,
                                          const Thresholds &t) override;
    QFuture<Result<QHash<KeyId, KeyAlerts>>> alerts(const QList<KeyId> &ids, const Thresholds &t) override;
    /// A server never gives one out: NotAllowed.
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
    QFuture<Outcome> stampLastUsed(const QList<LastUse> &uses) override; ///< verifiers do: NotAllowed
    QFuture<Outcome> record(const AuditEvent &event) override;
    QFuture<Result<QList<AuditEvent>>> audit(const AuditQuery &query) override;
    QFuture<Result<AuditCheck>> verifyAudit() override;
    QFuture<Result<int>> purgeExpired(Instant now, const Actor &actor) override; ///< the server does: 0
    QFuture<Outcome> setDeletedRetentionDays(int days, const Actor &actor) override;
    [[nodiscard]] RequestLog *requests() override;
    [[nodiscard]] VerifierFeed *verifiers() override;
    [[nodiscard]] RuleStore *rules() override;

    QFuture<Outcome> changeCatalogue(const CatalogueChange &change) override;
    QFuture<Result<QList<ScopeUse>>> scopeUse() override;
    QFuture<Result<QList<Customer>>> customers() override;
    QFuture<Result<QList<Customer>>> customersNamed(const QStringList &ids) override;
    QFuture<Result<QHash<QString, qint64>>> customerUse() override;
    QFuture<Result<Customer>> changeCustomer(const CustomerChange &change) override;

private:
    using Results = QList<Result<ApiKey>>;
    void followChanges();
    /// What has changed up to now, without waiting for more.
    void hearChanges(const std::function<void(bool)> &then);
    void take(const wire::ChangesDocument &changes);
    void readCatalogue();
    void touched(const QList<KeyId> &ids);
    void remember(const QList<ApiKey> &rows);
    [[nodiscard]] QList<ApiKey> knownRows(const QList<KeyId> &ids) const;
    QFuture<Result<QList<ApiKey>>> someRows(const QList<KeyId> &ids, bool some);
    /// What is known here of a list that nobody gives.
    QFuture<Result<KeyListPtr>> listOfKnown(const KeyQuery &query, const Error &why) const;
    /// Asks what only the server's database can answer, until that does.
    void awaitDatabase();
    QFuture<Result<Results>> someChanges(const QList<KeyChange> &changes);
    QFuture<Result<Results>> someCreations(const QList<NewKey> &keys);
    /// The answer was lost: what do the keys say? A change that is not there counts as not made,
    /// or as unanswered still where a gateway gave the answer.
    QFuture<Result<Results>> resolve(const QList<KeyChange> &changes, const Error &lost);
    [[nodiscard]] bool isMine(const KeyChange &change, const ApiKey &now) const;
    QFuture<Result<QList<Customer>>> customerPages(const QByteArray &query);
    QFuture<Result<QList<AuditEvent>>> auditPages(const QByteArray &path, int limit);

    Start m_start;
    const Clock &m_clock;
    RestTimes m_times;
    QHash<KeyId, ApiKey> m_rows; ///< seen lately: for as long as the server is gone
    QString m_position;          ///< of the last changes that were heard of
    QTimer m_again, m_probe;
    std::optional<Error> m_away; ///< the server can't be reached, or its database
    bool m_probing = false;
    Instant m_heard; ///< every change up to then has been heard of
    std::unique_ptr<RestLine> m_line;
    RestLists m_lists;
    std::unique_ptr<RestRequestLog> m_requests;
    std::unique_ptr<RestVerifiers> m_verifiers;
    std::unique_ptr<RestRules> m_rules;
};

} // namespace latchkey
