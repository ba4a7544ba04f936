#include "core/services/jobs/retention_job.h"

#include "core/model/futures.h"

namespace latchkey {

RetentionJob::RetentionJob(RequestLog &log, int days, Instant asked)
    : m_log(log)
    , m_days(days)
    , m_asked(asked) {
    connect(&log, &RequestLog::retentionProgress, this, [this](qint64 done, qint64) {
        if (!m_removing || m_over)
            return;
        m_progress.seen = m_progress.changed = done;
        m_progress.total = qMax(m_progress.total, done);
        emit progress(m_progress);
    });
}

RetentionJob::~RetentionJob() {
    *m_stop = true;
}

void RetentionJob::start() {
    m_log.previewRetention(m_days, m_asked) | then(this, [this](const Result<RetentionPreview> &all) {
        if (m_over)
            return;
        if (!all)
            return finish({JobState::Failed, all.error()});
        m_progress.total = all->rows;
        emit progress(m_progress);
        m_removing = true;
        m_log.applyRetention(m_days, m_asked, m_stop) | then(this, [this](const Result<qint64> &removed) {
            if (!removed)
                return finish({JobState::Failed, removed.error()});
            m_progress.seen = m_progress.changed = *removed;
            const bool whole = !*m_stop || m_progress.seen >= m_progress.total;
            finish({whole ? JobState::Done : JobState::Cancelled, {}});
        });
    });
}

void RetentionJob::cancel() {
    *m_stop = true;
    if (!m_removing) // nothing has been touched
        finish({JobState::Cancelled, {}});
    else if (m_progress.seen >= m_progress.total && m_progress.total > 0)
        finish({JobState::Done, {}}); // they are gone; tidying up behind them needs nobody to wait
}

void RetentionJob::finish(const JobEnd &end) {
    if (std::exchange(m_over, true))
        return;
    emit progress(m_progress);
    emit reported(m_progress.changed);
    emit finished(end);
}

} // namespace latchkey
