#include "core/model/catalogue.h"
#include "core/model/strict_json.h"

#include <algorithm>
#include <array>

// The documented file format: docs/catalogue.md. Strict on purpose: a field that is not understood might be
// one that restricts, so nothing is skipped.

namespace latchkey {

namespace {

using Kind = JsonNode::Kind;
constexpr qsizetype MostNamed = 50; ///< problems of one document
constexpr std::array periodNames{"second", "minute", "hour", "day"};

/// Collects what is wrong, with its path and place in the document.
class Reader {
public:
    QList<FieldError> errors;

    void bad(const QString &path, const JsonNode &n, const char *code) {
        if (errors.size() < MostNamed)
            errors.append({path,
                           QLatin1StringView(code),
                           {{QStringLiteral("line"), n.line}, {QStringLiteral("column"), n.column}}});
    }

    bool object(const JsonNode &n, const QString &path, std::initializer_list<const char *> allowed) {
        if (n.kind != Kind::Object) {
            bad(path, n, "notAnObject");
            return false;
        }
        for (qsizetype i = 0; i < n.keys.size(); ++i) {
            const bool known = std::any_of(allowed.begin(), allowed.end(),
                                           [&](const char *a) { return n.keys[i] == QLatin1StringView(a); });
            if (!known)
                bad(path + u'.' + n.keys[i].left(100), n.items[i], "unknownField");
        }
        return true;
    }

    QString text(const JsonNode &o, const char *key, const QString &path, bool required) {
        const JsonNode *n = o.member(QLatin1StringView(key).toString());
        const QString at = path + u'.' + QLatin1StringView(key);
        if (!n) {
            if (required)
                bad(at, o, "missing");
            return {};
        }
        if (n->kind != Kind::Text)
            bad(at, *n, "notAText");
        return n->text;
    }

    bool flag(const JsonNode &o, const char *key, const QString &path) {
        const JsonNode *n = o.member(QLatin1StringView(key).toString());
        if (n && n->kind != Kind::Bool)
            bad(path + u'.' + QLatin1StringView(key), *n, "notAFlag");
        return n && n->flag;
    }

    std::optional<qint64> number(const JsonNode &o, const char *key, const QString &path) {
        const JsonNode *n = o.member(QLatin1StringView(key).toString());
        if (!n)
            return std::nullopt;
        if (n->kind == Kind::Number)
            return n->number;
        bad(path + u'.' + QLatin1StringView(key), *n, "notANumber");
        return std::nullopt;
    }

