#include "ui/theme/style/latchkey_style.h"
#include "ui/theme/style/style_shapes.h"

#include <QComboBox>

namespace latchkey::ui {

using namespace shapes;

namespace {

constexpr int Pad = 12, IconBox = 18, Gap = 10;

void drawItem(const QStyleOptionMenuItem *o, QPainter *p, const QWidget *w, const QStyle *style) {
    const QRect r = o->rect;
    p->fillRect(r, color(ColorRole::Base, o));
    if (o->menuItemType == QStyleOptionMenuItem::Separator) {
        if (!o->text.isEmpty()) {
            p->setFont(smallFont(o->font));
            p->setPen(color(ColorRole::Secondary, o));
            p->drawText(r.adjusted(Pad, 0, -Pad, 0), Qt::AlignVCenter | Qt::AlignLeft, o->text);
        } else {
            p->fillRect(QRect(r.x() + Pad, r.center().y(), r.width() - 2 * Pad, 1),
                        color(ColorRole::Border, o));
        }
        return;
    }
    const bool enabled = has(o, QStyle::State_Enabled), chosen = has(o, QStyle::State_Selected);
    if (chosen)
        box(p, r.adjusted(5, 1, -5, -1), 5,
            enabled ? color(ColorRole::Selection, o) : color(ColorRole::Hover, o), {});
    const QColor ink = enabled ? o->palette.color(chosen ? QPalette::HighlightedText : QPalette::Text)
                               : color(ColorRole::Disabled, o);
    const auto place = [&](int x, int width) {
        return QStyle::visualRect(o->direction, r, QRect(r.x() + x, r.y(), width, r.height()));
    };
    const auto square = [&](int x, int side) {
        QRect s(0, 0, side, side);
        s.moveCenter(place(x, IconBox).center());
        return s;
    };
    const bool inCombo = qobject_cast<const QComboBox *>(w);
    int x = Pad;
    const bool column = !inCombo && (o->maxIconWidth > 0 || o->menuHasCheckableItems);
    if (o->checkType != QStyleOptionMenuItem::NotCheckable && o->checked)
        paintIcon(p, QStringLiteral("check"), square(x, 16), ink);
    else if (!o->icon.isNull())
        paintTinted(p, o->icon, square(x, 16), enabled && !chosen ? color(ColorRole::Secondary, o) : ink);
    if (column || (inCombo && !o->icon.isNull()))
        x += IconBox + Gap;
    const int flags =
        Qt::AlignVCenter | Qt::TextSingleLine |
        (style->styleHint(QStyle::SH_UnderlineShortcut, o, w) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    const auto tab = o->text.indexOf(u'\t');
    p->setFont(o->font);
    p->setPen(ink);
    p->drawText(place(x, r.width() - x - Pad),
                flags | int(QStyle::visualAlignment(o->direction, Qt::AlignLeft)),
                tab < 0 ? o->text : o->text.left(tab));
    if (tab >= 0) {
        p->setPen(enabled && !chosen ? color(ColorRole::Secondary, o) : ink);
        p->drawText(place(Pad, r.width() - 2 * Pad - 4),
                    flags | int(QStyle::visualAlignment(o->direction, Qt::AlignRight)), o->text.mid(tab + 1));
    }
    if (o->menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(p,
                  o->direction == Qt::RightToLeft ? QStringLiteral("chevron-left")
                                                  : QStringLiteral("chevron-right"),
                  square(r.width() - Pad - IconBox + 4, 14), ink);
}

} // namespace

bool LatchkeyStyle::drawMenuControl(ControlElement e, const QStyleOption *o, QPainter *p,
                                    const QWidget *w) const {
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(o);
    switch (e) {
    case CE_MenuItem:
        if (item) {
            p->save();
            drawItem(item, p, w, proxy());
            p->restore();
        }
        return item;
    case CE_MenuEmptyArea:
    case CE_MenuHMargin:
    case CE_MenuVMargin:
        p->fillRect(o->rect, color(ColorRole::Base, o));
        return true;
    case CE_MenuBarEmptyArea:
        p->fillRect(o->rect, o->palette.brush(QPalette::Window));
        return true;
    case CE_MenuBarItem: {
        if (!item)
            return false;
        p->fillRect(o->rect, o->palette.brush(QPalette::Window));
        if (has(o, State_Selected) || has(o, State_Sunken))
            box(p, o->rect.adjusted(1, 2, -1, -2), 5,
                has(o, State_Sunken) ? color(ColorRole::Selection, o)
                                     : mixed(color(ColorRole::Window, o), color(ColorRole::Text, o), 0.08),
                {});
        const int flags =
            Qt::AlignCenter | Qt::TextSingleLine |
            (proxy()->styleHint(SH_UnderlineShortcut, o, w) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
        proxy()->drawItemText(p, o->rect, flags, o->palette, has(o, State_Enabled), item->text,
                              QPalette::WindowText);
        return true;
    }
    default:
        return false;
    }
}

} // namespace latchkey::ui
