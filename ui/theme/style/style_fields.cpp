#include "ui/theme/style/latchkey_style.h"
#include "ui/theme/style/style_shapes.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>

namespace latchkey::ui {

using namespace shapes;

namespace {

/// One frame for everything that is typed into or chosen from. A field with the property "bad" shows it.
void drawFieldFrame(const QStyleOption *o, QPainter *p, const QWidget *w, bool focused) {
    const bool enabled = has(o, QStyle::State_Enabled), over = has(o, QStyle::State_MouseOver);
    const bool invalid = w && w->property("bad").toBool();
    const QColor fill = enabled ? color(ColorRole::Base, o) : color(ColorRole::Hover, o);
    const QColor rest = mixed(color(ColorRole::Border, o), color(ColorRole::ControlBorder, o),
                              !enabled ? 0.0
                              : over   ? 1.0
                                       : 0.75);
    if (focused)
        box(p, o->rect, Radius, fill, color(invalid ? ColorRole::RevokedText : ColorRole::Focus, o), 2);
    else
        box(p, o->rect, Radius, fill, invalid ? color(ColorRole::RevokedText, o) : rest, invalid ? 1.5 : 1);
}

bool insideAnother(const QWidget *w) {
    return w && w->parentWidget() &&
           (qobject_cast<const QComboBox *>(w->parentWidget()) ||
            qobject_cast<const QAbstractSpinBox *>(w->parentWidget()));
}

} // namespace

bool LatchkeyStyle::drawFieldPart(PrimitiveElement e, const QStyleOption *o, QPainter *p,
                                  const QWidget *w) const {
    switch (e) {
    case PE_PanelLineEdit: {
        if (insideAnother(w))
            return true;
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(o);
        if (frame && frame->lineWidth > 0)
            drawFieldFrame(o, p, w, has(o, State_HasFocus));
        else if (w && !w->inherits("QExpandingLineEdit"))
            p->fillRect(o->rect, o->palette.brush(QPalette::Base));
        else if (w && w->inherits("QExpandingLineEdit"))
            box(p, o->rect, 3, color(ColorRole::Base, o), color(ColorRole::Focus, o), 2);
        return true;
    }
    case PE_FrameLineEdit:
        return true;
    default:
        return false;
    }
}

void LatchkeyStyle::drawComboBox(const QStyleOptionComplex *o, QPainter *p, const QWidget *w) const {
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(o);
    if (!combo)
        return;
    if (combo->frame)
        drawFieldFrame(o, p, w,
                       keyboardFocus(o) || has(o, State_On) || (combo->editable && has(o, State_HasFocus)));
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, o, SC_ComboBoxArrow, w);
    QRect icon(0, 0, 16, 16);
    icon.moveCenter(arrow.center());
    paintIcon(p, QStringLiteral("chevron-down"), icon,
              color(has(o, State_Enabled) ? ColorRole::Secondary : ColorRole::Disabled, o));
}

void LatchkeyStyle::drawSpinBox(const QStyleOptionComplex *o, QPainter *p, const QWidget *w) const {
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(o);
    if (!spin)
        return;
    if (spin->frame)
        drawFieldFrame(o, p, w, has(o, State_HasFocus));
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto step = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag flag, const QString &icon) {
        const QRect r = proxy()->subControlRect(CC_SpinBox, o, part, w);
        const bool can = has(o, State_Enabled) && spin->stepEnabled.testFlag(flag);
        if (can && o->activeSubControls == part)
            box(p, QRectF(r).adjusted(1, 1, -1, -1), 3, color(ColorRole::Hover, o), {});
        QRect square(0, 0, 12, 12);
        square.moveCenter(r.center());
        paintIcon(p, icon, square, color(can ? ColorRole::Secondary : ColorRole::Disabled, o));
    };
    step(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, QStringLiteral("chevron-up"));
    step(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, QStringLiteral("chevron-down"));
}

} // namespace latchkey::ui
