#include "core/storage/dialect.h"
#include "core/storage/requests/request_table.h"

// Tokens that stood in clear in a request's address.

namespace latchkey::request_table {

Outcome addExposures(QSqlDatabase &db, const QList<Exposure> &exposures) {
    const QString first =
        sql::smaller(db, QStringLiteral("exposures.seen_at"), QStringLiteral("excluded.seen_at"));
    for (const Exposure &e : exposures) {
        const auto done = sql::exec(
            db,
            QStringLiteral(
                "INSERT INTO exposures (key, credential, seen_at) VALUES (?, ?, ?) ON CONFLICT (key, "
                "credential) DO UPDATE SET seen_at = ") +
                first,
            {e.key.toString(), e.credential.toString(), e.seen.ms()});
        if (!done)
            return fail(done.error());
    }
    return ok();
}

Result<QList<Exposure>> exposures(QSqlDatabase &db) {
    // A file that an older version made, and that nobody has written to since, has no such table.
    const auto there = sql::hasTable(db, QStringLiteral("exposures"));
    if (!there)
        return fail(there.error());
    QList<Exposure> all;
    if (!*there)
        return all;
    auto q = sql::exec(db, QStringLiteral("SELECT key, credential, seen_at, dismissed FROM exposures"));
    if (!q)
        return fail(q.error());
    while (q->next()) {
        const auto key = KeyId::fromString(q->value(0).toString());
        const auto credential = KeyId::fromString(q->value(1).toString());
        if (key && credential)
            all.append({*key, *credential, Instant(q->value(2).toLongLong()), q->value(3).toBool()});
    }
    return all;
}

Outcome dismissExposures(QSqlDatabase &db, const KeyId &key) {
    const auto done =
        sql::exec(db, QStringLiteral("UPDATE exposures SET dismissed = 1 WHERE key = ?"), {key.toString()});
    return done ? ok() : Outcome(fail(done.error()));
}

} // namespace latchkey::request_table
