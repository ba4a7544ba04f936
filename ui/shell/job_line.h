#pragma once

#include "core/services/jobs/job_runner.h"

#include <QElapsedTimer>

namespace latchkey::ui {

class StatusLine;

/// Shows the job that runs in the status line, if it takes longer than a moment, and cancels it from there.
class JobLine : public QObject {
    Q_OBJECT
public:
    JobLine(JobRunner &jobs, StatusLine &line, QObject *parent);

private:
    void follow(qint64 id);
    JobRunner &m_jobs;
    StatusLine &m_line;
    qint64 m_shown = 0;
    QElapsedTimer m_since;
};

} // namespace latchkey::ui
