#pragma once

#include <QPushButton>
#include <QShortcut>

namespace latchkey::ui {

/// Ctrl+Enter anywhere in `form`, a window or a page, presses the button; one that is disabled stays silent.
inline void submitWithCtrlEnter(QWidget *form, QPushButton *button) {
    const auto where = form->isWindow() ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut;
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *submitKey = new QShortcut(QKeySequence(Qt::CTRL | key), form, nullptr, nullptr, where);
        QObject::connect(submitKey, &QShortcut::activated, button, [button] { button->click(); });
    }
}

} // namespace latchkey::ui
