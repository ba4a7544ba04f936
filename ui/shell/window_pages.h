#pragma once

namespace latchkey::ui {

class MainWindow;

/// The pages beside the table of keys, their rows in the sidebar and their commands in the View menu.
void addPages(MainWindow &window);

} // namespace latchkey::ui
