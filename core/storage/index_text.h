#pragma once

#include <QByteArray>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace latchkey {

/// The searchable text of every row, folded UTF-8, in chunks: a scan is linear memory, a change rewrites one
/// chunk.
class IndexText {
    struct Chunk {
        std::string text;                  ///< rows end to end, each closed by '\n'
        std::vector<std::uint32_t> starts; ///< one more than rows
        bool lent = false;                 ///< somebody may read it on another thread: it is not written to
        [[nodiscard]] std::string_view at(std::size_t row) const {
            return std::string_view(text).substr(starts[row], starts[row + 1] - starts[row] - 1);
        }
    };

public:
    static constexpr std::size_t ChunkRows = 4096;
    /// The texts as they are now, for any thread.
    class Lent {
    public:
        [[nodiscard]] std::string_view at(std::size_t row) const {
            return m_chunks[row / ChunkRows]->at(row % ChunkRows);
        }

    private:
        friend class IndexText;
        std::vector<std::shared_ptr<const Chunk>> m_chunks;
    };
    /// What changes later goes into copies, chunk by chunk.
    [[nodiscard]] Lent lend();
    void append(std::string_view text);
    void replace(std::size_t row, std::string_view text);
    [[nodiscard]] std::string_view at(std::size_t row) const;
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Sets hits[row] for every row whose text contains `word`; the others keep their value.
    void find(std::string_view word, std::vector<std::uint8_t> &hits) const;

private:
    Chunk &own(std::size_t chunk);
    std::vector<std::shared_ptr<Chunk>> m_chunks;
    std::size_t m_size = 0;
};

} // namespace latchkey
