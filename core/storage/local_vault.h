#pragma once

#include "core/backend/vault_backend.h"
#include "core/storage/vault_place.h"

#include <QString>
#include <memory>

namespace latchkey {

struct OpenOptions {
    bool create = true; ///< make the file (0600 in a 0700 folder) when there is none
    QString name;       ///< of a new vault; default: the file's base name
    QString prefix = QStringLiteral("lk");
    QString actor;            ///< who creates it, for the audit log
    QByteArray catalogueJson; ///< of a new vault
    int busyTimeoutMs = 5000;
    IndexLoad indexLoad = IndexLoad::AtOnce; ///< of the vault's keys
};

/// Opens a SQLite vault off the calling thread: migrations, a backup before them, all checks. On failure
/// nothing has changed on the disk. The backend lives on the calling thread; its writer and readers have
/// threads of their own.
QFuture<Result<std::shared_ptr<VaultBackend>>> openLocalVault(const QString &path, const OpenOptions &options,
                                                              const Clock &clock);

/// `<data folder>/latchkey/vault.latchkey`
QString defaultVaultPath();

} // namespace latchkey
