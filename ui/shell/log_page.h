#pragma once

class QWidget;

namespace latchkey::ui {

class MainWindow;

/// The page of requests in this window.
QWidget *makeLogsPage(MainWindow &window);

} // namespace latchkey::ui
