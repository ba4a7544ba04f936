#pragma once

class QTableView;

namespace latchkey::ui {

/// A table of whole rows that are looked at and chosen one at a time: no grid, no frame, no editing, padded
/// cells under headers of the same alignment. `rowHeight` in pixels.
void showAsRows(QTableView &table, int rowHeight);

} // namespace latchkey::ui
