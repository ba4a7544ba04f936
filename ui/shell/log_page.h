#pragma once

class QWidget;

namespace latchkey::ui {

class MainWindow;

/// The page of requests in this window.
QWidget *makeLogsPage(MainWindow &window);
/// The requests in the details of a key, joined to the window.
void connectActivity(MainWindow &window);

} // namespace latchkey::ui
