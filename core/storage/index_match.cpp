#include "core/storage/index_match.h"

#include <algorithm>
#include <bit>
#include <bitset>

namespace latchkey {

namespace {

using Field = FilterTerm::Field;
using Op = FilterTerm::Op;
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

bool listHas(const QString &text, const QString &item, QChar separator) {
    const auto items = QStringView(text).split(separator, Qt::SkipEmptyParts);
    return std::any_of(items.begin(), items.end(),
                       [&](QStringView i) { return i.compare(item, Qt::CaseInsensitive) == 0; });
}

bool ipMatches(const QString &ranges, const QString &value) {
    if (ranges.isEmpty())
        return value == QStringLiteral("any") || value == QStringLiteral("anywhere");
    const auto list = parseIpRanges(ranges, nullptr);
    const QHostAddress address(value);
    return std::any_of(list.begin(), list.end(), [&](const IpRange &r) {
        return r.toString() == value || (!address.isNull() && r.contains(address));
    });
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
            texts(m.m_scopes, m.m_scopeTexts, [&](const QString &s) {
                return t.value.contains(u':') ? listHas(s, t.value, u' ') : s.contains(t.value);
            });
            break;
        case Field::Customer:
            customer(t.value, hits);
            break;
        case Field::Tag:
            texts(m.m_tags, m.m_tagTexts, [&](const QString &s) { return listHas(s, t.value, QChar(0x1f)); });
            break;
        case Field::Owner:
            texts(m.m_owner, m.m_ownerTexts,
                  [&](const QString &s) { return foldForSearch(s).contains(foldForSearch(t.value)); });
            break;
        case Field::Ip:
            texts(m.m_ips, m.m_ipTexts, [&](const QString &s) { return ipMatches(s, t.value); });
            break;
        case Field::Limit:
            texts(m.m_limits, m.m_limitTexts, [&](const QString &s) {
                return t.op == Op::Never ? s == QStringLiteral("0/0/0/0") : listHas(s, t.value, u'/');
            });
            break;
        case Field::Id:
            where([&](std::uint32_t i) {
                return m.idAt(i).toString().compare(t.value, Qt::CaseInsensitive) == 0;
            });
            break;
        case Field::Created:
            where([&](std::uint32_t i) { return past(t, m.m_created[i]); });
            break;
        case Field::LastUsed:
            where([&](std::uint32_t i) {
                const qint64 used = m.m_lastUsed[i];
                if (t.op == Op::Never)
                    return used == KeyIndex::NeverUsed;
                return used == KeyIndex::NeverUsed ? t.op == Op::OlderThan : past(t, used);
            });
            break;
        case Field::Expires:
            where([&](std::uint32_t i) {
                const qint64 e = m.m_expires[i];
                if (t.op == Op::Never || e == KeyIndex::NeverExpires)
                    return t.op == Op::Never && e == KeyIndex::NeverExpires;
                const qint64 left = e - m_now.ms();
                return t.op == Op::Within ? left >= 0 && left < t.amountMs : left > t.amountMs;
            });
            break;
        }
    }

    /// A customer's whole id stands for that customer alone; anything else is looked for within the ids.
    void customer(const QString &value, std::vector<std::uint8_t> &hits) const {
        const QString wanted = foldForSearch(value);
        const auto has = [&](const QString &s, bool whole) {
            if (s.isEmpty())
                return value == QStringLiteral("all");
            const QString folded = foldForSearch(s);
            return whole ? listHas(folded, wanted, QChar(0x1f)) : folded.contains(wanted);
        };
        auto yes = answers(m.m_customerTexts, [&](const QString &s) { return has(s, true); });
        if (std::find(yes.begin(), yes.end(), 1) == yes.end())
            yes = answers(m.m_customerTexts, [&](const QString &s) { return has(s, false); });
        for (std::uint32_t i = 0; i < hits.size(); ++i)
            hits[i] = static_cast<std::uint8_t>(hits[i] | yes[m.m_customers[i]]);
    }

