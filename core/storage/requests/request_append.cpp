#include "core/storage/dialect.h"
#include "core/storage/requests/request_days.h"
#include "core/storage/requests/request_table.h"

#include <QSet>
#include <map>
#include <tuple>

namespace latchkey::request_table {

namespace {

constexpr qsizetype MostKnownTexts = 200'000;
constexpr int MostImports = 1000; ///< files that are remembered

/// Counts of one batch, written once for all its rows.
struct Counts {
    std::map<std::tuple<qint64, qint64, int, qint64>, qint64> hourly; // hour, key, outcome, scope
    std::map<std::tuple<qint64, int, int>, qint64> totals;            // hour, environment, outcome
};

/// In PostgreSQL every statement is a message there and back: all counts in two.
Outcome writeTogether(QSqlDatabase &db, const Counts &counts) {
    std::array<QList<qint64>, 5> h;
    for (const auto &[k, n] : counts.hourly) {
        const std::array<qint64, 5> row{std::get<0>(k), std::get<1>(k), std::get<2>(k), std::get<3>(k), n};
        for (std::size_t i = 0; i < row.size(); ++i)
            h[i].append(row[i]);
    }
    std::array<QList<qint64>, 4> t;
    for (const auto &[k, n] : counts.totals) {
        const std::array<qint64, 4> row{std::get<0>(k), std::get<1>(k), std::get<2>(k), n};
        for (std::size_t i = 0; i < row.size(); ++i)
            t[i].append(row[i]);
    }
    const auto hourly = sql::exec(
        db,
        QStringLiteral("INSERT INTO hourly (hour, key, outcome, scope, n) SELECT * FROM unnest(?::bigint[], "
                       "?::bigint[], "
                       "?::bigint[], ?::bigint[], ?::bigint[]) ON CONFLICT (hour, key, outcome, scope) DO "
                       "UPDATE SET n = "
                       "hourly.n + excluded.n"),
        {sql::arrayOf(h[0]), sql::arrayOf(h[1]), sql::arrayOf(h[2]), sql::arrayOf(h[3]), sql::arrayOf(h[4])});
    if (!hourly)
        return fail(hourly.error());
    const auto totals =
        sql::exec(db,
                  QStringLiteral("INSERT INTO totals (hour, environment, outcome, n, raw) SELECT a, b, c, n, "
                                 "n FROM unnest(?::bigint[], "
                                 "?::bigint[], ?::bigint[], ?::bigint[]) AS u(a, b, c, n) ON CONFLICT (hour, "
                                 "environment, outcome) DO "
                                 "UPDATE SET n = totals.n + excluded.n, raw = totals.raw + excluded.raw"),
                  {sql::arrayOf(t[0]), sql::arrayOf(t[1]), sql::arrayOf(t[2]), sql::arrayOf(t[3])});
    return totals ? ok() : Outcome(fail(totals.error()));
}

Outcome write(sql::Statements &statements, const Counts &counts) {
    if (sql::dialectOf(statements.database()) == sql::Dialect::Postgres)
        return writeTogether(statements.database(), counts);
    const QString hourly = QStringLiteral(
        "INSERT INTO hourly (hour, key, outcome, scope, n) VALUES (?, ?, ?, ?, ?) ON CONFLICT (hour, "
        "key, outcome, scope) DO UPDATE SET n = hourly.n + excluded.n");
    const QString totals = QStringLiteral(
        "INSERT INTO totals (hour, environment, outcome, n, raw) VALUES (?, ?, ?, ?, ?) ON CONFLICT "
        "(hour, environment, outcome) DO UPDATE SET n = totals.n + excluded.n, raw = totals.raw + "
        "excluded.raw");
    for (const auto &[k, n] : counts.hourly) {
        if (auto done =
                statements.run(hourly, {std::get<0>(k), std::get<1>(k), std::get<2>(k), std::get<3>(k), n});
            !done)
            return fail(done.error());
    }
    for (const auto &[k, n] : counts.totals) {
        if (auto done = statements.run(totals, {std::get<0>(k), std::get<1>(k), std::get<2>(k), n, n}); !done)
            return fail(done.error());
    }
    return ok();
}

Outcome write(QSqlDatabase &db, const ImportMark &m) {
    if (const auto gone = sql::exec(db, QStringLiteral("DELETE FROM imports WHERE fingerprint IN (?, ?)"),
                                    {m.previous, m.fingerprint});
        !gone)
        return fail(gone.error());
    if (const auto done = sql::exec(
            db,
            QStringLiteral(
                "INSERT INTO imports (name, fingerprint, position, rows, broken) VALUES (?, ?, ?, ?, ?)"),
            {m.name, m.fingerprint, m.offset, m.rows, m.broken});
        !done)
        return fail(done.error());
    const auto trimmed = sql::exec(
        db,
        QStringLiteral(
            "DELETE FROM imports WHERE id NOT IN (SELECT id FROM imports ORDER BY id DESC LIMIT ?)"),
        {MostImports});
    return trimmed ? ok() : Outcome(fail(trimmed.error()));
}

/// The numbers of a row's texts, in the order of the columns.
Result<std::array<qint64, 7>> numbersOf(QSqlDatabase &db, TextNumbers &texts, const RequestRecord &r) {
    const std::array<std::pair<TextKind, QString>, 7> all{{{TextKind::Key, r.key.toString()},
                                                           {TextKind::Credential, r.credential.toString()},
                                                           {TextKind::Method, r.method},
                                                           {TextKind::Scope, r.scope},
                                                           {TextKind::Customer, r.customer},
                                                           {TextKind::Ip, r.ip},
                                                           {TextKind::Agent, r.userAgent}}};
    std::array<qint64, 7> numbers{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto n = texts.of(db, all[i].first, all[i].second);
        if (!n)
            return fail(n.error());
        numbers[i] = *n;
    }
    return numbers;
}

} // namespace

Result<qint64> TextNumbers::of(QSqlDatabase &db, TextKind kind, const QString &text) {
    if (text.isEmpty())
        return 0;
    const auto wanted = std::pair(static_cast<int>(kind), text);
    if (const auto it = m_known.constFind(wanted); it != m_known.cend())
        return *it;
    // The value is changed to itself, so that RETURNING says the number of a text that was there.
    auto q = sql::exec(db,
                       QStringLiteral("INSERT INTO texts (kind, text) VALUES (?, ?) ON CONFLICT (kind, text) "
                                      "DO UPDATE SET kind = excluded.kind RETURNING id"),
                       {wanted.first, text});
    if (!q)
        return fail(q.error());
    if (!q->next())
        return fail(ErrorCode::Internal);
    if (m_known.size() >= MostKnownTexts)
        m_known.clear();
    return *m_known.insert(wanted, q->value(0).toLongLong());
}

namespace {

/// The highest id in each of these milliseconds.
Result<QHash<qint64, qint64>> lastIds(QSqlDatabase &db, const QList<RequestRecord> &rows) {
    QSet<qint64> firsts;
    for (const RequestRecord &r : rows)
        firsts.insert(firstIdOf(r.at));
    constexpr qint64 Span = qint64(1) << IdShift;
    QHash<qint64, qint64> last;
    if (sql::dialectOf(db) == sql::Dialect::Postgres) {
        auto q = sql::exec(
            db,
            QStringLiteral("SELECT m, (SELECT max(id) FROM requests WHERE id >= m AND id < m + %1) FROM "
                           "unnest(?::bigint[]) AS m")
                .arg(Span),
            {sql::arrayOf(QList<qint64>(firsts.begin(), firsts.end()))});
        if (!q)
            return fail(q.error());
        while (q->next()) {
            if (!q->isNull(1))
                last.insert(q->value(0).toLongLong(), q->value(1).toLongLong());
        }
        return last;
    }
    sql::Statements statements(db);
    for (const qint64 first : std::as_const(firsts)) {
        const auto q = statements.exec(
            QStringLiteral("SELECT max(id) FROM requests WHERE id >= ? AND id < ?"), {first, first + Span});
        if (!q)
            return fail(q.error());
        if ((*q)->next() && !(*q)->isNull(0))
            last.insert(first, (*q)->value(0).toLongLong());
        (*q)->finish();
    }
    return last;
}

/// A row as its table has it.
struct Numbered {
    qint64 id = 0;
    int environment = NoEnvironment;
    std::array<qint64, 7> numbers{};
    const RequestRecord *record = nullptr;
};

Outcome insertOneByOne(sql::Statements &statements, const QList<Numbered> &rows) {
    for (const Numbered &row : rows) {
        const RequestRecord &r = *row.record;
        QVariantList values{row.id, static_cast<int>(r.outcome),
                            r.code ? QVariant(static_cast<int>(*r.code)) : QVariant(), r.status,
                            row.environment};
        for (const qint64 n : row.numbers)
            values.append(n);
        values.append(r.durationUs ? QVariant(*r.durationUs) : QVariant());
        values.append(r.path.isNull() ? QStringLiteral("") : r.path);
        if (const auto done = statements.run(
                QStringLiteral("INSERT INTO requests VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                values);
            !done)
            return fail(done.error());
    }
    return ok();
}

/// In PostgreSQL every statement is a message there and back: all rows in one.
Outcome insertTogether(QSqlDatabase &db, const QList<Numbered> &rows) {
    constexpr qint64 None = -1; // in place of NULL, which arrays of numbers are not asked to hold
    std::array<QList<qint64>, 13> columns;
    QStringList paths;
    for (const Numbered &row : rows) {
        const RequestRecord &r = *row.record;
        std::size_t at = 0;
        columns[at++].append(row.id);
        columns[at++].append(static_cast<qint64>(r.outcome));
        columns[at++].append(r.code ? static_cast<qint64>(*r.code) : None);
        columns[at++].append(r.status);
        columns[at++].append(row.environment);
        for (const qint64 n : row.numbers)
            columns[at++].append(n);
        columns[at++].append(r.durationUs.value_or(None));
        paths.append(r.path);
    }
    QVariantList values;
    for (const auto &column : columns)
        values.append(sql::arrayOf(column));
    values.append(sql::arrayOf(paths));
    const auto done =
        sql::exec(db,
                  QStringLiteral("INSERT INTO requests SELECT a, b, nullif(c, -1), d, e, f, g, h, i, j, k, "
                                 "l, nullif(m, -1), n FROM "
                                 "unnest(%1 ?::text[]) AS r(a, b, c, d, e, f, g, h, i, j, k, l, m, n)")
                      .arg(QStringLiteral("?::bigint[], ").repeated(static_cast<qsizetype>(columns.size()))),
                  values);
    return done ? ok() : Outcome(fail(done.error()));
}

Outcome appendAll(QSqlDatabase &db, TextNumbers &texts, const QList<RequestRecord> &rows,
                  const std::optional<ImportMark> &mark, const QList<Exposure> &exposures) {
    sql::WriteTransaction tx(db, sql::Lock::Requests);
    if (!tx.begun())
        return tx.begun();
    sql::Statements statements(db);
    const auto last = lastIds(db, rows);
    if (!last)
        return fail(last.error());
    QHash<qint64, qint64> next; // by millisecond: the next free id
    QList<Numbered> numbered;
    numbered.reserve(rows.size());
    QSet<qint64> days;
    Counts counts;
    for (const RequestRecord &r : rows) {
        const auto numbers = numbersOf(db, texts, r);
        if (!numbers)
            return fail(numbers.error());
        const qint64 first = firstIdOf(r.at);
        auto free = next.find(first);
        if (free == next.end())
            free = next.insert(first, last->contains(first) ? last->value(first) + 1 : first);
        const qint64 id = (*free)++;
        if (id >= first + (qint64(1) << IdShift))
            return fail(ErrorCode::InvalidInput); // a million in one millisecond
        const int environment = r.environment ? static_cast<int>(*r.environment) : NoEnvironment;
        numbered.append({id, environment, *numbers, &r});
        days.insert(request_days::dayOf(id));
        const qint64 hour = timeOf(id).ms() / HourMs;
        ++counts.hourly[{hour, (*numbers)[0], static_cast<int>(r.outcome), (*numbers)[3]}];
        ++counts.totals[{hour, environment, static_cast<int>(r.outcome)}];
    }
    const bool together = sql::dialectOf(db) == sql::Dialect::Postgres;
    Outcome done = request_days::ensure(db, days);
    if (done && !numbered.isEmpty())
        done = together ? insertTogether(db, numbered) : insertOneByOne(statements, numbered);
    if (done)
        done = write(statements, counts);
    if (done && mark)
        done = write(db, *mark);
    if (done)
        done = addExposures(db, exposures);
    if (done)
        done = request_days::noteBatch(db);
    return done ? tx.commit() : done;
}

} // namespace

Outcome append(QSqlDatabase &db, TextNumbers &texts, const QList<RequestRecord> &rows,
               const std::optional<ImportMark> &mark, const QList<Exposure> &exposures) {
    auto done = appendAll(db, texts, rows, mark, exposures);
    if (!done)
        texts.forget(); // what the transaction made has gone with it
    return done;
}

Result<QList<ImportMark>> importMarks(QSqlDatabase &db) {
    auto q = sql::exec(db, QStringLiteral("SELECT name, fingerprint, position, rows, broken FROM imports"));
    if (!q)
        return fail(q.error());
    QList<ImportMark> marks;
    while (q->next())
        marks.append({q->value(1).toByteArray(),
                      {},
                      q->value(2).toLongLong(),
                      q->value(3).toLongLong(),
                      q->value(4).toLongLong(),
                      q->value(0).toString()});
    return marks;
}

} // namespace latchkey::request_table
