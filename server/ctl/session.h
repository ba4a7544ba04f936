#pragma once

#include "core/secrets/session_store.h"
#include "core/services/key_service.h"
#include "server/ctl/arguments.h"

#include <QObject>

namespace latchkey::ctl {

/// A vault behind a server, or a file of this machine, and whoever uses it.
struct Session {
    std::shared_ptr<VaultBackend> backend;
    Principal principal;
};
/// InvalidInput, field "token-file", where that cannot be read, is no token or can be read by others.
QFuture<Result<Session>> openSession(const Arguments &arguments, const Clock &clock);

} // namespace latchkey::ctl
