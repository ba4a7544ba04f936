#include "core/services/diagnosis/diagnose.h"

#include "core/policy/rules.h"
#include "core/services/diagnosis/route_scope.h"

#include <algorithm>

namespace latchkey::diagnosis {

namespace {

constexpr qint64 ClockSkewMs = 60'000;

Fix fixOfState(const CheckResult &r, const ApiKey &k) {
    switch (r.code) {
    case DecisionCode::Inactive:
        return Fix::Activate;
    case DecisionCode::Expired:
        return Fix::ExtendExpiry;
    case DecisionCode::Revoked:
        return k.leaked ? Fix::Duplicate : Fix::Restore;
    case DecisionCode::Deleted:
        return k.state == KeyState::Purged ? Fix::CreateKey : Fix::Restore;
    case DecisionCode::Replaced:
        return Fix::Rotate;
    default:
        return Fix::CreateKey; // damaged: nothing in it can be trusted
    }
}

Fix fixOf(const CheckResult &r, const Subject &s) {
    switch (r.check) {
    case Check::Shape:
        return Fix::PasteAgain;
    case Check::Secret:
        return s.key ? Fix::Rotate : Fix::ChooseKey;
    case Check::State:
        return s.key ? fixOfState(r, *s.key) : Fix::ChooseKey;
    case Check::Environment:
        return Fix::ShowEnvironment;
    case Check::Type:
        return Fix::ShowType;
    case Check::Address:
        return s.key ? Fix::ReviewIps : Fix::ChooseKey;
    case Check::Customer:
        return s.key ? Fix::ReviewCustomers : Fix::ChooseKey;
    case Check::Scope:
        if (r.code == DecisionCode::NoRule)
            return r.params.contains(QStringLiteral("refusedPath")) ||
                           r.params.contains(QStringLiteral("fixedRules"))
                       ? Fix::None
                       : Fix::AddRule;
        return s.key ? Fix::ReviewPermission : Fix::ChooseKey;
    case Check::RateLimit:
        return s.key ? Fix::ReviewLimit : Fix::ChooseKey;
    }
    return Fix::None;
}

/// One pass over the facts; the members are what it gathers.
class Diagnoser {
public:
    Diagnoser(const Subject &s, const Facts &f, const Setting &w)
        : m_subject(s)
        , m_facts(f)
        , m_world(w)
        , m_at(wasAllowed() ? w.now : f.at.value_or(w.now)) {}

    Diagnosis run(const QList<Note> &notes) {
        findRule();
        const policy::Request request = requestOf();
        policy::KeyFacts key;
        policy::Presented token;
        if (m_subject.key) {
            key = policy::KeyFacts::of(*m_subject.key);
            token.key = &key;
        }
        present(token);
        QList<CheckResult> results = policy::explain(token, request, m_world.meter);
        withhold(results);
        takeReport(results);
        takeNotes(results, notes);
        takeWait(results.last());
        const auto type = request.scope ? typeOf(*request.scope) : std::nullopt;
        const bool unfit = m_subject.key && type && type != m_subject.key->config.type;
        for (const CheckResult &r : results) {
            const Fix fix = r.code == DecisionCode::InsufficientScope && unfit
                                ? Fix::ShowType // this key can't hold it
                                : fixOf(r, m_subject);
            m_found.checks.append({r, r.outcome == CheckOutcome::Failed ? fix : Fix::None});
        }
        conclude();
        remark(notes);
        return m_found;
    }

private:
    void say(Remark r, const QVariantMap &params = {}) { m_found.said.append({r, params}); }

    /// It passed when it came: the checks say what it would get now.
    [[nodiscard]] bool wasAllowed() const {
        const int s = m_facts.status.value_or(0);
        return !m_facts.code && s >= 200 && s < (m_facts.ofALog ? 400 : 300);
    }

