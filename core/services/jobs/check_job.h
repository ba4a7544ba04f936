#pragma once

#include "core/backend/vault_backend.h"
#include "core/services/jobs/job.h"

namespace latchkey {

/// Walks the audit chain, then reads every key, whose checksum is verified on the way. A damaged key is a
/// failure of its own, named; so is the first bad row of a broken chain, which ends as Failed.
class CheckJob final : public Job {
    Q_OBJECT
public:
    /// `words` says of a job that came to its end what was looked at, for people; `changed` counts the rows
    /// of the log.
    using Words = std::function<QString(const JobProgress &)>;
    explicit CheckJob(VaultBackend &backend, Words words = {});
    void start() override;
    void cancel() override;

private:
    void checkKeys(const KeyQuery &query);
    void next();
    void finish(const JobEnd &end);

    static constexpr qsizetype Chunk = 500;
    VaultBackend &m_backend;
    Words m_words;
    QList<KeyListPtr> m_lists; ///< the living, then the deleted
    qsizetype m_at = 0;
    JobProgress m_progress;
    std::optional<Error> m_broken;
    bool m_over = false;
};

} // namespace latchkey
