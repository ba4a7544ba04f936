#include "core/model/catalogue.h"

#include <algorithm>

namespace latchkey {

bool ResourceInfo::hasReadLevel() const {
    const auto reads =
        std::count_if(scopes.begin(), scopes.end(), [](const ScopeInfo &s) { return s.reads; });
    return reads > 0 && reads < scopes.size();
}

ScopeSet ResourceInfo::scopesFor(AccessLevel level) const {
    QList<Scope> list;
    for (const ScopeInfo &s : scopes) {
        if (level == AccessLevel::Full || (level == AccessLevel::Read && s.reads))
            list.append(s.scope);
    }
    return ScopeSet(std::move(list));
}

AccessLevel ResourceInfo::levelOf(const ScopeSet &granted) const {
    const ScopeSet mine = scopesFor(AccessLevel::Full).intersected(granted);
    if (mine.isEmpty())
        return AccessLevel::None;
    if (mine == scopesFor(AccessLevel::Full))
        return AccessLevel::Full;
    return hasReadLevel() && mine == scopesFor(AccessLevel::Read) ? AccessLevel::Read : AccessLevel::Custom;
}

const ScopeInfo *Catalogue::find(const Scope &s) const {
    for (const ResourceInfo &r : m_resources) {
        for (const ScopeInfo &i : r.scopes) {
            if (i.scope == s)
                return &i;
        }
    }
    return nullptr;
}

const ResourceInfo *Catalogue::resource(QStringView id) const {
    const auto at = std::find_if(m_resources.begin(), m_resources.end(),
                                 [&](const ResourceInfo &r) { return r.id == id; });
    return at == m_resources.end() ? nullptr : &*at;
}

ScopeSet Catalogue::scopesOf(KeyType type) const {
    ScopeSet all;
    for (const ResourceInfo &r : m_resources) {
        if (r.billing == (type == KeyType::Billing))
            all = all.united(r.scopesFor(AccessLevel::Full));
    }
    return all;
}

ScopeSet Catalogue::allScopes() const {
    return scopesOf(KeyType::General).united(scopesOf(KeyType::Billing));
}

QString Catalogue::nameOf(const Scope &s) const {
    const ScopeInfo *info = find(s);
    return info ? info->name : s.toString();
}

QString Catalogue::phraseOf(const Scope &s) const {
    const ScopeInfo *info = find(s);
    return !info ? s.toString() : info->phrase.isEmpty() ? info->name.toLower() : info->phrase;
}

} // namespace latchkey
