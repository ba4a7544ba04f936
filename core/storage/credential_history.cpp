#include "core/storage/credential_history.h"

#include "core/storage/dialect.h"
#include "core/storage/sql.h"

namespace latchkey {

Result<QHash<KeyId, KeyId>> CredentialHistory::keysOf(QSqlDatabase &db, const QList<KeyId> &credentials) {
    const QString credential =
        sql::json(db, QStringLiteral("payload"), {QStringLiteral("before"), QStringLiteral("credential")});
    auto q = sql::exec(
        db,
        QStringLiteral("SELECT seq, key_id, %1 FROM audit WHERE seq > ? AND %1 IS NOT NULL ORDER BY seq")
            .arg(credential),
        {m_seen});
    if (!q)
        return fail(q.error());
    while (q->next()) {
        const auto key = KeyId::fromString(q->value(1).toString());
        const auto replaced = KeyId::fromString(q->value(2).toString());
        if (key && replaced)
            m_keys.insert(*replaced, *key);
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
