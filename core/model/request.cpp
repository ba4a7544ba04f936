#include "core/model/request.h"

#include <algorithm>

namespace latchkey {

namespace {

struct TermWord {
    const char *word;
    RequestTerm::Field field;
};
constexpr std::array termWords{
    TermWord{"method", RequestTerm::Field::Method},     TermWord{"path", RequestTerm::Field::Path},
    TermWord{"scope", RequestTerm::Field::Scope},       TermWord{"perm", RequestTerm::Field::Scope},
    TermWord{"customer", RequestTerm::Field::Customer}, TermWord{"ip", RequestTerm::Field::Ip},
    TermWord{"agent", RequestTerm::Field::UserAgent},   TermWord{"code", RequestTerm::Field::Code},
    TermWord{"reason", RequestTerm::Field::Code},       TermWord{"status", RequestTerm::Field::Status},
};

// These make more of a filter than one term.
constexpr std::array listWords{"outcome", "env", "environment", "key"};

QStringList requestFields() {
    QStringList names;
    for (const char *w : listWords)
        names.append(QLatin1StringView(w));
    for (const TermWord &w : termWords)
        names.append(QLatin1StringView(w.word));
    return names;
}

std::optional<QList<RequestOutcome>> outcomesOf(const QString &value) {
    if (value == QStringLiteral("rejected") || value == QStringLiteral("denied"))
        return QList{RequestOutcome::Unauthorized, RequestOutcome::Forbidden, RequestOutcome::RateLimited};
    for (const RequestOutcome o : AllRequestOutcomes) {
        if (toWord(o) == value || toWord(o).remove(u'_') == value)
            return QList{o};
    }
    return std::nullopt;
}

/// The word of an environment, or NoEnvironment.
std::optional<QString> environmentOf(const QString &value) {
    if (value == NoEnvironment)
        return value;
    for (const Environment e : AllEnvironments) {
        if (tokenWord(e) == value || (value.size() >= 3 && toWord(e).startsWith(value)))
            return toWord(e);
    }
    return std::nullopt;
}

/// Reads one word after the other.
class RequestSearchReader {
public:
    /// True if the word was a condition: of a field that there is.
    bool read(const QString &word, bool negated, QStringView name, const QString &raw) {
        const QString value = raw.toLower();
        const auto is = [name](const char *w) {
            return name.compare(QLatin1StringView(w), Qt::CaseInsensitive) == 0;
        };
        if (is("outcome"))
            note(word, readOutcome(negated, value));
        else if (is("env") || is("environment"))
            note(word, readEnvironment(negated, value));
        else if (is("key"))
            readKey(negated, raw, value);
        else
            return readTerm(word, negated, is, value);
        return true;
    }
    void addWord(const SearchWord &typed) {
        if (const auto problem = unknownField(typed, requestFields()))
            m_search.problems.append(*problem);
        m_search.filter.words.append(typed.text);
    }
    /// Environments of one field are joined by OR.
    RequestSearch end() {
        if (m_environments.isEmpty())
            return m_search;
        if (const auto only = environmentFromWord(m_environments.first());
            m_environments.size() == 1 && only) {
            m_search.filter.environment = only;
            return m_search;
        }
        QStringList others{NoEnvironment};
        for (const Environment e : AllEnvironments)
            others.append(toWord(e));
        for (const QString &e : std::as_const(others)) {
            if (!m_environments.contains(e))
                add(RequestTerm::Field::Environment, true, e);
        }
        return m_search;
    }

private:
    void add(RequestTerm::Field field, bool negated, const QString &value) {
        m_search.filter.terms.append({field, negated, value});
    }
    void note(const QString &word, bool understood) {
        if (!understood)
            m_search.problems.append({word, QStringLiteral("badValue")});
    }
    bool readOutcome(bool negated, const QString &value) {
        const auto outcomes = outcomesOf(value);
        if (!outcomes)
            return false;
        if (!negated)
            m_search.filter.outcomes.append(*outcomes);
        for (const RequestOutcome o : *outcomes) {
            if (negated)
                add(RequestTerm::Field::Outcome, true, toWord(o));
        }
        return true;
    }
    bool readEnvironment(bool negated, const QString &value) {
        const auto environment = environmentOf(value);
        if (!environment)
            return false;
        if (negated)
            add(RequestTerm::Field::Environment, true, *environment);
        else if (!m_environments.contains(*environment))
            m_environments.append(*environment);
        return true;
    }
    void readKey(bool negated, const QString &raw, const QString &value) {
        const auto id = KeyId::fromString(raw);
        if (value == QStringLiteral("none")) // known to have come without one
            add(RequestTerm::Field::Code, negated, toWord(DecisionCode::NoKey));
        else if (!id)
            (negated ? m_search.otherThanNames : m_search.keyNames).append(raw);
        else if (negated)
            add(RequestTerm::Field::Key, true, id->toString());
        else
            m_search.filter.keys.append(*id);
    }
    template<typename Is>
    bool readTerm(const QString &word, bool negated, Is is, const QString &value) {
        const auto *term =
            std::find_if(termWords.begin(), termWords.end(), [&](const TermWord &w) { return is(w.word); });
        if (term == termWords.end())
            return false;
        const bool good = isTermValue(term->field, value);
        note(word, good);
        if (good)
            add(term->field, negated, value);
        return true;
    }

