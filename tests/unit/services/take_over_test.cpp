#include "core/services/jobs/bulk_job.h"
#include "core/services/key_copy/take_over_job.h"
#include "tests/support/test_vault.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;

class TakeOverTest : public QObject {
    Q_OBJECT
    std::unique_ptr<TestVault> here, there;

    static ApiKey add(TestVault &v, const QString &name, const std::function<void(KeyConfig &)> &more = {}) {
        KeyConfig c = v.config(name);
        if (more)
            more(c);
        return waitFor(v.service->create(c))->key;
    }
    static KeyConfig find(TestVault &v, const QString &name) {
        const auto rows = waitFor(v.backend->rows(v.ids(name)));
        return rows->isEmpty() ? KeyConfig() : rows->first().config;
    }
    TakeOverJob::Task task(bool dryRun = false) const {
        TakeOverJob::Task t;
        t.from = {std::shared_ptr<KeyService>(), there->service.get()};
        t.dryRun = dryRun;
        t.tokenFile = here->dir.filePath(QStringLiteral("new.csv"));
        return t;
    }
    QString tokens() const {
        QFile f(here->dir.filePath(QStringLiteral("new.csv")));
        return f.open(QIODevice::ReadOnly) ? QString::fromUtf8(f.readAll()) : QString();
    }
    ImportReport run(const TakeOverJob::Task &t, QStringList *refused = nullptr) {
        TakeOverJob job(*here->service, t);
        ImportReport report;
        connect(&job, &TakeOverJob::reported, this, [&](const ImportReport &r) { report = r; });
        connect(&job, &Job::failed, this, [&](const JobFailure &f, const Error &e) {
            if (refused)
                refused->append(
                    f.name + u':' +
                    (e.fields.isEmpty() ? QString::number(static_cast<int>(e.code)) : e.fields.first().code));
        });
        QSignalSpy done(&job, &Job::finished);
        job.start();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 20'000); }();
        return report;
    }
    static QString counts(const ImportReport &r) {
        return QStringLiteral("%1 new %2 changed %3 unchanged %4 refused")
            .arg(r.created)
            .arg(r.changed)
            .arg(r.unchanged)
            .arg(r.invalid);
    }
private slots:
    void init() {
        here = std::make_unique<TestVault>();
        there = std::make_unique<TestVault>();
        here->open();
        there->open();
    }
    void cleanup() {
        here->close();
        there->close();
    }

