#pragma once

#include "core/model/api_key.h"
#include "core/model/error.h"

namespace latchkey {

/// A whole token, its checksum right, or a key of SendGrid's stands somewhere in the text.
bool holdsToken(QStringView text);

/// Fields of a key that would keep a token for everyone to read: code "holdsToken". What `before` had already
/// is no mistake of this change.
QList<FieldError> tokensIn(const KeyConfig &c, const KeyConfig *before);

} // namespace latchkey
