#pragma once

#include "server/config/server_config.h"
#include "server/ops/counters.h"
#include "server/verify/seen_queue.h"
#include "server/verify/verifier.h"

#include <string>
#include <string_view>

namespace latchkey::server {

/// What a gateway asks: the request that it was sent, by the headers that it added. Views are into the
/// request that is being answered.
struct GatewayRequest {
    bool nginx = false;              ///< ?mode=nginx: 403 with X-Auth-Status in place of 429
    std::string_view method, target; ///< of the original request
    bool hasAuthorization = false, hasApiKey = false;
    std::string_view authorization, apiKey, customer, userAgent;
    std::optional<QHostAddress> client; ///< none: nobody who may be believed says so
    std::string clientText;             ///< for the log
    std::string_view requestId;
    qint64 startedNs = 0; ///< steady clock
};

/// Answers the gateway: appends the whole reply, head and empty body, to `reply`. 200, 401, 403 or 429; 503
/// while the vault's state is not confirmed. All identity headers are always there, empty where nothing is
/// known, so that a client cannot bring its own. The decision and use go into `queue`. Returns the status.
int answerGateway(const Verifier &verifier, const ServerConfig &config, const GatewayRequest &request,
                  SeenQueue &queue, Counters &counters, std::string &reply);

/// The client's address by X-Forwarded-For: the last one that is no trusted proxy, or the first where all
/// are. Nothing if there is none, or what was believed up to there is no address.
std::optional<QHostAddress> forwardedClient(const ServerConfig &config, std::string_view forwardedFor);

} // namespace latchkey::server
