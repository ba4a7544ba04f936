#include "core/storage/credential_history.h"

#include "core/storage/sql.h"

namespace latchkey {

Result<QHash<KeyId, KeyId>> CredentialHistory::keysOf(QSqlDatabase &db, const QList<KeyId> &credentials) {
    auto q =
        sql::exec(db,
                  QStringLiteral("SELECT seq, key_id, payload ->> '$.before.credential' FROM audit WHERE "
                                 "seq > ? AND payload ->> '$.before.credential' IS NOT NULL ORDER BY seq"),
                  {m_seen});
    if (!q)
        return fail(q.error());
    while (q->next()) {
        const auto key = KeyId::fromString(q->value(1).toString());
        const auto credential = KeyId::fromString(q->value(2).toString());
        if (key && credential)
            m_keys.insert(*credential, *key);
        m_seen = q->value(0).toLongLong();
    }
    QHash<KeyId, KeyId> found;
    for (const KeyId &c : credentials) {
        if (const auto key = m_keys.constFind(c); key != m_keys.cend())
            found.insert(c, *key);
    }
    return found;
}

} // namespace latchkey
