#pragma once

namespace latchkey::ui {

class MainWindow;

/// Commands on many keys, files of keys, and the vault as a whole.
void registerJobCommands(MainWindow &window);
void registerTransferCommands(MainWindow &window);

} // namespace latchkey::ui
