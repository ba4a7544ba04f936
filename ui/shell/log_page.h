#pragma once

class QWidget;

namespace latchkey::ui {

class MainWindow;

/// The page of requests in this window.
QWidget *makeLogsPage(MainWindow &window);
/// "Why was it rejected?" about the request that is chosen on that page; false: it isn't shown, or none was
/// rejected there.
bool askWhyOfLogRow(MainWindow &window);
/// The requests in the details of a key, joined to the window.
void connectActivity(MainWindow &window);

} // namespace latchkey::ui
