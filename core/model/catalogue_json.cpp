#include "core/model/catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

// The documented file format: docs/catalogue.md. Strict on purpose: a field that is not understood might be
// one that restricts, so nothing is skipped.

namespace latchkey {

namespace {

/// Collects the first thing that is wrong, with its path in the document.
class Reader {
public:
    QString problem;

    void bad(const QString &path, const char *what) {
        if (problem.isEmpty())
            problem = path + QStringLiteral(": ") + QLatin1StringView(what);
    }

    QJsonObject object(const QJsonValue &v, const QString &path,
                       std::initializer_list<const char *> allowed) {
        if (!v.isObject()) {
            bad(path, "expected an object");
            return {};
        }
        const QJsonObject o = v.toObject();
        for (auto it = o.begin(); it != o.end(); ++it) {
            const bool known = std::any_of(allowed.begin(), allowed.end(),
                                           [&](const char *a) { return it.key() == QLatin1StringView(a); });
            if (!known)
                bad(path + u'.' + it.key(), "unknown field");
        }
        return o;
    }

    QString text(const QJsonObject &o, const char *key, const QString &path, bool required) {
        const QJsonValue v = o.value(QLatin1StringView(key));
        const QString at = path + u'.' + QLatin1StringView(key);
        if (v.isUndefined() && !required)
            return {};
        if (!v.isString() || (required && v.toString().isEmpty()) || v.toString().size() > 300) {
            bad(at, "expected a text of at most 300 characters");
            return {};
        }
        return v.toString();
    }

    bool flag(const QJsonObject &o, const char *key, const QString &path) {
        const QJsonValue v = o.value(QLatin1StringView(key));
        if (!v.isUndefined() && !v.isBool())
            bad(path + u'.' + QLatin1StringView(key), "expected true or false");
        return v.toBool();
    }

