#include "core/services/jobs/check_job.h"

#include "core/model/futures.h"

namespace latchkey {

CheckJob::CheckJob(VaultBackend &backend)
    : m_backend(backend) {}

void CheckJob::start() {
    m_backend.verifyAudit() | then(this, [this](const Result<AuditCheck> &check) {
        if (!check)
            return finish({JobState::Failed, check.error()});
        m_progress.changed = check->rows; // rows of the log that are as they were written
        if (m_over)
            return;
        if (!check->intact) {
            m_broken = Error(ErrorCode::Damaged, {{QStringLiteral("auditRow"), check->firstBadSeq}});
            ++m_progress.failed;
            emit failed({}, *m_broken);
        }
        checkKeys({});
    });
}

void CheckJob::cancel() {
    finish({JobState::Cancelled, {}});
}

void CheckJob::checkKeys(const KeyQuery &query) {
    m_backend.list(query) | then(this, [this](const Result<KeyListPtr> &list) {
        if (!list)
            return finish({JobState::Failed, list.error()});
        m_lists.append(*list);
        m_progress.total += (*list)->size();
        if (m_lists.size() == 2)
            return next();
        KeyQuery deleted;
        deleted.filter.smart = SmartFilter::RecentlyDeleted;
        checkKeys(deleted);
    });
}

void CheckJob::next() {
    if (m_over)
        return;
    emit progress(m_progress);
    while (!m_lists.isEmpty() && m_at >= m_lists.first()->size()) {
        m_lists.removeFirst();
        m_at = 0;
    }
    if (m_lists.isEmpty())
        return finish({m_broken ? JobState::Failed : JobState::Done,
                       m_broken,
                       {{QStringLiteral("auditRows"), m_progress.changed}}});
    QList<KeyId> ids;
    for (; m_at < m_lists.first()->size() && ids.size() < Chunk; ++m_at)
        ids.append(m_lists.first()->idAt(m_at));
    m_backend.rows(ids) | then(this, [this, n = ids.size()](const Result<QList<ApiKey>> &rows) {
        if (m_over)
            return;
        if (!rows)
            return finish({JobState::Failed, rows.error()});
        m_progress.seen += n;
        for (const ApiKey &k : *rows) {
            if (!k.damaged)
                continue;
            ++m_progress.failed;
            emit failed({k.id, k.config.name, 0, {}},
                        Error(ErrorCode::Damaged, {{QStringLiteral("id"), k.id.toString()}}));
        }
        next();
    });
}

void CheckJob::finish(const JobEnd &end) {
    if (std::exchange(m_over, true))
        return;
    emit progress(m_progress);
    emit finished(end);
}

} // namespace latchkey
