#pragma once

#include "core/services/jobs/job.h"

#include <QFile>
#include <map>

namespace latchkey {

/// The list of jobs on disk: JSON Lines, 0600, the last line about a job holds. A line is written with one
/// call, so that a killed program loses at most the line it was writing; nothing here waits for the disk.
class JobLog {
public:
    /// An empty path keeps nothing.
    explicit JobLog(const QString &path);
    ~JobLog();
    JobLog(const JobLog &) = delete;
    JobLog &operator=(const JobLog &) = delete;
    /// What an earlier program left, oldest first; what was running or waiting then is Interrupted. The file
    /// is written anew, without what no longer counts. False lines are skipped.
    QList<JobRecord> load();
    void put(const JobRecord &job);
    /// A short line: how far it is.
    void putProgress(const JobRecord &job);
    void remove(qint64 id);

    static constexpr int MostKept = 200;

private:
    void write(const QJsonObject &line);
    bool writeAll(const QList<JobRecord> &jobs);
    QString m_path;
    QFile m_file;
};

QString toWord(JobState s);

} // namespace latchkey
