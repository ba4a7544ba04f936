#pragma once

#include "core/model/api_key.h"
#include "core/model/catalogue.h"

#include <QStringList>

/// SendGrid's scopes: `mail.send`, `stats.read`, `user.profile.update`. What they mean there: Read is those
/// that end in `.read`, Full all of a resource; billing scopes exclude all others.
namespace latchkey::sendgrid {

/// Added by SendGrid itself to what a key has: never shown, compared or sent.
bool isAutomatic(QStringView scope);

/// What a list of scopes says, as far as it can be shown.
struct ScopeParts {
    ScopeSet shown;
    QStringList opaque; ///< no Scope can hold them; sent back as they came
    qsizetype automatic = 0;
    bool operator==(const ScopeParts &) const = default;
};
ScopeParts partsOf(const QStringList &scopes);

/// Billing when there are billing scopes only.
KeyType typeOf(const ScopeSet &scopes);

/// Some are of billing and some are not: nobody can grant these together, but a key of full access has them.
bool isMixed(const ScopeSet &scopes);
/// What can be granted of these: no billing beside others.
ScopeSet grantable(const ScopeSet &scopes);

/// A catalogue of these scopes, by resource, with names made of their words.
Catalogue catalogueOf(const ScopeSet &scopes);

} // namespace latchkey::sendgrid
