#pragma once

#include "core/backend/request_log.h"
#include "core/services/jobs/job.h"

namespace latchkey {

/// Sets how long requests are kept, and removes the older ones in steps. What a step removed stays removed.
class RetentionJob final : public Job {
    Q_OBJECT
public:
    /// `asked` is when somebody saw what would go: waiting in the queue makes no request old.
    RetentionJob(RequestLog &log, int days, Instant asked);
    ~RetentionJob() override;
    void start() override;
    void cancel() override;

signals:
    void reported(qint64 removed);

private:
    void finish(const JobEnd &end);
    RequestLog &m_log;
    int m_days;
    Instant m_asked;
    JobProgress m_progress;
    bool m_removing = false, m_over = false;
    std::shared_ptr<std::atomic_bool> m_stop = std::make_shared<std::atomic_bool>(false);
};

} // namespace latchkey
