#include "core/storage/dialect.h"

#include "core/storage/sql.h"

#include <QSqlDriver>

namespace latchkey::sql {

namespace {
bool isPostgres(const QSqlDatabase &db) {
    return dialectOf(db) == Dialect::Postgres;
}
} // namespace

Dialect dialectOf(const QSqlDatabase &db) {
    return db.driver() && db.driver()->dbmsType() == QSqlDriver::PostgreSQL ? Dialect::Postgres
                                                                            : Dialect::Sqlite;
}

QString json(const QSqlDatabase &db, const QString &column, const QStringList &path, bool number) {
    if (!isPostgres(db))
        return column + QStringLiteral(" ->> '$.") + path.join(u'.') + u'\'';
    const QString text = QStringLiteral("(%1::json #>> '{%2}')").arg(column, path.join(u','));
    return number ? text + QStringLiteral("::bigint") : text;
}

QString containsText(const QSqlDatabase &db, const QString &column) {
    return isPostgres(db) ? QStringLiteral("strpos(lower(%1), ?) > 0").arg(column)
                          : QStringLiteral("instr(lower(%1), ?) > 0").arg(column);
}

QString likeAnyCase(const QSqlDatabase &db) {
    return isPostgres(db) ? QStringLiteral(" ILIKE ? ESCAPE '\\'") : QStringLiteral(" LIKE ? ESCAPE '\\'");
}

QString smaller(const QSqlDatabase &db, const QString &a, const QString &b) {
    return (isPostgres(db) ? QStringLiteral("least(") : QStringLiteral("min(")) + a + u',' + b + u')';
}

QString unindexed(const QSqlDatabase &db, const QString &column) {
    return isPostgres(db) ? column : u'+' + column;
}

QString along(const QSqlDatabase &db, const QString &index) {
    return isPostgres(db)    ? QString()
           : index.isEmpty() ? QStringLiteral(" NOT INDEXED")
                             : QStringLiteral(" INDEXED BY ") + index;
}

QString orderedJoin(const QSqlDatabase &db) {
    return isPostgres(db) ? QStringLiteral("JOIN") : QStringLiteral("CROSS JOIN");
}

// Not by to_regclass(): a session may go on believing that a table is missing which another one has just
// made.
Result<bool> hasTable(QSqlDatabase &db, const QString &table) {
    auto q =
        exec(db,
             isPostgres(db) ? QStringLiteral("SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = "
                                             "current_schema() AND tablename = ?")
                            : QStringLiteral("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"),
             {table});
    if (!q)
        return fail(q.error());
    return q->next();
}

Result<qint64> changeMark(QSqlDatabase &db) {
    auto q = exec(db, isPostgres(db) ? QStringLiteral("SELECT max(seq) FROM audit")
                                     : QStringLiteral("PRAGMA data_version"));
    if (!q)
        return fail(q.error());
    const qint64 mark = q->next() ? q->value(0).toLongLong() : 0;
    q->finish();
    return mark;
}

qint64 guessedKeys(QSqlDatabase &db) {
    auto q = exec(
        db,
        isPostgres(db)
            ? QStringLiteral("SELECT reltuples::bigint, 1 << 30 FROM pg_class WHERE oid = 'keys'::regclass")
            : QStringLiteral("SELECT max(seq), (SELECT page_count * page_size FROM "
                             "pragma_page_count, pragma_page_size) FROM keys"));
    if (!q || !q->next())
        return 0;
    constexpr qint64 LeastRowBytes = 200; // a damaged seq must not reserve the world
    return qBound<qint64>(0, q->value(0).toLongLong(), q->value(1).toLongLong() / LeastRowBytes);
}

QString arrayOf(const QList<qint64> &numbers) {
    QString text(u'{');
    for (const qint64 n : numbers) {
        if (text.size() > 1)
            text.append(u',');
        text.append(QString::number(n));
    }
    return text + u'}';
}

QString arrayOf(const QStringList &texts) {
    QString all(u'{');
    for (const QString &t : texts) {
        if (all.size() > 1)
            all.append(u',');
        all.append(u'"');
        for (const QChar c : t) {
            if (c == u'"' || c == u'\\')
                all.append(u'\\');
            if (!c.isNull()) // no text of PostgreSQL's holds U+0000
                all.append(c);
        }
        all.append(u'"');
    }
    return all + u'}';
}

} // namespace latchkey::sql
