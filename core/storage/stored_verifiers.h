#pragma once

#include "core/backend/verifier_feed.h"
#include "core/storage/db_thread.h"
#include "core/storage/vault_place.h"

#include <memory>
#include <vector>

namespace latchkey {

/// VerifierFeed of a stored vault, with a connection of its own, so that no long question of a window's
/// delays a revocation. It connects when it is first asked. Nodes are kept in PostgreSQL; a file has the
/// nodes of this process only.
class StoredVerifiers final : public VerifierFeed {
    Q_OBJECT
public:
    explicit StoredVerifiers(std::shared_ptr<const VaultPlace> place);
    ~StoredVerifiers() override;

    QFuture<Result<qint64>> load(Take take) override;
    QFuture<Result<Changes>> changesSince(qint64 epoch, int limit = 2'000) override;
    QFuture<Outcome> confirm(const VerifierNode &node) override;
    QFuture<Outcome> leave(const QString &nodeId) override;
    QFuture<Result<VerifierNodes>> nodes() override;

    /// Keys are read by as many connections at once as there are processors, but not by more.
    static constexpr int MostLoaders = 4;

private:
    struct Load;
    template<typename F>
    auto ask(F task);
    std::unique_ptr<DbThread> connectThread(const QString &name);
    void loadParts(const std::shared_ptr<Load> &load, std::size_t loader);

    std::shared_ptr<const VaultPlace> m_place;
    std::shared_ptr<QList<VerifierNode>> m_nodes; ///< the thread's
    std::vector<std::unique_ptr<DbThread>> m_loaders;
    std::unique_ptr<DbThread> m_ahead;  ///< has the disk bring what the loaders will ask for
    std::unique_ptr<DbThread> m_thread; // last: their tasks use what stands above
};

} // namespace latchkey
