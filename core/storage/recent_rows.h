#pragma once

#include "core/storage/key_row.h"

#include <QHash>
#include <QList>
#include <mutex>

namespace latchkey {

/// Rows that the pages' thread has just read, each with its checksum verified: who reads keys in order to
/// change many of them need not read them twice. A row counts for as long as its `change_seq` is the one in
/// the table. Thread-safe.
class RecentRows {
public:
    void put(const RowsById &rows);
    /// Takes those of `ids` that are known, each with the change that it was read at.
    RowsById take(const QList<KeyId> &ids);

private:
    static constexpr qsizetype MostRows = 20'000; ///< two chunks being written, one waiting, one being read
    std::mutex m_mutex;
    RowsById m_rows;
};

} // namespace latchkey
