#pragma once

#include "core/model/strict_json.h"
#include "core/remote/http_client.h"
#include "core/remote/sendgrid/rate_gate.h"

#include <QStringList>

/// What SendGrid's v3 API answers, as values. Its shapes: errors are
/// `{"errors":[{"message","field","help"}]}` or `{"error":"…"}`; one key is flat, or in a list called
/// `result` as its published specification has it.
namespace latchkey::sendgrid {

struct Reply {
    int status = 0;
    RateNote rate;
    Result<JsonNode> document = fail(ErrorCode::NotAServer); ///< where there is a body
};
/// Pure; for the network's thread.
Reply replyOf(const ServerAnswer &answer);

struct NamedKey {
    QString id, name;
};
struct WholeKey {
    QString id, name;
    QStringList scopes;
};
struct MadeKey {
    WholeKey key;
    std::shared_ptr<const SecretBytes> token;
};

/// 400, 401, 403, 404, 406, 429, 451, 5xx as errors; nothing below 400. `where` is the address.
std::optional<Error> errorOf(const Reply &reply, const QString &where);
/// NotAServer ("path", "reason": where it stops making sense). Names may be empty, ids not.
Result<QList<NamedKey>> keysFrom(const Reply &reply, const QString &where);
Result<WholeKey> keyFrom(const Reply &reply, const QString &where);
Result<MadeKey> madeFrom(const Reply &reply, const QString &where);
Result<QStringList> scopesFrom(const Reply &reply, const QString &where);

inline constexpr int MostKeys = 100;
inline QString serviceName() {
    return QStringLiteral("SendGrid");
}

} // namespace latchkey::sendgrid
