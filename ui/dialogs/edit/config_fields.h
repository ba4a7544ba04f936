#pragma once

#include "core/model/catalogue.h"

#include <QTimeZone>

namespace latchkey::ui {

/// The fields of a key that can change after creation, one by one: for diffs and conflicts. (The environment
/// only where it is a note of this computer about a service's key.)
enum class ConfigField {
    Name,
    Environment,
    Scopes,
    Customers,
    AllowedIps,
    Limits,
    Expires,
    Owner,
    Tags,
    Note,
    StoredIn
};

/// In the order of the form.
QList<ConfigField> changedFields(const KeyConfig &a, const KeyConfig &b);
QString fieldName(ConfigField f);
/// The value for people, never empty; short enough for a line or two unless it is wanted whole.
enum class FieldLength : bool { Short, Whole };
QString fieldText(const KeyConfig &c, ConfigField f, const Catalogue &catalogue, const QTimeZone &zone,
                  FieldLength length = FieldLength::Short);
void copyField(ConfigField f, const KeyConfig &from, KeyConfig *to);

struct ScopeDiff {
    QStringList added;   ///< human names
    QStringList removed; ///< human names
};
ScopeDiff scopeDiff(const ScopeSet &before, const ScopeSet &after, const Catalogue &catalogue);
/// "Adds 1, removes 2. Adds Send Emails. Removes Read leads, Delete leads." Empty without a change.
QString diffText(const ScopeDiff &diff);

} // namespace latchkey::ui
