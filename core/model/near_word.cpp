#include "core/model/near_word.h"

#include <QList>
#include <algorithm>
#include <numeric>
#include <utility>

namespace latchkey {

qsizetype slipsBetween(QStringView a, QStringView b) {
    QList<qsizetype> before(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        next[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype changed = row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            next[j] = std::min({row[j] + 1, next[j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                next[j] = std::min(next[j], before[j - 2] + 1);
        }
        std::swap(before, row);
        std::swap(row, next);
    }
    return row[b.size()];
}

QString nearestWord(const QString &word, const QStringList &known) {
    constexpr qsizetype MostSlips = 2;
    QString nearest;
    qsizetype least = MostSlips + 1;
    for (const QString &one : known) {
        if (qAbs(one.size() - word.size()) >= least)
            continue;
        const qsizetype n = slipsBetween(word, one);
        if (n < least && 2 * n < word.size()) {
            least = n;
            nearest = one;
        }
    }
    return nearest;
}

} // namespace latchkey
