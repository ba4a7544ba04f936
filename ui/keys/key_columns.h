#pragma once

#include "core/model/key_filter.h"

#include <QString>
#include <array>
#include <optional>

namespace latchkey::ui {

/// The table's columns, in the order of UI.md; the stable id is what settings remember.
enum class KeyColumn {
    Name,
    Token,
    Environment,
    Permissions,
    Created,
    LastUsed,
    Status,
    Actions,
    Expires,
    Alerts,
    RateLimit,
    Usage,
    Type,
    Customers,
    Owner,
    Tags,
    StoredIn,
    KeyIdText,
    Connection
};
inline constexpr int KeyColumnCount = 19;

struct KeyColumnSpec {
    KeyColumn column;
    const char *id;
    int width;
    int least;
    bool shownByDefault;
    std::optional<SortColumn> sort;
};
const KeyColumnSpec &columnSpec(int column);
QString columnTitle(int column);

enum class ColumnSet { Default, SecurityReview, Usage };
bool inColumnSet(ColumnSet set, KeyColumn column);

} // namespace latchkey::ui
