#pragma once

#include "core/services/comparison/key_comparison.h"

#include <QString>
#include <QTimeZone>

/// A comparison in words.
namespace latchkey::ui {

/// "Permissions", "Rate limit" …
QString word(Difference d);
/// "Different", "Only in Staging" …
QString word(MatchGroup g, const QString &left, const QString &right);
/// "Different", "Only left" … on a button, whatever the sides are called.
QString shortWord(MatchGroup g);
/// "Permissions (1 more, 2 fewer on the right), Status"
QString differencesText(const ApiKey &left, const ApiKey &right, Differences differences);

/// One line of what two keys differ in, or a key alone is.
struct FieldPair {
    QString name, left, right;
    bool differs = false;
    QString note; ///< under both: the permissions that the right one adds and removes
};
/// A line for each field that a person compares; a side that has no key, or no word for it, says so.
/// `environments`: each side may be of any.
QList<FieldPair> fieldPairs(const ApiKey *left, const Capabilities &leftCan, const Catalogue &leftCatalogue,
                            const ApiKey *right, const Capabilities &rightCan,
                            const Catalogue &rightCatalogue, Instant now, const QTimeZone &zone,
                            bool environments);

} // namespace latchkey::ui
