#include "ui/theme/style/latchkey_style.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QStyleFactory>
#include <QTabBar>

namespace latchkey::ui {

LatchkeyStyle::LatchkeyStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("fusion"))) {}

void LatchkeyStyle::polish(QWidget *widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractSpinBox *>(widget) ||
        qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget)) {
        widget->installEventFilter(this); // the wheel scrolls the form it stands in
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
    }
    if (auto *label = qobject_cast<QLabel *>(widget)) {
        label->installEventFilter(this);
        dress(label);
    } else if (auto *frame = qobject_cast<QFrame *>(widget); frame && frame->property("card").toBool()) {
        frame->setFrameShape(QFrame::StyledPanel);
    }
}

void LatchkeyStyle::drawPrimitive(PrimitiveElement e, const QStyleOption *o, QPainter *p,
                                  const QWidget *w) const {
    if (!drawButtonPart(e, o, p, w) && !drawFieldPart(e, o, p, w) && !drawViewPart(e, o, p, w))
        QProxyStyle::drawPrimitive(e, o, p, w);
}

void LatchkeyStyle::drawControl(ControlElement e, const QStyleOption *o, QPainter *p,
                                const QWidget *w) const {
    if (!drawCard(e, o, p, w) && !drawButtonControl(e, o, p, w) && !drawMenuControl(e, o, p, w) &&
        !drawBarControl(e, o, p, w))
        QProxyStyle::drawControl(e, o, p, w);
}

void LatchkeyStyle::drawComplexControl(ComplexControl c, const QStyleOptionComplex *o, QPainter *p,
                                       const QWidget *w) const {
    switch (c) {
    case CC_ScrollBar:
        return drawScrollBar(o, p, w);
    case CC_ComboBox:
        return drawComboBox(o, p, w);
    case CC_SpinBox:
        return drawSpinBox(o, p, w);
    default:
        QProxyStyle::drawComplexControl(c, o, p, w);
    }
}

} // namespace latchkey::ui
