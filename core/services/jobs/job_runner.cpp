#include "core/services/jobs/job_runner.h"

#include <algorithm>

namespace latchkey {

JobRunner::JobRunner(const Clock &clock, const QString &file, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_log(file)
    , m_jobs(m_log.load()) {
    for (const JobRecord &j : m_jobs)
        m_lastId = qMax(m_lastId, j.id);
}

JobRunner::~JobRunner() {
    for (JobRecord &j : m_jobs) {
        if (!j.isOver()) {
            j.state = JobState::Interrupted;
            j.ended = m_clock.now();
            m_log.put(j);
        }
    }
}

JobRecord *JobRunner::record(qint64 id) {
    const auto at =
        std::find_if(m_jobs.begin(), m_jobs.end(), [id](const JobRecord &j) { return j.id == id; });
    return at == m_jobs.end() ? nullptr : &*at;
}

const JobRecord *JobRunner::find(qint64 id) const {
    const auto at =
        std::find_if(m_jobs.cbegin(), m_jobs.cend(), [id](const JobRecord &j) { return j.id == id; });
    return id == 0 || at == m_jobs.cend() ? nullptr : &*at;
}

qint64 JobRunner::add(JobRecord what, Maker make) {
    what.id = ++m_lastId;
    what.state = JobState::Queued;
    what.added = m_clock.now();
    if (!make)
        make = makerOf(what);
    m_makers[what.id] = make;
    m_queue.push_back({what.id, std::move(make)});
    m_log.put(what);
    m_jobs.append(std::move(what));
    const qint64 id = m_lastId;
    emit added(id);
    next();
    return id;
}

void JobRunner::setMaker(const QString &kind, const KindMaker &make) {
    m_kinds.insert(kind, make);
}

JobRunner::Maker JobRunner::makerOf(const JobRecord &job) const {
    if (const auto own = m_makers.find(job.id); own != m_makers.end())
        return own->second;
    if (const KindMaker make = m_kinds.value(job.kind))
        return [make, job] { return make(job); };
    return {};
}

void JobRunner::next() {
    while (m_runningId == 0 && !m_queue.empty()) {
        const Waiting turn = std::move(m_queue.front());
        m_queue.pop_front();
        JobRecord *job = record(turn.id);
        if (!job)
            continue;
        m_runningId = turn.id;
        job->state = JobState::Running;
        job->started = m_clock.now();
        m_log.put(*job);
        m_job = turn.make();
        connect(m_job.get(), &Job::progress, this, &JobRunner::noteProgress);
        connect(m_job.get(), &Job::failed, this, &JobRunner::noteFailure);
        // Queued: a job that ends within start() must not be gone before start() returns.
        connect(m_job.get(), &Job::finished, this, &JobRunner::ended, Qt::QueuedConnection);
        emit changed(turn.id);
        if (m_job)
            m_job->start();
    }
}

void JobRunner::noteProgress(const JobProgress &p) {
    JobRecord *job = record(m_runningId);
    if (!job || job->progress == p)
        return;
    job->progress = p;
    m_log.putProgress(*job);
    emit changed(job->id);
}

void JobRunner::noteFailure(const JobFailure &f, const Error &e) {
    JobRecord *job = record(m_runningId);
    if (!job || job->failures.size() >= JobRecord::MostFailures)
        return;
    job->failures.append(f);
    job->failures.last().error = e;
}

void JobRunner::ended(const JobEnd &end) {
    if (!m_job || sender() != m_job.get())
        return;
    m_job.release()->deleteLater();
    const qint64 id = std::exchange(m_runningId, 0);
    if (JobRecord *job = record(id)) {
        job->error = end.error;
        job->outcome = end.outcome;
        settle(*job, end.state);
    }
    next();
}

void JobRunner::settle(JobRecord &job, JobState state) {
    job.state = state;
    job.ended = m_clock.now();
    m_log.put(job);
    emit changed(job.id);
}

void JobRunner::cancel(qint64 id) {
    if (id == m_runningId && m_job) {
        m_job->cancel();
        return;
    }
    const auto at =
        std::find_if(m_queue.begin(), m_queue.end(), [id](const Waiting &w) { return w.id == id; });
    if (at == m_queue.end())
        return;
    m_queue.erase(at);
    if (JobRecord *job = record(id))
        settle(*job, JobState::Cancelled);
}

void JobRunner::cancelAll() {
    while (!m_queue.empty())
        cancel(m_queue.back().id);
    cancel(m_runningId);
}

bool JobRunner::canRetry(qint64 id) const {
    const JobRecord *job = find(id);
    const bool whole = job && job->state == JobState::Done && job->progress.failed == 0;
    return job && job->isOver() && !whole && makerOf(*job);
}

qint64 JobRunner::retry(qint64 id) {
    if (!canRetry(id))
        return 0;
    const JobRecord &old = *find(id);
    JobRecord again;
    again.kind = old.kind;
    again.title = old.title;
    again.asked = old.asked;
    again.file = old.file;
    return add(again, makerOf(old));
}

void JobRunner::remove(qint64 id) {
    const JobRecord *job = find(id);
    if (!job || !job->isOver())
        return;
    m_makers.erase(id);
    m_jobs.removeIf([id](const JobRecord &j) { return j.id == id; });
    m_log.remove(id);
    emit removed(id);
}

} // namespace latchkey
