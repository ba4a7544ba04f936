#include "core/services/jobs/check_job.h"
#include "tests/support/test_vault.h"
#include "ui/format/words.h"
#include "ui/jobs/job_words.h"
#include "ui/jobs/jobs_page.h"

#include <QPushButton>
#include <QTranslator>

using namespace latchkey;
using namespace latchkey::ui;

namespace {
/// Another language.
class Marks final : public QTranslator {
public:
    [[nodiscard]] QString translate(const char * /*context*/, const char *text, const char * /*comment*/,
                                    int /*n*/) const override {
        return u'!' + QString::fromUtf8(text);
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};
} // namespace

/// What the list of jobs says, of this window's jobs and of those before.
class JobListTest : public QObject {
    Q_OBJECT
private slots:
    /// In the language of the window that shows it; only rows of earlier versions have their own words.
    void aJobIsWordedWhenItIsShown() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("jobs/list.jsonl"));
        JobRecord job;
        job.id = 1;
        job.kind = QStringLiteral("bulk");
        job.asked = {{QStringLiteral("deed"), QStringLiteral("deactivate")}, {QStringLiteral("keys"), 5'200}};
        job.state = JobState::Failed;
        job.error = Error(ErrorCode::DiskFull, {{QStringLiteral("path"), QStringLiteral("/x")}});
        job.failures = {{{},
                         QStringLiteral("A"),
                         0,
                         Error({FieldError{QStringLiteral("name"), QStringLiteral("empty"), {}}})}};
        JobRecord old;
        old.id = 2;
        old.kind = job.kind;
        old.title = QStringLiteral("Deactivate 3 keys");
        old.result = QStringLiteral("Old words");
        old.state = JobState::Done;
        old.failures = {{{}, QStringLiteral("B"), 0, {}, QStringLiteral("Old reason")}};
        {
            JobLog log(path);
            QVERIFY(log.load().isEmpty());
            log.put(job);
            log.put(old);
        }
        const QList<JobRecord> jobs = JobLog(path).load();
        QVERIFY(jobs == QList<JobRecord>({job, old}));
        QCOMPARE(jobTitle(jobs[0]), QStringLiteral("Deactivate 5,200 keys"));
        QCOMPARE(jobResult(jobs[0]), sentence(*job.error));
        Marks marks;
        QVERIFY(QCoreApplication::installTranslator(&marks));
        QCOMPARE(jobTitle(jobs[0]), QStringLiteral("!Deactivate 5,200 keys"));
        QVERIFY2(jobResult(jobs[0]).contains(u'!'), qPrintable(jobResult(jobs[0])));
        QCOMPARE(jobTitle(jobs[1]), old.title);
        QCOMPARE(jobResult(jobs[1]), old.result);
        QCoreApplication::removeTranslator(&marks);
    }

    /// What failed is not among the done.
    void aJobCountsWhatWasDone() {
        JobRecord job;
        job.state = JobState::Done;
        job.progress = {2, 2, 1, 0, 1};
        QCOMPARE(progressText(job), QStringLiteral("1 of 2 · 1 failed"));
        QCOMPARE(stateText(job), QStringLiteral("Partly done"));
        job.progress = {2, 2, 2, 0, 0};
        QCOMPARE(progressText(job), QStringLiteral("2"));
        QCOMPARE(stateText(job), QStringLiteral("Done"));
        job.progress = {2, 2, 0, 0, 2};
        QCOMPARE(stateText(job), QStringLiteral("Failed"));
    }

    /// After a restart what its record alone makes runs again; of another it is said why it does not.
    void whatAnEarlierWindowLeft() {
        TestVault v;
        v.open();
        const QString list = v.dir.filePath(QStringLiteral("jobs.jsonl"));
        const auto check = [&v](const JobRecord &) { return std::make_unique<CheckJob>(*v.backend); };
        {
            JobRunner before(v.clock, list);
            for (const char *kind : {"bulk", "check"}) {
                JobRecord what;
                what.kind = what.title = QLatin1StringView(kind);
                before.add(what, [&] { return check({}); });
            }
        } // it goes while they run and wait
        JobRunner jobs(v.clock, list);
        jobs.setMaker(QStringLiteral("check"), check);
        JobsPage page(jobs, v.clock);
        const qint64 last = jobs.jobs().last().id;
        auto *retry = page.findChild<QPushButton *>(QStringLiteral("jobRetry"));
        page.select(jobs.jobs().first().id);
        QVERIFY(!retry->isEnabled());
        QVERIFY2(retry->toolTip().startsWith(QStringLiteral("Ask for it again")),
                 qPrintable(retry->toolTip()));
        page.select(last);
        QVERIFY(retry->isEnabled() && retry->toolTip().isEmpty());
        retry->click();
        QVERIFY(jobs.jobs().last().id > last);
        QTRY_COMPARE(jobs.jobs().last().state, JobState::Done);
        QVERIFY(!retry->isEnabled());
        QCOMPARE(retry->toolTip(), QStringLiteral("Nothing of it failed"));
    }
};

QTEST_MAIN(JobListTest)
#include "test_job_list.moc"
