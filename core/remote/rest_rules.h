#pragma once

#include "core/backend/rule_store.h"
#include "core/remote/rest_line.h"

namespace latchkey {

/// The rules that a server answers gateways by. Reads them once ahead, to know whose they are.
class RestRules final : public RuleStore {
    Q_OBJECT
public:
    explicit RestRules(RestLine &line);
    QFuture<Result<RuleBook>> rules() override;
    [[nodiscard]] bool areFixed() const override { return m_fixed; }
    QFuture<Result<RuleBook>> change(const RulesChange &change) override;
    /// They changed at the server, or another server has taken its place.
    void noteChange();

private:
    void readAhead();

    RestLine &m_line;
    bool m_fixed = false;
};

} // namespace latchkey
