#include "server/verify/verify_body.h"

#include "core/model/strict_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace latchkey::server {

namespace {

using QuestionKind = JsonNode::Kind;

/// One question of a body, read and checked.
struct Question {
    QByteArray token;
    policy::Request request;
    QString method, path, scope, customer, ip;
    bool explain = false;
};

std::string_view wordOf(Check check) {
    static constexpr std::array<std::string_view, AllChecks.size()> words{
        "shape", "secret", "state", "environment", "type", "address", "customer", "scope", "rate_limit"};
    return words[static_cast<std::size_t>(check)];
}

QString sentenceOf(DecisionCode code) {
    switch (code) {
    case DecisionCode::Allowed:
        return QStringLiteral("The request may pass.");
    case DecisionCode::Malformed:
        return QStringLiteral("The token has not the shape of one.");
    case DecisionCode::Unknown:
        return QStringLiteral("There is no such key.");
    case DecisionCode::Inactive:
        return QStringLiteral("The key is inactive.");
    case DecisionCode::Revoked:
        return QStringLiteral("The key was revoked.");
    case DecisionCode::Expired:
        return QStringLiteral("The key has expired.");
    case DecisionCode::Replaced:
        return QStringLiteral("The token was replaced by a rotation.");
    case DecisionCode::Deleted:
        return QStringLiteral("The key was deleted.");
    case DecisionCode::Damaged:
        return QStringLiteral("The key's record is damaged.");
    case DecisionCode::WrongEnvironment:
        return QStringLiteral("The key is for another environment.");
    case DecisionCode::WrongType:
        return QStringLiteral("The key is of another type.");
    case DecisionCode::IpDenied:
        return QStringLiteral("The key may not be used from this address.");
    case DecisionCode::CustomerDenied:
        return QStringLiteral("The key may not act for this customer.");
    case DecisionCode::InsufficientScope:
        return QStringLiteral("The key lacks the permission.");
    case DecisionCode::RateLimited:
        return QStringLiteral("The key has used up a rate limit.");
    case DecisionCode::NoKey:
        return QStringLiteral("The request carried no key.");
    case DecisionCode::NoRule:
        return QStringLiteral("No rule fits this method and path.");
    }
    return {};
}

QJsonObject limitsOf(const RateLimits &limits) {
    static constexpr std::array names{"second", "minute", "hour", "day"};
    QJsonObject o;
    for (const RatePeriod p : AllRatePeriods) {
        if (const auto count = limits.get(p))
            o.insert(QLatin1StringView(names[static_cast<std::size_t>(p)]), *count);
    }
    return o;
}

QJsonArray checksOf(const QList<CheckResult> &checks) {
    static constexpr std::array outcomes{"passed", "failed", "not_checked"};
    QJsonArray list;
    for (const CheckResult &c : checks) {
        const std::string_view word = wordOf(c.check);
        QJsonObject o{
            {QStringLiteral("check"), QLatin1StringView(word.data(), qsizetype(word.size()))},
            {QStringLiteral("outcome"), QLatin1StringView(outcomes[static_cast<std::size_t>(c.outcome)])}};
        if (c.outcome == CheckOutcome::Failed) {
            o.insert(QStringLiteral("code"), toWord(c.code));
            o.insert(QStringLiteral("reason"), sentenceOf(c.code));
        }
        list.append(o);
    }
    return list;
}

QJsonObject answerOf(const Verifier::Answer &a, const Question &q) {
    QJsonObject o{{QStringLiteral("allowed"), a.allowed()},
                  {QStringLiteral("code"), toWord(a.decision.code)},
                  {QStringLiteral("reason"), sentenceOf(a.decision.code)},
                  {QStringLiteral("rule"), QJsonValue()},
                  {QStringLiteral("httpStatus"), httpStatusOf(a.decision.code)}};
    if (a.decision.decidedBy) {
        const std::string_view word = wordOf(*a.decision.decidedBy);
        o.insert(QStringLiteral("rule"), QString::fromLatin1(word.data(), qsizetype(word.size())));
    }
    if (!a.key.isNull()) {
        QJsonArray scopes;
        for (const Scope &s : a.scopes)
            scopes.append(s.toString());
        o.insert(QStringLiteral("keyId"), a.key.toString());
        o.insert(QStringLiteral("keyName"), QString::fromStdString(a.name));
        o.insert(QStringLiteral("environment"), a.environment ? toWord(*a.environment) : QString());
        o.insert(QStringLiteral("type"), a.type ? toWord(*a.type) : QString());
        o.insert(QStringLiteral("scopes"), scopes);
        o.insert(QStringLiteral("customers"), QJsonArray::fromStringList(a.customers));
        o.insert(QStringLiteral("customer"), q.customer.isEmpty() ? QJsonValue() : QJsonValue(q.customer));
        o.insert(QStringLiteral("limits"), limitsOf(a.limits));
        o.insert(QStringLiteral("oldToken"), a.oldToken);
        o.insert(QStringLiteral("worksUntil"),
                 a.worksUntil ? QJsonValue(a.worksUntil->toIso()) : QJsonValue());
    }
    if (a.decision.code == DecisionCode::RateLimited)
        o.insert(QStringLiteral("retryAfterMs"), QString::number(a.decision.retryAfterMs));
    if (q.explain)
        o.insert(QStringLiteral("checks"), checksOf(a.checks));
    return o;
}

/// Reads questions; the first thing that is wrong stays in `problem`.
class QuestionReader {
public:
    explicit QuestionReader(const ServerConfig &config)
        : m_config(config) {}
    std::string problem;

