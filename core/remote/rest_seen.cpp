#include "core/remote/rest_seen.h"

#include <algorithm>
#include <limits>

namespace latchkey {

namespace {

bool isSame(const QString &a, const QString &b) {
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// One query over rows, by the rules of a vault's index.
class SeenMatch {
public:
    SeenMatch(const QHash<KeyId, ApiKey> &rows, const KeyQuery &query, const Catalogue &catalogue,
              Instant now)
        : m_query(query)
        , m_general(catalogue.scopesOf(KeyType::General))
        , m_billing(catalogue.scopesOf(KeyType::Billing))
        , m_now(now) {
        const KeyFilter &f = query.filter;
        m_deleted = f.smart == SmartFilter::RecentlyDeleted;
        for (const FilterTerm &t : f.terms) {
            m_deleted = m_deleted || (t.field == FilterTerm::Field::Status && !t.negated &&
                                      t.value == toWord(KeyStatus::Deleted));
            if (t.field == FilterTerm::Field::Customer &&
                std::any_of(rows.begin(), rows.end(), [&](const ApiKey &k) { return isOf(k, t.value); }))
                m_wholeCustomers.append(t.value);
        }
    }

    [[nodiscard]] bool shows(const ApiKey &k) const {
        const KeyFilter &f = m_query.filter;
        if (k.state == KeyState::Purged || (k.state == KeyState::Deleted && !m_deleted) ||
            (f.environment && k.config.environment != *f.environment) || !isSmart(k))
            return false;
        return std::all_of(f.words.begin(), f.words.end(), [&](const QString &w) { return has(k, w); }) &&
               std::all_of(f.terms.begin(), f.terms.end(), [&](const FilterTerm &t) {
                   if (t.negated)
                       return !holds(k, t);
                   return std::any_of(f.terms.begin(), f.terms.end(), [&](const FilterTerm &other) {
                       return !other.negated && other.field == t.field && holds(k, other);
                   });
               });
    }

    [[nodiscard]] RestSortKey sortKey(const ApiKey &k) const {
        const KeyConfig &c = k.config;
        RestSortKey key;
        switch (m_query.sort.column) {
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
            key.number = static_cast<quint64>(statusOf(k, m_now));
            break;
        case SortColumn::Permissions:
            key.text = scopesOf(k).join(u' ');
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
            key.text = limitsOf(k).join(u'/');
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

private:
    static QStringList scopesOf(const ApiKey &k) {
        QStringList all;
        for (const Scope &s : k.config.scopes)
            all.append(s.toString());
        return all;
    }
    static QStringList limitsOf(const ApiKey &k) {
        QStringList all;
        for (const RatePeriod p : AllRatePeriods)
            all.append(QString::number(k.config.limits.stored(p)));
        return all;
    }
    static bool folds(const QString &text, const QString &folded) {
        return foldForSearch(text).contains(folded);
    }
    static bool folds(const QStringList &texts, const QString &folded) {
        return std::any_of(texts.begin(), texts.end(), [&](const QString &t) { return folds(t, folded); });
    }
    static bool isOf(const ApiKey &k, const QString &customer) {
        return std::any_of(k.config.customers.begin(), k.config.customers.end(),
                           [&](const QString &c) { return foldForSearch(c) == foldForSearch(customer); });
    }

    static bool has(const ApiKey &k, const QString &word) {
        return folds(k.config.name, word) || folds(k.id.toString(), word) || folds(k.config.owner, word) ||
               folds(k.config.tags, word) || folds(k.config.customers, word) || folds(scopesOf(k), word);
    }

    [[nodiscard]] bool isPast(const FilterTerm &t, Instant at) const {
        const qint64 age = m_now.ms() - at.ms();
        return t.op == FilterTerm::Op::OlderThan ? age > t.amountMs : age <= t.amountMs;
    }

    [[nodiscard]] bool holds(const ApiKey &k, const FilterTerm &t) const {
        using Field = FilterTerm::Field;
        using Op = FilterTerm::Op;
        const KeyConfig &c = k.config;
        switch (t.field) {
        case Field::Status:
            return keyStatusFromWord(t.value) == statusOf(k, m_now);
        case Field::Environment:
            return environmentFromWord(t.value) == c.environment;
        case Field::Type:
            return keyTypeFromWord(t.value) == c.type;
        case Field::Permission: {
            const QStringList scopes = scopesOf(k);
            return t.value.contains(u':') ? scopes.contains(t.value, Qt::CaseInsensitive)
                                          : scopes.join(u' ').contains(t.value);
        }
        case Field::Customer:
            if (c.customers.isEmpty())
                return t.value == QLatin1StringView("all");
            return m_wholeCustomers.contains(t.value) ? isOf(k, t.value)
                                                      : folds(c.customers, foldForSearch(t.value));
        case Field::Tag:
            return c.tags.contains(t.value, Qt::CaseInsensitive);
        case Field::Owner:
            return folds(c.owner, foldForSearch(t.value));
        case Field::Ip: {
            if (c.allowedIps.isEmpty())
                return t.value == QLatin1StringView("any") || t.value == QLatin1StringView("anywhere");
            const QHostAddress address(t.value);
            return std::any_of(c.allowedIps.begin(), c.allowedIps.end(), [&](const IpRange &r) {
                return r.toString() == t.value || (!address.isNull() && r.contains(address));
            });
        }
        case Field::Limit:
            return t.op == Op::Never ? c.limits.isEmpty() : limitsOf(k).contains(t.value);
        case Field::Id:
            return isSame(k.id.toString(), t.value);
        case Field::Created:
            return isPast(t, k.createdAt);
        case Field::LastUsed:
            if (t.op == Op::Never || !k.lastUsedAt)
                return !k.lastUsedAt && t.op != Op::Within && t.op != Op::Is;
            return isPast(t, *k.lastUsedAt);
        case Field::Expires: {
            if (t.op == Op::Never || !c.expires)
                return t.op == Op::Never && !c.expires;
            const qint64 left = c.expires->ms() - m_now.ms();
            return t.op == Op::Within ? left >= 0 && left < t.amountMs : left > t.amountMs;
        }
        }
        return false;
    }

    [[nodiscard]] bool isSmart(const ApiKey &k) const {
        constexpr qint64 day = 86'400'000;
        const Thresholds &t = m_query.thresholds;
        const KeyStatus status = statusOf(k, m_now);
        const bool active = status == KeyStatus::Active;
        const qint64 now = m_now.ms();
        const auto &expires = k.config.expires;
        switch (m_query.filter.smart) {
        case SmartFilter::None:
            return true;
        case SmartFilter::ExpiringSoon:
            return active && expires && expires->ms() - now <= t.expiringDays * day;
        case SmartFilter::ExpiredRecently:
            return status == KeyStatus::Expired && expires && now - expires->ms() <= t.expiredDays * day;
        case SmartFilter::NeverUsed:
            return active && !k.lastUsedAt && now - k.createdAt.ms() > t.neverUsedDays * day;
        case SmartFilter::Unused:
            return active && now - k.lastUsedAt.value_or(k.createdAt).ms() > t.unusedDays * day;
        case SmartFilter::NoExpiry:
            return active && !expires;
        case SmartFilter::NoRateLimit:
            return active && k.config.limits.isEmpty();
        case SmartFilter::BroadAccess:
            return active && ((m_general.size() > 1 && k.config.scopes.containsAll(m_general)) ||
                              (m_billing.size() > 1 && k.config.scopes.containsAll(m_billing)));
        case SmartFilter::Billing:
            return k.config.type == KeyType::Billing;
        case SmartFilter::Damaged:
            return status == KeyStatus::Damaged;
        case SmartFilter::RecentlyDeleted:
            return k.state == KeyState::Deleted;
        case SmartFilter::Rotating:
            return isRotating(k, m_now) &&
                   (active || status == KeyStatus::Inactive || status == KeyStatus::Expired);
        case SmartFilter::Revoked:
            return status == KeyStatus::Revoked;
        case SmartFilter::RateLimited:
        case SmartFilter::RejectionsUp:
        case SmartFilter::OverPrivileged:
        case SmartFilter::PossiblyExposed:
            break;
        }
        return false;
    }

    const KeyQuery &m_query;
    ScopeSet m_general, m_billing;
    Instant m_now;
    bool m_deleted = false; ///< they are asked for
    /// A customer's whole id stands for that customer alone; anything else is looked for within the ids.
    QStringList m_wholeCustomers;
};

} // namespace

std::shared_ptr<RestList> seenKeys(const QHash<KeyId, ApiKey> &rows, const KeyQuery &query,
                                   const Catalogue &catalogue, Instant now) {
    const SeenMatch match(rows, query, catalogue, now);
    std::vector<std::pair<RestSortKey, KeyId>> shown;
    auto list = std::make_shared<RestList>();
    for (const ApiKey &k : rows) {
        list->keys += k.state != KeyState::Deleted && k.state != KeyState::Purged ? 1 : 0;
        if (match.shows(k))
            shown.emplace_back(match.sortKey(k), k.id);
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
