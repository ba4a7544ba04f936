#pragma once

#include "core/model/api_key.h"
#include "core/model/error.h"

#include <QList>
#include <QStringList>
#include <optional>

namespace latchkey {

/// One line of what requests need, as a person writes it: `GET /v1/leads/** needs leads:read`. The first rule
/// that fits a request decides; one that none fits is let through for nobody. What can be wrong in it says
/// policy::faultsOf().
struct GatewayRule {
    QStringList methods; ///< in capital letters; empty: any
    QString path;        ///< a pattern: `*` one part, `{customer}` one that names the customer, `**` the rest
    QString scope;       ///< empty: every valid key passes
    std::optional<Environment> environment; ///< keys of this one only
    std::optional<KeyType> type;
    bool operator==(const GatewayRule &) const = default;
    /// On one line, for the audit log: "GET,POST /v1/leads/** leads:read production".
    [[nodiscard]] QString toString() const;
};

inline constexpr qsizetype MostRules = 1000;

/// The rules of a vault.
struct GatewayRules {
    QList<GatewayRule> rules;
    qint64 version = 1; ///< +1 with each change
    QString changedBy;  ///< empty: nobody yet
};

/// What a change takes away and what it adds, each line as toString() has it; where only the order is
/// another one, both are whole.
struct RulesDifference {
    QStringList removed, added;
};
RulesDifference difference(const QList<GatewayRule> &before, const QList<GatewayRule> &after);

} // namespace latchkey
