#include "core/storage/open_database.h"

#include "core/services/key_import/import_file.h"
#include "core/services/log_import/line_source.h"
#include "tests/support/file_locks.h"
#include "tests/support/test_vault.h"

using namespace latchkey;

/// A vault that is open keeps its locks, whatever else is done with its file here.
class OpenDatabaseTest : public QObject {
    Q_OBJECT

    static bool isRefused(const Outcome &done) {
        return !done && done.error().code == ErrorCode::CannotOpen &&
               done.error().params.value(QStringLiteral("reason")) == QStringLiteral("openVault");
    }

private slots:
    void openedTwice() {
        TestVault v;
        v.open();
        QVERIFY(holdsSqliteLock(v.path()));
        {
            const auto again = waitFor(openLocalVault(v.path(), {}, v.clock));
            QVERIFY(again.has_value());
        }
        QVERIFY(holdsSqliteLock(v.path()));
        QVERIFY(v.service->backend().info().location == v.path());
    }

    void namedAsAFileToRead() {
        TestVault v;
        v.open();
        const std::atomic_bool stop{false};
        for (const char *suffix : {"", "-wal", "-shm"}) {
            const QString path = v.path() + QLatin1StringView(suffix);
            QVERIFY2(QFile::exists(path), suffix);
            QVERIFY2(isOpenDatabase(path), suffix);
            QVERIFY(isRefused(mayOpenFile(path)));
            const auto shape = ImportFile::look(path);
            QVERIFY(!shape && isRefused(fail(shape.error())));
            LineSource lines(path);
            QVERIFY(isRefused(lines.open({}, stop)));
        }
        QVERIFY(holdsSqliteLock(v.path()));
        // By another name too; and what only stands beside it is none.
        const QString link = v.dir.filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(v.path(), link) && isOpenDatabase(link));
        QFile other(v.dir.filePath(QStringLiteral("keys.csv")));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("name\nA\n") == 7);
        QVERIFY(!isOpenDatabase(other.fileName())); // though it is open
        other.close();
        QVERIFY(ImportFile::look(other.fileName()).has_value());
        v.close();
        QTRY_VERIFY(!isOpenDatabase(v.path()));
    }

    /// What all this is for.
    void anotherDescriptorEndsTheLock() {
        TestVault v;
        v.open();
        QFile file(v.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        file.close();
        QVERIFY(!holdsSqliteLock(v.path()));
    }
};

QTEST_GUILESS_MAIN(OpenDatabaseTest)
#include "open_database_test.moc"
