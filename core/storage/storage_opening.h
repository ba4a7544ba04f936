#pragma once

#include "core/storage/storage_backend.h"

#include <functional>

namespace latchkey {

/// Makes and checks what a vault needs, on the writer's thread, and reads what it is.
using OpenWriter = std::function<Result<vault_record::Identity>(const QString &connection)>;
/// The log of its requests; called on the thread that opens the vault.
using MakeRequests = std::function<std::unique_ptr<RequestLog>(const vault_record::Identity &)>;

/// A backend with its threads and their connections, off the calling thread.
QFuture<Result<std::shared_ptr<VaultBackend>>> openStorage(std::shared_ptr<const VaultPlace> place,
                                                           OpenWriter openWriter, MakeRequests makeRequests,
                                                           const Clock &clock, IndexLoad indexLoad);

} // namespace latchkey
