#pragma once

#include "core/backend/rule_store.h"
#include "core/backend/vault_backend.h"
#include "core/model/principal.h"
#include "core/secrets/secret_store.h"
#include "core/token/token.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <functional>
#include <memory>

namespace latchkey {

/// A key just made, with its token: the only moment that the token exists outside the keychain.
struct CreatedKey {
    ApiKey key;
    SharedSecret token;
};

/// What the eye of a row can do.
enum class Kept { Unknown, NotKept, Here, Outdated, KeychainLocked };

/// The use cases of a person at the desktop: validate, check rights, make the token, ask the backend, audit.
/// One per open vault, on the GUI thread. Each future finishes exactly once, on that thread's event loop.
class KeyService : public QObject {
    Q_OBJECT
public:
    /// `tokens` makes the tokens; tests that must know one give their own.
    using TokenSource = std::function<token::NewToken(const QString &prefix, Environment env)>;
    KeyService(VaultBackend &backend, SecretStore &secrets, const Clock &clock, Principal principal,
               QObject *parent = nullptr, TokenSource tokens = {});

    [[nodiscard]] const Principal &principal() const { return m_principal; }
    /// Who one is in the vault of this key, where several are looked at as one; else principal().
    using Rights = std::function<Principal(const KeyId &)>;
    void setRights(Rights rights) { m_rights = std::move(rights); }
    [[nodiscard]] Principal principalOf(const KeyId &key) const {
        return m_rights ? m_rights(key) : m_principal;
    }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] VaultBackend &backend() const { return m_backend; }
    [[nodiscard]] SecretStore &secrets() const { return m_secrets; }

    [[nodiscard]] QList<FieldError> check(const KeyConfig &c, const KeyConfig *before = nullptr) const;
    QFuture<Result<CreatedKey>> create(KeyConfig config);
    /// `base` is the key as the person saw it: its version is the lock. Environment and type cannot change.
    /// `action` "key.edit", "key.rename" or "key.undo" for the log.
    QFuture<Result<ApiKey>> edit(const ApiKey &base, KeyConfig config,
                                 const QString &action = QStringLiteral("key.edit"));
    QFuture<Result<ApiKey>> setActive(const ApiKey &base, bool active);
    QFuture<Result<ApiKey>>
    remove(const ApiKey &base); ///< to Recently deleted (or for good when retention is 0)
    /// From Recently deleted or Revoked, to the state before it. Grants again, so the actor must hold every
    /// scope; a key that was marked as leaked stays revoked.
    QFuture<Result<ApiKey>> restore(const ApiKey &base);
    /// Cuts off at once and keeps all history. `leaked`: can never be restored.
    QFuture<Result<ApiKey>> revoke(const ApiKey &base, const QString &reason, bool leaked);

    static constexpr qint64 MostOverlapMs = 7LL * 86'400'000;
    /// A new token with the same name, permissions and settings. The old one works on for `overlapMs` (0 to 7
    /// days; 0 is what Regenerate does; none: until it is stopped). A token that an earlier rotation left
    /// stops.
    QFuture<Result<CreatedKey>> rotate(const ApiKey &base, std::optional<qint64> overlapMs);
    /// The old token of a rotation works `overlapMs` more from now (none: until it is stopped).
    QFuture<Result<ApiKey>> extendOld(const ApiKey &base, std::optional<qint64> overlapMs);
    QFuture<Result<ApiKey>> stopOld(const ApiKey &base);
    QFuture<Result<ApiKey>> purge(const ApiKey &base); ///< for good; the kept copy goes too

    /// Another catalogue in place of the one that had `baseVersion`. NotAllowed for who may not administer.
    /// `action`: "catalogue.edit", "catalogue.import" or "catalogue.undo".
    QFuture<Outcome> changeCatalogue(const Catalogue &catalogue, qint64 baseVersion,
                                     const QString &action = QStringLiteral("catalogue.edit"));
    /// `customer.version` is the lock: 0 adds it. `action`: "customer.edit" or "customer.undo".
    QFuture<Result<Customer>> saveCustomer(Customer customer,
                                           const QString &action = QStringLiteral("customer.edit"));
    /// Keys that name it keep its id.
    QFuture<Result<Customer>> removeCustomer(const Customer &customer,
                                             const QString &action = QStringLiteral("customer.remove"));
    /// What requests need that gateways ask for, in place of those that had `baseVersion`. NotAllowed for who
    /// may not administer, and where nobody verifies with this vault. `action`: "rules.edit" or "rules.undo".
    QFuture<Result<RuleBook>> changeRules(const QList<GatewayRule> &rules, qint64 baseVersion,
                                          const QString &action = QStringLiteral("rules.edit"));
    /// The first thing that forbids a change of any kind.
    [[nodiscard]] Outcome mayWrite() const;
    /// The same in the vault of this key.
    [[nodiscard]] Outcome mayWrite(const KeyId &key) const;
    /// Of this key: an operator of a server changes only those of which they hold every scope.
    [[nodiscard]] Outcome mayChange(const ApiKey &key) const;
    /// The first thing that forbids changes of catalogue and customers.
    [[nodiscard]] Outcome mayAdminister() const;

