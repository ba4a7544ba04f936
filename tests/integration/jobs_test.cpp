#include "core/services/jobs/bulk_job.h"
#include "core/services/jobs/check_job.h"
#include "core/services/jobs/job_runner.h"
#include "core/services/key_export.h"
#include "core/services/key_import/import_job.h"
#include "core/token/token.h"
#include "tests/support/build_speed.h"
#include "tests/support/test_vault.h"

#include <QDirIterator>
#include <QElapsedTimer>

using namespace latchkey;

namespace {

/// A job run to its end, and what it said.
struct Run {
    JobEnd end;
    JobProgress progress;
    QStringList failures; ///< "line: code"
    QStringList names;    ///< of what failed
};

Run run(Job &job, const std::function<void(const JobProgress &)> &watch = {}) {
    Run r;
    QEventLoop loop;
    bool over = false;
    QObject::connect(&job, &Job::progress, &loop, [&](const JobProgress &p) {
        r.progress = p;
        if (watch)
            watch(p);
    });
    QObject::connect(&job, &Job::failed, &loop, [&](const JobFailure &f, const Error &e) {
        r.names.append(f.name);
        r.failures.append(QStringLiteral("%1: %2").arg(f.line).arg(
            e.fields.isEmpty() ? QString::number(static_cast<int>(e.code)) : e.fields.first().code));
    });
    QObject::connect(&job, &Job::finished, &loop, [&](const JobEnd &end) {
        if (over)
            qFatal("finished twice");
        over = true;
        r.end = end;
        loop.quit();
    });
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    job.start();
    if (!over)
        loop.exec();
    if (!over)
        qFatal("the job did not end");
    return r;
}

void fill(TestVault &v, int count) {
    QList<NewKey> keys;
    for (int i = 0; i < count; ++i) {
        const auto made = token::generate(QStringLiteral("lk"), Environment::Staging);
        NewKey k{made.id, made.verifier, {}, {QStringLiteral("Ana")}, v.clock.now()};
        k.config.name = QStringLiteral("Key %1").arg(i);
        k.config.environment = Environment::Staging;
        k.config.scopes = ScopeSet::parse(u"leads:read");
        keys.append(k);
    }
    const auto done = waitFor(v.backend->createMany(keys));
    QVERIFY(done);
    for (const Result<ApiKey> &one : *done)
        QVERIFY(one);
}

/// All keys, waiting for the index to know as many.
QList<ApiKey> all(TestVault &v, int count) {
    QList<KeyId> ids;
    [&] { QTRY_COMPARE((ids = v.ids()).size(), count); }();
    return *waitFor(v.backend->rows(ids));
}

QByteArray read(const QString &path) {
    QFile f(path);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes) {
    QFile f(path);
    QVERIFY(f.open(QIODevice::WriteOnly));
    QCOMPARE(f.write(bytes), bytes.size());
}

struct Imported : Run {
    ImportReport report;
};

Imported import(TestVault &v, const QString &path, bool dry, const QString &tokenFile = {},
                const QByteArray &hash = {}) {
    const auto shape = ImportFile::look(path);
    if (!shape)
        qFatal("not a file of keys");
    ImportJob job(*v.service, {path, *shape, guessMapping(shape->columns), dry, tokenFile, hash});
    Imported i;
    QObject::connect(&job, &ImportJob::reported, &job, [&](const ImportReport &r) { i.report = r; });
    static_cast<Run &>(i) = run(job);
    return i;
}

} // namespace

