#pragma once

#include "core/storage/key_index.h"

namespace latchkey {

/// 1 for every row that the query shows. `unfiltered` counts the rows that are neither deleted nor purged.
/// `words` remembers what was looked for, until the index clears it.
std::vector<std::uint8_t> matchRows(const KeyIndex &index, WordCache &words, const KeyQuery &query,
                                    Instant now, qsizetype *unfiltered);

} // namespace latchkey
