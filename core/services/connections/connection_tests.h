#pragma once

#include "core/remote/rest_vault.h"

#include <QFuture>

/// The parts of testConnection().
namespace latchkey {

/// Reach, permissions, version. Opens the file as a reader does.
QFuture<Result<QList<ConnectionStep>>> testLocal(const QString &file);

/// All five, over one connection of its own.
QFuture<Result<QList<ConnectionStep>>> testPostgres(const QString &uri);

} // namespace latchkey
