#pragma once

#include "core/model/gateway_rule.h"
#include "core/policy/request_path.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace latchkey::policy {

/// What a request needs, by its method and path, made ready to be looked up. Only keys of `environment` and
/// `type`, where they are set, pass; a rule without a scope lets every valid key through.
struct Rule {
    enum class Part : quint8 {
        Text,     ///< this very segment
        One,      ///< `*`: any one segment
        Customer, ///< `{customer}`: any one, and it names the customer
        Rest      ///< `**`, at the end: any number of segments, none too
    };
    struct Segment {
        Part part = Part::Text;
        std::string text;
        bool operator==(const Segment &) const = default;
    };
    std::vector<std::string> methods; ///< empty: any
    std::vector<Segment> path;
    std::optional<Scope> scope;
    std::optional<Environment> environment;
    std::optional<KeyType> type;
    bool operator==(const Rule &) const = default;
};

/// A path pattern such as `/v1/customers/{customer}/leads/**`, or what is wrong in it: "noSlash",
/// "emptySegment", "restNotLast", "twoCustomers", "badCharacter", "tooLong".
std::variant<std::vector<Rule::Segment>, const char *> parsePattern(std::string_view text);

/// The pattern of the path of this request: of just that one where its parts can be written in a pattern,
/// else with `*` for those that can't. Nothing where RequestPath refuses it, so that no rule can fit.
std::optional<QString> patternOf(std::string_view target);

/// Fields "methods", "path" and "scope". Codes: "empty", "badMethod" ("method"), those of parsePattern(),
/// "badScope".
QList<FieldError> faultsOf(const GatewayRule &rule);

/// Whether HTTP or WebDAV know this method. Others are good as well, and mostly slips.
bool isUsualMethod(const QString &method);
/// The usual one that it is written nearly like; empty: none is.
QString nearestMethod(const QString &method);

/// For each rule the place of the first earlier one that fits every request that it fits, so that it is never
/// reached; -1: there is none. What only several earlier ones cover together is not seen.
QList<qsizetype> coveredBy(const QList<GatewayRule> &rules);

struct RuleMatch {
    const Rule *rule = nullptr;
    qsizetype place = 0;  ///< of the rule among the others
    std::string customer; ///< from the path; empty: it names none
};

/// Rules in their order. Immutable; any thread.
class Rules {
public:
    Rules() = default;
    explicit Rules(std::vector<Rule> rules)
        : m_rules(std::move(rules)) {}
    /// If one of them has a fault, none holds: what it was meant to forbid, a later one might allow.
    static Rules of(const QList<GatewayRule> &written);
    /// The first that fits. None, or a path that RequestPath refuses: nobody passes.
    [[nodiscard]] std::optional<RuleMatch> find(std::string_view method, std::string_view target) const;
    [[nodiscard]] bool isEmpty() const { return m_rules.empty(); }

private:
    std::vector<Rule> m_rules;
};

} // namespace latchkey::policy
