#pragma once

#include "core/model/catalogue.h"
#include "core/model/key_filter.h"

#include <QStringTokenizer>

namespace latchkey {

/// What is told of keys. A service tells no status, times, limits, customers or addresses: no key has them.
enum class Reported : quint8 { OfVault, OfService };

/// One filter over one key after the other.
class FilterMatch {
public:
    FilterMatch(KeyFilter filter, const Thresholds &thresholds, const Catalogue &catalogue, Instant now,
                Reported reported = Reported::OfVault);
    /// To be called with all keys before the first is asked about: a customer's whole id stands for that
    /// customer alone; anything else is looked for within the ids.
    void see(const ApiKey &key);
    /// What follows from requests no key tells: none has it. Nor is it known what a key has whose permissions
    /// nobody has read yet.
    [[nodiscard]] bool fits(const ApiKey &key) const;
    /// Whatever its permissions are.
    [[nodiscard]] bool mayFit(const ApiKey &key) const;

private:
    /// Unknown where permissions decide that nobody has read. The lesser of two answers joins them by AND,
    /// the greater by OR.
    enum class Fit : quint8 { No, Unknown, Yes };
    [[nodiscard]] Fit fit(const ApiKey &key, bool scopesKnown) const;
    [[nodiscard]] bool hasWord(const ApiKey &key, const QString &word) const;
    [[nodiscard]] bool holds(const ApiKey &key, const FilterTerm &term) const;
    [[nodiscard]] Fit fitOf(const ApiKey &key, const FilterTerm &term, bool scopesKnown) const;
    [[nodiscard]] Fit fitOf(const ApiKey &key, SmartFilter smart, bool scopesKnown) const;

    KeyFilter m_filter;
    Thresholds m_thresholds;
    ScopeSet m_general, m_billing;
    Instant m_now;
    Reported m_reported;
    bool m_deleted; ///< they are asked for
    QStringList m_wholeCustomers;
};

/// The rules, for what keeps keys in another form than ApiKey. Every value is a FilterTerm's.
namespace filter {

/// `customer:all`: keys that are not tied to customers.
inline constexpr QLatin1StringView AllCustomers("all");

/// Deleted keys are shown only where they are asked for.
bool asksForDeleted(const KeyFilter &filter);
/// What only a key's permissions answer.
bool asksForScopes(const FilterTerm &term);
bool asksForScopes(SmartFilter smart);

/// A permission in full stands for that one; else it is looked for within. A service's own permissions are
/// named in full or by their resource.
bool isPermission(QStringView scope, QStringView value);
bool isCustomer(const QString &customer, const QString &value, bool whole);
bool isTag(QStringView tag, QStringView value);
bool isOwner(const QString &owner, const QString &value);
bool isFrom(const QList<IpRange> &ranges, const QString &value);
/// `limits` as limitsText() has them.
bool isLimit(QStringView limits, const FilterTerm &term);
/// Every scope there is for its type, `all`; one alone is not much.
bool isBroad(const ScopeSet &scopes, const ScopeSet &all);

/// The counts a second, minute, hour and day: "0/0/0/0" is no limit.
QString limitsText(const RateLimits &limits);
inline constexpr QLatin1StringView NoLimits("0/0/0/0");

// Here, since the index asks a million rows.
inline bool isCreated(Instant at, const FilterTerm &term, Instant now) {
    const qint64 age = now.ms() - at.ms();
    return term.op == FilterTerm::Op::OlderThan ? age > term.amountMs : age <= term.amountMs;
}

inline bool isLastUsed(std::optional<Instant> at, const FilterTerm &term, Instant now) {
    if (term.op == FilterTerm::Op::Never)
        return !at;
    return at ? isCreated(*at, term, now) : term.op == FilterTerm::Op::OlderThan;
}

inline bool isExpiring(std::optional<Instant> at, const FilterTerm &term, Instant now) {
    if (term.op == FilterTerm::Op::Never || !at)
        return term.op == FilterTerm::Op::Never && !at;
    const qint64 left = at->ms() - now.ms();
    return term.op == FilterTerm::Op::Within ? left >= 0 && left < term.amountMs : left > term.amountMs;
}

/// Any item of a list that is kept as one text.
template<typename Rule>
bool anyItem(QStringView list, QChar separator, Rule rule) {
    for (const QStringView item : list.tokenize(separator, Qt::SkipEmptyParts)) {
        if (rule(item))
            return true;
    }
    return false;
}

/// `row` answers type(), state(), created(), lastUsed(), expires(), isRotating(), isUnlimited(), isBroad(),
/// and isNoted(): what its requests say of it.
template<typename Row>
bool isOf(SmartFilter smart, const Row &row, KeyStatus status, const Thresholds &t, Instant now) {
    constexpr qint64 day = 86'400'000;
    const bool active = status == KeyStatus::Active;
    const bool there = active || status == KeyStatus::Inactive || status == KeyStatus::Expired;
    switch (smart) {
    case SmartFilter::None:
        return true;
    case SmartFilter::ExpiringSoon: {
        const std::optional<Instant> expires = row.expires();
        return active && expires && expires->ms() - now.ms() <= t.expiringDays * day;
    }
    case SmartFilter::ExpiredRecently: {
        const std::optional<Instant> expires = row.expires();
        const qint64 ago = expires ? now.ms() - expires->ms() : 0;
        return there && ago > 0 && ago <= t.expiredDays * day;
    }
    case SmartFilter::NeverUsed:
        return active && !row.lastUsed() && now.ms() - row.created().ms() > t.neverUsedDays * day;
    case SmartFilter::Unused: {
        const std::optional<Instant> used = row.lastUsed();
        return active && now.ms() - (used ? *used : row.created()).ms() > t.unusedDays * day;
    }
    case SmartFilter::NoExpiry:
        return active && !row.expires();
    case SmartFilter::NoRateLimit:
        return active && row.isUnlimited();
    case SmartFilter::BroadAccess:
        return active && row.isBroad();
    case SmartFilter::Billing:
        return row.type() == KeyType::Billing;
    case SmartFilter::Damaged:
        return status == KeyStatus::Damaged;
    case SmartFilter::RecentlyDeleted:
        return row.state() == KeyState::Deleted;
    case SmartFilter::Rotating:
        return there && row.isRotating();
    case SmartFilter::Revoked:
        return status == KeyStatus::Revoked;
    case SmartFilter::RateLimited:
    case SmartFilter::RejectionsUp:
        return row.isNoted(smart);
    case SmartFilter::OverPrivileged:
        return active && row.isNoted(smart);
    case SmartFilter::PossiblyExposed:
        return there && row.isNoted(smart);
    }
    return false;
}

} // namespace filter

} // namespace latchkey
