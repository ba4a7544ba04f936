#include "core/storage/index_match.h"

#include "core/model/filter_match.h"
#include "core/storage/key_columns.h"

#include <algorithm>
#include <bit>
#include <bitset>

namespace latchkey {

namespace {

using Field = FilterTerm::Field;
using Op = FilterTerm::Op;
using key_row::ListSeparator;
using Numbers = std::vector<std::uint32_t>;

/// One answer for each distinct text; a row then costs one look-up.
template<typename F>
std::vector<std::uint8_t> answers(const Interned &texts, F matches) {
    std::vector<std::uint8_t> yes;
    yes.reserve(static_cast<std::size_t>(texts.texts().size()));
    for (const QString &t : texts.texts())
        yes.push_back(matches(t) ? 1 : 0);
    return yes;
}

/// The list of its items has one such.
template<typename Rule>
auto anyOf(QChar separator, Rule rule) {
    return [separator, rule](const QString &list) { return filter::anyItem(list, separator, rule); };
}

} // namespace

/// Reads the index's columns to answer one query.
class IndexMatch {
public:
    IndexMatch(const KeyIndex &index, Instant now)
        : m(index)
        , m_now(now) {}

    /// Keeps in `match` the rows that contain the word in name, id, owner, tags, customers or scopes.
    void word(const QString &w, WordCache &cache, std::vector<std::uint8_t> &match) const {
        const std::string text = w.toStdString();
        const WordCache::Hits *known = cache.find(text);
        const WordCache::Hits &hits = known ? *known : cache.add(text, hitsOf(w, text, cache.narrower(text)));
        for (std::size_t i = 0; i < match.size(); ++i)
            match[i] = static_cast<std::uint8_t>(match[i] & (hits.bits[i / 64] >> (i % 64)));
    }

    /// Sets `hits` where the term holds, not minding its negation.
    void term(const FilterTerm &t, std::vector<std::uint8_t> &hits) const {
        const auto where = [&](auto holds) {
            for (std::uint32_t i = 0; i < hits.size(); ++i) {
                if (holds(i))
                    hits[i] = 1;
            }
        };
        const auto texts = [&](const Numbers &numbers, const Interned &known, auto matches) {
            const auto yes = answers(known, matches);
            where([&](std::uint32_t i) { return yes[numbers[i]] != 0; });
        };
        switch (t.field) {
        case Field::Status: {
            const auto s = keyStatusFromWord(t.value);
            where([&](std::uint32_t i) { return s && m.statusAt(i, m_now) == *s; });
            break;
        }
        case Field::Environment: {
            const auto e = environmentFromWord(t.value);
            where([&](std::uint32_t i) { return e && m.m_environment[i] == static_cast<std::uint8_t>(*e); });
            break;
        }
        case Field::Type: {
            const auto k = keyTypeFromWord(t.value);
            where([&](std::uint32_t i) { return k && m.m_type[i] == static_cast<std::uint8_t>(*k); });
            break;
        }
        case Field::Permission:
            texts(m.m_scopes, m.m_scopeTexts,
                  anyOf(u' ', [&](QStringView scope) { return filter::isPermission(scope, t.value); }));
            break;
        case Field::Customer:
            customer(t.value, hits);
            break;
        case Field::Tag:
            texts(m.m_tags, m.m_tagTexts,
                  anyOf(ListSeparator, [&](QStringView tag) { return filter::isTag(tag, t.value); }));
            break;
        case Field::Owner:
            texts(m.m_owner, m.m_ownerTexts, [&](const QString &s) { return filter::isOwner(s, t.value); });
            break;
        case Field::Name: {
            const std::string part = foldForSearch(t.value).toStdString();
            std::vector<std::uint8_t> within(hits.size(), 0);
            m.m_text.find(part, within);
            where([&](std::uint32_t i) { // the name stands before U+001F
                const std::string_view text = m.m_text.at(i);
                return within[i] && text.substr(0, text.find('\x1f')).find(part) != std::string_view::npos;
            });
            break;
        }
        case Field::Ip:
            texts(m.m_ips, m.m_ipTexts,
                  [&](const QString &s) { return filter::isFrom(parseIpRanges(s, nullptr), t.value); });
            break;
        case Field::Limit:
            texts(m.m_limits, m.m_limitTexts, [&](const QString &s) { return filter::isLimit(s, t); });
            break;
        case Field::Id:
            where([&](std::uint32_t i) {
                return m.idAt(i).toString().compare(t.value, Qt::CaseInsensitive) == 0;
            });
            break;
        case Field::Created:
            where([&](std::uint32_t i) { return filter::isCreated(Instant(m.m_created[i]), t, m_now); });
            break;
        case Field::LastUsed:
            where([&](std::uint32_t i) { return filter::isLastUsed(lastUsed(i), t, m_now); });
            break;
        case Field::Expires:
            where([&](std::uint32_t i) { return filter::isExpiring(expires(i), t, m_now); });
            break;
        }
    }