    QJsonArray array(const QJsonObject &o, const char *key, const QString &path) {
        const QJsonValue v = o.value(QLatin1StringView(key));
        if (!v.isUndefined() && !v.isArray())
            bad(path + u'.' + QLatin1StringView(key), "expected a list");
        return v.toArray();
    }
};

QString at(const QString &path, const char *list, qsizetype i) {
    return path + u'.' + QLatin1StringView(list) + u'[' + QString::number(i) + u']';
}

ScopeInfo readScope(Reader &r, const QJsonValue &v, const QString &path) {
    const QJsonObject o = r.object(v, path, {"id", "name", "description", "phrase", "reads", "destructive"});
    ScopeInfo s;
    const auto scope = Scope::fromString(r.text(o, "id", path, true));
    if (!scope)
        r.bad(path + QStringLiteral(".id"), "not a scope (resource:action)");
    s.scope = scope.value_or(Scope());
    s.name = r.text(o, "name", path, true);
    s.description = r.text(o, "description", path, false);
    s.phrase = r.text(o, "phrase", path, false);
    s.reads = r.flag(o, "reads", path);
    s.destructive = r.flag(o, "destructive", path);
    return s;
}

ResourceInfo readResource(Reader &r, const QJsonValue &v, const QString &path, QSet<QString> &seen) {
    const QJsonObject o = r.object(v, path, {"id", "name", "description", "group", "billing", "scopes"});
    ResourceInfo res;
    res.id = r.text(o, "id", path, true);
    res.name = r.text(o, "name", path, true);
    res.description = r.text(o, "description", path, false);
    res.group = r.text(o, "group", path, false);
    res.billing = r.flag(o, "billing", path);
    const QJsonArray scopes = r.array(o, "scopes", path);
    if (scopes.isEmpty())
        r.bad(path + QStringLiteral(".scopes"), "expected at least one scope");
    for (qsizetype i = 0; i < scopes.size(); ++i) {
        res.scopes.append(readScope(r, scopes[i], at(path, "scopes", i)));
        const QString id = res.scopes.last().scope.toString();
        if (seen.contains(id))
            r.bad(at(path, "scopes", i), "this id is there already");
        seen.insert(id);
    }
    return res;
}

RateLimits readLimits(Reader &r, const QJsonObject &o, const QString &path) {
    RateLimits limits;
    const QJsonValue v = o.value(QLatin1StringView("limits"));
    if (v.isUndefined())
        return limits;
    static constexpr std::array names{"second", "minute", "hour", "day"};
    const QJsonObject l = r.object(v, path + QStringLiteral(".limits"), {"second", "minute", "hour", "day"});
    for (const RatePeriod p : AllRatePeriods) {
        const QJsonValue n = l.value(QLatin1StringView(names[static_cast<size_t>(p)]));
        if (n.isUndefined())
            continue;
        const qint64 count = n.toInteger(-1);
        if (count < 1 || count > RateLimits::MaxCount)
            r.bad(path + QStringLiteral(".limits.") + QLatin1StringView(names[static_cast<size_t>(p)]),
                  "expected a whole number above 0");
        else
            limits.set(p, count);
    }
    return limits;
}

KeyTemplate readTemplate(Reader &r, const QJsonValue &v, const QString &path) {
    const QJsonObject o =
        r.object(v, path, {"id", "name", "description", "type", "scopes", "limits", "expiresInDays"});
    KeyTemplate t;
    t.id = r.text(o, "id", path, true);
    t.name = r.text(o, "name", path, true);
    t.description = r.text(o, "description", path, false);
    const QString type = r.text(o, "type", path, false);
    const auto known = keyTypeFromWord(type.isEmpty() ? QStringView(u"general") : QStringView(type));
    if (!known)
        r.bad(path + QStringLiteral(".type"), "expected general or billing");
    t.type = known.value_or(KeyType::General);
    QList<Scope> scopes;
    const QJsonArray list = r.array(o, "scopes", path);
    for (qsizetype i = 0; i < list.size(); ++i) {
        const auto s = Scope::fromString(list[i].toString());
        if (!s)
            r.bad(at(path, "scopes", i), "not a scope (resource:action)");
        else
            scopes.append(*s);
    }
    t.scopes = ScopeSet(std::move(scopes));
    t.limits = readLimits(r, o, path);
    const QJsonValue days = o.value(QLatin1StringView("expiresInDays"));
    if (!days.isUndefined()) {
        const qint64 n = days.toInteger(-1);
        if (n < 1 || n > 3650)
            r.bad(path + QStringLiteral(".expiresInDays"), "expected 1 to 3650");
        else
            t.expiresInDays = static_cast<int>(n);
    }
    return t;
}

/// QJsonDocument silently keeps the last of two equal keys; a catalogue must not depend on which.
QString duplicateKey(const QByteArray &json) {
    QList<QSet<QByteArray>> objects;
    bool inString = false, escaped = false;
    QByteArray current;
    QByteArray lastString;
    for (const char c : json) {
        if (inString) {
            if (escaped) {
                escaped = false;
                current.append(c);
            } else if (c == '\\') {
                escaped = true;
                current.append(c);
            } else if (c == '"') {
                inString = false;
                lastString = current;
            } else {
                current.append(c);
            }
            continue;
        }
        if (c == '"') {
            inString = true;
            current.clear();
        } else if (c == '{') {
            objects.append(QSet<QByteArray>());
        } else if (c == '}' && !objects.isEmpty()) {
            objects.removeLast();
        } else if (c == ':' && !objects.isEmpty()) {
            if (objects.last().contains(lastString))
                return QString::fromUtf8(lastString);
            objects.last().insert(lastString);
        }
    }
    return {};
}

QJsonObject limitsJson(const RateLimits &limits) {
    static constexpr std::array names{"second", "minute", "hour", "day"};
    QJsonObject o;
    for (const RatePeriod p : AllRatePeriods) {
        if (const auto count = limits.get(p))
            o.insert(QLatin1StringView(names[static_cast<size_t>(p)]), *count);
    }
    return o;
}

void put(QJsonObject &o, const char *key, const QString &text) {
    if (!text.isEmpty())
        o.insert(QLatin1StringView(key), text);
}

void put(QJsonObject &o, const char *key, bool value) {
    if (value)
        o.insert(QLatin1StringView(key), true);
}

} // namespace

Result<Catalogue> Catalogue::fromJson(const QByteArray &json) {
    const auto invalid = [](const QString &reason) {
        return fail(Error(QList<FieldError>{{QStringLiteral("catalogue"),
                                             QStringLiteral("badCatalogue"),
                                             {{QStringLiteral("reason"), reason}}}}));
    };
    QJsonParseError parse{};
    const QJsonDocument doc = QJsonDocument::fromJson(json, &parse);
    if (parse.error != QJsonParseError::NoError)
        return invalid(parse.errorString());
    if (const QString twice = duplicateKey(json); !twice.isEmpty())
        return invalid(QStringLiteral("$: the field \"%1\" stands twice in one object").arg(twice));
    Reader r;
    const QString root = QStringLiteral("$");
    const QJsonObject o =
        r.object(QJsonValue(doc.object()), root, {"name", "format", "resources", "templates"});
    if (!doc.isObject())
        r.bad(root, "expected an object");
    if (o.value(QLatin1StringView("format")).toInt(0) != 1)
        r.bad(QStringLiteral("$.format"), "expected 1");
    Catalogue c;
    c.m_name = r.text(o, "name", root, true);
    QSet<QString> seenScopes, seenResources, seenTemplates;
    const QJsonArray resources = r.array(o, "resources", root);
    if (resources.isEmpty())
        r.bad(QStringLiteral("$.resources"), "expected at least one resource");
    for (qsizetype i = 0; i < resources.size(); ++i) {
        c.m_resources.append(readResource(r, resources[i], at(root, "resources", i), seenScopes));
        if (seenResources.contains(c.m_resources.last().id))
            r.bad(at(root, "resources", i), "this id is there already");
        seenResources.insert(c.m_resources.last().id);
    }
    const QJsonArray templates = r.array(o, "templates", root);
    for (qsizetype i = 0; i < templates.size(); ++i) {
        const KeyTemplate t = readTemplate(r, templates[i], at(root, "templates", i));
        if (seenTemplates.contains(t.id))
            r.bad(at(root, "templates", i), "this id is there already");
        seenTemplates.insert(t.id);
        if (!c.scopesOf(t.type).containsAll(t.scopes))
            r.bad(at(root, "templates", i),
                  "names a scope that the catalogue lacks or that does not fit its type");
        c.m_templates.append(t);
    }
    if (!r.problem.isEmpty())
        return invalid(r.problem);
    return c;
}

QByteArray Catalogue::toJson() const {
    QJsonArray resources;
    for (const ResourceInfo &r : m_resources) {
        QJsonArray scopes;
        for (const ScopeInfo &s : r.scopes) {
            QJsonObject o{{QStringLiteral("id"), s.scope.toString()}, {QStringLiteral("name"), s.name}};
            put(o, "description", s.description);
            put(o, "phrase", s.phrase);
            put(o, "reads", s.reads);
            put(o, "destructive", s.destructive);
            scopes.append(o);
        }
        QJsonObject o{{QStringLiteral("id"), r.id},
                      {QStringLiteral("name"), r.name},
                      {QStringLiteral("scopes"), scopes}};
        put(o, "description", r.description);
        put(o, "group", r.group);
        put(o, "billing", r.billing);
        resources.append(o);
    }
    QJsonArray templates;
    for (const KeyTemplate &t : m_templates) {
        QJsonArray scopes;
        for (const Scope &s : t.scopes)
            scopes.append(s.toString());
        QJsonObject o{{QStringLiteral("id"), t.id},
                      {QStringLiteral("name"), t.name},
                      {QStringLiteral("type"), toWord(t.type)},
                      {QStringLiteral("scopes"), scopes}};
        put(o, "description", t.description);
        if (!t.limits.isEmpty())
            o.insert(QStringLiteral("limits"), limitsJson(t.limits));
        if (t.expiresInDays)
            o.insert(QStringLiteral("expiresInDays"), *t.expiresInDays);
        templates.append(o);
    }
    const QJsonObject o{{QStringLiteral("format"), 1},
                        {QStringLiteral("name"), m_name},
                        {QStringLiteral("resources"), resources},
                        {QStringLiteral("templates"), templates}};
    return QJsonDocument(o).toJson(QJsonDocument::Indented);
}

} // namespace latchkey
