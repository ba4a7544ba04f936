#include "server/config/rules.h"

#include <algorithm>

namespace latchkey::server {

namespace {

constexpr std::string_view CustomerPart = "{customer}";

std::optional<RuleMatch> fit(const Rule &rule, std::string_view method, const RequestPath &path) {
    if (!rule.methods.empty() &&
        std::find(rule.methods.begin(), rule.methods.end(), method) == rule.methods.end())
        return std::nullopt;
    const auto &segments = path.segments();
    RuleMatch match{&rule, {}};
    for (std::size_t i = 0; i < rule.path.size(); ++i) {
        if (rule.path[i].part == Rule::Part::Rest)
            return match;
        if (i == segments.size() ||
            (rule.path[i].part == Rule::Part::Text && rule.path[i].text != segments[i]))
            return std::nullopt;
        if (rule.path[i].part == Rule::Part::Customer)
            match.customer = segments[i];
    }
    return segments.size() == rule.path.size() ? std::optional(std::move(match)) : std::nullopt;
}

} // namespace

std::variant<std::vector<Rule::Segment>, PatternError> parsePattern(std::string_view text) {
    if (text.empty() || text.front() != '/')
        return PatternError::NoSlash;
    std::vector<Rule::Segment> segments;
    bool customer = false, rest = false;
    std::string_view left = text.substr(1);
    while (!left.empty()) {
        const std::size_t slash = left.find('/');
        const std::string_view part = left.substr(0, slash);
        if (part.empty() || part == "." || part == "..")
            return PatternError::EmptySegment;
        if (rest)
            return PatternError::RestNotLast;
        if (segments.size() == RequestPath::MostSegments)
            return PatternError::TooLong;
        if (part == "**") {
            rest = true;
            segments.push_back({Rule::Part::Rest, {}});
        } else if (part == "*") {
            segments.push_back({Rule::Part::One, {}});
        } else if (part == CustomerPart) {
            if (customer)
                return PatternError::TwoCustomers;
            customer = true;
            segments.push_back({Rule::Part::Customer, {}});
        } else if (std::any_of(part.begin(), part.end(), [](char c) {
                       const auto byte = static_cast<unsigned char>(c);
                       return byte <= 0x20 || byte == 0x7f ||
                              std::string_view("*{}?#;\\%").find(c) != std::string_view::npos;
                   })) {
            return PatternError::BadCharacter;
        } else {
            segments.push_back({Rule::Part::Text, std::string(part)});
        }
        left = slash == std::string_view::npos ? std::string_view() : left.substr(slash + 1);
    }
    return segments;
}

bool isMethod(std::string_view text) {
    return !text.empty() && text.size() <= 20 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    });
}

std::optional<RuleMatch> Rules::find(std::string_view method, std::string_view target) const {
    if (m_rules.empty())
        return std::nullopt;
    const auto path = RequestPath::parse(target);
    if (!path)
        return std::nullopt;
    for (const Rule &rule : m_rules) {
        if (auto match = fit(rule, method, *path))
            return match;
    }
    return std::nullopt;
}

} // namespace latchkey::server