    /// A customer's whole id stands for that customer alone; anything else is looked for within the ids.
    void customer(const QString &value, std::vector<std::uint8_t> &hits) const {
        const auto take = [&](bool whole) {
            const auto yes = answers(m.m_customerTexts, [&](const QString &s) {
                return s.isEmpty() ? value == filter::AllCustomers
                                   : filter::anyItem(s, ListSeparator, [&](QStringView customer) {
                                         return filter::isCustomer(customer.toString(), value, whole);
                                     });
            });
            bool any = false;
            for (std::uint32_t i = 0; i < hits.size(); ++i) {
                hits[i] = static_cast<std::uint8_t>(hits[i] | yes[m.m_customers[i]]);
                any = any || yes[m.m_customers[i]] != 0;
            }
            return any;
        };
        if (!take(true) && value != filter::AllCustomers)
            take(false);
    }

    /// What the smart filters ask of a row, worked out once for all of them.
    struct Facts {
        std::array<std::vector<std::uint8_t>, 2> broad; ///< by type, then by scope set
        std::vector<std::uint8_t> unlimited;            ///< by limits
    };
    [[nodiscard]] Facts facts() const {
        const auto broad = [&](const ScopeSet &all) {
            return answers(m.m_scopeTexts,
                           [&](const QString &t) { return filter::isBroad(ScopeSet::parse(t), all); });
        };
        return {{broad(m.generalScopes()), broad(m.billingScopes())},
                answers(m.m_limitTexts, [](const QString &t) { return t == filter::NoLimits; })};
    }
    [[nodiscard]] KeyStatus status(std::uint32_t i) const { return m.statusAt(i, m_now); }

    /// Half of what it may do, or more, was not used, though its requests say what they used.
    [[nodiscard]] bool overPrivileged(std::uint32_t i) const {
        const auto used = m.m_alerts->usedScopes.constFind(m.idAt(i));
        if (used == m.m_alerts->usedScopes.cend() || used->isEmpty())
            return false;
        const auto granted =
            QStringView(m.m_scopeTexts.texts().at(m.m_scopes[i])).split(u' ', Qt::SkipEmptyParts);
        const auto idle = std::count_if(granted.begin(), granted.end(),
                                        [&](QStringView s) { return !used->contains(s.toString()); });
        return idle * 2 >= granted.size() && idle > 0;
    }
    [[nodiscard]] bool smart(SmartFilter f, std::uint32_t i, KeyStatus status, const Thresholds &t,
                             const Facts &facts) const {
        return filter::isOf(f, Row{*this, facts, i}, status, t, m_now);
    }

    /// Calls `f` with each alert of the row, the gravest first.
    template<typename F>
    void alerts(std::uint32_t i, const Thresholds &t, const Facts &facts, F f) const {
        const KeyStatus s = status(i);
        if (s == KeyStatus::Deleted)
            return;
        bool overPrivileged = false, neverUsed = false;
        for (const SmartFilter a : AlertFilters) {
            if ((a == SmartFilter::BroadAccess && overPrivileged) ||
                (a == SmartFilter::Unused && neverUsed) || !smart(a, i, s, t, facts))
                continue;
            overPrivileged |= a == SmartFilter::OverPrivileged;
            neverUsed |= a == SmartFilter::NeverUsed;
            f(a);
        }
    }

