#pragma once

#include "core/model/instant.h"
#include "core/policy/rate_ledger.h"

#include <memory>

namespace latchkey {

/// The ledger of a vault in PostgreSQL, on a connection of its own that is made when it is first asked, and
/// again when it was lost. `uri` as in openPostgresVault(). By the clock of the server.
std::unique_ptr<RateLedger> openPostgresRates(const QString &uri, const Clock &clock);

} // namespace latchkey
