#pragma once

#include "core/storage/key_index.h"

namespace latchkey {

/// 1 for every row that the query shows. `unfiltered` counts the rows that are neither deleted nor purged.
std::vector<std::uint8_t> matchRows(const KeyIndex &index, const KeyQuery &query, Instant now,
                                    qsizetype *unfiltered);

} // namespace latchkey
