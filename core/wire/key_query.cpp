#include "core/wire/key_query.h"

#include "core/wire/reading.h"

#include <algorithm>

namespace latchkey::wire {

namespace {

constexpr std::array smartWords{
    "none",          "expiring_soon", "expired_recently", "never_used",      "unused",           "no_expiry",
    "no_rate_limit", "broad_access",  "billing",          "damaged",         "recently_deleted", "rotating",
    "revoked",       "rate_limited",  "rejections_up",    "over_privileged", "possibly_exposed"};
static_assert(smartWords.size() == SmartFilterCount);
constexpr std::array columnWords{"name",      "environment", "type",      "permissions", "created",
                                 "last_used", "status",      "expires",   "owner",       "rate_limit",
                                 "stored_in", "id",          "customers", "tags",        "alerts"};
constexpr std::array termWords{"method", "path",   "scope",   "customer",    "ip", "agent",
                               "code",   "status", "outcome", "environment", "key"};

template<typename E, std::size_t N>
std::optional<E> wordAmong(const std::array<const char *, N> &words, QStringView word) {
    for (std::size_t i = 0; i < N; ++i) {
        if (word == QLatin1StringView(words[i]))
            return static_cast<E>(i);
    }
    return std::nullopt;
}

/// Unlike QUrlQuery's own: a plus sign is a plus sign in no form, so it goes encoded.
QString encoded(const QString &value) {
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

void add(QUrlQuery &query, const char *name, const QString &value) {
    query.addQueryItem(QLatin1StringView(name), encoded(value));
}

void addDays(QUrlQuery &query, const char *name, int days, int byDefault) {
    if (days != byDefault)
        add(query, name, QString::number(days));
}

/// UTF-8 behind percent signs, strictly; nothing for half an escape or bytes that are no text.
std::optional<QString> decoded(QByteArrayView text) {
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            bytes.append(text[i] == '+' ? ' ' : text[i]);
            continue;
        }
        bool good = i + 2 < text.size();
        const int byte = good ? text.sliced(i + 1, 2).toByteArray().toInt(&good, 16) : 0;
        if (!good || byte == 0)
            return std::nullopt;
        bytes.append(static_cast<char>(byte));
        i += 2;
    }
    const QString found = QString::fromUtf8(bytes);
    return found.toUtf8() == bytes ? std::optional(found) : std::nullopt;
}

std::optional<RequestTerm> termFrom(const QString &text) {
    RequestTerm t;
    t.negated = text.startsWith(u'-');
    const qsizetype from = t.negated ? 1 : 0;
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return std::nullopt;
    const auto field = wordAmong<RequestTerm::Field>(termWords, QStringView(text).mid(from, colon - from));
    t.value = text.mid(colon + 1);
    if (!field || !isTermValue(*field, t.value))
        return std::nullopt;
    t.field = *field;
    return t;
}

} // namespace

QueryReader::QueryReader(const QByteArray &query, QList<FieldError> &errors)
    : m_errors(errors) {
    if (query.isEmpty())
        return;
    const QList<QByteArray> pieces = query.split('&');
    for (const QByteArray &piece : pieces) {
        const qsizetype equals = piece.indexOf('=');
        const auto name = decoded(equals < 0 ? QByteArrayView(piece) : QByteArrayView(piece).first(equals));
        const auto value = decoded(equals < 0 ? QByteArrayView() : QByteArrayView(piece).sliced(equals + 1));
        if (!name || !value)
            m_errors.append({name.value_or(QString()).left(100), QStringLiteral("badEncoding"), {}});
        else
            m_items.append({*name, *value});
    }
}

void QueryReader::bad(const char *name, const char *code, QVariantMap params) {
    m_errors.append({QLatin1StringView(name), QLatin1StringView(code), std::move(params)});
}

