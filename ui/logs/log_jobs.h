#pragma once

#include "core/backend/vault_backend.h"
#include "core/services/jobs/job_runner.h"
#include "core/services/log_import/log_import.h"
#include "ui/feedback/banner_area.h"

namespace latchkey::ui {

/// What came of the import of a log.
QString logImportResult(const JobRecord &job);

/// The long work on requests, as jobs: the import of an access log, and retention. Each ends with a notice.
class LogJobs : public QObject {
    Q_OBJECT
public:
    /// `banners` are those of the page that shows requests.
    LogJobs(VaultBackend &backend, JobRunner &jobs, Feedback &feedback, BannerArea &banners, QObject *parent);
    void importFile(const QString &file);
    /// Of that file, for the job whose turn it is.
    [[nodiscard]] std::unique_ptr<Job> makeImport(const QString &file);
    /// `asked`: when the dry run was seen.
    void retain(int days, Instant asked);

signals:
    void jobWanted(qint64 job); ///< show it

private:
    /// An import with lines that couldn't be read, which nobody has looked at.
    struct Unread {
        qint64 job = 0;
        qint64 lines = 0;
    };
    void tellImport(const LogImportReport &report, qint64 job);
    void showUnread();
    VaultBackend &m_backend;
    JobRunner &m_jobs;
    Feedback &m_feedback;
    BannerArea &m_banners;
    QList<Unread> m_unread; ///< oldest first
};

} // namespace latchkey::ui
