#pragma once

#include "core/policy/policy.h"
#include "server/verify/credential_index.h"
#include "server/verify/rate_leases.h"

#include <functional>
#include <optional>
#include <string>

namespace latchkey::server {

/// Answers "may this request pass with this token?" from memory. Any number of threads.
class Verifier {
public:
    /// `current`: is the index known to be as new as it must be? Asked before each answer.
    Verifier(const CredentialIndex &index, const Clock &clock, std::function<bool()> current)
        : m_index(index)
        , m_clock(clock)
        , m_current(std::move(current)) {}
    /// Limits hold over several processes. Before the first question.
    void shareLimits(RateLeases &leases) { m_leases = &leases; }

    struct Answer {
        Decision decision;
        Instant at;
        KeyId credential; ///< id part of the token; null without its shape
        bool oldToken = false;
        // Of the key, only where the token is one of its own; otherwise nothing is told.
        KeyId key;
        std::string name; ///< UTF-8
        std::optional<Environment> environment;
        std::optional<KeyType> type;
        ScopeSet scopes;
        QStringList customers;
        std::optional<Instant> worksUntil; ///< the earlier of the key's expiry and its retiring token's
        RateLimits limits;
        std::optional<RatePeriod> limitedBy; ///< when it was rate-limited
        QList<CheckResult> checks;           ///< when explained
        [[nodiscard]] bool allowed() const { return decision.allowed(); }
    };
    enum class Use : quint8 {
        Take,   ///< an allowed request counts against the key's limits
        Look,   ///< limits are not checked, nothing counts
        Explain ///< every check, nothing counts
    };
    /// `request.at` and `request.monotonic` are set here. Nothing: the state of the vault is not confirmed,
    /// so nobody is let in.
    [[nodiscard]] std::optional<Answer> verify(QByteArrayView token, policy::Request request, Use use) const;
    [[nodiscard]] bool isCurrent() const { return m_current(); }

private:
    const CredentialIndex &m_index;
    const Clock &m_clock;
    std::function<bool()> m_current;
    RateLeases *m_leases = nullptr; ///< null: limits are this process's alone
};

/// What stands behind "Bearer " (RFC 6750), the scheme in any case. Nothing: the header is not that.
std::optional<std::string_view> bearerOf(std::string_view authorization);

} // namespace latchkey::server
