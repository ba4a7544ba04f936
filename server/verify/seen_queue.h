#pragma once

#include "core/model/key_id.h"
#include "server/verify/seen.h"

#include <atomic>
#include <boost/unordered/unordered_flat_map.hpp>
#include <mutex>
#include <utility>
#include <vector>

namespace latchkey::server {

/// Between the threads that answer and the one that writes: rows of requests, as many a second as the disk is
/// meant to take, and the last use of each key, which is never shed. Adding takes a lock for a moment; when
/// rows come faster than they may, they are counted and dropped before they are made.
class SeenQueue {
public:
    /// One for each answering thread.
    explicit SeenQueue(int rowsPerSecond);
    void setRowsPerSecond(int rows) { m_rowsPerSecond = rows; }
    /// Will the next row be taken? Asked first, so that a row that is shed is never made. Its thread only.
    [[nodiscard]] bool admits(qint64 steadyMs);
    void add(Seen &&row);
    void use(const KeyId &key, Instant at, std::string_view from, bool oldToken);
    void shed() { m_shed.fetch_add(1, std::memory_order_relaxed); }

    struct Batch {
        std::vector<Seen> rows;
        QList<LastUse> uses;
    };
    /// Everything that waits; called by the writing thread.
    Batch take();
    [[nodiscard]] qint64 shedRows() const { return m_shed.load(std::memory_order_relaxed); }

    static constexpr std::size_t MostRows = 20'000;

private:
    struct Use {
        Instant at;
        std::string from;
    };
    /// Of a rotating key both tokens count for themselves.
    using Token = std::pair<KeyId, bool>;
    struct TokenHash {
        std::size_t operator()(const Token &t) const noexcept {
            return std::hash<KeyId>()(t.first) * 2 + (t.second ? 1 : 0);
        }
    };
    using Uses = boost::unordered_flat_map<Token, Use, TokenHash>;
    /// What a peak has made larger is not kept for the next one; 4 MB.
    static constexpr std::size_t MostKept = 1 << 16;
    std::mutex m_mutex;
    std::vector<Seen> m_rows;
    Uses m_uses;
    Uses m_emptied; ///< the writing thread's, whose memory comes back: no answer waits for a table that grows
    std::atomic<qint64> m_shed{0};
    std::atomic<int> m_rowsPerSecond;
    qint64 m_second = 0;
    int m_inSecond = 0;
};

} // namespace latchkey::server
