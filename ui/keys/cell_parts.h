#pragma once

#include "ui/keys/key_columns.h"

#include <QFont>
#include <QFontMetrics>
#include <QList>
#include <QRect>
#include <QString>

namespace latchkey::ui {

/// The things inside a cell that a person can point at or press.
enum class CellPart { None, Eye, Copy, Switch, More };

struct PlacedPart {
    CellPart part;
    QRect rect;
};

/// The one place that knows where each painted part is: painting, hit test, tests and accessibility ask it.
QList<PlacedPart> partsOf(KeyColumn column, const QRect &cell, Qt::LayoutDirection direction);
CellPart partAt(KeyColumn column, const QRect &cell, const QPoint &point, Qt::LayoutDirection direction);
/// What is left for text beside the parts.
QRect textRect(KeyColumn column, const QRect &cell, Qt::LayoutDirection direction);

/// `lk_live_4fQz8KpW02aB_••••••••` with fewer of its letters where it has less room, then `lk_…4fQz8K••••`:
/// that something is hidden can be seen at any width, and of the id as much as tells keys apart.
QString fittedMask(const QString &masked, const QFontMetrics &fm, int width);

/// Where a name stands, and a word about it: under the name, in smaller letters where the row is low; in the
/// lowest rows behind it, where there is room, else nowhere.
struct NamePlaces {
    QRect name, rest;
    QFont nameFont, restFont;
};
NamePlaces placesOfName(const QRect &area, const QFont &font, const QString &name,
                        Qt::LayoutDirection direction);

struct Chip {
    QString text;
    QRect rect;
    qsizetype index = -1; ///< of the name; none for "+3"
};
/// As many chips as fit, then "+3". Each has `icon` more to its width.
QList<Chip> chipsOf(const QStringList &names, const QRect &area, const QFontMetrics &fm,
                    Qt::LayoutDirection direction, int icon = 0);

} // namespace latchkey::ui
