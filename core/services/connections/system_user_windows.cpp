#include "core/services/connections/system_user.h"

#include <array>
#include <windows.h>

#include <lmcons.h>

namespace latchkey {

QString systemUserName() {
    std::array<wchar_t, UNLEN + 1> name{};
    DWORD size = static_cast<DWORD>(name.size());
    return GetUserNameW(name.data(), &size) ? QString::fromWCharArray(name.data())
                                            : qEnvironmentVariable("USERNAME");
}

} // namespace latchkey
