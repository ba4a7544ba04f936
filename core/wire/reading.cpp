#include "core/wire/reading.h"

#include <algorithm>

namespace latchkey::wire {

namespace {

using Kind = JsonNode::Kind;
constexpr qsizetype MostErrors = 50;

QVariantMap most(qsizetype n) {
    return {{QStringLiteral("max"), static_cast<qint64>(n)}};
}

} // namespace

std::optional<Instant> instantFrom(QStringView text) {
    constexpr QStringView shape = u"0000-00-00T00:00:00.000Z";
    if (text.size() != shape.size())
        return std::nullopt;
    for (qsizetype i = 0; i < shape.size(); ++i) {
        const bool digit = text[i] >= u'0' && text[i] <= u'9';
        if (shape[i] == u'0' ? !digit : text[i] != shape[i])
            return std::nullopt;
    }
    const QDateTime t = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!t.isValid() || Instant::fromDateTime(t).toIso() != text)
        return std::nullopt; // 24:00:00 would be the next day's beginning
    return Instant::fromDateTime(t);
}

std::optional<qint64> counterFrom(QStringView text) {
    const bool digits = !text.isEmpty() &&
                        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits || (text.size() > 1 && text.front() == u'0'))
        return std::nullopt;
    bool fits = false;
    const qint64 n = text.toLongLong(&fits);
    return fits ? std::optional(n) : std::nullopt;
}

ObjectReader::ObjectReader(const JsonNode &node, QString path, QList<FieldError> &errors,
                           Strictness strictness)
    : m_path(std::move(path))
    , m_errors(errors)
    , m_strictness(strictness) {
    if (node.kind == Kind::Object)
        m_object = &node;
    else
        m_errors.append({m_path, QStringLiteral("notAnObject"), {}});
}

QString ObjectReader::pathOf(const char *name) const {
    return m_path.isEmpty() ? QString(QLatin1StringView(name)) : m_path + u'.' + QLatin1StringView(name);
}

void ObjectReader::bad(const char *name, const char *code, QVariantMap params) const {
    if (m_errors.size() < MostErrors)
        m_errors.append({pathOf(name), QLatin1StringView(code), std::move(params)});
}

bool ObjectReader::has(const char *name) const {
    return m_object && m_object->member(QLatin1StringView(name).toString()) != nullptr;
}

const JsonNode *ObjectReader::take(const char *name) {
    const QString key = QLatin1StringView(name);
    m_seen.insert(key);
    const JsonNode *n = m_object ? m_object->member(key) : nullptr;
    return n && n->kind != Kind::Null ? n : nullptr;
}

const JsonNode *ObjectReader::require(const char *name) {
    const JsonNode *n = take(name);
    if (!n && m_object)
        bad(name, "missing");
    return n;
}

QString ObjectReader::text(const char *name, bool required) {
    const JsonNode *n = required ? require(name) : take(name);
    if (n && n->kind != Kind::Text)
        bad(name, "notAText");
    return n && n->kind == Kind::Text ? n->text : QString();
}

std::optional<bool> ObjectReader::flag(const char *name) {
    const JsonNode *n = take(name);
    if (n && n->kind != Kind::Bool)
        bad(name, "notAFlag");
    return n && n->kind == Kind::Bool ? std::optional(n->flag) : std::nullopt;
}

std::optional<qint64> ObjectReader::number(const char *name, qint64 least, qint64 highest) {
    const JsonNode *n = take(name);
    if (!n)
        return std::nullopt;
    if (n->kind != Kind::Number) {
        bad(name, "notANumber");
        return std::nullopt;
    }
    if (n->number < least || n->number > highest) {
        bad(name, "outOfRange", {{QStringLiteral("min"), least}, {QStringLiteral("max"), highest}});
        return std::nullopt;
    }
    return n->number;
}

std::optional<qint64> ObjectReader::counter(const char *name, bool required) {
    const JsonNode *n = required ? require(name) : take(name);
    if (!n)
        return std::nullopt;
    const auto found = n->kind == Kind::Text ? counterFrom(n->text) : std::nullopt;
    if (!found)
        bad(name, "badCounter");
    return found;
}

std::optional<Instant> ObjectReader::instant(const char *name, bool required) {
    const JsonNode *n = required ? require(name) : take(name);
    if (!n)
        return std::nullopt;
    const auto found = n->kind == Kind::Text ? instantFrom(n->text) : std::nullopt;
    if (!found)
        bad(name, "badTime");
    return found;
}

KeyId ObjectReader::id(const char *name, bool required) {
    const JsonNode *n = required ? require(name) : take(name);
    if (!n)
        return {};
    const auto found = n->kind == Kind::Text ? KeyId::fromString(n->text) : std::nullopt;
    if (!found)
        bad(name, "badId");
    return found.value_or(KeyId());
}

const QList<JsonNode> &ObjectReader::list(const char *name, qsizetype highest) {
    static const QList<JsonNode> none;
    const JsonNode *n = take(name);
    if (!n)
        return none;
    if (n->kind != Kind::List) {
        bad(name, "notAList");
        return none;
    }
    if (n->items.size() > highest) {
        bad(name, "tooMany", most(highest));
        return none;
    }
    return n->items;
}

QStringList ObjectReader::texts(const char *name, qsizetype highest) {
    const QList<JsonNode> &items = list(name, highest);
    QStringList found;
    found.reserve(items.size());
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items[i].kind == Kind::Text)
            found.append(items[i].text);
        else
            m_errors.append(
                {QStringLiteral("%1[%2]").arg(pathOf(name)).arg(i), QStringLiteral("notAText"), {}});
    }
    return found;
}

QList<KeyId> ObjectReader::ids(const char *name, qsizetype highest) {
    const QList<JsonNode> &items = list(name, highest);
    QList<KeyId> found;
    found.reserve(items.size());
    for (qsizetype i = 0; i < items.size(); ++i) {
        const auto id = items[i].kind == Kind::Text ? KeyId::fromString(items[i].text) : std::nullopt;
        if (id)
            found.append(*id);
        else if (m_errors.size() < MostErrors)
            m_errors.append({QStringLiteral("%1[%2]").arg(pathOf(name)).arg(i), QStringLiteral("badId"), {}});
    }
    return found;
}

void ObjectReader::refuse(std::initializer_list<const char *> readOnly) {
    if (m_strictness == Strictness::Answer)
        return;
    for (const char *name : readOnly) {
        if (has(name)) {
            m_seen.insert(QLatin1StringView(name));
            bad(name, "readOnly");
        }
    }
}

void ObjectReader::finish() {
    if (!m_object || m_strictness == Strictness::Answer)
        return;
    for (const QString &key : m_object->keys) {
        if (!m_seen.contains(key))
            bad(key.left(100).toUtf8().constData(), "unknownField");
    }
}

Result<JsonNode> parseBody(const QByteArray &json, const JsonBounds &bounds) {
    auto parsed = parseStrictJson(json, bounds);
    if (parsed)
        return parsed;
    Error e = parsed.error();
    for (FieldError &f : e.fields) {
        if (f.field.startsWith(QStringLiteral("$.")))
            f.field.remove(0, 2);
        else if (f.field.startsWith(u'$'))
            f.field.remove(0, 1);
    }
    return fail(std::move(e));
}

Result<JsonNode> parseAnswer(const QByteArray &json, int mostValues) {
    return parseBody(json, {qsizetype{64} << 20, 16, mostValues});
}

} // namespace latchkey::wire
