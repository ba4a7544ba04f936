#pragma once

#include "core/model/error.h"
#include "core/model/key_id.h"
#include "core/model/secret_bytes.h"

#include <QFile>

namespace latchkey {

/// Where new tokens go when there are too many to copy one by one: CSV (id, name, token), readable by its
/// owner only, never over an existing file. A token is on the disk before its key is in the vault.
class TokenFile {
public:
    /// Makes the file. Its error is CannotOpen.
    Outcome create(const QString &path);
    void add(const KeyId &id, const QString &name, const SecretBytes &token);
    /// All that was added is on the disk.
    Outcome sync();
    [[nodiscard]] QString path() const { return m_file.fileName(); }

private:
    [[nodiscard]] tl::unexpected<Error> broken() const;
    QFile m_file;
    bool m_good = true;
};

} // namespace latchkey
