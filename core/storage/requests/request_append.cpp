#include "core/storage/requests/request_table.h"

#include <QSqlError>
#include <QSqlQuery>
#include <map>
#include <tuple>

namespace latchkey::request_table {

namespace {

constexpr qsizetype MostKnownTexts = 200'000;
constexpr int MostImports = 1000; ///< files that are remembered

QVariant orNull(const std::optional<qint64> &v) {
    return v ? QVariant(*v) : QVariant();
}

/// Counts of one batch, written once for all its rows.
struct Counts {
    std::map<std::tuple<qint64, qint64, int, qint64>, qint64> hourly; // hour, key, outcome, scope
    std::map<std::tuple<qint64, int, int>, qint64> totals;            // hour, environment, outcome
};

Outcome write(QSqlDatabase &db, const Counts &counts) {
    QSqlQuery hourly(db), totals(db);
    hourly.prepare(
        QStringLiteral("INSERT INTO hourly VALUES (?, ?, ?, ?, ?) "
                       "ON CONFLICT (hour, key, outcome, scope) DO UPDATE SET n = n + excluded.n"));
    totals.prepare(QStringLiteral("INSERT INTO totals VALUES (?, ?, ?, ?, ?) ON CONFLICT (hour, environment, "
                                  "outcome) DO UPDATE SET n = n + excluded.n, raw = raw + excluded.raw"));
    const auto run = [&db](QSqlQuery &q, std::initializer_list<qint64> values) -> Outcome {
        int at = 0;
        for (const qint64 v : values)
            q.bindValue(at++, v);
        return q.exec() ? ok() : Outcome(fail(sql::errorOf(q.lastError(), db.databaseName())));
    };
    for (const auto &[k, n] : counts.hourly) {
        if (auto done = run(hourly, {std::get<0>(k), std::get<1>(k), std::get<2>(k), std::get<3>(k), n});
            !done)
            return done;
    }
    for (const auto &[k, n] : counts.totals) {
        if (auto done = run(totals, {std::get<0>(k), std::get<1>(k), std::get<2>(k), n, n}); !done)
            return done;
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

Outcome appendAll(QSqlDatabase &db, TextNumbers &texts, const QList<RequestRecord> &rows,
                  const std::optional<ImportMark> &mark, const QList<Exposure> &exposures) {
    sql::WriteTransaction tx(db);
    if (!tx.begun())
        return tx.begun();
    QSqlQuery insert(db), last(db);
    insert.prepare(QStringLiteral("INSERT INTO requests VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    last.prepare(QStringLiteral("SELECT max(id) FROM requests WHERE id >= ? AND id < ?"));
    const auto failed = [&db](const QSqlQuery &q) {
        return fail(sql::errorOf(q.lastError(), db.databaseName()));
    };
    QHash<qint64, qint64> next; // by millisecond: the next free id
    Counts counts;
    for (const RequestRecord &r : rows) {
        const auto numbers = numbersOf(db, texts, r);
        if (!numbers)
            return fail(numbers.error());
        const qint64 first = firstIdOf(r.at);
        auto free = next.find(first);
        if (free == next.end()) {
            last.bindValue(0, first);
            last.bindValue(1, first + (qint64(1) << IdShift));
            if (!last.exec() || !last.next())
                return failed(last);
            free = next.insert(first, last.isNull(0) ? first : last.value(0).toLongLong() + 1);
            last.finish();
        }
        const qint64 id = (*free)++;
        if (id >= first + (qint64(1) << IdShift))
            return fail(ErrorCode::InvalidInput); // a million in one millisecond
        const int environment = r.environment ? static_cast<int>(*r.environment) : NoEnvironment;
        int at = 0;
        insert.bindValue(at++, id);
        insert.bindValue(at++, static_cast<int>(r.outcome));
        insert.bindValue(at++, r.code ? QVariant(static_cast<int>(*r.code)) : QVariant());
        insert.bindValue(at++, r.status);
        insert.bindValue(at++, environment);
        for (const qint64 n : *numbers)
            insert.bindValue(at++, n);
        insert.bindValue(at++, orNull(r.durationUs));
        insert.bindValue(at++, r.path.isNull() ? QStringLiteral("") : r.path);
        if (!insert.exec())
            return failed(insert);
        const qint64 hour = timeOf(id).ms() / HourMs;
        ++counts.hourly[{hour, (*numbers)[0], static_cast<int>(r.outcome), (*numbers)[3]}];
        ++counts.totals[{hour, environment, static_cast<int>(r.outcome)}];
    }
    Outcome done = write(db, counts);
    if (done && mark)
        done = write(db, *mark);
    if (done)
        done = addExposures(db, exposures);
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
