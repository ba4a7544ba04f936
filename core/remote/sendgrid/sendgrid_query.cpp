#include "core/remote/sendgrid/sendgrid_query.h"

#include "core/model/filter_match.h"

#include <algorithm>
#include <limits>

namespace latchkey::sendgrid {

namespace {

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

bool asksForScopes(const KeyQuery &query) {
    const KeyFilter &f = query.filter;
    return filter::asksForScopes(f.smart) || !f.words.isEmpty() || // which may be those of a permission
           std::any_of(f.terms.begin(), f.terms.end(),
                       [](const FilterTerm &t) { return filter::asksForScopes(t); }) ||
           query.sort.column == SortColumn::Type || query.sort.column == SortColumn::Permissions;
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
