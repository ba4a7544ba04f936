#include "core/remote/sendgrid/sendgrid_backend.h"

#include "core/remote/rest_list.h"
#include "core/remote/sendgrid/key_list.h"
#include "core/remote/sendgrid/sendgrid_key.h"
#include "core/remote/sendgrid/sendgrid_query.h"
#include "core/remote/sendgrid/sendgrid_requests.h"

#include <algorithm>
#include <utility>

// What a window asks. Changes: sendgrid_changes.cpp; what SendGrid doesn't have: sendgrid_missing.cpp.

namespace latchkey {

namespace {
constexpr int TellMs = 120; ///< scopes that arrive together are told together
} // namespace

SendGridBackend::SendGridBackend(std::unique_ptr<SendGridLine> line, const Start &start, const Clock &clock,
                                 const RestTimes &times)
    : m_line(std::move(line))
    , m_account(start.account)
    , m_ownId(start.ownId)
    , m_clock(clock)
    , m_notes(start.account.notesFile)
    , m_catalogue(sendgrid::catalogueOf(sendgrid::partsOf(start.scopes).shown))
    , m_everything(sendgrid::grantable(sendgrid::partsOf(start.scopes).shown))
    , m_lookMs(times.deadlineMs / 10)
    , m_listed(start.keys.size())
    , m_wholeList(start.wholeList)
    , m_heard(clock.now()) {
    m_time.start();
    take(start.keys);
    m_tell.setSingleShot(true);
    m_tell.setInterval(TellMs);
    connect(&m_tell, &QTimer::timeout, this, [this] { emit keysChanged(std::exchange(m_arrived, {})); });
    m_look.setInterval(FreshMs);
    connect(&m_look, &QTimer::timeout, this, [this] {
        readList(Urgency::Background);
        goOnSearching();
    });
    m_look.start();
    connect(m_line.get(), &SendGridLine::waitChanged, this, &VaultBackend::waitChanged);
    connect(&m_line->line(), &RestLine::unreachable, this, [this](const Error &e) {
        m_away = e;
        emit troubled(e);
    });
    connect(&m_line->line(), &RestLine::reachable, this, [this] {
        if (std::exchange(m_away, std::nullopt)) {
            emit recovered();
            goOnSearching();
        }
    });
}

SendGridBackend::~SendGridBackend() = default;

VaultInfo SendGridBackend::info() const {
    VaultInfo i;
    i.id = m_account.vaultId;
    i.name = m_account.name;
    i.location = m_account.address.url.toString();
    i.prefix = QStringLiteral("SG");
    i.deletedRetentionDays = 0;
    i.mostKeys = sendgrid::MostKeys;
    i.listMayBeCut = !m_wholeList && m_listed > sendgrid::MostKeys; // as many as there may be are all
    if (const auto until = m_line->waitsUntil())
        i.waits = ServiceWait{sendgrid::serviceName(), *until};
    return i;
}

ApiKey SendGridBackend::keyOf(const KeyId &id) const {
    const Known known = m_keys.value(id);
    const LocalNote note = m_notes.of(known.serviceId);
    ApiKey k;
    k.id = k.credentialId = id;
    k.version = known.version;
    k.config.name = known.name;
    k.config.scopes = known.scopes.shown;
    k.config.type = sendgrid::typeOf(known.scopes.shown);
    // Where nobody has said it, the careful guess: what asks before a change asks here too.
    k.config.environment = note.environment.value_or(Environment::Production);
    k.config.environmentKnown = note.environment.has_value();
    k.config.owner = note.owner;
    k.config.tags = note.tags;
    k.config.note = note.note;
    k.config.storedIn = note.storedIn;
    ServiceKey s;
    s.id = known.serviceId;
    s.scopesKnown = known.scopesKnown;
    s.fullAccess = known.scopesKnown && k.config.type == KeyType::General &&
                   ((!m_everything.isEmpty() && known.scopes.shown.containsAll(m_everything)) ||
                    sendgrid::isMixed(known.scopes.shown));
    s.hiddenScopes = static_cast<int>(known.scopes.automatic + known.scopes.opaque.size());
    s.environment = note.environment;
    s.firstSeen = note.firstSeen;
    k.service = s;
    return k;
}

QList<ApiKey> SendGridBackend::allKeys() const {
    QList<ApiKey> all;
    all.reserve(m_keys.size());
    for (auto it = m_keys.cbegin(); it != m_keys.cend(); ++it)
        all.append(keyOf(it.key()));
    return all;
}

/// What is waited for, or was given up, is no trouble: info().waits says the first.
Error SendGridBackend::away(const Error &error) {
    const bool waits = error.code == ErrorCode::RateLimited || error.code == ErrorCode::Cancelled;
    if (waits || (m_away && m_away->code == error.code))
        return error;
    m_away = error;
    emit troubled(error);
    return error;
}

QFuture<Outcome> SendGridBackend::readList(Urgency urgency) {
    if (m_reading && !m_reading->isFinished())
        return *m_reading;
    const Answer<Outcome> answer;
    m_reading = answer.future();
    sendgrid::askKeyList(*m_line, urgency, QStringLiteral("list"), this) |
        then(this, [this, answer](const Result<sendgrid::ListedKeys> &keys) {
            m_reading.reset();
            if (!keys)
                return answer.give(fail(away(keys.error())));
            if (std::exchange(m_away, std::nullopt))
                emit recovered();
            m_heard = m_clock.now();
            m_listed = keys->keys.size();
            m_wholeList = keys->whole;
            take(keys->keys);
            answer.give(ok());
        });
    return answer.future();
}

void SendGridBackend::take(const Keys &keys) {
    const qint64 now = m_time.elapsed();
    m_stale = false;
    QHash<KeyId, Known> all;
    QStringList ids;
    bool changed = false;
    for (const sendgrid::NamedKey &k : keys) {
        const KeyId id = sendgrid::keyIdOf(k.id);
        if (m_gone.value(id) > now) // a deleted key is listed for a while
            continue;
        m_gone.remove(id);
        const auto before = m_keys.constFind(id);
        Known known = before == m_keys.cend() ? Known() : *before;
        if (before == m_keys.cend() || known.name != k.name) {
            changed = true;
            ++known.version;
        }
        known.serviceId = k.id;
        known.name = k.name;
        all.insert(id, known);
        ids.append(k.id);
    }
    changed = changed || all.size() != m_keys.size();
    m_keys = std::move(all);
    m_notes.seen(ids, m_clock.now());
    if (changed)
        emit keysChanged({});
}

/// A key as it is now; its version moves when anybody has changed it.
ApiKey SendGridBackend::take(const sendgrid::WholeKey &key) {
    const KeyId id = sendgrid::keyIdOf(key.id);
    Known &known = m_keys[id];
    const sendgrid::ScopeParts parts = sendgrid::partsOf(key.scopes);
    const bool moved =
        known.name != key.name ||
        (known.scopesKnown && (known.scopes.shown != parts.shown || known.scopes.opaque != parts.opaque));
    known.serviceId = key.id;
    known.name = key.name;
    known.scopes = parts;
    known.scopesKnown = true;
    known.outdated = false;
    if (moved)
        ++known.version;
    m_notes.seen({key.id}, m_clock.now());
    return keyOf(id);
}

void SendGridBackend::drop(const KeyId &id) {
    if (m_keys.remove(id) > 0)
        touched(id);
}

void SendGridBackend::touched(const KeyId &id) {
    m_arrived.append(id);
    if (!m_tell.isActive())
        m_tell.start();
}

QFuture<Result<ApiKey>> SendGridBackend::readKey(const QString &serviceId, Urgency urgency) {
    const Answer<Result<ApiKey>> answer;
    m_line->ask(sendgrid::keyRequest(serviceId), urgency, serviceId) |
        then(this, [this, answer, serviceId](const Result<sendgrid::Reply> &reply) {
            const auto key = reply ? sendgrid::keyFrom(*reply, m_line->where())
                                   : Result<sendgrid::WholeKey>(fail(reply.error()));
            const KeyId id = sendgrid::keyIdOf(serviceId);
            if (!key && key.error().code == ErrorCode::NotFound)
                drop(id);
            if (!key)
                return answer.give(fail(key.error()));
            if (key->id != serviceId) // not the one that was asked for
                return answer.give(
                    fail(ErrorCode::NotAServer, {{QStringLiteral("path"), m_line->where()},
                                                 {QStringLiteral("service"), sendgrid::serviceName()},
                                                 {QStringLiteral("reason"), QStringLiteral("api_key_id")}}));
            answer.give(take(*key));
        });
    return answer.future();
}

void SendGridBackend::noteVisible(const QList<KeyId> &ids) {
    QSet<QString> wanted{QStringLiteral("list")};
    QStringList ask;
    for (const KeyId &id : ids) {
        const auto it = m_keys.constFind(id);
        if (it == m_keys.cend() || !it->toRead())
            continue;
        wanted.insert(it->serviceId);
        ask.append(it->serviceId);
    }
    m_searches.removeIf([](const Search &s) { return s.list.expired(); });
    for (const Search &s : std::as_const(m_searches))
        wanted += s.serviceIds;
    m_line->keepOnly(wanted); // not of rows that have left the screen
    readScopes(ask);
}

void SendGridBackend::readScopes(const QStringList &serviceIds) {
    for (const QString &serviceId : serviceIds) {
        const KeyId id = sendgrid::keyIdOf(serviceId);
        if (m_asked.contains(id))
            continue;
        m_asked.insert(id);
        readKey(serviceId, Urgency::Background) | then(this, [this, id](const Result<ApiKey> &key) {
            m_asked.remove(id);
            if (key)
                touched(id);
        });
    }
}

/// Some may have failed.
void SendGridBackend::goOnSearching() {
    for (const QList<Search> searches = m_searches; const Search &s : searches) {
        QStringList toRead;
        for (const QString &serviceId : s.serviceIds) {
            const auto it = m_keys.constFind(sendgrid::keyIdOf(serviceId));
            if (!s.list.expired() && it != m_keys.cend() && it->toRead())
                toRead.append(serviceId);
        }
        readScopes(toRead);
    }
}

void SendGridBackend::lookAgain() {
    m_stale = true;
    for (Known &k : m_keys)
        k.outdated = true; // what was seen stays until it is read anew
}

FilterMatch SendGridBackend::matchOf(const KeyFilter &filter) const {
    return {filter, {}, m_catalogue, m_clock.now(), Reported::OfService};
}

KeyListPtr SendGridBackend::find(const KeyQuery &query) {
    auto list = std::make_shared<RestList>();
    const bool asks = sendgrid::asksForScopes(query);
    QList<ApiKey> keys;
    QStringList toRead;
    const FilterMatch match = matchOf(query.filter);
    for (const QList<ApiKey> all = allKeys(); const ApiKey &k : all) {
        const bool fits = match.fits(k);
        if (fits)
            keys.append(k);
        if (!asks || !match.mayFit(k))
            continue;
        list->notRead += !fits && !k.service->scopesKnown ? 1 : 0;
        if (m_keys.value(k.id).toRead())
            toRead.append(k.service->id);
    }
    sendgrid::sort(keys, query.sort);
    if (query.sortKeys) { // in the one order of all vaults
        std::vector<std::pair<RestSortKey, KeyId>> keyed;
        for (const ApiKey &k : std::as_const(keys))
            keyed.emplace_back(sendgrid::sortKeyOf(k, query.sort.column), k.id);
        const bool up = query.sort.order == Qt::AscendingOrder;
        std::stable_sort(keyed.begin(), keyed.end(), [up](const auto &a, const auto &b) {
            const int c = compare(a.first.view(), b.first.view());
            return up ? c < 0 : c > 0;
        });
        for (auto &[key, id] : keyed) {
            list->ids.append(id);
            list->sortKeys.push_back(std::move(key));
        }
    } else {
        for (const ApiKey &k : std::as_const(keys))
            list->ids.append(k.id);
    }
    list->all = list->ids.size();
    list->keys = m_keys.size();
    if (!toRead.isEmpty()) {
        m_searches.removeIf([](const Search &s) { return s.list.expired(); });
        m_searches.append({list, QSet<QString>(toRead.cbegin(), toRead.cend())});
        readScopes(toRead);
    }
    return list;
}

QFuture<Result<KeyListPtr>> SendGridBackend::list(const KeyQuery &query) {
    return listOf(query, false);
}

QFuture<Result<KeyListPtr>> SendGridBackend::listToShow(const KeyQuery &query) {
    return listOf(query, true);
}

QFuture<Result<KeyListPtr>> SendGridBackend::listOf(const KeyQuery &query, bool toShow) {
    if (!m_stale)
        return ready<Result<KeyListPtr>>(find(query));
    const Answer<Result<KeyListPtr>> answer;
    readList(Urgency::Person) | then(this, [this, answer, query, toShow](const Outcome &read) {
        const bool known = read || toShow || read.error().code == ErrorCode::Unreachable;
        answer.give(known ? Result<KeyListPtr>(find(query)) : Result<KeyListPtr>(fail(read.error())));
    });
    return answer.future();
}

QFuture<Result<QList<ApiKey>>> SendGridBackend::rows(const QList<KeyId> &ids) {
    using Rows = Result<QList<ApiKey>>;
    const auto one = ids.size() == 1 ? m_keys.constFind(ids.first()) : m_keys.cend();
    if (one != m_keys.cend() && one->toRead()) {
        const Answer<Rows> answer;
        readKey(one->serviceId, Urgency::Person) |
            then(this, [this, answer, id = ids.first()](const Result<ApiKey> &key) {
                if (key)
                    touched(id);
                answer.give(m_keys.contains(id) ? QList<ApiKey>{keyOf(id)} : QList<ApiKey>());
            });
        return answer.future();
    }
    QList<ApiKey> rows;
    for (const KeyId &id : ids) {
        if (m_keys.contains(id))
            rows.append(keyOf(id));
    }
    return ready<Rows>(rows);
}

QFuture<Result<KeyCount>> SendGridBackend::count(const KeyQuery &query) {
    const bool asks = sendgrid::asksForScopes(query);
    const FilterMatch match = matchOf(query.filter);
    KeyCount c;
    for (const QList<ApiKey> all = allKeys(); const ApiKey &k : all) {
        const bool fits = match.fits(k);
        c.keys += fits ? 1 : 0;
        c.unread += asks && !fits && !k.service->scopesKnown && match.mayFit(k) ? 1 : 0;
    }
    return ready<Result<KeyCount>>(c);
}

QFuture<Result<SidebarCounts>> SendGridBackend::counts(std::optional<Environment> environment,
                                                       const Thresholds &) {
    SidebarCounts c;
    const QList<ApiKey> all = allKeys();
    for (const ApiKey &k : all) {
        if (k.service->environment)
            ++c.environments[static_cast<std::size_t>(*k.service->environment)];
        else
            ++c.withoutEnvironment;
        ++c.all; // also of keys that have none
        if (!environment || k.service->environment == environment)
            c.unread += k.service->scopesKnown ? 0 : 1;
    }
    for (const SmartFilter f : {SmartFilter::Billing, SmartFilter::BroadAccess}) {
        const FilterMatch match = matchOf({{}, {}, environment, f});
        c.smart[static_cast<std::size_t>(f)] =
            std::count_if(all.begin(), all.end(), [&](const ApiKey &k) { return match.fits(k); });
    }
    return ready<Result<SidebarCounts>>(c);
}

QFuture<Result<QHash<KeyId, KeyAlerts>>> SendGridBackend::alerts(const QList<KeyId> &ids,
                                                                 const Thresholds &) {
    QHash<KeyId, KeyAlerts> found;
    const FilterMatch broad = matchOf({{}, {}, {}, SmartFilter::BroadAccess});
    for (const KeyId &id : ids) {
        if (!m_keys.contains(id))
            continue;
        found.insert(id, broad.fits(keyOf(id)) ? KeyAlerts{SmartFilter::BroadAccess} : KeyAlerts());
    }
    return ready<Result<QHash<KeyId, KeyAlerts>>>(found);
}

QFuture<Result<bool>> SendGridBackend::nameExists(const QString &name, Environment, const KeyId &except) {
    const QString folded = foldForSearch(name);
    for (auto it = m_keys.cbegin(); it != m_keys.cend(); ++it) {
        if (it.key() != except && foldForSearch(it->name) == folded)
            return ready<Result<bool>>(true);
    }
    return ready<Result<bool>>(false);
}

QFuture<Result<QStringList>> SendGridBackend::suggestions(SortColumn column) {
    QStringList found;
    for (const QList<ApiKey> all = allKeys(); const ApiKey &k : all) {
        if (column == SortColumn::Owner && !k.config.owner.isEmpty())
            found.append(k.config.owner);
        if (column == SortColumn::Tags)
            found += k.config.tags;
    }
    found.sort();
    found.removeDuplicates();
    return ready<Result<QStringList>>(found.mid(0, 200));
}

QFuture<Result<KeySummary>> SendGridBackend::summary(const QList<KeyId> &ids, Instant) {
    KeySummary s;
    for (const KeyId &id : ids) {
        if (!m_keys.contains(id))
            continue;
        const bool production = keyOf(id).service->environment == Environment::Production;
        KeySummary::Group &group = s.unreported[production ? 0 : 1];
        ++group.keys;
        if (group.some.size() < KeySummary::SomeKeys)
            group.some.append(id);
        ++s.keys;
        s.production += production ? 1 : 0;
        ++s.states[static_cast<std::size_t>(KeyState::Active)];
    }
    return ready<Result<KeySummary>>(s);
}

} // namespace latchkey
