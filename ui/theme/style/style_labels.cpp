#include "ui/theme/style/latchkey_style.h"
#include "ui/theme/style/style_shapes.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>

namespace latchkey::ui {

using shapes::wants;

namespace {

bool isPlain(const QLabel *label) {
    for (const char *property : {"secondary", "heading", "section", "bad", "warn"}) {
        if (label->property(property).isValid())
            return false;
    }
    return true;
}

} // namespace

/// Label looks by property. Set on the label, because its text is drawn with its own font and palette; done
/// again when the property or the theme changes.
void LatchkeyStyle::dress(QLabel *label) {
    if (isPlain(label))
        return;
    const bool heading = wants(label, "heading"), section = wants(label, "section");
    if (heading || section) {
        QFont font = label->font();
        font.setWeight(heading ? QFont::Bold : QFont::DemiBold);
        if (heading)
            font.setPointSizeF(QApplication::font().pointSizeF() * 1.5);
        if (font != label->font())
            label->setFont(font);
    }
    const QPalette theme = QApplication::palette();
    const ColorRole role = wants(label, "bad")                    ? ColorRole::RevokedText
                           : wants(label, "warn")                 ? ColorRole::ExpiringText
                           : wants(label, "secondary") || section ? ColorRole::Secondary
                                                                  : ColorRole::Text;
    const QColor color = themeColor(role, theme);
    if (label->palette().color(QPalette::Active, QPalette::WindowText) == color)
        return;
    QPalette p; // nothing else in it: the label goes on inheriting the rest
    p.setColor(QPalette::Active, QPalette::WindowText, color);
    p.setColor(QPalette::Inactive, QPalette::WindowText, color);
    label->setPalette(p);
}

bool LatchkeyStyle::eventFilter(QObject *watched, QEvent *event) {
    switch (event->type()) {
    case QEvent::DynamicPropertyChange:
    case QEvent::ApplicationPaletteChange:
    case QEvent::PaletteChange:
        if (auto *label = qobject_cast<QLabel *>(watched))
            dress(label);
        break;
    case QEvent::Wheel: // only who has the focus takes it; it would change what somebody scrolls past
        if (auto *field = qobject_cast<QWidget *>(watched);
            field && !qobject_cast<QLabel *>(watched) && !field->hasFocus()) {
            event->ignore();
            return true;
        }
        break;
    default:
        break;
    }
    return QProxyStyle::eventFilter(watched, event);
}

bool LatchkeyStyle::drawCard(ControlElement e, const QStyleOption *o, QPainter *p, const QWidget *w) {
    if (e != CE_ShapedFrame || !w || !wants(w, "card"))
        return false;
    shapes::box(p, o->rect, 8, shapes::color(ColorRole::Base, o), shapes::color(ColorRole::Border, o));
    return true;
}

} // namespace latchkey::ui
