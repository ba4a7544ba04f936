#pragma once

#include "core/backend/vault_backend.h"
#include "core/storage/local_vault.h"

#include <QMap>
#include <QSqlDatabase>

/// A vault's file: making, checking, opening and migrating it.
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

/// A connection on the calling thread, with every PRAGMA of docs/storage.md.
Outcome openConnection(const QString &connectionName, const QString &path, const Look &look,
                       int busyTimeoutMs, bool reader);
/// Creates the schema or brings it up to date, each step in a transaction, with a backup beside the file
/// before it.
Outcome migrate(QSqlDatabase &db, const QString &path, bool fresh, bool readOnly);
/// Writes what a new vault starts with.
Outcome found(QSqlDatabase &db, const OpenOptions &options, const QString &path, Instant now);

struct Identity {
    VaultInfo info;
    Catalogue catalogue;
    qint64 catalogueVersion = 1;
    QString catalogueChangedBy;
    qint64 customersSeq = 0; ///< the audit row of the last change of a customer
};
/// Reads the vault's own record; Damaged if its checksum fails.
Result<Identity> identify(QSqlDatabase &db, const QString &path, bool readOnly);
/// Changes fields of it and its checksum; inside the caller's transaction.
Outcome setFields(QSqlDatabase &db, const QMap<QString, QString> &values);
/// What another process may have changed in it, to compare with what is known; costs little.
struct Stamp {
    qint64 catalogueVersion = 1, customersSeq = 0;
    int deletedRetentionDays = 30;
    bool operator==(const Stamp &) const = default;
};
Result<Stamp> stampOf(QSqlDatabase &db);

} // namespace latchkey::vault_file
