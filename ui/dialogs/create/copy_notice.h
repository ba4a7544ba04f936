#pragma once

#include "core/services/key_copy/copy_plan.h"

#include <QStringList>

namespace latchkey::ui {

/// What of a key does not come along to `place`, a sentence each; none: all of it does. `names` is the
/// catalogue that knows the key's permissions.
QStringList copyNotice(const CopyPlan &plan, const QString &place, const Catalogue &names);

} // namespace latchkey::ui
