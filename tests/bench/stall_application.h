#pragma once

#include <QApplication>
#include <QElapsedTimer>

namespace latchkey::ui {

/// Notes how long the GUI thread was away from its event loop for one event: the longest so far.
class StallApplication : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        QElapsedTimer t;
        t.start();
        const bool r = QApplication::notify(receiver, event);
        --m_depth;
        m_longest = qMax(m_longest, t.nsecsElapsed());
        return r;
    }
    /// Milliseconds since the last call.
    double takeLongest() { return static_cast<double>(std::exchange(m_longest, 0)) / 1e6; }

private:
    int m_depth = 0;
    qint64 m_longest = 0;
};

} // namespace latchkey::ui
