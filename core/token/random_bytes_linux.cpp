#include "core/token/random_bytes.h"

#include <cerrno>
#include <cstdlib>
#include <sys/random.h>

namespace latchkey::token {

void randomBytes(unsigned char *out, std::size_t size) {
    while (size > 0) {
        const ssize_t got = getrandom(out, size, 0);
        if (got < 0) {
            if (errno == EINTR)
                continue;
            std::abort();
        }
        out += got;
        size -= static_cast<std::size_t>(got);
    }
}

} // namespace latchkey::token
