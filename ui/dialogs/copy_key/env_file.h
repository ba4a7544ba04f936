#pragma once

#include "core/model/error.h"
#include "core/model/secret_bytes.h"

#include <QString>

namespace latchkey::ui {

enum class EnvWrite {
    CreateOnly, ///< an existing file is an error (CannotOpen, "reason" = "exists"), left as it is
    Append,     ///< adds one line to an existing file, after taking the rights of others away
};
/// Writes `NAME=token`. A new file has mode 0600 from its first moment, and is removed again if the write
/// fails. Never follows a symbolic link.
Outcome writeEnvFile(const QString &path, const QString &variable, const SecretBytes &token, EnvWrite how);
/// The folder of the git repository that holds this path; empty if none.
QString gitFolderOf(const QString &path);

} // namespace latchkey::ui
