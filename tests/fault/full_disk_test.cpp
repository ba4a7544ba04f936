#include "core/storage/ballast.h"
#include "tests/support/test_vault.h"

#include <QFile>
#include <QStorageInfo>

using namespace latchkey;

/// On a real small file system (full_disk.sh mounts it): nothing half done, a clear error, and taking access
/// away goes through all the same.
class FullDiskTest : public QObject {
    Q_OBJECT
private:
    static void fill(QFile &filler) {
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        for (qint64 block = 1 << 20; block > 0; block /= 2) {
            const QByteArray bytes(block, 'x');
            while (filler.write(bytes) == block) {
            }
        }
    }
private slots:
    void takingAwayGoesThrough() {
        const QString disk = qEnvironmentVariable("FULL_DISK");
        QVERIFY2(!disk.isEmpty() && QStorageInfo(disk).bytesTotal() < 100'000'000,
                 "run by full_disk.sh on a small disk");
        const QString path = disk + QStringLiteral("/vault.latchkey");
        TestVault v;
        const auto open = [&] {
            v.backend = *waitFor(openLocalVault(path, {}, v.clock));
            v.service = std::make_unique<KeyService>(*v.backend, v.secrets, v.clock,
                                                     Principal{QStringLiteral("Ana"), true, true, {}});
        };
        open();
        QList<ApiKey> keys;
        for (int i = 0; i < 20; ++i)
            keys.append(waitFor(v.service->create(v.config(QStringLiteral("Key %1").arg(i))))->key);

        QFile filler(disk + QStringLiteral("/filler"));
        fill(filler);
        std::optional<Error> refused;
        for (int i = 0; i < 2000 && !refused; ++i) { // the WAL may have room for a few more
            const auto made = waitFor(v.service->create(v.config(QStringLiteral("More %1").arg(i))));
            if (made)
                keys.append(made->key);
            else
                refused = made.error();
        }
        QVERIFY(refused);
        QCOMPARE(refused->code, ErrorCode::DiskFull);
        KeyConfig renamed = keys[0].config;
        renamed.name = QStringLiteral("Renamed");
        QCOMPARE(waitFor(v.service->edit(keys[0], renamed)).error().code, ErrorCode::DiskFull);
        QCOMPARE(waitFor(v.backend->rows({keys[0].id}))->first().config.name, QStringLiteral("Key 0"));
        QTRY_COMPARE(v.ids().size(), keys.size());

        const auto off = waitFor(v.service->setActive(keys[1], false));
        QVERIFY2(off, "deactivating works on a full disk");
        QCOMPARE(off->state, KeyState::Inactive);

        // Whatever else writes takes what that has left free, and the next one goes through as well.
        QList<std::shared_ptr<QFile>> others;
        for (int i = 2; i < 16; ++i) {
            others.append(std::make_shared<QFile>(disk + QStringLiteral("/other%1").arg(i)));
            fill(*others.constLast());
            QVERIFY2(waitFor(v.service->setActive(keys[i], false)), qPrintable(QString::number(i)));
        }
        refused.reset();
        for (int i = 0; i < 100 && !refused; ++i) { // not more than the last one has left free
            if (const auto made = waitFor(v.service->create(v.config(QStringLiteral("Last %1").arg(i)))))
                keys.append(made->key);
            else
                refused = made.error();
        }
        QVERIFY(refused);
        QCOMPARE(refused->code, ErrorCode::DiskFull);
        QVERIFY(QFileInfo(ballast::pathFor(path)).size() > 0);

        for (const auto &other : std::as_const(others))
            QVERIFY(other->remove());
        filler.close();
        QVERIFY(filler.remove());
        const auto again = waitFor(v.service->create(v.config(QStringLiteral("After"))));
        QVERIFY(again);
        keys.append(again->key);
        QCOMPARE(QFileInfo(ballast::pathFor(path)).size(), ballast::Bytes); // kept again, at once
        v.close();
        open();
        QTRY_COMPARE(v.ids().size(), keys.size());
        QCOMPARE(waitFor(v.backend->rows({keys[1].id}))->first().state, KeyState::Inactive);
        const auto audit = waitFor(v.backend->verifyAudit());
        QVERIFY(audit && audit->intact);
        QCOMPARE(audit->rows, keys.size() + 16); // the vault's own row, each key's, and each deactivation
        v.close();
    }
};

QTEST_GUILESS_MAIN(FullDiskTest)
#include "full_disk_test.moc"
