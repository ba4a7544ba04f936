#pragma once

#include <QDialog>
#include <QPushButton>
#include <QShortcut>
#include <functional>

namespace latchkey::ui {

/// Ctrl+Enter anywhere in `form`, a window or a page, does what its first button does.
template<typename Submit>
void submitWithCtrlEnter(QWidget *form, Submit submit) {
    const auto where = form->isWindow() ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut;
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        QObject::connect(new QShortcut(QKeySequence(Qt::CTRL | key), form, nullptr, nullptr, where),
                         &QShortcut::activated, form, submit);
}

/// Whether Return may do what the first button of a sheet says. ByLook: unless the button is marked as
/// dangerous, which may change.
enum class OnReturn { ByLook, NeverDoes };

/// The keys of every sheet: Esc cancels, Ctrl+Enter does what the first button says, and Return too, except
/// where that destroys something. There Return presses Cancel when that has the focus, goes from a field to
/// the first button, and does nothing on it: Space does.
void setSheetKeys(QDialog *sheet, QPushButton *first, QPushButton *cancel,
                  OnReturn onReturn = OnReturn::ByLook);

} // namespace latchkey::ui
