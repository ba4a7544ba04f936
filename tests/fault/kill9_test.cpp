#include "tests/support/test_vault.h"

#include <QProcess>
#include <QRandomGenerator>

using namespace latchkey;

/// kill -9 at random moments during writes: nothing acknowledged is lost, nothing is half done, the chain
/// holds.
class Kill9Test : public QObject {
    Q_OBJECT
private slots:
    void nothingAcknowledgedIsLost() {
        constexpr int Kills = 500, CheckEvery = 25;
        TestVault v;
        QRandomGenerator random(static_cast<quint32>(QDateTime::currentMSecsSinceEpoch()));
        QSet<KeyId> created, off;
        for (int n = 1; n <= Kills; ++n) {
            QProcess writer;
            writer.start(QStringLiteral(WRITER), {v.path()});
            QVERIFY(writer.waitForStarted());
            QVERIFY2(writer.waitForReadyRead(20'000), "the writer gets going, whatever the last kill left");
            (void)writer.waitForFinished(random.bounded(1, 25)); // the random moment
            writer.kill();                                       // SIGKILL
            QVERIFY(writer.waitForFinished());
            QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
            const QList<QByteArray> lines = writer.readAllStandardOutput().split('\n');
            for (qsizetype i = 0; i + 1 < lines.size(); ++i) { // the last one may be cut
                const QList<QByteArray> words = lines[i].split(' ');
                QCOMPARE(words.size(), 2);
                (words[0] == "off" ? off : created).insert(*KeyId::fromLatin1(words[1]));
            }
            if (n % CheckEvery != 0)
                continue;
            v.open();
            const auto rows = waitFor(v.backend->rows(created.values()));
            QVERIFY(rows);
            QCOMPARE(rows->size(), created.size());
            for (const ApiKey &k : *rows) {
                QVERIFY(!k.damaged);
                if (off.contains(k.id))
                    QCOMPARE(k.state, KeyState::Inactive);
            }
            const auto audit = waitFor(v.backend->verifyAudit());
            QVERIFY(audit && audit->intact);
            QTRY_VERIFY(v.ids().size() >= created.size());
            // As many audit rows as versions: a change without its row, or a row without its change, would
            // differ.
            qint64 versions = 0;
            const QList<ApiKey> all = *waitFor(v.backend->rows(v.ids()));
            for (const ApiKey &k : all)
                versions += k.version;
            QCOMPARE(audit->rows, versions + 1);
            v.close();
        }
        QVERIFY(created.size() > Kills / 2);
    }
};

QTEST_GUILESS_MAIN(Kill9Test)
#include "kill9_test.moc"
