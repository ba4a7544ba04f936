#include "server/api/key_access.h"

#include "core/wire/key_json.h"

namespace latchkey::server {

std::optional<KeyId> idOf(const CallPtr &call, qsizetype param) {
    const auto id = KeyId::fromString(call->params.at(param));
    if (!id)
        call->notFound();
    return id;
}

void withKey(const CallPtr &call, const std::function<void(const ApiKey &)> &f) {
    const auto id = idOf(call);
    if (!id)
        return;
    onward(call, call->site.vault.rows({*id}), [call, f](const QList<ApiKey> &rows) {
        if (rows.isEmpty() || rows.first().state == KeyState::Purged)
            return call->notFound();
        f(rows.first());
    });
}

wire::Problem conflictOf(const QString &changedBy, qint64 version) {
    wire::Problem p = wire::problemOf(Error(ErrorCode::Conflict, {{QStringLiteral("changedBy"), changedBy},
                                                                  {QStringLiteral("version"), version}}));
    p.status = 412;
    return p;
}

void withMatchedKey(const CallPtr &call, const std::function<void(const ApiKey &)> &f) {
    const auto version = call->matchedVersion();
    if (!version)
        return;
    withKey(call, [call, f, version](const ApiKey &key) {
        if (key.version != *version)
            return call->problem(conflictOf(key.changedBy, key.version));
        f(key);
    });
}

void giveKey(const CallPtr &call, const ApiKey &key, int status) {
    Call::Headers headers{{"ETag", wire::etagOf(key.version)}};
    if (status == 201)
        headers.append({"Location", "/v1/keys/" + key.id.toString().toLatin1()});
    call->json(wire::toJson(key, call->now()), status, std::move(headers));
}

void giveChanged(const CallPtr &call, const QFuture<Result<ApiKey>> &future) {
    onward(
        call, future, [call](const ApiKey &key) { giveKey(call, key); }, true);
}

void carryOut(const CallPtr &call, const Result<KeyChange> &plan) {
    if (!plan)
        return call->fail(plan.error());
    giveChanged(call, call->site.vault.change(*plan));
}

void whenUntaken(const CallPtr &call, const QList<KeyId> &credentials, const std::function<void()> &f) {
    onward(call, call->site.vault.owners(credentials), [call, f](const QHash<KeyId, ApiKey> &owners) {
        if (owners.isEmpty())
            return f();
        wire::Problem p = wire::problemOf(Error(ErrorCode::Conflict));
        p.params = {{QStringLiteral("credentialId"), owners.begin().key().toString()}};
        p.title = QStringLiteral("This credential id is taken");
        call->problem(p);
    });
}

} // namespace latchkey::server
