#pragma once

#include "core/model/error.h"

#include <QString>

namespace latchkey {

/// Whether this process has this SQLite database open, or the one that this -wal or -shm file belongs to.
/// Such a file must not be opened in any other way: closing any descriptor of a file ends all locks that the
/// process has on it (fcntl(2)), SQLite's too, and the next program that closes the database takes itself for
/// its last user and removes the write-ahead log that this one goes on writing to. On Windows locks are not
/// lost so.
bool isOpenDatabase(const QString &path);

/// The descriptor by which this process has it open; -1: it has not. On Windows always -1.
int openDescriptor(const QString &path);

/// Whether a file that a person has named may be opened, or replaced: CannotOpen with the reason `openVault`.
Outcome mayOpenFile(const QString &path);

} // namespace latchkey
