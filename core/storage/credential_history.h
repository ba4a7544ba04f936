#pragma once

#include "core/model/error.h"
#include "core/model/key_id.h"

#include <QHash>
#include <QSqlDatabase>

namespace latchkey {

/// Which key had a token that a rotation has replaced: the audit log remembers the public part of each. Reads
/// what is new in the log when it is asked. Lives on one thread.
class CredentialHistory {
public:
    /// The keys of these credentials; one that no rotation took away is left out.
    Result<QHash<KeyId, KeyId>> keysOf(QSqlDatabase &db, const QList<KeyId> &credentials);

private:
    qint64 m_seen = 0;
    QHash<KeyId, KeyId> m_keys;
};

} // namespace latchkey
