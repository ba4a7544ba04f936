#pragma once

class QString;

namespace latchkey::ui {

class MainWindow;

/// What the pages offer, as commands that open their page first: the files they read and write, for the File
/// menu, and the rest, for the Tools menu.
void registerPageFiles(MainWindow &window);
void registerPageTools(MainWindow &window);
/// Why this window has no such page; empty: it has.
QString whyNoPage(MainWindow &window, const QString &id);
/// Greys them, with the reason, where the connection can't. `nothing`: why nothing can be changed now; empty:
/// things can be changed.
void updatePageCommands(MainWindow &window, const QString &nothing);

} // namespace latchkey::ui
