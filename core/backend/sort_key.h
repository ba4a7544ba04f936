#pragma once

#include <QStringView>
#include <string_view>

namespace latchkey {

/// What a row is sorted by, so that the rows of several vaults can be put into one order: first the number,
/// then the text (whatever its case; none comes last), then the name. The views live as long as the list.
struct SortKey {
    quint64 number = 0;
    QStringView text = {};
    std::string_view name = {}; ///< folded, UTF-8
};

/// Below 0, 0 or above, in ascending order.
inline int compare(const SortKey &a, const SortKey &b) {
    if (a.number != b.number)
        return a.number < b.number ? -1 : 1;
    if (a.text.isEmpty() != b.text.isEmpty())
        return b.text.isEmpty() ? -1 : 1;
    if (const int c = a.text.compare(b.text, Qt::CaseInsensitive); c != 0)
        return c;
    if (const int c = a.text.compare(b.text); c != 0)
        return c;
    return a.name.compare(b.name);
}

/// A signed number in the order of unsigned ones.
constexpr quint64 sortNumber(qint64 n) {
    return static_cast<quint64>(n) ^ (1ULL << 63U);
}

} // namespace latchkey
