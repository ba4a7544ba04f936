#include "core/storage/key_index.h"

#include "core/storage/index_match.h"

#include <algorithm>
#include <numeric>

namespace latchkey {

namespace {

/// Columns whose order depends on numbers or texts of the row itself and so can be kept; the others are
/// counted.
bool isKept(SortColumn c) {
    return c == SortColumn::Name || c == SortColumn::Created || c == SortColumn::LastUsed ||
           c == SortColumn::Expires || c == SortColumn::Id;
}

/// Stable order of `in` by small numbers.
KeyIndex::Ordinals counted(const KeyIndex::Ordinals &in, const std::vector<std::uint32_t> &ranks,
                           std::uint32_t most) {
    std::vector<std::uint32_t> starts(most + 2, 0);
    for (const std::uint32_t i : in)
        ++starts[ranks[i] + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    KeyIndex::Ordinals out(in.size());
    for (const std::uint32_t i : in)
        out[starts[ranks[i]]++] = i;
    return out;
}

/// The place of each distinct text in order; empty texts last, as "nothing" is.
std::vector<std::uint32_t> placesOf(const QStringList &texts) {
    std::vector<std::uint32_t> byText(static_cast<std::size_t>(texts.size()));
    std::iota(byText.begin(), byText.end(), 0U);
    std::sort(byText.begin(), byText.end(), [&](std::uint32_t a, std::uint32_t b) {
        const QString &x = texts[static_cast<qsizetype>(a)], &y = texts[static_cast<qsizetype>(b)];
        if (x.isEmpty() != y.isEmpty())
            return y.isEmpty();
        return x.compare(y, Qt::CaseInsensitive) < 0;
    });
    std::vector<std::uint32_t> places(byText.size());
    for (std::uint32_t p = 0; p < byText.size(); ++p)
        places[byText[p]] = p;
    return places;
}

} // namespace

bool KeyIndex::less(SortColumn column, std::uint32_t a, std::uint32_t b) const {
    const auto by = [&](const auto &v) { return v[a] != v[b] ? v[a] < v[b] : a < b; };
    switch (column) {
    case SortColumn::Created:
        return by(m_created);
    case SortColumn::LastUsed:
        return by(m_lastUsed);
    case SortColumn::Expires:
        return by(m_expires);
    case SortColumn::Id:
        return idAt(a) < idAt(b);
    default:
        break;
    }
    const auto x = m_text.at(a), y = m_text.at(b); // folded name, U+001F, id: so ties are by id
    return x < y;
}

const KeyIndex::Ordinals &KeyIndex::orderBy(SortColumn column) {
    Ordinals &order = m_orders[column];
    if (order.size() != m_seqs.size()) {
        order.resize(m_seqs.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return less(column, a, b); });
    }
    return order;
}

void KeyIndex::repairOrders(const Ordinals &changed) {
    if (changed.empty())
        return;
    if (changed.size() > 20'000) { // a load or an import: cheaper to sort when next asked
        m_orders.clear();
        return;
    }
    std::vector<std::uint8_t> moved(m_seqs.size(), 0);
    for (const std::uint32_t i : changed)
        moved[i] = 1;
    for (auto &[column, order] : m_orders) {
        const SortColumn c = column;
        const auto lessThan = [&, c](std::uint32_t a, std::uint32_t b) { return less(c, a, b); };
        std::erase_if(order, [&](std::uint32_t i) { return moved[i] != 0; });
        Ordinals back = changed;
        std::sort(back.begin(), back.end());
        back.erase(std::unique(back.begin(), back.end()), back.end());
        std::sort(back.begin(), back.end(), lessThan);
        // Each place is found by bisection; then one pass moves the rest. A plain merge would compare a
        // million texts.
        std::vector<std::size_t> places;
        places.reserve(back.size());
        for (const std::uint32_t i : back)
            places.push_back(static_cast<std::size_t>(
                std::lower_bound(order.begin(), order.end(), i, lessThan) - order.begin()));
        const std::size_t old = order.size();
        order.resize(old + back.size());
        std::size_t end = old, out = order.size();
        for (std::size_t n = back.size(); n-- > 0;) {
            std::move_backward(order.begin() + static_cast<std::ptrdiff_t>(places[n]),
                               order.begin() + static_cast<std::ptrdiff_t>(end),
                               order.begin() + static_cast<std::ptrdiff_t>(out));
            out -= end - places[n];
            end = places[n];
            order[--out] = back[n];
        }
    }
}

std::vector<std::uint32_t> KeyIndex::ranksOf(SortColumn column, Instant now) const {
    std::vector<std::uint32_t> ranks(m_seqs.size());
    const auto byText = [&](const std::vector<std::uint32_t> &numbers, const Interned &texts) {
        const auto places = placesOf(texts.texts());
        for (std::size_t i = 0; i < ranks.size(); ++i)
            ranks[i] = places[numbers[i]];
    };
    switch (column) {
    case SortColumn::Environment:
        std::copy(m_environment.begin(), m_environment.end(), ranks.begin());
        break;
    case SortColumn::Type:
        std::copy(m_type.begin(), m_type.end(), ranks.begin());
        break;
    case SortColumn::Status:
        for (std::uint32_t i = 0; i < ranks.size(); ++i)
            ranks[i] = static_cast<std::uint32_t>(statusAt(i, now));
        break;
    case SortColumn::Permissions:
        byText(m_scopes, m_scopeTexts);
        break;
    case SortColumn::Owner:
        byText(m_owner, m_ownerTexts);
        break;
    case SortColumn::Tags:
        byText(m_tags, m_tagTexts);
        break;
    case SortColumn::Customers:
        byText(m_customers, m_customerTexts);
        break;
    case SortColumn::StoredIn:
        byText(m_storedIn, m_storedTexts);
        break;
    case SortColumn::RateLimit:
        byText(m_limits, m_limitTexts);
        break;
    default:
        break;
    }
    return ranks;
}

namespace {

/// Immutable: the chunks of ids only grow behind what this list can name.
class IndexedList final : public KeyList {
public:
    IndexedList(KeyIndex::Ids ids, KeyIndex::Ordinals order, qsizetype unfiltered)
        : m_ids(std::move(ids))
        , m_order(std::move(order))
        , m_unfiltered(unfiltered) {}
    [[nodiscard]] qsizetype size() const override { return static_cast<qsizetype>(m_order.size()); }
    [[nodiscard]] KeyId idAt(qsizetype p) const override { return at(m_order[static_cast<std::size_t>(p)]); }
    [[nodiscard]] qsizetype positionOf(const KeyId &id) const override {
        for (std::size_t p = 0; p < m_order.size(); ++p) {
            if (at(m_order[p]) == id)
                return static_cast<qsizetype>(p);
        }
        return -1;
    }
    [[nodiscard]] bool complete() const override { return true; }
    [[nodiscard]] qsizetype total() const override { return size(); }
    [[nodiscard]] qsizetype unfiltered() const override { return m_unfiltered; }

private:
    [[nodiscard]] const KeyId &at(std::uint32_t i) const {
        return (*m_ids[i / KeyIndex::IdChunk])[i % KeyIndex::IdChunk];
    }
    KeyIndex::Ids m_ids;
    KeyIndex::Ordinals m_order;
    qsizetype m_unfiltered;
};

} // namespace

KeyListPtr KeyIndex::list(const KeyQuery &query, Instant now) {
    qsizetype unfiltered = 0;
    const auto match = matchRows(*this, query, now, &unfiltered);
    const SortColumn column = query.sort.column;
    Ordinals rest;
    const auto take = [&](const Ordinals &order) {
        for (const std::uint32_t i : order) {
            if (match[i])
                rest.push_back(i);
        }
    };
    if (isKept(column)) {
        take(orderBy(column));
    } else {
        take(orderBy(SortColumn::Name));
        const auto ranks = ranksOf(column, now);
        const std::uint32_t most = ranks.empty() ? 0 : *std::max_element(ranks.begin(), ranks.end());
        rest = counted(rest, ranks, most);
    }
    if (query.sort.order == Qt::DescendingOrder)
        std::reverse(rest.begin(), rest.end());
    rest.shrink_to_fit();
    return std::make_shared<IndexedList>(m_ids, std::move(rest), unfiltered);
}

} // namespace latchkey
