#pragma once

#include "core/model/error.h"
#include "core/model/secret_bytes.h"

#include <QByteArray>
#include <QFuture>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QString>
#include <functional>
#include <utility>

namespace latchkey::server {

/// A request of the management API, read whole and checked by the HTTP layer: one Host, one Content-Length,
/// no field twice that may stand once, sizes within the limits of WIRE.md.
struct ApiRequest {
    QByteArray method; ///< upper case
    QByteArray target; ///< path and query as sent, percent-encoded
    QByteArray body;
    QByteArray contentType; ///< with its parameters; empty if none
    QByteArray ifMatch, ifNoneMatch, idempotencyKey;
    /// What stood behind "Authorization: Bearer "; null without the header.
    std::shared_ptr<const SecretBytes> bearer;
    QHostAddress peer; ///< of the connection, or the forwarded one of a trusted proxy
    QString requestId; ///< goes into problem documents and the log
};

struct ApiResponse {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< beside the ones that every answer has
    /// Set: `body` is the first piece of an answer of unknown length, and this gives the next one, on the
    /// thread of the Api, when the one before has been sent. An empty piece ends it, an error cuts it off.
    std::function<QFuture<Result<QByteArray>>()> more = {};
};

/// All of /v1 but the verification's hot path. Lives on the Qt thread of the vault's backend; handle() is
/// called there, its future finishes once, on every path.
class Api : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual QFuture<ApiResponse> handle(ApiRequest request) = 0;
};

} // namespace latchkey::server
