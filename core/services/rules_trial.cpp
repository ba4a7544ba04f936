#include "core/services/rules_trial.h"

#include "core/backend/request_log.h"
#include "core/model/futures.h"
#include "core/model/in_background.h"
#include "core/policy/policy.h"
#include "core/policy/rules.h"

#include <QMap>
#include <algorithm>
#include <tuple>

namespace latchkey {

namespace {

constexpr int TrialPage = 200;

struct Need {
    policy::Request request;
    qsizetype rule = -1;
    QString customer; ///< from the path
};

/// As latchkeyd reads them: without a rule nobody passes.
Need needOf(const policy::Rules &rules, const RequestRecord &r, std::optional<Environment> environment) {
    Need n;
    n.request.environment = environment;
    n.request.scope = Scope();
    const std::string method = r.method.toStdString(), path = r.path.toStdString();
    if (const auto match = rules.find(method, path)) {
        n.rule = match->place;
        n.request.scope = match->rule->scope;
        if (match->rule->environment)
            n.request.environment = match->rule->environment;
        n.request.type = match->rule->type;
        n.customer = QString::fromStdString(match->customer);
    }
    return n;
}

DecisionCode codeOf(const policy::KeyFacts &key, Need need, const RequestRecord &r, const QString &header,
                    Instant at) {
    need.request.at = at;
    if (const auto range = IpRange::fromString(r.ip))
        need.request.address = range->network();
    const QString customer = need.customer.isEmpty() ? header : need.customer;
    if (!customer.isEmpty())
        need.request.customer = customer;
    policy::Presented presented;
    presented.key = &key;
    const DecisionCode code = policy::decide(presented, need.request, nullptr).code;
    return code == DecisionCode::InsufficientScope && need.rule < 0 ? DecisionCode::NoRule : code;
}

bool lets(DecisionCode code) {
    return httpStatusOf(code) == 200;
}

/// What a rule asks for; other refusals stand whatever the rules are.
bool isOfRules(DecisionCode code) {
    switch (code) {
    case DecisionCode::WrongEnvironment:
    case DecisionCode::WrongType:
    case DecisionCode::CustomerDenied:
    case DecisionCode::InsufficientScope:
    case DecisionCode::NoRule:
        return true;
    default:
        return false;
    }
}

/// Reads page after page until there are enough requests.
class TrialReader : public QObject {
public:
    TrialReader(KeyService &service, RuleBook now, QList<GatewayRule> after, qint64 most)
        : QObject(&service)
        , m_service(service)
        , m_now(std::move(now))
        , m_after(std::move(after))
        , m_most(most) {}
    QFuture<Result<RulesTrial>> start() {
        next(0);
        return m_answer.future();
    }

private:
    void end(Result<RulesTrial> result) {
        m_answer.give(std::move(result));
        deleteLater();
    }
    void next(qint64 before) {
        m_service.backend().requests()->page({}, before, TrialPage) |
            then(this, [this](const Result<RequestPage> &page) {
                if (!page)
                    return end(fail(page.error()));
                m_rows += page->rows.mid(0, m_most - m_rows.size());
                if (page->next > 0 && m_rows.size() < m_most)
                    return next(page->next);
                readKeys();
            });
    }
    void readKeys() {
        QSet<KeyId> ids;
        for (const RequestRecord &r : std::as_const(m_rows)) {
            if (!r.key.isNull())
                ids.insert(r.key);
        }
        m_service.backend().rows(ids.values()) | then(this, [this](const Result<QList<ApiKey>> &keys) {
            if (!keys)
                return end(fail(keys.error()));
            QHash<KeyId, ApiKey> known;
            for (const ApiKey &k : *keys)
                known.insert(k.id, k);
            inBackground(*QThreadPool::globalInstance(), [rows = m_rows, known, now = m_now, after = m_after,
                                                          at = m_service.clock().now()] {
                return trialOf(rows, known, now, after, at);
            }) | then(this, [this](const RulesTrial &trial) { end(trial); });
        });
    }

    KeyService &m_service;
    RuleBook m_now;
    QList<GatewayRule> m_after;
    qint64 m_most;
    QList<RequestRecord> m_rows;
    Answer<Result<RulesTrial>> m_answer;
};

} // namespace

RulesTrial trialOf(const QList<RequestRecord> &requests, const QHash<KeyId, ApiKey> &keys,
                   const RuleBook &now, const QList<GatewayRule> &after, Instant at) {
    const policy::Rules old = policy::Rules::of(now.inForce()), fresh = policy::Rules::of(after);
    RulesTrial trial;
    QHash<KeyId, policy::KeyFacts> facts;
    using Kind = std::tuple<QString, QString, KeyId, DecisionCode, DecisionCode>;
    QMap<Kind, RulesTrial::Change> changes;
    for (const RequestRecord &r : requests) {
        if (r.method.isEmpty() || !r.path.startsWith(u'/'))
            continue; // a program that has said the permission itself
        ++trial.looked;
        trial.since = r.at;
        const auto key = keys.constFind(r.key);
        if (key == keys.constEnd()) {
            ++trial.unknown;
            continue;
        }
        if (!facts.contains(r.key))
            facts.insert(r.key, policy::KeyFacts::of(*key));
        const Need was = needOf(old, r, now.environment), is = needOf(fresh, r, now.environment);
        // What the path of the old rules did not name, a header of the request did.
        const QString header = was.customer.isEmpty() ? r.customer : QString();
        const DecisionCode before = codeOf(facts[r.key], was, r, header, at),
                           then = codeOf(facts[r.key], is, r, header, at);
        if (before == then) {
            trial.otherwise += !lets(before) && !isOfRules(before) ? 1 : 0;
            continue;
        }
        (lets(before) ? trial.refused : lets(then) ? trial.allowed : trial.others) += 1;
        RulesTrial::Change &c = changes[{r.method, r.path, r.key, before, then}];
        if (c.requests++ == 0)
            c = {r.method, r.path, r.key, key->config.name, before, then, is.rule, 1, r.at};
    }
    trial.changes = changes.values();
    std::stable_sort(trial.changes.begin(), trial.changes.end(), [](const auto &a, const auto &b) {
        return std::pair(!lets(a.before), -a.requests) < std::pair(!lets(b.before), -b.requests);
    });
    return trial;
}

QFuture<Result<RulesTrial>> tryRules(KeyService &service, const RuleBook &now,
                                     const QList<GatewayRule> &after, qint64 requests) {
    if (!service.backend().requests())
        return ready<Result<RulesTrial>>(fail(ErrorCode::NotAllowed));
    return (new TrialReader(service, now, after, requests))->start(); // goes by itself
}

} // namespace latchkey
