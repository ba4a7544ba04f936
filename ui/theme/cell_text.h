#pragma once

#include <QRect>
#include <QString>

class QPainter;

namespace latchkey::ui {

/// Draws one line, elided, on the leading side of its place, but in the text's own direction: a token or an
/// English name reads from left to right in a mirrored table too.
void paintLine(QPainter *p, const QRect &area, const QString &text, Qt::LayoutDirection place);

} // namespace latchkey::ui
