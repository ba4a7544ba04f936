#pragma once

class QAbstractItemView;
class QTableView;

namespace latchkey::ui {

/// A table of whole rows that are looked at and chosen one at a time: no grid, no frame, no editing, padded
/// cells under headers of the same alignment. `rowHeight` in pixels.
void showAsRows(QTableView &table, int rowHeight);
/// One of very many rows, which paints its own cells and scrolls smoothly; whole rows all the same.
void showManyRows(QTableView &table);

/// Shift+F10 opens the menu of the current row, as the menu key does: where the system doesn't ask for it
/// itself. Each view that showAsRows() has set up has it.
void openRowMenuByKey(QAbstractItemView &view);

} // namespace latchkey::ui
