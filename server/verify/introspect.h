#pragma once

#include "server/verify/question.h"

namespace latchkey::server {

/// `POST /v1/introspect` (RFC 7662): `token`, and beside the standard `ip` and `customer`, without which a
/// key that is bound to addresses or customers is not active. Counts nothing. `exp` is never later than
/// ServerConfig::introspectionSeconds from now: so long may a cache believe it.
BodyAnswer introspect(const QuestionContext &context, const QByteArray &form);

} // namespace latchkey::server
