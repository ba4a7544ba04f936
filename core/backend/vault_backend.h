#pragma once

#include "core/backend/sort_key.h"
#include "core/model/api_key.h"
#include "core/model/audit_event.h"
#include "core/model/catalogue.h"
#include "core/model/catalogue_change.h"
#include "core/model/customer.h"
#include "core/model/error.h"
#include "core/model/futures.h"
#include "core/model/key_filter.h"
#include "core/model/secret_bytes.h"

#include <QByteArray>
#include <QFuture>
#include <QHash>
#include <QObject>
#include <array>
#include <memory>

namespace latchkey {

class ChangeGate;
class RequestLog;
class PrincipalStore;
class RuleStore;
class VerifierFeed;

/// What a backend can do. The window disables what is missing, with the reason.
struct Capabilities {
    bool environments = true, expiry = true, rateLimits = true, deactivate = true, audit = true,
         customers = true;
    bool lastUsed = true, search = true, softDelete = true;
    bool created = true;    ///< when and by whom
    bool revoke = true;     ///< and restore
    bool rotate = true;     ///< another token for the same key
    bool allowedIps = true; ///< addresses that a key works from
    /// Whoever creates a key makes its token; else the service does, see VaultBackend::issue().
    bool ownTokens = true;
    bool catalogue = true; ///< people write it
    /// New tokens for many keys at once. Not over several vaults: each has its own place for them.
    bool rotateMany = true;
    QString service = {}; ///< whose keys these are, when not the vault's own: "SendGrid"
    bool operator==(const Capabilities &) const = default;
};

/// A service's rate limit is used up: what the program asks of itself goes on at `until`.
struct ServiceWait {
    QString service;
    Instant until;
};

struct VaultInfo {
    QString id;       ///< 16 hex digits, made with the vault; names its keychain items and its settings group
    QString name;     ///< what the band shows, e.g. "Local vault"
    QString location; ///< for people: the file's path
    QString prefix;   ///< of its tokens
    bool readOnly = false;
    int deletedRetentionDays = 30; ///< 0 = deleted at once
    int mostKeys = 0;              ///< 0 = as many as there is room for
    bool listMayBeCut = false;     ///< a service lists no more at once, and may have more
    std::optional<ServiceWait> waits = std::nullopt;
};

/// The answer to a KeyQuery: an ordered, immutable list of identifiers, never of rows. Thread-safe.
class KeyList {
public:
    virtual ~KeyList() = default;
    [[nodiscard]] virtual qsizetype size() const = 0;
    [[nodiscard]] virtual KeyId idAt(qsizetype position) const = 0;
    /// -1 when absent. Linear at worst (2 ms at a million).
    [[nodiscard]] virtual qsizetype positionOf(const KeyId &id) const = 0;
    /// The same for several, in the order asked, in one pass.
    [[nodiscard]] virtual QList<qsizetype> positionsOf(const QList<KeyId> &ids) const = 0;
    /// False while a large vault is still being indexed: the list then holds the first rows in order, and
    /// `total` all.
    [[nodiscard]] virtual bool complete() const = 0;
    [[nodiscard]] virtual qsizetype total() const = 0;
    /// Keys before filtering (without deleted ones), for "12 of 1,000,000 keys".
    [[nodiscard]] virtual qsizetype unfiltered() const = 0;
    /// Keys that may fit as well: the query asks for their permissions, and these are not read yet.
    /// keysChanged() says when some are.
    [[nodiscard]] virtual qsizetype unread() const { return 0; }
    /// What the row is sorted by; rises (or falls, as asked) along the list. All the same where the query has
    /// not asked for it, or the backend can't say.
    [[nodiscard]] virtual SortKey sortKeyAt(qsizetype) const { return {}; }
    /// Nobody answers: of all keys these are those seen so far that the query shows; `unfiltered` counts the
    /// seen ones.
    [[nodiscard]] virtual bool isOfSeen() const { return false; }
};
using KeyListPtr = std::shared_ptr<const KeyList>;

/// Live counts of the sidebar, for one environment choice (none = all): only `smart` depends on it.
struct SidebarCounts {
    std::array<qint64, 3> environments{}; ///< by Environment
    std::array<qint64, SmartFilterCount> smart{};
    qint64 withoutEnvironment = 0; ///< of a service
    qint64 all = 0;
    qint64 unread = 0; ///< keys whose permissions are not read yet: filters that need them may find more
    bool operator==(const SidebarCounts &) const = default;
};

/// How many keys a query finds.
struct KeyCount {
    qint64 keys = 0;
    qint64 unread = 0; ///< keys whose permissions are not read yet, of which it may find more
};

/// Who does it, as it goes into the audit log.
struct Actor {
    QString name;
};

struct NewKey {
    KeyId id;
    QByteArray verifier;
    KeyConfig config;
    Actor actor = {};
    Instant at = {};
    /// Everything that the service has, also what comes later; only where a person has chosen it.
    bool fullAccess = false;
};

/// A key with the token that the service made: the only time that it is told.
struct IssuedKey {
    ApiKey key;
    std::shared_ptr<const SecretBytes> token;
};

/// One change of one key. What is not set stays. The backend compares the version, writes the row and its
/// audit row (action, before, after) in one transaction, or does nothing.
struct KeyChange {
    KeyId id;
    qint64 expectedVersion = 0;
    QString action; ///< of the audit row, e.g. "key.edit"
    std::optional<KeyConfig> config;
    std::optional<KeyState>
        state; ///< Deleted keeps the state before it; Purged destroys the verifier and the details
    QString reason;
    std::optional<bool> leaked = {};
    /// A new token; the one before it works on until `oldUntil` (none: until it is stopped; in the past: not
    /// at all). A still older one stops.
    struct Rotation {
        KeyId credentialId;
        QByteArray verifier;
        std::optional<Instant> oldUntil;
    };
    std::optional<Rotation> rotation = {};
    /// Another end for the old token: extend, or stop.
    std::optional<std::optional<Instant>> oldUntil = {};
    Actor actor = {};
    Instant at = {};
};

/// How much stopping a key would hurt; the worst first. Unknown: nobody has told the vault of any use since.
enum class KeyRisk : quint8 { UsedInProduction, Used, Production, Other, ProductionUnknown, OtherUnknown };

/// What a change of many keys would touch, for the question before it.
struct KeySummary {
    struct Group {
        qint64 keys = 0;
        QList<KeyId> some; ///< at most SomeKeys of them
    };
    static constexpr qsizetype SomeKeys = 3;
    std::array<Group, 6> byRisk{}; ///< by KeyRisk; each key is in one, or in one of `unreported`
    /// Keys whose service does not say when they were last used: in Production, and the others.
    std::array<Group, 2> unreported{};
    qint64 keys = 0, production = 0, damaged = 0;
    qint64 usedSince = 0;           ///< were used at or after the asked time
    std::array<qint64, 5> states{}; ///< by KeyState
};

/// One use of a key, as verifiers report it in batches.
struct LastUse {
    KeyId id;
    Instant at = {};
    QString from;
    bool oldToken = false; ///< it came with the token before the last rotation
};

struct AuditQuery {
    std::optional<KeyId> key;
    qint64 beforeSeq = 0; ///< 0 = from the newest
    int limit = 200;
    std::optional<qint64> afterSeq = {}; ///< set: in the order they were written, from the one after this
    QString actor = {};                  ///< only this person's; empty: everybody's
    QString action = {};                 ///< an action or the part before its dot, "key"; empty: all
    QString text = {};                   ///< found in the key's name or the changed fields, whatever its case
    std::optional<Instant> from = {}, to = {};
};

/// Another catalogue for the vault. The backend compares the version and writes the catalogue with its audit
/// row (before and after), or does nothing. Keys are not touched.
struct CatalogueChange {
    Catalogue catalogue;
    qint64 expectedVersion = 0;
    QString action; ///< of the audit row: "catalogue.edit", "catalogue.import", "catalogue.undo"
    Actor actor = {};
    Instant at = {};
};

/// A customer added (version 0), changed or removed. Keys keep the ids that they name.
struct CustomerChange {
    Customer customer;
    bool remove = false;
    QString action; ///< "customer.add", "customer.edit", "customer.remove", "customer.undo"
    Actor actor = {};
    Instant at = {};
};

struct AuditCheck {
    bool intact = true;
    qint64 rows = 0;
    qint64 firstBadSeq = 0;
    QByteArray head;
};

/// The one interface between a window (or server) and a vault. Called on the thread that owns it; every
/// future finishes exactly once, on every path; QFuture::cancel() is the cancel token. Values in, values out.
class VaultBackend : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual Capabilities capabilities() const = 0;
    /// The vault of this key, to be asked what it is and can do: another one only where several are looked at
    /// as one (MergedVault), and then it knows the key by KeyId::at(0).
    [[nodiscard]] virtual const VaultBackend &homeOf(const KeyId &) const { return *this; }
    /// Why nothing can be known of this key at the moment; none: its vault answers.
    [[nodiscard]] virtual std::optional<Error> troubleOf(const KeyId &) const { return std::nullopt; }
    /// When the list that it shows came, where it shows what it remembers; none: it is as of now.
    [[nodiscard]] virtual std::optional<Instant> listedAt() const { return std::nullopt; }
    /// It does not answer, or refuses to; lists and rows are what it remembers, until recovered().
    struct Silence {
        Error error;
        Instant heard; ///< what it remembers was so then
    };
    /// Of now, for whoever comes after troubled().
    [[nodiscard]] virtual std::optional<Silence> silence() const { return std::nullopt; }
    [[nodiscard]] virtual VaultInfo info() const = 0;
    [[nodiscard]] virtual Catalogue catalogue() const = 0;
    /// 1 for a new vault, +1 with each change of the catalogue.
    [[nodiscard]] virtual qint64 catalogueVersion() const = 0;

