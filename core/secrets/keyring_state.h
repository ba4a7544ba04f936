#pragma once

#include "core/model/error.h"
#include "core/secrets/secret_store.h"

#include <QFuture>
#include <QString>
#include <optional>

namespace latchkey {

/// What QtKeychain cannot tell apart: no service, a locked one, a missing item. One file per system.
enum class KeyringItem { Missing, Unlocked, Locked, NoService };

/// Asks the Secret Service over D-Bus on Linux without starting one and without a prompt; elsewhere nothing,
/// and QtKeychain's own answers hold. Answers within a few seconds.
QFuture<std::optional<KeyringItem>> lookUpItem(const QString &itemName);
/// Is there a secret service, and is its default collection open?
QFuture<std::optional<SecretStoreState>> lookUpService();

} // namespace latchkey
