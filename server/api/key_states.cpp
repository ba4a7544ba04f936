#include "core/backend/request_log.h"
#include "core/wire/key_json.h"
#include "core/wire/records_json.h"
#include "server/api/key_access.h"
#include "server/api/routes.h"

// One key: its state, its token, what was seen of it.

namespace latchkey::server {

namespace {

using Plan = Result<KeyChange> (*)(KeyService &, const ApiKey &);

/// A change that needs to be told nothing but the version.
template<Plan plan>
void change(const CallPtr &call) {
    if (!noQuery(call) || !call->noBody())
        return;
    withMatchedKey(call, [call](const ApiKey &key) { carryOut(call, plan(call->keys(), key)); });
}

Result<KeyChange> activate(KeyService &s, const ApiKey &k) {
    return s.planActive(k, true);
}
Result<KeyChange> deactivate(KeyService &s, const ApiKey &k) {
    return s.planActive(k, false);
}
Result<KeyChange> restore(KeyService &s, const ApiKey &k) {
    return s.planRestore(k);
}
Result<KeyChange> purge(KeyService &s, const ApiKey &k) {
    return s.planPurge(k);
}
Result<KeyChange> finishRotation(KeyService &s, const ApiKey &k) {
    return s.planStopOld(k);
}

void revoke(const CallPtr &call) {
    struct Asked {
        QString reason;
        bool leaked = false;
    };
    if (!noQuery(call))
        return;
    const auto asked = membersOf(call, [](wire::ObjectReader &r) {
        Asked a;
        a.reason = r.text("reason");
        a.leaked = r.flag("leaked").value_or(false);
        return a;
    });
    if (!asked)
        return;
    withMatchedKey(call, [call, asked](const ApiKey &key) {
        carryOut(call, call->keys().planRevoke(key, asked->reason, asked->leaked));
    });
}

struct Rotation {
    std::optional<qint64> overlapMs;
    KeyId credentialId;
    QByteArray verifier;
};

std::optional<qint64> overlapOf(wire::ObjectReader &r) {
    if (r.isObject() && !r.has("overlapMs"))
        r.bad("overlapMs", "missing");
    return r.number("overlapMs", 0, KeyService::MostOverlapMs);
}

std::optional<Rotation> rotationOf(const CallPtr &call) {
    return membersOf(call, [](wire::ObjectReader &r) {
        Rotation rotation;
        rotation.overlapMs = overlapOf(r);
        if (!r.has("credentialId") && !r.has("verifier"))
            return rotation;
        rotation.credentialId = r.id("credentialId", true);
        const JsonNode *v = r.require("verifier");
        rotation.verifier = v ? wire::verifierFrom(v->text) : QByteArray();
        if (v && rotation.verifier.isEmpty())
            r.bad("verifier", "badVerifier");
        return rotation;
    });
}

void rotateHere(const CallPtr &call, const ApiKey &key, const Rotation &rotation) {
    const auto plan = call->keys().planRotation(key, rotation.overlapMs);
    if (!plan)
        return call->fail(plan.error());
    onward(
        call, call->site.vault.change(plan->change),
        [call, token = plan->token](const ApiKey &changed) {
            call->json({{QStringLiteral("key"), wire::toJson(changed, call->now())},
                        {QStringLiteral("token"), QString::fromLatin1(token->view())}},
                       200, {{"ETag", wire::etagOf(changed.version)}});
        },
        true);
}

void rotate(const CallPtr &call) {
    if (!noQuery(call))
        return;
    const auto rotation = rotationOf(call);
    if (!rotation)
        return;
    withMatchedKey(call, [call, rotation = *rotation](const ApiKey &key) {
        if (rotation.verifier.isEmpty())
            return rotateHere(call, key, rotation);
        const auto plan =
            call->keys().planRotation(key, rotation.overlapMs, rotation.credentialId, rotation.verifier);
        if (!plan)
            return call->fail(plan.error());
        whenUntaken(call, {rotation.credentialId}, [call, plan = *plan] { carryOut(call, plan); });
    });
}

void extendRotation(const CallPtr &call) {
    struct Asked {
        std::optional<qint64> overlapMs;
    };
    if (!noQuery(call))
        return;
    const auto asked = membersOf(call, [](wire::ObjectReader &r) { return Asked{overlapOf(r)}; });
    if (!asked)
        return;
    withMatchedKey(call, [call, asked](const ApiKey &key) {
        carryOut(call, call->keys().planExtendOld(key, asked->overlapMs));
    });
}

void dismissExposure(const CallPtr &call) {
    if (!noQuery(call) || !call->noBody())
        return;
    withKey(call, [call](const ApiKey &key) {
        onward(call, call->keys().dismissExposure(key), [call](const std::monostate &) { call->nothing(); });
    });
}

/// What a desktop does with the copy of a token in its keychain.
void noteEvent(const CallPtr &call) {
    struct Asked {
        QString action, why;
    };
    if (!noQuery(call))
        return;
    const auto asked = membersOf(call, [](wire::ObjectReader &r) {
        static const QSet<QString> known{QStringLiteral("key.reveal"), QStringLiteral("key.keep"),
                                         QStringLiteral("key.forget")};
        Asked a;
        a.action = r.text("action", true);
        if (!a.action.isEmpty() && !known.contains(a.action))
            r.bad("action", "badWord");
        a.why = r.text("why");
        if (!a.why.isEmpty() && a.why != QStringLiteral("reveal") && a.why != QStringLiteral("copy"))
            r.bad("why", "badWord");
        return a;
    });
    if (!asked)
        return;
    withKey(call, [call, asked](const ApiKey &key) {
        AuditEvent event;
        event.at = call->now();
        event.actor = call->caller.name;
        event.action = asked->action;
        event.key = key.id;
        event.keyName = key.config.name;
        if (!asked->why.isEmpty())
            event.after = {{QStringLiteral("why"), asked->why}};
        onward(call, call->site.vault.record(event), [call](const std::monostate &) { call->nothing(); });
    });
}

} // namespace

QList<Route> keyStateRoutes() {
    return {{"POST", "/v1/keys/{id}/activate", Writers, change<activate>},
            {"POST", "/v1/keys/{id}/deactivate", Writers, change<deactivate>},
            {"POST", "/v1/keys/{id}/restore", Writers, change<restore>},
            {"POST", "/v1/keys/{id}/purge", Writers, change<purge>},
            {"POST", "/v1/keys/{id}/revoke", Writers, revoke},
            {"POST", "/v1/keys/{id}/rotate", Writers, rotate},
            {"POST", "/v1/keys/{id}/extend-rotation", Writers, extendRotation},
            {"POST", "/v1/keys/{id}/finish-rotation", Writers, change<finishRotation>},
            {"POST", "/v1/keys/{id}/events", Writers, noteEvent},
            {"POST", "/v1/keys/{id}/dismiss-exposure", Writers, dismissExposure}};
}

} // namespace latchkey::server
