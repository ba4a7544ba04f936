#pragma once

#include "core/backend/vault_backend.h"
#include "core/model/filter_match.h"
#include "core/remote/sendgrid/local_notes.h"
#include "core/remote/sendgrid/sendgrid_account.h"
#include "core/remote/sendgrid/sendgrid_line.h"
#include "core/remote/sendgrid/sendgrid_scopes.h"

#include <QElapsedTimer>
#include <QTimer>
#include <functional>

namespace latchkey {

/// The keys of a SendGrid account. The list gives their names; scopes are asked for key by key, first for the
/// rows on the screen. SendGrid has no versions: one is counted here, with each difference that is seen, and
/// every change reads the key before and after. Lives on one thread.
class SendGridBackend final : public VaultBackend {
    Q_OBJECT
public:
    struct Start {
        SendGridAccount account;
        QStringList scopes; ///< of the key that we sign in with
        QList<sendgrid::NamedKey> keys;
        bool wholeList = true; ///< false: SendGrid lists no more at once, and there may be more
        QString ownId;         ///< of the key that we sign in with; it is not deleted from here
    };
    SendGridBackend(std::unique_ptr<SendGridLine> line, const Start &start, const Clock &clock,
                    const RestTimes &times);
    ~SendGridBackend() override;

    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] VaultInfo info() const override;
    [[nodiscard]] std::optional<Silence> silence() const override {
        return m_away ? std::optional(Silence{*m_away, m_heard}) : std::nullopt;
    }
    [[nodiscard]] std::optional<Instant> listedAt() const override { return m_heard; }
    [[nodiscard]] Catalogue catalogue() const override { return m_catalogue; }
    [[nodiscard]] qint64 catalogueVersion() const override { return 1; }
    void noteVisible(const QList<KeyId> &ids) override;
    void lookAgain() override;

    /// Where the query asks for permissions, those that are not known are read for as long as the answer is
    /// held by somebody.
    QFuture<Result<KeyListPtr>> list(const KeyQuery &query) override;
    /// What is remembered, where no list can be had; silence() says why.
    QFuture<Result<KeyListPtr>> listToShow(const KeyQuery &query) override;
    /// With the scopes where they are known; one that is asked for alone is read first if they are not.
    QFuture<Result<QList<ApiKey>>> rows(const QList<KeyId> &ids) override;
    QFuture<Result<KeyCount>> count(const KeyQuery &query) override;
    QFuture<Result<SidebarCounts>> counts(std::optional<Environment> environment,
                                          const Thresholds &t) override;
    QFuture<Result<QHash<KeyId, KeyAlerts>>> alerts(const QList<KeyId> &ids, const Thresholds &t) override;
    QFuture<Result<QByteArray>> verifierOf(const KeyId &id) override;
    QFuture<Result<ApiKey>> findByCredential(const KeyId &credentialId, const QByteArray &verifier) override;
    QFuture<Result<QHash<KeyId, ApiKey>>> owners(const QList<KeyId> &credentials) override;
    QFuture<Result<bool>> nameExists(const QString &name, Environment env, const KeyId &except) override;
    QFuture<Result<QStringList>> suggestions(SortColumn column) override;
    QFuture<Result<KeySummary>> summary(const QList<KeyId> &ids, Instant usedSince) override;

    QFuture<Result<ApiKey>> create(const NewKey &key) override; ///< NotAllowed: issue()
    QFuture<Result<IssuedKey>> issue(const NewKey &key) override;
    QFuture<Result<ApiKey>> change(const KeyChange &change) override;
    QFuture<Result<QList<Result<ApiKey>>>> createMany(const QList<NewKey> &keys) override;
    QFuture<Result<QList<Result<ApiKey>>>> changeMany(const QList<KeyChange> &changes) override;

    QFuture<Outcome> stampLastUsed(const QList<LastUse> &uses) override;
    QFuture<Outcome>
    record(const AuditEvent &event) override; ///< there is no log to write it to: kept nowhere
    /// Always empty; an error while no list can be had. One that can't be reached is asked again; one that
    /// refuses is not, but by lookAgain() and in the background.
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

    [[nodiscard]] const SendGridLine &line() const { return *m_line; }
    /// False: SendGrid lists no more at once, and there may be more.
    [[nodiscard]] bool wholeList() const { return m_wholeList; }

    static constexpr int FreshMs = 60'000; ///< the list is asked for again after that
    static constexpr int GoneMs = 120'000; ///< how long a deleted key may still be listed
    static constexpr int MostLooks = 3;    ///< for the key of a lost answer, a tenth of a deadline apart

private:
    struct Known {
        QString serviceId, name;
        sendgrid::ScopeParts scopes;
        bool scopesKnown = false, outdated = false;
        qint64 version = 1;
        [[nodiscard]] bool toRead() const { return !scopesKnown || outdated; }
    };
    /// What a query asks for, for as long as its answer is held by somebody.
    struct Search {
        std::weak_ptr<const KeyList> list;
        QSet<QString> serviceIds;
    };
    using Urgency = SendGridLine::Urgency;
    using Keys = QList<sendgrid::NamedKey>;

    QFuture<Outcome> readList(Urgency urgency);
    void take(const Keys &keys);
    QFuture<Result<ApiKey>> readKey(const QString &serviceId, Urgency urgency);
    ApiKey take(const sendgrid::WholeKey &key);
    void drop(const KeyId &id);
    KeyListPtr find(const KeyQuery &query);
    QFuture<Result<KeyListPtr>> listOf(const KeyQuery &query, bool toShow);
    [[nodiscard]] FilterMatch matchOf(const KeyFilter &filter) const;
    void readScopes(const QStringList &serviceIds);
    void goOnSearching();
    [[nodiscard]] ApiKey keyOf(const KeyId &id) const;
    [[nodiscard]] QList<ApiKey> allKeys() const;
    [[nodiscard]] Error away(const Error &error);
    void touched(const KeyId &id);
    [[nodiscard]] Error notHere(const char *what) const;

    QFuture<Result<ApiKey>> write(const KeyChange &change, const ApiKey &before);
    void settle(const Answer<Result<ApiKey>> &answer, const KeyChange &change, const ApiKey &before,
                const Outcome &written, int reads);
    QFuture<Result<ApiKey>> remove(const KeyChange &change);
    Result<ApiKey> keepNotes(const KeyId &id, const KeyConfig &config);
    void findLost(const Answer<Result<IssuedKey>> &answer, const QString &name, const QSet<QString> &before,
                  Error lost, int looks);

    std::unique_ptr<SendGridLine> m_line;
    SendGridAccount m_account;
    QString m_ownId;
    const Clock &m_clock;
    LocalNotes m_notes;
    Catalogue m_catalogue;
    ScopeSet m_everything; ///< of the key that we sign in with, but for billing
    QHash<KeyId, Known> m_keys;
    QHash<KeyId, qint64> m_gone; ///< deleted here, and until when the list may still have them
    QSet<KeyId> m_asked;         ///< their scopes are on the way
    QList<Search> m_searches;
    QList<KeyId> m_arrived;
    QElapsedTimer m_time;
    int m_lookMs;
    qsizetype m_listed; ///< by the last list
    bool m_wholeList, m_stale = false;
    std::optional<Error> m_away; ///< why no list can be had: nobody answers, or it is refused
    Instant m_heard;             ///< the list was read then
    std::optional<QFuture<Outcome>> m_reading;
    QTimer m_look, m_tell;
};

} // namespace latchkey