    std::optional<Question> read(const JsonNode &node) {
        if (node.kind != QuestionKind::Object)
            return bad("a question is an object");
        Question q;
        QString environment, type;
        bool hasPath = false;
        for (qsizetype i = 0; i < node.items.size(); ++i) {
            const QString &name = node.keys[i];
            const JsonNode &value = node.items[i];
            if (name == u"explain" && value.kind == QuestionKind::Bool) {
                q.explain = value.flag;
                continue;
            }
            QString *into = name == u"method"        ? &q.method
                            : name == u"path"        ? &q.path
                            : name == u"scope"       ? &q.scope
                            : name == u"environment" ? &environment
                            : name == u"type"        ? &type
                            : name == u"ip"          ? &q.ip
                            : name == u"customer"    ? &q.customer
                                                     : nullptr;
            if (value.kind != QuestionKind::Text || (!into && name != u"token"))
                return bad("a field is not known or not of its type; fields are token, method, path, scope, "
                           "environment, type, ip and customer (texts) and explain (true or false)");
            if (into)
                *into = value.text;
            else
                q.token = value.text.toUtf8();
            hasPath = hasPath || name == u"path";
        }
        if (!node.member(u"token"))
            return bad("\"token\" is missing");
        return finish(q, environment, type, hasPath);
    }

private:
    std::nullopt_t bad(const char *what) {
        if (problem.empty())
            problem = what;
        return std::nullopt;
    }
    std::optional<Question> finish(Question &q, const QString &environment, const QString &type,
                                   bool hasPath) {
        q.request.environment = m_config.environment;
        if (hasPath) {
            const std::string method = q.method.toStdString(), path = q.path.toStdString();
            q.request.scope = Scope(); // that nobody holds: without a rule nobody passes
            if (auto match = m_config.rules.find(method, path)) {
                q.request.scope = match->rule->scope;
                q.request.type = match->rule->type;
                if (match->rule->environment)
                    q.request.environment = match->rule->environment;
                if (q.customer.isEmpty())
                    q.customer = QString::fromStdString(match->customer);
            }
        }
        if (!q.scope.isEmpty() && !(q.request.scope = Scope::fromString(q.scope)))
            return bad("\"scope\" is no permission");
        if (!environment.isEmpty() && !(q.request.environment = environmentFromWord(environment)))
            return bad("\"environment\" is production, staging or development");
        if (!type.isEmpty() && !(q.request.type = keyTypeFromWord(type)))
            return bad("\"type\" is general or billing");
        if (!q.ip.isEmpty()) {
            const auto range = IpRange::fromString(q.ip);
            if (!range || q.ip.contains(u'/'))
                return bad("\"ip\" is no address");
            q.request.address = range->network();
        }
        if (!q.customer.isEmpty())
            q.request.customer = q.customer;
        if (q.request.scope)
            q.scope = q.request.scope->toString();
        return std::move(q);
    }
    const ServerConfig &m_config;
};

/// For whoever asks later why; the answer itself keeps to the policy's own codes.
DecisionCode questionCause(const Question &q, const Verifier::Answer &a) {
    const DecisionCode code = a.decision.code;
    if (code == DecisionCode::Malformed && q.token.isEmpty())
        return DecisionCode::NoKey;
    return code == DecisionCode::InsufficientScope && q.scope.isEmpty() ? DecisionCode::NoRule : code;
}

void recordQuestion(const QuestionContext &c, const Question &q, const Verifier::Answer &a) {
    const qint64 now = steadyNs();
    const DecisionCode cause = questionCause(q, a);
    c.counters.decided(cause, (now - c.startedNs) / 1000);
    const std::string ip = q.ip.toStdString();
    if (a.allowed())
        c.queue.use(a.key, a.at, ip, a.oldToken);
    if (!c.queue.admits(now / 1'000'000))
        return;
    Seen seen;
    seen.decision = a.decision;
    seen.decision.code = cause;
    seen.at = a.at;
    seen.key = a.key;
    seen.credential = a.credential;
    seen.oldToken = a.oldToken;
    seen.environment = a.environment ? a.environment : q.request.environment;
    seen.durationUs = (now - c.startedNs) / 1000;
    seen.append(Seen::Method, q.method.toStdString());
    seen.append(Seen::Path, q.path.section(u'?', 0, 0).toStdString());
    seen.append(Seen::ScopeWord, q.scope.toStdString());
    seen.append(Seen::Customer, q.customer.toStdString());
    seen.append(Seen::Ip, ip);
    seen.append(Seen::UserAgent, {});
    c.queue.add(std::move(seen));
}

std::string jsonBytes(const QJsonObject &o) {
    return QJsonDocument(o).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace

BodyAnswer verifyBody(const QuestionContext &context, const QByteArray &json) {
    const auto root = parseStrictJson(json, {65'536, 4, 2'000});
    if (!root || root->kind != QuestionKind::Object)
        return {400, {}, "invalid_request", "The body is no JSON object."};
    QuestionReader reader(context.config);
    const JsonNode *batch = root->member(u"requests");
    QList<Question> questions;
    if (batch) {
        if (root->items.size() != 1 || batch->kind != QuestionKind::List || batch->items.isEmpty() ||
            batch->items.size() > MostQuestions)
            return {400, {}, "invalid_request", "\"requests\" stands alone, with 1 to 100 questions."};
        for (const JsonNode &item : batch->items) {
            if (auto q = reader.read(item))
                questions.append(std::move(*q));
        }
    } else if (auto q = reader.read(*root)) {
        questions.append(std::move(*q));
    }
    if (!reader.problem.empty())
        return {400, {}, "invalid_request", reader.problem};
    QJsonArray results;
    for (const Question &q : std::as_const(questions)) {
        const auto answer = context.verifier.verify(q.token, q.request,
                                                    q.explain ? Verifier::Use::Explain : Verifier::Use::Take);
        if (!answer) {
            Counters::add(context.counters.unconfirmed);
            return {503, {}, "unconfirmed", "The state of the keys is not confirmed."};
        }
        if (!q.explain)
            recordQuestion(context, q, *answer);
        results.append(answerOf(*answer, q));
    }
    return {200,
            batch ? jsonBytes({{QStringLiteral("results"), results}}) : jsonBytes(results[0].toObject())};
}

} // namespace latchkey::server
