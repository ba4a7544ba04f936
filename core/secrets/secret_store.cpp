#include "core/secrets/secret_store.h"

namespace latchkey {

QString SecretName::toItemName() const {
    return QStringLiteral("latchkey/v1/") + vaultId + u'/' + key.toString();
}

} // namespace latchkey
