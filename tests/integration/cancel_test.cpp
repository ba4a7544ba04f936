#include "core/services/jobs/bulk_job.h"
#include "core/services/jobs/check_job.h"
#include "core/services/jobs/job_runner.h"
#include "core/services/jobs/retention_job.h"
#include "core/services/key_export.h"
#include "core/services/key_import/import_job.h"
#include "core/services/log_import/log_import_job.h"
#include "core/services/rotation/kept_rotation.h"
#include "core/services/rotation/rotate_job.h"
#include "core/services/rotation/rotation_file.h"
#include "tests/support/build_speed.h"
#include "tests/support/test_vault.h"

#include <QFile>
#include <QSignalSpy>

using namespace latchkey;

namespace {

constexpr int Keys = 1'200, Lines = 12'000, OldRequests = 9'000;

/// A vault with something to do for every kind of job.
class Workplace {
public:
    TestVault v{Instant(1'791'720'000'000)};
    QList<KeyId> ids;

    Workplace() {
        v.open();
        QList<NewKey> keys;
        for (int i = 0; i < Keys; ++i) {
            const auto made = token::generate(QStringLiteral("lk"), Environment::Staging);
            NewKey k{made.id, made.verifier, {}, {QStringLiteral("Ana")}, v.clock.now()};
            k.config.name = QStringLiteral("Key %1").arg(i);
            k.config.environment = Environment::Staging;
            k.config.scopes = ScopeSet::parse(u"leads:read");
            keys.append(k);
            ids.append(made.id);
        }
        if (!waitFor(v.backend->createMany(keys)))
            qFatal("no keys");
        [&] { QTRY_COMPARE(v.ids().size(), Keys); }();
        write("in.csv", [](QFile &f) {
            f.write("name,environment,scopes,token\n");
            for (int i = 0; i < Keys; ++i)
                f.write(
                    "New,staging,leads:read," +
                    token::generate(QStringLiteral("lk"), Environment::Staging).token.view().toByteArray() +
                    '\n');
        });
        write("access.log", [this](QFile &f) {
            const QByteArray time = QByteArray::number(v.clock.now().ms());
            for (int i = 0; i < Lines; ++i)
                f.write("{\"time\":" + time + ",\"status\":200,\"path\":\"/" + QByteArray::number(i) +
                        "\"}\n");
        });
    }
    ~Workplace() { v.close(); }
    [[nodiscard]] QString path(const char *name) const { return v.dir.filePath(QLatin1StringView(name)); }
    void oldRequests() {
        QList<RequestRecord> rows;
        for (int i = 0; i < OldRequests; ++i) {
            RequestRecord r;
            r.at = v.clock.now().plusDays(-100).plusMs(i);
            r.status = 200;
            r.path = QStringLiteral("/");
            rows.append(r);
        }
        if (!waitFor(v.backend->requests()->append(rows)))
            qFatal("no requests");
    }
    [[nodiscard]] qint64 requests() { return waitFor(v.backend->requests()->count({}))->rows; }
    [[nodiscard]] QList<ApiKey> keys() { return *waitFor(v.backend->rows(ids)); }
    [[nodiscard]] KeySource source() const { return KeySource::of(ids); }

private:
    template<typename F>
    void write(const char *name, F fill) {
        QFile f(path(name));
        if (!f.open(QIODevice::WriteOnly))
            qFatal("no file");
        fill(f);
    }
};

/// One kind of job: how it is made, and how many pieces the vault (or the disk) shows it to have done.
struct Kind {
    QString name;
    std::function<std::unique_ptr<Job>(Workplace &)> make;
    std::function<qint64(Workplace &)> done;
    std::function<void(Workplace &)> prepare = {};
};

QList<Kind> kinds() {
    const auto named = [](const char *name) { return QString::fromLatin1(name); };
    const auto rotated = [](Workplace &w) {
        qint64 n = 0;
        for (const ApiKey &k : w.keys())
            n += k.credentialId != k.id ? 1 : 0;
        return n;
    };
    return {
        {named("bulk"),
         [](Workplace &w) {
             return std::make_unique<BulkJob>(
                 *w.v.service,
                 BulkJob::Task{w.source(), [](const ApiKey &) { return true; },
                               [&w](const ApiKey &k) { return w.v.service->planActive(k, false); }});
         },
         [](Workplace &w) {
             qint64 n = 0;
             for (const ApiKey &k : w.keys())
                 n += k.state == KeyState::Inactive ? 1 : 0;
             return n;
         }},
        {named("import"),
         [](Workplace &w) {
             const QString file = w.path("in.csv");
             const auto shape = ImportFile::look(file);
             return std::make_unique<ImportJob>(
                 *w.v.service, ImportJob::Task{file, *shape, guessMapping(shape->columns), false, {}, {}});
         },
         [](Workplace &w) {
             const auto audit = waitFor(w.v.backend->verifyAudit());
             return audit->rows - 1 - Keys;
         }},
        {named("export"),
         [](Workplace &w) {
             return std::make_unique<ExportJob>(
                 *w.v.backend, w.v.clock,
                 ExportJob::Task{w.source(), exportableFields(), FileFormat::Csv, w.path("out.csv")});
         },
         [](Workplace &w) { return QFile::exists(w.path("out.csv")) ? qint64(Keys) : -1; }},
        {named("logs"),
         [](Workplace &w) { return std::make_unique<LogImportJob>(*w.v.backend, w.path("access.log")); },
         [](Workplace &w) { return w.requests(); }},
        {named("retention"),
         [](Workplace &w) {
             return std::make_unique<RetentionJob>(*w.v.backend->requests(), 30, w.v.clock.now());
         },
         [](Workplace &w) { return OldRequests - w.requests(); }, [](Workplace &w) { w.oldRequests(); }},
        {named("check"), [](Workplace &w) { return std::make_unique<CheckJob>(*w.v.backend); },
         [](Workplace &) { return qint64(-1); }},
        {named("rotate"),
         [](Workplace &w) {
             return std::make_unique<RotateJob>(
                 *w.v.service, RotateJob::Task{w.source(), 3'600'000},
                 std::make_unique<RotationFile>(w.path("tokens.csv"), RotationFile::Style::Csv));
         },
         rotated},
        {named("rotateKept"),
         [](Workplace &w) {
             return std::make_unique<RotateJob>(*w.v.service,
                                                RotateJob::Task{KeySource::of(w.ids.mid(0, 60)), 3'600'000},
                                                std::make_unique<KeptRotation>(*w.v.service));
         },
         rotated},
    };
}

} // namespace

