#include "core/services/connections/system_user.h"

#include <pwd.h>
#include <unistd.h>

namespace latchkey {

QString systemUserName() {
    const passwd *entry = ::getpwuid(::getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::getuid());
}

} // namespace latchkey
