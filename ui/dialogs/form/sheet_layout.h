#pragma once

#include <QSize>

class QDialog;
class QLabel;
class QPushButton;
class QScrollArea;
class QWidget;

namespace latchkey::ui {

/// `wanted` where the screen has room for it, else what it has; its buttons are never off the screen.
void fitToScreen(QDialog *sheet, const QSize &wanted);
/// As high as its sentences need it now: one that comes later takes its room below, not from the others.
void growToFit(QDialog *sheet);
/// Scrolls `content` up and down only: never narrower than it is.
QScrollArea *tallArea(QWidget *content, QWidget *parent);
/// The common shape of a sheet: a form in a scroll area, a side panel, a question, and a row of buttons.
QWidget *sheetPage(QWidget *form, QWidget *side, QWidget *question, QWidget *buttons, QWidget *parent);
/// The reason on the left, the buttons on the right; `primary` is styled as the main one.
QWidget *sheetButtons(QLabel *reason, QPushButton *cancel, QPushButton *primary);

} // namespace latchkey::ui
