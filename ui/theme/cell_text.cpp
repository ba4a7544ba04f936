#include "ui/theme/cell_text.h"

#include <QPainter>

namespace latchkey::ui {

void paintLine(QPainter *p, const QRect &area, const QString &text, Qt::LayoutDirection place) {
    const Qt::LayoutDirection before = p->layoutDirection();
    p->setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const Qt::Alignment side =
        (place == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    p->drawText(area, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                p->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    p->setLayoutDirection(before);
}

} // namespace latchkey::ui
