#pragma once

#include "core/backend/verifier_feed.h"

#include <memory>

namespace latchkey {

/// The keys of a vault in a SQLite file for a verifier, read on connections of its own. Who has confirmed
/// what is known in this process only.
std::unique_ptr<VerifierFeed> localVerifierFeed(const QString &path);

} // namespace latchkey
