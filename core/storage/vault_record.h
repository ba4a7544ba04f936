#pragma once

#include "core/backend/vault_backend.h"
#include "core/model/gateway_rule.h"
#include "core/storage/sql.h"

#include <QMap>
#include <QSqlDatabase>

/// A vault's own record: its name, catalogue and settings, with a checksum over them.
namespace latchkey::vault_record {

struct NewVault {
    QString name, prefix;
    QString actor;            ///< who makes it, for the audit log
    QByteArray catalogueJson; ///< empty: the default one
};
/// Writes what a new vault starts with; nothing where there is one already.
Outcome found(QSqlDatabase &db, const NewVault &vault, Instant now);

struct Identity {
    VaultInfo info;
    Catalogue catalogue;
    qint64 catalogueVersion = 1;
    QString catalogueChangedBy;
    qint64 customersSeq = 0; ///< the audit row of the last change of a customer
    GatewayRules rules;
};
/// Reads the vault's own record; Damaged if its checksum fails.
Result<Identity> identify(QSqlDatabase &db, const QString &path, bool readOnly);
/// Changes fields of it and its checksum; inside the caller's transaction.
Outcome setFields(QSqlDatabase &db, const QMap<QString, QString> &values);
/// Changes them, writes the audit row and ends the caller's transaction. Gives the record as it then is.
Result<Identity> commit(QSqlDatabase &db, sql::WriteTransaction &tx, AuditEvent event,
                        const QMap<QString, QString> &values, const QString &path);
/// What another process may have changed in it, to compare with what is known; costs little.
struct Stamp {
    qint64 catalogueVersion = 1, customersSeq = 0, rulesVersion = 1;
    int deletedRetentionDays = 30;
    bool operator==(const Stamp &) const = default;
};
Result<Stamp> stampOf(QSqlDatabase &db);

} // namespace latchkey::vault_record
