#include "core/storage/audit_log.h"
#include "core/storage/key_table.h"
#include "core/storage/sql.h"

namespace latchkey::key_table {

namespace {

Outcome insertRow(QSqlDatabase &db, const KeyRow &row) {
    const auto b = key_row::bind(row);
    const QString marks = QStringList(b.values.size(), QStringLiteral("?")).join(u',');
    const auto q = sql::exec(db,
                             QStringLiteral("INSERT INTO keys (") + b.names.join(u',') +
                                 QStringLiteral(") VALUES (") + marks + u')',
                             b.values);
    return q ? ok() : Outcome(fail(q.error()));
}

Outcome updateRow(QSqlDatabase &db, const KeyRow &row) {
    auto b = key_row::bind(row);
    QStringList sets;
    for (const QString &n : b.names)
        sets.append(n + QStringLiteral(" = ?"));
    b.values.append(row.seq);
    const auto q =
        sql::exec(db, QStringLiteral("UPDATE keys SET ") + sets.join(u',') + QStringLiteral(" WHERE seq = ?"),
                  b.values);
    return q ? ok() : Outcome(fail(q.error()));
}

/// What a damaged row still may become: less. Its other fields cannot be trusted, so nothing else is taken
/// from them.
bool allowedWhenDamaged(const KeyChange &c) {
    return !c.config && !c.rotation && !c.oldUntil && c.state &&
           (*c.state == KeyState::Inactive || *c.state == KeyState::Deleted || *c.state == KeyState::Purged);
}

void apply(const KeyChange &c, KeyRow &row) {
    ApiKey &k = row.key;
    if (c.config) {
        const Environment env = k.config.environment;
        const KeyType type = k.config.type;
        k.config = *c.config;
        k.config.environment = env; // fixed after creation
        k.config.type = type;
    }
    if (c.state && *c.state != k.state) {
        if (*c.state == KeyState::Revoked && k.state != KeyState::Deleted)
            k.stateBeforeDelete = k.state;
        if (*c.state == KeyState::Deleted) {
            k.stateBeforeDelete = k.state;
            k.deletedAt = c.at;
        } else if (*c.state != KeyState::Purged) {
            k.deletedAt.reset();
        }
        k.state = *c.state;
        k.stateReason = c.reason;
    }
    if (c.leaked)
        k.leaked = *c.leaked;
    if (c.rotation) {
        k.old = OldCredential{k.credentialId, c.rotation->oldUntil, {}, {}};
        row.oldVerifier = row.verifier;
        k.credentialId = c.rotation->credentialId;
        row.verifier = c.rotation->verifier;
        k.rotatedAt = c.at;
    }
    if (c.oldUntil && k.old)
        k.old->until = *c.oldUntil;
    if (k.state == KeyState::Purged) {
        row.verifier.clear();
        row.oldVerifier.clear();
        k.old.reset();
        const QString name = k.config.name;
        const Environment env = k.config.environment;
        k.config = KeyConfig();
        k.config.name = name; // the audit log and request history name the key as deleted
        k.config.environment = env;
    }
    k.version += 1;
    k.changedAt = c.at;
    k.changedBy = c.actor.name;
}

Result<KeyRow> rowToChange(QSqlDatabase &db, const KeyChange &c) {
    auto row = byId(db, c.id);
    if (!row)
        return row;
    if (row->key.state == KeyState::Purged)
        return fail(ErrorCode::NotFound);
    if (row->key.version != c.expectedVersion)
        return fail(ErrorCode::Conflict, {{QStringLiteral("changedBy"), row->key.changedBy},
                                          {QStringLiteral("version"), row->key.version}});
    if (c.oldUntil && !row->key.old)
        return fail(ErrorCode::WrongState, {{QStringLiteral("status"), QStringLiteral("notRotating")}});
    if (row->key.damaged && !allowedWhenDamaged(c))
        return fail(ErrorCode::Damaged, {{QStringLiteral("id"), c.id.toString()}});
    return row;
}

/// Refused before anything is written, so that the others of a transaction may go on.
bool isRefusal(const Error &e) {
    return e.code == ErrorCode::Conflict || e.code == ErrorCode::NotFound ||
           e.code == ErrorCode::WrongState ||
           (e.code == ErrorCode::Damaged && e.params.contains(QStringLiteral("id"))); // the row, not the file
}

/// The row and its audit row, inside a transaction.
Result<ApiKey> insertKey(QSqlDatabase &db, const NewKey &key) {
    KeyRow row;
    ApiKey &k = row.key;
    k.id = k.credentialId = key.id;
    k.config = key.config;
    k.createdAt = k.changedAt = key.at;
    k.createdBy = k.changedBy = key.actor.name;
    row.verifier = key.verifier;
    AuditEvent event;
    event.at = key.at;
    event.actor = key.actor.name;
    event.action = QStringLiteral("key.create");
    event.key = key.id;
    event.keyName = key.config.name;
    event.after = audit_log::describeKey(k);
    const auto seq = audit_log::append(db, event);
    if (!seq)
        return fail(seq.error());
    row.changeSeq = *seq;
    if (auto done = insertRow(db, row); !done)
        return fail(done.error());
    return k;
}

/// The changed row and its audit row, inside a transaction. Refusals (Conflict, NotFound, Damaged) write
/// nothing.
Result<ApiKey> changeKey(QSqlDatabase &db, const KeyChange &c) {
    auto row = rowToChange(db, c);
    if (!row)
        return fail(row.error());
    const ApiKey before = row->key;
    apply(c, *row);
    if (c.rotation) { // what was seen of a still older token says nothing about this one
        const auto q = sql::exec(db, QStringLiteral("DELETE FROM old_used WHERE key_seq = ?"), {row->seq});
        if (!q)
            return fail(q.error());
    }
    AuditEvent event;
    event.at = c.at;
    event.actor = c.actor.name;
    event.action = c.action;
    event.key = c.id;
    event.keyName = row->key.config.name;
    if (before.damaged) {
        event.before = {{QStringLiteral("damaged"), true}};
        event.after = {{QStringLiteral("state"), toWord(row->key.state)}};
    } else {
        audit_log::describeChange(before, row->key, &event.before, &event.after);
    }
    const auto seq = audit_log::append(db, event);
    if (!seq)
        return fail(seq.error());
    row->changeSeq = *seq;
    if (before.damaged && row->key.state != KeyState::Purged) {
        // Its checksum must go on failing: a rewritten row would make untrusted fields look trusted.
        const auto q = sql::exec(db,
                                 QStringLiteral("UPDATE keys SET state = ?, deleted_at = ?, version = ?, "
                                                "change_seq = ?, checksum = x'00' WHERE seq = ?"),
                                 {static_cast<int>(row->key.state),
                                  row->key.deletedAt ? QVariant(row->key.deletedAt->ms())
                                                     : QVariant(QMetaType(QMetaType::LongLong)),
                                  row->key.version, row->changeSeq, row->seq});
        if (!q)
            return fail(q.error());
    } else if (auto done = updateRow(db, *row); !done) {
        return fail(done.error());
    }
    if (row->key.state == KeyState::Purged)
        row->key.damaged = false;
    return row->key;
}

} // namespace

Result<ApiKey> create(QSqlDatabase &db, const NewKey &key) {
    sql::WriteTransaction tx(db);
    if (!tx.begun())
        return fail(tx.begun().error());
    auto made = insertKey(db, key);
    if (!made)
        return made;
    if (auto done = tx.commit(); !done)
        return fail(done.error());
    return made;
}

Outcome createMany(QSqlDatabase &db, const QList<NewKey> &keys) {
    sql::WriteTransaction tx(db);
    if (!tx.begun())
        return tx.begun();
    for (const NewKey &key : keys) {
        if (const auto made = insertKey(db, key); !made)
            return fail(made.error());
    }
    return tx.commit();
}

Result<ApiKey> change(QSqlDatabase &db, const KeyChange &c) {
    sql::WriteTransaction tx(db);
    if (!tx.begun())
        return fail(tx.begun().error());
    auto changed = changeKey(db, c);
    if (!changed)
        return changed;
    if (auto done = tx.commit(); !done)
        return fail(done.error());
    return changed;
}

Result<QList<Result<ApiKey>>> changeMany(QSqlDatabase &db, const QList<KeyChange> &changes) {
    sql::WriteTransaction tx(db);
    if (!tx.begun())
        return fail(tx.begun().error());
    QList<Result<ApiKey>> results;
    results.reserve(changes.size());
    for (const KeyChange &c : changes) {
        auto changed = changeKey(db, c);
        if (!changed && !isRefusal(changed.error()))
            return fail(changed.error());
        results.append(std::move(changed));
    }
    if (auto done = tx.commit(); !done)
        return fail(done.error());
    return results;
}

Outcome record(QSqlDatabase &db, const AuditEvent &event) {
    sql::WriteTransaction tx(db);
    if (!tx.begun())
        return tx.begun();
    AuditEvent copy = event;
    if (const auto seq = audit_log::append(db, copy); !seq)
        return fail(seq.error());
    return tx.commit();
}

Outcome stampLastUsed(QSqlDatabase &db, const QList<LastUse> &uses) {
    sql::WriteTransaction tx(db);
    if (!tx.begun())
        return tx.begun();
    for (const LastUse &u : uses) {
        if (u.oldToken) {
            const auto old = sql::exec(
                db,
                QStringLiteral(
                    "INSERT INTO old_used (key_seq, used_at, used_from) SELECT seq, ?, ? FROM keys WHERE "
                    "id = ? ON CONFLICT (key_seq) DO UPDATE SET used_at = excluded.used_at, used_from = "
                    "excluded.used_from WHERE excluded.used_at > old_used.used_at"),
                {u.at.ms(), u.from.isNull() ? QString::fromLatin1("") : u.from, u.id.toString()});
            if (!old)
                return fail(old.error());
        }
        const auto q = sql::exec(
            db,
            QStringLiteral(
                "INSERT INTO last_used (key_seq, used_at, used_from) SELECT seq, ?, ? FROM keys WHERE id = ? "
                "ON CONFLICT (key_seq) DO UPDATE SET used_at = excluded.used_at, used_from = "
                "excluded.used_from "
                "WHERE excluded.used_at > last_used.used_at"),
            {u.at.ms(), u.from.isNull() ? QString::fromLatin1("") : u.from, u.id.toString()});
        if (!q)
            return fail(q.error());
    }
    return tx.commit();
}

} // namespace latchkey::key_table
