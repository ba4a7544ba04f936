#include "core/storage/postgres/postgres_schema.h"

#include "core/storage/dialect.h"
#include "core/storage/postgres/postgres_session.h"
#include "core/storage/sql.h"

#include <QFile>

static void initPostgresMigrations() {
    Q_INIT_RESOURCE(latchkey_migrations);
}

namespace latchkey::postgres_schema {

namespace {

QVariantMap pathOf(const QSqlDatabase &db) {
    return {{QStringLiteral("path"), PostgresSession::of(db)->location()}};
}

/// 0 while there are no tables of ours.
Result<int> versionOf(QSqlDatabase &db) {
    const auto there = sql::hasTable(db, QStringLiteral("latchkey_schema"));
    if (!there)
        return fail(there.error());
    if (!*there)
        return 0;
    auto q = sql::exec(db, QStringLiteral("SELECT version FROM latchkey_schema"));
    if (!q)
        return fail(q.error());
    const int version = q->next() ? q->value(0).toInt() : 0;
    if (version < 1)
        return fail(ErrorCode::NotAVault, pathOf(db));
    if (version > Version) {
        QVariantMap params = pathOf(db);
        params.insert(QStringLiteral("found"), version);
        params.insert(QStringLiteral("supported"), Version);
        return fail(ErrorCode::SchemaTooNew, params);
    }
    return version;
}

/// Tables of these names that some other program has made.
Result<bool> isInTheWay(QSqlDatabase &db) {
    for (const char *table : {"vault", "keys", "audit", "customers", "requests"}) {
        const auto there = sql::hasTable(db, QLatin1StringView(table));
        if (!there || *there)
            return there;
    }
    return false;
}

Outcome step(QSqlDatabase &db, int version) {
    QFile file(
        QStringLiteral(":/latchkey/migrations/postgresql-%1.sql").arg(version, 4, 10, QLatin1Char('0')));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, {{QStringLiteral("reason"), file.fileName()}});
    const QList<QByteArray> statements = file.readAll().split(';');
    for (const QByteArray &statement : statements) {
        if (statement.trimmed().isEmpty())
            continue;
        if (const auto done = sql::exec(db, QString::fromUtf8(statement)); !done)
            return fail(done.error());
    }
    const auto noted = sql::exec(
        db,
        QStringLiteral(
            "INSERT INTO latchkey_schema (version) VALUES (?) ON CONFLICT (one) DO UPDATE SET version = "
            "excluded.version"),
        {version});
    return noted ? ok() : Outcome(fail(noted.error()));
}

} // namespace

Outcome migrate(QSqlDatabase &db, bool create) {
    initPostgresMigrations();
    const auto before = versionOf(db);
    if (!before)
        return fail(before.error());
    if (*before == 0 && !create)
        return fail(ErrorCode::NotFound, pathOf(db));
    for (int at = *before; at < Version;) {
        sql::WriteTransaction tx(db);
        if (!tx.begun())
            return tx.begun();
        const auto now = versionOf(db); // another program may have been first
        if (!now)
            return fail(now.error());
        at = *now;
        if (at >= Version)
            break;
        if (at == 0) {
            const auto other = isInTheWay(db);
            if (!other || *other)
                return other ? Outcome(fail(ErrorCode::NotAVault, pathOf(db))) : Outcome(fail(other.error()));
        }
        if (auto done = step(db, ++at); !done)
            return done;
        if (auto done = tx.commit(); !done)
            return done;
    }
    return ok();
}

Result<bool> isReadOnly(QSqlDatabase &db) {
    auto q = sql::exec(
        db, QStringLiteral("SELECT pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' OR "
                           "(to_regclass('keys') IS NOT NULL AND NOT has_table_privilege('keys', "
                           "'INSERT, UPDATE'))"));
    if (!q)
        return fail(q.error());
    return q->next() && q->value(0).toBool();
}

} // namespace latchkey::postgres_schema
