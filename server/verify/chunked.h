#pragma once

#include <array>
#include <memory>

namespace latchkey::server {

/// Values that keep their place while one thread adds more and others read those that they were told of.
template<typename T>
class Chunked {
public:
    static constexpr std::size_t PerChunk = 4096, MostChunks = 8192; ///< 33 million values
    [[nodiscard]] T &at(quint32 i) const { return (*m_chunks[i / PerChunk])[i % PerChunk]; }
    [[nodiscard]] quint32 size() const { return m_size; }
    /// The number of one more; the same thread each time.
    quint32 add() {
        if (m_size == PerChunk * MostChunks)
            qFatal("more than %zu values", PerChunk * MostChunks);
        if (m_size % PerChunk == 0)
            m_chunks[m_size / PerChunk] = std::make_unique<std::array<T, PerChunk>>();
        return m_size++;
    }

private:
    std::array<std::unique_ptr<std::array<T, PerChunk>>, MostChunks> m_chunks;
    quint32 m_size = 0;
};

} // namespace latchkey::server
