#pragma once

#include "core/backend/principal_store.h"
#include "core/storage/db_thread.h"

namespace latchkey {

/// PrincipalStore of a stored vault, on the threads of its backend, which it must not outlive.
class LocalPrincipals final : public PrincipalStore {
public:
    /// `path`: of a vault that cannot be written; empty otherwise.
    LocalPrincipals(DbThread &writer, DbThread &reader, QString readOnlyPath);
    QFuture<Result<QList<PrincipalRecord>>> all() override;
    QFuture<Result<std::optional<KnownPrincipal>>> find(const KeyId &credential) override;
    QFuture<Result<PrincipalRecord>> create(const NewPrincipal &principal) override;
    QFuture<Result<PrincipalRecord>> change(const PrincipalChange &change) override;
    QFuture<Outcome> stampUsed(const KeyId &id, Instant at) override;
    QFuture<Result<Repeatable>> remember(const Repeatable &request) override;

private:
    template<typename F>
    auto write(F task);
    DbThread &m_writer, &m_reader;
    QString m_readOnlyPath;
};

} // namespace latchkey
