#include "core/storage/audit_log.h"
#include "core/storage/inserted_rows.h"
#include "core/storage/key_table.h"
#include "core/storage/sql.h"

#include <QSet>

namespace latchkey::key_table {

namespace {

/// What one transaction writes with: every statement is prepared once.
struct Batch {
    explicit Batch(QSqlDatabase &db)
        : statements(db)
        , audit(statements)
        , made(statements, QStringLiteral("keys"), key_row::bind({}).names) {}
    sql::Statements statements;
    audit_log::Appender audit;
    sql::InsertedRows made;
    QSet<KeyId> taken; ///< of the ids of new keys
    RowsById rows;     ///< read ahead, each until it is changed; they may be older than this transaction

    Outcome flush() {
        auto done = audit.flush();
        return done ? made.flush() : done;
    }
};

/// Writes columns of `row`; with `asItWasRead` only where nobody has changed it since. Whether it wrote.
Result<bool> update(Batch &batch, const QStringList &columns, QVariantList values, const KeyRow &row,
                    bool asItWasRead) {
    QString statement = QStringLiteral("UPDATE keys SET ") + columns.join(QStringLiteral(" = ?,")) +
                        QStringLiteral(" = ? WHERE seq = ?");
    values.append(row.seq);
    if (asItWasRead) {
        statement += QStringLiteral(" AND change_seq = ?");
        values.append(row.changeSeq);
    }
    const auto rows = batch.statements.run(statement, values);
    return rows ? Result<bool>(*rows > 0) : fail(rows.error());
}

/// Ids are never used again, and a token's id part belongs to one key. One question for many.
Outcome readTaken(Batch &batch, const QList<NewKey> &keys) {
    constexpr qsizetype AtOnce = 256;
    for (qsizetype from = 0; from < keys.size(); from += AtOnce) {
        QVariantList ids;
        for (const NewKey &k : keys.mid(from, AtOnce))
            ids.append(k.id.toString());
        const QString marks = QStringList(ids.size(), QStringLiteral("?")).join(u',');
        for (const char *column : {"id", "credential_id", "old_credential_id"}) {
            const QString name = QLatin1StringView(column);
            const auto q = batch.statements.exec(
                QStringLiteral("SELECT %1 FROM keys WHERE %1 IN (%2)").arg(name, marks), ids);
            if (!q)
                return fail(q.error());
            while ((*q)->next())
                batch.taken.insert(KeyId::fromString((*q)->value(0).toString()).value_or(KeyId()));
            (*q)->finish();
        }
    }
    return ok();
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

/// Whether `c` may be done to this key.
Outcome mayChange(const ApiKey &key, const KeyChange &c) {
    if (key.state == KeyState::Purged)
        return fail(ErrorCode::NotFound);
    if (key.version != c.expectedVersion)
        return fail(ErrorCode::Conflict,
                    {{QStringLiteral("changedBy"), key.changedBy}, {QStringLiteral("version"), key.version}});
    if (c.oldUntil && !key.old)
        return fail(ErrorCode::WrongState, {{QStringLiteral("status"), QStringLiteral("notRotating")}});
    if (key.damaged && !allowedWhenDamaged(c))
        return fail(ErrorCode::Damaged, {{QStringLiteral("id"), c.id.toString()}});
    return ok();
}

/// Only another state is asked for, and the key has it: there is nothing to write.
bool isSo(const ApiKey &key, const KeyChange &c) {
    return c.state && *c.state == key.state && !c.config && !c.rotation && !c.oldUntil && !c.leaked;
}

/// Refused before anything is written, so that the others of a transaction may go on.
bool isRefusal(const Error &e) {
    return e.code == ErrorCode::Conflict || e.code == ErrorCode::NotFound ||
           e.code == ErrorCode::WrongState ||
           (e.code == ErrorCode::Damaged && e.params.contains(QStringLiteral("id"))); // the row, not the file
}

/// The row and its audit row, inside a transaction.
Result<ApiKey> insertKey(Batch &batch, const NewKey &key) {
    if (batch.taken.contains(key.id))
        return fail(ErrorCode::Conflict);
    batch.taken.insert(key.id);
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
    const auto seq = batch.audit.append(event);
    if (!seq)
        return fail(seq.error());
    row.changeSeq = *seq;
    if (auto done = batch.made.add(key_row::bind(row).values); !done)
        return fail(done.error());
    return k;
}

AuditEvent eventOf(const KeyChange &c, const ApiKey &before, const ApiKey &after) {
    AuditEvent event;
    event.at = c.at;
    event.actor = c.actor.name;
    event.action = c.action;
    event.key = c.id;
    event.keyName = after.config.name;
    if (before.damaged) {
        event.before = {{QStringLiteral("damaged"), true}};
        event.after = {{QStringLiteral("state"), toWord(after.state)}};
    } else {
        audit_log::describeChange(before, after, &event.before, &event.after);
    }
    return event;
}

/// Writes `row`, which was `before`; false: that is not how the row is any more, and nothing was written.
Result<bool> writeRow(Batch &batch, const KeyRow &before, const KeyRow &row, const KeyChange &c,
                      bool asItWasRead) {
    if (before.key.damaged && row.key.state != KeyState::Purged) {
        // Its checksum must go on failing: a rewritten row would make untrusted fields look trusted.
        return update(
            batch,
            {QStringLiteral("state"), QStringLiteral("deleted_at"), QStringLiteral("version"),
             QStringLiteral("change_seq"), QStringLiteral("checksum")},
            {static_cast<int>(row.key.state),
             row.key.deletedAt ? QVariant(row.key.deletedAt->ms()) : QVariant(QMetaType(QMetaType::LongLong)),
             row.key.version, row.changeSeq, QByteArray(1, '\0')},
            before, asItWasRead);
    }
    const bool stateOnly = !c.config && !c.rotation && row.key.state != KeyState::Purged;
    const auto b =
        key_row::bindChanged(row, stateOnly ? key_row::Touched::StateOnly : key_row::Touched::Anything);
    return update(batch, b.names, b.values, before, asItWasRead);
}

/// The changed row and its audit row, inside a transaction. Refusals (Conflict, NotFound, Damaged) write
/// nothing, nor does what isSo(). No key: the row is not, or may not be, as it was read, and nothing was
/// written.
Result<std::optional<ApiKey>> changeRow(Batch &batch, const KeyRow &before, const KeyChange &c,
                                        bool asItWasRead) {
    if (auto may = mayChange(before.key, c); !may)
        return fail(may.error());
    if (isSo(before.key, c))
        return asItWasRead ? std::nullopt : std::optional(before.key);
    KeyRow row = before;
    apply(c, row);
    AuditEvent event = eventOf(c, before.key, row.key);
    const auto seq = batch.audit.next();
    if (!seq)
        return fail(seq.error());
    row.changeSeq = *seq;
    const auto written = writeRow(batch, before, row, c, asItWasRead);
    if (!written)
        return fail(written.error());
    if (!*written)
        return std::nullopt;
    if (const auto told = batch.audit.append(event); !told)
        return fail(told.error());
    if (c.rotation) { // what was seen of a still older token says nothing about this one
        if (auto done =
                batch.statements.run(QStringLiteral("DELETE FROM old_used WHERE key_seq = ?"), {row.seq});
            !done)
            return fail(done.error());
    }
    if (row.key.state == KeyState::Purged)
        row.key.damaged = false;
    return std::move(row.key);
}

Result<ApiKey> changeKey(Batch &batch, const KeyChange &c) {
    // What was read ahead is good for a change that finds the row so; whatever else it seems to say is
    // looked up.
    if (const auto ahead = batch.rows.take(c.id); ahead && !ahead->key.damaged) {
        auto done = changeRow(batch, *ahead, c, true);
        if (done ? done->has_value() : !isRefusal(done.error()))
            return done ? Result<ApiKey>(*std::move(*done)) : fail(done.error());
    }
    const auto row = byId(batch.statements.database(), c.id);
    if (!row)
        return fail(row.error());
    auto done = changeRow(batch, *row, c, false);
    if (!done)
        return fail(done.error());
    return *done ? Result<ApiKey>(*std::move(*done)) : fail(ErrorCode::NotFound);
}

/// One transaction for all; without any that was accepted there is nothing to commit.
template<typename T, typename P, typename F>
Result<QList<Result<ApiKey>>> together(QSqlDatabase &db, const QList<T> &asked, P prepare, F one) {
    sql::WriteTransaction tx(db);
    if (!tx.begun())
        return fail(tx.begun().error());
    Batch batch(db);
    if (auto done = prepare(batch); !done)
        return fail(done.error());
    QList<Result<ApiKey>> results;
    results.reserve(asked.size());
    bool any = false;
    for (const T &a : asked) {
        auto result = one(batch, a);
        if (!result && !isRefusal(result.error()))
            return fail(result.error());
        any = any || result;
        results.append(std::move(result));
    }
    if (auto done = batch.flush(); !done)
        return fail(done.error());
    if (auto done = any ? tx.commit() : ok(); !done)
        return fail(done.error());
    return results;
}

} // namespace

Result<ApiKey> create(QSqlDatabase &db, const NewKey &key) {
    auto made = createMany(db, {key});
    return made ? made->first() : Result<ApiKey>(fail(made.error()));
}

Result<ApiKey> change(QSqlDatabase &db, const KeyChange &c) {
    auto changed = changeMany(db, {c});
    return changed ? changed->first() : Result<ApiKey>(fail(changed.error()));
}

Result<QList<Result<ApiKey>>> createMany(QSqlDatabase &db, const QList<NewKey> &keys) {
    return together(
        db, keys, [&](Batch &batch) { return readTaken(batch, keys); }, insertKey);
}

Result<QList<Result<ApiKey>>> changeMany(QSqlDatabase &db, const QList<KeyChange> &changes,
                                         RecentRows *recent) {
    // One question for all rows: asking for each takes longer than changing it.
    const auto readAhead = [&](Batch &batch) -> Outcome {
        if (changes.size() < 2)
            return ok();
        QList<KeyId> ids;
        ids.reserve(changes.size());
        for (const KeyChange &c : changes)
            ids.append(c.id);
        if (recent)
            batch.rows = recent->take(ids);
        QList<KeyId> others;
        for (const KeyId &id : ids) {
            if (!batch.rows.contains(id))
                others.append(id);
        }
        auto rows = rowsOf(db, others);
        if (!rows)
            return fail(rows.error());
        batch.rows.insert(*rows);
        return ok();
    };
    return together(db, changes, readAhead, changeKey);
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

} // namespace latchkey::key_table
