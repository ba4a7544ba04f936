#pragma once

#include "core/backend/vault_backend.h"

namespace latchkey {

/// About two dozen realistic keys in every state, for "Try with sample data". Their tokens are thrown away:
/// they open nothing.
QFuture<Outcome> addSampleKeys(VaultBackend &backend, Instant now);

} // namespace latchkey
