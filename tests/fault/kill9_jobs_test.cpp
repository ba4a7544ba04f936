#include "core/services/jobs/bulk_job.h"
#include "core/services/jobs/job_runner.h"
#include "core/token/token.h"
#include "tests/support/test_vault.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>

using namespace latchkey;

namespace {

/// Starts the program, kills it at a random moment, and gives what it had acknowledged of its last job. -1:
/// it ended by itself. Every other time not before it has acknowledged something, however slow the computer
/// is.
qint64 killed(const QStringList &args, QRandomGenerator &random, int most) {
    QProcess writer;
    writer.start(QStringLiteral(WRITER), args);
    QByteArray said;
    const auto acknowledged = [&] {
        qint64 changed = 0;
        const QList<QByteArray> lines = said.split('\n');
        for (qsizetype i = 0; i + 1 < lines.size(); ++i) // the last one may be cut
            changed = lines[i].split(' ').value(1).toLongLong();
        return changed;
    };
    const bool late = random.bounded(2) == 0;
    do {
        if (!writer.waitForReadyRead(20'000) && writer.state() == QProcess::Running)
            qFatal("the writer does not get going");
        said += writer.readAllStandardOutput();
    } while (late && acknowledged() == 0 && writer.state() == QProcess::Running);
    (void)writer.waitForFinished(random.bounded(1, late ? most / 4 : most));
    const bool alive = writer.state() == QProcess::Running;
    writer.kill();
    writer.waitForFinished();
    said += writer.readAllStandardOutput();
    return alive ? acknowledged() : -1;
}

QList<ApiKey> sortedKeys(TestVault &v, qsizetype count) {
    QList<KeyId> ids;
    [&] { QTRY_VERIFY((ids = v.ids()).size() >= count); }();
    std::sort(ids.begin(), ids.end());
    return *waitFor(v.backend->rows(ids));
}

/// Each change has its audit row and the chain holds.
void whole(TestVault &v, const QList<ApiKey> &keys) {
    qint64 versions = 0;
    for (const ApiKey &k : keys) {
        QVERIFY(!k.damaged);
        versions += k.version;
    }
    const auto audit = waitFor(v.backend->verifyAudit());
    QVERIFY(audit && audit->intact);
    QCOMPARE(audit->rows, versions + 1);
}

} // namespace

/// kill -9 in the middle of a bulk change and of an import: each chunk is there whole or not at all, and the
/// list of jobs says truthfully how far it came.
class Kill9JobsTest : public QObject {
    Q_OBJECT
private slots:
    void bulk() {
        constexpr int All = 3'000, Kills = 25;
        TestVault v;
        v.open();
        QList<NewKey> keys;
        for (int i = 0; i < All; ++i) {
            const auto made = token::generate(QStringLiteral("lk"), Environment::Staging);
            NewKey k{made.id, made.verifier, {}, {QStringLiteral("Ana")}, v.clock.now()};
            k.config.name = QStringLiteral("key");
            k.config.scopes = ScopeSet::parse(u"leads:read");
            keys.append(k);
        }
        QVERIFY(waitFor(v.backend->createMany(keys)));
        v.close();
        QRandomGenerator random(static_cast<quint32>(QDateTime::currentMSecsSinceEpoch()));
        int inside = 0;
        for (int n = 0; n < Kills; ++n) {
            const QString list = v.dir.filePath(QStringLiteral("jobs-%1.jsonl").arg(n));
            (void)killed({v.path(), list, QStringLiteral("bulk")}, random, 400);
            v.open();
            const QList<ApiKey> rows = sortedKeys(v, All);
            QCOMPARE(rows.size(), All);
            whole(v, rows);
            bool mixed = false;
            // A job that goes on from a half-done one writes chunks of another cut; within 500 rows of the
            // reading order at most one border can lie.
            for (qsizetype i = 1; i < rows.size(); ++i)
                mixed = mixed || rows[i].state != rows[i - 1].state;
            inside += mixed ? 1 : 0;
            const JobRunner jobs(v.clock, list);
            QVERIFY(!jobs.jobs().isEmpty());
            const JobRecord &last = jobs.jobs().last();
            QVERIFY(last.state == JobState::Interrupted || last.state == JobState::Done);
            QVERIFY(last.progress.seen <= All);
            v.close();
        }
        QVERIFY2(inside > 0, "no kill hit the middle of a job");
    }

    /// Whatever the moment, the token that works is in a file; and a key is rotated wholly or not at all.
    void rotation() {
        constexpr int All = 1'000, Kills = 20;
        TestVault v;
        v.open();
        QList<NewKey> keys;
        QHash<KeyId, QByteArray> tokens; // that work, by the id of the token
        for (int i = 0; i < All; ++i) {
            const auto made = token::generate(QStringLiteral("lk"), Environment::Staging);
            NewKey k{made.id, made.verifier, {}, {QStringLiteral("Ana")}, v.clock.now()};
            k.config.name = QStringLiteral("key");
            k.config.scopes = ScopeSet::parse(u"leads:read");
            keys.append(k);
            tokens.insert(made.id, made.token.view().toByteArray());
        }
        QVERIFY(waitFor(v.backend->createMany(keys)));
        v.close();
        QRandomGenerator random(static_cast<quint32>(QDateTime::currentMSecsSinceEpoch()));
        int inside = 0;
        for (int n = 0; n < Kills; ++n) {
            const QString list = v.dir.filePath(QStringLiteral("jobs-%1.jsonl").arg(n));
            const QString base = QStringLiteral("tokens-%1").arg(n);
            (void)killed({v.path(), list, QStringLiteral("rotate"), v.dir.filePath(base)}, random, 400);
            QSet<KeyId> said; // tokens that the newest file calls rotated
            for (int file = 1; QFile::exists(v.dir.filePath(base + u'-' + QString::number(file))); ++file) {
                QFile f(v.dir.filePath(base + u'-' + QString::number(file)));
                QVERIFY(f.open(QIODevice::ReadOnly));
                said.clear();
                while (!f.atEnd()) {
                    const QByteArrayList cells = f.readLine().trimmed().split(',');
                    const auto token = token::parse(cells.value(4));
                    if (!token)
                        continue;
                    tokens.insert(token->id, cells[4]);
                    if (cells[3] == "rotated")
                        said.insert(token->id);
                }
            }
            v.open();
            const QList<ApiKey> rows = sortedKeys(v, All);
            QCOMPARE(rows.size(), All);
            whole(v, rows);
            QSet<KeyId> known;
            int rotated = 0;
            for (const ApiKey &k : rows) {
                QVERIFY2(tokens.contains(k.credentialId), "the token that works is lost");
                QVERIFY(token::matches(tokens[k.credentialId], *waitFor(v.backend->verifierOf(k.id))));
                QCOMPARE(k.old.has_value(), k.credentialId != k.id);
                QCOMPARE(k.old.has_value(), k.rotatedAt.has_value());
                if (k.old)
                    QVERIFY(tokens.contains(k.old->id));
                known.insert(k.credentialId);
                rotated += said.contains(k.credentialId) ? 1 : 0;
            }
            // What the newest file says is true: nothing is called rotated that is not.
            const JobRunner jobs(v.clock, list);
            const JobRecord &last = jobs.jobs().last();
            QVERIFY(last.state == JobState::Interrupted || last.state == JobState::Done);
            QVERIFY(last.progress.changed <= All);
            QVERIFY(known.contains(said));
            inside += rotated > 0 && rotated < All ? 1 : 0;
            v.close();
        }
        QVERIFY2(inside > 0, "no kill hit the middle of a rotation");
    }

    void import() {
        constexpr int All = 4'000, Kills = 12;
        QByteArray file = "name,environment,scopes,token\n";
        QList<KeyId> ids;
        for (int i = 0; i < All; ++i) {
            const auto made = token::generate(QStringLiteral("lk"), Environment::Staging);
            file += "Key " + QByteArray::number(i) + ",staging,leads:read," +
                    made.token.view().toByteArray() + '\n';
            ids.append(made.id);
        }
        QRandomGenerator random(static_cast<quint32>(QDateTime::currentMSecsSinceEpoch()));
        int inside = 0;
        for (int n = 0; n < Kills; ++n) {
            TestVault v;
            v.open();
            v.close();
            const QString csv = v.dir.filePath(QStringLiteral("in.csv"));
            QFile out(csv);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(file);
            out.close();
            const QString list = v.dir.filePath(QStringLiteral("jobs.jsonl"));
            const qint64 said = killed({v.path(), list, QStringLiteral("import"), csv}, random, 800);
            v.open();
            const qsizetype there = waitFor(v.backend->rows(ids))->size();
            QCOMPARE(there % 500, 0); // whole chunks, in the file's order
            QVERIFY(said < 0 || there >= said);
            const QList<ApiKey> first = *waitFor(v.backend->rows(ids.mid(0, there)));
            QCOMPARE(first.size(), there);
            whole(v, first);
            inside += there > 0 && there < All ? 1 : 0;
            v.close();
        }
        QVERIFY2(inside > 0, "no kill hit the middle of an import");
    }
};

QTEST_GUILESS_MAIN(Kill9JobsTest)
#include "kill9_jobs_test.moc"
