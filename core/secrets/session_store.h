#pragma once

#include "core/secrets/secret_store.h"

#include <map>

namespace latchkey {

/// Copies that live in this process only: what is honest to offer without a keychain.
class SessionStore final : public SecretStore {
public:
    QFuture<SecretStoreState> probe() override;
    [[nodiscard]] SecretStoreState state() const override { return SecretStoreState::SessionOnly; }
    QFuture<Outcome> write(const SecretName &name, SecretBytes secret) override;
    QFuture<Result<SharedSecret>> read(const SecretName &name) override;
    QFuture<Outcome> remove(const SecretName &name) override;
    QFuture<Result<bool>> contains(const SecretName &name) override;

private:
    std::map<QString, SharedSecret> m_kept;
};

} // namespace latchkey
