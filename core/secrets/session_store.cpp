#include "core/secrets/session_store.h"

#include "core/model/futures.h"

namespace latchkey {

QFuture<SecretStoreState> SessionStore::probe() {
    return ready(SecretStoreState::SessionOnly);
}

QFuture<Outcome> SessionStore::write(const SecretName &name, SecretBytes secret) {
    m_kept[name.toItemName()] = std::make_shared<const SecretBytes>(std::move(secret));
    return ready(ok());
}

QFuture<Result<SharedSecret>> SessionStore::read(const SecretName &name) {
    const auto it = m_kept.find(name.toItemName());
    return it == m_kept.end() ? ready<Result<SharedSecret>>(fail(ErrorCode::NotKept))
                              : ready<Result<SharedSecret>>(it->second);
}

QFuture<Outcome> SessionStore::remove(const SecretName &name) {
    m_kept.erase(name.toItemName());
    return ready(ok());
}

QFuture<Result<bool>> SessionStore::contains(const SecretName &name) {
    return ready<Result<bool>>(m_kept.contains(name.toItemName()));
}

} // namespace latchkey
