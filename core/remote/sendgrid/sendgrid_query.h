#pragma once

#include "core/model/catalogue.h"
#include "core/model/key_filter.h"
#include "core/remote/rest_list.h"

namespace latchkey::sendgrid {

/// Whether the table shows the key. What SendGrid doesn't report (status, times, limits …) no key has.
bool matches(const ApiKey &key, const KeyFilter &filter, const Catalogue &catalogue);
/// The query needs the permissions of keys, which the list of an account does not have.
bool asksForScopes(const KeyQuery &query);
/// Whether the key could fit, whatever its permissions are.
bool mayMatch(const ApiKey &key, const KeyFilter &filter);

/// By the asked column, where keys have it; then by name and id.
void sort(QList<ApiKey> &keys, const KeySort &sort);
/// What the key is sorted by, as a vault of one's own says it; what SendGrid doesn't report is nothing there.
RestSortKey sortKeyOf(const ApiKey &key, SortColumn column);
/// Every scope that the catalogue has for its type.
bool hasBroadAccess(const ApiKey &key, const Catalogue &catalogue);

} // namespace latchkey::sendgrid