QStringList QueryReader::texts(const char *name, qsizetype most) {
    const QString wanted = QLatin1StringView(name);
    m_seen.insert(wanted);
    QStringList values;
    for (const auto &[n, v] : std::as_const(m_items)) {
        if (n == wanted)
            values.append(v);
    }
    if (values.size() > most) {
        bad(name, "tooMany", {{QStringLiteral("max"), static_cast<qint64>(most)}});
        values.resize(most);
    }
    return values;
}

QString QueryReader::text(const char *name, qsizetype most) {
    const QStringList values = texts(name);
    if (values.isEmpty())
        return {};
    if (values.size() > 1) {
        bad(name, "repeated");
        return {};
    }
    if (values.first().size() > most) {
        bad(name, "tooLong", {{QStringLiteral("max"), static_cast<qint64>(most)}});
        return {};
    }
    return values.first();
}

std::optional<qint64> QueryReader::number(const char *name, qint64 least, qint64 most) {
    const QString t = text(name);
    if (t.isEmpty())
        return std::nullopt;
    const auto n = counterFrom(t);
    if (!n) {
        bad(name, "notANumber");
        return std::nullopt;
    }
    if (*n < least || *n > most) {
        bad(name, "outOfRange", {{QStringLiteral("min"), least}, {QStringLiteral("max"), most}});
        return std::nullopt;
    }
    return n;
}

std::optional<bool> QueryReader::flag(const char *name) {
    const QString t = text(name);
    if (t.isEmpty())
        return std::nullopt;
    if (t != QStringLiteral("true") && t != QStringLiteral("false"))
        bad(name, "notAFlag");
    return t == QStringLiteral("true");
}

std::optional<Instant> QueryReader::instant(const char *name) {
    const QString t = text(name);
    if (t.isEmpty())
        return std::nullopt;
    const auto found = instantFrom(t);
    if (!found)
        bad(name, "badTime");
    return found;
}

KeyId QueryReader::id(const char *name) {
    const QString t = text(name);
    if (t.isEmpty())
        return {};
    const auto found = KeyId::fromString(t);
    if (!found)
        bad(name, "badId");
    return found.value_or(KeyId());
}

void QueryReader::finish() {
    for (const auto &[n, v] : std::as_const(m_items)) {
        if (!m_seen.contains(n)) {
            m_seen.insert(n);
            m_errors.append({n.left(100), QStringLiteral("unknownParameter"), {}});
        }
    }
}

QUrlQuery toQuery(const Thresholds &t) {
    const Thresholds byDefault;
    QUrlQuery query;
    addDays(query, "expiringDays", t.expiringDays, byDefault.expiringDays);
    addDays(query, "expiredDays", t.expiredDays, byDefault.expiredDays);
    addDays(query, "neverUsedDays", t.neverUsedDays, byDefault.neverUsedDays);
    addDays(query, "unusedDays", t.unusedDays, byDefault.unusedDays);
    return query;
}

