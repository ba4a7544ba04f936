#include "core/storage/exposed_keys.h"

#include "core/storage/sql.h"

#include <limits>

namespace latchkey {

Result<QHash<KeyId, qint64>> exposedUntil(QSqlDatabase &db, const QHash<KeyId, QList<KeyId>> &credentials) {
    constexpr qint64 Forever = std::numeric_limits<qint64>::max();
    QHash<KeyId, qint64> until;
    for (auto it = credentials.cbegin(); it != credentials.cend(); ++it) {
        auto q = sql::exec(
            db, QStringLiteral("SELECT credential_id, old_credential_id, old_until FROM keys WHERE id = ?"),
            {it.key().toString()});
        if (!q)
            return fail(q.error());
        if (!q->next())
            continue;
        const auto seen = [&](int column) {
            const auto id = KeyId::fromString(q->value(column).toString());
            return id && it->contains(*id);
        };
        if (seen(0))
            until.insert(it.key(), Forever);
        else if (seen(1))
            until.insert(it.key(), q->isNull(2) ? Forever : q->value(2).toLongLong());
    }
    return until;
}

} // namespace latchkey
