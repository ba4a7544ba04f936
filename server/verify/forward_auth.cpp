#include "server/verify/forward_auth.h"

#include "server/verify/reply_text.h"

namespace latchkey::server {

namespace {

struct Wanted {
    policy::Request request;
    std::string_view scope; ///< of the rule; for the answer
    std::string scopeText;
    std::string customer;
    bool ruled = false; ///< a rule fits
};

Wanted wantedBy(const ServerConfig &config, const GatewayRequest &r) {
    Wanted w;
    w.request.environment = config.environment;
    w.request.address = r.client;
    // Nobody holds the empty scope: without a rule nobody passes.
    w.request.scope = Scope();
    w.customer = r.customer;
    if (auto match = config.rules.find(r.method, r.target)) {
        w.ruled = true;
        w.request.scope = match->rule->scope;
        if (match->rule->environment)
            w.request.environment = match->rule->environment;
        w.request.type = match->rule->type;
        if (!match->customer.empty())
            w.customer = std::move(match->customer);
    }
    if (w.request.scope)
        appendAscii(w.scopeText, w.request.scope->toString());
    if (!w.customer.empty())
        w.request.customer = QString::fromUtf8(w.customer.data(), qsizetype(w.customer.size()));
    return w;
}

/// For whoever asks later why: tells apart two causes that the status and X-Auth-Code do not.
DecisionCode gatewayCause(const Verifier::Answer &a, const Wanted &w, bool presented) {
    if (a.decision.code == DecisionCode::Malformed && !presented)
        return DecisionCode::NoKey;
    return a.decision.code == DecisionCode::InsufficientScope && !w.ruled ? DecisionCode::NoRule
                                                                          : a.decision.code;
}

void record(SeenQueue &queue, const GatewayRequest &r, const Wanted &w, const Verifier::Answer &a,
            DecisionCode cause, qint64 nowNs) {
    if (a.allowed())
        queue.use(a.key, a.at, r.clientText, a.oldToken);
    if (!queue.admits(nowNs / 1'000'000))
        return;
    Seen seen;
    seen.decision = a.decision;
    seen.decision.code = cause;
    seen.at = a.at;
    seen.key = a.key;
    seen.credential = a.credential;
    seen.oldToken = a.oldToken;
    seen.environment = a.environment ? a.environment : w.request.environment;
    seen.durationUs = (nowNs - r.startedNs) / 1000;
    seen.append(Seen::Method, r.method);
    seen.append(Seen::Path, r.target.substr(0, r.target.find('?')));
    seen.append(Seen::ScopeWord, w.scopeText);
    seen.append(Seen::Customer, w.customer);
    seen.append(Seen::Ip, r.clientText);
    seen.append(Seen::UserAgent, r.userAgent);
    queue.add(std::move(seen));
}

/// Who it is, for the API behind the gateway. A refused token tells nothing: it may be somebody else's guess.
void appendIdentity(std::string &reply, const Verifier::Answer *a, const Wanted &w) {
    const bool known = a && httpStatusOf(a->decision.code) != 401;
    reply += "X-Auth-Key-Id: ";
    if (known)
        reply.append(a->key.view().data(), static_cast<std::size_t>(a->key.view().size()));
    reply += "\r\nX-Auth-Key-Name: ";
    if (known)
        appendHeaderText(reply, a->name);
    reply += "\r\nX-Auth-Environment: ";
    if (known && a->environment)
        appendAscii(reply, toWord(*a->environment));
    reply += "\r\nX-Auth-Customer: ";
    if (known)
        appendHeaderText(reply, !w.customer.empty()        ? w.customer
                                : a->customers.size() == 1 ? a->customers.constFirst().toStdString()
                                                           : std::string());
    reply += "\r\nX-Auth-Scopes: ";
    if (known) {
        for (const Scope &scope : a->scopes.list()) {
            if (&scope != &a->scopes.list().constFirst())
                reply += ' ';
            appendAscii(reply, scope.toString());
        }
    }
    reply += "\r\n";
}

/// Why not, as RFC 6750 and the IETF draft on RateLimit fields (2025-09) have it.
void appendRefusal(std::string &reply, const Verifier::Answer &a, const Wanted &w, bool presented) {
    const int status = httpStatusOf(a.decision.code);
    if (status == 401)
        reply += presented ? "WWW-Authenticate: Bearer realm=\"latchkey\", error=\"invalid_token\"\r\n"
                           : "WWW-Authenticate: Bearer realm=\"latchkey\"\r\n";
    if (status == 403 && a.decision.code == DecisionCode::InsufficientScope) {
        reply += "WWW-Authenticate: Bearer realm=\"latchkey\", error=\"insufficient_scope\"";
        if (!w.scopeText.empty())
            reply += ", scope=\"" + w.scopeText + '"';
        reply += "\r\n";
    }
    if (status != 401)
        reply += "X-Auth-Code: " + toWord(a.decision.code).toStdString() + "\r\n";
    if (status == 429)
        appendRateLimit(reply, a);
}

} // namespace

int answerGateway(const Verifier &verifier, const ServerConfig &config, const GatewayRequest &request,
                  SeenQueue &queue, Counters &counters, std::string &reply) {
    const Wanted wanted = wantedBy(config, request);
    std::string_view token;
    const bool presented = request.hasAuthorization || request.hasApiKey;
    if (request.hasAuthorization != request.hasApiKey) { // two credentials are as good as none
        if (request.hasApiKey)
            token = request.apiKey;
        else
            token = bearerOf(request.authorization).value_or(std::string_view());
    }
    const auto answer = verifier.verify(QByteArrayView(token.data(), qsizetype(token.size())), wanted.request,
                                        Verifier::Use::Take);
    if (!answer) {
        Counters::add(counters.unconfirmed);
        beginReply(reply, 503, request.requestId);
        reply += "Retry-After: 1\r\n";
        if (request.nginx)
            reply += "X-Auth-Status: 503\r\n";
        appendIdentity(reply, nullptr, wanted);
        endReply(reply, {});
        return 503;
    }
    const int status = httpStatusOf(answer->decision.code);
    beginReply(reply, request.nginx && status == 429 ? 403 : status, request.requestId);
    if (request.nginx)
        reply += "X-Auth-Status: " + std::to_string(status) + "\r\n";
    if (!answer->allowed())
        appendRefusal(reply, *answer, wanted, presented);
    appendIdentity(reply, &*answer, wanted);
    endReply(reply, {});
    const qint64 now = steadyNs();
    const DecisionCode cause = gatewayCause(*answer, wanted, presented);
    counters.decided(cause, (now - request.startedNs) / 1000);
    record(queue, request, wanted, *answer, cause, now);
    return status;
}

std::optional<QHostAddress> forwardedClient(const ServerConfig &config, std::string_view forwardedFor) {
    std::optional<QHostAddress> client;
    while (!forwardedFor.empty()) {
        const std::size_t comma = forwardedFor.rfind(',');
        std::string_view last =
            comma == std::string_view::npos ? forwardedFor : forwardedFor.substr(comma + 1);
        forwardedFor = comma == std::string_view::npos ? std::string_view() : forwardedFor.substr(0, comma);
        while (!last.empty() && (last.front() == ' ' || last.front() == '\t'))
            last.remove_prefix(1);
        while (!last.empty() && (last.back() == ' ' || last.back() == '\t'))
            last.remove_suffix(1);
        client = strictAddress(QLatin1StringView(last.data(), qsizetype(last.size())));
        if (!client)
            return std::nullopt;
        if (!config.isTrustedProxy(*client))
            break; // what stands before it, it may have made up
    }
    return client;
}

} // namespace latchkey::server
