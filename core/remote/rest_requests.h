#pragma once

#include "core/backend/request_log.h"
#include "core/remote/rest_line.h"

#include <QTimer>

namespace latchkey {

/// The requests of a server's vault, as its verifiers wrote them. Logs are not imported over a server:
/// append() and what belongs to it are NotAllowed.
class RestRequestLog final : public RequestLog {
    Q_OBJECT
public:
    explicit RestRequestLog(RestLine &line);
    /// Something moved at the server: says changed() now and then, since requests come all the time.
    void noteChange();

    [[nodiscard]] bool takesLogs() const override { return false; }
    QFuture<Outcome> append(const QList<RequestRecord> &rows, const std::optional<ImportMark> &mark = {},
                            const QList<Exposure> &exposures = {}) override;
    QFuture<Result<QList<Exposure>>> exposures() override;
    QFuture<Outcome> dismissExposures(const KeyId &key) override;
    QFuture<Result<QList<ImportMark>>> importMarks() override;
    QFuture<Result<RequestPage>> page(const RequestFilter &filter, qint64 before, int limit) override;
    QFuture<Result<RequestCount>> count(const RequestFilter &filter) override;
    QFuture<Result<RequestChart>> chart(const RequestFilter &filter, Instant from, Instant to,
                                        int hours) override;
    QFuture<Result<QHash<KeyId, QList<qint64>>>> usage(const QList<KeyId> &keys, Instant now,
                                                       int days) override;
    /// The server finds these keys itself: VaultBackend::list() and alerts() have them.
    QFuture<Result<QList<KeyId>>> keysRateLimited(Instant now) override;
    QFuture<Result<QList<KeyId>>> keysRejectionsUp(Instant now) override;
    QFuture<Result<QHash<KeyId, QSet<QString>>>> keysUsedScopes(Instant since) override;
    QFuture<Result<int>> retentionDays() override;
    QFuture<Result<RetentionPreview>> previewRetention(int days, Instant now) override;
    /// The server does it as a job of its own; the answer is what was to be removed when it began.
    QFuture<Result<qint64>> applyRetention(int days, Instant now,
                                           std::shared_ptr<std::atomic_bool> stop = {}) override;

    static constexpr int LookMs = 5'000;

private:
    RestLine &m_line;
    QTimer m_soon, m_look;
};

} // namespace latchkey
