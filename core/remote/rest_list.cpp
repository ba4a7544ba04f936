#include "core/remote/rest_list.h"

#include <algorithm>
#include <bitset>

namespace latchkey {

namespace {

/// A set of a few ids that says no quickly to the million others.
class FewIds {
public:
    void insert(const KeyId &id) {
        m_marks.set(markOf(id));
        m_ids.insert(id);
    }
    [[nodiscard]] bool contains(const KeyId &id) const {
        return m_marks.test(markOf(id)) && m_ids.contains(id);
    }

private:
    static constexpr std::size_t Marks = 1 << 16;
    static std::size_t markOf(const KeyId &id) {
        const char *c = id.view().data(); // of random letters; the middle of them
        quint32 word = 0;
        std::memcpy(&word, c + 4, sizeof word);
        return (word * 2'654'435'761U) >> 16;
    }
    std::bitset<Marks> m_marks;
    QSet<KeyId> m_ids;
};

} // namespace

QList<qsizetype> RestList::positionsOf(const QList<KeyId> &wanted) const {
    FewIds few;
    QHash<KeyId, qsizetype> found;
    for (const KeyId &id : wanted) {
        if (!id.isNull())
            few.insert(id);
        found.insert(id, -1);
    }
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (few.contains(ids[i]))
            found[ids[i]] = i;
    }
    QList<qsizetype> positions;
    positions.reserve(wanted.size());
    for (const KeyId &id : wanted)
        positions.append(found.value(id));
    return positions;
}

std::shared_ptr<RestList> placed(const RestList &before, const QHash<KeyId, qint64> &places, qint64 total) {
    FewIds moved;
    QList<std::pair<qint64, KeyId>> put;
    for (auto it = places.begin(); it != places.end(); ++it) {
        moved.insert(it.key());
        if (it.value() >= 0)
            put.append({it.value(), it.key()});
    }
    std::sort(put.begin(), put.end());
    auto after = std::make_shared<RestList>();
    after->ids.reserve(total);
    auto next = put.cbegin();
    const auto putDue = [&] {
        while (next != put.cend() && next->first == after->ids.size())
            after->ids.append((next++)->second);
    };
    for (const KeyId &id : before.ids) {
        putDue();
        if (!moved.contains(id))
            after->ids.append(id);
    }
    putDue();
    if (next != put.cend() || after->ids.size() != total)
        return nullptr;
    after->all = total;
    return after;
}

} // namespace latchkey
