#pragma once

#include "core/services/jobs/job.h"
#include "core/services/log_import/log_import.h"

namespace latchkey {

/// The import of one access log as a job. Its pieces are lines; those that cannot be read are its failures.
/// Once more, it goes on where the one before it stopped.
class LogImportJob final : public Job {
    Q_OBJECT
public:
    LogImportJob(VaultBackend &backend, const QString &path);
    void start() override;
    void cancel() override;

signals:
    void reported(const latchkey::LogImportReport &report);

private:
    void tell(int permille);
    void end(const LogImportReport &report);
    qsizetype m_told = 0; ///< lines that were named as failures
    LogImport m_import;
};

} // namespace latchkey
