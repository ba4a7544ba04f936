#include "core/storage/recent_rows.h"

namespace latchkey {

void RecentRows::put(const RowsById &rows) {
    const std::scoped_lock lock(m_mutex);
    if (m_rows.size() + rows.size() > MostRows)
        m_rows.clear(); // nobody came for them
    if (rows.size() <= MostRows)
        m_rows.insert(rows);
}

RowsById RecentRows::take(const QList<KeyId> &ids) {
    const std::scoped_lock lock(m_mutex);
    RowsById found;
    found.reserve(ids.size());
    for (const KeyId &id : ids) {
        if (const auto row = m_rows.take(id))
            found.insert(id, row);
    }
    return found;
}

} // namespace latchkey
