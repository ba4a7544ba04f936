#include "core/storage/read_ahead.h"

namespace latchkey {

void readAhead(const QString &) {}

} // namespace latchkey
