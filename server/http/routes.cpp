#include "server/http/routes.h"

#include "core/model/strict_json.h"
#include "server/verify/forward_auth.h"
#include "server/verify/introspect.h"
#include "server/verify/reply_text.h"
#include "server/verify/verify_body.h"

#include <array>

namespace latchkey::server {

namespace {

constexpr std::string_view forwardAuthPath = "/v1/forward-auth", verifyPath = "/v1/verify",
                           introspectPath = "/v1/introspect";

std::string_view viewOf(boost::beast::string_view v) {
    return {v.data(), v.size()};
}
QByteArray bytesOf(std::string_view v) {
    return {v.data(), static_cast<qsizetype>(v.size())};
}

bool isForwardAuth(std::string_view path) {
    return path.substr(0, forwardAuthPath.size()) == forwardAuthPath &&
           (path.size() == forwardAuthPath.size() || path[forwardAuthPath.size()] == '/');
}

/// The headers that gateways add, each at most once.
struct GatewayHeaders {
    enum Name : quint8 { ForwardedMethod, ForwardedUri, OriginalMethod, OriginalUri, ApiKey, Count };
    std::array<std::optional<std::string_view>, Count> values;
    std::string forwardedFor; ///< may stand several times
    bool twice = false;

    void take(std::string_view name, std::string_view value) {
        static constexpr std::array<std::string_view, Count> names{
            "x-forwarded-method", "x-forwarded-uri", "x-original-method", "x-original-uri", "x-api-key"};
        if (name.size() < 9 || (name[0] != 'x' && name[0] != 'X'))
            return;
        for (std::size_t i = 0; i < Count; ++i) {
            if (boost::beast::iequals(name, names[i])) {
                twice = twice || values[i].has_value();
                values[i] = value;
                return;
            }
        }
        if (boost::beast::iequals(name, "x-forwarded-for")) {
            forwardedFor += forwardedFor.empty() ? "" : ",";
            forwardedFor += value;
        }
    }
};

std::string addressText(const QHostAddress &address) {
    if (address.protocol() != QAbstractSocket::IPv4Protocol)
        return address.toString().toStdString();
    std::string text;
    const quint32 number = address.toIPv4Address();
    for (int shift = 24; shift >= 0; shift -= 8)
        text.append(std::to_string(number >> shift & 0xff)).append(shift > 0 ? "." : "");
    return text;
}

int forwardAuth(Worker &worker, const Incoming &in, std::string_view path, std::string_view query,
                std::string &reply) {
    const HttpRequest &m = in.message;
    const ServerConfig &config = *worker.config;
    GatewayHeaders headers;
    GatewayRequest ask;
    const std::string &customerHeader = config.customerHeader;
    for (const auto &field : m) {
        const std::string_view name = viewOf(field.name_string()), value = viewOf(field.value());
        switch (field.name()) {
        case http::field::authorization:
            ask.hasAuthorization = true;
            ask.authorization = value;
            break;
        case http::field::user_agent:
            ask.userAgent = value;
            break;
        default:
            headers.take(name, value);
            break;
        }
        if (!customerHeader.empty() && boost::beast::iequals(name, customerHeader)) {
            headers.twice = headers.twice || !ask.customer.empty();
            ask.customer = value;
        }
    }
    if (headers.twice) {
        composeProblem(400, "invalid_request", "A header of the gateway stands twice.", in.requestId, reply);
        return 400;
    }
    // The gateway's configuration says by the address that it asks which headers are its own; a client can
    // bring the others.
    ask.nginx = query == "mode=nginx";
    using Name = GatewayHeaders::Name;
    if (path.size() > forwardAuthPath.size()) { // Envoy: method and path as they are, behind a prefix
        ask.method = viewOf(m.method_string());
        ask.target = viewOf(m.target()).substr(forwardAuthPath.size());
    } else {
        ask.method = headers.values[ask.nginx ? Name::OriginalMethod : Name::ForwardedMethod].value_or("");
        ask.target = headers.values[ask.nginx ? Name::OriginalUri : Name::ForwardedUri].value_or("");
    }
    ask.hasApiKey = headers.values[Name::ApiKey].has_value();
    ask.apiKey = headers.values[Name::ApiKey].value_or("");
    if (config.isTrustedProxy(in.peer))
        ask.client = forwardedClient(config, headers.forwardedFor);
    ask.clientText = addressText(ask.client ? *ask.client : in.peer);
    ask.requestId = in.requestId;
    ask.startedNs = in.startedNs;
    return answerGateway(*worker.parts.verifier, config, ask, worker.queue, worker.counters, reply);
}

int refuse(int status, std::string_view code, std::string_view detail, const Incoming &in, std::string &reply,
           std::string_view fields = {}) {
    composeProblem(status, code, detail, in.requestId, reply, fields);
    return status;
}

bool hasType(const HttpRequest &m, std::string_view wanted) {
    std::string_view type = viewOf(m[http::field::content_type]);
    type = type.substr(0, type.find(';'));
    while (!type.empty() && type.back() == ' ')
        type.remove_suffix(1);
    return boost::beast::iequals(type, wanted);
}

/// The two questions of programs: a POST with a body of one type.
int ask(Worker &worker, const Incoming &in, bool introspection, std::string &reply) {
    const HttpRequest &m = in.message;
    if (m.method() != http::verb::post)
        return refuse(405, "method_not_allowed", "Only POST is possible here.", in, reply, "Allow: POST\r\n");
    if (!hasType(m, introspection ? "application/x-www-form-urlencoded" : "application/json"))
        return refuse(415, "unsupported_media_type",
                      introspection ? "The body must be application/x-www-form-urlencoded."
                                    : "The body must be application/json.",
                      in, reply);
    const QByteArray body = bytesOf(m.body());
    const QuestionContext context{*worker.parts.verifier, *worker.config, worker.queue,
                                  worker.counters,        in.startedNs,   in.requestId};
    const BodyAnswer answer = introspection ? introspect(context, body) : verifyBody(context, body);
    if (answer.status != 200)
        return refuse(answer.status, answer.code, answer.detail, in, reply);
    beginReply(reply, 200, in.requestId);
    reply += "Content-Type: application/json\r\n";
    endReply(reply, answer.body);
    return 200;
}

} // namespace

quint64 mostBodyBytes(std::string_view target) {
    constexpr quint64 Most = 65'536, MostOfMany = 10'485'760;
    const std::string_view path = target.substr(0, target.find('?'));
    const bool many = path == "/v1/import" || path == "/v1/catalogue" || path == "/v1/rules" ||
                      path == "/v1/keys/summary" || path == "/v1/keys/positions" ||
                      path.substr(0, 9) == "/v1/bulk/";
    return many ? MostOfMany : Most;
}

std::optional<int> answerAtOnce(Worker &worker, const Incoming &in, std::string &reply) {
    const HttpRequest &m = in.message;
    const std::string_view target = viewOf(m.target());
    const std::size_t mark = target.find('?');
    const std::string_view path = target.substr(0, mark), query = mark == std::string_view::npos
                                                                      ? std::string_view()
                                                                      : target.substr(mark + 1);
    if (m.method() == http::verb::trace || m.method() == http::verb::connect)
        return refuse(405, "method_not_allowed", "This method is not possible here.", in, reply,
                      "Allow: GET, HEAD, POST, PUT, PATCH, DELETE\r\n");
    const bool asksVerifier = isForwardAuth(path) || path == verifyPath || path == introspectPath;
    if (asksVerifier && !worker.config->mayCall(in.peer))
        return refuse(403, "forbidden", "This address may not ask for verifications.", in, reply);
    if (isForwardAuth(path)) // with the client's own Host and Origin
        return forwardAuth(worker, in, path, query, reply);
    if (m.find(http::field::origin) != m.end())
        return refuse(403, "origin_refused", "Requests of web pages are not answered.", in, reply);
    const auto host = m.find(http::field::host);
    if (host == m.end() || !worker.config->answersTo(viewOf(host->value())))
        return refuse(421, "unknown_host", "This server is not known by this name.", in, reply);
    if (asksVerifier)
        return ask(worker, in, path == introspectPath, reply);
    if (path == "/healthz" || path == "/readyz" || path == "/metrics") {
        if (m.method() != http::verb::get && m.method() != http::verb::head)
            return refuse(405, "method_not_allowed", "Only GET is possible here.", in, reply,
                          "Allow: GET, HEAD\r\n");
        if (path == "/metrics" && !worker.config->mayCall(in.peer))
            return refuse(403, "forbidden", "This address may not ask for this.", in, reply);
        const OpsAnswer answer = worker.parts.ops(path);
        beginReply(reply, answer.status, in.requestId);
        reply += "Content-Type: " + answer.contentType + "\r\n";
        endReply(reply, answer.body);
        return answer.status;
    }
    for (const http::field once : {http::field::if_match, http::field::if_none_match}) {
        if (m.count(once) > 1)
            return refuse(400, "invalid_request", "A header field that may stand once stands twice.", in,
                          reply);
    }
    if (m.count("Idempotency-Key") > 1)
        return refuse(400, "invalid_request", "A header field that may stand once stands twice.", in, reply);
    const auto authorization = m.find(http::field::authorization);
    if (authorization != m.end() && !bearerOf(viewOf(authorization->value())))
        return refuse(400, "invalid_request", "Authorization must be: Bearer, and a token.", in, reply,
                      "WWW-Authenticate: Bearer realm=\"latchkey\", error=\"invalid_request\"\r\n");
    if (!worker.parts.api)
        return refuse(404, "not_found", "There is nothing here.", in, reply);
    return std::nullopt;
}

ApiRequest apiRequestOf(const Worker &worker, const Incoming &in) {
    const HttpRequest &m = in.message;
    const auto field = [&](auto name) { return bytesOf(viewOf(m[name])); };
    ApiRequest r;
    r.method = bytesOf(viewOf(m.method_string()));
    r.target = bytesOf(viewOf(m.target()));
    r.body = bytesOf(m.body());
    r.contentType = field(http::field::content_type);
    r.ifMatch = field(http::field::if_match);
    r.ifNoneMatch = field(http::field::if_none_match);
    r.idempotencyKey = field("Idempotency-Key");
    if (const auto authorization = m.find(http::field::authorization); authorization != m.end()) {
        const std::string_view token = bearerOf(viewOf(authorization->value())).value_or("");
        r.bearer = std::make_shared<const SecretBytes>(
            SecretBytes::copyOf({token.data(), static_cast<qsizetype>(token.size())}));
    }
    r.peer = in.peer;
    if (worker.config->isTrustedProxy(in.peer)) {
        if (const auto client = forwardedClient(*worker.config, viewOf(m["X-Forwarded-For"])))
            r.peer = *client;
    }
    r.requestId = QString::fromLatin1(in.requestId.data(), static_cast<qsizetype>(in.requestId.size()));
    return r;
}

void appendPiece(const QByteArray &piece, bool plain, std::string &reply) {
    static constexpr char ends[] = "\r\n";
    if (!plain)
        reply += QByteArray::number(piece.size(), 16).toStdString() + ends;
    reply.append(piece.constData(), static_cast<std::size_t>(piece.size()));
    if (!plain)
        reply += ends;
}

void composeApi(const ApiResponse &response, bool head, bool old, std::string_view requestId,
                std::string &reply) {
    beginReply(reply, response.status, requestId);
    if (!response.body.isEmpty())
        reply += "Content-Type: " + response.contentType.toStdString() + "\r\n";
    for (const auto &[name, value] : response.headers) {
        reply += name.toStdString();
        reply += ": ";
        for (const char c : value) { // a value cannot begin a line of its own
            if (c != '\r' && c != '\n' && c != '\0')
                reply += c;
        }
        reply += "\r\n";
    }
    if (response.status == 204 || response.status == 304) {
        reply += "\r\n";
        return;
    }
    if (response.more) {
        reply += old ? "\r\n" : "Transfer-Encoding: chunked\r\n\r\n";
        if (!head)
            appendPiece(response.body, old, reply);
        return;
    }
    reply += "Content-Length: " + std::to_string(response.body.size()) + "\r\n\r\n";
    if (!head)
        reply.append(response.body.constData(), static_cast<std::size_t>(response.body.size()));
}

void composeProblem(int status, std::string_view code, std::string_view detail, std::string_view requestId,
                    std::string &reply, std::string_view fields) {
    const auto text = [](std::string_view t) {
        return jsonText(QString::fromUtf8(t.data(), static_cast<qsizetype>(t.size()))).toStdString();
    };
    beginReply(reply, status, requestId);
    reply += "Content-Type: application/problem+json\r\n";
    reply += fields;
    endReply(reply, "{\"type\":\"about:blank\",\"title\":" + text(reasonOf(status)) +
                        ",\"status\":" + std::to_string(status) + ",\"detail\":" + text(detail) +
                        ",\"instance\":" + text(requestId) + ",\"code\":" + text(code) + "}");
}

} // namespace latchkey::server