    virtual QFuture<Result<KeyListPtr>> list(const KeyQuery &query) = 0;
    /// The same for a table: while nobody answers it may be KeyList::isOfSeen().
    virtual QFuture<Result<KeyListPtr>> listToShow(const KeyQuery &query) { return list(query); }
    /// In the order asked; an id that is gone is left out.
    virtual QFuture<Result<QList<ApiKey>>> rows(const QList<KeyId> &ids) = 0;
    /// The same where many may be of no key here, as in a file: rows() looks hard for an id that it doesn't
    /// find.
    virtual QFuture<Result<QList<ApiKey>>> rowsIfThere(const QList<KeyId> &ids) { return rows(ids); }
    /// The same as rows() for a table, soon: what takes long is left out, and keysChanged() says when it has
    /// come.
    virtual QFuture<Result<QList<ApiKey>>> rowsToShow(const QList<KeyId> &ids) { return rows(ids); }
    /// Of a query that is counted only, again and again: nothing is sorted, or read for it.
    virtual QFuture<Result<KeyCount>> count(const KeyQuery &query) = 0;
    virtual QFuture<Result<SidebarCounts>> counts(std::optional<Environment> environment,
                                                  const Thresholds &t) = 0;
    /// What the smart filters find of each of these keys; one without alerts has an empty list.
    virtual QFuture<Result<QHash<KeyId, KeyAlerts>>> alerts(const QList<KeyId> &ids, const Thresholds &t) = 0;
    virtual QFuture<Result<QByteArray>> verifierOf(const KeyId &id) = 0;
    /// The key with this credential id and verifier (a pasted token), current or old; NotFound otherwise.
    virtual QFuture<Result<ApiKey>> findByCredential(const KeyId &credentialId,
                                                     const QByteArray &verifier) = 0;
    /// Whose these are: by the public part of a token, of the one before, of any that a rotation has
    /// replaced, or by a key's own id. Says nothing about secrets.
    virtual QFuture<Result<QHash<KeyId, ApiKey>>> owners(const QList<KeyId> &credentials) = 0;
    virtual QFuture<Result<bool>> nameExists(const QString &name, Environment env, const KeyId &except) = 0;
    /// Distinct owners, tags, customers in use, for completion (at most 200 each).
    virtual QFuture<Result<QStringList>> suggestions(SortColumn column) = 0;

