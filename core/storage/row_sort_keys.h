#pragma once

#include "core/backend/sort_key.h"
#include "core/storage/index_text.h"

#include <QStringList>
#include <optional>

namespace latchkey {

/// What the rows of one list are sorted by, as it was when the list was made. Immutable, for any thread.
struct RowSortKeys {
    std::vector<std::uint64_t> numbers; ///< by position; empty: none
    QStringList texts;
    std::vector<std::uint32_t> textOf;    ///< by position, into `texts`; empty: none
    std::optional<IndexText::Lent> names; ///< by row
    std::vector<std::string> ids;         ///< by position, in place of names

    [[nodiscard]] SortKey at(std::size_t position, std::size_t row) const {
        SortKey key;
        if (!numbers.empty())
            key.number = numbers[position];
        if (!textOf.empty())
            key.text = texts.at(static_cast<qsizetype>(textOf[position]));
        if (names)
            key.name = names->at(row);
        else if (!ids.empty())
            key.name = ids[position];
        return key;
    }
};

} // namespace latchkey
