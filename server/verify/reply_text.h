#pragma once

#include "server/verify/verifier.h"

#include <string>
#include <string_view>

/// Replies composed as text: what every answer has, and then its own fields.
namespace latchkey::server {

std::string_view reasonOf(int status);
/// Status line and the fields of every answer.
void beginReply(std::string &reply, int status, std::string_view requestId);
/// Content-Length, the end of the head and the body. With a body its type must have been given.
void endReply(std::string &reply, std::string_view body);
/// Text for the value of a field: bytes outside printable ASCII and % are percent-encoded.
void appendHeaderText(std::string &reply, std::string_view utf8);
/// A word that is ASCII by its own rules, such as a scope.
void appendAscii(std::string &reply, QStringView word);
/// Retry-After, RateLimit-Policy and RateLimit of an answer that was rate-limited.
void appendRateLimit(std::string &reply, const Verifier::Answer &answer);

} // namespace latchkey::server
