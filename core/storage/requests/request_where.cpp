#include "core/storage/requests/request_where.h"

#include "core/storage/dialect.h"

namespace latchkey::request_table {

namespace {

using Field = RequestTerm::Field;

QString likePart(const QString &text) {
    QString escaped;
    for (const QChar c : text) {
        if (c == u'%' || c == u'_' || c == u'\\')
            escaped.append(u'\\');
        escaped.append(c);
    }
    return u'%' + escaped + u'%';
}

/// The column that holds numbers of these texts.
std::pair<const char *, TextKind> columnOf(Field f) {
    switch (f) {
    case Field::Method:
        return {"r.method", TextKind::Method};
    case Field::Scope:
        return {"r.scope", TextKind::Scope};
    case Field::Customer:
        return {"r.customer", TextKind::Customer};
    case Field::Ip:
        return {"r.ip", TextKind::Ip};
    default:
        return {"r.agent", TextKind::Agent};
    }
}

/// `(1,2,3)`, or a subquery when there are very many: numbers of the texts that are like this.
Result<QString> numbersLike(QSqlDatabase &db, Where &w, const QString &kinds, const QString &like) {
    constexpr int Most = 500;
    const QString select =
        QStringLiteral("SELECT id FROM texts WHERE %1 AND text").arg(kinds) + sql::likeAnyCase(db);
    auto q = sql::exec(db, select + QStringLiteral(" LIMIT ?"), {like, Most + 1});
    if (!q)
        return fail(q.error());
    QStringList numbers;
    while (q->next())
        numbers.append(q->value(0).toString());
    if (numbers.size() <= Most)
        return u'(' + numbers.join(u',') + u')';
    w.restValues.append(like);
    return u'(' + select + u')';
}

Outcome addTerm(QSqlDatabase &db, Where &w, const RequestTerm &t) {
    QString condition;
    switch (t.field) {
    case Field::Path:
        condition = QStringLiteral("r.path") + sql::likeAnyCase(db);
        w.restValues.append(likePart(t.value));
        break;
    case Field::Status:
        condition = QStringLiteral("r.status = ?");
        w.restValues.append(t.value.toInt());
        break;
    case Field::Code:
        condition = QStringLiteral("coalesce(r.code, -1) = ?");
        w.restValues.append(static_cast<int>(decisionCodeFromWord(t.value).value_or(DecisionCode::Allowed)));
        break;
    default: {
        const auto [column, kind] = columnOf(t.field);
        const QString part = likePart(t.value);
        const auto numbers = numbersLike(db, w, QStringLiteral("kind = %1").arg(static_cast<int>(kind)),
                                         t.field == Field::UserAgent ? part : part.mid(1, part.size() - 2));
        if (!numbers)
            return fail(numbers.error());
        w.nothing |= *numbers == QStringLiteral("()") && !t.negated;
        condition = QLatin1StringView(column) + QStringLiteral(" IN ") + *numbers;
    }
    }
    w.rest +=
        QStringLiteral(" AND ") + (t.negated ? QStringLiteral("NOT ") : QString()) + u'(' + condition + u')';
    return ok();
}

Outcome addWord(QSqlDatabase &db, Where &w, const QString &word) {
    const QString like = likePart(word);
    QStringList any{QStringLiteral("r.path") + sql::likeAnyCase(db)};
    w.restValues.append(like);
    for (const Field f : {Field::UserAgent, Field::Ip, Field::Customer, Field::Scope, Field::Method}) {
        const auto [column, kind] = columnOf(f);
        const auto numbers =
            numbersLike(db, w, QStringLiteral("kind = %1").arg(static_cast<int>(kind)), like);
        if (!numbers)
            return fail(numbers.error());
        if (*numbers != QStringLiteral("()"))
            any.append(QLatin1StringView(column) + QStringLiteral(" IN ") + *numbers);
    }
    w.rest += QStringLiteral(" AND (") + any.join(QStringLiteral(" OR ")) + u')';
    return ok();
}

} // namespace

Result<Where> whereOf(QSqlDatabase &db, const RequestFilter &filter) {
    Where w;
    w.alongKey = QStringLiteral(" FROM requests r") + sql::along(db, QStringLiteral("requests_key"));
    w.alongOutcome = QStringLiteral(" FROM requests r") + sql::along(db, QStringLiteral("requests_outcome"));
    w.alongTime = QStringLiteral(" FROM requests r") + sql::along(db, {});
    w.firstId = filter.from ? firstIdOf(*filter.from) : 0;
    w.endId = filter.to ? firstIdOf(*filter.to) : std::numeric_limits<qint64>::max();
    for (const RequestOutcome o : filter.outcomes) {
        if (!w.outcomes.contains(static_cast<int>(o)))
            w.outcomes.append(static_cast<int>(o));
    }
    if (w.outcomes.size() == static_cast<qsizetype>(RequestOutcomeCount))
        w.outcomes.clear();
    for (const KeyId &key : filter.keys) {
        auto q = sql::exec(db, QStringLiteral("SELECT id FROM texts WHERE kind = ? AND text = ?"),
                           {static_cast<int>(TextKind::Key), key.toString()});
        if (!q)
            return fail(q.error());
        if (q->next() && !w.keys.contains(q->value(0)))
            w.keys.append(q->value(0));
    }
    w.nothing = !filter.keys.isEmpty() && w.keys.isEmpty();
    if (!w.keys.isEmpty() && !w.outcomes.isEmpty()) {
        QStringList numbers;
        for (const int o : w.outcomes)
            numbers.append(QString::number(o));
        w.rest += QStringLiteral(" AND %1 IN (%2)")
                      .arg(sql::unindexed(db, QStringLiteral("r.outcome")), numbers.join(u','));
    }
    if (filter.environment) {
        w.rest += QStringLiteral(" AND r.environment = ?");
        w.restValues.append(static_cast<int>(*filter.environment));
    }
    for (const RequestTerm &t : filter.terms) {
        if (auto done = addTerm(db, w, t); !done)
            return fail(done.error());
    }
    for (const QString &word : filter.words) {
        if (auto done = addWord(db, w, word); !done)
            return fail(done.error());
    }
    return w;
}

QList<Where::Walk> Where::walks() const {
    QList<Walk> all;
    for (const QVariant &key : keys)
        all.append({alongKey + QStringLiteral(" WHERE r.key = ?"), {key}});
    if (all.isEmpty()) {
        for (const int outcome : outcomes)
            all.append({alongOutcome + QStringLiteral(" WHERE r.outcome = ?"), {outcome}});
    }
    if (all.isEmpty())
        all.append({alongTime + QStringLiteral(" WHERE 1 = 1"), {}});
    return all;
}

} // namespace latchkey::request_table
