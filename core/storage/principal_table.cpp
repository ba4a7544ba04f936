#include "core/storage/principal_table.h"

#include "core/model/sha256.h"
#include "core/storage/audit_log.h"
#include "core/storage/sql.h"

#include <QJsonObject>

namespace latchkey::principal_table {

namespace {

const QString columnList =
    QStringLiteral("id, credential_id, verifier, name, role, holds_all, scopes, active, "
                   "version, created_at, created_by, changed_at, changed_by, "
                   "last_used_at, checksum");

/// Everything that decides what it may do, so that a flipped bit takes rights away and never gives any.
QByteArray checksumOf(const KnownPrincipal &p) {
    const PrincipalRecord &r = p.record;
    QByteArray all("latchkey-principal-v1");
    const QList<QByteArray> parts{r.id.view().toByteArray(),
                                  r.credentialId.view().toByteArray(),
                                  p.verifier,
                                  r.name.toUtf8(),
                                  toWord(r.role).toLatin1(),
                                  QByteArray::number(r.holdsAll ? 1 : 0),
                                  r.scopes.toString().toUtf8(),
                                  QByteArray::number(r.active ? 1 : 0),
                                  QByteArray::number(r.version)};
    for (const QByteArray &part : parts)
        all += QByteArray::number(part.size()) + ':' + part + ';';
    return sha256(all);
}

KnownPrincipal read(const QSqlQuery &q) {
    KnownPrincipal p;
    PrincipalRecord &r = p.record;
    r.id = KeyId::fromString(q.value(0).toString()).value_or(KeyId());
    r.credentialId = KeyId::fromString(q.value(1).toString()).value_or(KeyId());
    p.verifier = q.value(2).toByteArray();
    r.name = q.value(3).toString();
    const auto role = roleFromWord(q.value(4).toString());
    r.role = role.value_or(Role::Auditor);
    r.holdsAll = q.value(5).toInt() == 1;
    r.scopes = ScopeSet::parse(q.value(6).toString());
    r.active = q.value(7).toInt() == 1;
    r.version = q.value(8).toLongLong();
    r.createdAt = Instant(q.value(9).toLongLong());
    r.createdBy = q.value(10).toString();
    r.changedAt = Instant(q.value(11).toLongLong());
    r.changedBy = q.value(12).toString();
    if (!q.value(13).isNull())
        r.lastUsedAt = Instant(q.value(13).toLongLong());
    r.damaged = !role || checksumOf(p) != q.value(14).toByteArray();
    if (r.damaged)
        p.verifier.clear();
    return p;
}

Result<QList<KnownPrincipal>> select(QSqlDatabase &db, const QString &rest, const QVariantList &values) {
    auto q = sql::exec(
        db, QStringLiteral("SELECT ") + columnList + QStringLiteral(" FROM principals ") + rest, values);
    if (!q)
        return fail(q.error());
    QList<KnownPrincipal> found;
    while (q->next())
        found.append(read(*q));
    return found;
}

QJsonObject describe(const PrincipalRecord &r) {
    return {{QStringLiteral("principal"), r.name},
            {QStringLiteral("credential"), r.credentialId.toString()},
            {QStringLiteral("role"), toWord(r.role)},
            {QStringLiteral("holdsAll"), r.holdsAll},
            {QStringLiteral("scopes"), r.scopes.toString()},
            {QStringLiteral("active"), r.active}};
}

/// The name always, and what differs.
void describeBoth(const PrincipalRecord &before, const PrincipalRecord &after, QJsonObject *old,
                  QJsonObject *now) {
    const QJsonObject a = describe(before), b = describe(after);
    for (auto it = a.begin(); it != a.end(); ++it) {
        if (it.key() == QStringLiteral("principal") || it.value() != b.value(it.key())) {
            old->insert(it.key(), it.value());
            now->insert(it.key(), b.value(it.key()));
        }
    }
}

/// A null string would be bound as NULL.
QString bound(const QString &s) {
    return s.isNull() ? QString::fromLatin1("") : s;
}

Outcome write(QSqlDatabase &db, const KnownPrincipal &p, bool fresh) {
    const PrincipalRecord &r = p.record;
    const QString columns =
        QStringLiteral("(credential_id, verifier, name, name_fold, role, holds_all, scopes, active, version, "
                       "created_at, created_by, changed_at, changed_by, checksum");
    const QString marks = QStringLiteral("(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?");
    const QString statement = fresh ? QStringLiteral("INSERT INTO principals ") + columns +
                                          QStringLiteral(", id) VALUES ") + marks + QStringLiteral(", ?)")
                                    : QStringLiteral("UPDATE principals SET ") + columns +
                                          QStringLiteral(") = ") + marks + QStringLiteral(") WHERE id = ?");
    const auto q = sql::exec(db, statement,
                             {r.credentialId.toString(), p.verifier, bound(r.name), foldForSearch(r.name),
                              toWord(r.role), r.holdsAll ? 1 : 0, bound(r.scopes.toString()),
                              r.active ? 1 : 0, r.version, r.createdAt.ms(), bound(r.createdBy),
                              r.changedAt.ms(), bound(r.changedBy), checksumOf(p), r.id.toString()});
    return q ? ok() : Outcome(fail(q.error()));
}

Outcome audited(QSqlDatabase &db, const char *action, const Actor &actor, Instant at,
                const QJsonObject &before, const QJsonObject &after) {
    AuditEvent event;
    event.at = at;
    event.actor = actor.name;
    event.action = QLatin1StringView(action);
    event.before = before;
    event.after = after;
    const auto seq = audit_log::append(db, event);
    return seq ? ok() : Outcome(fail(seq.error()));
}

bool isWorkingAdmin(const PrincipalRecord &r) {
    return r.role == Role::Admin && r.active && !r.damaged;
}

Outcome keepsAnAdmin(QSqlDatabase &db, const PrincipalRecord &before, const PrincipalChange &c,
                     const PrincipalRecord &after) {
    if (!isWorkingAdmin(before) || (!c.remove && isWorkingAdmin(after)))
        return ok();
    const auto admins =
        select(db, QStringLiteral("WHERE role = 'admin' AND id <> ?"), {before.id.toString()});
    if (!admins)
        return fail(admins.error());
    const bool another = std::any_of(admins->begin(), admins->end(),
                                     [](const KnownPrincipal &p) { return isWorkingAdmin(p.record); });
    return another ? ok()
                   : Outcome(fail(ErrorCode::WrongState,
                                  {{QStringLiteral("status"), QStringLiteral("lastAdmin")}}));
}

KnownPrincipal applied(const KnownPrincipal &before, const PrincipalChange &c) {
    KnownPrincipal after = before;
    PrincipalRecord &r = after.record;
    r.role = c.role.value_or(r.role);
    r.holdsAll = c.holdsAll.value_or(r.holdsAll);
    r.scopes = c.scopes.value_or(r.scopes);
    r.active = c.active.value_or(r.active);
    if (c.credential) {
        r.credentialId = c.credential->id;
        after.verifier = c.credential->verifier;
    }
    r.version += 1;
    r.changedAt = c.at;
    r.changedBy = c.actor.name;
    return after;
}

} // namespace

Result<QList<PrincipalRecord>> all(QSqlDatabase &db) {
    const auto found = select(db, QStringLiteral("ORDER BY name_fold"), {});
    if (!found)
        return fail(found.error());
    QList<PrincipalRecord> records;
    for (const KnownPrincipal &p : *found)
        records.append(p.record);
    return records;
}

Result<std::optional<KnownPrincipal>> byCredential(QSqlDatabase &db, const KeyId &credential) {
    // One row is read whatever is asked for: an id that nobody has takes as long as one that somebody has.
    const QString id = credential.toString();
    const auto found =
        select(db,
               QStringLiteral("WHERE credential_id = ? OR credential_id = (SELECT min(credential_id) FROM "
                              "principals) ORDER BY credential_id = ? DESC LIMIT 1"),
               {id, id});
    if (!found)
        return fail(found.error());
    const bool there = !found->isEmpty() && found->first().record.credentialId == credential;
    return there ? std::optional(found->first()) : std::optional<KnownPrincipal>();
}

Result<PrincipalRecord> create(QSqlDatabase &db, const NewPrincipal &n) {
    sql::WriteTransaction tx(db);
    if (!tx.begun())
        return fail(tx.begun().error());
    const auto taken = select(db, QStringLiteral("WHERE name_fold = ? OR id = ? OR credential_id = ?"),
                              {foldForSearch(n.name), n.id.toString(), n.credentialId.toString()});
    if (!taken)
        return fail(taken.error());
    if (!taken->isEmpty())
        return fail(ErrorCode::Conflict, {{QStringLiteral("name"), n.name}});
    KnownPrincipal p;
    p.record = {n.id, n.credentialId, n.name,       n.role, n.holdsAll,   n.scopes, true,
                1,    n.at,           n.actor.name, n.at,   n.actor.name, {},       false};
    p.verifier = n.verifier;
    if (auto done = write(db, p, true); !done)
        return fail(done.error());
    if (auto done = audited(db, "principal.create", n.actor, n.at, {}, describe(p.record)); !done)
        return fail(done.error());
    if (auto done = tx.commit(); !done)
        return fail(done.error());
    return p.record;
}

Result<PrincipalRecord> change(QSqlDatabase &db, const PrincipalChange &c) {
    sql::WriteTransaction tx(db);
    if (!tx.begun())
        return fail(tx.begun().error());
    const auto found = select(db, QStringLiteral("WHERE id = ?"), {c.id.toString()});
    if (!found)
        return fail(found.error());
    if (found->isEmpty())
        return fail(ErrorCode::NotFound);
    const KnownPrincipal &before = found->first();
    if (before.record.version != c.expectedVersion)
        return fail(ErrorCode::Conflict, {{QStringLiteral("changedBy"), before.record.changedBy},
                                          {QStringLiteral("version"), before.record.version}});
    if (before.record.damaged && !c.remove)
        return fail(ErrorCode::Damaged, {{QStringLiteral("id"), c.id.toString()}});
    const KnownPrincipal after = applied(before, c);
    if (auto kept = keepsAnAdmin(db, before.record, c, after.record); !kept)
        return fail(kept.error());
    QJsonObject old, now;
    if (c.remove)
        old = describe(before.record);
    else
        describeBoth(before.record, after.record, &old, &now);
    const auto removed =
        c.remove ? sql::exec(db, QStringLiteral("DELETE FROM principals WHERE id = ?"), {c.id.toString()})
                 : Result<QSqlQuery>(QSqlQuery(db));
    if (auto done = !removed   ? Outcome(fail(removed.error()))
                    : c.remove ? ok()
                               : write(db, after, false);
        !done)
        return fail(done.error());
    const char *action = c.remove ? "principal.remove" : c.credential ? "principal.rotate" : "principal.edit";
    if (auto done = audited(db, action, c.actor, c.at, old, now); !done)
        return fail(done.error());
    if (auto done = tx.commit(); !done)
        return fail(done.error());
    return c.remove ? before.record : after.record;
}

Outcome stampUsed(QSqlDatabase &db, const KeyId &id, Instant at) {
    sql::WriteTransaction tx(db, sql::Lock::Stamps);
    if (!tx.begun())
        return tx.begun();
    const auto q = sql::exec(db,
                             QStringLiteral("UPDATE principals SET last_used_at = ? WHERE id = ? AND "
                                            "coalesce(last_used_at, 0) < ?"),
                             {at.ms(), id.toString(), at.ms()});
    return q ? tx.commit() : Outcome(fail(q.error()));
}

Result<PrincipalStore::Repeatable> remember(QSqlDatabase &db, const PrincipalStore::Repeatable &r) {
    sql::WriteTransaction tx(db, sql::Lock::Stamps);
    if (!tx.begun())
        return fail(tx.begun().error());
    const auto old = sql::exec(db, QStringLiteral("DELETE FROM repeatable WHERE at < ?"),
                               {r.at.plusDays(-PrincipalStore::RepeatableDays).ms()});
    if (!old)
        return fail(old.error());
    auto q = sql::exec(db,
                       QStringLiteral("SELECT request, made, at FROM repeatable WHERE principal = ? AND "
                                      "idempotency_key = ?"),
                       {r.principal.toString(), r.key});
    if (!q)
        return fail(q.error());
    PrincipalStore::Repeatable known = r;
    if (q->next()) {
        known.request = q->value(0).toByteArray();
        known.made = KeyId::fromString(q->value(1).toString()).value_or(KeyId());
        known.at = Instant(q->value(2).toLongLong());
        q->finish();
    } else {
        const auto kept = sql::exec(db,
                                    QStringLiteral("INSERT INTO repeatable (principal, idempotency_key, "
                                                   "request, made, at) VALUES (?, ?, ?, ?, ?)"),
                                    {r.principal.toString(), r.key, r.request, r.made.toString(), r.at.ms()});
        if (!kept)
            return fail(kept.error());
    }
    if (auto done = tx.commit(); !done)
        return fail(done.error());
    return known;
}

} // namespace latchkey::principal_table
