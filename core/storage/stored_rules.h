#pragma once

#include "core/backend/rule_store.h"
#include "core/storage/db_thread.h"
#include "core/storage/vault_record.h"

#include <functional>

namespace latchkey {

/// RuleStore of a stored vault: the rules stand in its own record, under its checksum. On the writer thread
/// of its backend, which it must not outlive.
class StoredRules final : public RuleStore {
    Q_OBJECT
public:
    using Follow = std::function<void(const vault_record::Identity &)>;
    /// `identity` is the backend's; `follow` is told of the record after a change, on this thread.
    StoredRules(DbThread &writer, const vault_record::Identity &identity, Follow follow);
    QFuture<Result<RuleBook>> rules() override;
    QFuture<Result<RuleBook>> change(const RulesChange &change) override;

private:
    DbThread &m_writer;
    const vault_record::Identity &m_identity;
    Follow m_follow;
};

} // namespace latchkey
