#include "core/merged/merged_list.h"

#include <algorithm>
#include <limits>

namespace latchkey {

MergedList::MergedList(std::vector<Part> parts, Qt::SortOrder order, bool byPart, bool late,
                       qsizetype unfiltered)
    : m_parts(std::move(parts))
    , m_order(order)
    , m_byPart(byPart)
    , m_complete(!late)
    , m_unfiltered(unfiltered) {
    for (const Part &p : m_parts) {
        m_size += p.list->size();
        m_total += p.list->total();
        m_unfiltered += p.list->unfiltered();
        m_unread += p.list->unread();
    }
    // What comes behind the last row of a list that goes on is not known yet.
    qsizetype known = m_size;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const KeyList &list = *m_parts[i].list;
        if (list.complete())
            continue;
        m_complete = false;
        known = qMin(known, list.size() > 0 ? placeOf(i, list.size() - 1) + 1 : m_size);
    }
    m_size = known;
}

bool MergedList::before(const SortKey &a, std::size_t partOfA, const SortKey &b, std::size_t partOfB) const {
    const int c = m_byPart ? 0 : compare(a, b);
    if (c == 0)
        return partOfA < partOfB;
    return m_order == Qt::AscendingOrder ? c < 0 : c > 0;
}

qsizetype MergedList::countBefore(std::size_t part, const SortKey &key, std::size_t other) const {
    const KeyList &list = *m_parts[other].list;
    qsizetype from = 0, to = list.size();
    if (m_byPart)
        return other < part ? to : 0;
    while (from < to) {
        const qsizetype middle = from + (to - from) / 2;
        if (before(list.sortKeyAt(middle), other, key, part))
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

qsizetype MergedList::placeOf(std::size_t part, qsizetype position) const {
    const SortKey key = m_parts[part].list->sortKeyAt(position);
    qsizetype place = position;
    for (std::size_t other = 0; other < m_parts.size(); ++other) {
        if (other != part)
            place += countBefore(part, key, other);
    }
    return place;
}

/// Places rise along a part, so each part is bisected for its first row that is not before `position`.
MergedList::Split MergedList::splitAt(qsizetype position) const {
    Split split(m_parts.size());
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        qsizetype from = 0, to = qMin(m_parts[i].list->size(), position);
        while (from < to) {
            const qsizetype middle = from + (to - from) / 2;
            if (placeOf(i, middle) < position)
                from = middle + 1;
            else
                to = middle;
        }
        split[i] = from;
    }
    return split;
}

MergedList::Block MergedList::merged(Split from) const {
    Block block;
    block.rows.reserve(BlockRows);
    constexpr auto None = std::numeric_limits<std::size_t>::max();
    std::vector<SortKey> next(m_parts.size());
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (from[i] < m_parts[i].list->size())
            next[i] = m_parts[i].list->sortKeyAt(from[i]);
    }
    while (static_cast<qsizetype>(block.rows.size()) < BlockRows) {
        std::size_t first = None;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            if (from[i] < m_parts[i].list->size() &&
                (first == None || before(next[i], i, next[first], first)))
                first = i;
        }
        if (first == None)
            break;
        block.rows.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(from[first])});
        if (++from[first] < m_parts[first].list->size())
            next[first] = m_parts[first].list->sortKeyAt(from[first]);
    }
    block.end = std::move(from);
    return block;
}

/// None only where the keys of a list are in another order than it says.
std::optional<MergedList::Row> MergedList::rowAt(qsizetype position) const {
    if (m_parts.size() == 1)
        return Row{0, static_cast<std::uint32_t>(position)};
    const std::scoped_lock lock(m_mutex);
    const qsizetype number = position / BlockRows;
    auto block = m_blocks.find(number);
    if (block == m_blocks.end()) {
        const auto previous = m_blocks.find(number - 1);
        block = m_blocks
                    .emplace(number, merged(previous != m_blocks.end() ? previous->second.end
                                                                       : splitAt(number * BlockRows)))
                    .first;
    }
    const auto at = static_cast<std::size_t>(position % BlockRows);
    return at < block->second.rows.size() ? std::optional(block->second.rows[at]) : std::nullopt;
}

KeyId MergedList::idAt(qsizetype position) const {
    const auto row = rowAt(position);
    if (!row)
        return {};
    const Part &part = m_parts[row->part];
    return part.list->idAt(row->position).at(part.place);
}

SortKey MergedList::sortKeyAt(qsizetype position) const {
    const auto row = rowAt(position);
    return row ? m_parts[row->part].list->sortKeyAt(row->position) : SortKey();
}

std::size_t MergedList::partOf(unsigned place) const {
    return static_cast<std::size_t>(
        std::find_if(m_parts.begin(), m_parts.end(), [&](const Part &p) { return p.place == place; }) -
        m_parts.begin());
}

qsizetype MergedList::positionOf(const KeyId &id) const {
    return positionsOf({id}).constFirst();
}

QList<qsizetype> MergedList::positionsOf(const QList<KeyId> &ids) const {
    QList<qsizetype> places(ids.size(), -1);
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        QList<KeyId> mine;
        QList<qsizetype> asked;
        for (qsizetype n = 0; n < ids.size(); ++n) {
            if (!ids[n].isNull() && partOf(ids[n].place()) == i) {
                mine.append(ids[n].at(0));
                asked.append(n);
            }
        }
        if (mine.isEmpty())
            continue;
        const KeyList &list = *m_parts[i].list;
        const QList<qsizetype> found =
            mine.size() == 1 ? QList<qsizetype>{list.positionOf(mine.first())} : list.positionsOf(mine);
        for (qsizetype n = 0; n < found.size(); ++n) {
            const qsizetype place = found[n] < 0 ? -1 : placeOf(i, found[n]);
            places[asked[n]] = place < m_size ? place : -1;
        }
    }
    return places;
}

} // namespace latchkey
