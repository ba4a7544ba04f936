#pragma once

#include "core/backend/vault_backend.h"

#include <QSqlDatabase>

/// The first page of a vault whose index is still being loaded.
namespace latchkey::first_screen {

/// Without words, terms and smart filters, by creation or name: SQLite's own indexes answer at once.
bool answers(const KeyQuery &query);
Result<KeyListPtr> list(QSqlDatabase &db, const KeyQuery &query);

} // namespace latchkey::first_screen