/// Changes of many keys, export and import on a real vault.
class JobsTest : public QObject {
    Q_OBJECT
private slots:
    /// 10,000 keys; somebody else changes some in the middle of it.
    void bulkWithConflictsInTheMiddle() {
        constexpr int All = 10'000;
        TestVault v;
        v.open();
        fill(v, All);
        const QList<ApiKey> before = all(v, All);
        QList<KeyId> ids;
        for (const ApiKey &k : before)
            ids.append(k.id);
        // Planned from what they were; three have moved on by then.
        const QSet<KeyId> moved{before[700].id, before[5'000].id, before[9'999].id};
        BulkReport report;
        BulkJob job(*v.service,
                    {KeySource::of(ids), [](const ApiKey &k) { return k.state == KeyState::Active; },
                     [&](const ApiKey &k) {
                         auto plan = v.service->planActive(k, false);
                         if (plan && moved.contains(k.id))
                             --plan->expectedVersion;
                         return plan;
                     }});
        connect(&job, &BulkJob::reported, this, [&](const BulkReport &r) { report = r; });
        const Run r = run(job);
        QCOMPARE(r.end.state, JobState::Done);
        QCOMPARE(report.done.size(), All - 3);
        QCOMPARE(QSet<KeyId>(report.failed.begin(), report.failed.end()), moved);
        QCOMPARE(r.progress, (JobProgress{All, All, All - 3, 0, 3}));
        qint64 versions = 0;
        for (const ApiKey &k : all(v, All)) {
            QCOMPARE(k.state, moved.contains(k.id) ? KeyState::Active : KeyState::Inactive);
            versions += k.version;
        }
        const auto audit = waitFor(v.backend->verifyAudit());
        QVERIFY(audit->intact);
        QCOMPARE(audit->rows, versions + 1); // each change has its row
    }

    void cancelledStaysCancelledAtEveryStage() {
        constexpr int All = 3'000;
        TestVault v;
        v.open();
        fill(v, All);
        QList<KeyId> ids;
        for (const ApiKey &k : all(v, All))
            ids.append(k.id);
        for (const qint64 stage : {0, 500, 1'000, 2'000}) { // later the last chunk is under way
            BulkJob job(*v.service, {KeySource::of(ids), [](const ApiKey &) { return true; },
                                     [&](const ApiKey &k) {
                                         return v.service->planEdit(
                                             k,
                                             [&] {
                                                 KeyConfig c = k.config;
                                                 c.note = QStringLiteral("stage %1").arg(stage);
                                                 return c;
                                             }(),
                                             QStringLiteral("key.edit"));
                                     }});
            QElapsedTimer since;
            const Run r = run(job, [&](const JobProgress &p) {
                if (p.seen >= stage && !since.isValid()) {
                    since.start();
                    job.cancel();
                }
            });
            QCOMPARE(r.end.state, JobState::Cancelled);
            QVERIFY(since.elapsed() < 500 * timesSlower);
            const QString note = QStringLiteral("stage %1").arg(stage);
            qint64 changed = 0;
            for (const ApiKey &k : all(v, All))
                changed += k.config.note == note ? 1 : 0;
            QCOMPARE(changed, r.progress.changed); // the count is the truth
            QVERIFY(changed < All);
        }
    }

