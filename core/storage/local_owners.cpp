#include "core/storage/key_table.h"
#include "core/storage/local_backend.h"

namespace latchkey {

/// The keys first, then what rotations have taken away.
QFuture<Result<QHash<KeyId, ApiKey>>> LocalBackend::owners(const QList<KeyId> &credentials) {
    using Found = Result<QHash<KeyId, ApiKey>>;
    return m_threads.pages->run([credentials, history = m_history](QSqlDatabase &db) -> Found {
        QHash<KeyId, ApiKey> found;
        QList<KeyId> unknown;
        for (const KeyId &id : credentials) {
            auto row = key_table::byCredential(db, id);
            if (!row && row.error().code == ErrorCode::NotFound)
                row = key_table::byId(db, id);
            if (row)
                found.insert(id, row->key);
            else if (row.error().code == ErrorCode::NotFound)
                unknown.append(id);
            else
                return fail(row.error());
        }
        if (unknown.isEmpty())
            return found;
        const auto earlier = history->keysOf(db, unknown);
        if (!earlier)
            return fail(earlier.error());
        for (auto it = earlier->cbegin(); it != earlier->cend(); ++it) {
            if (const auto row = key_table::byId(db, it.value()))
                found.insert(it.key(), row->key);
        }
        return found;
    });
}

} // namespace latchkey
