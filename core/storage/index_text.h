#pragma once

#include <QByteArray>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace latchkey {

/// The searchable text of every row, folded UTF-8, in chunks: a scan is linear memory, a change rewrites one
/// chunk.
class IndexText {
public:
    static constexpr std::size_t ChunkRows = 4096;
    void append(std::string_view text);
    void replace(std::size_t row, std::string_view text);
    [[nodiscard]] std::string_view at(std::size_t row) const;
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Sets hits[row] for every row whose text contains `word`; the others keep their value.
    void find(std::string_view word, std::vector<std::uint8_t> &hits) const;

private:
    struct Chunk {
        std::string text;                  ///< rows end to end, each closed by '\n'
        std::vector<std::uint32_t> starts; ///< one more than rows
    };
    std::vector<Chunk> m_chunks;
    std::size_t m_size = 0;
};

} // namespace latchkey
