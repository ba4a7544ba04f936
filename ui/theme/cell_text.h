#pragma once

#include <QFont>
#include <QRect>
#include <QString>
#include <QStringList>

class QPainter;

namespace latchkey::ui {

/// Draws one line, elided, on the leading side of its place, but in the text's own direction: a token or an
/// English name reads from left to right in a mirrored table too.
void paintLine(QPainter *p, const QRect &area, const QString &text, Qt::LayoutDirection place);

/// A name without spaces breaks too, where it is longer than a line.
QString breakable(const QString &text);
/// The text in lines no wider than this, at most so many; what is more is elided.
QStringList wrappedLines(const QString &text, const QFont &font, int width, int most);

} // namespace latchkey::ui
