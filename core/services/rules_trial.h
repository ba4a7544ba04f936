#pragma once

#include "core/backend/rule_store.h"
#include "core/model/request.h"
#include "core/services/key_service.h"

namespace latchkey {

/// What other rules would have done to the requests that came lately.
struct RulesTrial {
    /// One kind of request whose answer would be another one.
    struct Change {
        QString method, path;
        KeyId key;
        QString keyName;
        DecisionCode before = DecisionCode::Allowed, after = DecisionCode::Allowed;
        qsizetype rule = -1; ///< of the new rules, the one that decides; -1: none fits
        qint64 requests = 0;
        Instant last; ///< the newest of them
    };
    QList<Change> changes; ///< the most frequent first; those that would be refused come before the others
    qint64 looked = 0;     ///< requests that a rule decides: with a method and a path
    qint64 refused = 0, allowed = 0; ///< would be refused that pass now; would pass that are refused now
    qint64 others = 0;               ///< would be refused for another reason
    qint64 otherwise = 0; ///< refused by both for what no rule decides: the key's state, or its addresses
    qint64 unknown = 0;   ///< with a token that no key has now: refused whatever the rules are
    Instant since;        ///< the oldest request that was looked at
};

inline constexpr qint64 TrialRequests = 1'000;

/// Looks at the last requests of the log and decides each by both sets of rules, with its key as it is now;
/// limits are not counted. NotAllowed where no requests are kept. Finishes on the thread of `service`.
QFuture<Result<RulesTrial>> tryRules(KeyService &service, const RuleBook &now,
                                     const QList<GatewayRule> &after, qint64 requests = TrialRequests);

/// The part without a log. Pure. `keys`: those of the requests that are known.
RulesTrial trialOf(const QList<RequestRecord> &requests, const QHash<KeyId, ApiKey> &keys,
                   const RuleBook &now, const QList<GatewayRule> &after, Instant at);

} // namespace latchkey
