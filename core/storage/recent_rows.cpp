#include "core/storage/recent_rows.h"

namespace latchkey {

void RecentRows::put(const QHash<KeyId, KeyRow> &rows) {
    const std::scoped_lock lock(m_mutex);
    if (m_rows.size() + rows.size() > MostRows)
        m_rows.clear(); // nobody came for them
    if (rows.size() <= MostRows)
        m_rows.insert(rows);
}

QHash<KeyId, KeyRow> RecentRows::take(const QList<KeyId> &ids) {
    const std::scoped_lock lock(m_mutex);
    QHash<KeyId, KeyRow> found;
    found.reserve(ids.size());
    for (const KeyId &id : ids) {
        if (m_rows.contains(id))
            found.insert(id, m_rows.take(id));
    }
    return found;
}

} // namespace latchkey
