#include "core/storage/requests/request_where.h"

#include "core/storage/dialect.h"

#include <algorithm>

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

constexpr int NoNumber = -1; ///< of a text, an outcome or an environment: no request has it

QString listed(const QStringList &numbers) {
    return u'(' + (numbers.isEmpty() ? QString::number(NoNumber) : numbers.join(u',')) + u')';
}

/// What of `all` the filter leaves: those that are `chosen` (none: all) and that no term excludes. Empty
/// where that is everything.
template<typename ToText>
QList<int> leftOf(const QList<int> &all, const QList<int> &chosen, const RequestFilter &filter, Field field,
                  ToText text) {
    QList<int> left;
    for (const int n : all) {
        const bool fits = std::all_of(filter.terms.begin(), filter.terms.end(), [&](const RequestTerm &t) {
            return t.field != field || (t.value == text(n)) != t.negated;
        });
        if (fits && (chosen.isEmpty() || chosen.contains(n)))
            left.append(n);
    }
    if (left.isEmpty())
        return {NoNumber};
    return left.size() == all.size() ? QList<int>() : left;
}

QList<int> outcomesOf(const RequestFilter &filter) {
    QList<int> all, chosen;
    for (const RequestOutcome o : AllRequestOutcomes)
        all.append(static_cast<int>(o));
    for (const RequestOutcome o : filter.outcomes)
        chosen.append(static_cast<int>(o));
    return leftOf(all, chosen, filter, Field::Outcome,
                  [](int n) { return toWord(static_cast<RequestOutcome>(n)); });
}

QList<int> environmentsOf(const RequestFilter &filter) {
    QList<int> all{NoEnvironment}, chosen;
    for (const Environment e : AllEnvironments)
        all.append(static_cast<int>(e));
    if (filter.environment)
        chosen.append(static_cast<int>(*filter.environment));
    return leftOf(all, chosen, filter, Field::Environment, [](int n) {
        return n == NoEnvironment ? QString(latchkey::NoEnvironment) : toWord(static_cast<Environment>(n));
    });
}

/// The numbers of these keys, as far as a request has them.
Result<QStringList> numbersOfKeys(QSqlDatabase &db, const QList<KeyId> &keys) {
    QStringList numbers;
    for (const KeyId &key : keys) {
        auto q = sql::exec(db, QStringLiteral("SELECT id FROM texts WHERE kind = ? AND text = ?"),
                           {static_cast<int>(TextKind::Key), key.toString()});
        if (!q)
            return fail(q.error());
        if (q->next() && !numbers.contains(q->value(0).toString()))
            numbers.append(q->value(0).toString());
    }
    return numbers;
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
        return listed(numbers);
    w.restValues.append(like);
    return u'(' + select + u')';
}

Outcome addTerm(QSqlDatabase &db, Where &w, const RequestTerm &t) {
    QString condition;
    switch (t.field) {
    case Field::Outcome:
    case Field::Environment:
        return ok(); // they lead, or stand in the totals
    case Field::Key: {
        const auto numbers = numbersOfKeys(db, {KeyId::fromString(t.value).value_or(KeyId())});
        if (!numbers)
            return fail(numbers.error());
        w.nothing |= numbers->isEmpty() && !t.negated;
        condition = sql::unindexed(db, QStringLiteral("r.key")) + QStringLiteral(" IN ") + listed(*numbers);
        break;
    }
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
        w.nothing |= *numbers == listed({}) && !t.negated;
        condition = QLatin1StringView(column) + QStringLiteral(" IN ") + *numbers;
    }
    }
    w.inTotals = false;
    w.rest +=
        QStringLiteral(" AND ") + (t.negated ? QStringLiteral("NOT ") : QString()) + u'(' + condition + u')';
    return ok();
}

Outcome addWord(QSqlDatabase &db, Where &w, const QString &word, const QList<KeyId> &named) {
    const QString like = likePart(word);
    QStringList any{QStringLiteral("r.path") + sql::likeAnyCase(db)};
    w.restValues.append(like);
    for (const Field f : {Field::UserAgent, Field::Ip, Field::Customer, Field::Scope, Field::Method}) {
        const auto [column, kind] = columnOf(f);
        const auto numbers =
            numbersLike(db, w, QStringLiteral("kind = %1").arg(static_cast<int>(kind)), like);
        if (!numbers)
            return fail(numbers.error());
        if (*numbers != listed({}))
            any.append(QLatin1StringView(column) + QStringLiteral(" IN ") + *numbers);
    }
    const auto keys = numbersOfKeys(db, named);
    if (!keys)
        return fail(keys.error());
    if (!keys->isEmpty())
        any.append(QStringLiteral("r.key IN ") + listed(*keys));
    w.inTotals = false;
    w.rest += QStringLiteral(" AND (") + any.join(QStringLiteral(" OR ")) + u')';
    return ok();
}

} // namespace

QString among(const QString &column, const QList<int> &numbers) {
    QStringList texts;
    for (const int n : numbers)
        texts.append(QString::number(n));
    return texts.isEmpty() ? QString() : QStringLiteral(" AND %1 IN (%2)").arg(column, texts.join(u','));
}

Result<Where> whereOf(QSqlDatabase &db, const RequestFilter &filter) {
    Where w;
    w.alongKey = QStringLiteral(" FROM requests r") + sql::along(db, QStringLiteral("requests_key"));
    w.alongOutcome = QStringLiteral(" FROM requests r") + sql::along(db, QStringLiteral("requests_outcome"));
    w.alongTime = QStringLiteral(" FROM requests r") + sql::along(db, {});
    w.firstId = filter.from ? firstIdOf(*filter.from) : 0;
    w.endId = filter.to ? firstIdOf(*filter.to) : std::numeric_limits<qint64>::max();
    w.outcomes = outcomesOf(filter);
    w.environments = environmentsOf(filter);
    const auto keys = numbersOfKeys(db, filter.keys);
    if (!keys)
        return fail(keys.error());
    for (const QString &number : *keys)
        w.keys.append(number.toLongLong());
    w.nothing = !filter.keys.isEmpty() && w.keys.isEmpty();
    if (!w.keys.isEmpty())
        w.rest += among(sql::unindexed(db, QStringLiteral("r.outcome")), w.outcomes);
    w.rest += among(QStringLiteral("r.environment"), w.environments);
    for (const RequestTerm &t : filter.terms) {
        if (auto done = addTerm(db, w, t); !done)
            return fail(done.error());
    }
    for (const QString &word : filter.words) {
        if (auto done = addWord(db, w, word, filter.named.value(word)); !done)
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
