#include "ui/theme/style/latchkey_style.h"
#include "ui/theme/style/style_shapes.h"

#include <QAbstractScrollArea>
#include <QSplitterHandle>
#include <QTabBar>

namespace latchkey::ui {

using namespace shapes;

namespace {

void drawTab(const QStyleOptionTab *o, QPainter *p) {
    const bool selected = has(o, QStyle::State_Selected), over = has(o, QStyle::State_MouseOver);
    const QRect r = o->rect;
    if (over && !selected && has(o, QStyle::State_Enabled))
        box(p, r.adjusted(2, 4, -2, -5), 5, color(ColorRole::Hover, o), {});
    if (selected)
        box(p, QRectF(r.x() + 8, r.bottom() - 1.5, r.width() - 16, 2.5), 1.25, color(ColorRole::Accent, o),
            {});
    if (keyboardFocus(o))
        box(p, r.adjusted(2, 4, -2, -5), 5, {}, color(ColorRole::Focus, o), 2);
}

void drawTabLabel(const QStyleOptionTab *o, QPainter *p, const QWidget *w, const QStyle *style) {
    const bool selected = has(o, QStyle::State_Selected);
    QRect r = o->rect.adjusted(8, 0, -8, -2);
    const QColor ink = !has(o, QStyle::State_Enabled) ? color(ColorRole::Disabled, o)
                       : selected                     ? color(ColorRole::Text, o)
                                                      : color(ColorRole::Secondary, o);
    QFont font = w ? w->font() : p->font();
    if (selected)
        font.setWeight(QFont::DemiBold);
    p->save();
    p->setFont(font);
    const int flags =
        Qt::AlignCenter | Qt::TextSingleLine |
        (style->styleHint(QStyle::SH_UnderlineShortcut, o, w) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    if (!o->icon.isNull()) {
        const int side = 16, text = QFontMetrics(font).size(flags, o->text).width();
        QRect all(0, 0, side + 8 + text, r.height());
        all.moveCenter(r.center());
        QRect icon(all.x(), all.center().y() - side / 2, side, side);
        paintTinted(p, o->icon, QStyle::visualRect(o->direction, o->rect, icon), ink);
        r = QStyle::visualRect(o->direction, o->rect, QRect(all.x() + side + 8, r.y(), text + 2, r.height()));
    }
    p->setPen(ink);
    p->drawText(r, flags, o->text);
    p->restore();
}

void drawHeader(const QStyleOptionHeader *o, QPainter *p) {
    const bool over = has(o, QStyle::State_MouseOver) && has(o, QStyle::State_Enabled);
    const QColor back = over ? color(ColorRole::Hover, o) : color(ColorRole::Base, o);
    p->fillRect(o->rect, back);
    p->fillRect(QRect(o->rect.x(), o->rect.bottom(), o->rect.width(), 1), color(ColorRole::Border, o));
    if (o->orientation == Qt::Horizontal && o->position != QStyleOptionHeader::End &&
        o->position != QStyleOptionHeader::OnlyOneSection) {
        const int x = o->direction == Qt::RightToLeft ? o->rect.left() : o->rect.right();
        p->fillRect(QRect(x, o->rect.y() + 8, 1, o->rect.height() - 16), color(ColorRole::Border, o));
    }
}

void drawHeaderLabel(const QStyleOptionHeader *o, QPainter *p) {
    const bool sorted = o->sortIndicator != QStyleOptionHeader::None;
    QRect r = o->rect.adjusted(2, 0, -2, 0);
    p->save();
    QFont font = p->font();
    font.setWeight(QFont::DemiBold);
    p->setFont(font);
    const QFontMetrics metrics(font);
    const int arrow = sorted ? 13 : 0;
    const QString text = metrics.elidedText(o->text, Qt::ElideRight, r.width() - (arrow ? arrow + 4 : 0));
    p->setPen(color(sorted ? ColorRole::Text : ColorRole::Secondary, o));
    const Qt::Alignment align =
        QStyle::visualAlignment(o->direction, o->textAlignment & Qt::AlignHCenter ? Qt::AlignHCenter
                                              : o->textAlignment & Qt::AlignRight ? Qt::AlignRight
                                                                                  : Qt::AlignLeft);
    p->drawText(r, int(align | Qt::AlignVCenter), text);
    if (sorted) {
        const QRect logical(r.x() + metrics.horizontalAdvance(text) + 4, r.center().y() - arrow / 2 + 1,
                            arrow, arrow);
        // Qt's "sort down" arrow means ascending here: show what the order is, smallest on top = up
        paintIcon(p,
                  o->sortIndicator == QStyleOptionHeader::SortDown ? QStringLiteral("sort-up")
                                                                   : QStringLiteral("sort-down"),
                  QStyle::visualRect(o->direction, r, logical), color(ColorRole::Accent, o));
    }
    p->restore();
}

void drawProgress(const QStyleOptionProgressBar *o, QPainter *p) {
    QRectF r(o->rect.x(), o->rect.center().y() - 2, o->rect.width(), 5);
    box(p, r, 2.5, color(ColorRole::Border, o), {});
    const qint64 range = qint64(o->maximum) - o->minimum;
    const double share =
        range > 0 ? qBound(0.0, double(qint64(o->progress) - o->minimum) / double(range), 1.0) : 1.0;
    QRectF bar = r;
    bar.setWidth(qMax(r.height(), r.width() * share));
    if (o->direction == Qt::RightToLeft)
        bar.moveRight(r.right());
    if (share > 0)
        box(p, bar, 2.5, color(ColorRole::Accent, o), {});
}

} // namespace

bool LatchkeyStyle::drawBarControl(ControlElement e, const QStyleOption *o, QPainter *p,
                                   const QWidget *w) const {
    switch (e) {
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(o))
            drawTab(tab, p);
        return true;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(o))
            drawTabLabel(tab, p, w, proxy());
        return true;
    case CE_Header: // Qt's own asks its base style for the text's room, which is much less beside an arrow
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(o)) {
            proxy()->drawControl(CE_HeaderSection, header, p, w);
            QStyleOptionHeader label(*header);
            label.rect = proxy()->subElementRect(SE_HeaderLabel, header, w);
            proxy()->drawControl(CE_HeaderLabel, &label, p, w);
        }
        return true;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(o))
            drawHeader(header, p);
        return true;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(o))
            drawHeaderLabel(header, p);
        return true;
    case CE_HeaderEmptyArea:
        p->fillRect(o->rect, color(ColorRole::Base, o));
        p->fillRect(QRect(o->rect.x(), o->rect.bottom(), o->rect.width(), 1), color(ColorRole::Border, o));
        return true;
    case CE_ProgressBarGroove:
        return true;
    case CE_ProgressBarLabel:
        return true; // a bar this thin has its text beside it
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(o))
            drawProgress(bar, p);
        return true;
    case CE_Splitter: {
        const bool over = has(o, State_MouseOver) && has(o, State_Enabled);
        const QColor ink = color(over ? ColorRole::Accent : ColorRole::Border, o);
        const QRect r = o->rect;
        p->fillRect(has(o, State_Horizontal) ? QRect(r.center().x(), r.y(), 1, r.height())
                                             : QRect(r.x(), r.center().y(), r.width(), 1),
                    ink);
        return true;
    }
    default:
        return false;
    }
}

