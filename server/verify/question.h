#pragma once

#include "server/config/server_config.h"
#include "server/ops/counters.h"
#include "server/verify/seen_queue.h"
#include "server/verify/verifier.h"

#include <string>
#include <string_view>

namespace latchkey::server {

/// What a question in a body is answered with.
struct QuestionContext {
    const Verifier &verifier;
    const ServerConfig &config;
    SeenQueue &queue;
    Counters &counters;
    qint64 startedNs = 0;
    std::string_view requestId;
};

/// 200 with JSON, or a problem: 400 (the body is not what it must be) or 503 (the state is not confirmed).
struct BodyAnswer {
    int status = 200;
    std::string body;
    std::string_view code = {};
    std::string detail = {};
};

} // namespace latchkey::server
