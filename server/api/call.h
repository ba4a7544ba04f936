#pragma once

#include "core/backend/principal_store.h"
#include "core/backend/rule_store.h"
#include "core/model/futures.h"
#include "core/services/key_service.h"
#include "core/wire/key_query.h"
#include "core/wire/problem.h"
#include "core/wire/reading.h"
#include "server/api/exchange.h"

#include <QJsonArray>
#include <QJsonObject>

namespace latchkey {
class FoundNames;
class JobRunner;
} // namespace latchkey

namespace latchkey::server {

class ListShelf;
class ChangeTail;

/// What this server's own configuration says of verifications.
struct OwnRules {
    std::optional<QList<GatewayRule>> fixed; ///< its rules, in place of the vault's; none: the vault's hold
    std::optional<Environment> environment;
};

/// What all requests share. Outlives each of them.
struct Site {
    VaultBackend &vault;
    PrincipalStore &principals;
    SecretStore &secrets;
    const Clock &clock;
    ListShelf &lists;
    FoundNames &names; ///< of a search of requests
    ChangeTail &changes;
    JobRunner &jobs;
    const OwnRules &own;
    QObject &context; ///< continuations run on its thread and not after it
};

/// One request under way, with whoever asked for it. Answered exactly once; dropped without an answer (the
/// vault is closing), it says so itself.
class Call {
public:
    Call(Site &site, ApiRequest request);
    ~Call();
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;

    Site &site;
    const ApiRequest request;
    QByteArray query;
    QStringList params; ///< what stood for each {…} of the route's pattern
    PrincipalRecord caller;

    [[nodiscard]] QFuture<ApiResponse> future() const { return m_answer.future(); }
    /// The use cases, with the rights of the caller.
    [[nodiscard]] KeyService &keys();
    [[nodiscard]] Actor actor() const { return {caller.name}; }
    [[nodiscard]] Instant now() const { return site.clock.now(); }

    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    void give(ApiResponse response);
    void json(const QJsonObject &object, int status = 200, Headers headers = {});
    void nothing(); ///< 204
    void problem(wire::Problem problem, Headers headers = {});
    void problem(int status, const char *code, const char *title, Headers headers = {});
    /// `matched`: the request named a version, so a conflict is a failed precondition.
    void fail(const Error &error, bool matched = false);
    void notFound();
    /// Answers with the errors and says false, or says true where there are none.
    bool fine(const QList<FieldError> &errors, bool inQuery = false);

    /// The body as JSON, read strictly; otherwise the request is answered.
    std::optional<JsonNode> body(const JsonBounds &bounds = {64 << 10, 16, 20'000});
    /// A request that needs no body has none, or {}.
    bool noBody();
    /// The version of If-Match; otherwise the request is answered with 428 or 400.
    std::optional<qint64> matchedVersion();
    /// `If-None-Match: *`
    [[nodiscard]] bool mustBeNew() const { return request.ifNoneMatch == "*"; }

private:
    Answer<ApiResponse> m_answer;
    std::unique_ptr<KeyService> m_keys;
    bool m_given = false;
};
using CallPtr = std::shared_ptr<Call>;

/// Continues a call: an error answers it, a value goes on.
template<typename T, typename F>
void onward(const CallPtr &call, const QFuture<Result<T>> &future, F f, bool matched = false) {
    future | then(&call->site.context, [call, f = std::move(f), matched](const Result<T> &result) mutable {
        if (!result)
            return call->fail(result.error(), matched);
        f(*result);
    });
}

/// Reads query parameters with `read(QueryReader &)`; a bad one answers the call and gives nothing.
template<typename F>
auto queryOf(const CallPtr &call, F read)
    -> std::optional<decltype(read(std::declval<wire::QueryReader &>()))> {
    QList<FieldError> errors;
    wire::QueryReader reader(call->query, errors);
    auto found = read(reader);
    reader.finish();
    if (!call->fine(errors, true))
        return std::nullopt;
    return found;
}

/// No query parameters at all.
bool noQuery(const CallPtr &call);

/// Reads the members of the body with `read(ObjectReader &)`; a bad one answers the call and gives nothing.
template<typename F>
auto membersOf(const CallPtr &call, F read, const JsonBounds &bounds = {64 << 10, 16, 20'000})
    -> std::optional<decltype(read(std::declval<wire::ObjectReader &>()))> {
    const auto body = call->body(bounds);
    if (!body)
        return std::nullopt;
    QList<FieldError> errors;
    wire::ObjectReader reader(*body, {}, errors, wire::Strictness::Request);
    auto found = read(reader);
    reader.finish();
    if (!call->fine(errors))
        return std::nullopt;
    return found;
}

} // namespace latchkey::server
