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
    static constexpr std::size_t Marks = 1 << 20;
    static std::size_t markOf(const KeyId &id) {
        const char *c = id.view().data(); // of random letters; the middle of them
        quint32 word = 0;
        std::memcpy(&word, c + 4, sizeof word);
        return (word * 2'654'435'761U) >> 12;
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

void RestList::addSortKeys(std::vector<RestSortKey> more, Qt::SortOrder order) {
    sortKeys.reserve(sortKeys.size() + more.size());
    for (RestSortKey &key : more) {
        if (!sortKeys.empty()) {
            const int c = compare(sortKeys.back().view(), key.view());
            if (order == Qt::AscendingOrder ? c > 0 : c < 0)
                key = sortKeys.back();
        }
        sortKeys.push_back(std::move(key));
    }
    if (sortKeys.size() !=
        static_cast<std::size_t>(ids.size())) // of some only: they would not rise along the list
        sortKeys.clear();
}

std::shared_ptr<RestList> placed(const RestList &before, const QHash<KeyId, qint64> &places, qint64 total,
                                 const QHash<KeyId, RestSortKey> &keys, Qt::SortOrder order) {
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
    const bool keyed = before.sortKeys.size() == static_cast<std::size_t>(before.ids.size());
    std::vector<RestSortKey> sortKeys;
    sortKeys.reserve(keyed ? static_cast<std::size_t>(total) : 0);
    auto next = put.cbegin();
    const auto putDue = [&] {
        while (next != put.cend() && next->first == after->ids.size()) {
            after->ids.append(next->second);
            if (keyed)
                sortKeys.push_back(keys.value(next->second));
            ++next;
        }
    };
    for (qsizetype i = 0; i < before.ids.size(); ++i) {
        putDue();
        if (moved.contains(before.ids[i]))
            continue;
        after->ids.append(before.ids[i]);
        if (keyed)
            sortKeys.push_back(before.sortKeys[static_cast<std::size_t>(i)]);
    }
    putDue();
    after->addSortKeys(std::move(sortKeys), order);
    if (next != put.cend() || after->ids.size() != total)
        return nullptr;
    after->all = total;
    return after;
}

} // namespace latchkey
