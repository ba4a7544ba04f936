#pragma once

#include "core/backend/principal_store.h"
#include "core/model/secret_bytes.h"

namespace latchkey::server {

/// The first admin of a vault, for `latchkeyd init`: the token exists in the answer only, to be printed once.
/// WrongState (status "hasAdmin") where one is there already, NotAllowed where the vault keeps no principals.
/// `context` outlives the answer.
QFuture<Result<std::shared_ptr<const SecretBytes>>> createFirstAdmin(VaultBackend &vault, const Clock &clock,
                                                                     const QString &name, QObject *context);

} // namespace latchkey::server
