#pragma once

#include "core/model/error.h"
#include "core/model/instant.h"

#include <QString>

namespace latchkey {

/// One customer of the platform. Keys name customers by `id`, the id that the platform itself uses; a key may
/// name an id that is in no list.
struct Customer {
    QString id; ///< 1–100 characters, fixed: keys hold it
    QString name;
    QString note;
    qint64 version = 0; ///< optimistic locking: 1 when new, +1 with each change; 0: not in the list yet
    Instant changedAt = {};
    QString changedBy = {};
    bool operator==(const Customer &) const = default;
};

/// Trimmed; without a name it is called by its id.
Customer normalised(Customer c);
/// Fields "id" (empty, tooLong, hasSeparator), "name", "note" (tooLong), each also controlCharacter,
/// bidiOverride.
QList<FieldError> validate(const Customer &c);

} // namespace latchkey
