#include "core/storage/key_index.h"

#include "core/storage/index_match.h"

#include <QtEndian>

#include <algorithm>
#include <bitset>
#include <numeric>

namespace latchkey {

namespace {

/// Columns whose order depends on numbers or texts of the row itself and so can be kept; the others are
/// counted.
bool isKept(SortColumn c) {
    return c == SortColumn::Name || c == SortColumn::Connection || c == SortColumn::Created ||
           c == SortColumn::LastUsed || c == SortColumn::Expires || c == SortColumn::Id;
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
        const int c = x.compare(y, Qt::CaseInsensitive);
        return c != 0 ? c < 0 : x < y; // as compare(SortKey) has it
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

/// Eight bytes of what a row is sorted by, from the `depth`th eight on, as a number in the same order.
std::uint64_t KeyIndex::sortKey(SortColumn column, std::uint32_t i, std::size_t depth) const {
    switch (column) {
    case SortColumn::Created:
        return sortNumber(m_created[i]);
    case SortColumn::LastUsed:
        return sortNumber(m_lastUsed[i]);
    case SortColumn::Expires:
        return sortNumber(m_expires[i]);
    default:
        break;
    }
    const KeyId id = idAt(i);
    const std::string_view text =
        column == SortColumn::Id
            ? std::string_view(id.view().data(), static_cast<std::size_t>(id.view().size()))
            : m_text.at(i);
    std::array<char, 8> bytes{};
    if (depth * bytes.size() < text.size())
        std::copy_n(text.data() + depth * bytes.size(),
                    std::min(text.size() - depth * bytes.size(), bytes.size()), bytes.begin());
    return qFromBigEndian<quint64>(bytes.data());
}

/// Sorting numbers decides nearly all; rows that agree in them are sorted by the next eight bytes, and at
/// last by less(). Four times as fast as comparing texts.
void KeyIndex::sortKeyed(SortColumn column, Keyed::iterator begin, Keyed::iterator end,
                         std::size_t depth) const {
    const bool isText = column == SortColumn::Name || column == SortColumn::Id;
    constexpr std::ptrdiff_t Few = 8;
    std::sort(begin, end);
    for (auto from = begin; from != end;) {
        auto to = from + 1;
        while (to != end && to->first == from->first)
            ++to;
        if (isText && to - from > Few && from->first != 0) {
            for (auto k = from; k != to; ++k)
                k->first = sortKey(column, k->second, depth + 1);
            sortKeyed(column, from, to, depth + 1);
        } else if (to - from > 1) {
            std::sort(from, to,
                      [&](const auto &a, const auto &b) { return less(column, a.second, b.second); });
        }
        from = to;
    }
}

const KeyIndex::Ordinals &KeyIndex::orderBy(SortColumn column) {
    if (column == SortColumn::Connection) // all are of one
        column = SortColumn::Name;
    Ordinals &order = m_orders[column];
    if (order.size() == m_seqs.size())
        return order;
    std::erase_if(m_orders, [column](const auto &kept) {
        return kept.first != column && kept.first != SortColumn::Name && kept.first != SortColumn::Created;
    });
    Keyed keyed(m_seqs.size());
    for (std::uint32_t i = 0; i < keyed.size(); ++i)
        keyed[i] = {sortKey(column, i, 0), i};
    sortKeyed(column, keyed.begin(), keyed.end(), 0);
    order.resize(keyed.size());
    std::transform(keyed.begin(), keyed.end(), order.begin(), [](const auto &k) { return k.second; });
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

std::vector<std::uint32_t> KeyIndex::ranksOf(SortColumn column, const Thresholds &t, Instant now) const {
    if (column == SortColumn::Alerts)
        return alertCounts(t, now);
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

/// Immutable: the chunks of ids only grow behind the `rows` that this list can name.
class IndexedList final : public KeyList {
public:
    IndexedList(KeyIndex::Ids ids, std::size_t rows, KeyIndex::Ordinals order, qsizetype unfiltered,
                std::optional<RowSortKeys> keys)
        : m_ids(std::move(ids))
        , m_rows(rows)
        , m_order(std::move(order))
        , m_unfiltered(unfiltered)
        , m_keys(std::move(keys)) {}
    [[nodiscard]] SortKey sortKeyAt(qsizetype p) const override {
        const auto place = static_cast<std::size_t>(p);
        return m_keys ? m_keys->at(place, m_order[place]) : SortKey();
    }
    [[nodiscard]] qsizetype size() const override { return static_cast<qsizetype>(m_order.size()); }
    [[nodiscard]] KeyId idAt(qsizetype p) const override { return at(m_order[static_cast<std::size_t>(p)]); }
    [[nodiscard]] qsizetype positionOf(const KeyId &id) const override {
        for (std::size_t i = 0; i < m_rows; ++i) { // both passes run along the memory: 2 ms at a million
            if (at(i) == id) {
                const auto p = std::find(m_order.begin(), m_order.end(), static_cast<std::uint32_t>(i));
                return p == m_order.end() ? -1 : p - m_order.begin();
            }
        }
        return -1;
    }
    [[nodiscard]] QList<qsizetype> positionsOf(const QList<KeyId> &wanted) const override {
        QList<qsizetype> positions(wanted.size(), -1);
        QHash<KeyId, qsizetype> asked;
        std::bitset<65536> endings; // most rows are passed over by their last two characters
        const auto ending = [](const KeyId &id) {
            const QByteArrayView v = id.view();
            return static_cast<std::size_t>(static_cast<uchar>(v[v.size() - 2]) * 256 +
                                            static_cast<uchar>(v.back()));
        };
        for (qsizetype n = 0; n < wanted.size(); ++n) {
            if (wanted[n].isNull())
                continue;
            asked.insert(wanted[n], n);
            endings.set(ending(wanted[n]));
        }
        QHash<std::uint32_t, qsizetype> ordinals;
        std::vector<bool> found(m_rows);
        for (std::size_t i = 0; i < m_rows && ordinals.size() < asked.size(); ++i) {
            const KeyId &id = at(i);
            if (id.isNull() || !endings.test(ending(id)))
                continue;
            if (const auto it = asked.constFind(id); it != asked.cend()) {
                ordinals.insert(static_cast<std::uint32_t>(i), *it);
                found[i] = true;
            }
        }
        for (std::size_t p = 0; p < m_order.size(); ++p) {
            if (found[m_order[p]])
                positions[ordinals.value(m_order[p])] = static_cast<qsizetype>(p);
        }
        return positions;
    }
    [[nodiscard]] bool complete() const override { return true; }
    [[nodiscard]] qsizetype total() const override { return size(); }
    [[nodiscard]] qsizetype unfiltered() const override { return m_unfiltered; }

private:
    [[nodiscard]] const KeyId &at(std::size_t i) const {
        return (*m_ids[i / KeyIndex::IdChunk])[i % KeyIndex::IdChunk];
    }
    KeyIndex::Ids m_ids;
    std::size_t m_rows;
    KeyIndex::Ordinals m_order;
    qsizetype m_unfiltered;
    std::optional<RowSortKeys> m_keys;
};

} // namespace

qint64 KeyIndex::count(const KeyQuery &query, Instant now) const {
    WordCache words; // its own: the other is for what is being typed
    const auto match = matchRows(*this, words, query, now, nullptr);
    return std::count(match.begin(), match.end(), 1);
}

KeyListPtr KeyIndex::list(const KeyQuery &query, Instant now) {
    qsizetype unfiltered = 0;
    const auto match = matchRows(*this, m_words, query, now, &unfiltered);
    const SortColumn column = query.sort.column;
    Ordinals rest;
    rest.reserve(static_cast<std::size_t>(std::count(match.begin(), match.end(), 1)));
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
        const auto ranks = ranksOf(column, query.thresholds, now);
        const std::uint32_t most = ranks.empty() ? 0 : *std::max_element(ranks.begin(), ranks.end());
        rest = counted(rest, ranks, most);
    }
    if (query.sort.order == Qt::DescendingOrder)
        std::reverse(rest.begin(), rest.end());
    std::optional<RowSortKeys> keys;
    if (query.sortKeys)
        keys = sortKeys(column, rest, query.thresholds, now);
    return std::make_shared<IndexedList>(m_ids, m_seqs.size(), std::move(rest), unfiltered, std::move(keys));
}

} // namespace latchkey
