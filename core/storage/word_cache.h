#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace latchkey {

/// Which rows contain the words that were typed last: one bit a row. Going back a letter then costs nothing,
/// and a longer word is only looked for where the shorter one was. Must be cleared whenever a row changes.
class WordCache {
public:
    struct Hits {
        std::string word;
        std::vector<std::uint64_t> bits;
        std::size_t count = 0;
    };
    /// The answer for this very word, or null.
    const Hits *find(const std::string &word);
    /// The answer with the fewest rows for a word that is part of this one, or null.
    [[nodiscard]] const Hits *narrower(const std::string &word) const;
    const Hits &add(const std::string &word, const std::vector<std::uint8_t> &hits);
    void clear() { m_recent.clear(); }

    static constexpr std::size_t Most = 16; ///< 125 kB each at a million rows

private:
    std::vector<Hits> m_recent; ///< least recently used first
};

} // namespace latchkey
