#include "core/storage/key_cells.h"

namespace latchkey::key_row {

namespace {

/// Nothing of what schema 2 added is set.
bool isPlain(sql::Cells row) {
    for (int c = FirstOfSchema2; c < Leaked; ++c) {
        if (!cell(row, static_cast<Column>(c)).isNull())
            return false;
    }
    return numberIn(cell(row, Leaked)).value_or(0) == 0;
}

} // namespace

QByteArray hashOf(sql::Cells row) {
    return canonicalHash(isPlain(row), [&](int c) -> std::optional<QByteArrayView> {
        const QByteArrayView bytes = cell(row, static_cast<Column>(c));
        return bytes.isNull() ? std::nullopt : std::optional(bytes);
    });
}

StoredCells::StoredCells(sql::Cells row) {
    qsizetype size = 0;
    for (int c = 0; c < ColumnCount; ++c)
        size += cell(row, static_cast<Column>(c)).size();
    m_bytes.reserve(size);
    for (int c = 0; c < ColumnCount; ++c) {
        const QByteArrayView bytes = cell(row, static_cast<Column>(c));
        if (bytes.isNull())
            continue;
        m_places[static_cast<std::size_t>(c)] = {qint32(m_bytes.size()), qint32(bytes.size())};
        m_bytes.append(bytes);
    }
}

std::array<QByteArrayView, ColumnCount> StoredCells::cells() const {
    std::array<QByteArrayView, ColumnCount> row{};
    for (std::size_t c = 0; c < row.size(); ++c) {
        if (m_places[c].from >= 0)
            row[c] = {m_bytes.constData() + m_places[c].from, m_places[c].size};
    }
    return row;
}

} // namespace latchkey::key_row
