#include "core/policy/rules.h"

#include "core/model/near_word.h"

#include <algorithm>
#include <optional>

namespace latchkey::policy {

namespace {

constexpr std::string_view CustomerPart = "{customer}";

std::optional<RuleMatch> fit(const Rule &rule, std::string_view method, const RequestPath &path) {
    if (!rule.methods.empty() &&
        std::find(rule.methods.begin(), rule.methods.end(), method) == rule.methods.end())
        return std::nullopt;
    const auto &segments = path.segments();
    RuleMatch match{&rule, 0, {}};
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

/// A token of RFC 9110 in upper case.
bool isMethodName(const QString &text) {
    return !text.isEmpty() && text.size() <= 20 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'A' && c <= u'Z') || c == u'-' || c == u'_';
    });
}

const QStringList &usualMethods() {
    static const QStringList all{
        QStringLiteral("GET"),     QStringLiteral("HEAD"),     QStringLiteral("POST"),
        QStringLiteral("PUT"),     QStringLiteral("DELETE"),   QStringLiteral("CONNECT"),
        QStringLiteral("OPTIONS"), QStringLiteral("TRACE"),    QStringLiteral("PATCH"),
        QStringLiteral("QUERY"),   QStringLiteral("PROPFIND"), QStringLiteral("PROPPATCH"),
        QStringLiteral("MKCOL"),   QStringLiteral("COPY"),     QStringLiteral("MOVE"),
        QStringLiteral("LOCK"),    QStringLiteral("UNLOCK"),   QStringLiteral("REPORT"),
        QStringLiteral("SEARCH"),  QStringLiteral("PURGE")};
    return all;
}

/// Every path that `of` fits, `by` fits too.
bool coversPath(const std::vector<Rule::Segment> &by, const std::vector<Rule::Segment> &of) {
    for (std::size_t i = 0; i < by.size(); ++i) {
        if (by[i].part == Rule::Part::Rest)
            return true;
        if (i == of.size() || of[i].part == Rule::Part::Rest ||
            (by[i].part == Rule::Part::Text && by[i] != of[i]))
            return false;
    }
    return by.size() == of.size();
}

bool coversMethods(const QStringList &by, const QStringList &of) {
    return by.isEmpty() || (!of.isEmpty() && std::all_of(of.begin(), of.end(), [&](const QString &method) {
               return by.contains(method);
           }));
}

} // namespace

std::variant<std::vector<Rule::Segment>, const char *> parsePattern(std::string_view text) {
    if (text.empty() || text.front() != '/')
        return "noSlash";
    std::vector<Rule::Segment> segments;
    bool customer = false, rest = false;
    std::string_view left = text.substr(1);
    while (!left.empty()) {
        const std::size_t slash = left.find('/');
        const std::string_view part = left.substr(0, slash);
        if (part.empty() || part == "." || part == "..")
            return "emptySegment";
        if (rest)
            return "restNotLast";
        if (segments.size() == RequestPath::MostSegments)
            return "tooLong";
        if (part == "**") {
            rest = true;
            segments.push_back({Rule::Part::Rest, {}});
        } else if (part == "*") {
            segments.push_back({Rule::Part::One, {}});
        } else if (part == CustomerPart) {
            if (customer)
                return "twoCustomers";
            customer = true;
            segments.push_back({Rule::Part::Customer, {}});
        } else if (std::any_of(part.begin(), part.end(), [](char c) {
                       const auto byte = static_cast<unsigned char>(c);
                       return byte <= 0x20 || byte == 0x7f ||
                              std::string_view("*{}?#;\\%").find(c) != std::string_view::npos;
                   })) {
            return "badCharacter";
        } else {
            segments.push_back({Rule::Part::Text, std::string(part)});
        }
        left = slash == std::string_view::npos ? std::string_view() : left.substr(slash + 1);
    }
    return segments;
}

std::optional<QString> patternOf(std::string_view target) {
    const auto path = RequestPath::parse(target);
    if (!path)
        return std::nullopt;
    QString pattern;
    for (const std::string_view segment : path->segments()) {
        const std::vector<Rule::Segment> itself{{Rule::Part::Text, std::string(segment)}};
        const auto read = parsePattern('/' + itself.front().text);
        const auto *segments = std::get_if<std::vector<Rule::Segment>>(&read);
        const QString text = QString::fromUtf8(segment.data(), static_cast<qsizetype>(segment.size()));
        const bool writable = segments && *segments == itself && text.toStdString() == segment;
        pattern += u'/' + (writable ? text : QStringLiteral("*"));
    }
    return pattern.isEmpty() ? QStringLiteral("/") : pattern;
}

QList<FieldError> faultsOf(const GatewayRule &rule) {
    QList<FieldError> faults;
    for (const QString &m : rule.methods) {
        if (!isMethodName(m))
            faults.append(
                {QStringLiteral("methods"), QStringLiteral("badMethod"), {{QStringLiteral("method"), m}}});
    }
    const std::string path = rule.path.toStdString();
    const auto parsed = parsePattern(path);
    if (rule.path.isEmpty())
        faults.append({QStringLiteral("path"), QStringLiteral("empty"), {}});
    else if (const auto *code = std::get_if<const char *>(&parsed))
        faults.append({QStringLiteral("path"), QLatin1StringView(*code), {}});
    if (!rule.scope.isEmpty() && !Scope::fromString(rule.scope))
        faults.append({QStringLiteral("scope"), QStringLiteral("badScope"), {}});
    return faults;
}

bool isUsualMethod(const QString &method) {
    return usualMethods().contains(method);
}

QString nearestMethod(const QString &method) {
    return nearestWord(method, usualMethods());
}

QList<qsizetype> coveredBy(const QList<GatewayRule> &rules) {
    using Path = std::vector<Rule::Segment>;
    std::vector<std::optional<Path>> paths; // none of a rule with a fault
    QList<qsizetype> all;
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const auto parsed = parsePattern(rules[i].path.toStdString());
        const auto *path = std::get_if<Path>(&parsed);
        qsizetype by = -1;
        for (qsizetype j = 0; path && by < 0 && j < i; ++j) {
            const auto &earlier = paths[static_cast<std::size_t>(j)];
            if (earlier && coversMethods(rules[j].methods, rules[i].methods) && coversPath(*earlier, *path))
                by = j;
        }
        paths.push_back(path ? std::optional(*path) : std::nullopt);
        all.append(by);
    }
    return all;
}

Rules Rules::of(const QList<GatewayRule> &written) {
    std::vector<Rule> rules;
    rules.reserve(static_cast<std::size_t>(written.size()));
    for (const GatewayRule &w : written) {
        if (!faultsOf(w).isEmpty())
            return {};
        Rule r;
        for (const QString &m : w.methods)
            r.methods.push_back(m.toStdString());
        r.path = std::get<std::vector<Rule::Segment>>(parsePattern(w.path.toStdString()));
        if (!w.scope.isEmpty())
            r.scope = Scope::fromString(w.scope);
        r.environment = w.environment;
        r.type = w.type;
        rules.push_back(std::move(r));
    }
    return Rules(std::move(rules));
}

std::optional<RuleMatch> Rules::find(std::string_view method, std::string_view target) const {
    if (m_rules.empty())
        return std::nullopt;
    const auto path = RequestPath::parse(target);
    if (!path)
        return std::nullopt;
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        if (auto match = fit(m_rules[i], method, *path)) {
            match->place = static_cast<qsizetype>(i);
            return match;
        }
    }
    return std::nullopt;
}

} // namespace latchkey::policy
