#pragma once

#include "core/backend/verifier_feed.h"
#include "core/remote/rest_line.h"

namespace latchkey {

/// Who answers gateways for a server's vault, and how far each has followed it. A window looks on; it answers
/// nobody itself and a server gives no verifier away, so all but nodes() is NotAllowed.
class RestVerifiers final : public VerifierFeed {
    Q_OBJECT
public:
    explicit RestVerifiers(RestLine &line)
        : m_line(line) {}
    QFuture<Result<qint64>> load(Take take) override;
    QFuture<Result<Changes>> changesSince(qint64 epoch, int limit) override;
    QFuture<Outcome> confirm(const VerifierNode &node) override;
    QFuture<Outcome> leave(const QString &nodeId) override;
    QFuture<Result<VerifierNodes>> nodes() override;

private:
    RestLine &m_line;
};

} // namespace latchkey
