#include "tests/support/test_vault.h"

#include <QFile>
#include <QHash>
#include <QRandomGenerator>

using namespace latchkey;

/// One flipped bit anywhere in the file must never give a key more than it had.
class BitflipsTest : public QObject {
    Q_OBJECT
private slots:
    void neverWiderAccess() {
        constexpr int Flips = 2000, Keys = 40;
        TestVault v;
        v.open();
        for (int i = 0; i < Keys; ++i) {
            KeyConfig c = v.config(QStringLiteral("Key %1").arg(i));
            c.allowedIps = parseIpRanges(QStringLiteral("10.2.%1.0/24").arg(i), nullptr);
            c.customers = {QStringLiteral("Customer %1").arg(i)};
            c.limits.set(RatePeriod::Minute, 10 + i);
            const ApiKey k = waitFor(v.service->create(c))->key;
            if (i % 4 == 0)
                QVERIFY(waitFor(v.service->setActive(k, false)));
        }
        QTRY_COMPARE(v.ids().size(), Keys);
        QHash<KeyId, ApiKey> truth;
        const QList<ApiKey> before = *waitFor(v.backend->rows(v.ids()));
        for (const ApiKey &k : before)
            truth.insert(k.id, k);
        const QList<KeyId> ids = truth.keys();
        v.close();
        QFile file(v.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        file.close();

        QRandomGenerator random(20261121);
        int refused = 0, damaged = 0, same = 0, lost = 0;
        OpenOptions o;
        o.create = false;
        for (int n = 0; n < Flips; ++n) {
            QByteArray bad = good;
            const auto bit = random.bounded(static_cast<quint32>(good.size() * 8));
            bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
            for (const char *suffix : {"-wal", "-shm"})
                QFile::remove(v.path() + QLatin1StringView(suffix));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            QCOMPARE(file.write(bad), bad.size());
            file.close();
            auto opened = waitFor(openLocalVault(v.path(), o, v.clock));
            if (!opened) {
                ++refused; // with a reason that has a sentence
                QVERIFY(opened.error().code != ErrorCode::Internal || !opened.error().params.isEmpty());
                continue;
            }
            const auto rows = waitFor((*opened)->rows(ids));
            if (!rows) {
                ++refused;
                continue;
            }
            lost += static_cast<int>(ids.size() - rows->size());
            for (const ApiKey &k : *rows) {
                if (k.damaged) {
                    ++damaged;
                    QVERIFY(k.config.scopes.isEmpty() && k.state != KeyState::Active);
                    continue;
                }
                const ApiKey &t = truth[k.id];
                QVERIFY2(k.config == t.config && k.state == t.state,
                         qPrintable(QStringLiteral("bit %1, key %2").arg(bit).arg(k.id.toString())));
                ++same;
            }
        }
        qInfo("%d flips: %d refused, %d damaged rows, %d rows as they were, %d under another id", Flips,
              refused, damaged, same, lost);
        QVERIFY(damaged > 0 && refused > 0 && same > 0); // the flips reached every kind of place
    }
};

QTEST_GUILESS_MAIN(BitflipsTest)
#include "bitflips_test.moc"
