#pragma once

class QLabel;
class QPushButton;
class QWidget;

namespace latchkey::ui {

/// The common shape of a sheet: a form in a scroll area, a side panel, a question, and a row of buttons.
QWidget *sheetPage(QWidget *form, QWidget *side, QWidget *question, QWidget *buttons, QWidget *parent);
/// The reason on the left, the buttons on the right; `primary` is styled as the main one.
QWidget *sheetButtons(QLabel *reason, QPushButton *cancel, QPushButton *primary);

} // namespace latchkey::ui
