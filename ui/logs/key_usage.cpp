#include "ui/logs/key_usage.h"

#include "core/model/futures.h"
#include "ui/logs/chart_view.h"

#include <QVBoxLayout>

namespace latchkey::ui {

namespace {
constexpr int Days = 30;
} // namespace

Instant startOfDay(Instant t, const QTimeZone &zone) {
    return Instant::fromDateTime(t.toUtc().toTimeZone(zone).date().startOfDay(zone));
}

KeyUsage::KeyUsage(RequestLog *log, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_clock(clock)
    , m_chart(new ChartView(this)) {
    m_chart->setTitle(tr("Requests, last 30 days"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 8, 0, 0);
    box->addWidget(m_chart);
    hide();
    if (log)
        connect(log, &RequestLog::changed, this, &KeyUsage::ask);
}

void KeyUsage::setKey(const KeyId &id) {
    if (std::exchange(m_key, id) == id)
        return;
    hide();
    ask();
}

void KeyUsage::setTimeZone(const QTimeZone &zone) {
    m_zone = zone;
    m_chart->setTimeZone(zone);
    ask();
}

void KeyUsage::ask() {
    if (!m_log || m_key.isNull())
        return;
    RequestFilter f;
    f.keys = {m_key};
    const Instant now = m_clock.now(), from = startOfDay(now.plusDays(1 - Days), m_zone);
    m_log->chart(f, from, now, 24) |
        then(this, [this, key = m_key, from, now](const Result<RequestChart> &chart) {
            if (key != m_key || !chart)
                return;
            m_chart->setBars(chart->bars, from, now, 24);
            setVisible(!chart->bars.isEmpty());
        });
}

} // namespace latchkey::ui
