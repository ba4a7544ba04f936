#include "core/model/request.h"

#include "core/model/key_filter.h"

#include <algorithm>

namespace latchkey {

namespace {

struct RequestWord {
    const char *word;
    RequestTerm::Field field;
};
constexpr std::array requestWords{
    RequestWord{"method", RequestTerm::Field::Method},     RequestWord{"path", RequestTerm::Field::Path},
    RequestWord{"scope", RequestTerm::Field::Scope},       RequestWord{"perm", RequestTerm::Field::Scope},
    RequestWord{"customer", RequestTerm::Field::Customer}, RequestWord{"ip", RequestTerm::Field::Ip},
    RequestWord{"agent", RequestTerm::Field::UserAgent},   RequestWord{"code", RequestTerm::Field::Code},
    RequestWord{"reason", RequestTerm::Field::Code},       RequestWord{"status", RequestTerm::Field::Status},
};

std::optional<QList<RequestOutcome>> outcomesOf(const QString &value) {
    if (value == QStringLiteral("rejected") || value == QStringLiteral("denied"))
        return QList{RequestOutcome::Unauthorized, RequestOutcome::Forbidden, RequestOutcome::RateLimited};
    for (const RequestOutcome o : AllRequestOutcomes) {
        if (toWord(o) == value || toWord(o).remove(u'_') == value)
            return QList{o};
    }
    return std::nullopt;
}

std::optional<Environment> environmentOf(const QString &value) {
    for (const Environment e : AllEnvironments) {
        if (tokenWord(e) == value || (value.size() >= 3 && toWord(e).startsWith(value)))
            return e;
    }
    return std::nullopt;
}

bool isGood(RequestTerm::Field field, const QString &value) {
    if (field == RequestTerm::Field::Code)
        return decisionCodeFromWord(value).has_value();
    bool number = false;
    const int status = value.toInt(&number);
    return field != RequestTerm::Field::Status || (number && status >= 100 && status <= 599);
}

/// True if the word was a condition of a field of its own kind.
bool readField(RequestSearch &search, const QString &word, bool negated, QStringView name,
               const QString &raw) {
    const QString value = raw.toLower();
    const auto is = [name](const char *w) {
        return name.compare(QLatin1StringView(w), Qt::CaseInsensitive) == 0;
    };
    if (is("outcome")) {
        const auto outcomes = outcomesOf(value);
        if (outcomes && !negated)
            search.filter.outcomes.append(*outcomes);
        else
            search.bad.append(word);
        return true;
    }
    if (is("env") || is("environment")) {
        const auto environment = environmentOf(value);
        if (environment && !negated)
            search.filter.environment = environment;
        else
            search.bad.append(word);
        return true;
    }
    if (is("key")) {
        if (value == QStringLiteral("none")) // known to have come without one
            search.filter.terms.append(
                {RequestTerm::Field::Code, negated, latchkey::toWord(DecisionCode::NoKey)});
        else if (const auto id = KeyId::fromString(raw); id && !negated)
            search.filter.keys.append(*id);
        else if (!negated)
            search.keyWords.append(raw);
        else
            search.bad.append(word);
        return true;
    }
    for (const RequestWord &f : requestWords) {
        if (!is(f.word))
            continue;
        if (isGood(f.field, value))
            search.filter.terms.append({f.field, negated, value});
        else
            search.bad.append(word);
        return true;
    }
    return false;
}

bool isWhole(const QString &text, const QString &value) {
    return text.compare(value, Qt::CaseInsensitive) == 0;
}

bool fitsTerm(const RequestRecord &r, const RequestTerm &t) {
    switch (t.field) {
    case RequestTerm::Field::Method:
        return isWhole(r.method, t.value);
    case RequestTerm::Field::Path:
        return r.path.contains(t.value, Qt::CaseInsensitive);
    case RequestTerm::Field::Scope:
        return isWhole(r.scope, t.value);
    case RequestTerm::Field::Customer:
        return isWhole(r.customer, t.value);
    case RequestTerm::Field::Ip:
        return isWhole(r.ip, t.value);
    case RequestTerm::Field::UserAgent:
        return r.userAgent.contains(t.value, Qt::CaseInsensitive);
    case RequestTerm::Field::Code:
        return r.code && r.code == decisionCodeFromWord(t.value);
    case RequestTerm::Field::Status:
        return r.status == t.value.toInt();
    }
    return false;
}

} // namespace

bool matches(const RequestRecord &r, const RequestFilter &f) {
    if ((!f.outcomes.isEmpty() && !f.outcomes.contains(r.outcome)) ||
        (!f.keys.isEmpty() && !f.keys.contains(r.key)) || (f.environment && r.environment != f.environment) ||
        (f.from && r.at < *f.from) || (f.to && r.at >= *f.to))
        return false;
    const auto hasWord = [&](const QString &word) {
        const std::array texts{&r.path, &r.userAgent, &r.ip, &r.customer, &r.scope, &r.method};
        return std::any_of(texts.begin(), texts.end(),
                           [&](const QString *text) { return text->contains(word, Qt::CaseInsensitive); });
    };
    return std::all_of(f.terms.begin(), f.terms.end(),
                       [&](const RequestTerm &t) { return fitsTerm(r, t) != t.negated; }) &&
           std::all_of(f.words.begin(), f.words.end(), hasWord);
}

QString toWord(RequestOutcome o) {
    switch (o) {
    case RequestOutcome::Allowed:
        return QStringLiteral("allowed");
    case RequestOutcome::Unauthorized:
        return QStringLiteral("unauthorized");
    case RequestOutcome::Forbidden:
        return QStringLiteral("forbidden");
    case RequestOutcome::RateLimited:
        return QStringLiteral("rate_limited");
    case RequestOutcome::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

RequestOutcome outcomeOfStatus(int status) {
    return status == 401   ? RequestOutcome::Unauthorized
           : status == 403 ? RequestOutcome::Forbidden
           : status == 429 ? RequestOutcome::RateLimited
           : status >= 400 ? RequestOutcome::Failed
                           : RequestOutcome::Allowed;
}

RequestSearch parseRequestSearch(const QString &text) {
    RequestSearch search;
    for (const SearchWord &typed : searchWords(text.left(2000))) {
        const QString &word = typed.text;
        const bool negated = word.startsWith(u'-') && word.size() > 1;
        const QStringView body = QStringView(word).mid(negated ? 1 : 0);
        const qsizetype colon = typed.colon - (negated ? 1 : 0);
        const QString value = colon > 0 ? body.mid(colon + 1).toString() : QString();
        if (colon > 0 && value.isEmpty())
            continue; // still being typed
        if (colon <= 0 || !readField(search, word, negated, body.left(colon), value))
            search.filter.words.append(word);
    }
    return search;
}

} // namespace latchkey
