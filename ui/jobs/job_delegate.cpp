#include "ui/jobs/job_delegate.h"

#include "ui/jobs/job_words.h"
#include "ui/jobs/jobs_model.h"

#include <QApplication>
#include <QPainter>

namespace latchkey::ui {

namespace {
constexpr int Icon = 14, Gap = 4, Side = 8, High = 20;
}

void JobDelegate::paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const auto *model = qobject_cast<const JobsModel *>(index.model());
    const JobRecord *job = model ? model->jobAt(index.row()) : nullptr;
    if (!job || index.column() != JobsModel::State) {
        QStyledItemDelegate::paint(p, option, index);
        const int share = index.data(JobsModel::ShareRole).toInt();
        if (index.column() != JobsModel::Progress || share < 0)
            return;
        QRect bar = option.rect.adjusted(8, 0, -8, -3);
        bar.setTop(bar.bottom() - 2);
        p->fillRect(bar, themeColor(ColorRole::Border, option.palette));
        const int done = bar.width() * share / 1000;
        bar = option.direction == Qt::RightToLeft ? bar.adjusted(bar.width() - done, 0, 0, 0)
                                                  : bar.adjusted(0, 0, done - bar.width(), 0);
        p->fillRect(bar, themeColor(ColorRole::Accent, option.palette));
        return;
    }
    QStyleOptionViewItem back(option);
    initStyleOption(&back, index);
    back.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &back, p, option.widget);
    const QString text = stateText(*job);
    const bool partly = isPartly(*job);
    const JobState state = shownState(*job);
    const QColor ink = themeColor(partly ? ColorRole::ExpiringText : textRole(state), option.palette);
    const int width =
        qMin(option.rect.width() - 12, Side + Icon + Gap + option.fontMetrics.horizontalAdvance(text) + Side);
    QRect pill(option.rect.x() + 6, option.rect.center().y() - High / 2 + 1, width, High);
    pill = QStyle::visualRect(option.direction, option.rect, pill);
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    p->setPen(Qt::NoPen);
    p->setBrush(themeColor(partly ? ColorRole::ExpiringBack : backRole(state), option.palette));
    p->drawRoundedRect(pill, High / 2.0, High / 2.0);
    const auto part = [&](int x, int w) {
        return QStyle::visualRect(option.direction, pill, QRect(pill.x() + x, pill.y(), w, High));
    };
    const QRect icon = part(Side, Icon);
    paintIcon(p, partly ? QStringLiteral("warning") : iconName(state),
              {icon.x(), icon.y() + (High - Icon) / 2, Icon, Icon}, ink);
    p->setPen(ink);
    p->setFont(option.font);
    p->drawText(part(Side + Icon + Gap, pill.width() - 2 * Side - Icon - Gap), Qt::AlignVCenter, text);
    p->restore();
}

QSize JobDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QSize s = QStyledItemDelegate::sizeHint(option, index);
    if (index.column() == JobsModel::State)
        s.rwidth() += 2 * Side + Icon + Gap;
    return s;
}

} // namespace latchkey::ui
