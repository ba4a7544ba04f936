#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QThread>

namespace latchkey::ui {

/// Notes how long the GUI thread was away from its event loop for one event: the longest so far.
class StallApplication : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override {
        if (QThread::currentThread() != thread() || m_depth > 0) // other threads' events come here too
            return QApplication::notify(receiver, event);
        ++m_depth;
        const auto type = event->type();
        const QByteArray name = receiver->metaObject()->className();
        const QString objname = receiver->objectName();
        QElapsedTimer t;
        t.start();
        const bool r = QApplication::notify(receiver, event);
        --m_depth;
        m_longest = qMax(m_longest, t.nsecsElapsed());
        if (t.elapsed() > 40)
            fprintf(stderr, "STALL %lld ms event %d to %s %s\n", t.elapsed(), int(type), name.constData(),
                    qPrintable(objname));
        return r;
    }
    /// Milliseconds since the last call.
    double takeLongest() { return static_cast<double>(std::exchange(m_longest, 0)) / 1e6; }

private:
    int m_depth = 0;
    qint64 m_longest = 0;
};

} // namespace latchkey::ui
