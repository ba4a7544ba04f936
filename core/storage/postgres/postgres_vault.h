#pragma once

#include "core/backend/vault_backend.h"
#include "core/storage/local_vault.h"
#include "core/storage/postgres/postgres_session.h"

namespace latchkey {

struct PostgresOptions {
    bool create = true; ///< make the tables when there are none
    QString name;       ///< of a new vault; default: the database's name
    QString prefix = QStringLiteral("lk");
    QString actor;            ///< who creates it, for the audit log
    QByteArray catalogueJson; ///< of a new vault
    /// False behind a pooler that passes no notifications on: changes are then seen by looking now and then.
    bool listen = true;
    PostgresSession::Times times = {};
    IndexLoad indexLoad = IndexLoad::AtOnce; ///< of the vault's keys
};

/// Opens a vault in a PostgreSQL database off the calling thread: `uri` as parsePostgresAddress() takes it,
/// an error of its own for each of its faults. Connects three times, twice more once requests are used and
/// once for verifiers. A lost connection is made again; troubled() and recovered() tell of it.
QFuture<Result<std::shared_ptr<VaultBackend>>>
openPostgresVault(const QString &uri, const PostgresOptions &options, const Clock &clock);

} // namespace latchkey
