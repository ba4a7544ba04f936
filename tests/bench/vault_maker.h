#pragma once

#include "core/model/error.h"
#include "core/model/instant.h"

#include <QString>
#include <functional>

namespace latchkey {

/// Writes a new vault with `keys` keys as a company of a few hundred teams would have them: many names, few
/// owners and tags, about one in ten inactive or expired, some without expiry. The same `seed` gives the same
/// names and settings (identifiers and tokens are random, and the tokens end at once).
/// `progress` hears how many are written. Blocks; the file must not exist.
Outcome makeVault(const QString &path, qint64 keys, quint32 seed, Instant now,
                  const std::function<void(qint64)> &progress);

} // namespace latchkey
