#pragma once

#include "core/backend/vault_backend.h"
#include "core/services/jobs/job.h"

namespace latchkey {

/// Walks the audit chain, then reads every key, whose checksum is verified on the way. A damaged key is a
/// failure of its own, named; so is the first bad row of a broken chain, which ends as Failed.
class CheckJob final : public Job {
    Q_OBJECT
public:
    /// `changed` counts the rows of the log. What came to its end tells them as "auditRows" of its outcome.
    explicit CheckJob(VaultBackend &backend);
    void start() override;
    void cancel() override;

private:
    void checkKeys(const KeyQuery &query);
    void next();
    void finish(const JobEnd &end);

    static constexpr qsizetype Chunk = 500;
    VaultBackend &m_backend;
    QList<KeyListPtr> m_lists; ///< the living, then the deleted
    qsizetype m_at = 0;
    JobProgress m_progress;
    std::optional<Error> m_broken;
    bool m_over = false;
};

} // namespace latchkey