    /// What the smart filters ask of a row, worked out once for all of them.
    struct Facts {
        std::vector<std::uint8_t> broad, unlimited; ///< by scope set and by limits
    };
    [[nodiscard]] Facts facts() const {
        return {broadSets(m.generalScopes(), m.billingScopes()),
                answers(m.m_limitTexts, [](const QString &t) { return t == QStringLiteral("0/0/0/0"); })};
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
        constexpr qint64 day = 86'400'000;
        const bool active = status == KeyStatus::Active;
        const qint64 now = m_now.ms(), expires = m.m_expires[i], used = m.m_lastUsed[i],
                     created = m.m_created[i];
        switch (f) {
        case SmartFilter::None:
            return true;
        case SmartFilter::ExpiringSoon:
            return active && expires != KeyIndex::NeverExpires && expires - now <= t.expiringDays * day;
        case SmartFilter::ExpiredRecently:
            return status == KeyStatus::Expired && now - expires <= t.expiredDays * day;
        case SmartFilter::NeverUsed:
            return active && used == KeyIndex::NeverUsed && now - created > t.neverUsedDays * day;
        case SmartFilter::Unused:
            return active && now - (used == KeyIndex::NeverUsed ? created : used) > t.unusedDays * day;
        case SmartFilter::NoExpiry:
            return active && expires == KeyIndex::NeverExpires;
        case SmartFilter::NoRateLimit:
            return active && facts.unlimited[m.m_limits[i]] != 0;
        case SmartFilter::BroadAccess:
            return active && facts.broad[m.m_scopes[i]] != 0;
        case SmartFilter::Rotating: {
            const auto old = m.m_oldUntil.find(i);
            return old != m.m_oldUntil.end() && old->second >= now &&
                   (active || status == KeyStatus::Inactive || status == KeyStatus::Expired);
        }
        case SmartFilter::Billing:
            return m.m_type[i] == static_cast<std::uint8_t>(KeyType::Billing);
        case SmartFilter::Damaged:
            return status == KeyStatus::Damaged;
        case SmartFilter::Revoked:
            return status == KeyStatus::Revoked;
        case SmartFilter::RateLimited:
            return m.m_noted[i] != 0 && m.m_alerts->rateLimited.contains(m.idAt(i));
        case SmartFilter::RejectionsUp:
            return m.m_noted[i] != 0 && m.m_alerts->rejectionsUp.contains(m.idAt(i));
        case SmartFilter::OverPrivileged:
            return active && m.m_noted[i] != 0 && overPrivileged(i);
        case SmartFilter::PossiblyExposed: {
            if (m.m_noted[i] == 0)
                return false;
            const auto until = m.m_exposed.constFind(m.idAt(i));
            return until != m.m_exposed.cend() && *until >= now &&
                   (active || status == KeyStatus::Inactive || status == KeyStatus::Expired);
        }
        case SmartFilter::RecentlyDeleted:
            return static_cast<KeyState>(m.m_state[i]) == KeyState::Deleted;
        }
        return false;
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

    /// The distinct scope sets that hold everything the catalogue has for one type.
    [[nodiscard]] std::vector<std::uint8_t> broadSets(const ScopeSet &general,
                                                      const ScopeSet &billing) const {
        return answers(m.m_scopeTexts, [&](const QString &t) {
            const ScopeSet s = ScopeSet::parse(t);
            return (general.size() > 1 && s.containsAll(general)) ||
                   (billing.size() > 1 && s.containsAll(billing));
        });
    }

    [[nodiscard]] KeyState state(std::uint32_t i) const { return static_cast<KeyState>(m.m_state[i]); }
    [[nodiscard]] std::uint8_t environment(std::uint32_t i) const { return m.m_environment[i]; }

private:
    [[nodiscard]] std::vector<std::uint8_t> hitsOf(const QString &w, const std::string &text,
                                                   const WordCache::Hits *narrower) const {
        std::vector<std::uint8_t> hits(m.size(), 0);
        const auto contains = [&](const QString &t) { return foldForSearch(t).contains(w); };
        const std::array fields{std::pair{&m.m_owner, &m.m_ownerTexts}, std::pair{&m.m_tags, &m.m_tagTexts},
                                std::pair{&m.m_customers, &m.m_customerTexts},
                                std::pair{&m.m_scopes, &m.m_scopeTexts}};
        std::array<std::vector<std::uint8_t>, fields.size()> yes;
        for (std::size_t f = 0; f < fields.size(); ++f) {
            yes[f] = answers(*fields[f].second, contains);
            if (std::find(yes[f].begin(), yes[f].end(), 1) == yes[f].end())
                yes[f].clear(); // nothing to look up
        }
        const auto inFields = [&](std::size_t i) {
            std::uint8_t any = 0;
            for (std::size_t f = 0; f < fields.size(); ++f) {
                if (!yes[f].empty())
                    any = static_cast<std::uint8_t>(any | yes[f][(*fields[f].first)[i]]);
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
    [[nodiscard]] bool past(const FilterTerm &t, qint64 at) const {
        const qint64 age = m_now.ms() - at;
        return t.op == Op::OlderThan ? age > t.amountMs : age <= t.amountMs;
    }
    const KeyIndex &m;
    Instant m_now;
};

std::vector<std::uint8_t> matchRows(const KeyIndex &index, WordCache &words, const KeyQuery &query,
                                    Instant now, qsizetype *unfiltered) {
    const IndexMatch m(index, now);
    const KeyFilter &f = query.filter;
    const bool deletedAsked =
        f.smart == SmartFilter::RecentlyDeleted ||
        std::any_of(f.terms.begin(), f.terms.end(), [](const FilterTerm &t) {
            return t.field == Field::Status && !t.negated && t.value == toWord(KeyStatus::Deleted);
        });
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
