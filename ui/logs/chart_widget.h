#pragma once

#include "core/backend/request_log.h"

#include <QTimeZone>
#include <QWidget>

namespace latchkey::ui {

/// Stacked bars of requests by outcome over time. Painted here; nothing in it can be changed.
class ChartWidget : public QWidget {
    Q_OBJECT
public:
    explicit ChartWidget(QWidget *parent = nullptr);
    /// Bars of `hours` hours from `from` to `to`; what is not in `bars` is empty.
    void setBars(const QList<ChartBar> &bars, Instant from, Instant to, int hours);
    void setTimeZone(const QTimeZone &zone);
    [[nodiscard]] const QList<ChartBar> &bars() const { return m_bars; } ///< the empty ones too
    /// "3 Mar, 14:00" for hours, "3 Mar" for days.
    [[nodiscard]] QString barLabel(const ChartBar &bar) const;
    [[nodiscard]] static qint64 total(const ChartBar &bar);
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *e) override;
    bool event(QEvent *e) override;

private:
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] QRect barRect(qsizetype i) const;

    QList<ChartBar> m_bars;
    int m_hours = 1;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace latchkey::ui
