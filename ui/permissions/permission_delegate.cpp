#include "ui/permissions/permission_delegate.h"

#include "ui/permissions/permission_model.h"
#include "ui/theme/cell_text.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace latchkey::ui {

using Choice = PermissionModel::Choice;
using Kind = PermissionModel::Kind;

QSize PermissionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const int line = option.fontMetrics.height();
    const bool two = !index.siblingAtColumn(0).data(PermissionModel::DetailRole).toString().isEmpty();
    return {80, two ? 2 * line + 12 : line + 16};
}

void PermissionDelegate::paintTitle(QPainter *p, const QStyleOptionViewItem &o, const QModelIndex &index) {
    const auto kind = static_cast<Kind>(index.data(PermissionModel::KindRole).toInt());
    const auto choice = static_cast<Choice>(index.data(PermissionModel::ChoiceRole).toInt());
    QRect r = o.rect.adjusted(4, 0, -4, 0);
    const bool blocked = choice == Choice::Blocked;
    if (kind == Kind::Scope) {
        const QRect box = QStyle::visualRect(o.direction, r, QRect(r.left(), r.center().y() - 8, 16, 16));
        p->setPen(QPen(themeColor(choice == Choice::On ? ColorRole::Accent : ColorRole::Secondary, o.palette),
                       1.2));
        p->setBrush(choice == Choice::On ? themeColor(ColorRole::Accent, o.palette) : Qt::transparent);
        if (blocked)
            p->setOpacity(0.4);
        p->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        p->setOpacity(1);
        if (choice == Choice::On)
            paintIcon(p, QStringLiteral("check"), box.adjusted(2, 2, -2, -2),
                      themeColor(ColorRole::AccentText, o.palette));
        r = QStyle::visualRect(o.direction, r, r.adjusted(25, 0, 0, 0));
    }
    const QString detail = index.data(PermissionModel::DetailRole).toString();
    const int line = o.fontMetrics.height();
    QRect first = r;
    if (!detail.isEmpty())
        first = QRect(r.left(), r.center().y() - line + 1, r.width(), line);
    QFont font = o.font;
    font.setWeight(kind == Kind::Scope ? QFont::Normal : QFont::DemiBold);
    p->setFont(font);
    p->setPen(themeColor(blocked ? ColorRole::Secondary : ColorRole::Text, o.palette));
    paintLine(p, first, index.data().toString(), o.direction);
    if (detail.isEmpty())
        return;
    QFont small = o.font;
    small.setPointSizeF(small.pointSizeF() * 0.9);
    p->setFont(small);
    p->setPen(themeColor(ColorRole::Secondary, o.palette));
    const QRect second(r.left(), first.bottom() + 1, r.width(), line);
    paintLine(p, second, detail, o.direction);
}

void PermissionDelegate::paintMark(QPainter *p, const QStyleOptionViewItem &o, const QModelIndex &index) {
    const auto choice = static_cast<Choice>(index.data(PermissionModel::ChoiceRole).toInt());
    if (choice == Choice::Absent)
        return;
    QString text = index.data().toString();
    if (!text.isEmpty()) {
        QFont font = o.font;
        font.setWeight(QFont::DemiBold);
        p->setFont(font);
        p->setPen(themeColor(ColorRole::Accent, o.palette));
        const QRect room = o.rect.adjusted(2, 0, -2, 0);
        if (p->fontMetrics().horizontalAdvance(text) > room.width())
            text = index.data(PermissionModel::DetailRole).toString(); // the column is called Custom
        p->drawText(room, Qt::AlignCenter, p->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
        return;
    }
    const QPointF c = QRectF(o.rect).center();
    const bool on = choice == Choice::On;
    p->setPen(QPen(themeColor(on ? ColorRole::Accent : ColorRole::Secondary, o.palette), on ? 1.6 : 1.2));
    p->setBrush(Qt::transparent);
    if (choice == Choice::Blocked)
        p->setOpacity(0.35);
    p->drawEllipse(c, 7, 7);
    if (choice == Choice::Blocked)
        p->drawLine(c + QPointF(-5, 5), c + QPointF(5, -5));
    if (on) {
        p->setPen(Qt::NoPen);
        p->setBrush(themeColor(ColorRole::Accent, o.palette));
        p->drawEllipse(c, 3.6, 3.6);
    }
    p->setOpacity(1);
}

void PermissionDelegate::paint(QPainter *p, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const {
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    QStyleOptionViewItem o = option;
    if (o.state & QStyle::State_MouseOver)
        p->fillRect(o.rect, themeColor(ColorRole::Hover, o.palette));
    if (index.column() == PermissionModel::Title)
        paintTitle(p, o, index);
    else
        paintMark(p, o, index);
    if (o.state & QStyle::State_HasFocus) {
        p->setPen(QPen(themeColor(ColorRole::Accent, o.palette), 1.5));
        p->setBrush(Qt::NoBrush);
        p->drawRoundedRect(QRectF(o.rect).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5);
    }
    p->restore();
}

} // namespace latchkey::ui
