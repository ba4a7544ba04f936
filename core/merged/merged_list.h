#pragma once

#include "core/backend/vault_backend.h"

#include <map>
#include <mutex>
#include <vector>

namespace latchkey {

/// Several lists of one order as one. Nothing is merged ahead: the lists can be compared row by row
/// (KeyList::sortKeyAt), so the row of a position is found by bisection and its neighbours by going on from
/// it. A million rows cost what is looked at of them. Rows that compare the same stand in the order of the
/// parts.
class MergedList final : public KeyList {
public:
    struct Part {
        KeyListPtr list;
        unsigned place = 0; ///< of its ids, see KeyId::at()
    };
    /// `late`: others are still to come. `unfiltered`: what `parts` don't know of the keys of others.
    MergedList(std::vector<Part> parts, Qt::SortOrder order, bool byPart, bool late, qsizetype unfiltered);

    [[nodiscard]] qsizetype size() const override { return m_size; }
    [[nodiscard]] KeyId idAt(qsizetype position) const override;
    [[nodiscard]] qsizetype positionOf(const KeyId &id) const override;
    [[nodiscard]] QList<qsizetype> positionsOf(const QList<KeyId> &ids) const override;
    [[nodiscard]] bool complete() const override { return m_complete; }
    [[nodiscard]] qsizetype total() const override { return m_total; }
    [[nodiscard]] qsizetype unfiltered() const override { return m_unfiltered; }
    [[nodiscard]] qsizetype unread() const override { return m_unread; }
    [[nodiscard]] SortKey sortKeyAt(qsizetype position) const override;

    static constexpr qsizetype BlockRows = 256;

private:
    struct Row {
        std::uint32_t part = 0;
        std::uint32_t position = 0;
    };
    using Split = std::vector<qsizetype>; ///< how many rows of each part come before a place
    struct Block {
        std::vector<Row> rows;
        Split end;
    };
    [[nodiscard]] bool before(const SortKey &a, std::size_t partOfA, const SortKey &b,
                              std::size_t partOfB) const;
    /// How many rows of `other` come before this one.
    [[nodiscard]] qsizetype countBefore(std::size_t part, const SortKey &key, std::size_t other) const;
    [[nodiscard]] qsizetype placeOf(std::size_t part, qsizetype position) const;
    [[nodiscard]] Split splitAt(qsizetype position) const;
    [[nodiscard]] std::optional<Row> rowAt(qsizetype position) const;
    [[nodiscard]] Block merged(Split from) const;
    [[nodiscard]] std::size_t partOf(unsigned place) const;

    std::vector<Part> m_parts;
    Qt::SortOrder m_order;
    bool m_byPart; ///< one part after the other
    bool m_complete = true;
    qsizetype m_size = 0, m_total = 0, m_unfiltered = 0, m_unread = 0;
    mutable std::mutex m_mutex; ///< of the blocks
    mutable std::map<qsizetype, Block> m_blocks;
};

} // namespace latchkey