    /// Rules are added: what none fitted when it came may have one by now.
    void findRule() {
        if (m_facts.code != DecisionCode::NoRule || !m_world.rules)
            return;
        m_rules = policy::Rules::of(m_world.rules->inForce());
        m_rule = m_rules.find(m_facts.method.toStdString(), m_facts.path.toStdString());
        if (!m_rule)
            return;
        m_at = m_world.now; // what it would get now
        const auto &scope = m_rule->rule->scope;
        say(Remark::RuleFitsNow, {{QStringLiteral("rule"), m_rule->place + 1},
                                  {QStringLiteral("scope"), scope ? scope->toString() : QString()}});
    }

    /// What that rule asks for.
    void ask(policy::Request &r) const {
        const policy::Rule &rule = *m_rule->rule;
        if (rule.environment)
            r.environment = rule.environment;
        else if (!r.environment)
            r.environment = m_world.rules->environment;
        if (!m_rule->customer.empty())
            r.customer = QString::fromStdString(m_rule->customer);
        r.scope = rule.scope;
        r.type = rule.type;
        // A rule that names no type refuses none: the permission's can only confirm the key's.
        const auto type = r.scope ? typeOf(*r.scope) : std::nullopt;
        if (!r.type && m_subject.key && type == m_subject.key->config.type)
            r.type = type;
    }

    /// The type of key that a permission belongs to.
    [[nodiscard]] std::optional<KeyType> typeOf(const Scope &scope) const {
        const ResourceInfo *resource = m_world.catalogue.resource(scope.resource());
        if (!resource)
            return std::nullopt;
        return resource->billing ? KeyType::Billing : KeyType::General;
    }

    /// The permission that a path suggests counts only where the answer speaks of no other cause.
    [[nodiscard]] bool mayGuessScope() const {
        if (m_facts.code)
            return *m_facts.code == DecisionCode::InsufficientScope ||
                   *m_facts.code == DecisionCode::WrongType;
        return m_facts.status.value_or(httpStatusOf(DecisionCode::InsufficientScope)) ==
               httpStatusOf(DecisionCode::InsufficientScope);
    }

    policy::Request requestOf() {
        policy::Request r;
        r.environment = m_facts.environment;
        r.address = m_facts.address;
        r.customer = m_facts.customer;
        r.at = m_at;
        r.monotonic = m_world.monotonic;
        if (m_rule) {
            ask(r);
            return r;
        }
        r.scope = m_facts.scope;
        if (!r.scope && mayGuessScope() && !m_facts.path.isEmpty() && !m_facts.method.isEmpty()) {
            r.scope = scopeOfRoute(m_facts.method, m_facts.path, m_world.catalogue);
            if (r.scope)
                say(Remark::ScopeGuessed, {{QStringLiteral("scope"), r.scope->toString()}});
            else
                say(Remark::NoSuchPermission);
        }
        if (!m_facts.scope && !m_facts.scopeText.isEmpty())
            say(Remark::ScopeUnknown, {{QStringLiteral("scope"), m_facts.scopeText}});
        if (r.scope) {
            r.type = typeOf(*r.scope);
            if (!m_world.catalogue.find(*r.scope))
                say(Remark::ScopeUnknown, {{QStringLiteral("scope"), r.scope->toString()}});
        }
        return r;
    }

    void present(policy::Presented &token) const {
        using T = Subject::Token;
        token.wellFormed = m_subject.token != T::Malformed;
        token.secretMatches = m_subject.token != T::WrongSecret;
        const auto &key = m_subject.key;
        if (!key)
            return;
        if (m_subject.token == T::Old && key->old)
            token.retiresAt = key->old->until;
        else if (m_subject.token == T::Earlier) // ended when the next rotation began, at the latest
            token.retiresAt = Instant(qMin(key->rotatedAt.value_or(m_at).ms(), m_at.ms()) - 1);
    }

