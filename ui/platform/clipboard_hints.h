#pragma once

class QMimeData;

namespace latchkey::ui {

/// Asks clipboard managers and histories not to keep this; one file per system.
void markAsSecret(QMimeData &mime);

} // namespace latchkey::ui