    void exportedAndImportedBackNothingChanges() {
        TestVault v;
        v.open();
        fill(v, 1'200);
        KeyConfig odd = v.config();
        odd.name = QStringLiteral("=cmd, \"quoted\" é");
        odd.customers = {QStringLiteral("a;b"), QStringLiteral("c\\d")};
        odd.allowedIps = parseIpRanges(QStringLiteral("10.0.0.0/8\n::1"), nullptr);
        odd.limits.set(RatePeriod::Minute, 60);
        odd.note = QStringLiteral("two\nlines");
        odd.tags = {QStringLiteral("x"), QStringLiteral("y")};
        odd.expires = v.clock.now().plusDays(30);
        QVERIFY(waitFor(v.service->create(odd)));
        QList<KeyId> ids;
        for (const ApiKey &k : all(v, 1'201))
            ids.append(k.id);
        for (const FileFormat format : {FileFormat::Csv, FileFormat::Json}) {
            const QString path = v.dir.filePath(QStringLiteral("keys.%1").arg(static_cast<int>(format)));
            ExportJob job(*v.backend, v.clock, {KeySource::of(ids), exportableFields(), format, path});
            const Run out = run(job);
            QCOMPARE(out.end.state, JobState::Done);
            QCOMPARE(out.progress.changed, 1'201);
            QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
            const QByteArray file = read(path);
            QVERIFY(!file.contains("\n=") && !file.contains(",="));
            QCOMPARE(file.count("leads:read"), 1'201);
            const Imported in = import(v, path, true);
            QCOMPARE(in.end.state, JobState::Done);
            QCOMPARE(in.failures, QStringList());
            QCOMPARE(in.report.unchanged, 1'201);
            QCOMPARE(in.report.created + in.report.changed, 0);
        }
    }

    void aCancelledExportLeavesTheOldFile() {
        TestVault v;
        v.open();
        fill(v, 2'000);
        QList<KeyId> ids;
        for (const ApiKey &k : all(v, 2'000))
            ids.append(k.id);
        const QString path = v.dir.filePath(QStringLiteral("keys.csv"));
        write(path, "before");
        ExportJob job(*v.backend, v.clock, {KeySource::of(ids), exportableFields(), FileFormat::Csv, path});
        const Run r = run(job, [&](const JobProgress &p) {
            if (p.seen >= 500)
                job.cancel();
        });
        QCOMPARE(r.end.state, JobState::Cancelled);
        QCOMPARE(read(path), QByteArray("before"));
        ExportJob nowhere(*v.backend, v.clock,
                          {KeySource::of(ids), exportableFields(), FileFormat::Csv,
                           v.dir.filePath(QStringLiteral("no/such/keys.csv"))});
        QCOMPARE(run(nowhere).end.state, JobState::Failed);
    }

    /// What the dry run says is what happens, and a second run finds nothing to do.
    void theDryRunIsTheImport() {
        TestVault v;
        v.open();
        const ApiKey known = waitFor(v.service->create(v.config()))->key;
        const auto brought = token::generate(QStringLiteral("lk"), Environment::Staging);
        const auto other = token::generate(QStringLiteral("zz"), Environment::Staging);
        const QByteArray token = brought.token.view().toByteArray();
        const QString path = v.dir.filePath(QStringLiteral("in.csv"));
        QByteArray file = "Key ID,API Key,Name,Env,Permissions,Owner,Expires,State\n";
        file += known.id.view().toByteArray() + ",," + known.config.name.toUtf8() + ",,leads:read,Ben,,\n";
        file += "," + token + ",Brought,stage,leads:read,,2099-01-01,active\n";
        file += ",,No token,stage,leads:read,,,\n";
        file += "," + token.chopped(1) + "x,Mistyped,stage,leads:read,,,\n";
        file += "," + other.token.view().toByteArray() + ",Foreign,stage,leads:read,,,\n";
        file += "," + token + ",Again,stage,leads:read,,,\n";
        file += ",," + token + ",stage,leads:read,,,\n"; // a token in the name
        file += ",\"broken,row\n";
        file += ",,Bad time,stage,leads:read,,tomorrow,\n";
        file += ",,No scope,stage,,,,\n";
        write(path, file);
        const Imported dry = import(v, path, true);
        QCOMPARE(dry.end.state, JobState::Done);
        QCOMPARE(dry.report.created, 1);
        QCOMPARE(dry.report.changed, 1);
        const QStringList expected{QStringLiteral("4: noToken"),     QStringLiteral("5: notAToken"),
                                   QStringLiteral("6: otherPrefix"), QStringLiteral("7: twice"),
                                   QStringLiteral("8: tokenInText"), QStringLiteral("9: unclosedQuote"),
                                   QStringLiteral("10: noToken"),    QStringLiteral("11: noToken")};
        QCOMPARE(dry.failures, expected);
        QCOMPARE(v.ids().size(), 1); // nothing is written
        QStringList named;
        for (const ImportReport::NamedRow &row : dry.report.named)
            named.append(
                QStringLiteral("%1 %2 %3").arg(row.line).arg(row.name).arg(static_cast<int>(row.fate)));
        QCOMPARE(named, QStringList({QStringLiteral("2 %1 1").arg(known.config.name), // changed
                                     QStringLiteral("3 Brought 0")}));                // new
        const Imported real = import(v, path, false, {}, dry.report.fileHash);
        QCOMPARE(real.failures, expected);
        QCOMPARE(real.report.created, 1);
        QCOMPARE(real.report.changed, 1);
        const auto found = waitFor(v.backend->findByCredential(brought.id, brought.verifier));
        QVERIFY(found);
        QCOMPARE(found->config.name, QStringLiteral("Brought"));
        const auto changed = waitFor(v.backend->rows({known.id}));
        QCOMPARE(changed->first().config.owner, QStringLiteral("Ben"));
        const Imported again = import(v, path, true);
        QCOMPARE(again.report.created + again.report.changed, 0);
        QCOMPARE(again.report.unchanged, 2);
        QVERIFY(real.report.named.isEmpty());
        QCOMPARE(again.report.named.size(), 2);
        // The token is nowhere on the disk but in the file that it came in.
        v.close();
        QFile::remove(path);
        QDirIterator files(v.dir.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext())
            QVERIFY(!read(files.next()).contains(token));
    }

    /// A key of SendGrid's in the name is told to nobody, whatever is wrong with its row.
    void aRowIsNotCalledByAKey() {
        TestVault v;
        v.open();
        const QByteArray key = "SG." + QByteArray(22, 'a') + '.' + QByteArray(43, 'b');
        const QString path = v.dir.filePath(QStringLiteral("in.csv"));
        write(path, "Name,API Key,Env,Permissions\nPlain,,stage,leads:read\n" + key + ",,stage,leads:read\n" +
                        key + ",none,stage,leads:read\n");
        const Imported dry = import(v, path, true);
        QCOMPARE(dry.failures, QStringList({QStringLiteral("2: noToken"), QStringLiteral("3: noToken"),
                                            QStringLiteral("4: notAToken")}));
        QCOMPARE(dry.names, QStringList({QStringLiteral("Plain"), QString(), QString()}));
    }

    /// However long the file is, only its first keys are named; all are counted.
    void aDryRunNamesTheFirstKeys() {
        TestVault v;
        v.open();
        const QString path = v.dir.filePath(QStringLiteral("in.csv"));
        const int rows = ImportReport::MostNamed + 50;
        QByteArray file = "name,env,scopes\n";
        for (int i = 0; i < rows; ++i)
            file += "Key " + QByteArray::number(i) + ",dev,leads:read\n";
        write(path, file);
        const Imported dry = import(v, path, true, v.dir.filePath(QStringLiteral("new.csv")));
        QCOMPARE(dry.report.created, rows);
        QCOMPARE(dry.report.named.size(), ImportReport::MostNamed);
        QCOMPARE(dry.report.named.first().name, QStringLiteral("Key 0"));
        QCOMPARE(dry.report.namedOf[0], ImportReport::MostNamed);
    }

    /// Before anything is written it is known what an empty cell would take away, and which permissions the
    /// catalogue doesn't know; also by name of what changes.
    void aDryRunWarns() {
        TestVault v;
        v.open();
        KeyConfig c = v.config();
        c.owner = QStringLiteral("Ben");
        c.customers = {QStringLiteral("cus_1")};
        c.limits.set(RatePeriod::Minute, 60);
        const ApiKey full = waitFor(v.service->create(c))->key;
        c = v.config(QStringLiteral("Bare"));
        c.scopes = ScopeSet::parse(u"leads:read odd:kept");
        const ApiKey bare = waitFor(v.service->create(c))->key;
        const QString path = v.dir.filePath(QStringLiteral("in.csv"));
        QByteArray file = "id,name,env,expires,owner,limit_minute,customers,note,scopes\n";
        file += full.id.view().toByteArray() + ",CRM sync,,,,,,,leads:read leads:write odd:one\n";
        file += bare.id.view().toByteArray() + ",Bare,,never,,,,Hello,leads:read odd:kept\n";
        file += ",Fresh,dev,,,,,,odd:one odd:two\n";
        write(path, file);
        const Imported dry = import(v, path, true, v.dir.filePath(QStringLiteral("new.csv")));
        QCOMPARE(dry.failures, QStringList());
        QCOMPARE(dry.report.emptying, 1);
        QCOMPARE(dry.report.granting, 2);
        QCOMPARE(dry.report.unknownScopes.toString(), QStringLiteral("odd:one odd:two"));
        QCOMPARE(dry.report.named.size(), 3);
        const ImportReport::NamedRow &first = dry.report.named[0], &second = dry.report.named[1];
        QCOMPARE(first.emptied, (QList<KeyField>{KeyField::LimitMinute, KeyField::Customers,
                                                 KeyField::Expires, KeyField::Owner}));
        QCOMPARE(first.unknown.toString(), QStringLiteral("odd:one"));
        QCOMPARE(first.before.owner, QStringLiteral("Ben"));
        QVERIFY(first.after.owner.isEmpty() && !first.after.expires);
        QVERIFY(!second.warns()); // it says never, and what it has is not given anew
        QCOMPARE(second.after.note, QStringLiteral("Hello"));
        QCOMPARE(dry.report.named[2].unknown.toString(), QStringLiteral("odd:one odd:two"));
    }

    void newTokensAreOnTheDiskFirst() {
        TestVault v;
        v.open();
        const QString path = v.dir.filePath(QStringLiteral("in.json"));
        write(path, "[{\"name\":\"One\",\"environment\":\"dev\",\"scopes\":[\"leads:read\"]},"
                    "                        "
                    "{\"name\":\"Two\",\"environment\":\"live\",\"scopes\":[\"leads:read\",\"leads:write\"],"
                    "\"limits\":{\"minute\":60}}]");
        const QString tokens = v.dir.filePath(QStringLiteral("new.csv"));
        QCOMPARE(import(v, path, true, tokens).report.created, 2);
        QVERIFY(!QFile::exists(tokens)); // a dry run makes nothing
        QCOMPARE(import(v, path, false, tokens).report.created, 2);
        QCOMPARE(QFile::permissions(tokens) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const QList<QByteArray> lines = read(tokens).trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        for (const QByteArray &line : lines.mid(1)) {
            const QByteArray token = line.trimmed().split(',').last();
            const auto parsed = token::parse(token);
            QVERIFY(parsed);
            QVERIFY(waitFor(v.backend->findByCredential(parsed->id, token::verifierOf(token))));
        }
        QCOMPARE(import(v, path, false, tokens).end.state, JobState::Failed); // never over a file
    }

    void anotherFileThanCheckedIsRefused() {
        TestVault v;
        v.open();
        const QString path = v.dir.filePath(QStringLiteral("in.csv"));
        write(path, "name,env,scopes\nA,dev,leads:read\n");
        const QString tokens = v.dir.filePath(QStringLiteral("new.csv"));
        const Imported dry = import(v, path, true, tokens);
        write(path, "name,env,scopes\nB,dev,leads:read\n");
        const Imported real = import(v, path, false, tokens, dry.report.fileHash);
        QCOMPARE(real.end.state, JobState::Failed);
        QCOMPARE(real.end.error->fields.first().code, QStringLiteral("fileChanged"));
        QCOMPARE(v.ids().size(), 0);
    }

    void nobodyImportsMoreThanTheyHold() {
        TestVault v;
        v.open();
        KeyService limited(*v.backend, v.secrets, v.clock,
                           Principal{QStringLiteral("Ben"), true, false, ScopeSet::parse(u"leads:read")});
        const QString path = v.dir.filePath(QStringLiteral("in.csv"));
        write(path, "name,env,scopes\nA,dev,leads:read\nB,dev,leads:delete\n");
        const auto shape = ImportFile::look(path);
        ImportJob job(limited, {path,
                                *shape,
                                guessMapping(shape->columns),
                                false,
                                v.dir.filePath(QStringLiteral("new.csv")),
                                {}});
        const Run r = run(job);
        QCOMPARE(r.failures, QStringList{QStringLiteral("3: notHeld")});
        QCOMPARE(r.progress.changed, 1);
    }

    void theListSurvivesTruthfully() {
        TestVault v;
        v.open();
        fill(v, 1'500);
        QList<KeyId> ids;
        for (const ApiKey &k : all(v, 1'500))
            ids.append(k.id);
        const QString file = v.dir.filePath(QStringLiteral("jobs/list.jsonl"));
        const auto maker = [&]() -> std::unique_ptr<Job> {
            return std::make_unique<BulkJob>(
                *v.service, BulkJob::Task{KeySource::of(ids), [](const ApiKey &) { return true; },
                                          [&](const ApiKey &k) { return v.service->planActive(k, false); }});
        };
        JobRecord what;
        what.kind = QStringLiteral("bulk");
        what.title = QStringLiteral("Deactivate");
        {
            JobRunner jobs(v.clock, file);
            const qint64 first = jobs.add(what, maker);
            const qint64 second = jobs.add(what, maker);
            const qint64 third = jobs.add(what, maker);
            jobs.cancel(third);
            QCOMPARE(jobs.find(third)->state, JobState::Cancelled);
            QTRY_COMPARE(jobs.find(first)->state, JobState::Done);
            QCOMPARE(jobs.find(first)->progress.changed, 1'500);
            QEventLoop part; // ends with the first chunk: a poll could find the whole job done
            connect(&jobs, &JobRunner::changed, &part, [&] {
                if (jobs.find(second)->progress.seen >= 500)
                    part.quit();
            });
            QTimer::singleShot(30'000, &part, &QEventLoop::quit);
            if (jobs.find(second)->progress.seen < 500)
                part.exec();
            QCOMPARE(jobs.find(second)->state, JobState::Running);
            QVERIFY(jobs.find(second)->progress.seen >= 500);
        } // it goes while the second runs
        JobRunner again(v.clock, file);
        QCOMPARE(again.jobs().size(), 3);
        QCOMPARE(again.jobs()[0].state, JobState::Done);
        QCOMPARE(again.jobs()[1].state, JobState::Interrupted);
        QVERIFY(again.jobs()[1].progress.seen >= 500);
        QCOMPARE(again.jobs()[2].state, JobState::Cancelled);
        QVERIFY(!again.canRetry(again.jobs()[1].id));
        again.remove(again.jobs()[0].id);
        JobRunner last(v.clock, file);
        QCOMPARE(last.jobs().size(), 2);
        // A torn line, as a kill leaves it, and rubbish are passed over.
        QFile torn(file);
        QVERIFY(torn.open(QIODevice::Append));
        torn.write("{\"job\":99,\"sta");
        torn.close();
        QCOMPARE(JobRunner(v.clock, file).jobs().size(), 2);
    }

    void theVaultIsChecked() {
        TestVault v;
        v.open();
        fill(v, 600);
        (void)all(v, 600);
        CheckJob job(*v.backend);
        const Run r = run(job);
        QCOMPARE(r.end.state, JobState::Done);
        QCOMPARE(r.progress.seen, 600);
        CheckJob stopped(*v.backend);
        QTimer::singleShot(0, &stopped, &Job::cancel);
        QCOMPARE(run(stopped).end.state, JobState::Cancelled);
    }
};

QTEST_GUILESS_MAIN(JobsTest)
#include "jobs_test.moc"
