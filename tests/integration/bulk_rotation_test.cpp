#include "core/model/csv.h"
#include "core/model/futures.h"
#include "core/services/jobs/job_runner.h"
#include "core/services/rotation/kept_rotation.h"
#include "core/services/rotation/rotate_job.h"
#include "core/services/rotation/rotation_file.h"
#include "tests/support/test_vault.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>

using namespace latchkey;

namespace {

constexpr qint64 OverlapMs = 3'600'000;

QByteArray contents(const QString &path) {
    QFile f(path);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

/// Passes everything on, and does something at the worst moment: when the tokens are safe, and the vault has
/// not been asked.
class Watched final : public QObject, public NewTokens {
public:
    Watched(std::unique_ptr<NewTokens> inner, std::function<void(const QList<FreshToken> &)> safe)
        : m_inner(std::move(inner))
        , m_safe(std::move(safe)) {}
    QFuture<Outcome> open() override { return m_inner->open(); }
    QFuture<Outcome> put(const QList<FreshToken> &tokens) override {
        const Answer<Outcome> answer;
        m_inner->put(tokens) | then(this, [this, answer, tokens](const Outcome &done) {
            m_safe(tokens);
            answer.give(done);
        });
        return answer.future();
    }
    QFuture<Outcome> settle(const QList<Fate> &fates, const QList<ApiKey> &keys) override {
        return m_inner->settle(fates, keys);
    }
    void discard() override { m_inner->discard(); }
    [[nodiscard]] qsizetype chunk() const override { return m_inner->chunk(); }

private:
    std::unique_ptr<NewTokens> m_inner;
    std::function<void(const QList<FreshToken> &)> m_safe;
};

/// Has no room left from the second chunk on.
class FullDisk final : public NewTokens {
public:
    QFuture<Outcome> open() override { return ready(ok()); }
    QFuture<Outcome> put(const QList<FreshToken> &) override {
        return ready(++m_puts > 1 ? Outcome(fail(ErrorCode::DiskFull)) : ok());
    }
    QFuture<Outcome> settle(const QList<Fate> &, const QList<ApiKey> &) override { return ready(ok()); }
    void discard() override {}
    [[nodiscard]] qsizetype chunk() const override { return 10; }

private:
    int m_puts = 0;
};

struct Done {
    JobEnd end;
    RotateReport report;
};

Done runToEnd(RotateJob &job) {
    Done d;
    bool over = false;
    QObject::connect(&job, &RotateJob::reported, &job, [&](const RotateReport &r) { d.report = r; });
    QObject::connect(&job, &Job::finished, &job, [&](const JobEnd &e) {
        d.end = e;
        over = true;
    });
    job.start();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(over, 60'000); }();
    return d;
}

class Vault : public TestVault {
public:
    QList<KeyId> all;
    explicit Vault(int count)
        : TestVault(Instant(1'791'720'000'000)) {
        open();
        QList<NewKey> keys;
        for (int i = 0; i < count; ++i) {
            const auto made = token::generate(QStringLiteral("lk"), Environment::Production);
            NewKey k{made.id,
                     made.verifier,
                     config(QStringLiteral("=Key, %1").arg(i / 2)),
                     {QStringLiteral("Ana")},
                     clock.now()};
            keys.append(k);
            all.append(made.id);
        }
        if (!waitFor(backend->createMany(keys)))
            qFatal("no keys");
    }
    [[nodiscard]] ApiKey read(const KeyId &id) { return waitFor(backend->rows({id})).value().first(); }
    [[nodiscard]] bool works(const KeyId &id, const QByteArray &token) {
        return token::matches(token, *waitFor(backend->verifierOf(id)));
    }
    [[nodiscard]] std::unique_ptr<RotationFile> file(const QString &path) {
        return std::make_unique<RotationFile>(path, RotationFile::styleOf(path),
                                              [](const QString &) { return QStringLiteral("NAME"); });
    }
};

/// Lines of the CSV, by key.
QHash<KeyId, QByteArrayList> linesOf(const QString &path) {
    QHash<KeyId, QByteArrayList> lines;
    for (const QByteArray &line : contents(path).split('\n')) {
        const QByteArrayList cells = line.trimmed().split(','); // from both ends: a name holds a comma
        if (const auto id = KeyId::fromLatin1(cells.value(0)); id && cells.size() >= 5)
            lines.insert(*id, {cells[cells.size() - 2], cells.last()});
    }
    return lines;
}

} // namespace

/// Rotating many keys: no new token is ever lost, and none is left where it must not be.
class BulkRotationTest : public QObject {
    Q_OBJECT
private slots:
    void eachTokenIsInTheFileBeforeItsKeyIsRotated() {
        Vault v(450);
        const QString path = v.dir.filePath(QStringLiteral("tokens.csv"));
        const KeyId moved = v.all[210];
        QByteArrayList tokens;
        RotateJob job(*v.service, {KeySource::of(v.all), OverlapMs},
                      std::make_unique<Watched>(v.file(path), [&](const QList<FreshToken> &fresh) {
                          const QByteArray file = contents(path);
                          for (const FreshToken &t : fresh) {
                              QVERIFY(file.contains(t.token->view().toByteArray()));
                              tokens.append(t.token->view().toByteArray());
                              if (t.key == moved) // somebody else is faster
                                  QVERIFY(waitFor(v.service->setActive(v.read(moved), false)));
                          }
                          QCOMPARE(v.read(fresh.first().key).credentialId, fresh.first().key);
                      }));
        const Done d = runToEnd(job);
        QCOMPARE(d.end.state, JobState::Done);
        QCOMPARE(d.report.rotated, 449);
        QCOMPARE(d.report.failed, 1);
        QCOMPARE(QFile::permissions(path) &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        const auto lines = linesOf(path);
        QCOMPARE(lines.size(), 450);
        for (const KeyId &id : v.all) {
            const ApiKey key = v.read(id);
            if (id == moved) {
                QCOMPARE(lines[id][0], QByteArray("refused"));
                QCOMPARE(lines[id][1].count('-'), lines[id][1].size()); // wiped: it never worked
                QCOMPARE(key.credentialId, id);
                continue;
            }
            QCOMPARE(lines[id][0], QByteArray("rotated"));
            QVERIFY(v.works(id, lines[id][1]));
            QVERIFY(key.old && key.old->until == v.clock.now().plusMs(OverlapMs - 1));
        }
        QVERIFY(!contents(path).contains("\n=") && !contents(path).contains(",=")); // no formula
        QVERIFY(waitFor(v.backend->verifyAudit())->intact);
        // No token anywhere else on the disk.
        v.close();
        QDirIterator files(v.dir.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            const QByteArray bytes = contents(file);
            for (const QByteArray &t : tokens)
                QVERIFY2(file == path || !bytes.contains(t), qPrintable(file));
        }
    }

    void linesForTheEnvironment() {
        Vault v(6);
        const QString path = v.dir.filePath(QStringLiteral("prod.env"));
        RotateJob job(*v.service, {KeySource::of(v.all), 0},
                      std::make_unique<Watched>(v.file(path), [&](const QList<FreshToken> &) {
                          QVERIFY(waitFor(v.service->setActive(v.read(v.all[2]), false)));
                      }));
        QCOMPARE(runToEnd(job).report.rotated, 5);
        QSet<QByteArray> names;
        int comments = 0;
        for (const QByteArray &line : contents(path).split('\n')) {
            if (line.startsWith('#')) {
                ++comments;
                continue;
            }
            const qsizetype sign = line.indexOf('=');
            if (sign < 0)
                continue;
            names.insert(line.first(sign));
            const auto parsed = token::parse(line.sliced(sign + 1));
            QVERIFY(parsed);
        }
        QCOMPARE(names.size(), 5); // every variable once, though the names repeat
        QCOMPARE(comments, 7);     // what became of each, and the line of the refused one
        QVERIFY(contents(path).contains("# refused " + v.all[2].view().toByteArray()));
        QVERIFY(!waitFor(v.service->findByToken(SecretBytes::copyOf("x"))));
    }

    void whereNothingCanBeWrittenNothingIsRotated() {
        Vault v(30);
        {
            RotateJob job(*v.service, {KeySource::of(v.all), OverlapMs}, std::make_unique<FullDisk>());
            const Done d = runToEnd(job);
            QCOMPARE(d.end.state, JobState::Failed);
            QCOMPARE(d.end.error->code, ErrorCode::DiskFull);
            QCOMPARE(d.report.rotated, 10);
        }
        QCOMPARE(v.read(v.all[9]).credentialId == v.all[9], false);
        for (int i = 10; i < 30; ++i)
            QCOMPARE(v.read(v.all[i]).credentialId, v.all[i]);
        // A file that is there is left as it is.
        const QString path = v.dir.filePath(QStringLiteral("mine.csv"));
        QFile mine(path);
        QVERIFY(mine.open(QIODevice::WriteOnly));
        mine.write("mine");
        mine.close();
        RotateJob job(*v.service, {KeySource::of(v.all), OverlapMs}, v.file(path));
        QCOMPARE(runToEnd(job).end.state, JobState::Failed);
        QCOMPARE(contents(path), QByteArray("mine"));
        QCOMPARE(v.read(v.all[20]).credentialId, v.all[20]);
        RotateJob nowhere(*v.service, {KeySource::of(v.all), OverlapMs},
                          v.file(v.dir.filePath(QStringLiteral("no/such.csv"))));
        QCOMPARE(runToEnd(nowhere).end.state, JobState::Failed);
    }

    /// A second rotation would end the overlap of the first: a retry does only what is left.
    void aRetryLeavesAloneWhatWasRotated() {
        Vault v(450);
        JobRunner jobs(v.clock, v.dir.filePath(QStringLiteral("jobs.jsonl")));
        JobRecord what;
        what.kind = what.title = QStringLiteral("rotate");
        const auto done = std::make_shared<QSet<KeyId>>();
        int attempt = 0;
        const qint64 first = jobs.add(what, [&]() -> std::unique_ptr<Job> {
            return std::make_unique<RotateJob>(
                *v.service, RotateJob::Task{KeySource::of(v.all), OverlapMs, done},
                v.file(v.dir.filePath(QStringLiteral("t%1.csv").arg(++attempt))));
        });
        connect(&jobs, &JobRunner::changed, this, [&](qint64 id) {
            if (id == first && jobs.find(id)->progress.changed == 200)
                jobs.cancel(id);
        });
        QTRY_COMPARE(jobs.find(first)->state, JobState::Cancelled);
        const qint64 changed = jobs.find(first)->progress.changed;
        QVERIFY(changed >= 200 && changed < 450);
        const auto before = linesOf(v.dir.filePath(QStringLiteral("t1.csv")));
        const qint64 again = jobs.retry(first);
        QTRY_COMPARE(jobs.find(again)->state, JobState::Done);
        QCOMPARE(jobs.find(again)->progress, (JobProgress{450, 450, 450 - changed, changed, 0}));
        for (const KeyId &id : v.all)
            QCOMPARE(v.read(id).version, 2);
        int old = 0;
        for (auto it = before.cbegin(); it != before.cend(); ++it) {
            QVERIFY(it->at(0) == "rotated" ? v.works(it.key(), it->at(1)) : it->at(0) == "refused");
            old += it->at(0) == "rotated" ? 1 : 0;
        }
        QCOMPARE(old, changed);
        // No token in what the list of jobs keeps.
        const QByteArray list = contents(v.dir.filePath(QStringLiteral("jobs.jsonl")));
        QVERIFY(!list.contains("lk_live"));
    }

    void intoTheKeychain() {
        Vault v(20);
        const ApiKey first = v.read(v.all[0]);
        QVERIFY(
            waitFor(v.service->keep(first, std::make_shared<const SecretBytes>(SecretBytes::copyOf("old")))));
        RotateJob job(*v.service, {KeySource::of(v.all), OverlapMs},
                      std::make_unique<Watched>(
                          std::make_unique<KeptRotation>(*v.service), [&](const QList<FreshToken> &fresh) {
                              if (fresh.first().key == v.all[0]) // the old copy is still there
                                  QCOMPARE(
                                      (*waitFor(v.secrets.read({v.backend->info().id, v.all[0]})))->view(),
                                      QByteArrayView("old"));
                          }));
        const Done d = runToEnd(job);
        QCOMPARE(d.end.state, JobState::Done);
        QCOMPARE(d.report.rotated, 20);
        for (const KeyId &id : v.all) {
            const ApiKey key = v.read(id);
            const auto shown = waitFor(v.service->reveal(key, QStringLiteral("copy")));
            QVERIFY(shown && v.works(id, (*shown)->view().toByteArray()));
            QVERIFY(!*waitFor(
                v.secrets.contains({v.backend->info().id, key.credentialId}))); // nothing staged is left
        }
    }

    /// The program ended when the rotation was in the vault and the copy not in its place yet.
    void aStagedTokenIsFoundLater() {
        Vault v(2);
        const ApiKey key = v.read(v.all[0]);
        auto plan = *v.service->planRotation(key, OverlapMs);
        QVERIFY(
            waitFor(v.service->keep(key, std::make_shared<const SecretBytes>(SecretBytes::copyOf("old")))));
        QVERIFY(waitFor(v.service->stage(plan.change.rotation->credentialId, plan.token)));
        const ApiKey rotated = *waitFor(v.backend->change(plan.change));
        const auto shown = waitFor(v.service->reveal(rotated, QStringLiteral("reveal")));
        QVERIFY(shown);
        QCOMPARE((*shown)->view(), plan.token->view());
        QVERIFY(!*waitFor(v.secrets.contains({v.backend->info().id, rotated.credentialId})));
        QVERIFY(waitFor(v.service->reveal(rotated, QStringLiteral("reveal"))));
        // The other way round: staged, and never rotated. The copy is still the one that works.
        const ApiKey other = v.read(v.all[1]);
        auto unused = *v.service->planRotation(other, OverlapMs);
        QVERIFY(waitFor(v.service->stage(unused.change.rotation->credentialId, unused.token)));
        QCOMPARE(waitFor(v.service->kept(other)), Kept::NotKept);
    }

    void whatCannotBeRotatedIsLeft() {
        Vault v(5);
        QVERIFY(waitFor(v.service->revoke(v.read(v.all[0]), QStringLiteral("gone"), false)));
        QVERIFY(waitFor(v.service->setActive(v.read(v.all[1]), false)));
        QVERIFY(waitFor(v.service->remove(v.read(v.all[2]))));
        const QString path = v.dir.filePath(QStringLiteral("t.csv"));
        RotateJob job(*v.service, {KeySource::of(v.all), OverlapMs}, v.file(path));
        const Done d = runToEnd(job);
        QCOMPARE(d.report.rotated, 3);
        QCOMPARE(d.report.unneeded, 2);
        QCOMPARE(v.read(v.all[1]).state, KeyState::Inactive); // rotating switches nothing on
        QCOMPARE(linesOf(path).size(), 3);
        // Nobody rotates what he does not hold.
        KeyService weak(*v.backend, v.secrets, v.clock,
                        Principal{QStringLiteral("Ben"), true, false, ScopeSet::parse(u"leads:read")});
        const QString second = v.dir.filePath(QStringLiteral("second.csv"));
        RotateJob notMine(weak, {KeySource::of({v.all[3], v.all[4]}), OverlapMs}, v.file(second));
        const Done w = runToEnd(notMine);
        QCOMPARE(w.report.rotated, 0);
        QCOMPARE(w.report.failed, 2);
        QVERIFY(!QFile::exists(second)); // nothing was rotated: no empty file is left
    }
};

QTEST_GUILESS_MAIN(BulkRotationTest)
#include "bulk_rotation_test.moc"
