#include "ui/logs/chart_widget.h"

#include "ui/logs/request_words.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>
#include <numeric>

namespace latchkey::ui {

namespace {

constexpr qint64 HourMs = 3'600'000;
constexpr int AxisHeight = 18, TopRoom = 4;

/// 1, 2 or 5 times a power of ten, not under `n`.
qint64 roundUp(qint64 n) {
    qint64 step = 1;
    for (;; step *= 10) {
        for (const qint64 m : {1, 2, 5}) {
            if (n <= m * step)
                return m * step;
        }
    }
}

} // namespace

ChartWidget::ChartWidget(QWidget *parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::NoFocus); // the table beside it says the same to the keyboard
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChartWidget::setBars(const QList<ChartBar> &bars, Instant from, Instant to, int hours) {
    m_hours = qMax(1, hours);
    m_bars.clear();
    const qint64 width = m_hours * HourMs, first = from.ms() / HourMs * HourMs;
    for (qint64 at = first; at < to.ms() && m_bars.size() < 2000; at += width)
        m_bars.append({Instant(at), {}});
    for (const ChartBar &b : bars) {
        const qint64 i = (b.from.ms() - first) / width;
        if (i >= 0 && i < m_bars.size())
            m_bars[i].counts = b.counts;
    }
    setAccessibleName(summary());
    update();
}

void ChartWidget::setTimeZone(const QTimeZone &zone) {
    m_zone = zone;
    update();
}

qint64 ChartWidget::total(const ChartBar &bar) {
    return std::accumulate(bar.counts.begin(), bar.counts.end(), qint64(0));
}

QString ChartWidget::barLabel(const ChartBar &bar) const {
    return QLocale().toString(bar.from.toUtc().toTimeZone(m_zone),
                              m_hours < 24 ? tr("d MMM, HH:mm", "date format of an hour")
                                           : tr("d MMM", "date format of a day"));
}

QString ChartWidget::summary() const {
    OutcomeCounts sum{};
    for (const ChartBar &b : m_bars) {
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += b.counts[i];
    }
    QStringList parts;
    for (const RequestOutcome o : AllRequestOutcomes) {
        if (sum[static_cast<std::size_t>(o)] > 0)
            parts.append(tr("%1: %2", "outcome: number")
                             .arg(word(o), QLocale().toString(sum[static_cast<std::size_t>(o)])));
    }
    return parts.isEmpty() ? tr("No requests in this time")
                           : tr("Requests over time. %1").arg(parts.join(QStringLiteral(", ")));
}

QSize ChartWidget::sizeHint() const {
    return {320, 110};
}

QSize ChartWidget::minimumSizeHint() const {
    return {160, 60};
}

QRect ChartWidget::plot() const {
    qint64 most = 0;
    for (const ChartBar &b : m_bars)
        most = qMax(most, total(b));
    const int axis = fontMetrics().horizontalAdvance(QLocale().toString(roundUp(qMax<qint64>(1, most)))) + 8;
    return rect().adjusted(axis, TopRoom, -2, -AxisHeight);
}

QRect ChartWidget::barRect(qsizetype i) const {
    const QRect area = plot();
    const double step =
        static_cast<double>(area.width()) / static_cast<double>(qMax<qsizetype>(1, m_bars.size()));
    const int left = area.left() + static_cast<int>(static_cast<double>(i) * step);
    const int right = area.left() + static_cast<int>(static_cast<double>(i + 1) * step);
    const int gap = right - left > 3 ? 1 : 0;
    return {left, area.top(), qMax(1, right - left - gap), area.height()};
}

void ChartWidget::paintEvent(QPaintEvent *) {
    QPainter p(this);
    const QRect area = plot();
    qint64 most = 0;
    for (const ChartBar &b : m_bars)
        most = qMax(most, total(b));
    const qint64 top = roundUp(qMax<qint64>(1, most));
    p.setFont(smallFont(font()));
    p.setPen(themeColor(ColorRole::Border, palette()));
    for (const double share : {0.0, 0.5, 1.0}) {
        const int y = area.bottom() - static_cast<int>(share * area.height());
        p.drawLine(area.left(), y, area.right(), y);
    }
    p.setPen(themeColor(ColorRole::Secondary, palette()));
    const auto axisText = [&](const QString &text, int y) {
        p.drawText(QRect(0, y - 8, area.left() - 4, 16), Qt::AlignRight | Qt::AlignVCenter, text);
    };
    axisText(QLocale().toString(top), area.top() + 6);
    axisText(QLocale().toString(0), area.bottom() - 4);
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        QRect bar = barRect(i);
        int bottom = area.bottom();
        qint64 sum = 0;
        for (const RequestOutcome o : AllRequestOutcomes) {
            const qint64 n = m_bars[i].counts[static_cast<std::size_t>(o)];
            if (n == 0)
                continue;
            sum += n;
            // At least a pixel, so that one rejection among a thousand is seen.
            const int y = qMin(bottom - 1, area.bottom() - static_cast<int>(sum * area.height() / top));
            p.fillRect(QRect(bar.left(), y, bar.width(), bottom - y), themeColor(inkRole(o), palette()));
            bottom = y;
        }
    }
    if (m_bars.isEmpty())
        return;
    p.setPen(themeColor(ColorRole::Secondary, palette()));
    const int y = area.bottom() + 2;
    const QRect line(area.left(), y, area.width(), AxisHeight - 2);
    p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute, barLabel(m_bars.constFirst()));
    p.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute, barLabel(m_bars.constLast()));
    if (area.width() > 360)
        p.drawText(line, Qt::AlignHCenter | Qt::AlignVCenter, barLabel(m_bars[m_bars.size() / 2]));
}

bool ChartWidget::event(QEvent *e) {
    if (e->type() != QEvent::ToolTip)
        return QWidget::event(e);
    auto *help = static_cast<QHelpEvent *>(e);
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        if (!barRect(i).adjusted(0, 0, 1, 0).contains(help->pos()))
            continue;
        QStringList lines{barLabel(m_bars[i])};
        for (const RequestOutcome o : AllRequestOutcomes) {
            if (const qint64 n = m_bars[i].counts[static_cast<std::size_t>(o)]; n > 0)
                lines.append(tr("%1: %2", "outcome: number").arg(word(o), QLocale().toString(n)));
        }
        QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace latchkey::ui
