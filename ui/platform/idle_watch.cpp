#include "ui/platform/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace latchkey::ui {

IdleWatch::IdleWatch(QObject *parent)
    : QObject(parent) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::idle);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setMinutes(int minutes) {
    setInterval(minutes * 60'000);
}

void IdleWatch::setInterval(int ms) {
    m_timer.stop();
    m_timer.setInterval(ms);
    if (ms > 0)
        m_timer.start();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (m_timer.interval() > 0)
            m_timer.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace latchkey::ui
