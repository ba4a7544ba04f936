#include "core/services/diagnosis/route_scope.h"
#include "ui/format/words.h"
#include "ui/why/why_texts.h"
#include "ui/why/why_words.h"

#include <QCoreApplication>
#include <QLocale>

// What each check found, in sentences.

namespace latchkey::ui {

using diagnosis::Subject;

namespace {

QString shape(const CheckResult &r, const WhyContext &c) {
    if (r.outcome == CheckOutcome::Failed)
        return r.params.contains(QStringLiteral("inQuery"))
                   ? Why::tr("The key came in the address, behind the “?”. It isn't read from there. Send it "
                             "in a "
                             "header: “Authorization: Bearer …”, with the token in place of the dots.")
               : r.params.contains(QStringLiteral("twoKeys"))
                   ? Why::tr(
                         "Two keys came, one in “Authorization” and one in “X-API-Key”, so neither counts. "
                         "Send one.")
               : r.code == DecisionCode::NoKey
                   ? Why::tr("The request carried no key. Send it in a header: “Authorization: Bearer …”, "
                             "with the token in place of the dots.")
               : r.params.contains(QStringLiteral("reported"))
                   ? Why::tr("The response says that the token is malformed, or that two keys came at once.")
               : c.facts.key && c.facts.key->error == token::ParseError::WrongCheck
                   ? Why::tr("The token is mistyped or cut off: its checksum is wrong.")
                   : Why::tr("This is not a whole token of Latchkey. Part of it may be missing.");
    return r.outcome == CheckOutcome::Passed ? Why::tr("The token is complete.")
                                             : Why::tr("No whole token was seen.");
}

QString secret(const CheckResult &r, const WhyContext &c) {
    const auto &key = c.subject.key;
    if (r.outcome == CheckOutcome::Failed) {
        if (r.params.contains(QStringLiteral("reported")))
            return Why::tr("The response says that the token isn't known. The app may send another one.");
        return key ? Why::tr("The ID belongs to “%1”, but the secret is another.").arg(key->config.name)
                   : Why::tr("No key of this vault has this token.");
    }
    if (r.outcome == CheckOutcome::NotChecked)
        return key ? Why::tr("The key is known. Only its whole token shows if the app sends the right one.")
                   : Why::tr("No key to check yet.");
    switch (c.subject.token) {
    case Subject::Token::Old:
        return Why::tr("It is the token of “%1” before its last rotation.").arg(key->config.name);
    case Subject::Token::Earlier:
        return Why::tr("It is an earlier token of “%1”.").arg(key->config.name);
    default:
        return Why::tr("It is the token of “%1”.").arg(key->config.name);
    }
}

QString state(const CheckResult &r, const WhyContext &c) {
    if (r.outcome == CheckOutcome::NotChecked)
        return Why::tr("No key to check yet.");
    const auto &key = c.subject.key;
    const auto time = [&](qint64 ms) { return fullTime(Instant(ms), c.zone); };
    if (r.outcome == CheckOutcome::Passed)
        return key && key->config.expires ? Why::tr("The key is active. It expires on %1.")
                                                .arg(fullTime(*key->config.expires, c.zone))
                                          : Why::tr("The key is active and never expires.");
    switch (r.code) {
    case DecisionCode::Inactive:
        return Why::tr("The key is inactive.");
    case DecisionCode::Revoked:
        return !key || key->stateReason.isEmpty() ? Why::tr("The key was revoked.")
                                                  : Why::tr("The key was revoked: %1.").arg(key->stateReason);
    case DecisionCode::Expired:
        return r.params.contains(QStringLiteral("expired"))
                   ? Why::tr("The key expired on %1.")
                         .arg(time(r.params.value(QStringLiteral("expired")).toLongLong()))
                   : Why::tr("The response says that the key has expired.");
    case DecisionCode::Replaced:
        return c.subject.token == Subject::Token::Old && key && key->old && key->old->until
                   ? Why::tr("The token was replaced. It stopped working on %1.")
                         .arg(fullTime(*key->old->until, c.zone))
                   : Why::tr("The token was replaced by a later one.");
    case DecisionCode::Deleted:
        return key && key->state == KeyState::Purged ? Why::tr("The key was deleted for good.")
                                                     : Why::tr("The key was deleted.");
    default:
        return Why::tr("The key's record is damaged, so it refuses every request.");
    }
}

QString environment(const CheckResult &r, const WhyContext &c) {
    if (r.outcome == CheckOutcome::Failed && c.subject.key && c.facts.environment)
        return Why::tr("This is a %1 key, but the request went to %2.")
            .arg(word(c.subject.key->config.environment), word(*c.facts.environment));
    if (r.outcome == CheckOutcome::Failed)
        return Why::tr("The response says that the key is for another environment.");
    if (r.outcome == CheckOutcome::Passed)
        return Why::tr("Key and request: %1.").arg(word(c.subject.key->config.environment));
    return c.subject.key ? Why::tr("Choose the environment that the request went to.")
                         : Why::tr("No key to check yet.");
}

QString type(const CheckResult &r, const WhyContext &c) {
    const auto &key = c.subject.key;
    if (r.outcome == CheckOutcome::Failed) {
        if (!key)
            return Why::tr("The response says that the key is of the wrong type.");
        return key->config.type == KeyType::Billing
                   ? Why::tr("This is a Billing key, but the request is not about billing.")
                   : Why::tr("This is a General key, but the request is about billing.");
    }
    if (r.outcome == CheckOutcome::Passed)
        return key->config.type == KeyType::Billing ? Why::tr("A Billing key, for a billing request.")
                                                    : Why::tr("A General key, for a general request.");
    return key ? Why::tr("Choose the permission that the request needed.") : Why::tr("No key to check yet.");
}

QString address(const CheckResult &r, const WhyContext &c) {
    const auto &key = c.subject.key;
    if (r.outcome == CheckOutcome::Failed)
        return c.facts.address
                   ? Why::tr("%1 is not among the key's allowed addresses.").arg(c.facts.address->toString())
                   : Why::tr("The response says that the address is not allowed.");
    if (r.outcome == CheckOutcome::Passed)
        return key->config.allowedIps.isEmpty() ? Why::tr("The key works from any address.")
                                                : Why::tr("%1 is allowed.").arg(c.facts.address->toString());
    return key ? Why::tr("The key is bound to addresses. Enter where the request came from.")
               : Why::tr("No key to check yet.");
}

QString customer(const CheckResult &r, const WhyContext &c) {
    const auto &key = c.subject.key;
    if (r.outcome == CheckOutcome::Failed)
        return c.facts.customer && !c.facts.customer->isEmpty()
                   ? Why::tr("The key doesn't work for the customer %1.").arg(*c.facts.customer)
                   : Why::tr("The response says that the key doesn't work for this customer.");
    if (r.outcome == CheckOutcome::Passed)
        return key->config.customers.isEmpty() ? Why::tr("The key works for all customers.")
                                               : Why::tr("The key works for %1.").arg(*c.facts.customer);
    return key ? Why::tr("The key is bound to customers. Enter whose it was.")
               : Why::tr("No key to check yet.");
}

/// None fits, or none can.
QString noRule(const CheckResult &r, const diagnosis::Facts &facts) {
    if (r.params.contains(QStringLiteral("refusedPath")))
        return Why::tr(
                   "Gateways refuse the address %1, whatever the rules are: servers read such addresses in "
                   "different ways. Send it without empty parts, “..”, “;” or an encoded “/”.")
            .arg(facts.path);
    const QString request = (facts.method + u' ' + facts.path).trimmed();
    if (r.params.contains(QStringLiteral("fixedRules")))
        return request.isEmpty()
                   ? Why::tr("No gateway rule fits this request, so no key may pass. The rules stand in the "
                             "server's configuration file: one can be added there only.")
                   : Why::tr("No gateway rule fits %1, so no key may pass. The rules stand in the server's "
                             "configuration file: one can be added there only.",
                             "GET /v1/leads")
                         .arg(request);
    if (facts.path.isEmpty())
        return Why::tr("No gateway rule fits this request, so no key may pass. Add a rule.");
    return Why::tr("No gateway rule fits %1, so no key may pass. Add a rule for this path.", "GET /v1/leads")
        .arg(request);
}

QString permission(const CheckResult &r, const WhyContext &c) {
    const auto scope = Scope::fromString(r.params.value(QStringLiteral("scope")).toString());
    if (r.outcome == CheckOutcome::Failed) {
        if (r.code == DecisionCode::NoRule)
            return noRule(r, c.facts);
        if (!scope)
            return Why::tr("The response says that a permission is missing. Choose which one.");
        const ResourceInfo *resource = c.catalogue.resource(scope->resource());
        if (!resource || !c.catalogue.find(*scope))
            return Why::tr("The key hasn't the permission “%1”.").arg(scope->toString());
        return (diagnosis::levelNeeded(*scope, c.catalogue) == AccessLevel::Read
                    ? Why::tr("The key can't %1. It needs Read access to %2.", "delete leads; Leads")
                    : Why::tr("The key can't %1. It needs Full access to %2.", "delete leads; Leads"))
            .arg(c.catalogue.phraseOf(*scope), resource->name);
    }
    if (r.outcome == CheckOutcome::Passed)
        return Why::tr("The key has the permission that the request needs.");
    return c.subject.key ? Why::tr("Choose the permission that the request needed.")
                         : Why::tr("No key to check yet.");
}

QString rate(const CheckResult &r, const WhyContext &c) {
    const auto &key = c.subject.key;
    if (r.outcome == CheckOutcome::Failed) {
        const qint64 limit = r.params.value(QStringLiteral("limit")).toLongLong();
        const QString what =
            limit > 0 ? Why::tr("The key reached its limit of %1.", "100 requests a minute")
                            .arg(requestsText(limit, static_cast<RatePeriod>(
                                                         r.params.value(QStringLiteral("period")).toInt())))
            : key ? Why::tr("The key reached one of its limits: %1.").arg(limitsText(key->config.limits))
                  : Why::tr("The response says that a rate limit was reached.");
        return (what + u' ' + againSentence(c)).trimmed();
    }
    if (r.outcome == CheckOutcome::Passed)
        return key && key->config.limits.isEmpty() ? Why::tr("The key has no rate limit.")
                                                   : Why::tr("The limit was not reached.");
    return key ? Why::tr("The limit is %1. How much of it was used isn't known here.")
                     .arg(limitsText(key->config.limits))
               : Why::tr("No key to check yet.");
}

QString checkList(const QList<Check> &checks) {
    QStringList names;
    for (const Check check : checks)
        names.append(checkTitle(check));
    return QLocale().createSeparatedList(names);
}

/// Of what passed when it came.
QString allowedSentence(const WhyContext &c) {
    if (const diagnosis::Finding *cause = c.diagnosis.cause())
        return Why::tr("The request was allowed then. Checked now, it would be refused: %1")
            .arg(checkSentence(cause->result, c));
    if (!c.subject.key)
        return Why::tr("The request was allowed then. Choose the key to check it now.");
    return c.diagnosis.open.isEmpty()
               ? Why::tr("The request was allowed then. Checked now, nothing in the key is against it.")
               : Why::tr("The request was allowed then. Checked now, what was checked allows it. Not "
                         "checked: %1.",
                         "checks")
                     .arg(checkList(c.diagnosis.open));
}

} // namespace

QString againSentence(const WhyContext &c) {
    const auto &again = c.diagnosis.worksAgainAt;
    return again ? Why::tr("It works again at %1.", "time of day")
                       .arg(again->toUtc().toTimeZone(c.zone).toString(QStringLiteral("HH:mm:ss")))
                 : QString();
}

QString checkTitle(Check c) {
    switch (c) {
    case Check::Shape:
        return Why::tr("Token");
    case Check::Secret:
        return Why::tr("Known key");
    case Check::State:
        return Why::tr("State and expiry");
    case Check::Environment:
        return Why::tr("Environment");
    case Check::Type:
        return Why::tr("Key type");
    case Check::Address:
        return Why::tr("IP address");
    case Check::Customer:
        return Why::tr("Customer");
    case Check::Scope:
        return Why::tr("Permission");
    case Check::RateLimit:
        break;
    }
    return Why::tr("Rate limit");
}

QString outcomeWord(CheckOutcome o) {
    return o == CheckOutcome::Passed   ? Why::tr("Passed")
           : o == CheckOutcome::Failed ? Why::tr("Failed")
                                       : Why::tr("Not checked");
}

QString checkSentence(const CheckResult &r, const WhyContext &c) {
    using Words = QString (*)(const CheckResult &, const WhyContext &);
    static constexpr std::array<Words, AllChecks.size()> words{
        shape, secret, state, environment, type, address, customer, permission, rate};
    return words[static_cast<std::size_t>(r.check)](r, c);
}

QString verdictSentence(const WhyContext &c) {
    if (c.diagnosis.says(diagnosis::Remark::RuleFitsNow)) {
        const diagnosis::Finding *cause = c.diagnosis.cause();
        return cause ? Why::tr("A rule for this path was added since. The request would still be refused: %1")
                           .arg(checkSentence(cause->result, c))
               : c.subject.key
                   ? Why::tr("A rule for this path was added since. The request would be allowed now.")
                   : Why::tr(
                         "A rule for this path was added since. Choose the key to see what the request would "
                         "be answered now.");
    }
    if (c.diagnosis.says(diagnosis::Remark::WasAllowed))
        return allowedSentence(c);
    switch (c.diagnosis.verdict) {
    case diagnosis::Verdict::Explained:
        return checkSentence(c.diagnosis.cause()->result, c);
    case diagnosis::Verdict::NothingInKey:
        return c.diagnosis.open.isEmpty()
                   ? Why::tr("Nothing in the key explains this.")
                   : Why::tr("What was checked doesn't explain this. Not checked: %1.", "checks")
                         .arg(checkList(c.diagnosis.open));
    case diagnosis::Verdict::NothingAsked:
        return Why::tr(
            "Nothing of a request was checked yet. Paste what was answered, or enter what was asked.");
    case diagnosis::Verdict::NoKey:
        break;
    }
    return Why::tr("Choose a key, or paste a key, a response, a curl command or a log line.");
}

} // namespace latchkey::ui
