#pragma once

#include "core/model/api_key.h"
#include "core/model/decision.h"
#include "core/model/key_filter.h"

#include <QHash>
#include <QList>
#include <QString>
#include <array>
#include <optional>

namespace latchkey {

/// How a request ended, as a person sees it. Failed: the key was good, the API behind it said no.
enum class RequestOutcome : quint8 { Allowed, Unauthorized, Forbidden, RateLimited, Failed };
inline constexpr std::array AllRequestOutcomes{RequestOutcome::Allowed, RequestOutcome::Unauthorized,
                                               RequestOutcome::Forbidden, RequestOutcome::RateLimited,
                                               RequestOutcome::Failed};
inline constexpr std::size_t RequestOutcomeCount = AllRequestOutcomes.size();

/// `allowed`, `unauthorized`, `forbidden`, `rate_limited`, `failed`
QString toWord(RequestOutcome o);
RequestOutcome outcomeOfStatus(int httpStatus);
/// Refused by the key's own rules: 401, 403 or 429.
constexpr bool isRejection(RequestOutcome o) {
    return o == RequestOutcome::Unauthorized || o == RequestOutcome::Forbidden ||
           o == RequestOutcome::RateLimited;
}

/// One request, as a verifier decided it or a log told of it. Never a token.
struct RequestRecord {
    qint64 seq = 0; ///< of the log it is stored in; newer requests have higher ones
    Instant at;
    RequestOutcome outcome = RequestOutcome::Allowed;
    std::optional<DecisionCode> code; ///< none: the log did not say
    int status = 200;
    QString method, path;
    QString scope;    ///< empty: not said
    KeyId key;        ///< null: none was found
    KeyId credential; ///< id part of the token that came with it, known or not
    std::optional<Environment> environment;
    QString customer, ip, userAgent;
    std::optional<qint64> durationUs;
    bool operator==(const RequestRecord &) const = default;
};

/// No text of a record is longer; what is, ends in "…".
inline constexpr int LongestRequestPath = 2000, LongestRequestText = 300;

/// One condition of the search box of requests: `path:/v1/leads`, `-method:get`, `-outcome:allowed`.
struct RequestTerm {
    enum class Field : quint8 {
        Method,
        Path,
        Scope,
        Customer,
        Ip,
        UserAgent,
        Code,
        Status,
        Outcome,     ///< its word
        Environment, ///< its word, or NoEnvironment
        Key          ///< its id
    };
    Field field = Field::Path;
    bool negated = false;
    QString
        value; ///< Path and UserAgent: a part of it; Key: the id; the others: the whole, whatever its case
    bool operator==(const RequestTerm &) const = default;
};
/// Whether a request can have such a value at all.
bool isTermValue(RequestTerm::Field field, const QString &value);

/// What is asked for. Everything is joined by AND; a list is an OR, an empty one is "any".
struct RequestFilter {
    QList<RequestOutcome> outcomes;
    QList<KeyId> keys;
    std::optional<Environment> environment;
    std::optional<Instant> from, to; ///< from <= at < to
    QList<RequestTerm> terms;
    QStringList words; ///< each a part of the path, of another text, or of the name of the key
    QHash<QString, QList<KeyId>>
        named; ///< by word: the keys whose names have it, as far as they were looked up
    [[nodiscard]] bool isEmpty() const { return *this == RequestFilter(); }
    bool operator==(const RequestFilter &) const = default;
};

/// Whether it is asked for, by the same rules as a log's own search.
bool matches(const RequestRecord &request, const RequestFilter &filter);

/// What was typed into the search box. Names: of `key:…` and `-key:…` that are no ids, for a look-up.
struct RequestSearch {
    RequestFilter filter; ///< outcomes, keys, environment, terms, words
    QStringList keyNames, otherThanNames;
    QList<FilterProblem> problems; ///< unknownField, badValue, as of a search of keys
};
RequestSearch parseRequestSearch(const QString &text);

} // namespace latchkey
