#include "core/secrets/keychain_store.h"

#include "core/model/futures.h"
#include "core/secrets/keyring_state.h"

#include <QTimer>
#include <QUuid>
#include <qt6keychain/keychain.h>

namespace latchkey {

namespace {

QString serviceName() {
    return QStringLiteral("latchkey");
}

ErrorCode codeOf(QKeychain::Error e) {
    switch (e) {
    case QKeychain::EntryNotFound:
        return ErrorCode::NotKept;
    case QKeychain::AccessDenied:
        return ErrorCode::KeychainLocked;
    case QKeychain::AccessDeniedByUser:
        return ErrorCode::KeychainDenied;
    default:
        return ErrorCode::NoKeychain;
    }
}

/// Starts a job that nobody may delete while it runs; the answer comes from it or from the clock, whichever
/// is first.
template<typename R, typename Job, typename Finished>
QFuture<R> started(Job *job, int timeoutMs, QObject *context, Finished finished) {
    const Answer<R> answer;
    auto open = std::make_shared<bool>(true);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [answer, open, finished, job](QKeychain::Job *) {
                         if (std::exchange(*open, false))
                             answer.give(finished(job));
                     });
    QTimer::singleShot(timeoutMs, context, [answer, open] {
        if (std::exchange(*open, false))
            answer.give(fail(ErrorCode::KeychainTimeout));
    });
    job->start();
    return answer.future();
}

} // namespace

KeychainStore::KeychainStore(QObject *parent)
    : QObject(parent) {}

QFuture<Outcome> KeychainStore::drop(const QString &item) {
    auto *job = new QKeychain::DeletePasswordJob(serviceName());
    job->setKey(item);
    return started<Outcome>(job, m_timeoutMs, this, [](QKeychain::DeletePasswordJob *j) -> Outcome {
        const bool gone = j->error() == QKeychain::NoError || j->error() == QKeychain::EntryNotFound;
        return gone ? ok() : Outcome(fail(codeOf(j->error())));
    });
}

QFuture<Outcome> KeychainStore::store(const QString &item, SharedSecret secret) {
    const Answer<Outcome> answer;
    // Deleted first: on Linux a text item under the same name would go on answering.
    drop(item) | then(this, [this, answer, item, secret](const Outcome &) {
        auto *job = new QKeychain::WritePasswordJob(serviceName());
        job->setKey(item);
        job->setBinaryData(secret->view().toByteArray()); // always binary: text is cut at NUL
        started<Outcome>(job, m_timeoutMs, this, [](QKeychain::WritePasswordJob *j) -> Outcome {
            return j->error() == QKeychain::NoError ? ok() : Outcome(fail(codeOf(j->error())));
        }) | then(this, [this, answer, item, secret](const Outcome &written) {
            if (!written)
                return answer.give(written);
            fetch(item) | then(this, [answer, secret](const Result<SharedSecret> &back) {
                const bool same = back && constantTimeEqual((*back)->view(), secret->view());
                answer.give(same ? ok()
                                 : Outcome(fail(back ? ErrorCode::KeychainMismatch : back.error().code)));
            });
        });
    });
    return answer.future();
}

QFuture<Result<SharedSecret>> KeychainStore::fetch(const QString &item) {
    auto *job = new QKeychain::ReadPasswordJob(serviceName());
    job->setKey(item);
    return started<Result<SharedSecret>>(
        job, m_timeoutMs, this, [](QKeychain::ReadPasswordJob *j) -> Result<SharedSecret> {
            if (j->error() != QKeychain::NoError)
                return fail(codeOf(j->error()));
            QByteArray bytes = j->binaryData();
            auto secret = std::make_shared<const SecretBytes>(SecretBytes::copyOf(bytes));
            secureWipe(bytes.data(),
                       static_cast<std::size_t>(bytes.size())); // our copy; the library's own we cannot reach
            return SharedSecret(secret);
        });
}

QFuture<SecretStoreState> KeychainStore::probe() {
    const Answer<SecretStoreState> answer;
    const auto settle = [this, answer](SecretStoreState s) {
        m_state = s;
        answer.give(s);
    };
    lookUpService() | then(this, [this, settle](const std::optional<SecretStoreState> &known) {
        if (known && *known != SecretStoreState::Available)
            return settle(*known);
        const QString sentinel =
            QStringLiteral("latchkey/v1/probe/") + QUuid::createUuid().toString(QUuid::Id128);
        auto secret =
            std::make_shared<const SecretBytes>(SecretBytes::copyOf(QByteArrayView("probe\0binary", 12)));
        store(sentinel, secret) | then(this, [this, settle, sentinel](const Outcome &written) {
            if (!written)
                return settle(written.error().code == ErrorCode::KeychainLocked
                                  ? SecretStoreState::Locked
                                  : SecretStoreState::SessionOnly);
            drop(sentinel) | then(this, [settle](const Outcome &) { settle(SecretStoreState::Available); });
        });
    });
    return answer.future();
}

QFuture<Outcome> KeychainStore::write(const SecretName &name, SecretBytes secret) {
    if (sessionOnly())
        return m_session.write(name, std::move(secret));
    return store(name.toItemName(), std::make_shared<const SecretBytes>(std::move(secret)));
}

QFuture<Result<SharedSecret>> KeychainStore::read(const SecretName &name) {
    if (sessionOnly())
        return m_session.read(name);
    const Answer<Result<SharedSecret>> answer;
    const QString item = name.toItemName();
    lookUpItem(item) | then(this, [this, answer, item](const std::optional<KeyringItem> &there) {
        if (there == KeyringItem::Missing)
            return answer.give(fail(ErrorCode::NotKept));
        if (there == KeyringItem::NoService)
            return answer.give(fail(ErrorCode::NoKeychain));
        if (there == KeyringItem::Locked)
            return answer.give(fail(ErrorCode::KeychainLocked));
        fetch(item) | then(this, [answer](const Result<SharedSecret> &r) { answer.give(r); });
    });
    return answer.future();
}

QFuture<Outcome> KeychainStore::remove(const SecretName &name) {
    if (sessionOnly())
        return m_session.remove(name);
    const Answer<Outcome> answer;
    const QString item = name.toItemName();
    lookUpItem(item) | then(this, [this, answer, item](const std::optional<KeyringItem> &there) {
        if (there == KeyringItem::Missing)
            return answer.give(ok());
        if (there == KeyringItem::Locked) // a delete would answer NoError with the item still there
            return answer.give(fail(ErrorCode::KeychainLocked));
        drop(item) | then(this, [answer](const Outcome &o) { answer.give(o); });
    });
    return answer.future();
}

QFuture<Result<bool>> KeychainStore::contains(const SecretName &name) {
    if (sessionOnly())
        return m_session.contains(name);
    const Answer<Result<bool>> answer;
    const QString item = name.toItemName();
    lookUpItem(item) | then(this, [this, answer, item](const std::optional<KeyringItem> &there) {
        if (there)
            return answer.give(*there == KeyringItem::NoService
                                   ? Result<bool>(fail(ErrorCode::NoKeychain))
                                   : Result<bool>(*there != KeyringItem::Missing));
        fetch(item) | then(this, [answer](const Result<SharedSecret> &r) {
            if (r)
                return answer.give(true);
            answer.give(r.error().code == ErrorCode::NotKept ? Result<bool>(false)
                                                             : Result<bool>(fail(r.error())));
        });
    });
    return answer.future();
}

} // namespace latchkey
