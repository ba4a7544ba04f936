#pragma once

#include "server/api/call.h"

#include <functional>

/// What the routes of one key have in common.
namespace latchkey::server {

/// The id of the path; otherwise the call is answered with 404.
std::optional<KeyId> idOf(const CallPtr &call, qsizetype param = 0);
/// The key of the path as it is now, deleted or not; one that is gone for good is not found.
void withKey(const CallPtr &call, const std::function<void(const ApiKey &)> &f);
/// The same in the version of If-Match; another one is 412.
void withMatchedKey(const CallPtr &call, const std::function<void(const ApiKey &)> &f);
/// The key with its ETag.
void giveKey(const CallPtr &call, const ApiKey &key, int status = 200);
/// Answers with the changed key.
void giveChanged(const CallPtr &call, const QFuture<Result<ApiKey>> &future);
/// Carries a plan out; an error of it answers the call.
void carryOut(const CallPtr &call, const Result<KeyChange> &plan);
wire::Problem conflictOf(const QString &changedBy, qint64 version);
/// No token's id part among these belongs to a key; otherwise the call is answered with 409.
void whenUntaken(const CallPtr &call, const QList<KeyId> &credentials, const std::function<void()> &f);

} // namespace latchkey::server
