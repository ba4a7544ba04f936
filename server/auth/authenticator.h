#pragma once

#include "core/backend/principal_store.h"
#include "core/model/futures.h"
#include "core/model/secret_bytes.h"
#include "server/auth/address_throttle.h"

#include <QObject>
#include <memory>

namespace latchkey::server {

/// Why nobody was recognised.
struct AuthRefusal {
    enum class Why : quint8 { NoCredential, Invalid, TooMany };
    Why why = Why::NoCredential;
    qint64 retryAfterMs = 0; ///< of TooMany
};

/// From the token of a request to the principal that holds it. Unknown, wrong, stopped and damaged are
/// answered alike, after the same work. On the thread of the vault.
class Authenticator : public QObject {
    Q_OBJECT
public:
    using Answer = tl::expected<PrincipalRecord, AuthRefusal>;
    Authenticator(PrincipalStore &store, const Clock &clock, QObject *parent = nullptr);
    /// An error where the vault did not answer.
    QFuture<Result<Answer>> check(std::shared_ptr<const SecretBytes> bearer, const QHostAddress &peer);

    /// The time of the last use is written down this often.
    static constexpr qint64 StampEveryMs = 60'000;

private:
    void refuse(const latchkey::Answer<Result<Answer>> &to, const QHostAddress &peer);
    PrincipalStore &m_store;
    const Clock &m_clock;
    AddressThrottle m_throttle;
};

} // namespace latchkey::server