    virtual QFuture<Result<ApiKey>> create(const NewKey &key) = 0;
    /// The same where the service makes id and token (those of `key` are not looked at); NotAllowed
    /// elsewhere. Never sent twice. Unanswered: it may exist; params "looked" (the list was read again) and
    /// "found" (ids, QStringList, of keys with this name that were not there before).
    virtual QFuture<Result<IssuedKey>> issue(const NewKey &) {
        return ready<Result<IssuedKey>>(fail(ErrorCode::NotAllowed));
    }
    virtual QFuture<Result<ApiKey>> change(const KeyChange &change) = 0;
    /// In one transaction, each key with its audit row; the answers in the order asked. A key that is refused
    /// (create: Conflict when its id is taken; change: Conflict, NotFound, WrongState, Damaged) keeps its own
    /// result and doesn't stop the others; any other failure undoes all. A few hundred at a time, so that
    /// others get their turn.
    virtual QFuture<Result<QList<Result<ApiKey>>>> createMany(const QList<NewKey> &keys) = 0;
    virtual QFuture<Result<QList<Result<ApiKey>>>> changeMany(const QList<KeyChange> &changes) = 0;
    /// From what is in memory: a million in about a quarter of a second.
    virtual QFuture<Result<KeySummary>> summary(const QList<KeyId> &ids, Instant usedSince) = 0;
    /// Later than what is known: kept; earlier: ignored. Not audited, no new version.
    virtual QFuture<Outcome> stampLastUsed(const QList<LastUse> &uses) = 0;
    /// An audit row of its own, for what changes no key (reveal, keep, forget).
    virtual QFuture<Outcome> record(const AuditEvent &event) = 0;
    virtual QFuture<Result<QList<AuditEvent>>> audit(const AuditQuery &query) = 0;
    virtual QFuture<Result<AuditCheck>> verifyAudit() = 0;
    /// Deletes for good what has been in Recently deleted for longer than the vault's setting. Number of keys
    /// purged.
    virtual QFuture<Result<int>> purgeExpired(Instant now, const Actor &actor) = 0;
    virtual QFuture<Outcome> setDeletedRetentionDays(int days, const Actor &actor) = 0;
    /// These rows are on the screen now. Who has to ask for the details of keys one by one asks for these
    /// first and no longer for those that have left; keysChanged() says when they are there.
    virtual void noteVisible(const QList<KeyId> &) {}
    /// A person wants to see how it is now: what is remembered is asked for again.
    virtual void lookAgain() {}
    /// The requests made with its keys; null where the backend keeps none.
    [[nodiscard]] virtual RequestLog *requests() { return nullptr; }
    /// For processes that answer gateways; null where they cannot follow this vault.
    [[nodiscard]] virtual VerifierFeed *verifiers() { return nullptr; }
    /// Who may use a server in front of this vault; null where there is no such list.
    [[nodiscard]] virtual PrincipalStore *principals() { return nullptr; }
    /// What requests need that gateways ask for; null where nobody verifies with this vault.
    [[nodiscard]] virtual RuleStore *rules() { return nullptr; }
    /// Stands before every change; null where nobody is asked.
    [[nodiscard]] virtual ChangeGate *gate() { return nullptr; }