    [[nodiscard]] KeyState state(std::uint32_t i) const { return static_cast<KeyState>(m.m_state[i]); }
    [[nodiscard]] std::uint8_t environment(std::uint32_t i) const { return m.m_environment[i]; }

private:
    [[nodiscard]] std::vector<std::uint8_t> hitsOf(const QString &w, const std::string &text,
                                                   const WordCache::Hits *narrower) const {
        std::vector<std::uint8_t> hits(m.size(), 0);
        struct Texts {
            const Numbers &numbers;
            const Interned &texts;
            QChar separator; ///< no item contains it, and a word is within one item
        };
        const std::array fields{
            Texts{m.m_owner, m.m_ownerTexts, ListSeparator}, Texts{m.m_tags, m.m_tagTexts, ListSeparator},
            Texts{m.m_customers, m.m_customerTexts, ListSeparator}, Texts{m.m_scopes, m.m_scopeTexts, u' '}};
        std::array<std::vector<std::uint8_t>, fields.size()> yes;
        for (std::size_t f = 0; f < fields.size(); ++f) {
            if (w.contains(fields[f].separator))
                continue;
            yes[f] = answers(fields[f].texts, [&](const QString &t) { return foldForSearch(t).contains(w); });
            if (std::find(yes[f].begin(), yes[f].end(), 1) == yes[f].end())
                yes[f].clear(); // nothing to look up
        }
        const auto inFields = [&](std::size_t i) {
            std::uint8_t any = 0;
            for (std::size_t f = 0; f < fields.size(); ++f) {
                if (!yes[f].empty())
                    any = static_cast<std::uint8_t>(any | yes[f][fields[f].numbers[i]]);
            }
            return any;
        };
        if (narrower && narrower->count < m.size() / 3) {
            for (std::size_t block = 0; block < narrower->bits.size(); ++block) {
                for (std::uint64_t left = narrower->bits[block]; left != 0; left &= left - 1) {
                    const std::size_t i = block * 64 + static_cast<std::size_t>(std::countr_zero(left));
                    hits[i] = inFields(i) != 0 || m.m_text.at(i).find(text) != std::string_view::npos ? 1 : 0;
                }
            }
            return hits;
        }
        m.m_text.find(text, hits);
        const bool anyField = std::any_of(yes.begin(), yes.end(), [](const auto &y) { return !y.empty(); });
        for (std::size_t i = 0; anyField && i < hits.size(); ++i)
            hits[i] = static_cast<std::uint8_t>(hits[i] | inFields(i));
        return hits;
    }
    [[nodiscard]] std::optional<Instant> expires(std::uint32_t i) const {
        const qint64 at = m.m_expires[i];
        return at == KeyIndex::NeverExpires ? std::nullopt : std::optional(Instant(at));
    }
    [[nodiscard]] std::optional<Instant> lastUsed(std::uint32_t i) const {
        const qint64 at = m.m_lastUsed[i];
        return at == KeyIndex::NeverUsed ? std::nullopt : std::optional(Instant(at));
    }
    [[nodiscard]] bool isNoted(SmartFilter f, std::uint32_t i) const {
        if (m.m_noted[i] == 0)
            return false;
        if (f == SmartFilter::OverPrivileged)
            return overPrivileged(i);
        if (f == SmartFilter::PossiblyExposed) {
            const auto until = m.m_exposed.constFind(m.idAt(i));
            return until != m.m_exposed.cend() && *until >= m_now.ms();
        }
        return (f == SmartFilter::RateLimited ? m.m_alerts->rateLimited : m.m_alerts->rejectionsUp)
            .contains(m.idAt(i));
    }
    /// As a smart filter asks for it.
    struct Row {
        const IndexMatch &of;
        const Facts &facts;
        std::uint32_t i;
        [[nodiscard]] KeyType type() const { return static_cast<KeyType>(of.m.m_type[i]); }
        [[nodiscard]] KeyState state() const { return of.state(i); }
        [[nodiscard]] Instant created() const { return Instant(of.m.m_created[i]); }
        [[nodiscard]] std::optional<Instant> lastUsed() const { return of.lastUsed(i); }
        [[nodiscard]] std::optional<Instant> expires() const { return of.expires(i); }
        [[nodiscard]] bool isRotating() const {
            const auto old = of.m.m_oldUntil.find(i);
            return old != of.m.m_oldUntil.end() && old->second >= of.m_now.ms();
        }
        [[nodiscard]] bool isUnlimited() const { return facts.unlimited[of.m.m_limits[i]] != 0; }
        [[nodiscard]] bool isBroad() const { return facts.broad.at(of.m.m_type[i])[of.m.m_scopes[i]] != 0; }
        [[nodiscard]] bool isNoted(SmartFilter f) const { return of.isNoted(f, i); }
    };
    const KeyIndex &m;
    Instant m_now;
};

std::vector<std::uint8_t> matchRows(const KeyIndex &index, WordCache &words, const KeyQuery &query,
                                    Instant now, qsizetype *unfiltered) {
    const IndexMatch m(index, now);
    const KeyFilter &f = query.filter;
    const bool deletedAsked = filter::asksForDeleted(f);
    const auto n = static_cast<std::uint32_t>(index.size());
    std::vector<std::uint8_t> match(n, 0);
    const IndexMatch::Facts facts = f.smart == SmartFilter::None ? IndexMatch::Facts() : m.facts();
    qsizetype present = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
        const KeyState s = m.state(i);
        const bool here = s != KeyState::Deleted && s != KeyState::Purged;
        present += here ? 1 : 0;
        bool shown = here || (deletedAsked && s == KeyState::Deleted);
        shown = shown && (!f.environment || m.environment(i) == static_cast<std::uint8_t>(*f.environment));
        match[i] = shown && (f.smart == SmartFilter::None ||
                             m.smart(f.smart, i, m.status(i), query.thresholds, facts))
                       ? 1
                       : 0;
    }
    for (const QString &w : f.words)
        m.word(w, words, match);
    // Terms of one field are joined by OR, fields by AND; a negated term excludes.
    QList<Field> done;
    for (const FilterTerm &first : f.terms) {
        std::vector<std::uint8_t> hits(n, 0);
        if (first.negated) {
            m.term(first, hits);
            for (std::uint32_t i = 0; i < n; ++i)
                match[i] = static_cast<std::uint8_t>(match[i] & (hits[i] ^ 1));
            continue;
        }
        if (done.contains(first.field))
            continue;
        done.append(first.field);
        for (const FilterTerm &t : f.terms) {
            if (t.field == first.field && !t.negated)
                m.term(t, hits);
        }
        for (std::uint32_t i = 0; i < n; ++i)
            match[i] = static_cast<std::uint8_t>(match[i] & hits[i]);
    }
    if (unfiltered)
        *unfiltered = present;
    return match;
}

