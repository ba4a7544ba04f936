#include "tests/support/test_vault.h"

#include <QProcess>

using namespace latchkey;

/// Another process holds the vault for 30 s: reading goes on, a change says Busy, nothing is lost, and when
/// it is free everything works again.
class LockedTest : public QObject {
    Q_OBJECT
private slots:
    void aSecondProcessHoldsTheVault() {
        TestVault v;
        v.open();
        const ApiKey key = waitFor(v.service->create(v.config(QStringLiteral("First"))))->key;
        QTRY_COMPARE(v.ids().size(), 1);
        QProcess holder;
        holder.start(QStringLiteral(LOCK_HOLDER), {v.path(), QStringLiteral("30")});
        QVERIFY(holder.waitForReadyRead(10'000));

        auto blocked = v.service->setActive(key, false);
        int reads = 0;
        while (!blocked.isFinished()) { // the person goes on looking meanwhile
            QCOMPARE(waitFor(v.backend->rows({key.id}))->size(), 1);
            QCOMPARE(v.ids().size(), 1);
            ++reads;
            QTest::qWait(20);
        }
        QVERIFY(reads > 20);
        QCOMPARE(blocked.result().error().code, ErrorCode::Busy);
        QCOMPARE(waitFor(v.service->create(v.config(QStringLiteral("Second")))).error().code,
                 ErrorCode::Busy);
        QCOMPARE(waitFor(v.backend->rows({key.id}))->first().state, KeyState::Active);

        // A second window may open it meanwhile, for looking.
        const auto second = waitFor(openLocalVault(v.path(), {}, v.clock), 40'000);
        QVERIFY2(second || second.error().code == ErrorCode::Busy, "it opens, or says why not");

        QVERIFY(holder.waitForFinished(60'000));
        QCOMPARE(holder.exitCode(), 0);
        QVERIFY(waitFor(v.service->setActive(key, false)));
        QVERIFY(waitFor(v.service->create(v.config(QStringLiteral("Second")))));
        QTRY_COMPARE(v.ids().size(), 2);
        const auto audit = waitFor(v.backend->verifyAudit());
        QVERIFY(audit && audit->intact);
        QCOMPARE(audit->rows, 4);
    }
};

QTEST_GUILESS_MAIN(LockedTest)
#include "locked_test.moc"
