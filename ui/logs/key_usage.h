#pragma once

#include "core/backend/request_log.h"
#include "core/model/key_id.h"

#include <QTimeZone>
#include <QWidget>

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class ChartView;

/// Requests of one key over the last 30 days. Hidden while there are none.
class KeyUsage : public QWidget {
    Q_OBJECT
public:
    KeyUsage(RequestLog *log, const Clock &clock, QWidget *parent = nullptr);
    void setKey(const KeyId &id);
    void setTimeZone(const QTimeZone &zone);
    [[nodiscard]] ChartView &chart() { return *m_chart; }

private:
    void ask();

    RequestLog *m_log;
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    KeyId m_key;
    ChartView *m_chart;
};

/// The beginning of the day there.
Instant startOfDay(Instant t, const QTimeZone &zone);

} // namespace latchkey::ui
