#include "ui/keys/insight_cells.h"

#include "ui/format/words.h"
#include "ui/keys/cell_parts.h"
#include "ui/theme/cell_text.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <algorithm>
#include <numeric>

namespace latchkey::ui {

namespace {
constexpr int ChipIcon = 17; ///< with its gap
constexpr int Bar = 5, BarGap = 2, BarsHeight = 16;
} // namespace

void paintAlerts(QPainter *p, const QStyleOptionViewItem &o, const KeyAlerts *alerts) {
    if (!alerts)
        return;
    QStringList names;
    for (const SmartFilter a : *alerts)
        names.append(word(a));
    QFont small = o.font;
    small.setPointSizeF(o.font.pointSizeF() * 0.92);
    p->setFont(small);
    const QRect area = textRect(KeyColumn::Alerts, o.rect, o.direction);
    for (const Chip &chip : chipsOf(names, area, QFontMetrics(small), o.direction, ChipIcon)) {
        const bool rest = chip.index < 0;
        const SmartFilter a = rest ? SmartFilter::None : (*alerts)[chip.index];
        const QColor ink = themeColor(textRole(a), o.palette);
        p->setPen(Qt::NoPen);
        p->setBrush(themeColor(backRole(a), o.palette));
        p->drawRoundedRect(chip.rect, 5, 5);
        QRect text = chip.rect;
        if (!rest) {
            const QRect icon(chip.rect.left() + 6, chip.rect.center().y() - 6, 13, 13);
            paintIcon(p, iconName(a), QStyle::visualRect(o.direction, chip.rect, icon), ink);
            text = QStyle::visualRect(o.direction, chip.rect, chip.rect.adjusted(ChipIcon, 0, 0, 0));
        }
        p->setPen(ink);
        p->setLayoutDirection(chip.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        p->drawText(text, Qt::AlignCenter, chip.text);
    }
}

void paintUsage(QPainter *p, const QStyleOptionViewItem &o, const QList<qint64> *perDay) {
    if (!perDay)
        return;
    const QRect area = textRect(KeyColumn::Usage, o.rect, o.direction);
    const qint64 all = std::accumulate(perDay->begin(), perDay->end(), qint64(0));
    p->setFont(o.font);
    p->setPen(themeColor(ColorRole::Secondary, o.palette));
    if (all == 0)
        return paintLine(p, area, usageText(*perDay), o.direction);
    const qint64 most = *std::max_element(perDay->begin(), perDay->end());
    const int foot = area.center().y() + BarsHeight / 2;
    int x = area.left();
    p->save();
    p->setRenderHint(QPainter::Antialiasing, false);
    for (const qint64 n : *perDay) { // time runs with the text; a day without requests keeps its place
        const int h = n == 0 ? 1 : qMax(2, static_cast<int>(n * BarsHeight / most));
        p->fillRect(QStyle::visualRect(o.direction, area, QRect(x, foot - h, Bar, h)),
                    themeColor(n == 0 ? ColorRole::Border : ColorRole::Accent, o.palette));
        x += Bar + BarGap;
    }
    p->restore();
    p->setPen(themeColor(ColorRole::Text, o.palette));
    paintLine(p,
              QStyle::visualRect(o.direction, area,
                                 QRect(area.left() + SparklineWidth, area.top(),
                                       area.width() - SparklineWidth, area.height())),
              QLocale().toString(all), o.direction);
}

} // namespace latchkey::ui
