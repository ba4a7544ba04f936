#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace latchkey::policy {

/// The path of a request as rules read it: decoded segments, without the query. Only paths that every server
/// reads alike are taken: none with "." or ".." or empty segments, an encoded slash, a backslash, ";",
/// control characters or a second layer of percent-encoding, since the API behind the gateway might see
/// another path in them than the rule that let them pass.
class RequestPath {
public:
    /// `target` in origin form (RFC 9112, 3.2.1): path and query as sent. It must outlive the result.
    static std::optional<RequestPath> parse(std::string_view target);
    [[nodiscard]] const std::vector<std::string_view> &segments() const { return m_segments; }
    RequestPath(RequestPath &&) = default;
    RequestPath &operator=(RequestPath &&) = default;
    RequestPath(const RequestPath &) = delete;
    RequestPath &operator=(const RequestPath &) = delete;
    ~RequestPath() = default;

    static constexpr std::size_t MostSegments = 64;

private:
    RequestPath() = default;
    std::unique_ptr<std::string> m_decoded; ///< only where something was encoded
    std::vector<std::string_view> m_segments;
};

} // namespace latchkey::policy
