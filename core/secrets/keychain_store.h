#pragma once

#include "core/secrets/secret_store.h"
#include "core/secrets/session_store.h"

#include <QObject>

namespace latchkey {

/// The system's keychain through QtKeychain; without one, the session's memory, and state() says so.
/// GUI thread. A request that gets no answer ends as KeychainTimeout; its job is left to finish by itself,
/// because QtKeychain has one queue and destroying a running job is a use after free (docs/keychain.md).
class KeychainStore final : public QObject, public SecretStore {
    Q_OBJECT
public:
    explicit KeychainStore(QObject *parent = nullptr);
    QFuture<SecretStoreState> probe() override;
    [[nodiscard]] SecretStoreState state() const override { return m_state; }
    QFuture<Outcome> write(const SecretName &name, SecretBytes secret) override;
    QFuture<Result<SharedSecret>> read(const SecretName &name) override;
    QFuture<Outcome> remove(const SecretName &name) override;
    QFuture<Result<bool>> contains(const SecretName &name) override;
    void setTimeout(int ms) { m_timeoutMs = ms; }

private:
    [[nodiscard]] bool sessionOnly() const { return m_state == SecretStoreState::SessionOnly; }
    QFuture<Outcome> store(const QString &item, SharedSecret secret);
    QFuture<Result<SharedSecret>> fetch(const QString &item);
    QFuture<Outcome> drop(const QString &item);

    SecretStoreState m_state = SecretStoreState::Unknown;
    SessionStore m_session;
    int m_timeoutMs = 20'000;
};

} // namespace latchkey
