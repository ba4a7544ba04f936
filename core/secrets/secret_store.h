#pragma once

#include "core/model/error.h"
#include "core/model/key_id.h"
#include "core/model/secret_bytes.h"

#include <QFuture>
#include <QString>
#include <memory>

namespace latchkey {

/// Names one kept token: the item is `latchkey/v1/<vault id>/<key id>`.
struct SecretName {
    QString vaultId;
    KeyId key;
    [[nodiscard]] QString toItemName() const;
};

enum class SecretStoreState {
    Unknown,             ///< not probed yet
    Available,           ///< a real keychain answers
    AvailableOnFirstUse, ///< there, but it will ask the person to set it up when something is first kept
    Locked,              ///< there, but locked
    SessionOnly,         ///< none: copies live in this process's memory until it ends
};

using SharedSecret = std::shared_ptr<const SecretBytes>;

/// Where copies of tokens are kept. Asynchronous: every future finishes exactly once, also on time-out.
/// Call from the GUI thread; results arrive there. Never writes plaintext to a file.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    /// Finds out what is there (a sentinel is written, read and deleted; on Linux the Secret Service is asked
    /// first).
    virtual QFuture<SecretStoreState> probe() = 0;
    [[nodiscard]] virtual SecretStoreState state() const = 0;
    virtual QFuture<Outcome> write(const SecretName &name, SecretBytes secret) = 0;
    virtual QFuture<Result<SharedSecret>>
    read(const SecretName &name) = 0;                            ///< NotKept, NoKeychain, KeychainLocked …
    virtual QFuture<Outcome> remove(const SecretName &name) = 0; ///< a missing item is success
    /// Whether a copy is kept, without reading it and without a prompt where the platform can tell.
    virtual QFuture<Result<bool>> contains(const SecretName &name) = 0;
};

} // namespace latchkey
