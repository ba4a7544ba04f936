#pragma once

#include "core/model/api_key.h"

#include <QJsonValue>
#include <QList>

/// The fields of a key in files: docs/import-export.md.
namespace latchkey {

enum class KeyField : quint8 {
    Id,
    Name,
    Environment,
    Type,
    Status,
    State,
    Scopes,
    LimitSecond,
    LimitMinute,
    LimitHour,
    LimitDay,
    Customers,
    AllowedIps,
    Expires,
    Owner,
    Tags,
    Note,
    StoredIn,
    MaskedToken,
    CreatedAt,
    CreatedBy,
    ChangedAt,
    ChangedBy,
    LastUsedAt,
    LastUsedFrom,
    RotatedAt,
    Token ///< of imports only: hashed, never kept, never written
};

/// "limit_minute": in headers and as a JSON name.
QString toWord(KeyField f);
/// What a header probably means: "API Key Name", "env", "Expires at" …
std::optional<KeyField> guessField(const QString &header);
QList<KeyField> exportableFields(); ///< all but Token
QList<KeyField> importableFields(); ///< what an import may set, with Id and Token

/// What a file says of this key. Times in ISO 8601, UTC; lists as arrays.
QJsonValue valueOf(KeyField f, const ApiKey &key, const QString &prefix, Instant now);
/// The same in one text, lists joined by "; ".
QString textOf(const QJsonValue &value);

} // namespace latchkey
