#include "ui/logs/outcome_cell.h"

#include "ui/format/words.h"
#include "ui/logs/request_model.h"
#include "ui/logs/request_words.h"
#include "ui/theme/cell_text.h"

#include <QPainter>
#include <QStyle>

namespace latchkey::ui {

namespace {
constexpr int Icon = 14, Pad = 8, Around = 4; ///< around the outcome
} // namespace

RequestDelegate::RequestDelegate(const RequestModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model) {}

int RequestDelegate::outcomeWidth(const QFontMetrics &fm, const QString &word) {
    return fm.horizontalAdvance(word) + Icon + 22 + 2 * Around;
}

void RequestDelegate::paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const RequestRecord *r = m_model.at(index.row());
    const auto column = static_cast<RequestColumn>(index.column());
    if (!r)
        return QStyledItemDelegate::paint(p, option, index);
    QStyleOptionViewItem bare(option);
    initStyleOption(&bare, index);
    const QString text = bare.text;
    bare.text.clear();
    bare.widget->style()->drawControl(QStyle::CE_ItemViewItem, &bare, p, bare.widget);
    p->save();
    p->setFont(option.font);
    const Qt::LayoutDirection side = option.direction;
    const auto place = [&](const QRect &r2) { return QStyle::visualRect(side, option.rect, r2); };
    const QRect cell = option.rect.adjusted(Pad, 0, -Pad, 0);
    const auto middle = [&](int x) { return place(QRect(x, cell.center().y() - Icon / 2, Icon, Icon)); };
    if (column == RequestColumn::Outcome) {
        const int room = qMin(outcomeWidth(p->fontMetrics(), text), option.rect.width()) - 2 * Around;
        const QRect pill(option.rect.left() + Around, cell.center().y() - 10, room, 20);
        p->setRenderHint(QPainter::Antialiasing);
        p->setPen(Qt::NoPen);
        p->setBrush(themeColor(backRole(r->outcome), option.palette));
        p->drawRoundedRect(place(pill), 10, 10);
        const QColor ink = themeColor(textRole(r->outcome), option.palette);
        paintIcon(p, iconName(r->outcome), middle(pill.left() + 6), ink);
        p->setPen(ink);
        paintLine(p, place(pill.adjusted(Icon + 10, 0, -6, 0)), text, side);
    } else if (column == RequestColumn::Environment && r->environment) {
        static constexpr std::array inks{ColorRole::ProductionInk, ColorRole::StagingInk,
                                         ColorRole::DevelopmentInk};
        paintIcon(p, iconName(*r->environment), middle(cell.left()),
                  themeColor(inks[static_cast<std::size_t>(*r->environment)], option.palette));
        p->setPen(themeColor(ColorRole::Text, option.palette));
        paintLine(p, place(cell.adjusted(Icon + 6, 0, 0, 0)), text, side);
    } else {
        const bool link = column == RequestColumn::Key && m_model.hasKey(*r);
        const bool quiet = column == RequestColumn::Agent || (column == RequestColumn::Key && !link) ||
                           (column == RequestColumn::Duration && !r->durationUs) ||
                           (column == RequestColumn::Environment);
        if (column == RequestColumn::Path || column == RequestColumn::Scope)
            p->setFont(tokenFont(option.font));
        p->setPen(themeColor(link    ? ColorRole::Accent
                             : quiet ? ColorRole::Secondary
                                     : ColorRole::Text,
                             option.palette));
        paintLine(p, place(cell), text, side);
    }
    p->restore();
}

} // namespace latchkey::ui
