#include "ui/detail/status_pill.h"

#include <QPainter>
#include <QStyle>

namespace latchkey::ui {

StatusPill::StatusPill(QWidget *parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusPill::setKey(const ApiKey &key, Instant now) {
    m_look = statusLook(key, now);
    setAccessibleName(m_look.word);
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const {
    return {fontMetrics().horizontalAdvance(m_look.word) + 36, 22};
}

void StatusPill::paintEvent(QPaintEvent *) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(themeColor(m_look.back, palette()));
    p.drawRoundedRect(rect(), 11, 11);
    const QColor ink = themeColor(m_look.text, palette());
    paintIcon(&p, m_look.icon, QStyle::visualRect(layoutDirection(), rect(), QRect(9, 4, 14, 14)), ink);
    p.setPen(ink);
    p.drawText(QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(27, 0, -6, 0)),
               Qt::AlignVCenter | Qt::AlignLeading,
               fontMetrics().elidedText(m_look.word, Qt::ElideRight, width() - 33));
}

} // namespace latchkey::ui
