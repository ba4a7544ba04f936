#include "ui/theme/padded_cells.h"

#include <QPainter>

#include <algorithm>

namespace latchkey::ui {

namespace {

constexpr int Side = 10;

/// Each word has its room, so that several lines say it all; else one line is cut with "…".
bool goesOnLines(const QStyleOptionViewItem &o, int room) {
    if (!o.features.testFlag(QStyleOptionViewItem::WrapText))
        return false;
    const QStringList words = o.text.split(u' ');
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &w) { return o.fontMetrics.horizontalAdvance(w) <= room; });
}

} // namespace

void PaddedCells::paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem o = option;
    initStyleOption(&o, index);
    const QStyle *style = o.widget->style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &o, p, o.widget);
    const QRect room = o.rect.adjusted(Side, 0, -Side, 0);
    p->setFont(o.font);
    const bool lines = goesOnLines(o, room.width());
    const QString text = lines ? o.text : o.fontMetrics.elidedText(o.text, Qt::ElideRight, room.width());
    style->drawItemText(p, QStyle::visualRect(o.direction, o.rect, room),
                        static_cast<int>(QStyle::visualAlignment(o.direction, o.displayAlignment)) |
                            (lines ? Qt::TextWordWrap : 0),
                        o.palette, o.state.testFlag(QStyle::State_Enabled), text, QPalette::Text);
}

QSize PaddedCells::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem o = option;
    if (o.features.testFlag(QStyleOptionViewItem::WrapText))
        o.rect.setWidth(o.rect.width() - 2 * Side);
    return QStyledItemDelegate::sizeHint(o, index) + QSize(14, 0);
}

} // namespace latchkey::ui
