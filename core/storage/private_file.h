#pragma once

#include "core/model/error.h"

#include <QString>

namespace latchkey {

/// Files that only their owner may read. One header, one file per system.

/// The folder and its missing parents, 0700 where they are made here.
Outcome makePrivateFolder(const QString &folder);
/// A new, empty file with mode 0600 from its first moment. Fails if there is one.
Outcome createPrivateFile(const QString &path);
/// By the permission bits, so that root too respects a file that was made read-only.
bool isWritableByMode(const QString &path);
/// Takes the rights of group and others away, if there are any.
void makePrivate(const QString &path);
/// Reserves `bytes` on the disk for real (not a hole); false if there is no room.
bool reserveFile(const QString &path, qint64 bytes);
/// What was written to this open file is on the disk.
bool syncFile(int handle);
/// The same for the entry of a file that was just made.
bool syncFolderOf(const QString &path);
/// A full disk or a size limit must come back as an error of write(), not end the process.
void ignoreFileSizeSignal();

} // namespace latchkey
