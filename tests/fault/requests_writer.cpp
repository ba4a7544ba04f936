#include "core/backend/request_log.h"
#include "core/services/jobs/job_runner.h"
#include "core/services/jobs/retention_job.h"
#include "core/services/log_import/log_import_job.h"
#include "core/storage/local_vault.h"

#include <QCoreApplication>
#include <cstdio>

using namespace latchkey;

/// `import VAULT LOG` reads the log, `retention VAULT DAYS NOW` removes; each says when it begins. Made to be
/// killed.
int main(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 4)
        return 2;
    SystemClock clock;
    auto opened = openLocalVault(words[2], {}, clock);
    while (!opened.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    if (!opened.result())
        return 3;
    const std::shared_ptr<VaultBackend> vault = *opened.result();
    std::puts("go");
    std::fflush(stdout);
    JobRunner jobs(clock, words[2] + QStringLiteral(".jobs"));
    JobRecord what;
    what.kind = what.title = words[1];
    const qint64 id = jobs.add(what, [&]() -> std::unique_ptr<Job> {
        if (words[1] == QStringLiteral("retention"))
            return std::make_unique<RetentionJob>(*vault->requests(), words[3].toInt(),
                                                  Instant(words.value(4).toLongLong()));
        return std::make_unique<LogImportJob>(*vault, words[3]);
    });
    while (!jobs.isIdle())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    return jobs.find(id)->state == JobState::Done ? 0 : 4;
}