void LatchkeyStyle::drawScrollBar(const QStyleOptionComplex *o, QPainter *p, const QWidget *w) const {
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(o);
    if (!bar)
        return;
    const QWidget *owner = w; // the view that this bar scrolls
    while (owner && !qobject_cast<const QAbstractScrollArea *>(owner))
        owner = owner->parentWidget();
    const auto *area = qobject_cast<const QAbstractScrollArea *>(owner);
    p->fillRect(o->rect, o->palette.brush(area ? area->viewport()->backgroundRole() : QPalette::Window));
    if (bar->minimum >= bar->maximum)
        return;
    const bool active = has(o, State_MouseOver) || (o->activeSubControls & SC_ScrollBarSlider);
    const double inset = active ? 2 : 3.5;
    QRectF r = proxy()->subControlRect(CC_ScrollBar, o, SC_ScrollBarSlider, w);
    r = bar->orientation == Qt::Horizontal ? r.adjusted(2, inset, -2, -inset)
                                           : r.adjusted(inset, 2, -inset, -2);
    const bool held = has(o, State_Sunken) && (o->activeSubControls & SC_ScrollBarSlider);
    box(p, r, qMin(r.width(), r.height()) / 2,
        mixed(color(ColorRole::Base, o), color(ColorRole::Text, o),
              held     ? 0.55
              : active ? 0.42
                       : 0.26),
        {});
}

} // namespace latchkey::ui