    RequestSearch m_search;
    QStringList m_environments;
};

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
    case RequestTerm::Field::Outcome:
        return toWord(r.outcome) == t.value;
    case RequestTerm::Field::Environment:
        return t.value == (r.environment ? toWord(*r.environment) : QString(NoEnvironment));
    case RequestTerm::Field::Key:
        return r.key.toString() == t.value;
    }
    return false;
}

} // namespace

bool isTermValue(RequestTerm::Field field, const QString &value) {
    switch (field) {
    case RequestTerm::Field::Code:
        return decisionCodeFromWord(value).has_value();
    case RequestTerm::Field::Status: {
        bool number = false;
        const int status = value.toInt(&number);
        return number && status >= 100 && status <= 599;
    }
    case RequestTerm::Field::Outcome:
        return std::any_of(AllRequestOutcomes.begin(), AllRequestOutcomes.end(),
                           [&](RequestOutcome o) { return toWord(o) == value; });
    case RequestTerm::Field::Environment:
        return value == NoEnvironment || environmentFromWord(value).has_value();
    case RequestTerm::Field::Key:
        return KeyId::fromString(value).has_value();
    default:
        return !value.isEmpty();
    }
}

bool matches(const RequestRecord &r, const RequestFilter &f) {
    if ((!f.outcomes.isEmpty() && !f.outcomes.contains(r.outcome)) ||
        (!f.keys.isEmpty() && !f.keys.contains(r.key)) || (f.environment && r.environment != f.environment) ||
        (f.from && r.at < *f.from) || (f.to && r.at >= *f.to))
        return false;
    const auto hasWord = [&](const QString &word) {
        const std::array texts{&r.path, &r.userAgent, &r.ip, &r.customer, &r.scope, &r.method};
        return f.named.value(word).contains(r.key) ||
               std::any_of(texts.begin(), texts.end(),
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
    RequestSearchReader reader;
    for (const SearchWord &typed : searchWords(text.left(2000))) {
        const QString &word = typed.text;
        const bool negated = word.startsWith(u'-') && word.size() > 1;
        const QStringView body = QStringView(word).mid(negated ? 1 : 0);
        const qsizetype colon = typed.colon - (negated ? 1 : 0);
        const QString value = colon > 0 ? body.mid(colon + 1).toString() : QString();
        if (colon > 0 && value.isEmpty())
            continue; // still being typed
        if (colon <= 0 || !reader.read(word, negated, body.left(colon), value))
            reader.addWord(typed);
    }
    return reader.end();
}

} // namespace latchkey
