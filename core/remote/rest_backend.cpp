#include "core/remote/rest_backend.h"

#include "core/model/in_background.h"
#include "core/remote/gather.h"
#include "core/remote/rest_bodies.h"
#include "core/remote/rest_requests.h"
#include "core/remote/rest_rules.h"
#include "core/remote/rest_seen.h"
#include "core/remote/rest_verifiers.h"
#include "core/wire/key_json.h"
#include "core/wire/key_query.h"

// What a window asks, and how it follows the server. Changes: rest_changes.cpp; everything but keys:
// rest_records.cpp.

namespace latchkey {

namespace {

constexpr qsizetype MostRows = 200, MostAlerts = 1'000, MostSummary = 100'000, MostKnown = 50'000;
constexpr int AwayMs = 2'000; ///< how often a server that is gone is looked for

} // namespace

RestBackend::RestBackend(std::unique_ptr<RestLine> line, Start start, const Clock &clock,
                         const RestTimes &times)
    : m_start(std::move(start))
    , m_clock(clock)
    , m_times(times)
    , m_position(m_start.position)
    , m_heard(clock.now())
    , m_line(std::move(line))
    , m_lists(*m_line, clock,
              {[this] { return m_position; },
               [this](const std::function<void(bool)> &then) { hearChanges(then); }})
    , m_verifiers(std::make_unique<RestVerifiers>(*m_line))
    , m_rules(std::make_unique<RestRules>(*m_line)) {
    if (m_start.vault.keepsRequests)
        m_requests = std::make_unique<RestRequestLog>(*m_line);
    m_start.vault.info.location = m_line->where();
    connect(&m_lists, &RestLists::completed, this, [this] { emit indexProgress(100); });
    connect(m_line.get(), &RestLine::unreachable, this, [this](const Error &e) {
        m_away = e;
        m_probe.start();
        emit troubled(e);
    });
    connect(m_line.get(), &RestLine::reachable, this, [this] {
        m_probe.stop();
        if (!std::exchange(m_away, std::nullopt))
            return;
        emit recovered();
        emit keysChanged({}); // what was shown meanwhile was what is known here
    });
    m_probe.setSingleShot(true);
    m_probe.setInterval(AwayMs);
    connect(&m_probe, &QTimer::timeout, this, &RestBackend::awaitDatabase);
    m_again.setSingleShot(true);
    m_again.setInterval(AwayMs);
    connect(&m_again, &QTimer::timeout, this, &RestBackend::followChanges);
    followChanges();
}

RestBackend::~RestBackend() = default;

RequestLog *RestBackend::requests() {
    return m_requests.get();
}

VerifierFeed *RestBackend::verifiers() {
    return m_verifiers.get();
}

RuleStore *RestBackend::rules() {
    return m_rules.get();
}

/// One question is always under way; the server answers it when there is something to tell.
void RestBackend::followChanges() {
    ServerRequest r = rest::get("/v1/changes");
    if (!m_position.isEmpty())
        r.path += "?waitMs=" + QByteArray::number(m_times.pollMs) + "&after=" + rest::segment(m_position);
    r.deadlineMs = m_times.pollMs + m_times.deadlineMs;
    r.repeatable = false; // asked again anyway
    m_line->askJson<wire::ChangesDocument>(r, wire::changesFrom) |
        then(this, [this](const Result<wire::ChangesDocument> &changes) {
            if (!changes)
                return m_again.start();
            const bool first = m_position.isEmpty();
            m_position = changes->position;
            m_heard = m_clock.now();
            if (first)
                readCatalogue(); // it was read before this place in the changes, and may be older
            else
                take(*changes);
            followChanges();
        });
}

/// Whether the server can be reached, the next changes tell; its database may be away behind those.
void RestBackend::awaitDatabase() {
    const bool lost =
        m_away && m_away->params.value(QStringLiteral("reason")).toString() == QLatin1StringView("database");
    if (!lost || std::exchange(m_probing, true))
        return;
    ServerRequest r = rest::get("/v1/verifiers");
    r.stored = true;
    r.repeatable = false; // asked again anyway
    m_line->tell(r) | then(this, [this](const Outcome &) {
        m_probing = false;
        if (m_away)
            m_probe.start();
    });
}

void RestBackend::hearChanges(const std::function<void(bool)> &go) {
    ServerRequest r = rest::get("/v1/changes", "waitMs=0&after=" + rest::segment(m_position));
    r.repeatable = false;
    m_line->askJson<wire::ChangesDocument>(r, wire::changesFrom) |
        then(this, [this, go](const Result<wire::ChangesDocument> &changes) {
            if (changes) {
                m_position = changes->position;
                m_heard = m_clock.now();
                take(*changes);
                if (changes->more)
                    return hearChanges(go);
            }
            go(changes.has_value());
        });
}

void RestBackend::take(const wire::ChangesDocument &changes) {
    if (changes.all || !changes.keys.isEmpty())
        touched(changes.all ? QList<KeyId>() : changes.keys);
    if (changes.catalogue)
        readCatalogue();
    if (changes.customers)
        emit customersChanged();
    if (changes.rules)
        m_rules->noteChange();
    if (m_requests)
        m_requests->noteChange();
}

void RestBackend::touched(const QList<KeyId> &ids) {
    m_lists.outdate(ids);
    emit keysChanged(ids);
}

void RestBackend::readCatalogue() {
    using Read = std::pair<Catalogue, qint64>;
    m_line->ask<Read>(rest::get("/v1/catalogue"), [](const ServerAnswer &a) -> Result<Read> {
        auto catalogue = Catalogue::fromJson(a.body);
        if (!catalogue)
            return fail(catalogue.error());
        return Read{*std::move(catalogue), wire::versionOfEtag(a.etag).value_or(1)};
    }) | then(this, [this](const Result<Read> &read) {
        if (!read || (read->second == m_start.vault.catalogueVersion && read->first == m_start.catalogue))
            return;
        m_start.catalogue = read->first;
        m_start.vault.catalogueVersion = read->second;
        emit catalogueChanged();
    });
}

void RestBackend::remember(const QList<ApiKey> &rows) {
    if (m_rows.size() + rows.size() > MostKnown)
        m_rows.clear();
    for (const ApiKey &k : rows)
        m_rows.insert(k.id, k);
}

QList<ApiKey> RestBackend::knownRows(const QList<KeyId> &ids) const {
    QList<ApiKey> known;
    for (const KeyId &id : ids) {
        if (const auto it = m_rows.constFind(id); it != m_rows.cend())
            known.append(*it);
    }
    return known;
}

QFuture<Result<KeyListPtr>> RestBackend::listOfKnown(const KeyQuery &query, const Error &why) const {
    if (KeyListPtr kept = m_lists.kept(query))
        return ready<Result<KeyListPtr>>(std::move(kept));
    if (m_rows.isEmpty())
        return ready<Result<KeyListPtr>>(fail(why));
    return inBackground(
        *QThreadPool::globalInstance(),
        [rows = m_rows, query, catalogue = m_start.catalogue, now = m_clock.now()]() -> Result<KeyListPtr> {
            return KeyListPtr(seenKeys(rows, query, catalogue, now));
        });
}

QFuture<Result<KeyListPtr>> RestBackend::listToShow(const KeyQuery &query) {
    if (m_away)
        return listOfKnown(query, *m_away);
    const Answer<Result<KeyListPtr>> answer;
    const auto give = [answer](const Result<KeyListPtr> &list) { answer.give(list); };
    m_lists.list(query) | then(this, [this, query, give](const Result<KeyListPtr> &list) {
        if (list || list.error().code != ErrorCode::Unreachable)
            return give(list);
        listOfKnown(query, list.error()) | then(this, give);
    });
    return answer.future();
}

QFuture<Result<QList<ApiKey>>> RestBackend::someRows(const QList<KeyId> &ids, bool some) {
    const Answer<Result<QList<ApiKey>>> answer;
    m_line->askJson<QList<ApiKey>>(
        rest::question("/v1/keys/get", {{QStringLiteral("ids"), rest::idList(ids)}}),
        [](const JsonNode &node) -> Result<QList<ApiKey>> {
            const JsonNode *keys = node.member(u"keys");
            return keys ? wire::keysFrom(*keys) : fail(ErrorCode::NotAServer);
        }) |
        then(this, [this, answer, ids, some](const Result<QList<ApiKey>> &rows) {
            if (rows) {
                remember(*rows);
                return answer.give(*rows);
            }
            const QList<ApiKey> known = knownRows(ids);
            const bool enough = some ? !known.isEmpty() : known.size() == ids.size();
            if (rows.error().code == ErrorCode::Unreachable && enough)
                return answer.give(known);
            answer.give(fail(rows.error()));
        });
    return answer.future();
}

QFuture<Result<QList<ApiKey>>> RestBackend::rows(const QList<KeyId> &ids) {
    return inParts<ApiKey>(this, ids, MostRows,
                           [this](const QList<KeyId> &part) { return someRows(part, false); });
}

QFuture<Result<QList<ApiKey>>> RestBackend::rowsToShow(const QList<KeyId> &ids) {
    if (const QList<ApiKey> known = m_away ? knownRows(ids) : QList<ApiKey>(); !known.isEmpty())
        return ready<Result<QList<ApiKey>>>(known);
    return inParts<ApiKey>(this, ids, MostRows,
                           [this](const QList<KeyId> &part) { return someRows(part, true); });
}

QFuture<Result<KeyCount>> RestBackend::count(const KeyQuery &query) {
    const QByteArray question = wire::toQuery(query).toString(QUrl::FullyEncoded).toUtf8();
    return m_line->askJson<KeyCount>(rest::get("/v1/keys/count", question),
                                     [](const JsonNode &node) -> Result<KeyCount> {
                                         QList<FieldError> errors;
                                         wire::ObjectReader o(node, {}, errors, wire::Strictness::Answer);
                                         const auto keys = o.counter("count", true);
                                         if (!keys || !errors.isEmpty())
                                             return fail(ErrorCode::NotAServer);
                                         return KeyCount{*keys};
                                     });
}

QFuture<Result<SidebarCounts>> RestBackend::counts(std::optional<Environment> environment,
                                                   const Thresholds &t) {
    QUrlQuery query = wire::toQuery(t);
    if (environment)
        query.addQueryItem(QStringLiteral("environment"), toWord(*environment));
    return m_line->askJson<SidebarCounts>(
        rest::get("/v1/keys/counts", query.toString(QUrl::FullyEncoded).toUtf8()), wire::sidebarCountsFrom);
}

QFuture<Result<QHash<KeyId, KeyAlerts>>> RestBackend::alerts(const QList<KeyId> &ids, const Thresholds &t) {
    using Found = QHash<KeyId, KeyAlerts>;
    const QByteArray query = wire::toQuery(t).toString(QUrl::FullyEncoded).toUtf8();
    QList<QFuture<Result<QList<Found>>>> parts;
    for (qsizetype from = 0; from < ids.size(); from += MostAlerts) {
        ServerRequest r = rest::question("/v1/keys/alerts",
                                         {{QStringLiteral("ids"), rest::idList(ids.mid(from, MostAlerts))}});
        if (!query.isEmpty())
            r.path += '?' + query;
        parts.append(m_line->askJson<QList<Found>>(r, [](const JsonNode &node) -> Result<QList<Found>> {
            const JsonNode *alerts = node.member(u"alerts");
            if (!alerts)
                return fail(ErrorCode::NotAServer);
            auto found = wire::alertsFrom(*alerts);
            if (!found)
                return fail(found.error());
            return QList<Found>{*std::move(found)};
        }));
    }
    const Answer<Result<Found>> answer;
    gather<Found>(this, parts) | then(this, [answer](const Result<QList<Found>> &all) {
        if (!all)
            return answer.give(fail(all.error()));
        Found found;
        for (const Found &some : *all)
            found.insert(some);
        answer.give(std::move(found));
    });
    return answer.future();
}

QFuture<Result<QByteArray>> RestBackend::verifierOf(const KeyId &) {
    return ready<Result<QByteArray>>(fail(ErrorCode::NotAllowed));
}

QFuture<Result<ApiKey>> RestBackend::findByCredential(const KeyId &credentialId, const QByteArray &verifier) {
    const QString text = QString::fromLatin1(wire::verifierText(verifier));
    return m_line->askJson<ApiKey>(
        rest::question("/v1/keys/find", {{QStringLiteral("credentialId"), credentialId.toString()},
                                         {QStringLiteral("verifier"), text}}),
        wire::keyFrom);
}

QFuture<Result<QHash<KeyId, ApiKey>>> RestBackend::owners(const QList<KeyId> &credentials) {
    using Found = QHash<KeyId, ApiKey>;
    using Pairs = QList<std::pair<KeyId, ApiKey>>;
    const Answer<Result<Found>> answer;
    inParts<Pairs::value_type>(this, credentials, MostRows, [this](const QList<KeyId> &some) {
        return m_line->askJson<Pairs>(
            rest::question("/v1/keys/owners", {{QStringLiteral("credentials"), rest::idList(some)}}),
            [](const JsonNode &node) -> Result<Pairs> {
                const JsonNode *owners = node.member(u"owners");
                if (!owners || owners->kind != JsonNode::Kind::Object)
                    return fail(ErrorCode::NotAServer);
                Pairs pairs;
                for (qsizetype i = 0; i < owners->keys.size(); ++i) {
                    const auto id = KeyId::fromString(owners->keys[i]);
                    auto key = wire::keyFrom(owners->items[i]);
                    if (!id || !key)
                        return fail(key ? Error(ErrorCode::NotAServer) : key.error());
                    pairs.append({*id, *std::move(key)});
                }
                return pairs;
            });
    }) | then(this, [answer](const Result<Pairs> &pairs) {
        if (!pairs)
            return answer.give(fail(pairs.error()));
        Found found;
        for (const auto &[id, key] : *pairs)
            found.insert(id, key);
        answer.give(std::move(found));
    });
    return answer.future();
}

QFuture<Result<bool>> RestBackend::nameExists(const QString &name, Environment env, const KeyId &except) {
    QByteArray query = "name=" + rest::segment(name) + "&environment=" + toWord(env).toLatin1();
    if (!except.isNull())
        query += "&except=" + except.view().toByteArray();
    return m_line->askJson<bool>(rest::get("/v1/keys/name-taken", query),
                                 [](const JsonNode &node) -> Result<bool> {
                                     const JsonNode *taken = node.member(u"taken");
                                     if (!taken || taken->kind != JsonNode::Kind::Bool)
                                         return fail(ErrorCode::NotAServer);
                                     return taken->flag;
                                 });
}

QFuture<Result<QStringList>> RestBackend::suggestions(SortColumn column) {
    return m_line->askJson<QStringList>(
        rest::get("/v1/keys/suggestions", "column=" + wire::toWord(column).toLatin1()),
        [](const JsonNode &node) -> Result<QStringList> {
            QList<FieldError> errors;
            wire::ObjectReader r(node, {}, errors, wire::Strictness::Answer);
            QStringList values = r.texts("values", 200);
            if (!errors.isEmpty())
                return fail(Error(errors));
            return values;
        });
}

QFuture<Result<KeySummary>> RestBackend::summary(const QList<KeyId> &ids, Instant usedSince) {
    const Answer<Result<KeySummary>> answer;
    inParts<KeySummary>(this, ids, MostSummary, [&](const QList<KeyId> &some) {
        return m_line->askJson<QList<KeySummary>>(
            rest::question("/v1/keys/summary", {{QStringLiteral("ids"), rest::idList(some)},
                                                {QStringLiteral("usedSince"), usedSince.toIso()}}),
            [](const JsonNode &node) -> Result<QList<KeySummary>> {
                auto one = wire::keySummaryFrom(node);
                if (!one)
                    return fail(one.error());
                return QList<KeySummary>{*std::move(one)};
            });
    }) | then(this, [answer](const Result<QList<KeySummary>> &parts) {
        if (!parts)
            return answer.give(fail(parts.error()));
        KeySummary all;
        for (const KeySummary &p : *parts) {
            all.keys += p.keys;
            all.production += p.production;
            all.damaged += p.damaged;
            all.usedSince += p.usedSince;
            for (std::size_t i = 0; i < all.states.size(); ++i)
                all.states[i] += p.states[i];
            for (std::size_t i = 0; i < all.byRisk.size(); ++i) {
                all.byRisk[i].keys += p.byRisk[i].keys;
                all.byRisk[i].some = (all.byRisk[i].some + p.byRisk[i].some).mid(0, KeySummary::SomeKeys);
            }
        }
        answer.give(all);
    });
    return answer.future();
}

} // namespace latchkey
