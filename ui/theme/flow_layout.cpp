#include "ui/theme/flow_layout.h"

#include <QStyle>
#include <QWidget>
#include <utility>

namespace latchkey::ui {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent) {}

FlowLayout::~FlowLayout() {
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int i) {
    return i >= 0 && i < m_items.size() ? m_items.takeAt(i) : nullptr;
}

int FlowLayout::room() const {
    return qMax(0, spacing());
}

QList<FlowLayout::Line> FlowLayout::lines(int width) const {
    QList<Line> all;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty() && !item->spacerItem())
            continue; // hidden
        const QSize size = item->sizeHint();
        const int wide = qMin(size.width(), qMax(1, width));
        if (all.isEmpty() || all.last().width + room() + wide > width)
            all.append({{item}, wide, size.height()});
        else
            all.last() = {all.last().items + QList{item}, all.last().width + room() + wide,
                          qMax(all.last().height, size.height())};
    }
    return all;
}

int FlowLayout::heightForWidth(int width) const {
    const QMargins m = contentsMargins();
    const QList<Line> all = lines(width - m.left() - m.right());
    int height = qMax(0, static_cast<int>(all.size()) - 1) * room();
    for (const Line &line : all)
        height += line.height;
    return height + m.top() + m.bottom();
}

QSize FlowLayout::sizeHint() const {
    QSize all;
    for (const Line &line : lines(QLAYOUTSIZE_MAX))
        all = {line.width, line.height};
    return all.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const {
    QSize most;
    for (const QLayoutItem *item : m_items)
        most = most.expandedTo(item->minimumSize());
    return most.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect) {
    QLayout::setGeometry(rect);
    const QRect inside = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = inside.top();
    for (const Line &line : lines(inside.width())) {
        int x = inside.left(), rest = inside.width() - line.width;
        for (QLayoutItem *item : line.items) {
            QSize size(qMin(item->sizeHint().width(), qMax(1, inside.width())), item->sizeHint().height());
            if (item->expandingDirections() & Qt::Horizontal)
                size.rwidth() += std::exchange(rest, 0);
            const QPoint at(x, y + (line.height - size.height()) / 2);
            item->setGeometry(QStyle::visualRect(direction, inside, QRect(at, size)));
            x += size.width() + room();
        }
        y += line.height + room();
    }
}

} // namespace latchkey::ui
