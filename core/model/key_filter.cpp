#include "core/model/key_filter.h"

#include <algorithm>

namespace latchkey {

QString foldForSearch(const QString &s) {
    const QString folded = s.toCaseFolded();
    bool ascii = true;
    for (const QChar c : folded)
        ascii = ascii && c.unicode() < 0x80;
    if (ascii)
        return folded;
    QString out;
    const QString decomposed = folded.normalized(QString::NormalizationForm_KD);
    out.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing)
            out.append(c.toCaseFolded()); // some have a case only when taken apart: İ, 𝐀
    }
    return out;
}

bool dependsOnTime(const KeyQuery &q) {
    using Field = FilterTerm::Field;
    const auto hasTime = [](const FilterTerm &t) {
        return t.field == Field::Status || t.field == Field::Created || t.field == Field::LastUsed ||
               t.field == Field::Expires;
    };
    return q.filter.smart != SmartFilter::None || q.sort.column == SortColumn::Status ||
           q.sort.column == SortColumn::Alerts ||
           std::any_of(q.filter.terms.begin(), q.filter.terms.end(), hasTime);
}

} // namespace latchkey
