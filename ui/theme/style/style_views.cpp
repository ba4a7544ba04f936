#include "ui/theme/style/latchkey_style.h"
#include "ui/theme/style/style_shapes.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>

namespace latchkey::ui {

using namespace shapes;

namespace {

void chevron(const QStyleOption *o, QPainter *p, const QString &name) {
    const int side = qMin(16, qMin(o->rect.width(), o->rect.height()));
    QRect r(0, 0, side, side);
    r.moveCenter(o->rect.center());
    paintIcon(p, name, r,
              color(has(o, QStyle::State_Enabled) ? ColorRole::Secondary : ColorRole::Disabled, o));
}

/// Rows: a full-width fill when selected, a calm one under the mouse.
void drawRow(const QStyleOptionViewItem *o, QPainter *p) {
    const bool selected = has(o, QStyle::State_Selected);
    if (o->backgroundBrush.style() != Qt::NoBrush)
        p->fillRect(o->rect, o->backgroundBrush);
    if (selected)
        p->fillRect(o->rect, has(o, QStyle::State_Active) || isHighContrast(o->palette)
                                 ? color(ColorRole::Selection, o)
                                 : mixed(color(ColorRole::Selection, o), color(ColorRole::Hover, o), 0.5));
    else if (has(o, QStyle::State_MouseOver) && has(o, QStyle::State_Enabled))
        p->fillRect(o->rect, color(ColorRole::Hover, o));
}

} // namespace

bool LatchkeyStyle::drawViewPart(PrimitiveElement e, const QStyleOption *o, QPainter *p,
                                 const QWidget *w) const {
    switch (e) {
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(o))
            drawRow(item, p);
        return true;
    case PE_PanelItemViewRow:
        if (const auto *row = qstyleoption_cast<const QStyleOptionViewItem *>(o)) {
            if (row->features & QStyleOptionViewItem::Alternate)
                p->fillRect(o->rect, o->palette.brush(QPalette::AlternateBase));
            if (has(o, State_Selected))
                p->fillRect(o->rect, color(ColorRole::Selection, o));
        }
        return true;
    case PE_IndicatorBranch:
        if (has(o, State_Children))
            chevron(o, p,
                    has(o, State_Open)                ? QStringLiteral("chevron-down")
                    : o->direction == Qt::RightToLeft ? QStringLiteral("chevron-left")
                                                      : QStringLiteral("chevron-right"));
        return true;
    case PE_IndicatorArrowDown:
        chevron(o, p, QStringLiteral("chevron-down"));
        return true;
    case PE_IndicatorArrowUp:
        chevron(o, p, QStringLiteral("chevron-up"));
        return true;
    case PE_IndicatorArrowLeft:
        chevron(o, p, QStringLiteral("chevron-left"));
        return true;
    case PE_IndicatorArrowRight:
        chevron(o, p, QStringLiteral("chevron-right"));
        return true;
    case PE_IndicatorHeaderArrow:
        return true; // drawn with the header's text
    case PE_Frame: {
        const bool focused = has(o, State_HasFocus) && qobject_cast<const QAbstractScrollArea *>(w);
        const QColor border = mixed(color(ColorRole::Border, o), color(ColorRole::ControlBorder, o), 0.3);
        box(p, o->rect, 4, {}, focused ? color(ColorRole::Focus, o) : border,
            focused && has(o, State_KeyboardFocusChange) ? 2 : 1);
        return true;
    }
    case PE_FrameGroupBox:
        box(p, o->rect, Radius, {}, color(ColorRole::Border, o));
        return true;
    case PE_FrameTabBarBase:
        if (const auto *tabs = qstyleoption_cast<const QStyleOptionTabBarBase *>(o))
            p->fillRect(QRect(tabs->rect.x(), tabs->rect.bottom(), tabs->rect.width(), 1),
                        color(ColorRole::Border, o));
        return true;
    case PE_FrameTabWidget:
        p->fillRect(QRect(o->rect.x(), o->rect.y(), o->rect.width(), 1), color(ColorRole::Border, o));
        return true;
    case PE_PanelMenu:
        p->fillRect(o->rect, color(ColorRole::Base, o));
        return true;
    case PE_FrameMenu:
        box(p, o->rect, 0, {}, mixed(color(ColorRole::Border, o), color(ColorRole::ControlBorder, o), 0.5));
        return true;
    case PE_PanelMenuBar:
        return true;
    case PE_PanelStatusBar:
        p->fillRect(QRect(o->rect.x(), o->rect.y(), o->rect.width(), 1), color(ColorRole::Border, o));
        return true;
    case PE_FrameStatusBarItem:
        return true;
    case PE_PanelTipLabel:
        box(p, o->rect, 0, o->palette.color(QPalette::ToolTipBase),
            isHighContrast(o->palette) ? color(ColorRole::Text, o) : QColor());
        return true;
    default:
        return false;
    }
}

} // namespace latchkey::ui
