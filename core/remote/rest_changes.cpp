#include "core/remote/gather.h"
#include "core/remote/rest_backend.h"
#include "core/remote/rest_bodies.h"
#include "core/wire/key_json.h"
#include "core/wire/problem.h"

// Changes of keys. A version is the lock of each, so that one that arrives twice is made once; an answer that
// is lost is looked for.

namespace latchkey {

namespace {

constexpr qsizetype MostChanges = 500;

Result<QList<Result<ApiKey>>> resultsFrom(const JsonNode &node, qsizetype asked) {
    const JsonNode *list = node.member(u"results");
    if (!list || list->kind != JsonNode::Kind::List || list->items.size() != asked)
        return fail(ErrorCode::NotAServer, {{QStringLiteral("reason"), QStringLiteral("results")}});
    QList<Result<ApiKey>> results;
    for (const JsonNode &item : list->items) {
        if (const JsonNode *key = item.member(u"key")) {
            auto read = wire::keyFrom(*key);
            if (!read)
                return fail(read.error());
            results.append(*std::move(read));
            continue;
        }
        const JsonNode *refusal = item.member(u"problem");
        const auto problem = refusal ? wire::problemFrom(*refusal) : std::nullopt;
        if (!problem)
            return fail(ErrorCode::NotAServer, {{QStringLiteral("reason"), QStringLiteral("results")}});
        results.append(fail(wire::errorOf(*problem)));
    }
    return results;
}

template<typename T>
Result<T> only(const Result<QList<Result<T>>> &many) {
    return many ? many->first() : Result<T>(fail(many.error()));
}

} // namespace

/// The change that was asked for, and nobody else's after it.
bool RestBackend::isMine(const KeyChange &c, const ApiKey &now) const {
    return now.version == c.expectedVersion + 1 && now.changedBy == m_start.me &&
           (!c.rotation || now.credentialId == c.rotation->credentialId) &&
           (!c.state || now.state == *c.state) && (!c.config || now.config == *c.config);
}

QFuture<Result<RestBackend::Results>> RestBackend::resolve(const QList<KeyChange> &changes,
                                                           const Error &lost) {
    QList<KeyId> ids;
    for (const KeyChange &c : changes)
        ids.append(c.id);
    // Behind a gateway that has stopped waiting, the server may still be at it.
    const bool mayCome = lost.params.contains(QStringLiteral("httpStatus"));
    const Answer<Result<Results>> answer;
    inParts<ApiKey>(this, ids, 200, [this](const QList<KeyId> &some) {
        return m_line->askJson<QList<ApiKey>>(
            rest::question("/v1/keys/get", {{QStringLiteral("ids"), rest::idList(some)}}),
            [](const JsonNode &node) -> Result<QList<ApiKey>> {
                const JsonNode *keys = node.member(u"keys");
                return keys ? wire::keysFrom(*keys) : fail(ErrorCode::NotAServer);
            });
    }) | then(this, [this, answer, changes, lost, mayCome](const Result<QList<ApiKey>> &rows) {
        if (!rows)
            return answer.give(fail(lost));
        QHash<KeyId, ApiKey> now;
        for (const ApiKey &k : *rows)
            now.insert(k.id, k);
        Results results;
        for (const KeyChange &c : changes) {
            const auto it = now.constFind(c.id);
            if (it == now.cend())
                results.append(fail(ErrorCode::NotFound));
            else if (isMine(c, *it))
                results.append(*it);
            else if (it->version == c.expectedVersion)
                results.append(fail(mayCome ? lost : Error(ErrorCode::Unreachable, lost.params)));
            else
                results.append(fail(ErrorCode::Conflict, {{QStringLiteral("changedBy"), it->changedBy},
                                                          {QStringLiteral("version"), it->version}}));
        }
        answer.give(std::move(results));
    });
    return answer.future();
}

QFuture<Result<RestBackend::Results>> RestBackend::someChanges(const QList<KeyChange> &changes) {
    QJsonArray list;
    for (const KeyChange &c : changes)
        list.append(wire::toJson(c));
    const Answer<Result<Results>> answer;
    m_line->askJson<Results>(rest::changing("POST", "/v1/bulk/change", {{QStringLiteral("changes"), list}}),
                             [n = changes.size()](const JsonNode &node) { return resultsFrom(node, n); }) |
        then(this, [this, answer, changes](const Result<Results> &results) {
            const auto pass = [this, answer, changes](const Result<Results> &all) {
                if (all) {
                    QList<KeyId> ids;
                    QList<ApiKey> rows;
                    for (qsizetype i = 0; i < all->size(); ++i) {
                        ids.append(changes[i].id);
                        if (all->at(i))
                            rows.append(*all->at(i));
                    }
                    remember(rows);
                    touched(ids);
                }
                answer.give(all);
            };
            if (!results)
                return results.error().code == ErrorCode::Unanswered
                           ? resolve(changes, results.error()) | then(this, pass)
                           : pass(results);
            // Qt sends a request once more when a connection ends before the answer: then the second one
            // meets what the first has made.
            const bool doubtful = std::any_of(results->begin(), results->end(), [this](const auto &r) {
                return !r && r.error().code == ErrorCode::Conflict &&
                       r.error().params.value(QStringLiteral("changedBy")).toString() == m_start.me;
            });
            if (!doubtful)
                return pass(results);
            resolve(changes, Error(ErrorCode::Conflict)) |
                then(this, [pass, first = *results](const Result<Results> &second) {
                    Results all = first;
                    for (qsizetype i = 0; second && i < all.size(); ++i) {
                        if (!all[i] && second->at(i))
                            all[i] = second->at(i);
                    }
                    pass(all);
                });
        });
    return answer.future();
}

QFuture<Result<QList<Result<ApiKey>>>> RestBackend::changeMany(const QList<KeyChange> &changes) {
    return inParts<Result<ApiKey>>(this, changes, MostChanges,
                                   [this](const QList<KeyChange> &some) { return someChanges(some); });
}

QFuture<Result<ApiKey>> RestBackend::change(const KeyChange &change) {
    const Answer<Result<ApiKey>> answer;
    someChanges({change}) |
        then(this, [answer](const Result<Results> &results) { answer.give(only(results)); });
    return answer.future();
}

/// The client has made the token, so that the same request makes the same key however often it arrives.
QFuture<Result<ApiKey>> RestBackend::create(const NewKey &key) {
    ServerRequest r =
        rest::changing("PUT", "/v1/keys/" + key.id.view().toByteArray(), wire::creationJson(key));
    r.headers.emplaceBack("If-None-Match", "*");
    r.repeatable = true;
    const Answer<Result<ApiKey>> answer;
    m_line->askJson<ApiKey>(r, wire::keyFrom) | then(this, [this, answer](const Result<ApiKey> &made) {
        if (made) {
            remember({*made});
            touched({made->id});
        }
        answer.give(made);
    });
    return answer.future();
}

QFuture<Result<RestBackend::Results>> RestBackend::someCreations(const QList<NewKey> &keys) {
    QJsonArray list;
    for (const NewKey &k : keys)
        list.append(wire::bulkCreationJson(k));
    const Answer<Result<Results>> answer;
    m_line->askJson<Results>(rest::changing("POST", "/v1/bulk/create", {{QStringLiteral("keys"), list}}),
                             [n = keys.size()](const JsonNode &node) { return resultsFrom(node, n); }) |
        then(this, [this, answer, keys](const Result<Results> &results) {
            const bool lost = !results && results.error().code == ErrorCode::Unanswered;
            if (!lost) {
                if (results) {
                    QList<KeyId> ids;
                    for (const NewKey &k : keys)
                        ids.append(k.id);
                    touched(ids);
                }
                return answer.give(results);
            }
            // Each once more by its own id: what is there already is answered as made. The others only where
            // the first is answered.
            create(keys.first()) | then(this, [this, answer, keys, results](const Result<ApiKey> &first) {
                if (!first && (first.error().code == ErrorCode::Unanswered ||
                               first.error().code == ErrorCode::Unreachable))
                    return answer.give(results);
                QList<QFuture<Result<Results>>> parts{ready<Result<Results>>(Results{first})};
                for (const NewKey &k : keys.mid(1)) {
                    const Answer<Result<Results>> one;
                    create(k) | then(this, [one](const Result<ApiKey> &made) { one.give(Results{made}); });
                    parts.append(one.future());
                }
                gather<Result<ApiKey>>(this, parts) |
                    then(this, [answer](const Result<Results> &all) { answer.give(all); });
            });
        });
    return answer.future();
}

QFuture<Result<QList<Result<ApiKey>>>> RestBackend::createMany(const QList<NewKey> &keys) {
    return inParts<Result<ApiKey>>(this, keys, MostChanges,
                                   [this](const QList<NewKey> &some) { return someCreations(some); });
}

} // namespace latchkey
