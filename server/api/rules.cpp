#include "core/wire/key_json.h"
#include "core/wire/rules_json.h"
#include "server/api/routes.h"

// What requests need that gateways ask for: the vault's, and those of this server's own file over them.

namespace latchkey::server {

namespace {

/// A thousand rules with long paths.
constexpr JsonBounds RuleBounds{1 << 20, 8, 20'000};

void giveRules(const CallPtr &call, RuleBook book) {
    book.fixed = call->site.own.fixed;
    book.environment = call->site.own.environment;
    call->json(wire::toJson(book), 200, {{"ETag", wire::etagOf(book.kept.version)}});
}

void getRules(const CallPtr &call) {
    RuleStore *store = call->site.vault.rules();
    if (!noQuery(call))
        return;
    if (!store)
        return call->notFound();
    onward(call, store->rules(), [call](const RuleBook &book) { giveRules(call, book); });
}

void putRules(const CallPtr &call) {
    const auto action = queryOf(call, [](wire::QueryReader &r) {
        const QString word = r.text("action");
        if (!word.isEmpty() && word != QStringLiteral("edit") && word != QStringLiteral("undo"))
            r.bad("action", "badWord");
        return QStringLiteral("rules.") + (word.isEmpty() ? QStringLiteral("edit") : word);
    });
    if (!action)
        return;
    if (!call->site.vault.rules())
        return call->notFound();
    const auto version = call->matchedVersion();
    if (!version)
        return;
    const auto rules = membersOf(
        call,
        [](wire::ObjectReader &r) {
            const JsonNode *list = r.require("rules");
            return list ? wire::rulesFrom(*list, QStringLiteral("rules"), r.errors()) : QList<GatewayRule>();
        },
        RuleBounds);
    if (!rules)
        return;
    onward(
        call, call->keys().changeRules(*rules, *version, *action),
        [call](const RuleBook &book) { giveRules(call, book); }, true);
}

} // namespace

QList<Route> ruleRoutes() {
    return {{"GET", "/v1/rules", Readers, getRules}, {"PUT", "/v1/rules", Admins, putRules}};
}

} // namespace latchkey::server
