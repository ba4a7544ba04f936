#pragma once

#include "core/backend/rule_store.h"
#include "core/wire/reading.h"

#include <QJsonObject>

/// Rules in JSON, as the server's configuration, a vault and the REST API have them: docs/server.md.
namespace latchkey::wire {

QJsonArray toJson(const QList<GatewayRule> &rules);
/// Each error under its path as core writes it ("rules[2].scope"), with "line" and "column". Codes besides
/// those of policy::faultsOf(): notAList, tooMany ("max"), notAnObject, unknownField, missing, notAText,
/// noMethods, onlyTrue, whoPasses (neither `scope` nor `anyKey`, or both), badWord.
QList<GatewayRule> rulesFrom(const JsonNode &list, const QString &path, QList<FieldError> &errors);

/// `GET /v1/rules`
QJsonObject toJson(const RuleBook &book);
Result<RuleBook> ruleBookFrom(const JsonNode &node);

} // namespace latchkey::wire
