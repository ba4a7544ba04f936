#include "ui/jobs/jobs_model.h"

#include "ui/format/words.h"
#include "ui/jobs/job_words.h"

namespace latchkey::ui {

JobsModel::JobsModel(JobRunner &jobs, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_jobs(jobs)
    , m_clock(clock) {
    for (const JobRecord &j : m_jobs.jobs())
        m_ids.prepend(j.id);
    connect(&m_jobs, &JobRunner::added, this, [this](qint64 id) {
        beginInsertRows({}, 0, 0);
        m_ids.prepend(id);
        endInsertRows();
    });
    connect(&m_jobs, &JobRunner::changed, this, [this](qint64 id) {
        const int row = rowOf(id);
        if (row >= 0)
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    });
    connect(&m_jobs, &JobRunner::removed, this, [this](qint64 id) {
        const int row = rowOf(id);
        if (row < 0)
            return;
        beginRemoveRows({}, row, row);
        m_ids.removeAt(row);
        endRemoveRows();
    });
}

int JobsModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int JobsModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

const JobRecord *JobsModel::jobAt(int row) const {
    return row >= 0 && row < m_ids.size() ? m_jobs.find(m_ids[row]) : nullptr;
}

int JobsModel::rowOf(qint64 id) const {
    return static_cast<int>(m_ids.indexOf(id));
}

QString JobsModel::text(const JobRecord &job, int column) const {
    switch (column) {
    case Title:
        return jobTitle(job);
    case State:
        return stateText(job);
    case Progress:
        return progressText(job);
    case Started:
        return job.started ? relativeTime(*job.started, m_clock.now()) : QString();
    case Took:
        return tookText(job, m_clock.now());
    default:
        return {};
    }
}

QVariant JobsModel::data(const QModelIndex &index, int role) const {
    const JobRecord *job = index.isValid() ? jobAt(index.row()) : nullptr;
    if (!job)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(*job, index.column());
    case Qt::DecorationRole:
        return index.column() == Title ? QVariant(themedIcon(jobIcon(job->kind))) : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == Started && job->started)
            return fullTime(*job->started, m_zone);
        if (index.column() == Title && !job->file.isEmpty())
            return QString(jobTitle(*job) + u'\n' + job->file);
        if (const QString result = jobResult(*job); index.column() == State && !result.isEmpty())
            return result;
        return text(*job, index.column());
    case ShareRole:
        if (job->state != JobState::Running || job->progress.total <= 0)
            return -1;
        return static_cast<int>(job->progress.seen * 1000 / job->progress.total);
    default:
        return {};
    }
}

QVariant JobsModel::headerData(int section, Qt::Orientation o, int role) const {
    if (o != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Job");
    case State:
        return tr("Status");
    case Progress:
        return tr("Progress");
    case Started:
        return tr("Started");
    case Took:
        return tr("Time taken");
    default:
        return {};
    }
}

} // namespace latchkey::ui
