#pragma once

#include "core/backend/vault_backend.h"

#include <QSqlDatabase>

/// Reading and changing rows of `customers`. Called on a database thread with its connection.
namespace latchkey::customer_table {

Result<QList<Customer>> all(QSqlDatabase &db);
Result<QList<Customer>> named(QSqlDatabase &db, const QStringList &ids);
/// Writes the row and its audit row in one transaction, or nothing.
Result<Customer> change(QSqlDatabase &db, const CustomerChange &change);

} // namespace latchkey::customer_table
