#include "core/wire/key_json.h"
#include "server/api/routes.h"

#include <QSet>

// Many keys in one transaction. Each that is refused has its own problem and stops nobody else.

namespace latchkey::server {

namespace {

constexpr qsizetype MostItems = 500;
const JsonBounds bulkBounds{qsizetype{10} << 20, 16, 500'000};

QJsonObject problemItem(const Error &e) {
    wire::Problem p = wire::problemOf(e);
    return {{QStringLiteral("problem"), wire::toJson(p)}};
}

/// What became of each element, in the order asked.
class Outcomes {
public:
    explicit Outcomes(qsizetype size)
        : m_items(size) {}
    void refuse(qsizetype i, const Error &e) { m_items[i] = problemItem(e); }
    /// The place of an element that goes to the vault.
    void ask(qsizetype i) { m_asked.append(i); }
    [[nodiscard]] bool isAnyAsked() const { return !m_asked.isEmpty(); }
    void settle(const QList<Result<ApiKey>> &results, Instant now) {
        for (qsizetype n = 0; n < results.size() && n < m_asked.size(); ++n) {
            if (results[n])
                m_items[m_asked[n]] = {{QStringLiteral("key"), wire::toJson(*results[n], now)}};
            else
                refuse(m_asked[n], results[n].error());
        }
    }
    void give(const CallPtr &call) const {
        QJsonArray list;
        for (const QJsonObject &o : m_items)
            list.append(o);
        call->json({{QStringLiteral("results"), list}});
    }

private:
    QList<QJsonObject> m_items;
    QList<qsizetype> m_asked;
};
using OutcomesPtr = std::shared_ptr<Outcomes>;

void settle(const CallPtr &call, const OutcomesPtr &outcomes,
            const QFuture<Result<QList<Result<ApiKey>>>> &done) {
    onward(call, done, [call, outcomes](const QList<Result<ApiKey>> &results) {
        outcomes->settle(results, call->now());
        outcomes->give(call);
    });
}

/// Reads the elements of `name`; one that is badly formed refuses the whole request, before anything is done.
template<typename T, typename F>
std::optional<QList<T>> itemsOf(const CallPtr &call, const char *name, F read) {
    if (!noQuery(call))
        return std::nullopt;
    return membersOf(
        call,
        [&](wire::ObjectReader &r) {
            QList<T> items;
            if (r.isObject() && !r.has(name))
                r.bad(name, "missing");
            const QList<JsonNode> &list = r.list(name, MostItems);
            QSet<KeyId> seen;
            for (qsizetype i = 0; i < list.size(); ++i) {
                const QString path = QStringLiteral("%1[%2]").arg(QLatin1StringView(name)).arg(i);
                auto item = read(list[i], path);
                if (!item) {
                    r.errors().append(item.error().fields);
                    continue;
                }
                if (seen.contains(item->id))
                    r.errors().append({path + QStringLiteral(".id"), QStringLiteral("repeated"), {}});
                seen.insert(item->id);
                items.append(std::move(*item));
            }
            return items;
        },
        bulkBounds);
}

void bulkCreate(const CallPtr &call) {
    const auto items = itemsOf<NewKey>(
        call, "keys", [](const JsonNode &n, const QString &path) { return wire::bulkCreationFrom(n, path); });
    if (!items)
        return;
    const auto outcomes = std::make_shared<Outcomes>(items->size());
    QList<NewKey> planned;
    for (qsizetype i = 0; i < items->size(); ++i) {
        const NewKey &k = items->at(i);
        auto plan = call->keys().planCreate(k.config, k.id, k.verifier);
        if (!plan) {
            outcomes->refuse(i, plan.error());
            continue;
        }
        outcomes->ask(i);
        planned.append(plan->key);
    }
    if (!outcomes->isAnyAsked())
        return outcomes->give(call);
    settle(call, outcomes, call->site.vault.createMany(planned));
}

/// The use case that an action is, with all its checks.
Result<KeyChange> planOf(KeyService &service, const ApiKey &key, const KeyChange &asked) {
    if (key.version != asked.expectedVersion)
        return fail(ErrorCode::Conflict,
                    {{QStringLiteral("changedBy"), key.changedBy}, {QStringLiteral("version"), key.version}});
    const auto is = [&asked](const char *action) { return asked.action == QLatin1StringView(action); };
    if (asked.config)
        return service.planEdit(key, *asked.config, asked.action);
    if (asked.rotation)
        return service.planRotation(key, wire::overlapOf(asked.rotation->oldUntil, asked.at),
                                    asked.rotation->credentialId, asked.rotation->verifier);
    if (is("key.extendOld"))
        return service.planExtendOld(key, wire::overlapOf(*asked.oldUntil, asked.at));
    if (is("key.stopOld"))
        return service.planStopOld(key);
    if (is("key.activate") || is("key.deactivate"))
        return service.planActive(key, is("key.activate"));
    if (is("key.revoke"))
        return service.planRevoke(key, asked.reason, asked.leaked.value_or(false));
    if (is("key.restore"))
        return service.planRestore(key);
    return is("key.delete") ? service.planRemove(key) : service.planPurge(key);
}

void changeKnown(const CallPtr &call, const QList<KeyChange> &asked, const QHash<KeyId, ApiKey> &takenBy,
                 const QList<ApiKey> &rows) {
    QHash<KeyId, ApiKey> known;
    for (const ApiKey &k : rows) {
        if (k.state != KeyState::Purged)
            known.insert(k.id, k);
    }
    const auto outcomes = std::make_shared<Outcomes>(asked.size());
    QList<KeyChange> changes;
    for (qsizetype i = 0; i < asked.size(); ++i) {
        const auto key = known.constFind(asked[i].id);
        if (key == known.cend()) {
            outcomes->refuse(i, Error(ErrorCode::NotFound));
            continue;
        }
        const bool taken = asked[i].rotation && takenBy.contains(asked[i].rotation->credentialId);
        auto plan =
            taken ? Result<KeyChange>(fail(ErrorCode::Conflict)) : planOf(call->keys(), *key, asked[i]);
        if (!plan) {
            outcomes->refuse(i, plan.error());
            continue;
        }
        outcomes->ask(i);
        changes.append(std::move(*plan));
    }
    if (!outcomes->isAnyAsked())
        return outcomes->give(call);
    settle(call, outcomes, call->site.vault.changeMany(changes));
}

void bulkChange(const CallPtr &call) {
    const auto items =
        itemsOf<KeyChange>(call, "changes", [now = call->now()](const JsonNode &n, const QString &path) {
            return wire::changeFrom(n, path, now);
        });
    if (!items)
        return;
    QList<KeyId> ids, credentials;
    for (const KeyChange &c : *items) {
        ids.append(c.id);
        if (!c.rotation)
            continue;
        if (credentials.contains(c.rotation->credentialId))
            return call->problem(400, "invalid_input", "Two rotations to one credential id");
        credentials.append(c.rotation->credentialId);
    }
    onward(call, call->site.vault.owners(credentials),
           [call, items = *items, ids](const QHash<KeyId, ApiKey> &takenBy) {
               onward(call, call->site.vault.rows(ids), [call, items, takenBy](const QList<ApiKey> &rows) {
                   changeKnown(call, items, takenBy, rows);
               });
           });
}

} // namespace

QList<Route> bulkRoutes() {
    return {{"POST", "/v1/bulk/create", Writers, bulkCreate},
            {"POST", "/v1/bulk/change", Writers, bulkChange},
            {"POST", "/v1/import", Writers, importKeys, true}};
}

} // namespace latchkey::server
