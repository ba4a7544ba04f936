#include "server/api/rest_api.h"

namespace latchkey::server {

namespace {

bool isJson(const QByteArray &contentType, bool patch) {
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type == "application/json" || (patch && type == "application/merge-patch+json");
}

void refuse(const CallPtr &call, const AuthRefusal &why) {
    switch (why.why) {
    case AuthRefusal::Why::NoCredential:
        return call->problem(401, "no_credential", "This needs a token",
                             {{"WWW-Authenticate", R"(Bearer realm="latchkey")"}});
    case AuthRefusal::Why::Invalid:
        return call->problem(401, "invalid_token", "This token is not valid",
                             {{"WWW-Authenticate", R"(Bearer realm="latchkey", error="invalid_token")"}});
    case AuthRefusal::Why::TooMany:
        return call->problem(429, "too_many_attempts",
                             "Too many tokens that are not valid came from this address",
                             {{"Retry-After", QByteArray::number((why.retryAfterMs + 999) / 1000)}});
    }
}

} // namespace

RestApi::RestApi(VaultBackend &vault, const Clock &clock, QObject *parent)
    : Api(parent)
    , m_lists(clock)
    , m_names(vault)
    , m_changes(vault)
    , m_jobs(clock, {})
    , m_authenticator(*vault.principals(), clock)
    , m_routes(allRoutes())
    , m_site{vault,   *vault.principals(), m_secrets, clock, m_lists,
             m_names, m_changes,           m_jobs,    m_own, *this} {}

RestApi::~RestApi() {
    m_jobs.cancelAll();
}

QFuture<ApiResponse> RestApi::handle(ApiRequest request) {
    const qsizetype mark = request.target.indexOf('?');
    const QByteArray path = request.target.left(mark < 0 ? request.target.size() : mark);
    const auto call = std::make_shared<Call>(m_site, std::move(request));
    if (mark >= 0)
        call->query = call->request.target.sliced(mark + 1);
    const Match found = match(m_routes, path);
    call->params = found.params;
    const QFuture<ApiResponse> future = call->future();
    const Route *route = found.of(call->request.method);
    if (route && route->who.testFlag(Who::Anybody)) {
        route->handle(call);
        return future;
    }
    m_authenticator.check(call->request.bearer, call->request.peer) |
        then(this, [this, call, found](const Result<Authenticator::Answer> &who) {
            if (!who)
                return call->fail(who.error());
            authorised(call, found, *who);
        });
    return future;
}

void RestApi::authorised(const CallPtr &call, const Match &found, const Authenticator::Answer &who) {
    if (!who)
        return refuse(call, who.error());
    call->caller = *who;
    if (found.routes.isEmpty())
        return call->notFound();
    if (call->request.method == "OPTIONS") {
        ApiResponse r;
        r.status = 204;
        r.contentType.clear();
        r.headers = {{"Allow", found.allow()}};
        return call->give(std::move(r));
    }
    enter(call, found);
}

void RestApi::enter(const CallPtr &call, const Match &found) {
    const Route *route = found.of(call->request.method);
    if (!route)
        return call->problem(405, "method_not_allowed", "This resource has no such method",
                             {{"Allow", found.allow()}});
    if (!(route->who & flagOf(call->caller.role)))
        return call->problem(403, "insufficient_role", "The caller's role does not allow this");
    const bool patch = qstrcmp(route->method, "PATCH") == 0;
    const bool hasBody = !call->request.body.isEmpty();
    if (hasBody && qstrcmp(route->method, "GET") == 0)
        return call->problem(400, "unexpected_body", "This method takes no body");
    if (hasBody && !route->file && !isJson(call->request.contentType, patch))
        return call->problem(
            415, "unsupported_media_type", "The body has to be application/json",
            patch ? Call::Headers{{"Accept-Patch", "application/json, application/merge-patch+json"}}
                  : Call::Headers{});
    route->handle(call);
}

} // namespace latchkey::server
