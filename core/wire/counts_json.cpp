#include "core/wire/key_query.h"
#include "core/wire/records_json.h"

#include <QJsonArray>

// Numbers about keys: what the sidebar, the sheets before a change of many and the alerts column show.

namespace latchkey::wire {

namespace {

constexpr std::array riskWords{"usedInProduction",  "used",        "production", "other",
                               "productionUnknown", "otherUnknown"};
constexpr std::array AllStates{KeyState::Active, KeyState::Inactive, KeyState::Revoked, KeyState::Deleted,
                               KeyState::Purged};

QJsonArray idsOf(const QList<KeyId> &ids) {
    QJsonArray list;
    for (const KeyId &id : ids)
        list.append(id.toString());
    return list;
}

template<typename T>
Result<T> counted(QList<FieldError> &errors, T value) {
    if (!errors.isEmpty())
        return fail(Error(std::move(errors)));
    return value;
}

} // namespace

QJsonObject toJson(const SidebarCounts &c) {
    QJsonObject environments, smart;
    for (const Environment e : AllEnvironments)
        environments.insert(latchkey::toWord(e), counterText(c.environments[static_cast<std::size_t>(e)]));
    for (int i = 1; i < SmartFilterCount; ++i)
        smart.insert(toWord(static_cast<SmartFilter>(i)), counterText(c.smart[static_cast<std::size_t>(i)]));
    return {{QStringLiteral("environments"), environments},
            {QStringLiteral("smart"), smart},
            {QStringLiteral("all"), counterText(c.all)}};
}

Result<SidebarCounts> sidebarCountsFrom(const JsonNode &node) {
    QList<FieldError> errors;
    ObjectReader r(node, {}, errors, Strictness::Answer);
    SidebarCounts c;
    c.all = r.counter("all", true).value_or(0);
    if (const JsonNode *n = r.require("environments")) {
        ObjectReader o(*n, r.pathOf("environments"), errors, Strictness::Answer);
        for (const Environment e : AllEnvironments)
            c.environments[static_cast<std::size_t>(e)] =
                o.counter(latchkey::toWord(e).toLatin1().constData()).value_or(0);
    }
    if (const JsonNode *n = r.require("smart")) {
        ObjectReader o(*n, r.pathOf("smart"), errors, Strictness::Answer);
        for (int i = 1; i < SmartFilterCount; ++i)
            c.smart[static_cast<std::size_t>(i)] =
                o.counter(toWord(static_cast<SmartFilter>(i)).toLatin1().constData()).value_or(0);
    }
    return counted(errors, c);
}

QJsonObject toJson(const KeySummary &s) {
    QJsonObject risks, states;
    for (std::size_t i = 0; i < riskWords.size(); ++i)
        risks.insert(QLatin1StringView(riskWords[i]),
                     QJsonObject{{QStringLiteral("keys"), counterText(s.byRisk[i].keys)},
                                 {QStringLiteral("some"), idsOf(s.byRisk[i].some)}});
    for (const KeyState state : AllStates)
        states.insert(latchkey::toWord(state), counterText(s.states[static_cast<std::size_t>(state)]));
    return {{QStringLiteral("keys"), counterText(s.keys)},
            {QStringLiteral("production"), counterText(s.production)},
            {QStringLiteral("damaged"), counterText(s.damaged)},
            {QStringLiteral("usedSince"), counterText(s.usedSince)},
            {QStringLiteral("states"), states},
            {QStringLiteral("byRisk"), risks}};
}

Result<KeySummary> keySummaryFrom(const JsonNode &node) {
    QList<FieldError> errors;
    ObjectReader r(node, {}, errors, Strictness::Answer);
    KeySummary s;
    s.keys = r.counter("keys", true).value_or(0);
    s.production = r.counter("production", true).value_or(0);
    s.damaged = r.counter("damaged", true).value_or(0);
    s.usedSince = r.counter("usedSince", true).value_or(0);
    if (const JsonNode *n = r.require("states")) {
        ObjectReader o(*n, r.pathOf("states"), errors, Strictness::Answer);
        for (const KeyState state : AllStates)
            s.states[static_cast<std::size_t>(state)] =
                o.counter(latchkey::toWord(state).toLatin1().constData()).value_or(0);
    }
    if (const JsonNode *n = r.require("byRisk")) {
        ObjectReader o(*n, r.pathOf("byRisk"), errors, Strictness::Answer);
        for (std::size_t i = 0; i < riskWords.size(); ++i) {
            const JsonNode *g = o.require(riskWords[i]);
            if (!g)
                continue;
            ObjectReader group(*g, o.pathOf(riskWords[i]), errors, Strictness::Answer);
            s.byRisk[i].keys = group.counter("keys", true).value_or(0);
            s.byRisk[i].some = group.ids("some", 1000);
        }
    }
    return counted(errors, std::move(s));
}

QJsonObject toJson(const QHash<KeyId, KeyAlerts> &alerts) {
    QJsonObject o;
    for (auto it = alerts.begin(); it != alerts.end(); ++it) {
        QJsonArray list;
        for (const SmartFilter f : it.value())
            list.append(toWord(f));
        o.insert(it.key().toString(), list);
    }
    return o;
}

Result<QHash<KeyId, KeyAlerts>> alertsFrom(const JsonNode &node) {
    QList<FieldError> errors;
    const ObjectReader r(node, {}, errors, Strictness::Answer);
    QHash<KeyId, KeyAlerts> alerts;
    for (qsizetype i = 0; r.isObject() && i < node.keys.size(); ++i) {
        const auto id = KeyId::fromString(node.keys[i]);
        if (!id || node.items[i].kind != JsonNode::Kind::List) {
            errors.append({node.keys[i].left(100), QStringLiteral("badId"), {}});
            continue;
        }
        KeyAlerts &list = alerts[*id];
        for (const JsonNode &word : node.items[i].items) {
            if (const auto f = smartFilterFromWord(word.text)) // a newer server may know more
                list.append(*f);
        }
    }
    return counted(errors, std::move(alerts));
}

QJsonObject toJson(const ScopeUse &u) {
    QJsonArray scopes;
    for (const Scope &s : u.scopes)
        scopes.append(s.toString());
    return {{QStringLiteral("type"), latchkey::toWord(u.type)},
            {QStringLiteral("scopes"), scopes},
            {QStringLiteral("keys"), counterText(u.keys)},
            {QStringLiteral("some"), idsOf(u.some)}};
}

Result<QList<ScopeUse>> scopeUsesFrom(const JsonNode &list) {
    QList<FieldError> errors;
    QList<ScopeUse> uses;
    if (list.kind != JsonNode::Kind::List)
        errors.append({{}, QStringLiteral("notAList"), {}});
    for (const JsonNode &n : list.items) {
        ObjectReader r(n, {}, errors, Strictness::Answer);
        ScopeUse u;
        u.type = r.word(
                      "type", [](QStringView w) { return keyTypeFromWord(w); }, true)
                     .value_or(KeyType::General);
        QList<Scope> scopes;
        const QStringList texts = r.texts("scopes", 10'000);
        for (const QString &t : texts) {
            if (const auto s = Scope::fromString(t))
                scopes.append(*s);
        }
        u.scopes = ScopeSet(std::move(scopes));
        u.keys = r.counter("keys", true).value_or(0);
        u.some = r.ids("some", ScopeUse::SomeKeys);
        uses.append(std::move(u));
    }
    return counted(errors, std::move(uses));
}

} // namespace latchkey::wire
