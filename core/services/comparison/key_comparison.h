#pragma once

#include "core/backend/vault_backend.h"

#include <QFlags>

/// Two lists of keys side by side. Pure.
namespace latchkey {

/// What two keys of the same name differ in.
enum class Difference : quint16 {
    Permissions = 1,
    Type = 2,
    Status = 4,
    Limits = 8,
    Expiry = 16, ///< by a minute or more
    Customers = 32,
    Addresses = 64,
    Notes = 128,      ///< owner, tags, note, where it is stored
    Environment = 256 ///< only where whole vaults are compared
};
Q_DECLARE_FLAGS(Differences, Difference)
Q_DECLARE_OPERATORS_FOR_FLAGS(Differences)

/// One side: the keys of an environment, or of a whole vault.
struct ComparedKeys {
    QList<ApiKey> keys;
    Capabilities can; ///< what one side has no word for is not compared
};

/// Unknown: as far as it is known they are equal, but the permissions of one aren't known.
enum class MatchGroup : quint8 { Different, OnlyLeft, OnlyRight, Unknown, Equal };
inline constexpr int MatchGroupCount = 5;

struct ComparedPair {
    qsizetype left = -1, right = -1; ///< places in the two lists; -1: there is none
    Differences differences;
    bool unknown = false; ///< the permissions of one of them aren't known
    bool often = false;   ///< several keys of a side have this name
    [[nodiscard]] MatchGroup group() const;
    bool operator==(const ComparedPair &) const = default;
};

/// Keys with the same name belong together; where several have it, those that are equal first, then by age.
/// `byEnvironment`: within the same environment; across environments only where each side has one key of the
/// name. Sorted by name (foldForSearch), then as the left list is. Deleted keys are left out.
QList<ComparedPair> compareKeys(const ComparedKeys &left, const ComparedKeys &right, bool byEnvironment,
                                Instant now);

/// Of two keys: what both sides have a word for.
Differences differencesOf(const ApiKey &left, const Capabilities &leftCan, const ApiKey &right,
                          const Capabilities &rightCan, Instant now);

} // namespace latchkey
