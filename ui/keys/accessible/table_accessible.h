#pragma once

namespace latchkey::ui {

/// From now on every KeyTableView is shown to screen readers cell by cell, with what is painted in the cells
/// as buttons. Asking twice changes nothing.
void installTableAccessibility();

} // namespace latchkey::ui
