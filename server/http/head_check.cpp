#include "server/http/head_check.h"

#include <algorithm>
#include <array>

namespace latchkey::server {

namespace {

/// Every character of every head is looked up, so that tables are worth it.
using Characters = std::array<bool, 256>;

template<typename F>
constexpr Characters charactersThat(F is) {
    Characters all{};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = is(static_cast<unsigned char>(i));
    return all;
}

constexpr Characters tokenCharacters = charactersThat([](unsigned char c) { // RFC 9110, 5.6.2
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != '\0' && c < 0x80 &&
            std::string_view("!#$%&'*+-.^_`|~").find(static_cast<char>(c)) != std::string_view::npos);
});
constexpr Characters valueCharacters =
    charactersThat([](unsigned char c) { return c == '\t' || (c >= 0x20 && c != 0x7f); });
constexpr Characters targetCharacters = charactersThat([](unsigned char c) {
    return c > 0x20 && c < 0x7f && c != '#' && c != '"' && c != '<' && c != '>' && c != '\\';
});

bool isOf(std::string_view text, const Characters &allowed) {
    return std::all_of(text.begin(), text.end(),
                       [&](char c) { return allowed[static_cast<unsigned char>(c)]; });
}

bool isSame(std::string_view name, std::string_view lower) {
    return name.size() == lower.size() &&
           std::equal(name.begin(), name.end(), lower.begin(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
           });
}

std::string_view trimmed(std::string_view v) {
    while (!v.empty() && (v.front() == ' ' || v.front() == '\t'))
        v.remove_prefix(1);
    while (!v.empty() && (v.back() == ' ' || v.back() == '\t'))
        v.remove_suffix(1);
    return v;
}

HeadProblem checkLine(std::string_view line, bool &oldVersion) {
    if (line.size() > MostLineBytes)
        return HeadProblem::LineTooLong;
    const std::size_t first = line.find(' '), last = line.rfind(' ');
    if (first == std::string_view::npos || first == 0 || last == first)
        return HeadProblem::BadLine;
    const std::string_view method = line.substr(0, first), target = line.substr(first + 1, last - first - 1),
                           version = line.substr(last + 1);
    if (!isOf(method, tokenCharacters))
        return HeadProblem::BadLine;
    if (target.empty() || target.front() != '/' || !isOf(target, targetCharacters))
        return HeadProblem::BadTarget;
    oldVersion = version == "HTTP/1.0";
    if (oldVersion || version == "HTTP/1.1")
        return HeadProblem::None;
    return version.substr(0, 5) == "HTTP/" ? HeadProblem::BadVersion : HeadProblem::BadLine;
}

/// The fields that decide where a request ends, whom it is for and who sends it stand once.
struct Once {
    bool host = false, length = false, encoding = false, authorization = false, type = false;
    HeadProblem take(std::string_view name, std::string_view value) {
        bool *seen = nullptr;
        switch (name.size()) { // most names are none of them
        case 4:
            seen = isSame(name, "host") ? &host : nullptr;
            break;
        case 12:
            seen = isSame(name, "content-type") ? &type : nullptr;
            break;
        case 13:
            seen = isSame(name, "authorization") ? &authorization : nullptr;
            break;
        case 14:
            seen = isSame(name, "content-length") ? &length : nullptr;
            break;
        case 17:
            seen = isSame(name, "transfer-encoding") ? &encoding : nullptr;
            break;
        default:
            break;
        }
        if (!seen)
            return HeadProblem::None;
        if (*seen)
            return HeadProblem::Duplicate;
        *seen = true;
        const bool digits =
            !value.empty() && value.size() <= 18 &&
            std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (seen == &length && !digits)
            return HeadProblem::BadLength;
        if (seen == &encoding && !isSame(value, "chunked"))
            return HeadProblem::UnknownEncoding;
        return HeadProblem::None;
    }
};

} // namespace

