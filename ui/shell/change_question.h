#pragma once

#include "core/backend/change_gate.h"

namespace latchkey::ui {

struct ChangeQuestion {
    QString question; ///< "Deactivate “CRM”?"
    QString verb;     ///< "Deactivate", for the button
};

/// What a person is asked before this change.
ChangeQuestion questionOf(const PlannedChange &change);

} // namespace latchkey::ui
