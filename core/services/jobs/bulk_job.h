#pragma once

#include "core/services/jobs/job.h"
#include "core/services/key_service.h"

namespace latchkey {

/// The keys of a job, in slices, so that a million of them cost nothing.
struct KeySource {
    qsizetype count = 0;
    std::function<QList<KeyId>(qsizetype from, qsizetype most)> slice;
    static KeySource of(QList<KeyId> ids);
};

/// A key that was changed, as the change left it: what undoing it starts from.
struct ChangedKey {
    KeyId id;
    qint64 version = 0;
};

/// What became of each key, counted once it is over.
struct BulkReport {
    QList<ChangedKey> done; ///< these changed, and only these can be undone
    QString name;           ///< of the first that changed
    qsizetype asked = 0;
    qsizetype unneeded = 0;     ///< were as wanted already
    QList<KeyId> failed;        ///< these refused
    QList<KeyId> again;         ///< of these, the ones that may do it when asked once more
    std::optional<Error> first; ///< why the first of them refused, or why it stopped
    bool mixed = false;         ///< others refused for another reason
    bool stopped = false;       ///< cancelled, or nothing more could be written; the rest is untouched
    [[nodiscard]] qsizetype left() const { return asked - done.size() - unneeded - failed.size(); }
};

/// Changes many keys, each chunk in one transaction, reading the next one meanwhile. The window stays live,
/// and cancel() is obeyed as soon as the chunks under way (two at most) are answered. Finishes once.
class BulkJob final : public Job {
    Q_OBJECT
public:
    struct Task {
        KeySource keys;
        std::function<bool(const ApiKey &)> needed;
        KeyService::Plan plan;
        /// Each that was changed, with what it was before.
        std::function<void(const ApiKey &before, const ApiKey &after)> changed = {};
        bool agreed = false; ///< whoever started it has been asked (ChangeGate), so it needn't be each time
    };
    BulkJob(KeyService &service, Task task);
    void start() override;
    void cancel() override;

    /// Keys in a transaction. Each transaction writes most leaves of the audit log's index once more, so with
    /// many keys it takes more at a time.
    static constexpr qsizetype Chunk = 500, Many = 20'000, LargeChunk = 5'000;
    static constexpr int MostWrites = 2;

signals:
    void reported(const latchkey::BulkReport &report);

private:
    void read();
    void write();
    void settle(const QList<ApiKey> &asked, const QList<Result<ApiKey>> &results);
    void refuse(const ApiKey &key, const Error &e);
    void tell();
    void finish();

    KeyService &m_service;
    Task m_task;
    qsizetype m_chunk;
    BulkReport m_report;
    qsizetype m_read = 0;
    QList<ApiKey> m_waiting;
    int m_writing = 0; ///< chunks that are being written or wait for it
    bool m_reading = false, m_cancelled = false, m_over = false;
};

} // namespace latchkey
