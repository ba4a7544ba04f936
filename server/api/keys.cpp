#include "core/model/sha256.h"
#include "core/model/validation.h"
#include "core/wire/key_json.h"
#include "server/api/key_access.h"
#include "server/api/routes.h"

// One key: get, create, change, delete.

namespace latchkey::server {

namespace {

void getKey(const CallPtr &call) {
    if (!noQuery(call))
        return;
    withKey(call, [call](const ApiKey &key) {
        if (call->request.ifNoneMatch == wire::etagOf(key.version)) {
            ApiResponse r;
            r.status = 304;
            r.contentType.clear();
            r.headers = {{"ETag", wire::etagOf(key.version)}};
            return call->give(std::move(r));
        }
        giveKey(call, key);
    });
}

/// It was there already: made by this very request before, or another's.
void giveIfSame(const CallPtr &call, const NewKey &asked) {
    onward(call, call->site.vault.rows({asked.id}), [call, asked](const QList<ApiKey> &rows) {
        const auto taken = [call] { call->problem(412, "taken", "A key with this id is there, or was"); };
        if (rows.isEmpty() || rows.first().state == KeyState::Purged || rows.first().config != asked.config)
            return taken();
        const ApiKey &key = rows.first();
        call->site.vault.findByCredential(asked.id, asked.verifier) |
            then(&call->site.context, [call, key, taken](const Result<ApiKey> &found) {
                if (found && found->id == key.id)
                    return giveKey(call, key);
                if (!found && found.error().code != ErrorCode::NotFound)
                    return call->fail(found.error());
                taken();
            });
    });
}

/// With the verifier of a token that the client made: may be sent again after a lost answer.
void createNamed(const CallPtr &call) {
    const auto id = idOf(call);
    if (!id || !noQuery(call))
        return;
    const auto body = call->body();
    if (!body)
        return;
    const auto asked = wire::creationFrom(*body, *id);
    if (!asked)
        return call->fail(asked.error());
    const auto plan = call->keys().planCreate(asked->config, *id, asked->verifier);
    if (!plan)
        return call->fail(plan.error());
    call->site.vault.create(plan->key) |
        then(&call->site.context, [call, key = plan->key](const Result<ApiKey> &made) {
            if (made)
                return giveKey(call, *made, 201);
            if (made.error().code == ErrorCode::Conflict)
                return giveIfSame(call, key);
            call->fail(made.error());
        });
}

std::optional<QString> actionOf(const CallPtr &call) {
    return queryOf(call, [](wire::QueryReader &r) {
        const QString word = r.text("action");
        static const QSet<QString> known{QString(), QStringLiteral("edit"), QStringLiteral("rename"),
                                         QStringLiteral("undo")};
        if (!known.contains(word))
            r.bad("action", "badWord");
        return QStringLiteral("key.") + (word.isEmpty() ? QStringLiteral("edit") : word);
    });
}

void edit(const CallPtr &call, bool whole) {
    const auto action = actionOf(call);
    if (!action)
        return;
    withMatchedKey(call, [call, whole, action](const ApiKey &key) {
        KeyConfig base = key.config;
        if (whole) {
            base = {};
            base.environment = key.config.environment;
            base.type = key.config.type;
        }
        const auto config =
            membersOf(call, [&base](wire::ObjectReader &r) { return wire::configFrom(r, base, true); });
        if (config)
            carryOut(call, call->keys().planEdit(key, *config, *action));
    });
}

void putKey(const CallPtr &call) {
    if (call->mustBeNew())
        return createNamed(call);
    edit(call, true);
}

void patchKey(const CallPtr &call) {
    edit(call, false);
}

void giveMade(const CallPtr &call, const ApiKey &key, const SharedSecret &token, bool replayed) {
    QJsonObject o{
        {QStringLiteral("key"), wire::toJson(key, call->now())},
        {QStringLiteral("token"), token ? QJsonValue(QString::fromLatin1(token->view())) : QJsonValue()},
        {QStringLiteral("replayed"), replayed}};
    call->json(
        o, replayed ? 200 : 201,
        {{"ETag", wire::etagOf(key.version)}, {"Location", "/v1/keys/" + key.id.toString().toLatin1()}});
}

void giveReplay(const CallPtr &call, const KeyId &made) {
    onward(call, call->site.vault.rows({made}), [call](const QList<ApiKey> &rows) {
        if (rows.isEmpty() || rows.first().state == KeyState::Purged)
            return call->notFound();
        giveMade(call, rows.first(), {}, true);
    });
}

/// `id` null: nobody can ask for the same again.
void make(const CallPtr &call, const KeyConfig &config, const KeyId &id) {
    std::optional<token::NewToken> made;
    if (!id.isNull())
        made = token::generate(call->site.vault.info().prefix, config.environment, id);
    const auto plan =
        made ? call->keys().planCreate(config, id, made->verifier) : call->keys().planCreate(config);
    if (!plan)
        return call->fail(plan.error());
    const SharedSecret secret =
        made ? std::make_shared<const SecretBytes>(std::move(made->token)) : plan->token;
    call->site.vault.create(plan->key) |
        then(&call->site.context, [call, secret, id](const Result<ApiKey> &key) {
            if (key)
                return giveMade(call, *key, secret, false);
            if (!id.isNull() && key.error().code == ErrorCode::Conflict)
                return giveReplay(call, id);
            call->fail(key.error());
        });
}

bool isGoodKey(const QByteArray &key) {
    return key.size() <= 200 &&
           std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

/// The server makes the token. With an Idempotency-Key a second request makes no second key.
void postKey(const CallPtr &call) {
    if (!noQuery(call))
        return;
    const auto config = membersOf(call, [](wire::ObjectReader &r) { return wire::configFrom(r, {}, false); });
    if (!config)
        return;
    const QByteArray &repeat = call->request.idempotencyKey;
    if (repeat.isEmpty())
        return make(call, *config, {});
    if (!isGoodKey(repeat))
        return call->problem(400, "bad_idempotency_key",
                             "An Idempotency-Key has 1 to 200 visible characters");
    // Checked first: a request that is refused is not remembered.
    if (const auto bad = call->keys().planCreate(*config, token::randomId(), QByteArray(32, '\0')); !bad)
        return call->fail(bad.error());
    const PrincipalStore::Repeatable asked{call->caller.id, QString::fromLatin1(repeat),
                                           sha256(call->request.body), token::randomId(), call->now()};
    onward(call, call->site.principals.remember(asked),
           [call, asked, config = *config](const PrincipalStore::Repeatable &known) {
               if (known.request != asked.request)
                   return call->problem(422, "idempotency_key_reused",
                                        "This Idempotency-Key came with another body before");
               if (known.made == asked.made)
                   return make(call, config, known.made);
               onward(call, call->site.vault.rows({known.made}),
                      [call, config, id = known.made](const QList<ApiKey> &rows) {
                          // Not there: the server ended between the two steps, and nobody has its token.
                          rows.isEmpty() ? make(call, config, id) : giveReplay(call, id);
                      });
           });
}

void deleteKey(const CallPtr &call) {
    if (!noQuery(call) || !call->noBody())
        return;
    withMatchedKey(call, [call](const ApiKey &key) { carryOut(call, call->keys().planRemove(key)); });
}

} // namespace

QList<Route> keyRoutes() {
    return {{"POST", "/v1/keys", Writers, postKey},
            {"GET", "/v1/keys/{id}", Readers, getKey},
            {"PUT", "/v1/keys/{id}", Writers, putKey},
            {"PATCH", "/v1/keys/{id}", Writers, patchKey},
            {"DELETE", "/v1/keys/{id}", Writers, deleteKey}};
}

} // namespace latchkey::server
