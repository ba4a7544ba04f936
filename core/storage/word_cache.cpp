#include "core/storage/word_cache.h"

#include <algorithm>

namespace latchkey {

const WordCache::Hits *WordCache::find(const std::string &word) {
    const auto at =
        std::find_if(m_recent.begin(), m_recent.end(), [&](const Hits &h) { return h.word == word; });
    if (at == m_recent.end())
        return nullptr;
    std::rotate(at, at + 1, m_recent.end());
    return &m_recent.back();
}

const WordCache::Hits *WordCache::narrower(const std::string &word) const {
    const Hits *best = nullptr;
    for (const Hits &h : m_recent) {
        if (word.find(h.word) != std::string::npos && (!best || h.count < best->count))
            best = &h;
    }
    return best;
}

const WordCache::Hits &WordCache::add(const std::string &word, const std::vector<std::uint8_t> &hits) {
    if (m_recent.size() == Most)
        m_recent.erase(m_recent.begin());
    Hits &h = m_recent.emplace_back();
    h.word = word;
    h.bits.resize((hits.size() + 63) / 64);
    for (std::size_t i = 0; i < hits.size(); ++i) {
        h.bits[i / 64] |= static_cast<std::uint64_t>(hits[i]) << (i % 64);
        h.count += hits[i];
    }
    return h;
}

} // namespace latchkey