    /// What nobody has shown is not said to be in order.
    void withhold(QList<CheckResult> &results) const {
        const auto set = [&](Check c) {
            CheckResult &r = results[static_cast<qsizetype>(c)];
            r.outcome = CheckOutcome::NotChecked;
            r.code = DecisionCode::Allowed;
            r.params.clear();
        };
        if (m_subject.token != Subject::Token::NotGiven)
            return;
        set(Check::Shape);
        set(Check::Secret);
    }

    /// The response knows what nobody here can check: how much of a limit was used, or which token came.
    void takeReport(QList<CheckResult> &results) {
        auto code = m_facts.code;
        if (!code && m_facts.status == 429)
            code = DecisionCode::RateLimited;
        if (!code || m_rule)
            return;
        CheckResult &r = results[static_cast<qsizetype>(checkOf(*code))];
        const bool limited = *code == DecisionCode::RateLimited;
        if (limited && m_subject.key && m_subject.key->config.limits.isEmpty())
            return;
        // Without a rule no permission is enough, whichever the key has.
        if (r.outcome == CheckOutcome::NotChecked || *code == DecisionCode::NoRule) {
            r.params.clear();
            r.outcome = CheckOutcome::Failed;
            r.code = *code;
            r.params.insert(QStringLiteral("reported"), true);
            if (limited)
                nameLimit(r);
            if (*code == DecisionCode::NoRule && !m_facts.path.isEmpty() &&
                !policy::patternOf(m_facts.path.toStdString()))
                r.params.insert(QStringLiteral("refusedPath"), true); // no rule can fit it
            if (*code == DecisionCode::NoRule && m_world.rules && m_world.rules->fixed)
                r.params.insert(QStringLiteral("fixedRules"), true); // nobody adds one from here
        }
    }

    /// A key at a place where none is read, or two where one is: no check of a key finds that. An answer that
    /// names another cause shows that a key was read.
    void takeNotes(QList<CheckResult> &results, const QList<Note> &notes) const {
        const auto &code = m_facts.code;
        const auto fails = [&](DecisionCode with, const QString &how, bool beforeAnswer) {
            if (code ? *code != with : m_facts.status ? *m_facts.status != 401 : !beforeAnswer)
                return;
            CheckResult &shape = results.first();
            shape.outcome = CheckOutcome::Failed;
            shape.code = with;
            shape.params = {{how, true}};
        };
        if (notes.contains(Note::TwoKeysSent))
            fails(DecisionCode::Malformed, QStringLiteral("twoKeys"), true);
        else if (notes.contains(Note::KeyInQuery))
            fails(DecisionCode::NoKey, QStringLiteral("inQuery"), !m_facts.ofALog);
        else if (notes.contains(Note::NoKeySent))
            fails(DecisionCode::NoKey, QStringLiteral("notSent"), false);
    }

    void takeWait(const CheckResult &limit) {
        if (limit.outcome != CheckOutcome::Failed && m_facts.status != 429)
            return;
        const QVariant measured = limit.params.value(QStringLiteral("retryAfterMs"));
        if (m_facts.retryAt && !m_facts.retryAfterMs)
            m_found.worksAgainAt = m_facts.retryAt;
        else if (m_facts.retryAfterMs || measured.isValid())
            m_found.worksAgainAt = m_at.plusMs(m_facts.retryAfterMs.value_or(measured.toLongLong()));
    }

    /// Which of the key's limits it was, if that can be told.
    void nameLimit(CheckResult &r) const {
        if (!m_subject.key)
            return;
        const RateLimits &limits = m_subject.key->config.limits;
        QList<RatePeriod> fits;
        for (const RatePeriod p : AllRatePeriods) {
            const auto count = limits.get(p);
            if (count && (!m_facts.limit || *m_facts.limit == *count) &&
                (!m_facts.period || *m_facts.period == p))
                fits.append(p);
        }
        if (fits.size() != 1)
            return;
        r.params.insert(QStringLiteral("period"), static_cast<int>(fits.first()));
        r.params.insert(QStringLiteral("limit"), limits.get(fits.first()).value_or(0));
    }

