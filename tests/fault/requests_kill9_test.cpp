#include "core/backend/request_log.h"
#include "core/services/jobs/job_runner.h"
#include "core/services/log_import/log_import.h"
#include "tests/support/test_vault.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <numeric>

using namespace latchkey;

namespace {

qint64 rowsOf(TestVault &v) {
    return waitFor(v.backend->requests()->count({}))->rows;
}

qint64 chartOf(TestVault &v, Instant now) {
    const auto chart = waitFor(v.backend->requests()->chart({}, now.plusDays(-300), now.plusDays(1), 24));
    qint64 n = 0;
    for (const ChartBar &b : chart->bars)
        n = std::accumulate(b.counts.begin(), b.counts.end(), n);
    return n;
}

/// The real rows, one by one: what the counters say must be true.
qint64 readAll(TestVault &v) {
    qint64 n = 0, before = 0;
    do {
        const auto page = waitFor(v.backend->requests()->page({}, before, 20'000));
        if (!page)
            qFatal("no page");
        n += page->rows.size();
        before = page->next;
    } while (before != 0);
    return n;
}

bool runAndKill(const QStringList &arguments, int ms) {
    QProcess p;
    p.start(QStringLiteral(WRITER), arguments);
    if (!p.waitForStarted() || !p.waitForReadyRead(20'000))
        return false;
    (void)p.waitForFinished(ms);
    const bool running = p.state() == QProcess::Running;
    p.kill();
    (void)p.waitForFinished();
    return running || p.exitStatus() == QProcess::CrashExit || p.exitCode() == 0;
}

} // namespace

/// kill -9 in the middle of an import and of retention: nothing twice, nothing lost, counters and rows agree.
class RequestsKill9Test : public QObject {
    Q_OBJECT
private slots:
    void importAndRetention() {
        constexpr int Lines = 60'000;
        const Instant now(1'791'720'000'000); // 11 Oct 2026
        TestVault v(now);
        v.open();
        const auto key = *waitFor(v.service->create(v.config()));
        v.close();
        const QString log = v.dir.filePath(QStringLiteral("access.log"));
        {
            QFile f(log);
            QVERIFY(f.open(QIODevice::WriteOnly));
            for (int i = 0; i < Lines; ++i)
                f.write("10.2.0.4 - " + key.key.id.view().toByteArray() + " [" +
                        QByteArray::number(1 + i * 9 / Lines).rightJustified(2, '0') +
                        "/Oct/2026:13:" + QByteArray::number(i / 60 % 60).rightJustified(2, '0') + ":" +
                        QByteArray::number(i % 60).rightJustified(2, '0') + " +0000] \"GET /v1/" +
                        QByteArray::number(i) + " HTTP/1.1\" 200 1 \"-\" \"agent\"\n");
        }
        QRandomGenerator random(static_cast<quint32>(QDateTime::currentMSecsSinceEpoch()));
        for (int n = 0; n < 30; ++n) {
            QVERIFY(runAndKill({QStringLiteral("import"), v.path(), log}, random.bounded(5, 250)));
            if (n % 5 != 4)
                continue;
            v.open();
            const qint64 rows = rowsOf(v);
            // The list of jobs knows that they did not end, and claims no request that is not there.
            const JobRunner jobs(v.clock, v.path() + QStringLiteral(".jobs"));
            qint64 claimed = 0;
            for (const JobRecord &j : jobs.jobs()) {
                QVERIFY(j.state == JobState::Interrupted || j.state == JobState::Done);
                claimed += j.progress.changed;
            }
            QVERIFY(claimed <= rows);
            QCOMPARE(readAll(v), rows);
            QCOMPARE(chartOf(v, now), rows);
            v.close();
        }
        v.open();
        {
            LogImport rest(*v.backend, log);
            QSignalSpy done(&rest, &LogImport::finished);
            rest.start();
            QVERIFY(done.wait(60'000));
        }
        QCOMPARE(rowsOf(v), Lines);
        QCOMPARE(readAll(v), Lines);
        v.close();
        for (int n = 0; n < 12; ++n)
            QVERIFY(runAndKill({QStringLiteral("retention"), v.path(), QString::number(9 - n / 2),
                                QString::number(now.ms())},
                               random.bounded(1, 60)));
        v.open();
        QCOMPARE(readAll(v), rowsOf(v));
        QVERIFY(waitFor(v.backend->requests()->applyRetention(2, now)));
        const qint64 left = readAll(v);
        QVERIFY(left > 0 && left < Lines);
        QCOMPARE(rowsOf(v), left);
        QCOMPARE(chartOf(v, now), Lines); // the roll-ups know them all still
        QVERIFY(waitFor(v.backend->verifyAudit())->intact);
        QCOMPARE(waitFor(v.backend->rows({key.key.id}))->size(), 1);
    }
};

QTEST_GUILESS_MAIN(RequestsKill9Test)
#include "requests_kill9_test.moc"
