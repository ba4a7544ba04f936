#include "tests/gui/shell/window_fixture.h"
#include "tests/support/file_locks.h"
#include "ui/platform/file_dialog.h"

#include <QFileSystemModel>

using namespace latchkey;
using namespace latchkey::ui;

class TestFileDialog : public QObject {
    Q_OBJECT
private slots:
    /// A dialog that lists an open vault opens it not: that would end its locks.
    void aFileDialogOpensNoVault() {
        WindowFixture f;
        QVERIFY(holdsSqliteLock(f.vault.path()));
        FileDialog dialog(f.window.get(), {}, f.vault.dir.path());
        dialog.show();
        const auto *files = dialog.findChild<QFileSystemModel *>();
        QVERIFY(files);
        const auto kind = [&] { return files->index(f.vault.path(), 2).data().toString(); };
        QTRY_VERIFY(!kind().isEmpty());
        QTRY_VERIFY(!files->index(f.vault.path()).data(Qt::DecorationRole).isNull());
        QVERIFY(holdsSqliteLock(f.vault.path()));
    }
};

QTEST_MAIN(TestFileDialog)
#include "test_file_dialog.moc"
