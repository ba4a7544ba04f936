#pragma once

#include "core/remote/rest_vault.h"

namespace latchkey {

/// Where latchkeyd listens, as the desktop is told it.
inline QString url(quint16 port) {
    return QStringLiteral("http://127.0.0.1:%1").arg(port);
}

/// Short enough for a test.
inline RestTimes quick() {
    RestTimes t;
    t.deadlineMs = 5'000;
    t.pollMs = 500;
    t.firstRetryMs = 20;
    return t;
}

} // namespace latchkey
