#pragma once

#include "core/model/error.h"

#include <QString>

namespace latchkey {

/// Where a PostgreSQL vault lives, from `postgresql://user:password@host:port/database?name=value`
/// (PostgreSQL's documentation, 34.1.1.2). `postgres://` too; a host that begins with "/" (percent-encoded,
/// or as `host=`) is the folder of a Unix socket.
struct PostgresAddress {
    QString host; ///< empty: the default socket
    int port = 5432;
    QString database, user;
    QString password;                                     ///< never leaves this struct but to the driver
    QString sslMode;                                      ///< disable, require, verify-ca, verify-full
    QString rootCertificate, certificate, certificateKey; ///< files
    QString passwordFile;                                 ///< in the format of ~/.pgpass
    QString schema;                                       ///< empty: the one that the server chooses
    int connectSeconds = 5;

    /// What may be shown and logged: everything but the password.
    [[nodiscard]] QString shown() const;
    /// The name is a socket's folder or this machine's own loopback address.
    [[nodiscard]] bool isLocal() const;
    /// For QSqlDatabase::setConnectOptions().
    [[nodiscard]] QString connectOptions() const;
};

/// InvalidInput with one field per fault: "scheme", "host", "port", "database", "user", or a parameter's
/// name; codes "malformed", "unknown" (parameter), "twice", "empty", "outOfRange", "unsafe" (sslmode allow
/// and prefer: they may silently go without TLS), "unreadable" (file). Without sslmode, another machine must
/// show a certificate that is verified whole, and this one needs none.
Result<PostgresAddress> parsePostgresAddress(const QString &uri);

} // namespace latchkey
