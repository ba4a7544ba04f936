#include "core/storage/open_database.h"
#include "core/storage/read_ahead.h"

#include <fcntl.h>

namespace latchkey {

void readAhead(const QString &path) {
#ifdef Q_OS_LINUX
    if (const int fd = openDescriptor(path); fd >= 0) // never by opening it once more
        (void)posix_fadvise(fd, 0, 0, POSIX_FADV_WILLNEED);
#else
    Q_UNUSED(path);
#endif
}

} // namespace latchkey
