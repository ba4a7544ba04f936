#include "core/storage/index_text.h"

#include <algorithm>
#include <cstring>

namespace latchkey {

IndexText::Lent IndexText::lend() {
    Lent lent;
    lent.m_chunks.reserve(m_chunks.size());
    for (const auto &c : m_chunks) {
        c->lent = true;
        lent.m_chunks.push_back(c);
    }
    return lent;
}

/// The chunk, to write to.
IndexText::Chunk &IndexText::own(std::size_t chunk) {
    auto &c = m_chunks[chunk];
    if (c->lent) {
        c = std::make_shared<Chunk>(*c);
        c->lent = false;
    }
    return *c;
}

void IndexText::append(std::string_view text) {
    if (m_size % ChunkRows == 0) {
        m_chunks.push_back(std::make_shared<Chunk>());
        m_chunks.back()->starts.reserve(ChunkRows + 1);
        m_chunks.back()->starts.push_back(0);
    }
    Chunk &c = own(m_chunks.size() - 1);
    c.text.append(text);
    c.text.push_back('\n');
    c.starts.push_back(static_cast<std::uint32_t>(c.text.size()));
    if (++m_size % ChunkRows == 0)
        c.text.shrink_to_fit();
}

std::string_view IndexText::at(std::size_t row) const {
    return m_chunks[row / ChunkRows]->at(row % ChunkRows);
}

void IndexText::replace(std::size_t row, std::string_view text) {
    if (at(row) == text)
        return;
    Chunk &c = own(row / ChunkRows);
    const std::size_t i = row % ChunkRows;
    const std::size_t old = c.starts[i + 1] - c.starts[i] - 1;
    c.text.replace(c.starts[i], old, text);
    const auto shift = static_cast<std::int64_t>(text.size()) - static_cast<std::int64_t>(old);
    for (std::size_t n = i + 1; n < c.starts.size(); ++n)
        c.starts[n] = static_cast<std::uint32_t>(c.starts[n] + shift);
}

void IndexText::find(std::string_view word, std::vector<std::uint8_t> &hits) const {
    if (word.empty())
        return;
    std::size_t base = 0;
    for (const auto &chunk : m_chunks) {
        const Chunk &c = *chunk;
        const std::size_t rows = c.starts.size() - 1;
        const char *const begin = c.text.data();
        const char *const end = begin + c.text.size();
        const char *from = begin;
        std::size_t row = 0;
        while (from < end) {
            const void *hit = memmem(from, static_cast<std::size_t>(end - from), word.data(), word.size());
            if (!hit)
                break;
            const auto offset = static_cast<std::uint32_t>(static_cast<const char *>(hit) - begin);
            while (c.starts[row + 1] <= offset)
                ++row;
            hits[base + row] = 1;
            from = begin + c.starts[row + 1]; // one hit a row is enough
            if (++row == rows)
                break;
        }
        base += rows;
    }
}

} // namespace latchkey
