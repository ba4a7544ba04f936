#include "core/model/key_filter.h"
#include "core/model/near_word.h"

#include <algorithm>
#include <array>

namespace latchkey {

namespace {

using Field = FilterTerm::Field;
using Op = FilterTerm::Op;

struct FieldWord {
    const char *word;
    Field field;
};
// The first word of a field is the one that formatTerm writes.
constexpr std::array fieldWords{
    FieldWord{"status", Field::Status},
    FieldWord{"env", Field::Environment},
    FieldWord{"environment", Field::Environment},
    FieldWord{"type", Field::Type},
    FieldWord{"perm", Field::Permission},
    FieldWord{"permission", Field::Permission},
    FieldWord{"scope", Field::Permission},
    FieldWord{"customer", Field::Customer},
    FieldWord{"tag", Field::Tag},
    FieldWord{"owner", Field::Owner},
    FieldWord{"created", Field::Created},
    FieldWord{"last", Field::LastUsed},
    FieldWord{"expires", Field::Expires},
    FieldWord{"id", Field::Id},
    FieldWord{"limit", Field::Limit},
    FieldWord{"ip", Field::Ip},
    FieldWord{"name", Field::Name},
};

std::optional<Field> fieldOf(QStringView word) {
    for (const FieldWord &w : fieldWords) {
        if (word.compare(QLatin1StringView(w.word), Qt::CaseInsensitive) == 0)
            return w.field;
    }
    return std::nullopt;
}

bool isTime(Field f) {
    return f == Field::Created || f == Field::LastUsed || f == Field::Expires;
}

/// `90d`, `12h`, `30m`, `2w`, `1y`
std::optional<qint64> durationMs(QStringView text) {
    if (text.size() < 2)
        return std::nullopt;
    bool good = false;
    const qint64 n = text.left(text.size() - 1).toLongLong(&good);
    if (!good || n < 0 || n > 100'000)
        return std::nullopt;
    constexpr qint64 minute = 60'000, day = 86'400'000;
    switch (text.back().toLower().unicode()) {
    case u'm':
        return n * minute;
    case u'h':
        return n * 60 * minute;
    case u'd':
        return n * day;
    case u'w':
        return n * 7 * day;
    case u'y':
        return n * 365 * day;
    default:
        return std::nullopt;
    }
}

QString durationText(qint64 ms) {
    constexpr qint64 minute = 60'000, hour = 60 * minute, day = 24 * hour;
    if (ms % day == 0)
        return QString::number(ms / day) + u'd';
    if (ms % hour == 0)
        return QString::number(ms / hour) + u'h';
    return QString::number(ms / minute) + u'm';
}

/// A short form of an enumeration's word: `prod`, `stag`, `dev`, `act` …
template<typename All, typename ToWord>
QString completed(QStringView text, const All &all, ToWord toWordOf) {
    QString found;
    for (const auto v : all) {
        const QString w = toWordOf(v);
        if (text.size() >= 3 && w.startsWith(text)) {
            if (!found.isEmpty())
                return {};
            found = w;
        }
    }
    return found;
}

std::optional<QString> enumValue(Field f, const QString &value) {
    QString found = value;
    if (f == Field::Status) {
        static constexpr std::array all{KeyStatus::Active,  KeyStatus::Inactive, KeyStatus::Revoked,
                                        KeyStatus::Expired, KeyStatus::Deleted,  KeyStatus::Damaged};
        found = completed(value, all, [](KeyStatus s) { return toWord(s); });
    } else if (f == Field::Environment) {
        found = completed(value, AllEnvironments, [](Environment e) { return toWord(e); });
        if (found.isEmpty()) {
            for (const Environment e : AllEnvironments) {
                if (tokenWord(e) == value)
                    found = toWord(e);
            }
        }
    } else if (f == Field::Type) {
        static constexpr std::array all{KeyType::General, KeyType::Billing};
        found = completed(value, all, [](KeyType t) { return toWord(t); });
    }
    return found.isEmpty() ? std::nullopt : std::optional(found);
}

std::optional<FilterTerm> termOf(Field field, bool negated, const QString &value) {
    FilterTerm t;
    t.field = field;
    t.negated = negated;
    if (isTime(field)) {
        if (value == QStringLiteral("never")) {
            t.op = Op::Never;
            return field == Field::Created ? std::nullopt : std::optional(t);
        }
        if (!value.startsWith(u'<') && !value.startsWith(u'>'))
            return std::nullopt;
        t.op = value.startsWith(u'>') ? Op::OlderThan : Op::Within;
        const auto ms = durationMs(QStringView(value).mid(1));
        if (!ms)
            return std::nullopt;
        t.amountMs = *ms;
        return t;
    }
    if (field == Field::Limit && (value == QStringLiteral("none") || value == QStringLiteral("never"))) {
        t.op = Op::Never;
        return t;
    }
    const auto found = field == Field::Environment && value == NoEnvironment ? std::optional(value)
                                                                             : enumValue(field, value);
    if (!found)
        return std::nullopt;
    t.value = *found;
    return t;
}

QString quotedIfNeeded(const QString &s, bool isWord = false) {
    const bool needed =
        std::any_of(s.begin(), s.end(), [isWord](QChar c) { return c.isSpace() || (isWord && c == u':'); });
    return needed ? u'"' + s + u'"' : s;
}

QStringList fieldNames() {
    QStringList names;
    for (const FieldWord &w : fieldWords)
        names.append(QLatin1StringView(w.word));
    return names;
}

/// Letters before the colon, and something after it.
bool looksLikeField(QStringView body, qsizetype colon) {
    return colon > 0 && colon + 1 < body.size() &&
           std::all_of(body.begin(), body.begin() + colon, [](QChar c) { return c.isLetter(); });
}

} // namespace

QList<SearchWord> searchWords(const QString &typed) {
    QList<SearchWord> words;
    SearchWord word;
    bool quoted = false;
    for (qsizetype i = 0; i <= typed.size(); ++i) {
        const QChar c = i < typed.size() ? typed[i] : QChar();
        if (i == typed.size() || (c.isSpace() && !quoted)) {
            if (!word.text.isEmpty())
                words.append(word);
            word = {};
        } else if (c == u'"') {
            quoted = !quoted;
        } else {
            if (word.text.isEmpty())
                word.at = i;
            if (c == u':' && !quoted && word.colon < 0)
                word.colon = word.text.size();
            word.text.append(c);
        }
    }
    return words;
}

std::optional<FilterProblem> unknownField(const SearchWord &typed, const QStringList &known) {
    const qsizetype start = typed.text.startsWith(u'-') && typed.text.size() > 1 ? 1 : 0;
    const QStringView body = QStringView(typed.text).mid(start);
    const qsizetype colon = typed.colon - start;
    if (!looksLikeField(body, colon))
        return std::nullopt;
    const QString name = body.left(colon).toString();
    return FilterProblem{typed.text, QStringLiteral("unknownField"), name, typed.at + start,
                         nearestWord(name.toLower(), known)};
}

QString corrected(const QString &typed, const FilterProblem &problem) {
    QString text = typed;
    if (text.mid(problem.at, problem.field.size()) == problem.field)
        text.replace(problem.at, problem.field.size(), problem.nearest);
    return text;
}

KeyFilter parseFilter(const QString &text, QList<FilterProblem> *problems) {
    KeyFilter filter;
    for (const SearchWord &typed : searchWords(text.left(2000))) {
        const QString &word = typed.text;
        const qsizetype start = word.startsWith(u'-') && word.size() > 1 ? 1 : 0;
        const bool negated = start > 0;
        const QStringView body = QStringView(word).mid(start);
        const qsizetype colon = typed.colon - start;
        const auto field = colon > 0 ? fieldOf(body.left(colon)) : std::nullopt;
        if (!field) {
            if (const auto problem = unknownField(typed, fieldNames()); problem && problems)
                problems->append(*problem);
            if (const QString folded = foldForSearch(word);
                !folded.isEmpty()) // of an accent alone nothing stays
                filter.words.append(folded);
            continue;
        }
        const QString value = body.mid(colon + 1).toString().toLower();
        if (value.isEmpty())
            continue; // still being typed
        if (const auto term = termOf(*field, negated, value))
            filter.terms.append(*term);
        else if (problems)
            problems->append({word, QStringLiteral("badValue")});
    }
    return filter;
}

QString formatTerm(const FilterTerm &t) {
    QString word;
    for (const FieldWord &w : fieldWords) {
        if (w.field == t.field) {
            word = QLatin1StringView(w.word);
            break;
        }
    }
    QString value = t.value;
    if (t.op == Op::Never)
        value = t.field == Field::Limit ? QStringLiteral("none") : QStringLiteral("never");
    else if (t.op == Op::OlderThan)
        value = u'>' + durationText(t.amountMs);
    else if (t.op == Op::Within)
        value = u'<' + durationText(t.amountMs);
    return (t.negated ? QStringLiteral("-") : QString()) + word + u':' + quotedIfNeeded(value);
}

QString formatFilter(const KeyFilter &f) {
    QStringList parts;
    for (const FilterTerm &t : f.terms)
        parts.append(formatTerm(t));
    for (const QString &w : f.words)
        parts.append(quotedIfNeeded(w, true));
    return parts.join(u' ');
}

} // namespace latchkey