    /// What the same use cases would ask of the backend, after all their checks: for changes of many.
    [[nodiscard]] Result<KeyChange> planEdit(const ApiKey &base, KeyConfig config,
                                             const QString &action) const;
    /// What a step has kept of a key, to go back to: permissions that nobody knew then are as they are now.
    [[nodiscard]] static KeyConfig asKept(KeyConfig kept, const ApiKey &now);
    [[nodiscard]] Result<KeyChange> planActive(const ApiKey &base, bool active) const;
    [[nodiscard]] Result<KeyChange> planRemove(const ApiKey &base) const;
    [[nodiscard]] Result<KeyChange> planRestore(const ApiKey &base) const;
    [[nodiscard]] Result<KeyChange> planRevoke(const ApiKey &base, const QString &reason, bool leaked) const;
    [[nodiscard]] Result<KeyChange> planPurge(const ApiKey &base) const;
    [[nodiscard]] Result<KeyChange> planExtendOld(const ApiKey &base, std::optional<qint64> overlapMs) const;
    [[nodiscard]] Result<KeyChange> planStopOld(const ApiKey &base) const;
    /// A fresh token for this key; the caller stores it before the change is asked for.
    struct PlannedRotation {
        KeyChange change;
        SharedSecret token;
    };
    [[nodiscard]] Result<PlannedRotation> planRotation(const ApiKey &base,
                                                       std::optional<qint64> overlapMs) const;
    /// The same with a token that somebody else has made.
    [[nodiscard]] Result<KeyChange> planRotation(const ApiKey &base, std::optional<qint64> overlapMs,
                                                 const KeyId &credentialId, const QByteArray &verifier) const;
    /// Checked as create() checks; a null id and no verifier: a fresh token is made.
    struct PlannedKey {
        NewKey key;
        SharedSecret token; ///< null when the caller brought the verifier
    };
    [[nodiscard]] Result<PlannedKey> planCreate(KeyConfig config, const KeyId &id = {},
                                                const QByteArray &verifier = {}) const;
    /// What was planned, with the token that the plan made. After Unanswered the same plan may be asked for
    /// again: it can never make a second key, its id is taken (Conflict).
    QFuture<Result<CreatedKey>> create(const PlannedKey &plan);
    /// In one transaction; a key that is refused, here or there, keeps its own error and stops nobody else.
    using Plan = std::function<Result<KeyChange>(const ApiKey &)>;
    QFuture<Result<QList<Result<ApiKey>>>> changeMany(const QList<ApiKey> &keys, const Plan &plan);
    QFuture<Result<QList<Result<ApiKey>>>> createMany(const QList<NewKey> &keys);

    /// The key's own token (its credential) was seen in an address, here or in a log of this time. False
    /// where it is not one that the key has now.
    bool noteExposure(const ApiKey &key, const KeyId &credential, std::optional<Instant> at = {});
    /// A person has seen that the key's tokens stood in clear: no alert any more. Audited as
    /// "key.dismissExposure".
    QFuture<Outcome> dismissExposure(const ApiKey &key);

    QFuture<Outcome> keep(const ApiKey &key, SharedSecret token);
    /// A token whose rotation is still to come, under its own id: it replaces no copy.
    QFuture<Outcome> stage(const KeyId &credential, const SharedSecret &token);
    QFuture<Outcome> unstage(const KeyId &credential);
    /// The staged token of a key just rotated becomes its copy.
    QFuture<Outcome> adopt(const ApiKey &rotated, const SharedSecret &token);
    QFuture<Outcome> forget(const ApiKey &key);
    QFuture<Kept> kept(const ApiKey &key);
    /// The kept token, compared with the verifier; audited as "key.reveal" (`why`: "reveal" or "copy") before
    /// it is given out.
    QFuture<Result<SharedSecret>> reveal(const ApiKey &key, const QString &why);
    /// A pasted token: shape, checksum, then its key. The text is wiped.
    QFuture<Result<ApiKey>> findByToken(SecretBytes token);

    /// Counts this among what a person has asked for and waits for, until it is answered or dropped.
    template<typename R>
    QFuture<R> awaited(QFuture<R> answer) {
        auto *watcher = new QFutureWatcher<R>(this);
        countUntilDone(watcher);
        watcher->setFuture(answer);
        return answer;
    }

signals:
    /// Questions that are not answered yet.
    void awaiting(int questions);
    void keptChanged(const latchkey::KeyId &id, latchkey::Kept kept);

private:
    /// Of a key, or of a credential in its key's place.
    [[nodiscard]] SecretName nameOf(const KeyId &id) const {
        return {m_backend.homeOf(id).info().id, id.at(0)};
    }
    [[nodiscard]] static KeyId credentialOf(const ApiKey &key) { return key.credentialId.at(key.id.place()); }
    [[nodiscard]] QList<FieldError> check(const KeyConfig &c, const KeyConfig *before,
                                          const KeyId &key) const;
    [[nodiscard]] KeyChange changeOf(const ApiKey &base, const QString &action) const;
    [[nodiscard]] AuditEvent eventOf(const ApiKey &key, const QString &action) const;
    /// Whoever switches on, restores, rotates or extends a key grants all its scopes once more.
    [[nodiscard]] Outcome mayGrant(const ApiKey &key) const;
    QFuture<Result<ApiKey>> carryOut(const Result<KeyChange> &plan);
    [[nodiscard]] Result<KeyChange> planEndOld(const ApiKey &base, std::optional<Instant> until,
                                               const QString &action) const;
    void forgetQuietly(const ApiKey &key);
    void countUntilDone(QFutureWatcherBase *watcher);
    QFuture<Result<SharedSecret>> giveOut(const ApiKey &key, const SharedSecret &token, const QString &why);
    /// The program ended between a rotation and adopt(): the token lies where stage() put it.
    QFuture<Result<SharedSecret>> findStaged(const ApiKey &key);
    /// The token is the one that the vault knows as the key's current one: asked by its verifier, since not
    /// every backend gives verifiers out.
    QFuture<Result<bool>> isCurrent(const ApiKey &key, const SharedSecret &token);

    VaultBackend &m_backend;
    SecretStore &m_secrets;
    const Clock &m_clock;
    Principal m_principal;
    Rights m_rights;
    TokenSource m_tokens;
    int m_awaited = 0;
};

} // namespace latchkey
