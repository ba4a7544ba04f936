#pragma once

#include "core/model/error.h"
#include "core/model/key_id.h"

#include <QHash>
#include <QList>
#include <QSqlDatabase>

namespace latchkey {

/// Of the keys whose credentials were seen in clear: until when one of those works, in ms. Those that no
/// longer have one are left out: a rotation has replaced it.
Result<QHash<KeyId, qint64>> exposedUntil(QSqlDatabase &db, const QHash<KeyId, QList<KeyId>> &credentials);

} // namespace latchkey
