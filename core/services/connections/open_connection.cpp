#include "core/services/connections/open_connection.h"

#include "core/model/futures.h"
#include "core/remote/sendgrid/sendgrid_key.h"
#include "core/services/connections/connection_tests.h"
#include "core/storage/local_vault.h"
#include "core/storage/postgres/postgres_vault.h"

#include <functional>

namespace latchkey {

namespace {

using Opened = Result<OpenedConnection>;

Principal ownerOf(const Connection &c, const QString &person) {
    return {person, c.safeMode != SafeMode::ReadOnly, true, {}};
}

QFuture<Opened> opened(const Connection &c, const QString &person,
                       const QFuture<Result<std::shared_ptr<VaultBackend>>> &vault) {
    const Answer<Opened> answer;
    auto *receiver = new QObject; // the answer comes on this thread
    vault | then(receiver, [answer, c, person, receiver](const Result<std::shared_ptr<VaultBackend>> &r) {
        receiver->deleteLater();
        answer.give(r ? Opened(OpenedConnection{*r, ownerOf(c, person), {}}) : Opened(fail(r.error())));
    });
    return answer.future();
}

QFuture<Opened> openedAccount(const Connection &c, const SharedSecret &secret, const QString &person,
                              const Clock &clock) {
    const auto account = sendGridAccount(c);
    if (!account)
        return ready<Opened>(fail(account.error()));
    if (!secret)
        return ready<Opened>(fail(ErrorCode::NotKept));
    if (const auto key = sendgrid::accountKey(secret->view()); !key) // it would tell it to somebody else
        return ready<Opened>(fail(key.error()));
    const Answer<Opened> answer;
    auto *receiver = new QObject;
    openSendGrid(*account, secret, person, clock) |
        then(receiver, [answer, c, receiver](const Result<SendGridSession> &session) {
            receiver->deleteLater();
            if (!session)
                return answer.give(fail(session.error()));
            OpenedConnection o{session->backend, session->principal, {}};
            o.principal.mayWrite = o.principal.mayWrite && c.safeMode != SafeMode::ReadOnly;
            answer.give(o);
        });
    return answer.future();
}

/// Goes on with what stands in the file of authorities, where such a connection has one.
template<typename R>
QFuture<R> withAuthority(const Connection &c, const std::function<QFuture<R>(const QByteArray &pem)> &go) {
    if (c.authorityFile.isEmpty())
        return go({});
    const Answer<R> answer;
    auto *receiver = new QObject;
    readAuthority(c.authorityFile) | then(receiver, [answer, receiver, go](const Result<QByteArray> &pem) {
        if (!pem) {
            receiver->deleteLater();
            return answer.give(fail(pem.error()));
        }
        go(*pem) | then(receiver, [answer, receiver](const R &r) {
            receiver->deleteLater();
            answer.give(r);
        });
    });
    return answer.future();
}

QFuture<Opened> openedServer(const Connection &c, const QByteArray &authority, const SharedSecret &secret,
                             const Clock &clock) {
    const auto address = serverAddress(c, authority);
    if (!address)
        return ready<Opened>(fail(address.error()));
    if (!secret)
        return ready<Opened>(fail(ErrorCode::NotKept));
    const Answer<Opened> answer;
    auto *receiver = new QObject;
    openRestVault(*address, secret, clock, restTimes(c)) |
        then(receiver, [answer, c, receiver](const Result<ServerSession> &session) {
            receiver->deleteLater();
            if (!session)
                return answer.give(fail(session.error()));
            if (session->me.role == Role::Auditor) // who sees no key has nothing to see in a window of keys
                return answer.give(fail(ErrorCode::NotAllowed, {{QStringLiteral("auditor"), true}}));
            OpenedConnection o{session->backend, session->principal, session->me.role};
            o.principal.mayWrite = o.principal.mayWrite && c.safeMode != SafeMode::ReadOnly;
            answer.give(o);
        });
    return answer.future();
}

} // namespace

QFuture<Result<OpenedConnection>> openConnection(const Connection &c, const SharedSecret &secret,
                                                 const QString &person, const NewVaultWish &wish,
                                                 const Clock &clock) {
    if (auto faults = c.faults(); !faults.isEmpty())
        return ready<Opened>(fail(Error(std::move(faults))));
    if (c.kind == ConnectionKind::Local) {
        OpenOptions options;
        options.create = wish.create;
        options.name = wish.name;
        options.actor = person;
        options.catalogueJson = wish.catalogueJson;
        return opened(c, person, openLocalVault(c.file, options, clock));
    }
    if (c.kind == ConnectionKind::Postgres) {
        PostgresOptions options;
        options.create = wish.create && c.safeMode != SafeMode::ReadOnly;
        options.name = wish.name;
        options.actor = person;
        options.catalogueJson = wish.catalogueJson;
        return withAuthority<Opened>(c, [=, &clock](const QByteArray &) { // libpq reads the file itself
            return opened(c, person,
                          openPostgresVault(postgresUri(c, secret ? secret->view() : QByteArrayView()),
                                            options, clock));
        });
    }
    if (c.kind == ConnectionKind::SendGrid)
        return openedAccount(c, secret, person, clock);
    return withAuthority<Opened>(
        c, [=, &clock](const QByteArray &authority) { return openedServer(c, authority, secret, clock); });
}

QFuture<Result<QList<ConnectionStep>>> testConnection(const Connection &c, const SharedSecret &secret) {
    using Steps = Result<QList<ConnectionStep>>;
    if (auto faults = c.faults(); !faults.isEmpty())
        return ready<Steps>(fail(Error(std::move(faults))));
    if (c.kind == ConnectionKind::Local)
        return testLocal(c.file);
    if (c.kind == ConnectionKind::Postgres)
        return withAuthority<Steps>(c, [=](const QByteArray &) {
            return testPostgres(postgresUri(c, secret ? secret->view() : QByteArrayView()));
        });
    if (c.kind == ConnectionKind::SendGrid) {
        const auto account = sendGridAccount(c);
        if (!account)
            return ready<Steps>(fail(account.error()));
        if (!secret)
            return ready<Steps>(fail(ErrorCode::NotKept));
        if (const auto key = sendgrid::accountKey(secret->view()); !key)
            return ready<Steps>(fail(key.error()));
        return testSendGrid(*account, secret);
    }
    return withAuthority<Steps>(c, [=](const QByteArray &authority) {
        const auto address = serverAddress(c, authority);
        if (!address)
            return ready<Steps>(fail(address.error()));
        if (!secret)
            return ready<Steps>(fail(ErrorCode::NotKept));
        return testServer(*address, secret, restTimes(c));
    });
}

} // namespace latchkey
