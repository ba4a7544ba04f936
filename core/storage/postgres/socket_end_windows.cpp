#include "core/storage/postgres/socket_end.h"

#include <winsock2.h>

namespace latchkey::socket_end {

// A duplicate would need a second handshake with the system; the number itself is used while its connection
// lives.
int duplicate(int socket) {
    return socket;
}

void shutDown(int socket) {
    if (socket >= 0)
        ::shutdown(static_cast<SOCKET>(socket), SD_BOTH);
}

void release(int) {}

} // namespace latchkey::socket_end
