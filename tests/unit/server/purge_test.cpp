#include "server/program/deleted_purge.h"
#include "tests/support/test_vault.h"

#include <QSignalSpy>

using namespace latchkey;
using server::DeletedPurge;

class DeletedPurgeTest : public QObject {
    Q_OBJECT

    static ApiKey deleted(TestVault &v) {
        const auto made = waitFor(v.service->create(v.config()));
        return *waitFor(v.service->remove(made->key));
    }
    static KeyState stateOf(TestVault &v, const KeyId &id) {
        const auto rows = waitFor(v.backend->rows({id}));
        return rows && !rows->isEmpty() ? rows->first().state : KeyState::Purged;
    }

private slots:
    void atTheStartAndAgain() {
        TestVault v;
        v.open();
        const ApiKey old = deleted(v);
        v.clock.set(v.clock.now().plusDays(29));
        const ApiKey young = deleted(v);
        v.clock.set(v.clock.now().plusDays(2)); // 31 days and 2 days
        DeletedPurge purge(*v.backend, v.clock, 50);
        purge.start();
        QTRY_COMPARE(stateOf(v, old.id), KeyState::Purged);
        QCOMPARE(stateOf(v, young.id), KeyState::Deleted);
        v.clock.set(v.clock.now().plusDays(29)); // while it runs
        QTRY_COMPARE(stateOf(v, young.id), KeyState::Purged);
        AuditQuery of;
        of.key = young.id;
        const auto rows = waitFor(v.backend->audit(of));
        QVERIFY(rows);
        QCOMPARE(rows->first().action, QStringLiteral("key.purge"));
        QCOMPARE(rows->first().actor, QStringLiteral("latchkeyd"));
    }
    void everyHour() { QCOMPARE(DeletedPurge::EveryMs, 60 * 60 * 1000); }
};

QTEST_GUILESS_MAIN(DeletedPurgeTest)
#include "purge_test.moc"
