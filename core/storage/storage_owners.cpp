#include "core/storage/audit_log.h"
#include "core/storage/customer_table.h"
#include "core/storage/key_table.h"
#include "core/storage/storage_backend.h"
#include "core/token/token.h"

// Whose a credential is, and what else the pages' thread answers.

namespace latchkey {

QFuture<Result<QByteArray>> StorageBackend::verifierOf(const KeyId &id) {
    return m_threads.pages->run([id](QSqlDatabase &db) -> Result<QByteArray> {
        const auto row = key_table::byId(db, id);
        if (!row)
            return fail(row.error());
        return row->key.damaged ? QByteArray() : row->verifier;
    });
}

QFuture<Result<ApiKey>> StorageBackend::findByCredential(const KeyId &credentialId,
                                                         const QByteArray &verifier) {
    return m_threads.pages->run([credentialId, verifier](QSqlDatabase &db) -> Result<ApiKey> {
        const auto row = key_table::byCredential(db, credentialId);
        const QByteArray known = !row                                    ? QByteArray(32, '\0')
                                 : row->key.credentialId == credentialId ? row->verifier
                                                                         : row->oldVerifier;
        const bool same = constantTimeEqual(known, verifier);
        if (!row || !same)
            return fail(ErrorCode::NotFound);
        return row->key;
    });
}

/// The keys first, then what rotations have taken away.
QFuture<Result<QHash<KeyId, ApiKey>>> StorageBackend::owners(const QList<KeyId> &credentials) {
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

QFuture<Result<bool>> StorageBackend::nameExists(const QString &name, Environment env, const KeyId &except) {
    return m_threads.pages->run(
        [name, env, except](QSqlDatabase &db) { return key_table::nameExists(db, name, env, except); });
}

QFuture<Result<QList<AuditEvent>>> StorageBackend::audit(const AuditQuery &query) {
    return m_threads.pages->run([query](QSqlDatabase &db) { return audit_log::read(db, query); });
}

QFuture<Result<AuditCheck>> StorageBackend::verifyAudit() {
    return m_threads.pages->run([](QSqlDatabase &db) { return audit_log::verify(db); });
}

QFuture<Result<QList<Customer>>> StorageBackend::customers() {
    return m_threads.pages->run([](QSqlDatabase &db) { return customer_table::all(db); });
}

QFuture<Result<QList<Customer>>> StorageBackend::customersNamed(const QStringList &ids) {
    return m_threads.pages->run([ids](QSqlDatabase &db) { return customer_table::named(db, ids); });
}

} // namespace latchkey
