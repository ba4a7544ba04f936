#include "core/secrets/session_store.h"
#include "core/services/jobs/bulk_job.h"
#include "core/services/jobs/job_runner.h"
#include "core/services/key_import/import_job.h"
#include "core/services/rotation/rotate_job.h"
#include "core/services/rotation/rotation_file.h"
#include "core/storage/local_vault.h"

#include <QCoreApplication>
#include <algorithm>
#include <cstdio>

using namespace latchkey;

/// `kill9_jobs VAULT LIST bulk`: switches all keys off and on as jobs, again and again; `… import FILE`:
/// imports FILE; `… rotate FILE`: rotates all keys, with their new tokens in FILE-1, FILE-2 …. Says on its
/// output what was acknowledged. Runs until killed, or until the import is over.
int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    const QStringList args = QCoreApplication::arguments();
    SystemClock clock;
    auto opened = openLocalVault(args.value(1), {}, clock);
    while (!opened.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    if (!opened.result())
        return 2;
    const std::shared_ptr<VaultBackend> vault = *opened.result();
    SessionStore secrets;
    KeyService service(*vault, secrets, clock, Principal{QStringLiteral("Ana"), true, true, {}});
    JobRunner jobs(clock, args.value(2));
    QObject::connect(&jobs, &JobRunner::changed, &app, [&](qint64 id) {
        const JobRecord &job = *jobs.find(id);
        std::printf("%lld %lld\n", static_cast<long long>(id), static_cast<long long>(job.progress.changed));
        std::fflush(stdout);
    });
    JobRecord what;
    what.kind = args.value(3);
    what.title = what.kind;
    if (what.kind == QStringLiteral("import")) {
        const QString file = args.value(4);
        const auto shape = ImportFile::look(file);
        if (!shape)
            return 3;
        jobs.add(what, [&]() -> std::unique_ptr<Job> {
            return std::make_unique<ImportJob>(
                service, ImportJob::Task{file, *shape, guessMapping(shape->columns), false, {}, {}});
        });
        while (!jobs.isIdle())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        return 0;
    }
    QList<KeyId> ids;
    for (bool complete = false; !complete;) {
        auto list = vault->list({});
        while (!list.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        complete = list.result() && (*list.result())->complete();
        ids.clear();
        for (qsizetype i = 0; complete && i < (*list.result())->size(); ++i)
            ids.append((*list.result())->idAt(i));
    }
    std::sort(ids.begin(), ids.end());
    for (int n = 1; what.kind == QStringLiteral("rotate"); ++n) {
        jobs.add(what, [&]() -> std::unique_ptr<Job> {
            const QString file = args.value(4) + QStringLiteral("-%1").arg(n);
            return std::make_unique<RotateJob>(
                service, RotateJob::Task{KeySource::of(ids), 3'600'000},
                std::make_unique<RotationFile>(file, RotationFile::Style::Csv));
        });
        while (!jobs.isIdle())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    }
    for (bool active = false;; active = !active) {
        jobs.add(what, [&, active]() -> std::unique_ptr<Job> {
            return std::make_unique<BulkJob>(
                service,
                BulkJob::Task{KeySource::of(ids),
                              [active](const ApiKey &k) { return (k.state == KeyState::Active) != active; },
                              [&, active](const ApiKey &k) { return service.planActive(k, active); }});
        });
        while (!jobs.isIdle())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    }
}
