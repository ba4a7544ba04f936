#include "core/services/diagnosis/route_scope.h"

#include <algorithm>

namespace latchkey::diagnosis {

namespace {

constexpr qsizetype MostParts = 32;

/// "lead", "leads", "Leads": the same word of a path.
QString stem(QStringView word) {
    QString s = word.toString().toLower().replace(u'-', u'_');
    if (s.endsWith(u's') && s.size() > 3)
        s.chop(1);
    return s;
}

const ResourceInfo *resourceOf(const QString &path, const Catalogue &catalogue) {
    const QStringList parts = path.left(2000).split(u'/', Qt::SkipEmptyParts).mid(0, MostParts);
    for (auto part = parts.crbegin(); part != parts.crend(); ++part) { // the last one is the most exact
        for (const ResourceInfo &r : catalogue.resources()) {
            if (stem(*part) == stem(r.id))
                return &r;
        }
    }
    return nullptr;
}

bool deletes(const ScopeInfo &s) {
    const QStringView action = s.scope.action();
    return action == u"delete" || action == u"remove";
}

} // namespace

std::optional<Scope> scopeOfRoute(const QString &method, const QString &path, const Catalogue &catalogue) {
    const ResourceInfo *r = resourceOf(path, catalogue);
    if (!r || method.isEmpty())
        return std::nullopt;
    const bool reading = method == u"GET" || method == u"HEAD" || method == u"OPTIONS";
    QList<Scope> fits;
    const auto take = [&](auto wanted) {
        for (const ScopeInfo &s : r->scopes) {
            if (wanted(s))
                fits.append(s.scope);
        }
    };
    if (reading)
        take([](const ScopeInfo &s) { return s.reads; });
    else if (method == u"DELETE")
        take(deletes);
    else
        take([](const ScopeInfo &s) { return !s.reads && !deletes(s); });
    if (fits.isEmpty() && r->scopes.size() == 1) // one permission for everything, such as templates:manage
        fits.append(r->scopes.first().scope);
    return fits.size() == 1 ? std::optional(fits.first()) : std::nullopt;
}

AccessLevel levelNeeded(const Scope &scope, const Catalogue &catalogue) {
    const ResourceInfo *r = catalogue.resource(scope.resource());
    return r && r->hasReadLevel() && r->scopesFor(AccessLevel::Read).contains(scope) ? AccessLevel::Read
                                                                                     : AccessLevel::Full;
}

} // namespace latchkey::diagnosis
