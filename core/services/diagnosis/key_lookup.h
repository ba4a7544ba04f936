#pragma once

#include "core/backend/vault_backend.h"
#include "core/services/diagnosis/diagnose.h"

namespace latchkey {

/// Whose key is this? Finds by token, masked form or id, offline: the keys, the tokens before the last
/// rotation, and through the log all earlier ones. Lives on the backend's thread.
class KeyLookup : public QObject {
    Q_OBJECT
public:
    explicit KeyLookup(VaultBackend &backend, QObject *parent = nullptr);
    QFuture<Result<diagnosis::Subject>> find(const diagnosis::KeyReference &reference);
    /// A key of that environment with the same name, or none.
    QFuture<Result<std::optional<ApiKey>>> sameNameIn(const ApiKey &key, Environment environment);

private:
    using Found = Result<diagnosis::Subject>;
    void byId(const diagnosis::KeyReference &ref, std::function<void(const Found &)> give);
    VaultBackend &m_backend;
};

} // namespace latchkey
