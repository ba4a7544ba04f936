#include "core/token/random_bytes.h"

#include <stdlib.h>

namespace latchkey::token {

void randomBytes(unsigned char *out, std::size_t size) {
    arc4random_buf(out, size);
}

} // namespace latchkey::token