    virtual QFuture<Outcome> changeCatalogue(const CatalogueChange &change) = 0;
    /// Every distinct set of scopes that keys hold (without deleted ones), to say which a change touches.
    virtual QFuture<Result<QList<ScopeUse>>> scopeUse() = 0;
    /// All customers of the list, by name.
    virtual QFuture<Result<QList<Customer>>> customers() = 0;
    /// Those of the list with one of these ids.
    virtual QFuture<Result<QList<Customer>>> customersNamed(const QStringList &ids) = 0;
    /// How many keys (without deleted ones) name each customer id, whether it is in the list or not.
    virtual QFuture<Result<QHash<QString, qint64>>> customerUse() = 0;
    /// The customer as it is now; as it was, when removed. Conflict where the version differs or a new id is
    /// there already.
    virtual QFuture<Result<Customer>> changeCustomer(const CustomerChange &change) = 0;

signals:
    /// These keys changed, here or in another process. Empty = many: ask again for everything.
    void keysChanged(const QList<latchkey::KeyId> &ids);
    /// The catalogue is another one, changed here or in another process: ask for it again.
    void catalogueChanged();
    /// The list of customers changed, here or in another process.
    void customersChanged();
    /// A large vault has been indexed: incomplete lists can be asked for again. `percent` 0–100.
    void indexProgress(int percent);
    /// The vault went away or came back (Busy, ReadOnly, DiskFull …).
    void troubled(const latchkey::Error &error);
    void recovered();
    /// info().waits is another one.
    void waitChanged();
};

} // namespace latchkey
