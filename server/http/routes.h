#pragma once

#include "server/http/worker.h"

#include <functional>
#include <optional>
#include <string>

namespace latchkey::server {

using HttpRequest = http::request<http::string_body>;

/// A request that was read whole, and what its connection knows.
struct Incoming {
    const HttpRequest &message;
    QHostAddress peer;
    std::string requestId;
    qint64 startedNs = 0;
};

/// Most bytes that the body of a request to this target may have.
quint64 mostBodyBytes(std::string_view target);

/// Answers what can be answered at once: the reply is composed and its status returned. Nothing: it is for
/// the API, as apiRequestOf() makes it.
std::optional<int> answerAtOnce(Worker &worker, const Incoming &in, std::string &reply);
ApiRequest apiRequestOf(const Worker &worker, const Incoming &in);
/// `head`: without the body. `old`: HTTP/1.0, which knows no pieces.
void composeApi(const ApiResponse &response, bool head, bool old, std::string_view requestId,
                std::string &reply);
/// One more piece of an answer in pieces; the empty one is the last. `plain`: for HTTP/1.0.
void appendPiece(const QByteArray &piece, bool plain, std::string &reply);
/// A problem document (RFC 9457) as a whole reply.
void composeProblem(int status, std::string_view code, std::string_view detail, std::string_view requestId,
                    std::string &reply, std::string_view fields = {});

} // namespace latchkey::server
