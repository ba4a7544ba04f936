#include "core/remote/sendgrid/sendgrid_query.h"

#include <algorithm>
#include <limits>

namespace latchkey::sendgrid {

namespace {

bool has(const QString &text, const QString &word) {
    return foldForSearch(text).contains(word);
}

bool hasWord(const ApiKey &k, const QString &word) {
    if (has(k.config.name, word) || has(k.service->id, word) || has(k.config.owner, word))
        return true;
    const auto inTag = [&](const QString &t) { return has(t, word); };
    const auto inScope = [&](const Scope &s) { return s.toString().contains(word); };
    return std::any_of(k.config.tags.begin(), k.config.tags.end(), inTag) ||
           std::any_of(k.config.scopes.begin(), k.config.scopes.end(), inScope);
}

bool holds(const ApiKey &k, const FilterTerm &t) {
    using Field = FilterTerm::Field;
    const QString &v = t.value;
    switch (t.field) {
    case Field::Environment:
        return k.service->environment ? toWord(*k.service->environment) == v : v == NoEnvironment;
    case Field::Type:
        return k.service->scopesKnown && toWord(k.config.type) == v;
    case Field::Permission:
        return std::any_of(k.config.scopes.begin(), k.config.scopes.end(),
                           [&](const Scope &s) { return s.toString() == v || s.resource() == v; });
    case Field::Tag:
        return k.config.tags.contains(v);
    case Field::Owner:
        return has(k.config.owner, foldForSearch(v));
    case Field::Id:
        return k.service->id.compare(v, Qt::CaseInsensitive) == 0 ||
               k.id.toString().compare(v, Qt::CaseInsensitive) == 0;
    default:
        return false;
    }
}

bool holdsAll(const ApiKey &k, const QList<FilterTerm> &terms) {
    for (const FilterTerm &t : terms) {
        if (t.negated) {
            if (holds(k, t))
                return false;
            continue;
        }
        const bool one = std::any_of(terms.begin(), terms.end(), [&](const FilterTerm &other) {
            return !other.negated && other.field == t.field && holds(k, other);
        });
        if (!one)
            return false;
    }
    return true;
}

/// What only a key's permissions answer.
bool isOfScopes(const FilterTerm &t) {
    return t.field == FilterTerm::Field::Type || t.field == FilterTerm::Field::Permission;
}

bool isOfScopes(SmartFilter smart) {
    return smart == SmartFilter::Billing || smart == SmartFilter::BroadAccess;
}

bool fits(const ApiKey &k, SmartFilter smart, const Catalogue &catalogue) {
    switch (smart) {
    case SmartFilter::None:
        return true;
    case SmartFilter::Billing:
        return k.service->scopesKnown && k.config.type == KeyType::Billing;
    case SmartFilter::BroadAccess:
        return hasBroadAccess(k, catalogue);
    default:
        return false;
    }
}

int compare(const ApiKey &a, const ApiKey &b, SortColumn column) {
    const auto number = [](qint64 x, qint64 y) { return x < y ? -1 : x > y ? 1 : 0; };
    const auto place = [](const ApiKey &k) {
        return k.service->environment ? static_cast<int>(*k.service->environment) : 99;
    };
    switch (column) {
    case SortColumn::Environment:
        return number(place(a), place(b));
    case SortColumn::Type:
        return number(static_cast<int>(a.config.type), static_cast<int>(b.config.type));
    case SortColumn::Permissions:
        return number(a.config.scopes.size(), b.config.scopes.size());
    case SortColumn::Owner:
        return foldForSearch(a.config.owner).compare(foldForSearch(b.config.owner));
    case SortColumn::Tags:
        return a.config.tags.join(u' ').compare(b.config.tags.join(u' '));
    case SortColumn::StoredIn:
        return foldForSearch(a.config.storedIn).compare(foldForSearch(b.config.storedIn));
    case SortColumn::Id:
        return a.service->id.compare(b.service->id);
    case SortColumn::Name:
        return foldForSearch(a.config.name).compare(foldForSearch(b.config.name));
    default:
        return 0;
    }
}

} // namespace

RestSortKey sortKeyOf(const ApiKey &key, SortColumn column) {
    const KeyConfig &c = key.config;
    RestSortKey k;
    constexpr quint64 Unknown = 99; // behind what is known
    switch (column) {
    case SortColumn::Created:
    case SortColumn::LastUsed:
        return k;
    case SortColumn::Expires:
        k.number = std::numeric_limits<quint64>::max();
        return k;
    case SortColumn::Id:
        k.name = key.service->id.toStdString();
        return k;
    case SortColumn::Environment:
        k.number = key.service->environment ? static_cast<quint64>(*key.service->environment) : Unknown;
        break;
    case SortColumn::Type:
        k.number = static_cast<quint64>(c.type);
        break;
    case SortColumn::Status:
        k.number = Unknown;
        break;
    case SortColumn::Permissions: {
        QStringList scopes;
        for (const Scope &s : c.scopes)
            scopes.append(s.toString());
        k.text = scopes.join(u' ');
        break;
    }
    case SortColumn::Owner:
        k.text = c.owner;
        break;
    case SortColumn::Tags:
        k.text = c.tags.join(u' ');
        break;
    case SortColumn::StoredIn:
        k.text = c.storedIn;
        break;
    default:
        break;
    }
    k.name = foldForSearch(c.name).toStdString();
    return k;
}

bool hasBroadAccess(const ApiKey &key, const Catalogue &catalogue) {
    const ScopeSet all = catalogue.scopesOf(key.config.type);
    return !all.isEmpty() && key.config.scopes.containsAll(all);
}

bool matches(const ApiKey &key, const KeyFilter &filter, const Catalogue &catalogue) {
    if (filter.environment && key.service->environment != filter.environment)
        return false;
    // Nobody knows yet what it does not hold.
    const bool unknown =
        !key.service->scopesKnown && std::any_of(filter.terms.begin(), filter.terms.end(),
                                                 [](const FilterTerm &t) { return isOfScopes(t); });
    return !unknown && fits(key, filter.smart, catalogue) &&
           std::all_of(filter.words.begin(), filter.words.end(),
                       [&](const QString &w) { return hasWord(key, w); }) &&
           holdsAll(key, filter.terms);
}

bool asksForScopes(const KeyQuery &query) {
    const KeyFilter &f = query.filter;
    return isOfScopes(f.smart) || !f.words.isEmpty() || // which may be those of a permission
           std::any_of(f.terms.begin(), f.terms.end(), [](const FilterTerm &t) { return isOfScopes(t); }) ||
           query.sort.column == SortColumn::Type || query.sort.column == SortColumn::Permissions;
}

bool mayMatch(const ApiKey &key, const KeyFilter &filter) {
    if (filter.environment && key.service->environment != filter.environment)
        return false;
    if (filter.smart != SmartFilter::None && !isOfScopes(filter.smart))
        return false;
    QList<FilterTerm> others = filter.terms;
    others.removeIf([](const FilterTerm &t) { return isOfScopes(t); });
    return holdsAll(key, others);
}

void sort(QList<ApiKey> &keys, const KeySort &sort) {
    std::sort(keys.begin(), keys.end(), [&](const ApiKey &a, const ApiKey &b) {
        if (const int c = compare(a, b, sort.column); c != 0)
            return sort.order == Qt::AscendingOrder ? c < 0 : c > 0;
        if (const int c = compare(a, b, SortColumn::Name); c != 0)
            return c < 0;
        return a.service->id < b.service->id;
    });
}

} // namespace latchkey::sendgrid
