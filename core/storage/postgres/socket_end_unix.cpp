#include "core/storage/postgres/socket_end.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace latchkey::socket_end {

int duplicate(int socket) {
    return socket < 0 ? -1 : ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
}

void shutDown(int socket) {
    if (socket >= 0)
        ::shutdown(socket, SHUT_RDWR);
}

void release(int socket) {
    if (socket >= 0)
        ::close(socket);
}

} // namespace latchkey::socket_end
