#pragma once

#include "core/model/key_filter.h"
#include "core/remote/rest_list.h"

namespace latchkey::sendgrid {

/// The query needs the permissions of keys, which the list of an account does not have.
bool asksForScopes(const KeyQuery &query);

/// By the asked column, where keys have it; then by name and id.
void sort(QList<ApiKey> &keys, const KeySort &sort);
/// What the key is sorted by, as a vault of one's own says it; what SendGrid doesn't report is nothing there.
RestSortKey sortKeyOf(const ApiKey &key, SortColumn column);

} // namespace latchkey::sendgrid