Thresholds thresholdsFrom(QueryReader &r) {
    Thresholds t;
    const auto days = [&r](const char *name, int *into) {
        if (const auto n = r.number(name, 0, 36'500))
            *into = static_cast<int>(*n);
    };
    days("expiringDays", &t.expiringDays);
    days("expiredDays", &t.expiredDays);
    days("neverUsedDays", &t.neverUsedDays);
    days("unusedDays", &t.unusedDays);
    return t;
}

QUrlQuery toQuery(const KeyQuery &q) {
    QUrlQuery query = toQuery(q.thresholds);
    if (const QString text = formatFilter(q.filter); !text.isEmpty())
        add(query, "q", text);
    if (q.filter.environment)
        add(query, "environment", toWord(*q.filter.environment));
    if (q.filter.smart != SmartFilter::None)
        add(query, "smart", toWord(q.filter.smart));
    KeySort sort = q.sort;
    if (sort.column == SortColumn::Connection) // all are of one
        sort.column = SortColumn::Name;
    if (sort != KeySort())
        add(query, "sort",
            (sort.order == Qt::DescendingOrder ? QStringLiteral("-") : QString()) + toWord(sort.column));
    if (q.sortKeys)
        add(query, "sortKeys", QStringLiteral("true"));
    return query;
}

KeyQuery keyQueryFrom(QueryReader &r) {
    KeyQuery q;
    q.thresholds = thresholdsFrom(r);
    QList<FilterProblem> problems;
    q.filter = parseFilter(r.text("q"), &problems);
    for (const FilterProblem &p : std::as_const(problems)) {
        if (p.code == QStringLiteral("unknownField"))
            continue; // a word of a name may look like one
        r.bad("q", "badValue", {{QStringLiteral("word"), p.word.left(100)}});
        break;
    }
    q.filter.environment = r.word("environment", [](QStringView w) { return environmentFromWord(w); });
    q.filter.smart = r.word("smart", smartFilterFromWord).value_or(SmartFilter::None);
    const QString sort = r.text("sort");
    if (!sort.isEmpty()) {
        const bool down = sort.startsWith(u'-');
        const auto column = sortColumnFromWord(QStringView(sort).mid(down ? 1 : 0));
        if (!column)
            r.bad("sort", "badWord");
        q.sort = {column.value_or(SortColumn::Created), down ? Qt::DescendingOrder : Qt::AscendingOrder};
    }
    return q;
}

QUrlQuery toQuery(const RequestFilter &f) {
    QUrlQuery query;
    for (const RequestOutcome o : f.outcomes)
        add(query, "outcome", toWord(o));
    for (const KeyId &k : f.keys)
        add(query, "key", k.toString());
    if (f.environment)
        add(query, "environment", toWord(*f.environment));
    if (f.from)
        add(query, "from", f.from->toIso());
    if (f.to)
        add(query, "to", f.to->toIso());
    for (const RequestTerm &t : f.terms)
        add(query, "term",
            (t.negated ? QStringLiteral("-") : QString()) +
                QLatin1StringView(termWords[static_cast<std::size_t>(t.field)]) + u':' + t.value);
    for (const QString &w : f.words)
        add(query, "word", w);
    return query;
}

RequestFilter requestFilterFrom(QueryReader &r) {
    RequestFilter f;
    const QStringList outcomes = r.texts("outcome"), keys = r.texts("key", 1000),
                      terms = r.texts("term", 400);
    for (const QString &o : outcomes) {
        const auto found = outcomeFromWord(o);
        if (found)
            f.outcomes.append(*found);
        else
            r.bad("outcome", "badWord");
    }
    for (const QString &k : keys) {
        const auto found = KeyId::fromString(k);
        if (found)
            f.keys.append(*found);
        else
            r.bad("key", "badId");
    }
    f.environment = r.word("environment", [](QStringView w) { return environmentFromWord(w); });
    f.from = r.instant("from");
    f.to = r.instant("to");
    for (const QString &t : terms) {
        const auto found = termFrom(t);
        if (found)
            f.terms.append(*found);
        else
            r.bad("term", "badValue");
    }
    f.words = r.texts("word");
    return f;
}

QString toWord(SmartFilter f) {
    return QLatin1StringView(smartWords[static_cast<std::size_t>(f)]);
}

std::optional<SmartFilter> smartFilterFromWord(QStringView word) {
    return wordAmong<SmartFilter>(smartWords, word);
}

QString toWord(SortColumn c) {
    return QLatin1StringView(columnWords[static_cast<std::size_t>(c)]);
}

std::optional<SortColumn> sortColumnFromWord(QStringView word) {
    return wordAmong<SortColumn>(columnWords, word);
}

std::optional<RequestOutcome> outcomeFromWord(QStringView word) {
    for (const RequestOutcome o : AllRequestOutcomes) {
        if (latchkey::toWord(o) == word)
            return o;
    }
    return std::nullopt;
}

} // namespace latchkey::wire
