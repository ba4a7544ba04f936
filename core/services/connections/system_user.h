#pragma once

#include <QString>

namespace latchkey {

/// The login name of whoever runs this program, as the system knows it and not as an environment variable
/// says: who acts in a vault that knows no principals of its own. Each program names them alike in the audit
/// log.
QString systemUserName();

} // namespace latchkey
