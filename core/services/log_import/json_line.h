#pragma once

#include "core/services/log_import/log_line.h"

/// The pieces that both formats fill a line with, and the reading of JSON lines.
namespace latchkey::log_line {

enum class Field {
    Method,
    Path,
    Ip,
    UserAgent,
    Scope,
    Customer,
    Environment,
    Code,
    Seconds,
    Milliseconds,
    Key,
    Referrer, ///< and a query of its own: not kept, only looked at for a token
};
void setField(Line &line, Field field, QByteArrayView value);
/// `GET /path HTTP/1.1`
void setRequest(Line &line, QByteArrayView request);
bool setStatus(Line &line, int status);
bool setTime(Line &line, qint64 ms);
/// `10/Oct/2026:13:55:36 +0200`, in milliseconds since 1970.
std::optional<qint64> combinedTime(QByteArrayView text);

tl::expected<Line, Problem> parseJson(QByteArrayView text);

} // namespace latchkey::log_line
