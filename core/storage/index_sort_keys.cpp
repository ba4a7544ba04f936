#include "core/storage/key_index.h"

// What a list's rows are sorted by, for whoever puts several lists into one order.

namespace latchkey {

RowSortKeys KeyIndex::sortKeys(SortColumn column, const Ordinals &order, const Thresholds &t, Instant now) {
    RowSortKeys keys;
    const auto numbers = [&](const std::vector<qint64> &values) {
        keys.numbers.resize(order.size());
        for (std::size_t p = 0; p < order.size(); ++p)
            keys.numbers[p] = sortNumber(values[order[p]]);
    };
    const auto texts = [&](const std::vector<std::uint32_t> &of, const Interned &all) {
        keys.texts = all.texts();
        keys.textOf.resize(order.size());
        for (std::size_t p = 0; p < order.size(); ++p)
            keys.textOf[p] = of[order[p]];
    };
    switch (column) {
    case SortColumn::Created:
        numbers(m_created);
        return keys;
    case SortColumn::LastUsed:
        numbers(m_lastUsed);
        return keys;
    case SortColumn::Expires:
        numbers(m_expires);
        return keys;
    case SortColumn::Id:
        keys.ids.reserve(order.size());
        for (const std::uint32_t i : order) {
            const KeyId id = idAt(i);
            keys.ids.emplace_back(id.view().data(), static_cast<std::size_t>(id.view().size()));
        }
        return keys;
    case SortColumn::Name:
    case SortColumn::Connection:
        break;
    case SortColumn::Permissions:
        texts(m_scopes, m_scopeTexts);
        break;
    case SortColumn::Owner:
        texts(m_owner, m_ownerTexts);
        break;
    case SortColumn::Tags:
        texts(m_tags, m_tagTexts);
        break;
    case SortColumn::Customers:
        texts(m_customers, m_customerTexts);
        break;
    case SortColumn::StoredIn:
        texts(m_storedIn, m_storedTexts);
        break;
    case SortColumn::RateLimit:
        texts(m_limits, m_limitTexts);
        break;
    case SortColumn::Environment:
    case SortColumn::Type:
    case SortColumn::Status:
    case SortColumn::Alerts: {
        const auto ranks = ranksOf(column, t, now);
        keys.numbers.resize(order.size());
        for (std::size_t p = 0; p < order.size(); ++p)
            keys.numbers[p] = ranks[order[p]];
        break;
    }
    }
    keys.names = m_text.lend();
    return keys;
}

} // namespace latchkey
