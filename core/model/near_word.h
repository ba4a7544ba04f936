#pragma once

#include <QString>
#include <QStringList>

namespace latchkey {

/// How many slips make one of the other: a letter too many, too few or another, or two neighbours in the
/// wrong order.
qsizetype slipsBetween(QStringView a, QStringView b);

/// The first of `known` that is written most nearly like `word`: at most two slips, and fewer than half of
/// its letters. Empty: none is.
QString nearestWord(const QString &word, const QStringList &known);

} // namespace latchkey
