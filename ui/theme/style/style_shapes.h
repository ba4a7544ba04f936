#pragma once

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

/// What the parts of the style share.
namespace latchkey::ui::shapes {

inline constexpr int Radius = 6;

inline QColor color(ColorRole role, const QStyleOption *o) {
    return themeColor(role, o->palette);
}
inline bool has(const QStyleOption *o, QStyle::StateFlag f) {
    return o->state.testFlag(f);
}
/// Focus shows when the keyboard brought it.
inline bool keyboardFocus(const QStyleOption *o) {
    return has(o, QStyle::State_HasFocus) && has(o, QStyle::State_KeyboardFocusChange);
}

/// Whether a widget carries a style property, such as "danger".
inline bool wants(const QWidget *w, const char *property) {
    return w && w->property(property).toBool();
}

/// A rounded box whose border of `width` lies inside `rect`, sharp on the pixel grid.
inline void box(QPainter *p, const QRectF &rect, double radius, const QColor &fill, const QColor &border,
                double width = 1) {
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    p->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    p->setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    const double inset = border.isValid() ? width / 2 : 0;
    p->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    p->restore();
}

} // namespace latchkey::ui::shapes
