#pragma once

#include <QObject>
#include <QTimer>
#include <atomic>
#include <thread>

namespace latchkey::ui {

/// A heartbeat on the GUI thread, watched by another: logs every block over `limitMs` and remembers the
/// longest.
class StallWatchdog : public QObject {
    Q_OBJECT
public:
    explicit StallWatchdog(int limitMs = 100, bool log = true, QObject *parent = nullptr);
    ~StallWatchdog() override;
    [[nodiscard]] int longestMs() const { return m_longest; }
    void reset() { m_longest = 0; }

private:
    QTimer m_beat;
    std::atomic<qint64> m_last{0};
    std::atomic<int> m_longest{0};
    std::atomic_bool m_stop{false};
    std::thread m_watcher;
};

} // namespace latchkey::ui
