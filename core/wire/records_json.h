#pragma once

#include "core/backend/request_log.h"
#include "core/backend/vault_backend.h"
#include "core/backend/verifier_feed.h"
#include "core/model/principal.h"
#include "core/wire/reading.h"

#include <QJsonObject>

/// Everything of a vault but its keys, in JSON: docs/rest.md. `…From` reads an answer.
namespace latchkey::wire {

QJsonObject toJson(const Customer &customer);
Result<Customer> customerFrom(const JsonNode &node);
/// The body of a creation or change: name and note.
Result<Customer> customerRequestFrom(const JsonNode &body, const QString &id, qint64 version);

QJsonObject toJson(const AuditEvent &event);
Result<AuditEvent> auditEventFrom(const JsonNode &node);
QJsonObject toJson(const AuditCheck &check);
Result<AuditCheck> auditCheckFrom(const JsonNode &node);

QJsonObject toJson(const SidebarCounts &counts);
Result<SidebarCounts> sidebarCountsFrom(const JsonNode &node);
QJsonObject toJson(const KeySummary &summary);
Result<KeySummary> keySummaryFrom(const JsonNode &node);
QJsonObject toJson(const QHash<KeyId, KeyAlerts> &alerts);
Result<QHash<KeyId, KeyAlerts>> alertsFrom(const JsonNode &node);
QJsonObject toJson(const ScopeUse &use);
Result<QList<ScopeUse>> scopeUsesFrom(const JsonNode &list);

QJsonObject toJson(const RequestRecord &record);
Result<RequestRecord> requestRecordFrom(const JsonNode &node);
QJsonObject toJson(const RequestChart &chart);
Result<RequestChart> requestChartFrom(const JsonNode &node);
QJsonObject toJson(const Exposure &exposure);
Result<Exposure> exposureFrom(const JsonNode &node);
QJsonObject toJson(const RetentionPreview &preview);
Result<RetentionPreview> retentionPreviewFrom(const JsonNode &node);

QJsonObject toJson(const VerifierNode &node);
Result<VerifierNode> verifierNodeFrom(const JsonNode &node);

/// `GET /v1/vault`: what a window needs before it asks for anything else. Never a path of the server.
struct VaultDocument {
    VaultInfo info; ///< without a location
    qint64 catalogueVersion = 1;
    Capabilities capabilities;
    bool keepsRequests = false;
    Instant now;    ///< of the server
    QString server; ///< version of latchkeyd
};
QJsonObject toJson(const VaultDocument &vault);
Result<VaultDocument> vaultFrom(const JsonNode &node);

/// `GET /v1/me`, and all of /v1/principals: without the verifier, of course.
QJsonObject toJson(const PrincipalRecord &principal);
Result<PrincipalRecord> principalFrom(const JsonNode &node);

/// `GET /v1/changes`: what changed since `position`. A position of another process of the server, or one that
/// is too old, gives `all`.
struct ChangesDocument {
    QString position; ///< opaque; goes into the next question
    bool all = false;
    bool more = false; ///< `position` is not the last one yet: ask again at once
    QList<KeyId> keys;
    bool catalogue = false, customers = false, rules = false;
};
QJsonObject toJson(const ChangesDocument &changes);
Result<ChangesDocument> changesFrom(const JsonNode &node);

} // namespace latchkey::wire
