#pragma once

#include "core/model/api_key.h"

#include <QList>
#include <QString>
#include <array>
#include <optional>

namespace latchkey {

/// The sidebar's filters that need no traffic. Their rule stands beside each name.
enum class SmartFilter : quint8 {
    None,
    ExpiringSoon,    ///< Active, expires within `thresholds.expiringDays`
    ExpiredRecently, ///< its expiry passed within 30 days, be it switched on or not
    NeverUsed,       ///< Active, older than 7 days, never used
    Unused,          ///< Active, last used (or, never used, created) over 90 days ago
    NoExpiry,        ///< Active without an expiry
    NoRateLimit,     ///< Active without a limit
    BroadAccess,     ///< Active with every scope of the catalogue that fits its type
    Billing,         ///< type Billing
    Damaged,
    RecentlyDeleted, ///< state Deleted
    Rotating,        ///< two tokens work
    Revoked,         ///< state Revoked
    // From here on out of the requests; none while no request is known.
    RateLimited,     ///< 429 is at least a tenth of the last 24 hours
    RejectionsUp,    ///< more than twice as many rejections as usual
    OverPrivileged,  ///< Active; half of its scopes or more were not used in 90 days, though others were
    PossiblyExposed, ///< not revoked or deleted, and a token that it still has stood in clear in a log's
                     ///< address
};
inline constexpr int SmartFilterCount = 17;

/// Those that are alerts of a key, any number at once; the gravest first. Of two that say the same of a key
/// the one that says more stands: Over-privileged for Broad access, Never used for Unused.
inline constexpr std::array AlertFilters{
    SmartFilter::PossiblyExposed, SmartFilter::RejectionsUp,   SmartFilter::RateLimited,
    SmartFilter::ExpiringSoon,    SmartFilter::OverPrivileged, SmartFilter::BroadAccess,
    SmartFilter::Rotating,        SmartFilter::NeverUsed,      SmartFilter::Unused};
using KeyAlerts = QList<SmartFilter>;

struct Thresholds {
    int expiringDays = 14;
    int expiredDays = 30;
    int neverUsedDays = 7;
    int unusedDays = 90;
    bool operator==(const Thresholds &) const = default;
};

/// One condition, as a chip shows it and as the search words write it (`status:active`, `-perm:leads:read`,
/// `last:>90d`).
struct FilterTerm {
    enum class Field : quint8 {
        Status,
        Environment,
        Type,
        Permission,
        Customer,
        Tag,
        Owner,
        Created,
        LastUsed,
        Expires,
        Id,
        Limit,
        Ip,
        Name
    };
    enum class Op : quint8 { Is, OlderThan, Within, Never };
    Field field = Field::Status;
    Op op = Op::Is;
    bool negated = false;
    QString value;       ///< for Is; lower case. Of an environment also NoEnvironment.
    qint64 amountMs = 0; ///< for OlderThan (`last:>90d`) and Within (`expires:<14d`)
    bool operator==(const FilterTerm &) const = default;
};

/// `env:none`: a service's keys that were given no environment on this computer. A vault's keys all have one.
inline constexpr QLatin1StringView NoEnvironment("none");

/// What the table shows. Words are joined by AND, terms of one field by OR, fields by AND; a negated term
/// excludes.
struct KeyFilter {
    QStringList words; ///< folded by foldForSearch
    QList<FilterTerm> terms;
    std::optional<Environment> environment; ///< the sidebar's choice
    SmartFilter smart = SmartFilter::None;
    [[nodiscard]] bool isEmpty() const {
        return words.isEmpty() && terms.isEmpty() && !environment && smart == SmartFilter::None;
    }
    bool operator==(const KeyFilter &) const = default;
};

/// A problem in the typed text, e.g. `expires:<soon`: code unknownField, badValue; shown under the box, never
/// fatal.
struct FilterProblem {
    QString word;
    QString code;
    QString field = {};   ///< of unknownField: what stands before the colon
    qsizetype at = 0;     ///< where in the text
    QString nearest = {}; ///< the field that is written nearly so; empty: none is
};

/// A word of what was typed. Quotes group, also after the colon (`owner:"Ana B"`), and are not in it.
struct SearchWord {
    QString text;
    qsizetype at = 0;     ///< of its beginning in what was typed
    qsizetype colon = -1; ///< the first in `text` that stands outside quotes
};
QList<SearchWord> searchWords(const QString &typed);
/// What begins like a field and is none of `known`: that is searched for as text. Without a minus before it.
std::optional<FilterProblem> unknownField(const SearchWord &typed, const QStringList &known);
/// What was typed, with the nearest field in place of the one that there is not.
QString corrected(const QString &typed, const FilterProblem &problem);
/// Reads the search box. Quotes group ("name with spaces", `owner:"Ana B"`). What is not a field is a plain
/// word, as is what has its colon in quotes; where it looks like a field that is a problem as well.
KeyFilter parseFilter(const QString &text, QList<FilterProblem> *problems = nullptr);
/// The text that parses to the same words and terms.
QString formatFilter(const KeyFilter &f);
QString formatTerm(const FilterTerm &t);
/// Case and accents folded, for search and for sorting by name: "Ärger" → "arger". The same function fills
/// the vault's name_fold column.
QString foldForSearch(const QString &s);

enum class SortColumn : quint8 {
    Name,
    Environment,
    Type,
    Permissions,
    Created,
    LastUsed,
    Status,
    Expires,
    Owner,
    RateLimit,
    StoredIn,
    Id,
    Customers,
    Tags,
    Alerts,    ///< by how many
    Connection ///< where several vaults are looked at as one; else by name
};
struct KeySort {
    SortColumn column = SortColumn::Created;
    Qt::SortOrder order = Qt::DescendingOrder;
    bool operator==(const KeySort &) const = default;
};

struct KeyQuery {
    KeyFilter filter;
    KeySort sort;
    Thresholds thresholds;
    /// The list says what its rows are sorted by: KeyList::sortKeyAt().
    bool sortKeys = false;
    bool operator==(const KeyQuery &) const = default;
};

/// Time alone can change which keys it finds, or their order.
bool dependsOnTime(const KeyQuery &q);

} // namespace latchkey
