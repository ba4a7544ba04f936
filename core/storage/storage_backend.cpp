#include "core/storage/storage_backend.h"

#include "core/model/futures.h"
#include "core/model/handoff.h"
#include "core/storage/audit_log.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/customer_table.h"
#include "core/storage/first_screen.h"
#include "core/storage/key_table.h"
#include "core/storage/sql.h"
#include "core/storage/storage_index.h"

#include <algorithm>

namespace latchkey {

namespace {

/// A change that only takes access away must go through on a full disk too.
bool takesAway(const KeyChange &c) {
    return c.state && *c.state != KeyState::Active;
}

/// Once more with ever more of the room that was kept for it, as long as the disk is full.
template<typename F>
auto withRoom(const VaultPlace &place, F task) {
    auto result = task();
    for (qint64 bytes = qint64{64} << 10;
         !result && result.error().code == ErrorCode::DiskFull && place.makeRoom(bytes); bytes *= 2)
        result = task();
    return result;
}

} // namespace

StorageBackend::StorageBackend(Threads threads, std::shared_ptr<const VaultPlace> place,
                               vault_record::Identity identity, std::unique_ptr<RequestLog> requests,
                               const Clock &clock, IndexLoad indexLoad)
    : m_place(std::move(place))
    , m_identity(std::move(identity))
    , m_clock(clock)
    , m_shared(std::make_shared<Shared>())
    , m_requests(std::move(requests))
    , m_alerts(*m_requests, clock,
               [this](const std::shared_ptr<const RequestAlerts> &alerts) { take(alerts); })
    , m_principals(*threads.writer, *threads.pages,
                   m_identity.info.readOnly ? m_identity.info.location : QString())
    , m_verifiers(m_place)
    , m_rules(*threads.writer, m_identity, [this](const vault_record::Identity &i) { follow(i); })
    , m_asksAreCurrent(indexLoad == IndexLoad::WhenAsked)
    , m_threads(std::move(threads)) {
    m_shared->index.setCatalogue(m_identity.catalogue);
    m_shared->heard = clock.now().ms();
    m_shared->stamp = {m_identity.catalogueVersion, m_identity.customersSeq, m_identity.rules.version,
                       m_identity.info.deletedRetentionDays};
    m_poll.setInterval(PollMs);
    connect(&m_poll, &QTimer::timeout, this, &StorageBackend::look);
    m_soon.setSingleShot(true);
    m_soon.setInterval(PauseMs);
    connect(&m_soon, &QTimer::timeout, this, &StorageBackend::look);
    m_threads.index->post([this, p = m_place](QSqlDatabase &db, bool dying) {
        if (!dying)
            (void)p->listen(db, [this] { handoff::post(this, [this] { look(); }); });
    });
    if (indexLoad == IndexLoad::AtOnce)
        needIndex();
    else
        m_poll.start();
}

StorageBackend::~StorageBackend() = default;

template<typename T>
QFuture<Result<T>> StorageBackend::whenIndexed(std::function<Result<T>(KeyIndex &)> answer) {
    auto promise = std::make_shared<QPromise<Result<T>>>();
    QFuture<Result<T>> future = promise->future();
    promise->start();
    needIndex();
    if (m_asksAreCurrent && m_soon.isActive())
        look();
    // Whoever drops this promise unanswered (the vault closes) finishes it as cancelled: QPromise's
    // destructor does so.
    m_threads.index->post(
        [promise, answer = std::move(answer), shared = m_shared](QSqlDatabase &, bool dying) {
            const auto give = [promise, answer, s = shared.get()] {
                if (!promise->isCanceled())
                    promise->addResult(answer(s->index));
                promise->finish();
            };
            if (dying)
                return;
            if (shared->ready)
                give();
            else
                shared->waiting.push_back(give);
        });
    return future;
}

QFuture<Result<KeyListPtr>> StorageBackend::list(const KeyQuery &query) {
    if (!m_shared->ready && first_screen::answers(query)) {
        needIndex();
        return m_threads.pages->run([query](QSqlDatabase &db) { return first_screen::list(db, query); });
    }
    return whenIndexed<KeyListPtr>(
        [query, now = m_clock.now()](KeyIndex &i) -> Result<KeyListPtr> { return i.list(query, now); });
}

QFuture<Result<QList<ApiKey>>> StorageBackend::rows(const QList<KeyId> &ids) {
    return m_threads.pages->run(
        [this, ids](QSqlDatabase &db) { return key_table::byIds(db, ids, &m_recent); });
}

/// The list in memory knows, whatever has become of the file's own index.
QFuture<Result<QList<ApiKey>>> StorageBackend::rowsIfThere(const QList<KeyId> &ids) {
    const Answer<Result<QList<ApiKey>>> answer;
    whenIndexed<QList<KeyId>>([ids](KeyIndex &i) -> Result<QList<KeyId>> { return i.known(ids); }) |
        then(this, [this, answer](const Result<QList<KeyId>> &known) {
            if (!known || known->isEmpty())
                return answer.give(known ? Result<QList<ApiKey>>(QList<ApiKey>()) : fail(known.error()));
            rows(*known) | then(this, [answer](const Result<QList<ApiKey>> &rows) { answer.give(rows); });
        });
    return answer.future();
}

QFuture<Result<KeyCount>> StorageBackend::count(const KeyQuery &query) {
    return whenIndexed<KeyCount>([query, now = m_clock.now()](KeyIndex &i) -> Result<KeyCount> {
        return KeyCount{i.count(query, now)};
    });
}

QFuture<Result<SidebarCounts>> StorageBackend::counts(std::optional<Environment> environment,
                                                      const Thresholds &t) {
    return whenIndexed<SidebarCounts>(
        [environment, t, now = m_clock.now()](KeyIndex &i) -> Result<SidebarCounts> {
            return i.counts(environment, t, now);
        });
}

QFuture<Result<QHash<KeyId, KeyAlerts>>> StorageBackend::alerts(const QList<KeyId> &ids,
                                                                const Thresholds &t) {
    using Found = QHash<KeyId, KeyAlerts>;
    return whenIndexed<Found>(
        [ids, t, now = m_clock.now()](KeyIndex &i) -> Result<Found> { return i.alerts(ids, t, now); });
}

QFuture<Result<QStringList>> StorageBackend::suggestions(SortColumn column) {
    return whenIndexed<QStringList>(
        [column](KeyIndex &i) -> Result<QStringList> { return i.suggestions(column); });
}

/// Runs a change on the writer thread and has the index follow at once.
template<typename F>
auto StorageBackend::write(F task, void (StorageBackend::*after)()) {
    using R = std::invoke_result_t<F, QSqlDatabase &>;
    if (m_identity.info.readOnly) {
        QPromise<R> refused;
        refused.start();
        refused.addResult(fail(ErrorCode::ReadOnly, {{QStringLiteral("path"), m_identity.info.location}}));
        refused.finish();
        return refused.future();
    }
    return m_threads.writer->run([this, after, task = std::move(task)](QSqlDatabase &db) -> R {
        R result = task(db);
        if (result) {
            m_place->keepRoom();
            handoff::post(this, [this, after] {
                emit m_verifiers.moved(); // before the index has its turn, which may be long
                (this->*after)();
            });
        }
        return result;
    });
}

QFuture<Result<ApiKey>> StorageBackend::create(const NewKey &key) {
    return write([key](QSqlDatabase &db) { return key_table::create(db, key); });
}

QFuture<Result<ApiKey>> StorageBackend::change(const KeyChange &change) {
    return write([change, place = m_place](QSqlDatabase &db) {
        const auto task = [&] { return key_table::change(db, change); };
        return takesAway(change) ? withRoom(*place, task) : task();
    });
}

QFuture<Result<QList<Result<ApiKey>>>> StorageBackend::createMany(const QList<NewKey> &keys) {
    return write([keys](QSqlDatabase &db) { return key_table::createMany(db, keys); },
                 &StorageBackend::lookSoon);
}

QFuture<Result<QList<Result<ApiKey>>>> StorageBackend::changeMany(const QList<KeyChange> &changes) {
    return write(
        [this, changes, place = m_place](QSqlDatabase &db) {
            const auto task = [&] { return key_table::changeMany(db, changes, &m_recent); };
            return std::all_of(changes.begin(), changes.end(), takesAway) ? withRoom(*place, task) : task();
        },
        &StorageBackend::lookSoon);
}

QFuture<Result<KeySummary>> StorageBackend::summary(const QList<KeyId> &ids, Instant usedSince) {
    return whenIndexed<KeySummary>(
        [ids, usedSince](KeyIndex &i) -> Result<KeySummary> { return i.summary(ids, usedSince); });
}

QFuture<Outcome> StorageBackend::stampLastUsed(const QList<LastUse> &uses) {
    return write([this, uses, shared = m_shared](QSqlDatabase &db) -> Outcome {
        auto done = key_table::stampLastUsed(db, uses);
        if (!done)
            return done;
        handoff::post(this, [this, uses, shared] {
            if (!shared->wanted)
                return;
            m_threads.index->post([this, uses, shared](QSqlDatabase &, bool dying) {
                if (dying)
                    return;
                QHash<KeyId, qint64> at;
                for (const LastUse &u : uses)
                    at[u.id] = qMax(at.value(u.id), u.at.ms());
                shared->index.setLastUsed(at);
                constexpr qsizetype Named = 1000;
                const QList<KeyId> ids = at.size() <= Named ? at.keys() : QList<KeyId>();
                handoff::post(this, [this, ids] { emit keysChanged(ids); });
            });
        });
        return done;
    });
}

QFuture<Outcome> StorageBackend::record(const AuditEvent &event) {
    return write([event](QSqlDatabase &db) { return key_table::record(db, event); });
}

QFuture<Result<int>> StorageBackend::purgeExpired(Instant now, const Actor &actor) {
    const Instant before = now.plusDays(-m_identity.info.deletedRetentionDays);
    return write([before, now, actor](QSqlDatabase &db) -> Result<int> {
        const auto rows = key_table::deletedBefore(db, before);
        if (!rows)
            return fail(rows.error());
        int purged = 0;
        for (const KeyRow &r : *rows) {
            KeyChange c;
            c.id = r.key.id;
            c.expectedVersion = r.key.version;
            c.action = QStringLiteral("key.purge");
            c.state = KeyState::Purged;
            c.actor = actor;
            c.at = now;
            purged += key_table::change(db, c) ? 1 : 0;
        }
        return purged;
    });
}

QFuture<Outcome> StorageBackend::setDeletedRetentionDays(int days, const Actor &actor) {
    if (days < 0 || days > 3650) {
        QPromise<Outcome> refused;
        refused.start();
        refused.addResult(
            fail(Error(QList<FieldError>{{QStringLiteral("retention"), QStringLiteral("outOfRange"), {}}})));
        refused.finish();
        return refused.future();
    }
    const int old = std::exchange(m_identity.info.deletedRetentionDays, days);
    AuditEvent event;
    event.at = m_clock.now();
    event.actor = actor.name;
    event.action = QStringLiteral("vault.retention");
    event.before = {{QStringLiteral("days"), old}};
    event.after = {{QStringLiteral("days"), days}};
    return write([event, days](QSqlDatabase &db) -> Outcome {
        sql::WriteTransaction tx(db);
        if (!tx.begun())
            return tx.begun();
        if (auto done =
                vault_record::setFields(db, {{QStringLiteral("retention_days"), QString::number(days)}});
            !done)
            return done;
        AuditEvent copy = event;
        if (const auto seq = audit_log::append(db, copy); !seq)
            return fail(seq.error());
        return tx.commit();
    });
}

void StorageBackend::follow(vault_record::Identity identity) {
    const bool catalogue = identity.catalogueVersion > m_identity.catalogueVersion;
    const bool customers = identity.customersSeq > m_identity.customersSeq;
    if (catalogue) {
        m_identity.catalogue = std::move(identity.catalogue);
        m_identity.catalogueVersion = identity.catalogueVersion;
        m_identity.catalogueChangedBy = identity.catalogueChangedBy;
    }
    const bool rules = identity.rules.version > m_identity.rules.version;
    if (rules)
        m_identity.rules = std::move(identity.rules);
    m_identity.customersSeq = qMax(m_identity.customersSeq, identity.customersSeq);
    m_identity.info.deletedRetentionDays = identity.info.deletedRetentionDays;
    if (catalogue)
        emit catalogueChanged();
    if (customers)
        emit customersChanged();
    if (rules)
        emit m_rules.changed();
}

QFuture<Outcome> StorageBackend::changeCatalogue(const CatalogueChange &change) {
    const Answer<Outcome> answer; // given when this backend's own catalogue is the new one
    write([change, path = m_identity.info.location](QSqlDatabase &db) {
        return catalogue_store::change(db, change, path);
    }) | then(this, [this, answer](const Result<vault_record::Identity> &identity) {
        if (!identity)
            return answer.give(fail(identity.error()));
        m_threads.index->post(
            [shared = m_shared, catalogue = identity->catalogue](QSqlDatabase &, bool dying) {
                if (!dying)
                    shared->index.setCatalogue(catalogue);
            });
        follow(*identity);
        answer.give(ok());
    });
    return answer.future();
}

QFuture<Result<QList<ScopeUse>>> StorageBackend::scopeUse() {
    return whenIndexed<QList<ScopeUse>>([](KeyIndex &i) -> Result<QList<ScopeUse>> { return i.scopeUse(); });
}

QFuture<Result<QHash<QString, qint64>>> StorageBackend::customerUse() {
    return whenIndexed<QHash<QString, qint64>>(
        [](KeyIndex &i) -> Result<QHash<QString, qint64>> { return i.customerUse(); });
}

QFuture<Result<Customer>> StorageBackend::changeCustomer(const CustomerChange &change) {
    return write([change](QSqlDatabase &db) { return customer_table::change(db, change); });
}

} // namespace latchkey
