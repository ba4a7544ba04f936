#pragma once

#include "core/model/instant.h"
#include "core/model/key_id.h"

#include <QJsonObject>
#include <QString>

namespace latchkey {

/// One row of the audit log: who did what to which key, before and after. Never a secret.
struct AuditEvent {
    qint64 seq = 0; ///< gapless, from 1
    Instant at;
    QString actor;
    QString action; ///< one of AuditActions; another program may have written others
    KeyId key;      ///< null where none is concerned
    QString keyName;
    QJsonObject before; ///< changed fields only
    QJsonObject after;
    QByteArray hash; ///< SHA-256 chain, 32 bytes
};

} // namespace latchkey
