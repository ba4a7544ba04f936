#include "tests/support/test_vault.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;

/// What a person waits for is counted until it is answered, whichever way it ends.
class AwaitingTest : public QObject {
    Q_OBJECT
private slots:
    void changes() {
        TestVault v;
        v.open();
        const ApiKey k = waitFor(v.service->create(v.config()))->key;
        QSignalSpy counts(v.service.get(), &KeyService::awaiting);
        const ApiKey off = *waitFor(v.service->setActive(k, false));
        QTRY_COMPARE(counts, QList<QVariantList>({{1}, {0}}));
        counts.clear();
        QCOMPARE(waitFor(v.service->setActive(k, true)).error().code, ErrorCode::Conflict); // an old version
        QTRY_COMPARE(counts, QList<QVariantList>({{1}, {0}}));
        counts.clear();
        const auto both = v.service->setActive(off, true);
        const auto many = v.service->changeMany(
            {off}, [&v](const ApiKey &one) { return v.service->planRevoke(one, {}, false); });
        QTRY_COMPARE(counts, QList<QVariantList>({{1}, {2}, {1}, {0}}));
    }

    void whatIsDropped() {
        TestVault v;
        v.open();
        QSignalSpy counts(v.service.get(), &KeyService::awaiting);
        {
            QPromise<int> never;
            never.start();
            v.service->awaited(never.future());
            QTest::qWait(20);
            QCOMPARE(counts, QList<QVariantList>({{1}}));
        }
        QTRY_COMPARE(counts, QList<QVariantList>({{1}, {0}}));
    }
};

QTEST_GUILESS_MAIN(AwaitingTest)
#include "awaiting_test.moc"
