#pragma once

#include "core/model/instant.h"

#include <QList>
#include <QString>
#include <QVariantMap>
#include <array>
#include <optional>

namespace latchkey {

/// The checks of a verification in their order; the first that fails decides.
enum class Check : quint8 {
    Shape,       ///< shape and checksum of the token
    Secret,      ///< known, and the secret matches
    State,       ///< state, expiry, replaced
    Environment, ///< of the key and of the request
    Type,        ///< billing or general
    Address,     ///< allowed IPs
    Customer,
    Scope,
    RateLimit
};
inline constexpr std::array AllChecks{Check::Shape,       Check::Secret, Check::State,
                                      Check::Environment, Check::Type,   Check::Address,
                                      Check::Customer,    Check::Scope,  Check::RateLimit};

/// Why a request was refused. The words of toWord() are the wire's.
enum class DecisionCode : quint8 {
    Allowed,
    Malformed,
    Unknown,
    Inactive,
    Revoked,
    Expired,
    Replaced, ///< an old token whose overlap has ended, or was never given
    Deleted,
    Damaged, ///< the key's record fails its checksum
    WrongEnvironment,
    WrongType,
    IpDenied,
    CustomerDenied,
    InsufficientScope,
    RateLimited,
    // What a gateway's request lacks before any key is looked at; the policy itself never answers so.
    NoKey, ///< no key came with it
    NoRule ///< no rule fits its method and path
};
inline constexpr std::size_t DecisionCodeCount = static_cast<std::size_t>(DecisionCode::NoRule) + 1;

enum class CheckOutcome : quint8 { Passed, Failed, NotChecked };

/// One line of an explanation.
struct CheckResult {
    Check check = Check::Shape;
    CheckOutcome outcome = CheckOutcome::NotChecked;
    DecisionCode code = DecisionCode::Allowed; ///< when it failed
    /// What a sentence needs: "key" and "request" (words of the compared values), "scope", "limit", "period"
    /// …
    QVariantMap params;
};

/// The answer to a verification.
struct Decision {
    DecisionCode code = DecisionCode::Allowed;
    std::optional<Check> decidedBy; ///< none when allowed
    /// For RateLimited: until the same request could pass; milliseconds.
    qint64 retryAfterMs = 0;
    [[nodiscard]] bool allowed() const { return code == DecisionCode::Allowed; }
};

/// 200, 401, 403 or 429.
int httpStatusOf(DecisionCode code);
/// `allowed`, `malformed`, `wrong_environment` …
QString toWord(DecisionCode code);
std::optional<DecisionCode> decisionCodeFromWord(QStringView word);

} // namespace latchkey
