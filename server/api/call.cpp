#include "server/api/call.h"

#include <QJsonDocument>

namespace latchkey::server {

namespace {

constexpr int RetrySeconds = 1;

} // namespace

Call::Call(Site &s, ApiRequest r)
    : site(s)
    , request(std::move(r)) {}

Call::~Call() {
    if (!m_given)
        problem(503, "cancelled", "The server is stopping",
                {{"Retry-After", QByteArray::number(RetrySeconds)}});
}

KeyService &Call::keys() {
    if (!m_keys)
        m_keys = std::make_unique<KeyService>(site.vault, site.secrets, site.clock, caller.principal());
    return *m_keys;
}

void Call::give(ApiResponse response) {
    if (std::exchange(m_given, true))
        return;
    m_answer.give(std::move(response));
}

void Call::json(const QJsonObject &object, int status, Headers headers) {
    ApiResponse r;
    r.status = status;
    r.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    r.headers = std::move(headers);
    give(std::move(r));
}

void Call::nothing() {
    ApiResponse r;
    r.status = 204;
    r.contentType.clear();
    give(std::move(r));
}

void Call::problem(wire::Problem p, Headers headers) {
    p.requestId = request.requestId;
    ApiResponse r;
    r.status = p.status;
    r.contentType = "application/problem+json";
    r.body = QJsonDocument(wire::toJson(p)).toJson(QJsonDocument::Compact);
    r.headers = std::move(headers);
    give(std::move(r));
}

void Call::problem(int status, const char *code, const char *title, Headers headers) {
    wire::Problem p;
    p.status = status;
    p.code = QLatin1StringView(code);
    p.title = QLatin1StringView(title);
    problem(std::move(p), std::move(headers));
}

void Call::fail(const Error &error, bool matched) {
    if (const auto unheld = wire::insufficientScope(error)) {
        const QByteArray challenge = R"(Bearer realm="latchkey", error="insufficient_scope", scope=")" +
                                     unheld->params.value(QStringLiteral("scope")).toString().toLatin1() +
                                     '"';
        return problem(*unheld, {{"WWW-Authenticate", challenge}});
    }
    wire::Problem p = wire::problemOf(error);
    if (matched && error.code == ErrorCode::Conflict)
        p.status = 412;
    Headers headers;
    if (p.status == 503)
        headers.append({"Retry-After", QByteArray::number(RetrySeconds)});
    problem(std::move(p), std::move(headers));
}

void Call::notFound() {
    fail(Error(ErrorCode::NotFound));
}

bool Call::fine(const QList<FieldError> &errors, bool inQuery) {
    if (errors.isEmpty())
        return true;
    wire::Problem p = wire::problemOf(Error(errors));
    p.inQuery = inQuery;
    problem(std::move(p));
    return false;
}

std::optional<JsonNode> Call::body(const JsonBounds &bounds) {
    auto parsed = wire::parseBody(request.body, bounds);
    if (!parsed) {
        const bool tooLarge = request.body.size() > bounds.bytes;
        if (tooLarge)
            problem(413, "too_large", "The body is too large");
        else
            fail(parsed.error());
        return std::nullopt;
    }
    return *parsed;
}

bool Call::noBody() {
    if (request.body.isEmpty())
        return true;
    const auto parsed = body();
    if (!parsed)
        return false;
    QList<FieldError> errors;
    wire::ObjectReader reader(*parsed, {}, errors, wire::Strictness::Request);
    reader.finish();
    return fine(errors);
}

std::optional<qint64> Call::matchedVersion() {
    if (request.ifMatch.isEmpty()) {
        problem(428, "precondition_required", "A change names the version that it is of, in If-Match");
        return std::nullopt;
    }
    const auto version = wire::versionOfEtag(request.ifMatch);
    if (!version)
        problem(400, "bad_if_match", "If-Match takes one strong entity tag");
    return version;
}

bool noQuery(const CallPtr &call) {
    return queryOf(call, [](wire::QueryReader &) { return true; }).has_value();
}

} // namespace latchkey::server
