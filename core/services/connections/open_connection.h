#pragma once

#include "core/services/connections/connection.h"

namespace latchkey {

/// A vault that is open, and who one is in it.
struct OpenedConnection {
    std::shared_ptr<VaultBackend> backend;
    Principal principal;      ///< the safe mode is in it already
    std::optional<Role> role; ///< at a server
};

/// What only a vault that is made now needs.
struct NewVaultWish {
    bool create = false;
    QString name;
    QByteArray catalogueJson;
};

/// Opens a vault of any kind off the calling thread; `secret` is the password or the token, null for none.
/// InvalidInput with faults(), else what the kind's own opening says. `person` is who acts where no server
/// says so.
QFuture<Result<OpenedConnection>> openConnection(const Connection &connection, const SharedSecret &secret,
                                                 const QString &person, const NewVaultWish &wish,
                                                 const Clock &clock);

/// What "Test connection" finds, in this order: reach, TLS (not for a file), sign in, permissions, version;
/// the first that fails is the last. Changes nothing anywhere: makes no tables, no file. Facts besides
/// those of ConnectionStep: "schema", "readOnly", "noTables".
QFuture<Result<QList<ConnectionStep>>> testConnection(const Connection &connection,
                                                      const SharedSecret &secret);

} // namespace latchkey
