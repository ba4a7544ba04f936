#pragma once

#include "core/model/error.h"

#include <QSqlDatabase>

/// A vault's file: checking, opening and migrating it.
namespace latchkey::vault_file {

inline constexpr int SchemaVersion = 4;
inline constexpr int ApplicationId = 0x4c4b4559; // "LKEY"

/// What stands at `path`, before SQLite touches it. Nothing is changed.
struct Look {
    bool exists = false;
    bool empty = false; ///< a file of no bytes: what an interrupted creation leaves
    bool writable = true;
    bool folderWritable = true;
};
Result<Look> look(const QString &path);
/// The same for a file that this process has open already: reads nothing of it. To open a file once more and
/// close it gives up every lock that SQLite holds on it for this process (sqlite.org/howtocorrupt.html, 2.2);
/// another process that ends then removes the log of writes from under this one.
Result<Look> glance(const QString &path);

/// A connection on the calling thread, with every PRAGMA of docs/storage.md.
Outcome openConnection(const QString &connectionName, const QString &path, const Look &look,
                       int busyTimeoutMs, bool reader);
/// Creates the schema or brings it up to date, each step in a transaction, with a backup beside the file
/// before it.
Outcome migrate(QSqlDatabase &db, const QString &path, bool fresh, bool readOnly);

} // namespace latchkey::vault_file