    void conclude() {
        const auto failed =
            std::find_if(m_found.checks.cbegin(), m_found.checks.cend(),
                         [](const Finding &f) { return f.result.outcome == CheckOutcome::Failed; });
        // What no rule fits passes with no key: the others say what would come next.
        if (m_found.checks[static_cast<qsizetype>(Check::Scope)].result.code == DecisionCode::NoRule) {
            m_found.first = Check::Scope;
            m_found.verdict = Verdict::Explained;
        } else if (failed != m_found.checks.cend()) {
            m_found.first = failed->result.check;
            m_found.verdict = Verdict::Explained;
        } else if (m_subject.key) {
            const Facts &f = m_facts;
            const bool asked = !f.method.isEmpty() || !f.path.isEmpty() || f.scope ||
                               !f.scopeText.isEmpty() || f.environment || f.address || f.customer || f.at ||
                               f.status || f.code;
            m_found.verdict = asked ? Verdict::NothingInKey : Verdict::NothingAsked;
            if (asked)
                m_found.open = notSaid(m_subject.key->config);
        }
    }

    [[nodiscard]] QList<Check> notSaid(const KeyConfig &key) const {
        QList<Check> open;
        for (const Finding &f : m_found.checks) {
            const Check c = f.result.check;
            const bool restricted = c == Check::Environment || c == Check::Scope ||
                                    (c == Check::Address && !key.allowedIps.isEmpty()) ||
                                    (c == Check::Customer && !key.customers.isEmpty());
            if (restricted && f.result.outcome == CheckOutcome::NotChecked)
                open.append(c);
        }
        return open;
    }

    void remark(const QList<Note> &notes) {
        const Finding &shape = m_found.checks.first();
        for (const Note n : notes) {
            if (n == Note::KeyInQuery || n == Note::TwoKeysSent ||
                (n == Note::SeveralKeys && shape.result.params.contains(QStringLiteral("twoKeys"))) ||
                (n == Note::NoKeySent && shape.result.params.contains(QStringLiteral("notSent"))))
                continue; // said by the check
            say(n == Note::SeveralRequests        ? Remark::SeveralRequests
                : n == Note::NoKeySent            ? Remark::NoKeySent
                : n == Note::VariableInsteadOfKey ? Remark::VariableInsteadOfKey
                : n == Note::TokenInAddress       ? Remark::TokenInAddress
                                                  : Remark::SeveralKeys);
        }
        if (m_facts.ofALog && !m_facts.key && !m_subject.key && !decidedWithoutKey())
            say(Remark::KeyNotLogged);
        if (wasAllowed())
            say(Remark::WasAllowed, {{QStringLiteral("status"), *m_facts.status}});
        else if (!m_rule)
            compareAnswers();
        if (m_facts.environment && m_facts.environmentFromHost)
            say(Remark::EnvironmentGuessed, {{QStringLiteral("host"), m_facts.host}});
        if (m_facts.at && *m_facts.at > m_world.now.plusMs(ClockSkewMs))
            say(Remark::FromTheFuture, {{QStringLiteral("at"), m_facts.at->ms()}});
        if (!m_subject.prefix.isEmpty() && m_subject.prefix != m_world.prefix)
            say(Remark::OtherVault,
                {{QStringLiteral("prefix"), m_subject.prefix}, {QStringLiteral("ours"), m_world.prefix}});
        if (m_subject.key)
            remarkOnKey(*m_subject.key);
        if (!m_rule && !wasAllowed() &&
            (m_found.verdict == Verdict::NothingInKey ||
             (m_found.verdict == Verdict::NoKey && m_facts.status)))
            lookElsewhere();
    }

    /// The log says itself that no key came, or none that could be read.
    [[nodiscard]] bool decidedWithoutKey() const {
        return m_facts.code == DecisionCode::NoKey || m_facts.code == DecisionCode::Malformed;
    }

