#pragma once

#include "core/model/catalogue.h"
#include "core/remote/rest_list.h"

namespace latchkey {

/// Which of the rows seen so far a query shows, in its order, as the server would say it. What follows from
/// requests no row tells: nothing has it. Any thread.
std::shared_ptr<RestList> seenKeys(const QHash<KeyId, ApiKey> &rows, const KeyQuery &query,
                                   const Catalogue &catalogue, Instant now);

} // namespace latchkey
