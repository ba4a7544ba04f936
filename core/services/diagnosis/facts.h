#pragma once

#include "core/model/decision.h"
#include "core/model/rate_limit.h"
#include "core/model/scope.h"
#include "core/token/token.h"

#include <QHostAddress>
#include <tl/expected.hpp>

/// What an administrator pastes, as facts about one request. Pure: no clock, no vault, no exception, time
/// linear in the text.
namespace latchkey::diagnosis {

/// How a text names a key. Of a whole token only the verifier is left.
struct KeyReference {
    enum class Kind {
        Token,     ///< whole, its checksum is right
        Malformed, ///< meant as a token, but cut off or mistyped
        Masked,    ///< `lk_live_4fQz8KpW02aB_••••••••`
        Id         ///< 12 characters alone
    };
    Kind kind = Kind::Id;
    KeyId id; ///< the id part; null where that is damaged too
    QString prefix;
    QString environmentWord;
    token::Verifier verifier;                                ///< of Token
    token::ParseError error = token::ParseError::WrongShape; ///< of Malformed
    bool operator==(const KeyReference &) const = default;
};

/// What the text was taken for.
enum class Form { Key, Response, Request, Curl, AccessLog, Json, Fields, Url, Words };

struct Facts {
    std::optional<KeyReference> key;
    QString method; ///< "DELETE"
    QString path;   ///< "/v1/leads/42", without the query
    QString host;   ///< "api.staging.example.com"
    std::optional<Scope> scope;
    QString scopeText; ///< what stands where a scope should, if it is none
    std::optional<Environment> environment;
    bool environmentFromHost = false;
    bool environmentOfKey = false; ///< may be the key's own, put in where a log names none
    std::optional<QHostAddress> address;
    std::optional<QString> customer;
    std::optional<Instant> at;
    std::optional<int> status;
    std::optional<DecisionCode> code; ///< never Allowed
    std::optional<qint64> retryAfterMs;
    std::optional<Instant> retryAt; ///< instead, where the answer names a time and not its own
    std::optional<qint64> limit;
    std::optional<RatePeriod> period;
    bool ofALog = false; ///< told by a log, which may leave out what it does not write down
    bool operator==(const Facts &) const = default;
};

enum class Note {
    SeveralRequests,      ///< the first refused one of several was taken
    NoKeySent,            ///< the request carries no key
    VariableInsteadOfKey, ///< `'$API_KEY'`: the name of a variable was sent
    SeveralKeys,          ///< the first key of several was taken
    TokenInAddress,       ///< the key's whole token stands in the address of a logged request
    KeyInQuery,           ///< the only key stands in the query: `?api_key=…`
    TwoKeysSent           ///< one in Authorization, one in X-API-Key
};

struct Reading {
    Form form = Form::Words;
    Facts facts;
    QList<Note> notes;
    QString shown; ///< the text without any secret
};

enum class ReadProblem {
    Empty,
    TooLong, ///< more than MostCharacters
    Binary,  ///< not text
    Nothing  ///< no key and nothing about a request in it
};

inline constexpr qsizetype MostCharacters = 1 << 18;
/// One value of a line, a header or an answer is read up to here; characters.
inline constexpr qsizetype LongestValue = 2000;

tl::expected<Reading, ReadProblem> read(QStringView text);

} // namespace latchkey::diagnosis
