#pragma once

#include <QString>

namespace latchkey::ui {

/// What can be done to many keys at once.
enum class Deed {
    Activate,
    Deactivate,
    Remove,
    Restore,
    Purge,
    Revoke,
    Rotate, ///< by BulkRotation: it makes new tokens
    AddTags,
    RemoveTags,
    SetOwner,
    SetExpiry,
    SetLimits
};

/// As the list of jobs keeps it: JobRecord::asked.
QString deedWord(Deed deed);

} // namespace latchkey::ui
