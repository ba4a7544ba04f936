#pragma once

#include "ui/logs/chart_widget.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace latchkey::ui {

/// The chart with its legend, or the same numbers as a table.
class ChartView : public QWidget {
    Q_OBJECT
public:
    explicit ChartView(QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setNote(const QString &note); ///< empty: none
    void setBars(const QList<ChartBar> &bars, Instant from, Instant to, int hours);
    void setTimeZone(const QTimeZone &zone);
    void showTable(bool table);
    /// Takes less height, and leaves it to what stands below.
    void setLow(bool low);
    [[nodiscard]] ChartWidget &chart() { return *m_chart; }
    [[nodiscard]] QTableWidget &table() { return *m_table; }

private:
    void fillTable();
    void fitHeight();

    QLabel *m_title, *m_note;
    QPushButton *m_toggle;
    QStackedWidget *m_stack;
    ChartWidget *m_chart;
    QTableWidget *m_table;
    bool m_low = false;
};

} // namespace latchkey::ui
