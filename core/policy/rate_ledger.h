#pragma once

#include "core/model/error.h"
#include "core/model/key_id.h"
#include "core/policy/rate_bucket.h"

#include <QFuture>
#include <QList>
#include <QObject>

namespace latchkey {

/// Where several verifiers of one vault keep the use of keys together (policy::RateBucket). Called on the
/// thread that owns it; each future finishes once.
class RateLedger : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    struct Ask {
        KeyId key;
        RateLimits limits;
        qint64 used = 0, want = 0; ///< as policy::RateBucket::settle() takes them
    };
    struct Settled {
        QList<policy::RateGrant> grants; ///< in the order asked
        int verifiers = 1;               ///< that share the limits now
    };
    /// All or nothing. After an error it is not known whether it was done. NotAllowed, here and in look():
    /// params "table", "role" and "missing" (rights on it, with commas).
    virtual QFuture<Result<Settled>> settle(const QList<Ask> &asks) = 0;

    struct Seen {
        QList<std::pair<KeyId, policy::RateBucket>> used;
        qint64 nowNs = 0; ///< of the ledger's clock
        int verifiers = 1;
        bool more = false; ///< ask again at once
    };
    /// What anybody has settled since it was asked last; the first time, all that counts still.
    virtual QFuture<Result<Seen>> look() = 0;
};

} // namespace latchkey
