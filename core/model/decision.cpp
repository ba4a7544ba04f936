#include "core/model/decision.h"

#include <algorithm>

namespace latchkey {

namespace {

struct Row {
    DecisionCode code;
    const char *word;
    int status;
};
constexpr std::array rows{
    Row{DecisionCode::Allowed, "allowed", 200},
    Row{DecisionCode::Malformed, "malformed", 401},
    Row{DecisionCode::Unknown, "unknown", 401},
    Row{DecisionCode::Inactive, "inactive", 401},
    Row{DecisionCode::Revoked, "revoked", 401},
    Row{DecisionCode::Expired, "expired", 401},
    Row{DecisionCode::Replaced, "replaced", 401},
    Row{DecisionCode::Deleted, "deleted", 401},
    Row{DecisionCode::Damaged, "damaged", 401},
    Row{DecisionCode::WrongEnvironment, "wrong_environment", 401},
    Row{DecisionCode::WrongType, "wrong_type", 403},
    Row{DecisionCode::IpDenied, "ip_denied", 403},
    Row{DecisionCode::CustomerDenied, "customer_denied", 403},
    Row{DecisionCode::InsufficientScope, "insufficient_scope", 403},
    Row{DecisionCode::RateLimited, "rate_limited", 429},
    Row{DecisionCode::NoKey, "no_key", 401},
    Row{DecisionCode::NoRule, "no_rule", 403},
};
static_assert(rows.size() == DecisionCodeCount);

} // namespace

int httpStatusOf(DecisionCode code) {
    return rows[static_cast<std::size_t>(code)].status;
}

QString toWord(DecisionCode code) {
    return QLatin1StringView(rows[static_cast<std::size_t>(code)].word);
}

std::optional<DecisionCode> decisionCodeFromWord(QStringView word) {
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const Row &r) { return word == QLatin1StringView(r.word); });
    return row == rows.end() ? std::nullopt : std::optional(row->code);
}

} // namespace latchkey
