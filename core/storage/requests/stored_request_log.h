#pragma once

#include "core/backend/request_log.h"
#include "core/storage/db_thread.h"
#include "core/storage/requests/request_place.h"

#include <QTimer>

namespace latchkey {

/// RequestLog in a SQLite file of its own beside the vault, or in tables of the vault's database, with a
/// writer and a reader thread. The file is made with the first request; a damaged one is renamed, said, and
/// begun anew.
class StoredRequestLog final : public RequestLog {
    Q_OBJECT
public:
    explicit StoredRequestLog(std::unique_ptr<RequestPlace> place, QObject *parent = nullptr);
    ~StoredRequestLog() override;

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
    QFuture<Result<QList<KeyId>>> keysRateLimited(Instant now) override;
    QFuture<Result<QList<KeyId>>> keysRejectionsUp(Instant now) override;
    QFuture<Result<QHash<KeyId, QSet<QString>>>> keysUsedScopes(Instant since) override;
    QFuture<Result<int>> retentionDays() override;
    QFuture<Result<RetentionPreview>> previewRetention(int days, Instant now) override;
    QFuture<Result<qint64>> applyRetention(int days, Instant now,
                                           std::shared_ptr<std::atomic_bool> stop = {}) override;

    /// How often the file is looked at for requests of other processes; milliseconds.
    static constexpr int PollMs = 2000;

private:
    struct Shared;
    template<typename F>
    auto read(F task);
    template<typename F>
    auto write(F task);
    void tellChanged();
    void repair(int generation);
    void look();
    struct Removal;
    void removeNext(const std::shared_ptr<Removal> &removal);

    std::shared_ptr<Shared> m_shared;
    QTimer m_calm;                                ///< many batches in a row are one change
    QTimer m_poll;                                ///< for what other processes add
    std::unique_ptr<DbThread> m_writer, m_reader; // last: their tasks use what stands above
};

} // namespace latchkey
