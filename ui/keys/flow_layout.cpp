#include "ui/keys/flow_layout.h"

#include <QStyle>
#include <QWidget>

namespace latchkey::ui {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent) {}

FlowLayout::~FlowLayout() {
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int i) {
    return i >= 0 && i < m_items.size() ? m_items.takeAt(i) : nullptr;
}

int FlowLayout::place(const QRect &rect, bool really) const {
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = rect.left(), y = rect.top(), line = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue; // hidden
        const QSize size = item->sizeHint().boundedTo({qMax(1, rect.width()), item->sizeHint().height()});
        if (x > rect.left() && x + size.width() > rect.right() + 1) {
            x = rect.left();
            y += line + spacing();
            line = 0;
        }
        if (really)
            item->setGeometry(QStyle::visualRect(direction, rect, QRect({x, y}, size)));
        x += size.width() + spacing();
        line = qMax(line, size.height());
    }
    return y + line - rect.top();
}

int FlowLayout::heightForWidth(int width) const {
    return place({0, 0, width, 0}, false);
}

QSize FlowLayout::sizeHint() const {
    QSize all;
    for (const QLayoutItem *item : m_items)
        all = {all.width() + item->sizeHint().width() + spacing(),
               qMax(all.height(), item->sizeHint().height())};
    return all;
}

QSize FlowLayout::minimumSize() const {
    QSize most;
    for (const QLayoutItem *item : m_items)
        most = most.expandedTo(item->minimumSize());
    return most;
}

void FlowLayout::setGeometry(const QRect &rect) {
    QLayout::setGeometry(rect);
    place(rect, true);
}

} // namespace latchkey::ui
