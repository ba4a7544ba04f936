#pragma once

#include "core/services/jobs/job_log.h"

#include <QHash>
#include <deque>

namespace latchkey {

/// The long work of one vault: a queue, one job at a time, in the order asked. Every part of the window gives
/// its work here, and the Jobs page, the status line and tests look on. GUI thread.
class JobRunner : public QObject {
    Q_OBJECT
public:
    /// Makes the work when its turn comes, and again for a retry. What it refers to outlives the runner.
    using Maker = std::function<std::unique_ptr<Job>()>;
    /// Makes it out of its record alone.
    using KindMaker = std::function<std::unique_ptr<Job>(const JobRecord &)>;
    /// `file` keeps the list between runs (empty: it is not kept).
    JobRunner(const Clock &clock, const QString &file, QObject *parent = nullptr);
    /// What runs or waits is written down as interrupted.
    ~JobRunner() override;

    /// Puts it into the queue. Its number. `kind` must be set; `make` may be left
    /// out where its kind has a maker.
    qint64 add(JobRecord what, Maker make = {});
    /// Jobs of this kind need nothing but their record: they can be retried after a restart as well.
    void setMaker(const QString &kind, const KindMaker &make);
    /// Waits: at once; runs: within half a second. Cancelled stays cancelled.
    void cancel(qint64 id);
    void cancelAll();
    /// The same work once more, as a new job at the end of the queue; 0 if it cannot be.
    qint64 retry(qint64 id);
    /// Not where all of it was done; after a restart only what is made out of its record: a selection or
    /// query that others worked on is gone.
    [[nodiscard]] bool canRetry(qint64 id) const;
    /// Takes one that is over off the list.
    void remove(qint64 id);

    [[nodiscard]] const QList<JobRecord> &jobs() const { return m_jobs; } ///< oldest first
    [[nodiscard]] const JobRecord *find(qint64 id) const;                 ///< null when it is gone
    [[nodiscard]] const JobRecord *running() const { return find(m_runningId); }
    [[nodiscard]] bool isIdle() const { return m_runningId == 0 && m_queue.empty(); }

signals:
    void added(qint64 id);
    void changed(qint64 id); ///< state, progress or failures
    void removed(qint64 id);

private:
    struct Waiting {
        qint64 id;
        Maker make;
    };
    JobRecord *record(qint64 id);
    [[nodiscard]] Maker makerOf(const JobRecord &job) const;
    void next();
    void noteFailure(const JobFailure &f, const Error &e);
    void noteProgress(const JobProgress &p);
    void ended(const JobEnd &end);
    void settle(JobRecord &job, JobState state);

    const Clock &m_clock;
    JobLog m_log;
    QList<JobRecord> m_jobs;
    std::deque<Waiting> m_queue;
    std::map<qint64, Maker> m_makers; ///< of this run's jobs, for retries
    QHash<QString, KindMaker> m_kinds;
    std::unique_ptr<Job> m_job;
    qint64 m_runningId = 0;
    qint64 m_lastId = 0;
};

} // namespace latchkey
