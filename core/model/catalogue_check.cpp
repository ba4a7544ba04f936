#include "core/model/catalogue.h"
#include "core/model/visible_text.h"

#include <QSet>

namespace latchkey {

namespace {

constexpr int NameMax = 100, TextMax = 300, ResourceMax = 500, ScopeMax = 200, TemplateMax = 200;
constexpr qint64 DaysMax = 3650;

class CatalogueChecks {
public:
    QList<FieldError> errors;

    void add(const QString &path, const char *code, QVariantMap params = {}) {
        errors.append({path, QLatin1StringView(code), std::move(params)});
    }

    void text(const QString &path, const QString &s, int most, bool required) {
        if (required && s.trimmed().isEmpty())
            add(path, "empty");
        else if (const QString bad = badCharacter(s); !bad.isEmpty())
            errors.append({path, bad, {}});
        else if (lengthOf(s) > most)
            add(path, "tooLong", {{QStringLiteral("max"), most}, {QStringLiteral("length"), lengthOf(s)}});
    }

    void id(const QString &path, const QString &id, QSet<QString> &seen) {
        // The same characters as a part of a scope.
        const bool good =
            !id.isEmpty() && id.size() <= 50 && Scope::fromString(QString(id + QStringLiteral(":x")));
        if (id.isEmpty())
            add(path, "empty");
        else if (!good)
            add(path, "badId");
        else
            once(path, id, seen);
    }

    void once(const QString &path, const QString &id, QSet<QString> &seen) {
        if (seen.contains(id))
            add(path, "duplicateId", {{QStringLiteral("id"), id}});
        seen.insert(id);
    }

    void count(const QString &path, qsizetype n, int most) {
        if (n > most)
            add(path, "tooMany", {{QStringLiteral("max"), most}});
    }
};

QString at(const char *list, qsizetype i, const QString &path = QStringLiteral("$")) {
    return path + u'.' + QLatin1StringView(list) + u'[' + QString::number(i) + u']';
}

void checkResource(CatalogueChecks &check, const ResourceInfo &r, const QString &path, QSet<QString> &ids,
                   QSet<QString> &scopes) {
    check.id(path + QStringLiteral(".id"), r.id, ids);
    check.text(path + QStringLiteral(".name"), r.name, NameMax, true);
    check.text(path + QStringLiteral(".description"), r.description, TextMax, false);
    check.text(path + QStringLiteral(".group"), r.group, NameMax, false);
    if (r.scopes.isEmpty())
        check.add(path + QStringLiteral(".scopes"), "noScopes");
    check.count(path + QStringLiteral(".scopes"), r.scopes.size(), ScopeMax);
    for (qsizetype i = 0; i < r.scopes.size(); ++i) {
        const ScopeInfo &s = r.scopes[i];
        const QString here = at("scopes", i, path);
        if (s.scope.toString().isEmpty())
            check.add(here + QStringLiteral(".id"), "badScope");
        else
            check.once(here + QStringLiteral(".id"), s.scope.toString(), scopes);
        check.text(here + QStringLiteral(".name"), s.name, NameMax, true);
        check.text(here + QStringLiteral(".description"), s.description, TextMax, false);
        check.text(here + QStringLiteral(".phrase"), s.phrase, NameMax, false);
    }
}

} // namespace

QList<FieldError> validate(const CatalogueDraft &draft) {
    CatalogueChecks check;
    check.text(QStringLiteral("$.name"), draft.name, NameMax, true);
    if (draft.resources.isEmpty())
        check.add(QStringLiteral("$.resources"), "noResources");
    check.count(QStringLiteral("$.resources"), draft.resources.size(), ResourceMax);
    check.count(QStringLiteral("$.templates"), draft.templates.size(), TemplateMax);
    QSet<QString> resourceIds, scopeIds, templateIds;
    QHash<QString, KeyType> types;
    for (qsizetype i = 0; i < draft.resources.size(); ++i) {
        const ResourceInfo &r = draft.resources[i];
        checkResource(check, r, at("resources", i), resourceIds, scopeIds);
        for (const ScopeInfo &s : r.scopes)
            types.insert(s.scope.toString(), r.billing ? KeyType::Billing : KeyType::General);
    }
    for (qsizetype i = 0; i < draft.templates.size(); ++i) {
        const KeyTemplate &t = draft.templates[i];
        const QString path = at("templates", i);
        check.id(path + QStringLiteral(".id"), t.id, templateIds);
        check.text(path + QStringLiteral(".name"), t.name, NameMax, true);
        check.text(path + QStringLiteral(".description"), t.description, TextMax, false);
        for (const Scope &s : t.scopes) {
            const QVariantMap which{{QStringLiteral("scope"), s.toString()}};
            const auto type = types.constFind(s.toString());
            if (type == types.cend())
                check.add(path + QStringLiteral(".scopes"), "unknownScope", which);
            else if (*type != t.type)
                check.add(path + QStringLiteral(".scopes"), "wrongType", which);
        }
        if (t.expiresInDays && (*t.expiresInDays < 1 || *t.expiresInDays > DaysMax))
            check.add(path + QStringLiteral(".expiresInDays"), "outOfRange",
                      {{QStringLiteral("max"), DaysMax}});
        for (const RatePeriod p : AllRatePeriods) {
            if (const qint64 n = t.limits.stored(p); n < 0 || n > RateLimits::MaxCount)
                check.add(path + QStringLiteral(".limits"), "outOfRange",
                          {{QStringLiteral("max"), RateLimits::MaxCount}});
        }
    }
    return check.errors;
}

Result<Catalogue> Catalogue::fromDraft(CatalogueDraft draft) {
    if (auto bad = validate(draft); !bad.isEmpty())
        return fail(Error(std::move(bad)));
    Catalogue c;
    c.m_name = std::move(draft.name);
    c.m_resources = std::move(draft.resources);
    c.m_templates = std::move(draft.templates);
    return c;
}

} // namespace latchkey