SidebarCounts KeyIndex::counts(std::optional<Environment> environment, const Thresholds &t,
                               Instant now) const {
    const IndexMatch m(*this, now);
    const IndexMatch::Facts facts = m.facts();
    SidebarCounts c;
    for (std::uint32_t i = 0; i < m_seqs.size(); ++i) {
        const KeyState s = m.state(i);
        if (s == KeyState::Purged)
            continue;
        const bool here = s != KeyState::Deleted;
        if (here) {
            ++c.all;
            ++c.environments[m.environment(i)];
        }
        if (environment && m.environment(i) != static_cast<std::uint8_t>(*environment))
            continue;
        if (!here) {
            ++c.smart[static_cast<std::size_t>(SmartFilter::RecentlyDeleted)];
            continue;
        }
        const KeyStatus status = m.status(i);
        for (int f = 1; f < SmartFilterCount; ++f)
            c.smart[static_cast<std::size_t>(f)] +=
                m.smart(static_cast<SmartFilter>(f), i, status, t, facts) ? 1 : 0;
    }
    return c;
}

std::vector<std::uint32_t> KeyIndex::alertCounts(const Thresholds &t, Instant now) const {
    const IndexMatch m(*this, now);
    const IndexMatch::Facts facts = m.facts();
    std::vector<std::uint32_t> counts(m_seqs.size(), 0);
    for (std::uint32_t i = 0; i < counts.size(); ++i)
        m.alerts(i, t, facts, [&](SmartFilter) { ++counts[i]; });
    return counts;
}

namespace {

/// A few ids, to be found among very many.
class WantedIds {
public:
    explicit WantedIds(const QList<KeyId> &ids)
        : m_ids(ids.begin(), ids.end()) {
        m_ids.remove(KeyId());
        for (const KeyId &id : std::as_const(m_ids))
            m_endings.set(ending(id));
    }
    [[nodiscard]] qsizetype size() const { return m_ids.size(); }
    [[nodiscard]] bool contains(const KeyId &id) const {
        return !id.isNull() && m_endings.test(ending(id)) && m_ids.contains(id);
    }

private:
    static std::size_t ending(const KeyId &id) {
        const QByteArrayView c = id.view();
        return (static_cast<std::size_t>(static_cast<uchar>(c[c.size() - 2])) << 8) |
               static_cast<uchar>(c.back());
    }
    QSet<KeyId> m_ids;
    std::bitset<65536> m_endings; ///< most are passed over by their last two characters
};

} // namespace

QHash<KeyId, KeyAlerts> KeyIndex::alerts(const QList<KeyId> &ids, const Thresholds &t, Instant now) const {
    const WantedIds wanted(ids);
    const IndexMatch m(*this, now);
    const IndexMatch::Facts facts = m.facts();
    QHash<KeyId, KeyAlerts> all;
    for (std::uint32_t i = 0; i < m_seqs.size() && all.size() < wanted.size(); ++i) {
        const KeyId id = idAt(i);
        if (!wanted.contains(id))
            continue;
        KeyAlerts &of = all[id];
        m.alerts(i, t, facts, [&of](SmartFilter a) { of.append(a); });
    }
    return all;
}

QList<KeyId> KeyIndex::known(const QList<KeyId> &ids) const {
    const WantedIds wanted(ids);
    QList<KeyId> found;
    for (std::uint32_t i = 0; i < m_seqs.size() && found.size() < wanted.size(); ++i) {
        const KeyId id = idAt(i);
        if (wanted.contains(id))
            found.append(id);
    }
    return found;
}

} // namespace latchkey
