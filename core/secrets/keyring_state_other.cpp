#include "core/secrets/keyring_state.h"

#include "core/model/futures.h"

namespace latchkey {

QFuture<std::optional<KeyringItem>> lookUpItem(const QString &) {
    return ready(std::optional<KeyringItem>());
}
QFuture<std::optional<SecretStoreState>> lookUpService() {
    return ready(std::optional<SecretStoreState>());
}

} // namespace latchkey
