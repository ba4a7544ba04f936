#include "ui/theme/style/latchkey_style.h"
#include "ui/theme/style/style_shapes.h"

#include <QWidget>

namespace latchkey::ui {

using namespace shapes;

namespace {

/// How a push button looks now: fill, border, text.
struct ButtonLook {
    QColor fill, border, text;
    bool filled = false;
};

ButtonLook lookOf(const QStyleOptionButton *o, const QWidget *w) {
    const bool enabled = has(o, QStyle::State_Enabled), down = has(o, QStyle::State_Sunken),
               over = has(o, QStyle::State_MouseOver);
    const bool link = wants(w, "link");
    const bool flat = link || (o->features & QStyleOptionButton::Flat);
    const bool danger = wants(w, "danger");
    const QColor base = color(ColorRole::Base, o);
    if (!enabled) {
        const QColor fill = flat ? QColor() : color(ColorRole::Hover, o);
        return {fill, flat ? QColor() : color(ColorRole::Border, o), color(ColorRole::Disabled, o), false};
    }
    if (danger || wants(w, "primary")) {
        const QColor fill = color(danger ? ColorRole::Danger : ColorRole::Accent, o);
        const QColor text = color(danger ? ColorRole::DangerText : ColorRole::AccentText, o);
        const QColor shade = isDark(o->palette) ? QColor(Qt::white) : QColor(Qt::black);
        return {mixed(fill, shade, down ? 0.22 : over ? 0.1 : 0.0), {}, text, true};
    }
    const QColor text = link ? color(ColorRole::Accent, o) : o->palette.color(QPalette::ButtonText);
    const QColor pressed = mixed(color(ColorRole::Hover, o), color(ColorRole::Text, o), 0.08);
    if (flat)
        return {down ? pressed : over ? color(ColorRole::Hover, o) : QColor(), {}, text, false};
    const bool checked = has(o, QStyle::State_On);
    const QColor fill = checked ? color(ColorRole::Selection, o)
                        : down  ? pressed
                        : over  ? mixed(base, color(ColorRole::Hover, o), 0.9)
                                : base;
    const QColor border =
        checked && wants(w, "segment")
            ? color(ColorRole::Accent, o)
            : mixed(color(ColorRole::Border, o), color(ColorRole::ControlBorder, o), over ? 0.8 : 0.45);
    return {fill, border, checked && !link ? o->palette.color(QPalette::HighlightedText) : text, false};
}

void drawPushButton(const QStyleOptionButton *o, QPainter *p, const QWidget *w) {
    const ButtonLook look = lookOf(o, w);
    box(p, o->rect, Radius, look.fill, look.border);
    if (!keyboardFocus(o) ||
        (o->features & QStyleOptionButton::CommandLinkButton)) // that one draws its frame itself
        return;
    if (look.filled) { // a ring inside the fill: visible on every background
        box(p, o->rect, Radius, {}, color(ColorRole::Focus, o), 2);
        box(p, o->rect.adjusted(2, 2, -2, -2), Radius - 2, {}, look.text, 1.5);
    } else {
        box(p, o->rect, Radius, {}, color(ColorRole::Focus, o), 2);
    }
}

void drawToolButton(const QStyleOption *o, QPainter *p) {
    const bool enabled = has(o, QStyle::State_Enabled), down = has(o, QStyle::State_Sunken),
               on = has(o, QStyle::State_On);
    const bool over = has(o, QStyle::State_MouseOver), flat = has(o, QStyle::State_AutoRaise);
    QColor fill = flat ? QColor() : color(ColorRole::Base, o);
    const bool plain = isHighContrast(o->palette); // a fill would swallow the icon: a frame says it there
    if (on && !plain)
        fill = color(ColorRole::Selection, o);
    if (enabled && (over || down))
        fill = down ? mixed(color(ColorRole::Hover, o), color(ColorRole::Text, o), 0.1)
               : on ? mixed(color(ColorRole::Selection, o), color(ColorRole::Text, o), 0.06)
                    : mixed(color(ColorRole::Hover, o), color(ColorRole::Text, o), 0.03);
    const QColor border =
        flat ? QColor() : mixed(color(ColorRole::Border, o), color(ColorRole::ControlBorder, o), 0.45);
    box(p, o->rect, Radius, fill, border);
    if (keyboardFocus(o) || (on && plain))
        box(p, o->rect, Radius, {}, color(ColorRole::Focus, o), 2);
}

/// Check boxes and radio buttons share colours; only the shape differs.
void drawMark(const QStyleOption *o, QPainter *p, bool round) {
    const bool enabled = has(o, QStyle::State_Enabled), on = has(o, QStyle::State_On),
               some = has(o, QStyle::State_NoChange);
    const int side = qMin(o->rect.width(), o->rect.height());
    QRectF r(0, 0, side, side);
    r.moveCenter(QRectF(o->rect).center());
    const double radius = round ? side / 2.0 : 4;
    const QColor accent = enabled ? color(ColorRole::Accent, o) : color(ColorRole::Disabled, o);
    const QColor ink = enabled ? color(ColorRole::AccentText, o) : color(ColorRole::Base, o);
    const QColor border = !enabled                          ? color(ColorRole::Border, o)
                          : has(o, QStyle::State_MouseOver) ? accent
                                                            : color(ColorRole::ControlBorder, o);
    if (on || some)
        box(p, r, radius,
            has(o, QStyle::State_Sunken) ? mixed(accent, color(ColorRole::Text, o), 0.25) : accent, {});
    else
        box(p, r, radius,
            has(o, QStyle::State_Sunken) ? color(ColorRole::Hover, o) : color(ColorRole::Base, o), border,
            1.25);
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    if (round && on) {
        p->setPen(Qt::NoPen);
        p->setBrush(ink);
        p->drawEllipse(r.center(), side * 0.19, side * 0.19);
    } else if (on || some) {
        p->setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&](double x, double y) { return QPointF(r.x() + side * x, r.y() + side * y); };
        if (some)
            p->drawLine(at(0.28, 0.5), at(0.72, 0.5));
        else
            p->drawPolyline(QPolygonF({at(0.24, 0.53), at(0.42, 0.71), at(0.77, 0.31)}));
    }
    p->restore();
}

void drawPushLabel(const QStyleOptionButton *o, QPainter *p, const QWidget *w, const QStyle *style) {
    const ButtonLook look = lookOf(o, w);
    QRect r = o->rect;
    const bool menu = o->features & QStyleOptionButton::HasMenu;
    const int arrow = menu ? 16 : 0, gap = o->icon.isNull() || o->text.isEmpty() ? 0 : 8;
    const int icon = o->icon.isNull() ? 0 : o->iconSize.width();
    const int flags =
        Qt::AlignVCenter | Qt::AlignLeft |
        (style->styleHint(QStyle::SH_UnderlineShortcut, o, w) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    const int text = o->fontMetrics.size(flags, o->text).width();
    const int all = icon + gap + text + (arrow ? arrow + (o->text.isEmpty() ? 0 : 4) : 0);
    r = QRect(r.x() + qMax(6, (r.width() - all) / 2), r.y(), qMin(all, r.width() - 12), r.height());
    const auto place = [&](int x, int width) {
        return QStyle::visualRect(o->direction, o->rect, QRect(x, r.y(), width, r.height()));
    };
    if (icon)
        paintTinted(p, o->icon,
                    QRect(QPoint(), QSize(icon, icon))
                        .translated(place(r.x(), icon).center() - QPoint(icon / 2 - 1, icon / 2)),
                    look.text);
    QFont font = p->font();
    if (look.filled && font.weight() < QFont::DemiBold)
        font.setWeight(QFont::DemiBold);
    p->save();
    p->setPen(look.text);
    p->drawText(place(r.x() + icon + gap, qMin(text, r.width() - icon - gap - arrow) + 1), flags, o->text);
    p->restore();
    if (arrow)
        paintIcon(p, QStringLiteral("chevron-down"), place(r.right() - arrow + 1, arrow), look.text);
}

} // namespace

bool LatchkeyStyle::drawButtonPart(PrimitiveElement e, const QStyleOption *o, QPainter *p,
                                   const QWidget *w) const {
    switch (e) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(o)) {
            drawPushButton(button, p, w);
            return true;
        }
        return false;
    case PE_FrameDefaultButton:
        return true;
    case PE_PanelButtonTool:
    case PE_IndicatorButtonDropDown:
        drawToolButton(o, p);
        return true;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawMark(o, p, false);
        return true;
    case PE_IndicatorRadioButton:
        drawMark(o, p, true);
        return true;
    case PE_FrameFocusRect:
        if (has(o, State_KeyboardFocusChange))
            box(p, o->rect, 4, {}, color(ColorRole::Focus, o), 2);
        return true;
    default:
        return false;
    }
}

bool LatchkeyStyle::drawButtonControl(ControlElement e, const QStyleOption *o, QPainter *p,
                                      const QWidget *w) const {
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(o);
    if (!button)
        return false;
    if (e == CE_PushButtonLabel) {
        drawPushLabel(button, p, w, proxy());
        return true;
    }
    if (e == CE_PushButton) { // the focus is part of the panel here
        proxy()->drawControl(CE_PushButtonBevel, o, p, w);
        proxy()->drawControl(CE_PushButtonLabel, o, p, w);
        return true;
    }
    if (e == CE_PushButtonBevel) {
        proxy()->drawPrimitive(PE_PanelButtonCommand, o, p, w);
        return true;
    }
    return false;
}

} // namespace latchkey::ui
