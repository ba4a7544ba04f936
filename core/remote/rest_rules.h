#pragma once

#include "core/backend/rule_store.h"
#include "core/remote/rest_line.h"

namespace latchkey {

/// The rules that a server answers gateways by.
class RestRules final : public RuleStore {
    Q_OBJECT
public:
    explicit RestRules(RestLine &line)
        : m_line(line) {}
    QFuture<Result<RuleBook>> rules() override;
    QFuture<Result<RuleBook>> change(const RulesChange &change) override;

private:
    RestLine &m_line;
};

} // namespace latchkey
