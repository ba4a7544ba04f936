#pragma once

#include "core/model/instant.h"
#include "core/model/key_id.h"
#include "core/storage/key_columns.h"
#include "core/storage/raw_rows.h"

#include <QString>
#include <array>
#include <charconv>
#include <optional>

/// A row of `keys` as bytes, and what its columns say.
namespace latchkey::key_row {

inline QByteArrayView cell(sql::Cells row, Column c) {
    return row[static_cast<std::size_t>(c)];
}

inline QString textIn(QByteArrayView cell) {
    return QString::fromUtf8(cell);
}

inline std::optional<qint64> numberIn(QByteArrayView digits) {
    qint64 n = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), n);
    return !digits.isEmpty() && read.ec == std::errc() && read.ptr == digits.data() + digits.size()
               ? std::optional(n)
               : std::nullopt;
}

inline std::optional<Instant> instantIn(QByteArrayView cell) {
    const auto ms = numberIn(cell);
    return ms ? std::optional(Instant(*ms)) : std::nullopt;
}

inline KeyId idIn(QByteArrayView cell) {
    return KeyId::fromLatin1(cell).value_or(KeyId());
}

/// One of an enumeration's values up to `most`.
template<typename E>
std::optional<E> wordIn(QByteArrayView cell, E most) {
    const auto n = numberIn(cell);
    return n && *n >= 0 && *n <= static_cast<qint64>(most) ? std::optional(static_cast<E>(*n)) : std::nullopt;
}

/// The checksum of these cells, ColumnCount of them or more.
QByteArray hashOf(sql::Cells row);

/// The columns of one row, kept in one piece of memory.
class StoredCells {
public:
    StoredCells() = default;
    explicit StoredCells(sql::Cells row);
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    /// As in sql::Cells; they live as long as this does.
    [[nodiscard]] std::array<QByteArrayView, ColumnCount> cells() const;

private:
    struct Place {
        qint32 from = -1, size = 0; ///< from < 0: NULL
    };
    std::array<Place, ColumnCount> m_places{};
    QByteArray m_bytes;
};

} // namespace latchkey::key_row
