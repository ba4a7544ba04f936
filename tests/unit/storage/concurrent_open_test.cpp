#include "tests/support/test_vault.h"

using namespace latchkey;

/// Several programs open a vault that is not there yet at the same moment: one makes it, the others find it.
class ConcurrentOpenTest : public QObject {
    Q_OBJECT
private slots:
    void oneVaultForAll() {
        constexpr int Rounds = 12, Together = 6;
        for (int round = 0; round < Rounds; ++round) {
            TestVault v;
            std::vector<QFuture<Result<std::shared_ptr<VaultBackend>>>> opening;
            OpenOptions o;
            o.actor = QStringLiteral("Ana");
            for (int i = 0; i < Together; ++i)
                opening.push_back(openLocalVault(v.path(), o, v.clock));
            QSet<QString> ids;
            for (const auto &future : opening) {
                const auto opened = waitFor(future);
                QVERIFY2(opened, qPrintable(opened ? QString()
                                                   : QStringLiteral("%1 %2")
                                                         .arg(static_cast<int>(opened.error().code))
                                                         .arg(QDebug::toString(opened.error().params))));
                ids.insert((*opened)->info().id);
            }
            QCOMPARE(ids.size(), 1);
            const auto first = *waitFor(opening.front());
            const auto audit = waitFor(first->verifyAudit());
            QVERIFY(audit && audit->intact);
            QCOMPARE(audit->rows, 1); // it was founded once
            QVERIFY(QDir(QFileInfo(v.path()).path()).entryList({QStringLiteral("*.backup*")}).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(ConcurrentOpenTest)
#include "concurrent_open_test.moc"
