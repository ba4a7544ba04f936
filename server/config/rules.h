#pragma once

#include "core/model/api_key.h"
#include "server/config/request_path.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace latchkey::server {

/// What a request needs, by its method and path. Only keys of `environment` and `type`, where they are set,
/// pass; a rule without a scope lets every valid key through.
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
    std::string pathText; ///< as it stands in the configuration
    std::optional<Scope> scope;
    std::optional<Environment> environment;
    std::optional<KeyType> type;
    bool operator==(const Rule &) const = default;
};

enum class PatternError { NoSlash, EmptySegment, RestNotLast, TwoCustomers, BadCharacter, TooLong };
/// A path pattern such as `/v1/customers/{customer}/leads/**`.
std::variant<std::vector<Rule::Segment>, PatternError> parsePattern(std::string_view text);
bool isMethod(std::string_view text); ///< a token of RFC 9110 in upper case

struct RuleMatch {
    const Rule *rule = nullptr;
    std::string customer; ///< from the path; empty: it names none
};

/// The rules of a configuration in their order. Immutable; any thread.
class Rules {
public:
    Rules() = default;
    explicit Rules(std::vector<Rule> rules)
        : m_rules(std::move(rules)) {}
    /// The first that fits. None, or a path that RequestPath refuses: nobody passes.
    [[nodiscard]] std::optional<RuleMatch> find(std::string_view method, std::string_view target) const;
    [[nodiscard]] const std::vector<Rule> &list() const { return m_rules; }

private:
    std::vector<Rule> m_rules;
};

} // namespace latchkey::server
