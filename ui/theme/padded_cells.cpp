#include "ui/theme/padded_cells.h"

#include <QPainter>

namespace latchkey::ui {

void PaddedCells::paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem o = option;
    initStyleOption(&o, index);
    const QStyle *style = o.widget->style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &o, p, o.widget);
    const QRect room = o.rect.adjusted(10, 0, -10, 0);
    p->setFont(o.font);
    const QString text = o.fontMetrics.elidedText(o.text, Qt::ElideRight, room.width());
    style->drawItemText(p, QStyle::visualRect(o.direction, o.rect, room),
                        static_cast<int>(QStyle::visualAlignment(o.direction, o.displayAlignment)), o.palette,
                        o.state.testFlag(QStyle::State_Enabled), text, QPalette::Text);
}

QSize PaddedCells::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    return QStyledItemDelegate::sizeHint(option, index) + QSize(14, 0);
}

} // namespace latchkey::ui
