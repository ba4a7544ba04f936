#include "core/remote/rest_seen.h"

#include "core/model/filter_match.h"

#include <algorithm>
#include <limits>

namespace latchkey {

namespace {

RestSortKey seenSortKey(const ApiKey &k, SortColumn column, Instant now) {
    const KeyConfig &c = k.config;
    RestSortKey key;
    switch (column) {
    case SortColumn::Created:
        key.number = sortNumber(k.createdAt.ms());
        break;
    case SortColumn::LastUsed:
        key.number = sortNumber(k.lastUsedAt ? k.lastUsedAt->ms() : -1);
        break;
    case SortColumn::Expires:
        key.number = sortNumber(c.expires ? c.expires->ms() : std::numeric_limits<qint64>::max());
        break;
    case SortColumn::Environment:
        key.number = static_cast<quint64>(c.environment);
        break;
    case SortColumn::Type:
        key.number = static_cast<quint64>(c.type);
        break;
    case SortColumn::Status:
        key.number = static_cast<quint64>(statusOf(k, now));
        break;
    case SortColumn::Permissions:
        key.text = c.scopes.toString();
        break;
    case SortColumn::Owner:
        key.text = c.owner;
        break;
    case SortColumn::Tags:
        key.text = c.tags.join(QChar(0x1f));
        break;
    case SortColumn::Customers:
        key.text = c.customers.join(QChar(0x1f));
        break;
    case SortColumn::StoredIn:
        key.text = c.storedIn;
        break;
    case SortColumn::RateLimit:
        key.text = filter::limitsText(c.limits);
        break;
    case SortColumn::Id:
        key.name = k.id.toString().toStdString();
        return key;
    case SortColumn::Name:
    case SortColumn::Connection:
    case SortColumn::Alerts:
        break;
    }
    key.name = foldForSearch(c.name).toStdString();
    return key;
}

} // namespace

std::shared_ptr<RestList> seenKeys(const QHash<KeyId, ApiKey> &rows, const KeyQuery &query,
                                   const Catalogue &catalogue, Instant now) {
    FilterMatch match(query.filter, query.thresholds, catalogue, now);
    for (const ApiKey &k : rows)
        match.see(k);
    std::vector<std::pair<RestSortKey, KeyId>> shown;
    auto list = std::make_shared<RestList>();
    for (const ApiKey &k : rows) {
        list->keys += k.state != KeyState::Deleted && k.state != KeyState::Purged ? 1 : 0;
        if (match.fits(k))
            shown.emplace_back(seenSortKey(k, query.sort.column, now), k.id);
    }
    std::sort(shown.begin(), shown.end(), [](const auto &a, const auto &b) {
        const int c = compare(a.first.view(), b.first.view());
        return c != 0 ? c < 0 : a.second < b.second;
    });
    if (query.sort.order == Qt::DescendingOrder)
        std::reverse(shown.begin(), shown.end());
    for (const auto &[key, id] : shown)
        list->ids.append(id);
    list->all = list->ids.size();
    list->ofSeen = true;
    return list;
}

} // namespace latchkey
