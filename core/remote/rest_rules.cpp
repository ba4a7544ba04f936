#include "core/remote/rest_rules.h"

#include "core/remote/rest_bodies.h"
#include "core/wire/key_json.h"
#include "core/wire/rules_json.h"

namespace latchkey {

RestRules::RestRules(RestLine &line)
    : m_line(line) {
    readAhead();
}

void RestRules::noteChange() {
    readAhead();
    emit changed();
}

void RestRules::readAhead() {
    rules() | then(this, [this](const Result<RuleBook> &book) {
        if (!book || std::exchange(m_fixed, book->fixed.has_value()) == book->fixed.has_value())
            return;
        emit changed();
    });
}

QFuture<Result<RuleBook>> RestRules::rules() {
    return m_line.askJson<RuleBook>(rest::get("/v1/rules"), wire::ruleBookFrom);
}

/// Who it was and when, the server says itself.
QFuture<Result<RuleBook>> RestRules::change(const RulesChange &c) {
    ServerRequest r = rest::changing(
        "PUT", c.action == QStringLiteral("rules.undo") ? "/v1/rules?action=undo" : "/v1/rules",
        {{QStringLiteral("rules"), wire::toJson(c.rules)}});
    r.headers.append({"If-Match", wire::etagOf(c.expectedVersion)});
    return m_line.askJson<RuleBook>(r, wire::ruleBookFrom);
}

} // namespace latchkey
