#include "ui/platform/stall_watchdog.h"

#include <QDebug>
#include <chrono>

namespace latchkey::ui {

namespace {
qint64 nowMs() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}
} // namespace

StallWatchdog::StallWatchdog(int limitMs, bool log, QObject *parent)
    : QObject(parent) {
    constexpr int Beat = 5;
    m_last = nowMs();
    m_beat.setTimerType(Qt::PreciseTimer);
    m_beat.setInterval(Beat);
    connect(&m_beat, &QTimer::timeout, this, [this, limitMs, log] {
        const qint64 now = nowMs();
        const int block = static_cast<int>(now - m_last) - Beat;
        m_last = now;
        if (block > m_longest)
            m_longest = block;
        if (log && block > limitMs)
            qWarning("The GUI thread was blocked for %d ms", block);
    });
    m_beat.start();
    m_watcher = std::thread([this, limitMs, log] { // a block that does not end is worth a line too
        qint64 told = 0;
        while (!m_stop) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            const qint64 last = m_last;
            if (log && nowMs() - last > 20LL * limitMs && told != last) {
                told = last;
                qWarning("The GUI thread has been blocked for %lld ms",
                         static_cast<long long>(nowMs() - last));
            }
        }
    });
}

StallWatchdog::~StallWatchdog() {
    m_stop = true;
    m_watcher.join();
}

} // namespace latchkey::ui
