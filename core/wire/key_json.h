#pragma once

#include "core/backend/vault_backend.h"
#include "core/wire/reading.h"

#include <QJsonObject>

/// Keys in JSON: docs/rest.md. A verifier goes in, with a creation or a rotation, and never out.
namespace latchkey::wire {

/// The members that an administrator chooses.
QJsonObject toJson(const KeyConfig &config);
/// Those and the read-only ones; `now` decides "status".
QJsonObject toJson(const ApiKey &key, Instant now);
/// A key out of an answer; members that are not known are passed over.
Result<ApiKey> keyFrom(const JsonNode &node);
Result<QList<ApiKey>> keysFrom(const JsonNode &list);

/// `base` with the members that stand in the request. Read-only members are refused with code readOnly. With
/// `exists`, so are environment and type (code fixed) unless they are as they were.
KeyConfig configFrom(ObjectReader &request, const KeyConfig &base, bool exists);

/// The body of `PUT /v1/keys/{id}`: configuration and verifier (64 lower-case hex digits).
QJsonObject creationJson(const NewKey &key);
/// For /v1/bulk/create: the same with the id.
QJsonObject bulkCreationJson(const NewKey &key);
Result<NewKey> creationFrom(const JsonNode &body, const KeyId &id);
Result<NewKey> bulkCreationFrom(const JsonNode &item, const QString &path);

/// One element of /v1/bulk/change: id, version, action, and what the action needs. `reason`, `leaked`,
/// `config`, `credentialId`, `verifier`, `overlapMs` (from KeyChange::at; null: until it is stopped).
QJsonObject toJson(const KeyChange &change);
/// A change as asked for, not yet checked: `at` is `now`, the actor is empty.
Result<KeyChange> changeFrom(const JsonNode &item, const QString &path, Instant now);
/// The overlap that a rotation or its extension asks for, in milliseconds; none: until it is stopped.
std::optional<qint64> overlapOf(const std::optional<Instant> &oldUntil, Instant at);
/// The other way round: the last millisecond in which the old token works.
std::optional<Instant> oldUntilOf(std::optional<qint64> overlapMs, Instant at);

/// The strong entity tag of a version, `"7"`, and back.
QByteArray etagOf(qint64 version);
std::optional<qint64> versionOfEtag(QByteArrayView etag);

QByteArray verifierText(const QByteArray &verifier);
QByteArray verifierFrom(QStringView text); ///< empty: not 64 lower-case hex digits

} // namespace latchkey::wire
