#include "core/services/request_names.h"
#include "tests/support/memory_backend.h"
#include "tests/support/test_vault.h"

#include <QTest>

using namespace latchkey;

namespace {

/// Counts the questions for lists; may refuse them.
class AskedVault final : public MemoryBackend {
public:
    int asked = 0;
    bool away = false;
    QFuture<Result<KeyListPtr>> list(const KeyQuery &q) override {
        ++asked;
        return away ? ready<Result<KeyListPtr>>(fail(ErrorCode::Unreachable)) : MemoryBackend::list(q);
    }
};

} // namespace

/// The names of a search are looked up once, for its rows, its count and its further pages.
class FoundNamesTest : public QObject {
    Q_OBJECT
private slots:
    void onceForEachSearch() {
        AskedVault vault;
        FoundNames names(vault);
        const QStringList words{QStringLiteral("sync")};
        const auto rows = names.named(words), count = names.named(words); // at the same time
        QVERIFY(waitFor(rows) && waitFor(count));
        QVERIFY(waitFor(names.named(words))); // the next page
        QCOMPARE(vault.asked, 1);
        QVERIFY(waitFor(names.named({QStringLiteral("other")})));
        QCOMPARE(vault.asked, 2);
        emit vault.keysChanged({});
        QVERIFY(waitFor(names.named(words)));
        QCOMPARE(vault.asked, 3);
    }

    void whatFailedIsAskedAgain() {
        AskedVault vault;
        vault.away = true;
        FoundNames names(vault);
        const QStringList words{QStringLiteral("sync")};
        QVERIFY(!waitFor(names.named(words)));
        vault.away = false;
        QVERIFY(waitFor(names.named(words)));
        QCOMPARE(vault.asked, 2);
    }
};

QTEST_GUILESS_MAIN(FoundNamesTest)
#include "found_names_test.moc"
