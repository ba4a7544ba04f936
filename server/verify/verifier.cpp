#include "server/verify/verifier.h"

#include "core/model/secret_bytes.h"
#include "core/token/token.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace latchkey::server {

namespace {

/// Compared with when there is no such credential, so that this takes as long as a wrong secret.
constexpr std::array<char, 32> nobody{};

void tell(Verifier::Answer &answer, const CredentialIndex::Found &found) {
    const policy::KeyFacts &key = *found.key;
    answer.key = key.id;
    answer.name = found.name;
    answer.environment = key.environment;
    answer.type = key.type;
    answer.scopes = key.scopes;
    answer.customers = key.customers;
    answer.limits = key.configured;
    answer.oldToken = found.old;
    answer.worksUntil = key.expires;
    if (found.retiresAt && (!answer.worksUntil || *found.retiresAt < *answer.worksUntil))
        answer.worksUntil = found.retiresAt;
}

} // namespace

std::optional<Verifier::Answer> Verifier::verify(QByteArrayView token, policy::Request request,
                                                 Use use) const {
    if (!m_current())
        return std::nullopt;
    Answer answer;
    answer.at = m_clock.now();
    request.at = answer.at;
    request.monotonic = policy::monotonicTicks();
    policy::Presented presented;
    policy::Sharing sharing{nullptr, m_leases ? m_leases->sharers() : 1};
    const auto decide = [&](policy::Meter *meter) {
        answer.decision = policy::decide(presented, request, use == Use::Take ? meter : nullptr, sharing);
        if (use != Use::Explain)
            return;
        answer.checks = policy::explain(presented, request, meter, sharing);
        const CheckResult &limits = answer.checks.constLast();
        if (answer.allowed() && limits.outcome == CheckOutcome::Failed)
            answer.decision = {limits.code, limits.check,
                               limits.params.value(QStringLiteral("retryAfterMs")).toLongLong()};
    };
    const auto parsed = token::parse(token);
    if (!parsed) {
        presented.wellFormed = false;
        decide(nullptr);
        return answer;
    }
    answer.credential = parsed->id;
    const token::Verifier verifier = token::verifierOf(token);
    const bool known = m_index.look(parsed->id, [&](const CredentialIndex::Found &found) {
        presented.key = found.key;
        presented.secretMatches = !found.verifier.isEmpty() && constantTimeEqual(verifier, found.verifier);
        presented.retiresAt = found.old ? found.retiresAt : std::nullopt;
        sharing.share = m_leases ? found.share : nullptr;
        decide(found.meter);
        if (sharing.share && sharing.share->becomesDue())
            m_leases->note({found.key->id, found.key->configured, found.meter, found.share});
        if (presented.secretMatches)
            tell(answer, found);
        if (answer.decision.code == DecisionCode::RateLimited && found.meter)
            answer.limitedBy =
                found.meter
                    ->look(policy::shareOf(found.key->limits, sharing.share ? sharing.sharers : 1),
                           request.monotonic)
                    .period;
        presented.key = nullptr; // valid within this call only
    });
    if (!known) {
        presented.secretMatches = constantTimeEqual(verifier, {nobody.data(), qsizetype(nobody.size())});
        decide(nullptr);
    }
    return answer;
}

std::optional<std::string_view> bearerOf(std::string_view authorization) {
    static constexpr std::string_view scheme = "bearer ";
    if (authorization.size() < scheme.size() ||
        !std::equal(scheme.begin(), scheme.end(), authorization.begin(),
                    [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); }))
        return std::nullopt;
    authorization.remove_prefix(scheme.size());
    while (!authorization.empty() && authorization.front() == ' ')
        authorization.remove_prefix(1);
    return authorization.empty() ? std::nullopt : std::optional(authorization);
}

} // namespace latchkey::server
