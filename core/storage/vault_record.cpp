#include "core/storage/vault_record.h"

#include "core/storage/audit_log.h"
#include "core/token/token.h"
#include "core/wire/rules_json.h"

#include <QCryptographicHash>
#include <QUuid>

namespace latchkey::vault_record {

namespace {

Result<QMap<QString, QString>> fields(QSqlDatabase &db) {
    auto q = sql::exec(db, QStringLiteral("SELECT field, value FROM vault"));
    if (!q)
        return fail(q.error());
    QMap<QString, QString> all;
    while (q->next())
        all.insert(q->value(0).toString(), q->value(1).toString());
    return all;
}

QString checksumOf(const QMap<QString, QString> &all) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView("latchkey-vault-v1"));
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (it.key() == QStringLiteral("checksum"))
            continue;
        for (const QString &part : {it.key(), it.value()}) {
            const QByteArray bytes = part.toUtf8();
            hash.addData(QByteArray::number(bytes.size()) + ':' + bytes);
        }
    }
    return QString::fromLatin1(hash.result().toHex());
}

Outcome put(QSqlDatabase &db, const QString &field, const QString &value) {
    const auto q = sql::exec(db,
                             QStringLiteral("INSERT INTO vault (field, value) VALUES (?, ?) "
                                            "ON CONFLICT (field) DO UPDATE SET value = excluded.value"),
                             {field, value.isNull() ? QString::fromLatin1("") : value});
    return q ? ok() : Outcome(fail(q.error()));
}

/// None were written yet: nobody passes a gateway by them.
Result<GatewayRules> rulesOf(const QMap<QString, QString> &all) {
    GatewayRules rules;
    const QString json = all.value(QStringLiteral("rules"));
    if (json.isEmpty())
        return rules;
    const auto list = parseStrictJson(json.toUtf8());
    if (!list)
        return fail(list.error());
    QList<FieldError> faults;
    rules.rules = wire::rulesFrom(*list, QStringLiteral("rules"), faults);
    if (!faults.isEmpty())
        return fail(Error(faults));
    rules.version = all.value(QStringLiteral("rules_version")).toLongLong();
    rules.changedBy = all.value(QStringLiteral("rules_changed_by"));
    return rules;
}

} // namespace

Outcome found(QSqlDatabase &db, const NewVault &vault, Instant now) {
    const auto existing = fields(db);
    if (!existing)
        return fail(existing.error());
    if (!existing->isEmpty())
        return ok();
    const QByteArray catalogue = vault.catalogueJson.isEmpty() ? defaultCatalogueJson() : vault.catalogueJson;
    if (const auto good = Catalogue::fromJson(catalogue); !good)
        return fail(good.error());
    if (!token::isPrefix(vault.prefix))
        return fail(Error(QList<FieldError>{{QStringLiteral("prefix"), QStringLiteral("badPrefix"), {}}}));
    sql::WriteTransaction tx(db);
    if (!tx.begun())
        return tx.begun();
    const auto raced = fields(db);
    if (!raced)
        return fail(raced.error());
    if (!raced->isEmpty())
        return ok(); // another process was first
    const QString id = QUuid::createUuid().toString(QUuid::Id128).left(16);
    const QMap<QString, QString> all{{QStringLiteral("id"), id},
                                     {QStringLiteral("name"), vault.name},
                                     {QStringLiteral("prefix"), vault.prefix},
                                     {QStringLiteral("retention_days"), QStringLiteral("30")},
                                     {QStringLiteral("catalogue"), QString::fromUtf8(catalogue)}};
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (auto done = put(db, it.key(), it.value()); !done)
            return done;
    }
    if (auto done = put(db, QStringLiteral("checksum"), checksumOf(all)); !done)
        return done;
    AuditEvent event;
    event.at = now;
    event.actor = vault.actor;
    event.action = QStringLiteral("vault.create");
    event.after = {{QStringLiteral("name"), vault.name}};
    if (const auto done = audit_log::append(db, event); !done)
        return fail(done.error());
    return tx.commit();
}

Outcome setFields(QSqlDatabase &db, const QMap<QString, QString> &values) {
    auto all = fields(db);
    if (!all)
        return fail(all.error());
    for (auto it = values.begin(); it != values.end(); ++it) {
        all->insert(it.key(), it.value());
        if (auto done = put(db, it.key(), it.value()); !done)
            return done;
    }
    return put(db, QStringLiteral("checksum"), checksumOf(*all));
}

Result<Identity> commit(QSqlDatabase &db, sql::WriteTransaction &tx, AuditEvent event,
                        const QMap<QString, QString> &values, const QString &path) {
    if (const auto seq = audit_log::append(db, event); !seq)
        return fail(seq.error());
    if (const auto done = setFields(db, values); !done)
        return fail(done.error());
    auto after = identify(db, path, false);
    if (!after)
        return after;
    if (auto committed = tx.commit(); !committed)
        return fail(committed.error());
    return after;
}

Result<Stamp> stampOf(QSqlDatabase &db) {
    auto q =
        sql::exec(db, QStringLiteral("SELECT field, value FROM vault WHERE field IN ('catalogue_version', "
                                     "'customers_seq', 'rules_version', 'retention_days')"));
    if (!q)
        return fail(q.error());
    Stamp stamp;
    while (q->next()) {
        const QString field = q->value(0).toString();
        const qint64 value = q->value(1).toLongLong();
        if (field == QStringLiteral("catalogue_version"))
            stamp.catalogueVersion = value;
        else if (field == QStringLiteral("customers_seq"))
            stamp.customersSeq = value;
        else if (field == QStringLiteral("rules_version"))
            stamp.rulesVersion = value;
        else
            stamp.deletedRetentionDays = static_cast<int>(value);
    }
    return stamp;
}

Result<Identity> identify(QSqlDatabase &db, const QString &path, bool readOnly) {
    const auto all = fields(db);
    if (!all)
        return fail(all.error());
    if (all->value(QStringLiteral("checksum")) != checksumOf(*all))
        return fail(ErrorCode::Damaged, {{QStringLiteral("path"), path}});
    Identity identity;
    VaultInfo &v = identity.info;
    v.id = all->value(QStringLiteral("id"));
    v.name = all->value(QStringLiteral("name"));
    v.location = path;
    v.prefix = all->value(QStringLiteral("prefix"));
    v.readOnly = readOnly;
    v.deletedRetentionDays = all->value(QStringLiteral("retention_days")).toInt();
    auto catalogue = Catalogue::fromJson(all->value(QStringLiteral("catalogue")).toUtf8());
    if (!catalogue)
        return fail(ErrorCode::Damaged, {{QStringLiteral("path"), path}});
    identity.catalogue = std::move(*catalogue);
    identity.catalogueVersion =
        all->value(QStringLiteral("catalogue_version"), QStringLiteral("1")).toLongLong();
    identity.catalogueChangedBy = all->value(QStringLiteral("catalogue_changed_by"));
    identity.customersSeq = all->value(QStringLiteral("customers_seq")).toLongLong();
    auto rules = rulesOf(*all);
    if (!rules)
        return fail(ErrorCode::Damaged, {{QStringLiteral("path"), path}});
    identity.rules = *std::move(rules);
    return identity;
}

} // namespace latchkey::vault_record
