#pragma once

#include "core/backend/request_log.h"
#include "core/model/futures.h"

namespace latchkey {

/// A request log that is out of reach; for a test to say what it does answer.
class AbsentRequestLog : public RequestLog {
public:
    QFuture<Result<RequestPage>> page(const RequestFilter &, qint64, int) override {
        return none<Result<RequestPage>>();
    }
    QFuture<Outcome> append(const QList<RequestRecord> &, const std::optional<ImportMark> &,
                            const QList<Exposure> &) override {
        return none<Outcome>();
    }
    QFuture<Result<QList<Exposure>>> exposures() override { return none<Result<QList<Exposure>>>(); }
    QFuture<Outcome> dismissExposures(const KeyId &) override { return none<Outcome>(); }
    QFuture<Result<QList<ImportMark>>> importMarks() override { return none<Result<QList<ImportMark>>>(); }
    QFuture<Result<RequestCount>> count(const RequestFilter &) override {
        return none<Result<RequestCount>>();
    }
    QFuture<Result<RequestChart>> chart(const RequestFilter &, Instant, Instant, int) override {
        return none<Result<RequestChart>>();
    }
    QFuture<Result<QHash<KeyId, QList<qint64>>>> usage(const QList<KeyId> &, Instant, int) override {
        return none<Result<QHash<KeyId, QList<qint64>>>>();
    }
    QFuture<Result<QList<KeyId>>> keysRateLimited(Instant) override { return none<Result<QList<KeyId>>>(); }
    QFuture<Result<QList<KeyId>>> keysRejectionsUp(Instant) override { return none<Result<QList<KeyId>>>(); }
    QFuture<Result<QHash<KeyId, QSet<QString>>>> keysUsedScopes(Instant) override {
        return none<Result<QHash<KeyId, QSet<QString>>>>();
    }
    QFuture<Result<int>> retentionDays() override { return none<Result<int>>(); }
    QFuture<Result<RetentionPreview>> previewRetention(int, Instant) override {
        return none<Result<RetentionPreview>>();
    }
    QFuture<Result<qint64>> applyRetention(int, Instant, std::shared_ptr<std::atomic_bool>) override {
        return none<Result<qint64>>();
    }

protected:
    template<typename T>
    static QFuture<T> none() {
        return ready<T>(fail(ErrorCode::Unreachable));
    }
};

} // namespace latchkey
