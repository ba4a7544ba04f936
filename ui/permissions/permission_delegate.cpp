#include "ui/permissions/permission_delegate.h"

#include "ui/permissions/permission_model.h"
#include "ui/theme/cell_text.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QTreeView>

namespace latchkey::ui {

using Choice = PermissionModel::Choice;
using Kind = PermissionModel::Kind;

namespace {
constexpr int Side = 4, BoxWidth = 25, MostDetailLines = 3, LeastRoom = 60;

QFont detailFont(const QFont &font) {
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.9);
    return small;
}

bool isScopeRow(const QModelIndex &title) {
    return static_cast<Kind>(title.data(PermissionModel::KindRole).toInt()) == Kind::Scope;
}

/// How wide the words of this row may be; a scope spans all columns.
int roomOfWords(const QTreeView &view, const QModelIndex &title) {
    int depth = view.rootIsDecorated() ? 1 : 0;
    for (QModelIndex up = title.parent(); up.isValid(); up = up.parent())
        ++depth;
    const int whole = view.isFirstColumnSpanned(title.row(), title.parent())
                          ? view.viewport()->width()
                          : view.columnWidth(PermissionModel::Title);
    return whole - depth * view.indentation() - 2 * Side - (isScopeRow(title) ? BoxWidth : 0);
}
} // namespace

/// As high as the name and its description are, which has some lines where one is too short.
QSize PermissionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const int line = option.fontMetrics.height();
    const QModelIndex title = index.siblingAtColumn(PermissionModel::Title);
    const QString detail = title.data(PermissionModel::DetailRole).toString();
    if (detail.isEmpty())
        return {80, line + 16};
    const auto *view = qobject_cast<const QTreeView *>(parent());
    const int room = view ? roomOfWords(*view, title) : 0;
    const auto lines = room < LeastRoom // not laid out yet
                           ? 1
                           : wrappedLines(detail, detailFont(option.font), room, MostDetailLines).size();
    return {80, (1 + static_cast<int>(lines)) * line + 12};
}

void PermissionDelegate::paintTitle(QPainter *p, const QStyleOptionViewItem &o, const QModelIndex &index) {
    const auto kind = static_cast<Kind>(index.data(PermissionModel::KindRole).toInt());
    const auto choice = static_cast<Choice>(index.data(PermissionModel::ChoiceRole).toInt());
    QRect r = o.rect.adjusted(Side, 0, -Side, 0);
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
        r = QStyle::visualRect(o.direction, r, r.adjusted(BoxWidth, 0, 0, 0));
    }
    const QString detail = index.data(PermissionModel::DetailRole).toString();
    const int line = o.fontMetrics.height();
    const QFont small = detailFont(o.font);
    const QStringList lines = wrappedLines(detail, small, r.width(), MostDetailLines);
    QRect first = r;
    if (!detail.isEmpty())
        first = QRect(r.left(), r.center().y() - (1 + static_cast<int>(lines.size())) * line / 2 + 1,
                      r.width(), line);
    QFont font = o.font;
    font.setWeight(kind == Kind::Scope ? QFont::Normal : QFont::DemiBold);
    p->setFont(font);
    p->setPen(themeColor(blocked ? ColorRole::Secondary : ColorRole::Text, o.palette));
    paintLine(p, first, index.data().toString(), o.direction);
    p->setFont(small);
    p->setPen(themeColor(ColorRole::Secondary, o.palette));
    QRect next = first;
    for (const QString &text : lines) {
        next.translate(0, line);
        paintLine(p, next, text, o.direction);
    }
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
