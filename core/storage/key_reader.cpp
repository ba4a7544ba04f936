#include "core/storage/key_table.h"

#include "core/storage/dialect.h"
#include "core/storage/sql.h"

#include <QHash>

namespace latchkey::key_table {

namespace {

/// Under SQLite's limit of bound values, and one statement text to prepare.
constexpr qsizetype AtOnce = 256;
/// A window's page is smaller; who asks for so many is about to change them.
constexpr qsizetype ManyRows = 400;

QString selectKeys(const char *rest) {
    return QStringLiteral("SELECT ") + key_row::columns() + key_row::fromClause() + QLatin1StringView(rest);
}

Result<KeyRow> single(QSqlDatabase &db, const char *where, const QString &value) {
    auto q = sql::exec(db, selectKeys(where), {value});
    if (!q)
        return fail(q.error());
    if (!q->next())
        return fail(ErrorCode::NotFound);
    return key_row::read(*q);
}

Result<QList<KeyRow>> all(Result<QSqlQuery> q) {
    if (!q)
        return fail(q.error());
    QList<KeyRow> rows;
    while (q->next())
        rows.append(key_row::read(*q));
    return rows;
}

} // namespace

Result<KeyRow> byId(QSqlDatabase &db, const KeyId &id) {
    return single(db, "WHERE k.id = ?", id.toString());
}

Result<KeyRow> byCredential(QSqlDatabase &db, const KeyId &credentialId) {
    auto row = single(db, "WHERE k.credential_id = ?", credentialId.toString());
    return row || row.error().code != ErrorCode::NotFound
               ? row
               : single(db, "WHERE k.old_credential_id = ?", credentialId.toString());
}

Result<RowsById> rowsOf(QSqlDatabase &db, const QList<KeyId> &ids) {
    RowsById found;
    found.reserve(ids.size());
    const auto look = [&](const QList<KeyId> &some, const QString &column) -> Outcome {
        QVariantList values;
        values.reserve(some.size());
        for (const KeyId &id : some)
            values.append(id.toString());
        const QString marks = QStringList(some.size(), QStringLiteral("?")).join(u',');
        auto q =
            sql::exec(db, selectKeys("WHERE ") + column + QStringLiteral(" IN (") + marks + u')', values);
        if (!q)
            return fail(q.error());
        while (q->next()) {
            const auto row = std::make_shared<const KeyRow>(key_row::read(*q));
            found.insert(row->key.id, row);
        }
        return ok();
    };
    for (qsizetype from = 0; from < ids.size(); from += AtOnce) {
        const QList<KeyId> some = ids.mid(from, AtOnce);
        const qsizetype before = found.size();
        if (auto done = look(some, QStringLiteral("k.id")); !done)
            return fail(done.error());
        if (found.size() - before == some.size())
            continue;
        // Rows never go away, so SQLite's own index must be damaged: the table is read past it.
        QList<KeyId> missing;
        for (const KeyId &id : some) {
            if (!id.isNull() && !found.contains(id))
                missing.append(id);
        }
        if (auto done = missing.isEmpty() ? ok() : look(missing, sql::unindexed(db, QStringLiteral("k.id")));
            !done)
            return fail(done.error());
    }
    return found;
}

Result<RowsById> unchanged(QSqlDatabase &db, const RowsById &rows) {
    RowsById same;
    same.reserve(rows.size());
    const QList<KeyId> ids = rows.keys();
    for (qsizetype from = 0; from < ids.size(); from += AtOnce) {
        QVariantList values;
        for (const KeyId &id : ids.mid(from, AtOnce))
            values.append(id.toString());
        const QString marks = QStringList(values.size(), QStringLiteral("?")).join(u',');
        auto q = sql::exec(db, QStringLiteral("SELECT id, change_seq FROM keys WHERE id IN (") + marks + u')',
                           values);
        if (!q)
            return fail(q.error());
        while (q->next()) {
            const auto it = rows.constFind(KeyId::fromString(q->value(0).toString()).value_or(KeyId()));
            if (it != rows.cend() && (*it)->changeSeq == q->value(1).toLongLong())
                same.insert(it.key(), *it);
        }
    }
    return same;
}

Result<QList<ApiKey>> byIds(QSqlDatabase &db, const QList<KeyId> &ids, RecentRows *recent) {
    const auto found = rowsOf(db, ids);
    if (!found)
        return fail(found.error());
    if (recent && ids.size() >= ManyRows)
        recent->put(*found);
    QList<ApiKey> ordered;
    ordered.reserve(ids.size());
    for (const KeyId &id : ids) {
        if (const auto it = found->constFind(id); it != found->cend())
            ordered.append((*it)->key);
    }
    return ordered;
}

Outcome eachAfter(QSqlDatabase &db, qint64 after, int limit,
                  const std::function<void(const KeyRow &)> &visit) {
    auto q = sql::exec(db, selectKeys("WHERE k.seq > ? ORDER BY k.seq LIMIT ?"), {after, limit});
    if (!q)
        return fail(q.error());
    while (q->next())
        visit(key_row::read(*q));
    return ok();
}

Result<QList<KeyRow>> changedAfter(QSqlDatabase &db, qint64 changeSeq, int limit) {
    return all(sql::exec(db, selectKeys("WHERE k.change_seq > ? ORDER BY k.change_seq LIMIT ?"),
                         {changeSeq, limit}));
}

Result<qint64> lastChange(QSqlDatabase &db) {
    auto q = sql::exec(db, QStringLiteral("SELECT max(change_seq) FROM keys"));
    if (!q)
        return fail(q.error());
    return q->next() ? q->value(0).toLongLong() : 0;
}

Result<QList<KeyId>> firstPage(QSqlDatabase &db, std::optional<Environment> env, const KeySort &sort,
                               int limit) {
    const QString column =
        sort.column == SortColumn::Name ? QStringLiteral("name_fold") : QStringLiteral("created_at");
    QString s = QStringLiteral("SELECT id FROM keys WHERE state < 3");
    QVariantList values;
    if (env) {
        s += QStringLiteral(" AND environment = ?");
        values.append(static_cast<int>(*env));
    }
    // The index on the column gives the order; ties by id come with the full list a moment later.
    s += QStringLiteral(" ORDER BY ") + column +
         (sort.order == Qt::AscendingOrder ? QStringLiteral(" ASC") : QStringLiteral(" DESC")) +
         QStringLiteral(" LIMIT ?");
    values.append(limit);
    auto q = sql::exec(db, s, values);
    if (!q)
        return fail(q.error());
    QList<KeyId> ids;
    while (q->next()) {
        if (const auto id = KeyId::fromString(q->value(0).toString()))
            ids.append(*id);
    }
    return ids;
}

Result<qint64> countOf(QSqlDatabase &db, std::optional<Environment> env) {
    QString s = QStringLiteral("SELECT count(*) FROM keys WHERE state IN (0, 1, 2)");
    QVariantList values;
    if (env) {
        s += QStringLiteral(" AND environment = ?");
        values.append(static_cast<int>(*env));
    }
    auto q = sql::exec(db, s, values);
    if (!q)
        return fail(q.error());
    return q->next() ? q->value(0).toLongLong() : 0;
}

Result<bool> nameExists(QSqlDatabase &db, const QString &name, Environment env, const KeyId &except) {
    auto q = sql::exec(
        db,
        QStringLiteral(
            "SELECT 1 FROM keys WHERE name_fold = ? AND environment = ? AND state < 3 AND id <> ? LIMIT 1"),
        {foldForSearch(name.trimmed()), static_cast<int>(env),
         except.isNull() ? QString::fromLatin1("") : except.toString()});
    if (!q)
        return fail(q.error());
    return q->next();
}

Result<QList<KeyRow>> deletedBefore(QSqlDatabase &db, Instant before) {
    return all(
        sql::exec(db, selectKeys("WHERE k.state = 3 AND k.deleted_at <= ? LIMIT 1000"), {before.ms()}));
}

} // namespace latchkey::key_table
