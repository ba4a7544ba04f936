#include "server/verify/reply_text.h"

namespace latchkey::server {

namespace {

struct PeriodWords {
    std::string_view name;
    int seconds;
};
constexpr std::array<PeriodWords, 4> periodWords{
    PeriodWords{"second", 1}, {"minute", 60}, {"hour", 3600}, {"day", 86'400}};

} // namespace

std::string_view reasonOf(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 421:
        return "Misdirected Request";
    case 422:
        return "Unprocessable Content";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Status";
    }
}

void beginReply(std::string &reply, int status, std::string_view requestId) {
    reply += "HTTP/1.1 ";
    reply += std::to_string(status);
    reply += ' ';
    reply += reasonOf(status);
    reply += "\r\nServer: latchkeyd\r\nCache-Control: no-store\r\nX-Request-Id: ";
    reply += requestId;
    reply += "\r\n";
}

void endReply(std::string &reply, std::string_view body) {
    reply += "Content-Length: ";
    reply += std::to_string(body.size());
    reply += "\r\n\r\n";
    reply += body;
}

void appendHeaderText(std::string &reply, std::string_view utf8) {
    static constexpr char hex[] = "0123456789ABCDEF";
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7f && c != '%') {
            reply += c;
        } else {
            reply += '%';
            reply += hex[byte >> 4];
            reply += hex[byte & 15];
        }
    }
}

void appendAscii(std::string &reply, QStringView word) {
    for (const QChar c : word)
        reply += c.toLatin1();
}

void appendRateLimit(std::string &reply, const Verifier::Answer &answer) {
    const std::string seconds = std::to_string((answer.decision.retryAfterMs + 999) / 1000);
    reply += "Retry-After: " + seconds + "\r\n";
    if (!answer.limitedBy)
        return;
    std::string policies;
    for (const RatePeriod p : AllRatePeriods) {
        if (const auto count = answer.limits.get(p)) {
            const PeriodWords &words = periodWords[static_cast<std::size_t>(p)];
            policies += policies.empty() ? "\"" : ", \"";
            policies += words.name;
            policies += "\";q=" + std::to_string(*count) + ";w=" + std::to_string(words.seconds);
        }
    }
    reply += "RateLimit-Policy: " + policies + "\r\nRateLimit: \"";
    reply += periodWords[static_cast<std::size_t>(*answer.limitedBy)].name;
    reply += "\";r=0;t=" + seconds + "\r\n";
}

} // namespace latchkey::server
