#pragma once

#include "core/backend/vault_backend.h"

#include <utility>

namespace latchkey::ui {

/// The keys that an action is about, as they stood when it was asked for: identifiers, or ranges of a list
/// that never changes, so that a million of them cost nothing.
class KeySelection {
public:
    KeySelection() = default;
    explicit KeySelection(QList<KeyId> ids)
        : m_ids(std::move(ids)) {}
    KeySelection(KeyListPtr list, QList<std::pair<int, int>> ranges) ///< first and last row of each
        : m_list(std::move(list))
        , m_ranges(std::move(ranges)) {}
    [[nodiscard]] qsizetype count() const;
    [[nodiscard]] bool isEmpty() const { return count() == 0; }
    [[nodiscard]] KeyId at(qsizetype position) const;
    [[nodiscard]] QList<KeyId> mid(qsizetype from, qsizetype most) const;

private:
    QList<KeyId> m_ids;
    KeyListPtr m_list;
    QList<std::pair<int, int>> m_ranges;
};

} // namespace latchkey::ui
