#pragma once

class QTableView;

namespace latchkey::ui {

/// A table of whole rows that are looked at and chosen one at a time: no grid, no frame, no editing, padded
/// cells under headers of the same alignment. `rowHeight` in pixels.
void showAsRows(QTableView &table, int rowHeight);
/// One of very many rows, which paints its own cells and scrolls smoothly; whole rows all the same.
void showManyRows(QTableView &table);

} // namespace latchkey::ui
