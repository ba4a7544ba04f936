#pragma once

#include <QWidget>

namespace latchkey::ui {

/// Shows a window and puts it before the others.
inline void bringForward(QWidget *window) {
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace latchkey::ui