HeadProblem checkHead(std::string_view head) {
    Once once;
    std::size_t fields = 0;
    bool oldVersion = false;
    const std::size_t lineEnd = std::min(head.find("\r\n"), head.size());
    if (const auto problem = checkLine(head.substr(0, lineEnd), oldVersion); problem != HeadProblem::None)
        return problem;
    std::string_view left = head.substr(std::min(lineEnd + 2, head.size()));
    if (left.size() > MostHeaderBytes)
        return HeadProblem::TooLarge;
    while (!left.empty()) {
        const std::size_t end = left.find("\r\n");
        if (end == std::string_view::npos)
            return HeadProblem::BadCharacter;
        const std::string_view line = left.substr(0, end);
        left.remove_prefix(end + 2);
        if (line.empty())
            break;
        if (line.front() == ' ' || line.front() == '\t')
            return HeadProblem::Folded;
        if (++fields > MostFields)
            return HeadProblem::TooManyFields;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0)
            return HeadProblem::BadField;
        const std::string_view name = line.substr(0, colon), value = line.substr(colon + 1);
        if (!isOf(value, valueCharacters))
            return HeadProblem::BadCharacter;
        if (!isOf(name, tokenCharacters))
            return HeadProblem::BadField;
        if (const auto problem = once.take(name, trimmed(value)); problem != HeadProblem::None)
            return problem;
    }
    if (once.length && once.encoding)
        return HeadProblem::LengthAndEncoding;
    if (oldVersion && once.encoding) // RFC 9112, 6.1: a server of 1.0 would not have seen it
        return HeadProblem::UnknownEncoding;
    return once.host || oldVersion ? HeadProblem::None : HeadProblem::NoHost;
}

HeadProblem checkPartialHead(std::string_view head) {
    const std::size_t line = head.find("\r\n");
    if (line == std::string_view::npos ? head.size() > MostLineBytes : line > MostLineBytes)
        return HeadProblem::LineTooLong;
    if (line != std::string_view::npos && head.size() - line - 2 > MostHeaderBytes)
        return HeadProblem::TooLarge;
    if (head.find('\0') != std::string_view::npos ||
        (!head.empty() && head.front() <= ' ' && head.front() >= '\0'))
        return HeadProblem::BadCharacter;
    // An LF alone could end the head for somebody else.
    for (std::size_t at = head.find('\n'); at != std::string_view::npos; at = head.find('\n', at + 1)) {
        if (at == 0 || head[at - 1] != '\r')
            return HeadProblem::BadCharacter;
    }
    return HeadProblem::None;
}

int statusOf(HeadProblem problem) {
    switch (problem) {
    case HeadProblem::None:
        return 200;
    case HeadProblem::LineTooLong:
        return 414;
    case HeadProblem::TooLarge:
    case HeadProblem::TooManyFields:
        return 431;
    case HeadProblem::BadVersion:
        return 505;
    case HeadProblem::UnknownEncoding:
        return 501;
    default:
        return 400;
    }
}

std::string_view sentenceOf(HeadProblem problem) {
    switch (problem) {
    case HeadProblem::None:
        return "";
    case HeadProblem::LineTooLong:
        return "The request line is longer than 8 KiB.";
    case HeadProblem::TooLarge:
        return "The header fields are larger than 16 KiB.";
    case HeadProblem::TooManyFields:
        return "There are more than 64 header fields.";
    case HeadProblem::BadLine:
        return "The request line is malformed.";
    case HeadProblem::BadTarget:
        return "The request target must be a path.";
    case HeadProblem::BadVersion:
        return "Only HTTP/1.1 and HTTP/1.0 are spoken here.";
    case HeadProblem::BadCharacter:
        return "A character stands in the head that cannot stand there.";
    case HeadProblem::Folded:
        return "A header field goes on in the next line.";
    case HeadProblem::BadField:
        return "A header field is malformed.";
    case HeadProblem::Duplicate:
        return "A header field that may stand once stands twice.";
    case HeadProblem::LengthAndEncoding:
        return "Content-Length and Transfer-Encoding exclude each other.";
    case HeadProblem::BadLength:
        return "Content-Length is no number.";
    case HeadProblem::UnknownEncoding:
        return "Only the transfer coding chunked is understood, with HTTP/1.1.";
    case HeadProblem::NoHost:
        return "The Host field is missing.";
    }
    return "";
}

} // namespace latchkey::server
