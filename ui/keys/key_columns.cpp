#include "ui/keys/key_columns.h"

#include <QCoreApplication>

namespace latchkey::ui {

namespace {

/// The least width of the API key has room for six characters that tell it from others: "lk_…rPjM3j••••".
constexpr std::array<KeyColumnSpec, KeyColumnCount> specs{{
    {KeyColumn::Name, "name", 220, 180, true, SortColumn::Name},
    {KeyColumn::Token, "token", 236, 170, true, std::nullopt},
    {KeyColumn::Environment, "environment", 124, 122, true, SortColumn::Environment},
    {KeyColumn::Permissions, "permissions", 200, 124, true, SortColumn::Permissions},
    {KeyColumn::Created, "created", 124, 100, true, SortColumn::Created},
    {KeyColumn::LastUsed, "lastUsed", 112, 108, true, SortColumn::LastUsed},
    {KeyColumn::Status, "status", 112, 104, true, SortColumn::Status},
    {KeyColumn::Actions, "actions", 84, 84, true, std::nullopt},
    {KeyColumn::Expires, "expires", 124, 120, false, SortColumn::Expires},
    {KeyColumn::Alerts, "alerts", 210, 160, false, SortColumn::Alerts},
    {KeyColumn::RateLimit, "rateLimit", 140, 90, false, SortColumn::RateLimit},
    {KeyColumn::Usage, "usage7d", 150, 120, false, std::nullopt},
    {KeyColumn::Type, "type", 90, 70, false, SortColumn::Type},
    {KeyColumn::Customers, "customers", 140, 90, false, SortColumn::Customers},
    {KeyColumn::Owner, "owner", 130, 80, false, SortColumn::Owner},
    {KeyColumn::Tags, "tags", 140, 80, false, SortColumn::Tags},
    {KeyColumn::StoredIn, "storedIn", 140, 80, false, SortColumn::StoredIn},
    {KeyColumn::KeyIdText, "id", 130, 110, false, SortColumn::Id},
    {KeyColumn::Connection, "connection", 150, 100, false, SortColumn::Connection},
}};

} // namespace

const KeyColumnSpec &columnSpec(int column) {
    return specs[static_cast<size_t>(column)];
}

QString columnTitle(int column) {
    switch (static_cast<KeyColumn>(column)) {
    case KeyColumn::Name:
        return QCoreApplication::translate("columns", "Name");
    case KeyColumn::Token:
        return QCoreApplication::translate("columns", "API Key");
    case KeyColumn::Environment:
        return QCoreApplication::translate("columns", "Environment");
    case KeyColumn::Permissions:
        return QCoreApplication::translate("columns", "Permissions");
    case KeyColumn::Created:
        return QCoreApplication::translate("columns", "Created");
    case KeyColumn::LastUsed:
        return QCoreApplication::translate("columns", "Last Used");
    case KeyColumn::Status:
        return QCoreApplication::translate("columns", "Status");
    case KeyColumn::Actions:
        return QCoreApplication::translate("columns", "Actions");
    case KeyColumn::Expires:
        return QCoreApplication::translate("columns", "Expires");
    case KeyColumn::Alerts:
        return QCoreApplication::translate("columns", "Alerts");
    case KeyColumn::Usage:
        return QCoreApplication::translate("columns", "Usage 7 d", "requests of the last 7 days");
    case KeyColumn::RateLimit:
        return QCoreApplication::translate("columns", "Rate limit");
    case KeyColumn::Type:
        return QCoreApplication::translate("columns", "Type");
    case KeyColumn::Customers:
        return QCoreApplication::translate("columns", "Customers");
    case KeyColumn::Owner:
        return QCoreApplication::translate("columns", "Owner");
    case KeyColumn::Tags:
        return QCoreApplication::translate("columns", "Tags");
    case KeyColumn::StoredIn:
        return QCoreApplication::translate("columns", "Stored in");
    case KeyColumn::KeyIdText:
        return QCoreApplication::translate("columns", "Key ID");
    case KeyColumn::Connection:
        return QCoreApplication::translate("columns", "Connection");
    }
    return {};
}

bool inColumnSet(ColumnSet set, KeyColumn column) {
    if (set == ColumnSet::Default)
        return columnSpec(static_cast<int>(column)).shownByDefault;
    switch (column) {
    case KeyColumn::Name:
    case KeyColumn::Environment:
    case KeyColumn::LastUsed:
    case KeyColumn::RateLimit:
    case KeyColumn::Alerts:
    case KeyColumn::Status:
    case KeyColumn::Actions:
        return true;
    case KeyColumn::Permissions: // what decides how far a leaked key reaches
    case KeyColumn::Expires:
    case KeyColumn::Owner:
        return set == ColumnSet::SecurityReview;
    case KeyColumn::Usage:
        return set == ColumnSet::Usage;
    default:
        return false;
    }
}

} // namespace latchkey::ui
