#include "core/storage/dialect.h"
#include "core/storage/key_table.h"
#include "core/storage/sql.h"

#include <algorithm>

// When a key was used last: a narrow table beside the keys, written in batches.

namespace latchkey::key_table {

namespace {

/// The newest use of each key, in the order of ids, so that two writers never wait for each other crosswise.
QList<LastUse> newestOf(QList<LastUse> uses) {
    std::sort(uses.begin(), uses.end(),
              [](const LastUse &a, const LastUse &b) { return a.id == b.id ? b.at < a.at : a.id < b.id; });
    const auto end = std::unique(uses.begin(), uses.end(),
                                 [](const LastUse &a, const LastUse &b) { return a.id == b.id; });
    uses.resize(end - uses.begin());
    return uses;
}

Outcome stampOne(sql::Statements &statements, const QString &table, const LastUse &u) {
    const auto done = statements.run(
        QStringLiteral(
            "INSERT INTO %1 (key_seq, used_at, used_from) SELECT seq, ?, ? FROM keys WHERE id = ? ON "
            "CONFLICT (key_seq) DO UPDATE SET used_at = excluded.used_at, used_from = excluded.used_from "
            "WHERE excluded.used_at > %1.used_at")
            .arg(table),
        {u.at.ms(), u.from.isNull() ? QString::fromLatin1("") : u.from, u.id.toString()});
    return done ? ok() : Outcome(fail(done.error()));
}

/// One statement for all: 81,000 a second instead of 8,000.
Outcome stampTogether(QSqlDatabase &db, const QString &table, const QList<LastUse> &uses) {
    QStringList ids, from;
    QList<qint64> at;
    for (const LastUse &u : uses) {
        ids.append(u.id.toString());
        at.append(u.at.ms());
        from.append(u.from);
    }
    const auto q = sql::exec(
        db,
        QStringLiteral(
            "INSERT INTO %1 (key_seq, used_at, used_from) SELECT k.seq, n.used_at, n.used_from FROM "
            "unnest(?::text[], ?::bigint[], ?::text[]) AS n(id, used_at, used_from) JOIN keys k ON k.id = "
            "n.id ON CONFLICT (key_seq) DO UPDATE SET used_at = excluded.used_at, used_from = "
            "excluded.used_from WHERE excluded.used_at > %1.used_at")
            .arg(table),
        {sql::arrayOf(ids), sql::arrayOf(at), sql::arrayOf(from)});
    return q ? ok() : Outcome(fail(q.error()));
}

Outcome stamp(QSqlDatabase &db, sql::Statements &statements, const QString &table,
              const QList<LastUse> &uses) {
    if (sql::dialectOf(db) == sql::Dialect::Postgres)
        return stampTogether(db, table, uses);
    for (const LastUse &u : uses) {
        if (auto done = stampOne(statements, table, u); !done)
            return done;
    }
    return ok();
}

} // namespace

Outcome stampLastUsed(QSqlDatabase &db, const QList<LastUse> &uses) {
    QList<LastUse> old;
    std::copy_if(uses.begin(), uses.end(), std::back_inserter(old),
                 [](const LastUse &u) { return u.oldToken; });
    sql::WriteTransaction tx(db, sql::Lock::Stamps);
    if (!tx.begun())
        return tx.begun();
    sql::Statements statements(db);
    if (auto done = old.isEmpty() ? ok() : stamp(db, statements, QStringLiteral("old_used"), newestOf(old));
        !done)
        return done;
    if (auto done = stamp(db, statements, QStringLiteral("last_used"), newestOf(uses)); !done)
        return done;
    return tx.commit();
}

} // namespace latchkey::key_table
