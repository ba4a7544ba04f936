#include "core/policy/request_path.h"

namespace latchkey::policy {

namespace {

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool isPlain(char c) {
    return c > ' ' && c < 0x7f && c != '\\' && c != ';' && c != '#';
}

/// One layer of percent-encoding off. Nothing where the result could be read in two ways.
std::optional<std::string> decoded(std::string_view path) {
    std::string out;
    out.reserve(path.size());
    for (std::size_t i = 0; i < path.size(); ++i) {
        char c = path[i];
        if (c == '%') {
            if (i + 2 >= path.size() || hexDigit(path[i + 1]) < 0 || hexDigit(path[i + 2]) < 0)
                return std::nullopt;
            c = static_cast<char>(hexDigit(path[i + 1]) * 16 + hexDigit(path[i + 2]));
            i += 2;
            const auto byte = static_cast<unsigned char>(c);
            if (byte < 0x20 || byte == 0x7f || c == '/' || c == '\\' || c == ';')
                return std::nullopt;
        }
        out.push_back(c);
    }
    for (std::size_t i = out.find('%'); i != std::string::npos; i = out.find('%', i + 1)) {
        if (i + 2 < out.size() && hexDigit(out[i + 1]) >= 0 && hexDigit(out[i + 2]) >= 0)
            return std::nullopt; // a second layer
    }
    return out;
}

} // namespace

std::optional<RequestPath> RequestPath::parse(std::string_view target) {
    std::string_view path = target.substr(0, target.find('?'));
    if (path.empty() || path.front() != '/')
        return std::nullopt;
    RequestPath result;
    bool encoded = false;
    for (const char c : path) {
        if (!isPlain(c))
            return std::nullopt;
        encoded = encoded || c == '%';
    }
    if (encoded) {
        auto text = decoded(path);
        if (!text)
            return std::nullopt;
        result.m_decoded = std::make_unique<std::string>(std::move(*text));
        path = *result.m_decoded;
    }
    path.remove_prefix(1);
    if (!path.empty() && path.back() == '/') // "/leads/" is "/leads"
        path.remove_suffix(1);
    else if (path.empty())
        return result;
    for (;;) {
        const std::size_t slash = path.find('/');
        const std::string_view segment = path.substr(0, slash);
        if (segment.empty() || segment == "." || segment == ".." || result.m_segments.size() == MostSegments)
            return std::nullopt;
        result.m_segments.push_back(segment);
        if (slash == std::string_view::npos)
            return result;
        path.remove_prefix(slash + 1);
    }
}

} // namespace latchkey::policy
