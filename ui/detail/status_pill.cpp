#include "ui/detail/status_pill.h"

#include "ui/format/words.h"

#include <QPainter>
#include <QStyle>

namespace latchkey::ui {

StatusPill::StatusPill(QWidget *parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusPill::setStatus(KeyStatus s) {
    m_status = s;
    setAccessibleName(word(s));
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const {
    return {fontMetrics().horizontalAdvance(word(m_status)) + 36, 22};
}

void StatusPill::paintEvent(QPaintEvent *) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(themeColor(backRole(m_status), palette()));
    p.drawRoundedRect(rect(), 11, 11);
    const QColor ink = themeColor(textRole(m_status), palette());
    paintIcon(&p, iconName(m_status), QStyle::visualRect(layoutDirection(), rect(), QRect(9, 4, 14, 14)),
              ink);
    p.setPen(ink);
    p.drawText(QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(27, 0, -6, 0)),
               Qt::AlignVCenter | Qt::AlignLeading,
               fontMetrics().elidedText(word(m_status), Qt::ElideRight, width() - 33));
}

} // namespace latchkey::ui
