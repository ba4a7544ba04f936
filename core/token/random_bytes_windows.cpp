#include "core/token/random_bytes.h"

#include <cstdlib>
#include <windows.h>

#include <bcrypt.h>

namespace latchkey::token {

void randomBytes(unsigned char *out, std::size_t size) {
    if (BCryptGenRandom(nullptr, out, static_cast<ULONG>(size), BCRYPT_USE_SYSTEM_PREFERRED_RNG) != 0)
        std::abort();
}

} // namespace latchkey::token
