#include "core/storage/local_principals.h"

#include "core/model/futures.h"
#include "core/storage/principal_table.h"

namespace latchkey {

LocalPrincipals::LocalPrincipals(DbThread &writer, DbThread &reader, QString readOnlyPath)
    : m_writer(writer)
    , m_reader(reader)
    , m_readOnlyPath(std::move(readOnlyPath)) {}

template<typename F>
auto LocalPrincipals::write(F task) {
    using R = std::invoke_result_t<F, QSqlDatabase &>;
    if (!m_readOnlyPath.isEmpty())
        return ready<R>(fail(ErrorCode::ReadOnly, {{QStringLiteral("path"), m_readOnlyPath}}));
    return m_writer.run(std::move(task));
}

QFuture<Result<QList<PrincipalRecord>>> LocalPrincipals::all() {
    return m_reader.run([](QSqlDatabase &db) { return principal_table::all(db); });
}

QFuture<Result<std::optional<KnownPrincipal>>> LocalPrincipals::find(const KeyId &credential) {
    return m_reader.run(
        [credential](QSqlDatabase &db) { return principal_table::byCredential(db, credential); });
}

QFuture<Result<PrincipalRecord>> LocalPrincipals::create(const NewPrincipal &principal) {
    return write([principal](QSqlDatabase &db) { return principal_table::create(db, principal); });
}

QFuture<Result<PrincipalRecord>> LocalPrincipals::change(const PrincipalChange &change) {
    return write([change](QSqlDatabase &db) { return principal_table::change(db, change); });
}

QFuture<Outcome> LocalPrincipals::stampUsed(const KeyId &id, Instant at) {
    return write([id, at](QSqlDatabase &db) { return principal_table::stampUsed(db, id, at); });
}

QFuture<Result<PrincipalStore::Repeatable>> LocalPrincipals::remember(const Repeatable &request) {
    return write([request](QSqlDatabase &db) { return principal_table::remember(db, request); });
}

} // namespace latchkey
