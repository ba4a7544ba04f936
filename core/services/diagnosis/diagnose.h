#pragma once

#include "core/backend/rule_store.h"
#include "core/model/api_key.h"
#include "core/model/catalogue.h"
#include "core/policy/policy.h"
#include "core/services/diagnosis/facts.h"

/// Why was it rejected? The policy's own checks over what is known, and what else there is to say.
namespace latchkey::diagnosis {

/// The key that the facts are held against, and how the token stands to it.
struct Subject {
    enum class Token {
        NotGiven,  ///< the key was chosen, or named by a mask or an id: nobody can say if the secret is right
        Malformed, ///< shape or checksum
        NoKey,     ///< this vault has none with that id
        WrongSecret, ///< the id is known, the rest is another
        Current,
        Old,    ///< the token before the last rotation
        Earlier ///< one before that, or one that the log alone remembers
    };
    Token token = Token::NotGiven;
    std::optional<ApiKey> key;
    KeyId credential; ///< the id part that was given; null if none was
    QString prefix;   ///< the prefix that was given
    bool operator==(const Subject &) const = default;
};

/// What makes a failed check pass. Each works when it is pressed.
enum class Fix {
    None,
    PasteAgain,
    ChooseKey,
    CreateKey, ///< there is no way back for this one
    Duplicate, ///< a new key with the same settings: this one was leaked
    Activate,
    ExtendExpiry,
    Restore,
    Rotate,
    ShowEnvironment, ///< keys of the request's environment
    ShowType,        ///< keys of the request's type
    ReviewIps,
    ReviewCustomers,
    ReviewPermission,
    ReviewLimit,
    AddRule ///< one for this method and path, among the gateway rules
};

/// One check. `result.params` has "reported" when the response says so and nothing here can check it.
struct Finding {
    CheckResult result;
    Fix fix = Fix::None;
};

enum class Remark {
    StatusAndCodeDisagree, ///< params: status, code, expected
    StatusDiffers,         ///< another status than the first cause answers with; params: status, expected
    CodeDiffers,           ///< the response names another cause; params: code
    ChangedSince,          ///< the key was changed after the request; params: by, at
    BeforeCreation,        ///< the request is older than the key; params: at
    FromTheFuture,         ///< the time given lies ahead of this computer's clock; params: at
    OtherVault,            ///< the token's prefix is not this vault's; params: prefix, ours
    ScopeGuessed,          ///< from method and path; params: scope
    ScopeUnknown,          ///< the catalogue does not know it; params: scope
    NoSuchPermission,      ///< method and path fit no single permission
    EnvironmentGuessed,    ///< from the host's name; params: host
    NoKeySent,
    VariableInsteadOfKey,
    SeveralRequests,
    SeveralKeys,
    TokenInAddress,
    LooksElsewhere401, ///< what else answers so, when it is not the key
    LooksElsewhere403,
    LooksElsewhere429,
    ServerTrouble, ///< 5xx; params: status
    OtherStatus,   ///< a status that no key causes; params: status
    WasAllowed,    ///< it passed when it came, and the checks are made as of now; params: status
    AlsoExpired,   ///< and not only inactive; params: expired
    RuleFitsNow,   ///< none did when the request came; params: rule (its number), scope (empty: any key)
    KeyNotLogged   ///< the log does not say which key came, or if one did
};
struct Said {
    Remark remark;
    QVariantMap params;
};

enum class Verdict {
    NoKey,        ///< nothing to check yet
    NothingAsked, ///< a key that works by itself, and nothing of a request
    Explained,    ///< `first` is the cause
    NothingInKey  ///< "Nothing in the key explains this."
};

struct Diagnosis {
    QList<Finding> checks; ///< nine, in the policy's order
    std::optional<Check> first;
    Verdict verdict = Verdict::NoKey;
    QList<Check> open; ///< NothingInKey: what the key restricts, and nobody has said of the request
    QList<Said> said;
    std::optional<Instant> worksAgainAt; ///< of a rate limit
    [[nodiscard]] const Finding *cause() const;
    [[nodiscard]] bool says(Remark r) const;
};

/// What the checks are made against besides the key.
struct Setting {
    Catalogue catalogue;
    QString prefix; ///< of the vault's tokens
    Instant now;
    const policy::Meter *meter = nullptr; ///< how much of the limits is used; null: not known
    policy::Ticks monotonic = 0;
    std::optional<RuleBook> rules; ///< of the gateways; none: not known
};

Diagnosis diagnose(const Subject &subject, const Facts &facts, const QList<Note> &notes,
                   const Setting &setting);

/// The check that gives this answer.
Check checkOf(DecisionCode code);

} // namespace latchkey::diagnosis