    const QList<JsonNode> &list(const JsonNode &o, const char *key, const QString &path) {
        static const QList<JsonNode> none;
        const JsonNode *n = o.member(QLatin1StringView(key).toString());
        if (n && n->kind != Kind::List)
            bad(path + u'.' + QLatin1StringView(key), *n, "notAList");
        return n && n->kind == Kind::List ? n->items : none;
    }
};

QString at(const QString &path, const char *list, qsizetype i) {
    return path + u'.' + QLatin1StringView(list) + u'[' + QString::number(i) + u']';
}

ScopeInfo readScope(Reader &r, const JsonNode &n, const QString &path) {
    ScopeInfo s;
    if (!r.object(n, path, {"id", "name", "description", "phrase", "reads", "destructive"}))
        return s;
    s.scope = Scope::fromString(r.text(n, "id", path, true)).value_or(Scope());
    s.name = r.text(n, "name", path, true);
    s.description = r.text(n, "description", path, false);
    s.phrase = r.text(n, "phrase", path, false);
    s.reads = r.flag(n, "reads", path);
    s.destructive = r.flag(n, "destructive", path);
    return s;
}

ResourceInfo readResource(Reader &r, const JsonNode &n, const QString &path) {
    ResourceInfo res;
    if (!r.object(n, path, {"id", "name", "description", "group", "billing", "scopes"}))
        return res;
    res.id = r.text(n, "id", path, true);
    res.name = r.text(n, "name", path, true);
    res.description = r.text(n, "description", path, false);
    res.group = r.text(n, "group", path, false);
    res.billing = r.flag(n, "billing", path);
    const auto &scopes = r.list(n, "scopes", path);
    for (qsizetype i = 0; i < scopes.size(); ++i)
        res.scopes.append(readScope(r, scopes[i], at(path, "scopes", i)));
    return res;
}

RateLimits readLimits(Reader &r, const JsonNode &o, const QString &path) {
    RateLimits limits;
    const JsonNode *n = o.member(u"limits");
    const QString here = path + QStringLiteral(".limits");
    if (!n || !r.object(*n, here, {"second", "minute", "hour", "day"}))
        return limits;
    for (const RatePeriod p : AllRatePeriods) {
        const char *name = periodNames[static_cast<size_t>(p)];
        const auto count = r.number(*n, name, here);
        if (count && (*count < 1 || *count > RateLimits::MaxCount))
            r.bad(here + u'.' + QLatin1StringView(name), *n->member(QLatin1StringView(name).toString()),
                  "outOfRange");
        else
            limits.set(p, count);
    }
    return limits;
}

KeyTemplate readTemplate(Reader &r, const JsonNode &n, const QString &path) {
    KeyTemplate t;
    if (!r.object(n, path, {"id", "name", "description", "type", "scopes", "limits", "expiresInDays"}))
        return t;
    t.id = r.text(n, "id", path, true);
    t.name = r.text(n, "name", path, true);
    t.description = r.text(n, "description", path, false);
    if (const JsonNode *type = n.member(u"type")) {
        const auto known = keyTypeFromWord(type->text);
        if (!known)
            r.bad(path + QStringLiteral(".type"), *type, "otherType");
        t.type = known.value_or(KeyType::General);
    }
    QList<Scope> scopes;
    const auto &list = r.list(n, "scopes", path);
    for (qsizetype i = 0; i < list.size(); ++i) {
        const auto s = Scope::fromString(list[i].text);
        if (!s)
            r.bad(at(path, "scopes", i), list[i], "badScope");
        else if (scopes.contains(*s))
            r.bad(at(path, "scopes", i), list[i], "duplicateId");
        else
            scopes.append(*s);
    }
    t.scopes = ScopeSet(std::move(scopes));
    t.limits = readLimits(r, n, path);
    if (const auto days = r.number(n, "expiresInDays", path)) {
        if (*days < 1 || *days > 3650)
            r.bad(path + QStringLiteral(".expiresInDays"), *n.member(u"expiresInDays"), "outOfRange");
        else
            t.expiresInDays = static_cast<int>(*days);
    }
    return t;
}

/// What validate() names by its path stands somewhere in the document: as deep as the path can be followed.
void findPlace(const JsonNode &root, FieldError *e) {
    const JsonNode *n = &root;
    QStringView path = QStringView(e->field).mid(1);
    while (!path.isEmpty()) {
        const bool item = path.startsWith(u'[');
        qsizetype end = 1;
        while (end < path.size() && path.at(end) != u'.' && path.at(end) != u'[')
            ++end;
        const QStringView step = path.first(end);
        const qsizetype i = item ? step.mid(1).chopped(1).toLongLong() : -1;
        const JsonNode *next = item ? (i < n->items.size() ? &n->items[i] : nullptr) : n->member(step.mid(1));
        if (!next)
            break;
        n = next;
        path = path.mid(end);
    }
    e->params.insert(QStringLiteral("line"), n->line);
    e->params.insert(QStringLiteral("column"), n->column);
}

/// What the values mean is looked at also where some could not be read: all that is wrong is named at once,
/// but nothing that only follows from what was named already.
void addMeaning(const JsonNode &root, const CatalogueDraft &draft, QList<FieldError> *errors) {
    const QList<FieldError> named = *errors;
    const auto isNamed = [&](const QString &field) {
        return std::any_of(named.begin(), named.end(), [&](const FieldError &e) {
            return field.startsWith(e.field) &&
                   (field.size() == e.field.size() || field[e.field.size()] == u'.' ||
                    field[e.field.size()] == u'[');
        });
    };
    // A resource that could not be read has permissions that only seem to be missing from the catalogue; so
    // has one with a field of an unknown name, which may be a mistyped "scopes" or "billing".
    const bool wholeResources = std::none_of(named.begin(), named.end(), [](const FieldError &e) {
        return e.field.startsWith(QStringLiteral("$.resources"));
    });
    const auto isMistyped = [&](const QString &field) {
        const QString beside = field.section(u'.', 0, -2) + u'.';
        return std::any_of(named.begin(), named.end(), [&](const FieldError &e) {
            return e.code == QStringLiteral("unknownField") && e.field.startsWith(beside);
        });
    };
    qsizetype added = 0;
    for (FieldError &e : validate(draft)) {
        const bool ofType = e.code == QStringLiteral("wrongType");
        const bool ofScope = ofType || e.code == QStringLiteral("unknownScope");
        const bool typeUnread =
            ofType && isNamed(e.field.section(u'.', 0, -2) + QStringLiteral(".type")); // beside ".scopes"
        const bool elsewhere = e.code == QStringLiteral("noScopes") && isMistyped(e.field);
        if (isNamed(e.field) || (ofScope && !wholeResources) || typeUnread || elsewhere)
            continue;
        findPlace(root, &e);
        errors->append(std::move(e));
        if (++added == MostNamed)
            break;
    }
    const auto place = [](const FieldError &e) {
        return std::pair(e.params.value(QStringLiteral("line")).toInt(),
                         e.params.value(QStringLiteral("column")).toInt());
    };
    std::stable_sort(errors->begin(), errors->end(),
                     [&](const FieldError &a, const FieldError &b) { return place(a) < place(b); });
    *errors = errors->mid(0, MostNamed);
}

/// Writes the members of one object, leaving out what is not set.
class Writer {
public:
    explicit Writer(int depth)
        : m_indent(qsizetype{2} * depth, u' ') {}
    Writer &raw(const char *key, const QString &json) {
        m_members.append(m_indent + QStringLiteral("  \"") + QLatin1StringView(key) + QStringLiteral("\": ") +
                         json);
        return *this;
    }
    Writer &text(const char *key, const QString &t, bool always = false) {
        return t.isEmpty() && !always ? *this : raw(key, jsonText(t));
    }
    Writer &flag(const char *key, bool on) { return on ? raw(key, QStringLiteral("true")) : *this; }
    Writer &list(const char *key, const QStringList &objects) {
        const QString line = QStringLiteral("\n") + m_indent;
        return raw(key, objects.isEmpty()
                            ? QStringLiteral("[]")
                            : QStringLiteral("[") + line + QStringLiteral("    ") +
                                  objects.join(QStringLiteral(",") + line + QStringLiteral("    ")) + line +
                                  QStringLiteral("  ]"));
    }
    [[nodiscard]] QString object() const {
        return QStringLiteral("{\n") + m_members.join(QStringLiteral(",\n")) + u'\n' + m_indent + u'}';
    }

private:
    QString m_indent;
    QStringList m_members;
};

QString scopeJson(const ScopeInfo &s) {
    Writer w(4);
    w.text("id", s.scope.toString(), true).text("name", s.name, true).text("description", s.description);
    w.text("phrase", s.phrase).flag("reads", s.reads).flag("destructive", s.destructive);
    return w.object();
}

QString resourceJson(const ResourceInfo &r) {
    QStringList scopes;
    for (const ScopeInfo &s : r.scopes)
        scopes.append(scopeJson(s));
    Writer w(2);
    w.text("id", r.id, true).text("name", r.name, true).text("description", r.description);
    w.text("group", r.group).flag("billing", r.billing).list("scopes", scopes);
    return w.object();
}

QString templateJson(const KeyTemplate &t) {
    QStringList scopes, limits;
    for (const Scope &s : t.scopes)
        scopes.append(jsonText(s.toString()));
    for (const RatePeriod p : AllRatePeriods) {
        if (const auto n = t.limits.get(p))
            limits.append(QStringLiteral("\"%1\": %2")
                              .arg(QLatin1StringView(periodNames[static_cast<size_t>(p)]))
                              .arg(*n));
    }
    Writer w(2);
    w.text("id", t.id, true).text("name", t.name, true).text("description", t.description);
    w.text("type", toWord(t.type)).raw("scopes", u'[' + scopes.join(QStringLiteral(", ")) + u']');
    if (!limits.isEmpty())
        w.raw("limits", QStringLiteral("{ ") + limits.join(QStringLiteral(", ")) + QStringLiteral(" }"));
    if (t.expiresInDays)
        w.raw("expiresInDays", QString::number(*t.expiresInDays));
    return w.object();
}

} // namespace

Result<Catalogue> Catalogue::fromJson(const QByteArray &json) {
    const auto parsed = parseStrictJson(json);
    if (!parsed)
        return fail(parsed.error());
    const JsonNode &root = *parsed;
    Reader r;
    const QString path = QStringLiteral("$");
    CatalogueDraft draft;
    bool ours = false;
    if (r.object(root, path, {"format", "name", "resources", "templates"})) {
        const JsonNode *format = root.member(u"format");
        ours = format && format->kind == Kind::Number && format->number == 1;
        if (!ours)
            r.bad(QStringLiteral("$.format"), format ? *format : root, "otherFormat");
        draft.name = r.text(root, "name", path, true);
        const auto &resources = r.list(root, "resources", path);
        for (qsizetype i = 0; i < resources.size(); ++i)
            draft.resources.append(readResource(r, resources[i], at(path, "resources", i)));
        const auto &templates = r.list(root, "templates", path);
        for (qsizetype i = 0; i < templates.size(); ++i)
            draft.templates.append(readTemplate(r, templates[i], at(path, "templates", i)));
    }
    if (ours) // another format has other rules
        addMeaning(root, draft, &r.errors);
    if (!r.errors.isEmpty())
        return fail(Error(std::move(r.errors)));
    return fromDraft(std::move(draft));
}

QByteArray Catalogue::toJson() const {
    QStringList resources, templates;
    for (const ResourceInfo &r : m_resources)
        resources.append(resourceJson(r));
    for (const KeyTemplate &t : m_templates)
        templates.append(templateJson(t));
    Writer w(0);
    w.raw("format", QStringLiteral("1")).text("name", m_name, true).list("resources", resources);
    if (!templates.isEmpty())
        w.list("templates", templates);
    return (w.object() + u'\n').toUtf8();
}

} // namespace latchkey
