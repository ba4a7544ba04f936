#pragma once

#include "core/services/jobs/bulk_job.h"
#include "core/services/key_fields.h"

#include <QThreadPool>
#include <atomic>

class QSaveFile;

namespace latchkey {

enum class FileFormat { Csv, Json };

/// The first bytes, the rows, the last bytes of an export. Pure. Nothing in it opens anything: metadata only.
namespace key_export {
QByteArray head(FileFormat format, const QList<KeyField> &fields);
/// `first`: no row stands before it.
QByteArray row(FileFormat format, const QList<KeyField> &fields, const ApiKey &key, const QString &prefix,
               Instant now, bool first);
QByteArray tail(FileFormat format);
} // namespace key_export

/// Writes keys to a file that is there whole or not at all, readable by its owner only.
class ExportJob final : public Job {
    Q_OBJECT
public:
    struct Task {
        KeySource keys;
        QList<KeyField> fields;
        FileFormat format = FileFormat::Csv;
        QString path;
    };
    ExportJob(VaultBackend &backend, const Clock &clock, Task task);
    ~ExportJob() override;
    void start() override;
    void cancel() override;

private:
    void next();
    void finish(const JobEnd &end);

    static constexpr qsizetype Chunk = 500;
    VaultBackend &m_backend;
    const Clock &m_clock;
    Task m_task;
    std::shared_ptr<QSaveFile> m_file; ///< used by one thread at a time
    JobProgress m_progress;
    bool m_over = false;
    std::shared_ptr<std::atomic_bool> m_stop = std::make_shared<std::atomic_bool>(false);
    QThreadPool m_pool; // last: waits for its thread first
};

} // namespace latchkey
