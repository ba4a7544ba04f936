#pragma once

#include "core/model/api_key.h"
#include "core/model/catalogue.h"
#include "core/model/error.h"
#include "core/model/principal.h"

namespace latchkey {

/// Trims and sorts what has one canonical form: name, owner, tags (lower case), customers.
KeyConfig normalised(KeyConfig c);

/// Every rule of a key that can be checked without the vault. Codes: name: empty, tooLong, controlCharacter,
/// bidiOverride; scopes: empty, billingMixed (params "scope"), notHeld ("scope"); limits.<period>:
/// notPositive, tooLarge; expires: inPast, tooFar; note/owner/tags/customers: tooLong. `before` is the key
/// being edited, if any: a past expiry that was already there, and unheld scopes that were already granted,
/// are not errors.
QList<FieldError> validate(const KeyConfig &c, const Catalogue &catalogue, const Principal &principal,
                           Instant now, const KeyConfig *before = nullptr);

/// The reason of a revocation, which may be empty: field "reason", codes tooLong, controlCharacter,
/// bidiOverride.
QList<FieldError> checkReason(const QString &reason);

/// A count typed by a person: "0", "-1", "1e3", 2^63 are refused with code notPositive, tooLarge or
/// notANumber.
Result<qint64> parseCount(QStringView text, const QString &field);

/// Risk lines of the summary, in order of weight. ui/ words them; `field` is where the link goes.
enum class Risk {
    CanDelete,
    FullAccess,
    FullBilling, ///< the same of a billing key
    NeverExpires,
    FromAnywhere,
    AllCustomers,
    NoRateLimit,
    LongExpiry,
    ProductionWrite
};
struct RiskLine {
    Risk risk;
    QString field;
    Scope scope; ///< for CanDelete
    bool operator==(const RiskLine &) const = default;
};
QList<RiskLine> risksOf(const KeyConfig &c, const Catalogue &catalogue, Instant now);

} // namespace latchkey
