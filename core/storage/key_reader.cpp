#include "core/storage/key_table.h"

#include "core/storage/dialect.h"
#include "core/storage/sql.h"

#include <QHash>

namespace latchkey::key_table {

namespace {

/// Names in one statement.
constexpr qsizetype AtOnce = 256;
/// A window's page is smaller; who asks for so many is about to change them.
constexpr qsizetype ManyRows = 400;

Outcome eachKey(QSqlDatabase &db, const QString &rest, const std::function<void(KeyRow &&)> &visit) {
    return sql::eachRow(db, QStringLiteral("SELECT ") + key_row::columns() + key_row::fromClause() + rest,
                        [&](sql::Cells row) { visit(key_row::read(row)); });
}

/// An identifier needs no escape: it has letters and digits alone.
QString quoted(const KeyId &id) {
    return u'\'' + id.toString() + u'\'';
}

QString among(const QString &column, const QList<KeyId> &ids) {
    QString in = column + QStringLiteral(" IN (");
    for (const KeyId &id : ids) {
        if (!in.endsWith(u'('))
            in += u',';
        in += quoted(id);
    }
    return in + u')';
}

Result<KeyRow> single(QSqlDatabase &db, const char *column, const KeyId &id) {
    std::optional<KeyRow> found;
    const auto done = eachKey(db, QLatin1StringView(column) + QStringLiteral(" = ") + quoted(id),
                              [&](KeyRow &&row) { found = std::move(row); });
    if (!done)
        return fail(done.error());
    return found ? Result<KeyRow>(*std::move(found)) : fail(ErrorCode::NotFound);
}

Result<QList<KeyRow>> all(QSqlDatabase &db, const QString &rest) {
    QList<KeyRow> rows;
    const auto done = eachKey(db, rest, [&](KeyRow &&row) { rows.append(std::move(row)); });
    return done ? Result<QList<KeyRow>>(rows) : fail(done.error());
}

} // namespace

Result<KeyRow> byId(QSqlDatabase &db, const KeyId &id) {
    return single(db, "WHERE k.id", id);
}

Result<KeyRow> byCredential(QSqlDatabase &db, const KeyId &credentialId) {
    auto row = single(db, "WHERE k.credential_id", credentialId);
    return row || row.error().code != ErrorCode::NotFound
               ? row
               : single(db, "WHERE k.old_credential_id", credentialId);
}

Result<RowsById> rowsOf(QSqlDatabase &db, const QList<KeyId> &ids) {
    RowsById found;
    found.reserve(ids.size());
    const auto look = [&](const QList<KeyId> &some, const QString &column) {
        return eachKey(db, QStringLiteral("WHERE ") + among(column, some), [&](KeyRow &&row) {
            const KeyId id = row.key.id;
            found.insert(id, std::make_shared<const KeyRow>(std::move(row)));
        });
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
    return eachKey(db, QStringLiteral("WHERE k.seq > %1 ORDER BY k.seq LIMIT %2").arg(after).arg(limit),
                   visit);
}

Result<QList<KeyRow>> changedAfter(QSqlDatabase &db, qint64 changeSeq, int limit) {
    return all(
        db,
        QStringLiteral("WHERE k.change_seq > %1 ORDER BY k.change_seq LIMIT %2").arg(changeSeq).arg(limit));
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
    return all(db, QStringLiteral("WHERE k.state = 3 AND k.deleted_at <= %1 LIMIT 1000").arg(before.ms()));
}

} // namespace latchkey::key_table