/// Every kind of job, cancelled at the start, after each of its chunks and at the end: it answers within half
/// a second, what it says it did is what is there, it stays cancelled, and the same work once more finishes
/// it.
class CancelTest : public QObject {
    Q_OBJECT
private slots:
    void everyJobAtEveryStage_data() {
        QTest::addColumn<int>("kind");
        for (int i = 0; i < kinds().size(); ++i)
            QTest::newRow(qPrintable(kinds().at(i).name)) << i;
    }

    void everyJobAtEveryStage() {
        QFETCH(int, kind);
        const Kind k = kinds().at(kind);
        // -1: while it waits; 0: as soon as it runs; n: after n words of progress. Until it is too late.
        bool late = false;
        for (int stage = -1; !late; stage += stage < 4 ? 1 : 20) {
            Workplace w;
            if (k.prepare)
                k.prepare(w);
            const QString list = w.path("jobs.jsonl");
            {
                JobRunner jobs(w.v.clock, list);
                JobRecord what;
                what.kind = k.name;
                what.title = k.name;
                qint64 before = 0;
                if (stage < 0) { // something runs before it
                    JobRecord first;
                    first.kind = first.title = QStringLiteral("check");
                    before = jobs.add(first, [&] { return std::make_unique<CheckJob>(*w.v.backend); });
                }
                int words = 0;
                bool cancelled = false;
                QElapsedTimer since;
                qint64 id = 0;
                const auto stop = [&] {
                    cancelled = true;
                    since.start();
                    jobs.cancel(id);
                };
                connect(&jobs, &JobRunner::changed, this, [&](qint64 changed) {
                    if (changed == id && stage > 0 && !cancelled && jobs.find(id)->progress.seen > 0 &&
                        ++words == stage)
                        stop();
                });
                id = jobs.add(what, [&] { return k.make(w); });
                QVERIFY(id != before);
                if (stage <= 0)
                    stop();
                QTRY_VERIFY_WITH_TIMEOUT(jobs.find(id)->isOver(), 60'000);
                late = !cancelled;
                if (cancelled)
                    QVERIFY2(since.elapsed() < 500 * timesSlower,
                             qPrintable(QStringLiteral("stage %1: %2 ms").arg(stage).arg(since.elapsed())));
                const JobRecord over = *jobs.find(id);
                QVERIFY(over.state == JobState::Cancelled || (stage > 0 && over.state == JobState::Done));
                if (stage == -1)
                    QCOMPARE(over.progress.seen, 0);
                jobs.cancel(id); // once more does nothing
                QTRY_VERIFY(jobs.isIdle());
                QCOMPARE(jobs.find(id)->state, over.state);
                const qint64 done = k.done(w);
                if (done >= 0)
                    QCOMPARE(done, over.progress.changed);
                if (over.state == JobState::Cancelled) {
                    QVERIFY(jobs.canRetry(id));
                    if (k.name == QStringLiteral("rotate") && QFile::exists(w.path("tokens.csv")))
                        QVERIFY(QFile::rename(w.path("tokens.csv"), w.path("tokens-1.csv")));
                    const qint64 again = jobs.retry(id);
                    QTRY_VERIFY_WITH_TIMEOUT(jobs.find(again)->isOver(), 60'000);
                    QCOMPARE(jobs.find(again)->state, JobState::Done);
                }
                jobs.remove(id);
                QVERIFY(!jobs.find(id));
            }
            // After a restart the list says the same.
            const JobRunner next(w.v.clock, list);
            for (const JobRecord &j : next.jobs())
                QVERIFY(j.isOver() && j.state != JobState::Interrupted);
            QVERIFY(waitFor(w.v.backend->verifyAudit())->intact);
        }
    }
};

QTEST_GUILESS_MAIN(CancelTest)
#include "cancel_test.moc"
