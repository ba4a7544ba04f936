#include "core/storage/open_database.h"

namespace latchkey {

int openDescriptor(const QString &) {
    return -1;
}

bool isOpenDatabase(const QString &) {
    return false;
}

Outcome mayOpenFile(const QString &) {
    return ok();
}

} // namespace latchkey
