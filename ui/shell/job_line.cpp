#include "ui/shell/job_line.h"

#include "ui/jobs/job_words.h"
#include "ui/shell/status_line.h"

namespace latchkey::ui {

JobLine::JobLine(JobRunner &jobs, StatusLine &line, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_line(line) {
    connect(&jobs, &JobRunner::changed, this, &JobLine::follow);
    connect(&line, &StatusLine::taskCancelled, this, [this] { m_jobs.cancel(m_shown); });
}

void JobLine::follow(qint64 id) {
    const JobRecord *job = m_jobs.find(id);
    if (!job || job->state == JobState::Queued)
        return;
    if (job->isOver()) {
        if (id == m_shown) {
            m_shown = 0;
            m_line.endTask();
        }
        return;
    }
    if (id != m_shown) {
        m_shown = id;
        m_since.start();
    } else if (job->progress.total > 1 && m_since.elapsed() >= MomentMs) {
        m_line.showTask(jobTitle(*job), job->progress.seen, job->progress.total);
    }
}

} // namespace latchkey::ui
