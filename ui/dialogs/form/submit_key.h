#pragma once

#include <QShortcut>
#include <QWidget>

namespace latchkey::ui {

/// Ctrl+Enter anywhere in `form`, a window or a page, does what its first button does.
template<typename Submit>
void submitWithCtrlEnter(QWidget *form, Submit submit) {
    const auto where = form->isWindow() ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut;
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        QObject::connect(new QShortcut(QKeySequence(Qt::CTRL | key), form, nullptr, nullptr, where),
                         &QShortcut::activated, form, submit);
}

} // namespace latchkey::ui
