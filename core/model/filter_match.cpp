#include "core/model/filter_match.h"

#include <algorithm>

namespace latchkey {

namespace filter {

bool asksForDeleted(const KeyFilter &filter) {
    return filter.smart == SmartFilter::RecentlyDeleted ||
           std::any_of(filter.terms.begin(), filter.terms.end(), [](const FilterTerm &t) {
               return t.field == FilterTerm::Field::Status && !t.negated &&
                      t.value == toWord(KeyStatus::Deleted);
           });
}

bool asksForScopes(const FilterTerm &term) {
    return term.field == FilterTerm::Field::Type || term.field == FilterTerm::Field::Permission;
}

bool asksForScopes(SmartFilter smart) {
    return smart == SmartFilter::Billing || smart == SmartFilter::BroadAccess;
}

bool isPermission(QStringView scope, QStringView value) {
    if (!scope.contains(u':'))
        return scope == value || (scope.startsWith(value) && scope.lastIndexOf(u'.') == value.size());
    return value.contains(u':') ? scope.compare(value, Qt::CaseInsensitive) == 0 : scope.contains(value);
}

bool isCustomer(const QString &customer, const QString &value, bool whole) {
    const QString id = foldForSearch(customer), wanted = foldForSearch(value);
    return whole ? id == wanted : id.contains(wanted);
}

bool isTag(QStringView tag, QStringView value) {
    return tag.compare(value, Qt::CaseInsensitive) == 0;
}

bool isOwner(const QString &owner, const QString &value) {
    return foldForSearch(owner).contains(foldForSearch(value));
}

bool isFrom(const QList<IpRange> &ranges, const QString &value) {
    if (ranges.isEmpty())
        return value == QLatin1StringView("any") || value == QLatin1StringView("anywhere");
    const QHostAddress address(value);
    return std::any_of(ranges.begin(), ranges.end(), [&](const IpRange &r) {
        return r.toString() == value || (!address.isNull() && r.contains(address));
    });
}

bool isLimit(QStringView limits, const FilterTerm &term) {
    return term.op == FilterTerm::Op::Never
               ? limits == NoLimits
               : anyItem(limits, u'/', [&](QStringView count) { return count == term.value; });
}

bool isBroad(const ScopeSet &scopes, const ScopeSet &all) {
    return all.size() > 1 && scopes.containsAll(all);
}

QString limitsText(const RateLimits &limits) {
    QStringList all;
    for (const RatePeriod p : AllRatePeriods)
        all.append(QString::number(limits.stored(p)));
    return all.join(u'/');
}

} // namespace filter

namespace {

bool folds(const QString &text, const QString &folded) {
    return foldForSearch(text).contains(folded);
}

/// A key by itself, as a smart filter asks for it.
struct SmartRow {
    const ApiKey &key;
    const ScopeSet &ofItsType; ///< all that its type may have
    Instant now;
    [[nodiscard]] KeyType type() const { return key.config.type; }
    [[nodiscard]] KeyState state() const { return key.state; }
    [[nodiscard]] Instant created() const { return key.createdAt; }
    [[nodiscard]] std::optional<Instant> lastUsed() const { return key.lastUsedAt; }
    [[nodiscard]] std::optional<Instant> expires() const { return key.config.expires; }
    [[nodiscard]] bool isRotating() const { return latchkey::isRotating(key, now); }
    [[nodiscard]] bool isUnlimited() const { return key.config.limits.isEmpty(); }
    [[nodiscard]] bool isBroad() const { return filter::isBroad(key.config.scopes, ofItsType); }
    [[nodiscard]] static bool isNoted(SmartFilter) { return false; }
};

std::optional<Environment> knownEnvironment(const ApiKey &key) {
    return key.service ? key.service->environment : key.config.environment;
}

} // namespace

FilterMatch::FilterMatch(KeyFilter filter, const Thresholds &thresholds, const Catalogue &catalogue,
                         Instant now, Reported reported)
    : m_filter(std::move(filter))
    , m_thresholds(thresholds)
    , m_general(catalogue.scopesOf(KeyType::General))
    , m_billing(catalogue.scopesOf(KeyType::Billing))
    , m_now(now)
    , m_reported(reported)
    , m_deleted(filter::asksForDeleted(m_filter))
    , m_wholeCustomers(filter::AllCustomers) {}

void FilterMatch::see(const ApiKey &key) {
    for (const FilterTerm &t : m_filter.terms) {
        if (t.field == FilterTerm::Field::Customer && !m_wholeCustomers.contains(t.value) &&
            std::any_of(key.config.customers.begin(), key.config.customers.end(),
                        [&](const QString &c) { return filter::isCustomer(c, t.value, true); }))
            m_wholeCustomers.append(t.value);
    }
}

bool FilterMatch::fits(const ApiKey &key) const {
    return fit(key, !key.service || key.service->scopesKnown) == Fit::Yes;
}

bool FilterMatch::mayFit(const ApiKey &key) const {
    return fit(key, false) != Fit::No;
}

FilterMatch::Fit FilterMatch::fit(const ApiKey &key, bool scopesKnown) const {
    if (key.state == KeyState::Purged || (key.state == KeyState::Deleted && !m_deleted) ||
        (m_filter.environment && knownEnvironment(key) != m_filter.environment))
        return Fit::No;
    Fit fit = fitOf(key, m_filter.smart, scopesKnown);
    for (const QString &w : m_filter.words) {
        if (!hasWord(key, w))
            fit = std::min(fit, scopesKnown ? Fit::No : Fit::Unknown);
    }
    for (const FilterTerm &t : m_filter.terms) {
        if (fit == Fit::No)
            break;
        Fit one = Fit::No;
        if (t.negated) {
            const Fit held = fitOf(key, t, scopesKnown);
            one = held == Fit::Yes ? Fit::No : held == Fit::No ? Fit::Yes : Fit::Unknown;
        } else {
            for (const FilterTerm &other : m_filter.terms) {
                if (!other.negated && other.field == t.field)
                    one = std::max(one, fitOf(key, other, scopesKnown));
            }
        }
        fit = std::min(fit, one);
    }
    return fit;
}

bool FilterMatch::hasWord(const ApiKey &key, const QString &word) const {
    const auto inText = [&](const QString &t) { return folds(t, word); };
    const auto inScope = [&](const Scope &s) { return folds(s.toString(), word); };
    const KeyConfig &c = key.config;
    return inText(c.name) || inText(shownId(key)) || inText(c.owner) ||
           std::any_of(c.tags.begin(), c.tags.end(), inText) ||
           std::any_of(c.customers.begin(), c.customers.end(), inText) ||
           std::any_of(c.scopes.begin(), c.scopes.end(), inScope);
}

bool FilterMatch::holds(const ApiKey &key, const FilterTerm &term) const {
    using Field = FilterTerm::Field;
    const KeyConfig &c = key.config;
    const QString &value = term.value;
    switch (term.field) {
    case Field::Environment: {
        const auto environment = knownEnvironment(key);
        return environment ? environmentFromWord(value) == environment : value == NoEnvironment;
    }
    case Field::Type:
        return keyTypeFromWord(value) == c.type;
    case Field::Permission:
        return std::any_of(c.scopes.begin(), c.scopes.end(),
                           [&](const Scope &s) { return filter::isPermission(s.toString(), value); });
    case Field::Tag:
        return std::any_of(c.tags.begin(), c.tags.end(),
                           [&](const QString &tag) { return filter::isTag(tag, value); });
    case Field::Owner:
        return filter::isOwner(c.owner, value);
    case Field::Name:
        return folds(c.name, foldForSearch(value));
    case Field::Id:
        return shownId(key).compare(value, Qt::CaseInsensitive) == 0 ||
               key.id.toString().compare(value, Qt::CaseInsensitive) == 0;
    default:
        break;
    }
    if (m_reported == Reported::OfService)
        return false;
    switch (term.field) {
    case Field::Status:
        return keyStatusFromWord(value) == statusOf(key, m_now);
    case Field::Customer:
        if (c.customers.isEmpty())
            return value == filter::AllCustomers;
        return std::any_of(c.customers.begin(), c.customers.end(), [&](const QString &customer) {
            return filter::isCustomer(customer, value, m_wholeCustomers.contains(value));
        });
    case Field::Ip:
        return filter::isFrom(c.allowedIps, value);
    case Field::Limit:
        return filter::isLimit(filter::limitsText(c.limits), term);
    case Field::Created:
        return filter::isCreated(key.createdAt, term, m_now);
    case Field::LastUsed:
        return filter::isLastUsed(key.lastUsedAt, term, m_now);
    case Field::Expires:
        return filter::isExpiring(c.expires, term, m_now);
    default:
        return false;
    }
}

FilterMatch::Fit FilterMatch::fitOf(const ApiKey &key, const FilterTerm &term, bool scopesKnown) const {
    if (!scopesKnown && filter::asksForScopes(term))
        return Fit::Unknown;
    return holds(key, term) ? Fit::Yes : Fit::No;
}

FilterMatch::Fit FilterMatch::fitOf(const ApiKey &key, SmartFilter smart, bool scopesKnown) const {
    if (smart == SmartFilter::None)
        return Fit::Yes;
    const bool ofScopes = filter::asksForScopes(smart);
    if (m_reported == Reported::OfService && !ofScopes)
        return Fit::No;
    if (ofScopes && !scopesKnown)
        return Fit::Unknown;
    const SmartRow row{key, key.config.type == KeyType::Billing ? m_billing : m_general, m_now};
    return filter::isOf(smart, row, statusOf(key, m_now), m_thresholds, m_now) ? Fit::Yes : Fit::No;
}

} // namespace latchkey
