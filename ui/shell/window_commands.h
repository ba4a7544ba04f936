#pragma once

namespace latchkey::ui {

class MainWindow;
class KeyActions;
class UndoHistory;

/// Registers every command of the window: the one list that menus, palette, context menu and shortcuts come
/// from.
void registerCommands(MainWindow &window);
/// F1.
void registerHelpCommands(MainWindow &window);
/// "Why was it rejected?" and "Whose key is this?".
void registerWhyCommands(MainWindow &window);

} // namespace latchkey::ui
