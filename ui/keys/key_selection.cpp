#include "ui/keys/key_selection.h"

namespace latchkey::ui {

qsizetype KeySelection::count() const {
    qsizetype n = m_ids.size();
    for (const auto &[first, last] : m_ranges)
        n += last - first + 1;
    return n;
}

KeyId KeySelection::at(qsizetype position) const {
    if (!m_list)
        return m_ids.value(position);
    for (const auto &[first, last] : m_ranges) {
        if (position <= last - first)
            return m_list->idAt(first + position);
        position -= last - first + 1;
    }
    return {};
}

QList<KeyId> KeySelection::mid(qsizetype from, qsizetype most) const {
    if (!m_list)
        return m_ids.mid(from, most);
    QList<KeyId> ids;
    for (const auto &[first, last] : m_ranges) {
        const qsizetype rows = last - first + 1;
        for (qsizetype i = from; i < rows && ids.size() < most; ++i)
            ids.append(m_list->idAt(first + i));
        from = qMax<qsizetype>(0, from - rows);
    }
    return ids;
}

} // namespace latchkey::ui
