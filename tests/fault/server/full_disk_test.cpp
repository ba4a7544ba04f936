#include "tests/support/served_vault.h"

#include <QStorageInfo>

using namespace latchkey;

/// latchkeyd on a real small file system that is full (tests/fault/full_disk.sh mounts it): it goes on
/// answering gateways, refuses what it cannot write and says so, and taking access away goes through.
class ServerFullDiskTest : public QObject {
    Q_OBJECT

    static void fill(QFile &filler) {
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        for (qint64 block = 1 << 20; block > 0; block /= 2) {
            const QByteArray bytes(block, 'x');
            while (filler.write(bytes) == block) {
            }
        }
    }
    static qint64 metric(const ServedVault &served, const QByteArray &name) {
        const QList<QByteArray> lines = httpAsk(served.daemon.port, "GET", "/metrics").body.split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith(name + ' '))
                return line.mid(name.size() + 1).toLongLong();
        }
        return -1;
    }

private slots:
    void revocationGoesThrough() {
        const QString disk = qEnvironmentVariable("FULL_DISK");
        QVERIFY2(!disk.isEmpty() && QStorageInfo(disk).bytesTotal() < 100'000'000,
                 "run by full_disk.sh on a small disk");
        ServedVault served(disk);
        QVERIFY(served.init());
        QList<ServedVault::Made> keys;
        for (int i = 0; i < 3; ++i)
            keys.append(served.make("Key " + QByteArray::number(i)));
        for (const ServedVault::Made &k : std::as_const(keys))
            QTRY_COMPARE(served.gateway(k.token), 200);

        QFile filler(disk + QStringLiteral("/filler"));
        fill(filler);
        HttpAnswer refused;
        for (int i = 0; i < 2000 && refused.status != 507; ++i) { // the WAL may have room for a few more
            refused = served.ask("POST", "/v1/keys",
                                 "{\"name\":\"More " + QByteArray::number(i) +
                                     "\",\"environment\":\"production\",\"scopes\":[\"leads:read\"]}");
            QVERIFY2(refused.status == 201 || refused.status == 507, refused.body.constData());
        }
        QCOMPARE(refused.status, 507);
        QCOMPARE(refused.json().value(QStringLiteral("code")).toString(), QStringLiteral("disk_full"));

        for (const ServedVault::Made &k : std::as_const(keys))
            QCOMPARE(served.gateway(k.token), 200);
        // What the log of requests does not take is counted.
        QTRY_VERIFY_WITH_TIMEOUT(served.gateway(keys[2].token) == 200 &&
                                     metric(served, "latchkeyd_request_rows_failed_total") > 0,
                                 20'000);

        const HttpAnswer revoked =
            served.ask("POST", keys[0].path + "/revoke", "{\"reason\":\"leaked\"}", {"If-Match: \"1\""});
        QVERIFY2(revoked.status == 200, revoked.body.constData());
        QTRY_COMPARE(served.gateway(keys[0].token), 401);
        // The log of requests, and what else writes there, takes what that has left free.
        QFile other(disk + QStringLiteral("/other"));
        fill(other);
        const HttpAnswer off = served.ask("POST", keys[1].path + "/deactivate", {}, {"If-Match: \"1\""});
        QVERIFY2(off.status == 200, off.body.constData());
        QTRY_COMPARE(served.gateway(keys[1].token), 401);
        QCOMPARE(served.gateway(keys[2].token), 200);
        QVERIFY(other.remove());
        filler.close();
        QVERIFY(filler.remove());
        QTRY_COMPARE(served.ask("POST", "/v1/audit/verify").json().value(QStringLiteral("intact")).toBool(),
                     true);
        const ServedVault::Made after = served.make("After");
        QTRY_COMPARE(served.gateway(after.token), 200);
        QCOMPARE(served.daemon.stop(), 0);
        QVERIFY(served.start());
        QCOMPARE(served.gateway(keys[0].token), 401);
        QCOMPARE(served.gateway(keys[2].token), 200);
    }
};

QTEST_GUILESS_MAIN(ServerFullDiskTest)
#include "full_disk_test.moc"
