#include "ui/theme/sheet_place.h"

#include <QCoreApplication>
#include <QDialog>
#include <QEvent>
#include <QWindow>

namespace latchkey::ui {

SheetPlace::SheetPlace(QObject *parent)
    : QObject(parent) {
    QCoreApplication::instance()->installEventFilter(this);
}

bool SheetPlace::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Show && !event->spontaneous()) {
        if (auto *dialog = qobject_cast<QDialog *>(watched); dialog && dialog->parentWidget()) {
            m_opening = dialog;
            m_place = dialog->geometry().topLeft();
        }
        return false;
    }
    if (!m_opening)
        return false;
    QWindow *window = m_opening->windowHandle();
    if (event->type() == QEvent::Expose && watched == window && window->isExposed())
        m_opening = nullptr;
    else if (watched != m_opening || event->spontaneous())
        return false;
    else if (event->type() == QEvent::Move)
        m_place = m_opening->geometry().topLeft();
    else if (event->type() == QEvent::Resize && window && window->isVisible())
        window->setGeometry(QRect(m_place, m_opening->size()));
    return false;
}

} // namespace latchkey::ui