    void newOnesAndWhatOthersLack() {
        add(*there, QStringLiteral("CRM"), [](KeyConfig &c) {
            c.owner = QStringLiteral("Ana");
            c.note = QStringLiteral("From there");
            c.tags = QStringList{QStringLiteral("b"), QStringLiteral("c")};
            c.storedIn = QStringLiteral("There");
            c.scopes = ScopeSet::parse(u"leads:read");
        });
        add(*there, QStringLiteral("Mail"), [](KeyConfig &c) { c.limits.set(RatePeriod::Minute, 5); });
        add(*there, QStringLiteral("Same"));
        add(*here, QStringLiteral("Same"));
        const ApiKey mine = add(*here, QStringLiteral("CRM"), [](KeyConfig &c) {
            c.note = QStringLiteral("Mine");
            c.tags = QStringList{QStringLiteral("a"), QStringLiteral("b")};
        });
        // The dry run says it and writes nothing.
        const ImportReport dry = run(task(true));
        QCOMPARE(counts(dry), QStringLiteral("1 new 1 changed 1 unchanged 0 refused"));
        QVERIFY(dry.complete);
        for (const ImportReport::NamedRow &row : dry.named) {
            if (row.fate != ImportReport::Fate::Changed)
                continue;
            QCOMPARE(row.before, mine.config);
            QCOMPARE(row.after.owner, QStringLiteral("Ana"));
        }
        QCOMPARE(here->ids().size(), 2);
        QVERIFY(tokens().isNull());
        const ImportReport report = run(task());
        QCOMPARE(counts(report), counts(dry));
        const KeyConfig crm = find(*here, QStringLiteral("CRM"));
        QCOMPARE(crm.owner, QStringLiteral("Ana"));
        QCOMPARE(crm.note, QStringLiteral("Mine")); // nothing is overwritten
        QCOMPARE(crm.tags, (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        QCOMPARE(crm.scopes, mine.config.scopes);
        QVERIFY(crm.storedIn.isEmpty());
        QCOMPARE(find(*here, QStringLiteral("Mail")).limits.get(RatePeriod::Minute), 5);
        // A token of its own, in the file only.
        const QStringList lines = tokens().split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        const KeyId made = report.made.first().id;
        QVERIFY(lines[1].startsWith(made.toString() + QStringLiteral(",Mail,lk_live_")));
        QVERIFY(made != waitFor(there->backend->rows(there->ids(QStringLiteral("Mail"))))->first().id);
        QCOMPARE(QFile::permissions(here->dir.filePath(QStringLiteral("new.csv"))) & 0x77,
                 QFile::Permissions());
        // Once more: nothing is left to do.
        QFile::remove(here->dir.filePath(QStringLiteral("new.csv")));
        QCOMPARE(counts(run(task())), QStringLiteral("0 new 0 changed 3 unchanged 0 refused"));
        // What one Undo needs is there.
        QCOMPARE(report.edited.size(), 1);
        QCOMPARE(report.before.value(mine.id), mine.config);
    }

    void whatCantBeTakenIsNamed() {
        add(*there, QStringLiteral("Off"));
        QVERIFY(waitFor(there->service->setActive(
            waitFor(there->backend->rows(there->ids(QStringLiteral("Off"))))->first(), false)));
        add(*there, QStringLiteral("Twice"));
        add(*there, QStringLiteral("Twice"));
        add(*there, QStringLiteral("Many"));
        add(*here, QStringLiteral("Many"));
        add(*here, QStringLiteral("Many"));
        QStringList refused;
        QCOMPARE(counts(run(task(), &refused)), QStringLiteral("1 new 0 changed 0 unchanged 3 refused"));
        refused.sort();
        QCOMPARE(refused, (QStringList{QStringLiteral("Many:severalOfThatName"),
                                       QStringLiteral("Off:notActive"), QStringLiteral("Twice:twiceThere")}));
    }

    void withoutAFileNothingIsMade() {
        add(*there, QStringLiteral("CRM"));
        TakeOverJob::Task t = task();
        t.tokenFile.clear();
        QStringList refused;
        QCOMPARE(counts(run(t, &refused)), QStringLiteral("0 new 0 changed 0 unchanged 1 refused"));
        QCOMPARE(refused, QStringList{QStringLiteral("CRM:noTokenWanted")});
    }

    void anotherCatalogue() {
        const auto mail = shippedCatalogues()[1];
        Catalogue c = *Catalogue::fromJson(mail.json);
        QVERIFY(waitFor(here->service->changeCatalogue(c, here->backend->catalogueVersion())));
        add(*there, QStringLiteral("CRM"));
        QStringList refused;
        QCOMPARE(counts(run(task(), &refused)), QStringLiteral("0 new 0 changed 0 unchanged 1 refused"));
        QCOMPARE(refused, QStringList{QStringLiteral("CRM:notAllPermissions")});
    }

    void theChosenOnesIntoOneEnvironment() {
        add(*there, QStringLiteral("CRM"), [](KeyConfig &c) { c.tags = QStringList{QStringLiteral("x")}; });
        add(*there, QStringLiteral("Mail"));
        TakeOverJob::Task t = task();
        t.filter = parseFilter(QStringLiteral("tag:x"));
        t.environment = Environment::Staging;
        QCOMPARE(counts(run(t)), QStringLiteral("1 new 0 changed 0 unchanged 0 refused"));
        QCOMPARE(find(*here, QStringLiteral("CRM")).environment, Environment::Staging);
        QVERIFY(tokens().contains(QStringLiteral("lk_stage_")));
    }

    void readOnlyHere() {
        add(*there, QStringLiteral("CRM"));
        Principal looker = here->service->principal();
        looker.mayWrite = false;
        KeyService service(*here->backend, here->secrets, here->clock, looker);
        TakeOverJob job(service, task());
        QSignalSpy done(&job, &Job::finished);
        job.start();
        QCOMPARE(done.size(), 1);
        QCOMPARE(done.first().first().value<JobEnd>().error->code, ErrorCode::NotAllowed);
        QVERIFY(tokens().isNull());
    }

    void anExistingFileIsKept() {
        add(*there, QStringLiteral("CRM"));
        QFile f(here->dir.filePath(QStringLiteral("new.csv")));
        QVERIFY(f.open(QIODevice::WriteOnly));
        f.write("mine");
        f.close();
        QVERIFY(run(task()).error.has_value());
        QCOMPARE(tokens(), QStringLiteral("mine"));
        QVERIFY(here->ids().isEmpty());
    }

    void cancelledStaysCancelled() {
        add(*there, QStringLiteral("CRM"));
        TakeOverJob job(*here->service, task());
        QSignalSpy done(&job, &Job::finished);
        job.start();
        job.cancel();
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done.first().first().value<JobEnd>().state, JobState::Cancelled);
        waitFor(here->backend->list({})); // what was on its way has come
        waitFor(there->backend->list({}));
        QCOMPARE(done.size(), 1);
        QVERIFY(here->ids().isEmpty());
    }

    /// A key that is changed here between the dry run and the import keeps what it got.
    void changedBetween() {
        add(*there, QStringLiteral("CRM"), [](KeyConfig &c) { c.owner = QStringLiteral("Ana"); });
        const ApiKey mine = add(*here, QStringLiteral("CRM"));
        QCOMPARE(run(task(true)).changed, 1);
        KeyConfig c = mine.config;
        c.owner = QStringLiteral("Ben");
        QVERIFY(waitFor(here->service->edit(mine, c)));
        QCOMPARE(counts(run(task())), QStringLiteral("0 new 0 changed 1 unchanged 0 refused"));
        QCOMPARE(find(*here, QStringLiteral("CRM")).owner, QStringLiteral("Ben"));
    }
};

QTEST_GUILESS_MAIN(TakeOverTest)
#include "take_over_test.moc"