    void remarkOnKey(const ApiKey &k) {
        if (m_facts.at && *m_facts.at < k.createdAt)
            say(Remark::BeforeCreation, {{QStringLiteral("at"), k.createdAt.ms()}});
        else if (m_facts.at && k.changedAt > *m_facts.at)
            say(Remark::ChangedSince,
                {{QStringLiteral("by"), k.changedBy}, {QStringLiteral("at"), k.changedAt.ms()}});
        const Finding &state = m_found.checks[static_cast<qsizetype>(Check::State)];
        if (state.result.outcome == CheckOutcome::Failed && state.result.code != DecisionCode::Expired &&
            k.state == KeyState::Inactive && k.config.expires && m_at > *k.config.expires)
            say(Remark::AlsoExpired, {{QStringLiteral("expired"), k.config.expires->ms()}});
    }

    /// The response against itself, and against what was found.
    void compareAnswers() {
        const QString status = QStringLiteral("status"), expected = QStringLiteral("expected"),
                      code = QStringLiteral("code");
        const Finding *cause = m_found.cause();
        if (m_facts.status && m_facts.code && httpStatusOf(*m_facts.code) != *m_facts.status)
            say(Remark::StatusAndCodeDisagree, {{status, *m_facts.status},
                                                {code, toWord(*m_facts.code)},
                                                {expected, httpStatusOf(*m_facts.code)}});
        else if (cause && m_facts.status && httpStatusOf(cause->result.code) != *m_facts.status)
            say(Remark::StatusDiffers,
                {{status, *m_facts.status}, {expected, httpStatusOf(cause->result.code)}});
        if (m_facts.code && (!cause ? m_subject.key.has_value() : cause->result.code != *m_facts.code))
            say(Remark::CodeDiffers, {{code, toWord(*m_facts.code)}});
    }

    void lookElsewhere() {
        const QVariantMap status{{QStringLiteral("status"), m_facts.status.value_or(0)}};
        const int s = m_facts.status ? *m_facts.status : m_facts.code ? httpStatusOf(*m_facts.code) : 0;
        if (s >= 500)
            say(Remark::ServerTrouble, status);
        else if (s == 401 || s == 0)
            say(Remark::LooksElsewhere401);
        else if (s == 403)
            say(Remark::LooksElsewhere403);
        else if (s == 429)
            say(Remark::LooksElsewhere429);
        else
            say(Remark::OtherStatus, status);
    }

    const Subject &m_subject;
    const Facts &m_facts;
    const Setting &m_world;
    Instant m_at;
    policy::Rules m_rules;
    std::optional<policy::RuleMatch> m_rule; ///< fits by now what none fitted
    Diagnosis m_found;
};

} // namespace

const Finding *Diagnosis::cause() const {
    return first ? &checks[static_cast<qsizetype>(*first)] : nullptr;
}

bool Diagnosis::says(Remark r) const {
    return std::any_of(said.cbegin(), said.cend(), [r](const Said &s) { return s.remark == r; });
}

Check checkOf(DecisionCode code) {
    switch (code) {
    case DecisionCode::Malformed:
    case DecisionCode::NoKey:
        return Check::Shape;
    case DecisionCode::Allowed:
    case DecisionCode::Unknown:
        return Check::Secret;
    case DecisionCode::WrongEnvironment:
        return Check::Environment;
    case DecisionCode::WrongType:
        return Check::Type;
    case DecisionCode::IpDenied:
        return Check::Address;
    case DecisionCode::CustomerDenied:
        return Check::Customer;
    case DecisionCode::InsufficientScope:
    case DecisionCode::NoRule:
        return Check::Scope;
    case DecisionCode::RateLimited:
        return Check::RateLimit;
    default:
        return Check::State;
    }
}

Diagnosis diagnose(const Subject &subject, const Facts &facts, const QList<Note> &notes,
                   const Setting &setting) {
    return Diagnoser(subject, facts, setting).run(notes);
}

} // namespace latchkey::diagnosis
