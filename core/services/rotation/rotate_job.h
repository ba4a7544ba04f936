#pragma once

#include "core/services/jobs/bulk_job.h"
#include "core/services/rotation/new_tokens.h"

#include <QSet>

namespace latchkey {

/// What became of each key, once it is over.
struct RotateReport {
    qint64 rotated = 0, unneeded = 0, failed = 0;
    qint64 unknown = 0;         ///< the vault gave no clear answer; their new tokens are kept
    std::optional<Error> first; ///< why the first refused, or why it stopped
    bool stopped = false;       ///< cancelled, or it could not go on
};

/// Rotates many keys. In each chunk the new tokens are safe in their place before the rotations are asked
/// for, in one transaction; a cancel between the two takes them out again.
class RotateJob final : public Job {
    Q_OBJECT
public:
    struct Task {
        KeySource keys;
        std::optional<qint64> overlapMs; ///< as KeyService::rotate
        /// Rotated before, by the job that this one is a retry of: rotating them again would end their
        /// overlap. This job adds its own.
        std::shared_ptr<QSet<KeyId>> done = std::make_shared<QSet<KeyId>>();
        QString file = {}; ///< of the new tokens, for the outcome; empty: the keychain
    };
    RotateJob(KeyService &service, Task task, std::unique_ptr<NewTokens> tokens);
    void start() override;
    void cancel() override;

signals:
    void reported(const latchkey::RotateReport &report);

private:
    void read();
    void plan(const QList<KeyId> &asked, const QList<ApiKey> &rows);
    void put();
    void write();
    void settle(const QList<NewTokens::Fate> &fates, const QList<ApiKey> &keys,
                const std::optional<Error> &stop);
    void refuse(const KeyId &id, const QString &name, const Error &e);
    void tell();
    void finish(const std::optional<Error> &stop = {});

    KeyService &m_service;
    Task m_task;
    std::unique_ptr<NewTokens> m_tokens;
    RotateReport m_report;
    qsizetype m_read = 0;
    QList<ApiKey> m_bases;
    QHash<KeyId, KeyChange> m_changes;
    QList<FreshToken> m_fresh;
    bool m_busy = false, m_cancelled = false, m_over = false;
};

} // namespace latchkey
