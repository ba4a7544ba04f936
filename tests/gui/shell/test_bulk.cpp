#include "core/secrets/session_store.h"
#include "tests/support/memory_backend.h"
#include "tests/support/test_vault.h"
#include "ui/dialogs/delete_sheet.h"
#include "ui/keys/keys_page.h"
#include "ui/shell/dialog_forms.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_stack.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace latchkey;
using namespace latchkey::ui;

namespace {

/// The window on a vault in memory, with more keys than anybody would tick one by one.
struct BulkBench {
    QTemporaryDir dir;
    FixedClock clock{Instant(1'800'000'000'000)};
    MemoryBackend backend;
    SessionStore secrets;
    KeyService service{backend, secrets, clock, Principal{QStringLiteral("Ana"), true, true, {}}};
    Settings settings{dir.filePath(QStringLiteral("settings.ini"))};
    SecretClipboard clipboard{QApplication::clipboard()};
    std::unique_ptr<MainWindow> window;

    explicit BulkBench(int keys) {
        backend.fill(keys, clock.now());
        window = std::make_unique<MainWindow>(
            WindowContext{service, settings, clipboard,
                          [this](QWidget *w) { return new DialogForms(service, clipboard, settings, w); }});
        window->show();
        [&] {
            QVERIFY(QTest::qWaitForWindowActive(window.get()));
            QTRY_COMPARE(window->page().model().rowCount(), keys);
        }();
    }
    void selectAll(int keys) {
        window->page().table().selectAll();
        [&] { QTRY_COMPARE(window->page().table().selectedCount(), keys); }();
    }
    void run(const char *command) { window->commands().trigger(QLatin1StringView(command)); }
    [[nodiscard]] bool busy() const { return window->actions().bulk().isRunning(); }
    [[nodiscard]] bool said(const QString &text) const {
        for (const QLabel *l : window->findChildren<QLabel *>()) {
            if (l->isVisible() && l->text().contains(text))
                return true;
        }
        return false;
    }
};

} // namespace

/// What is done to a selection is done to all of it, can be stopped, and is counted truthfully.
class BulkTest : public QObject {
    Q_OBJECT
private slots:
    void allOfThemAndTheWindowLives() {
        constexpr int All = 12'345;
        BulkBench b(All);
        b.selectAll(All);
        int beats = 0;
        QElapsedTimer beat;
        qint64 longest = 0;
        QTimer heart;
        connect(&heart, &QTimer::timeout, this, [&] {
            if (beats++ > 0)
                longest = qMax(longest, beat.elapsed());
            beat.start();
        });
        heart.start(5);
        b.backend.changeMs = 20; // for each chunk
        auto *cancel = b.window->findChild<QToolButton *>(QStringLiteral("taskCancel"));
        bool shown = false;
        connect(&b.window->actions().bulk(), &BulkActions::progress, this,
                [&] { shown = cancel->isVisible() && b.said(QStringLiteral("of 12,345")); });
        b.run("key.deactivate");
        QTRY_COMPARE_WITH_TIMEOUT(b.backend.count(KeyState::Inactive), All, 60'000);
        QTRY_VERIFY(!b.busy());
        QVERIFY(shown);
        QVERIFY(!cancel->isVisible());
        QTRY_VERIFY(b.said(QStringLiteral("Deactivated 12,345 keys")));
        QVERIFY2(longest < 1000, qPrintable(QString::number(longest)));
        QTRY_COMPARE(b.window->page().table().selectedCount(), All);
        b.backend.changeMs = 0;
        b.run("edit.undo");
        QTRY_COMPARE_WITH_TIMEOUT(b.backend.count(KeyState::Active), All, 60'000);
        QTRY_VERIFY(!b.busy());
        QTRY_VERIFY(b.said(QStringLiteral("Undone: Deactivated 12,345 keys")));
    }

    void deletingAsksOnceForTheWholeNumber() {
        constexpr int All = 10'500;
        BulkBench b(All);
        b.selectAll(All);
        b.run("key.delete");
        DeleteSheet *sheet = nullptr;
        QTRY_VERIFY((sheet = b.window->findChild<DeleteSheet *>()) && sheet->isVisible());
        bool named = false;
        for (const QLabel *l : sheet->findChildren<QLabel *>())
            named = named || l->text().contains(QStringLiteral("10,500"));
        QVERIFY(named);
        QTest::mouseClick(sheet->findChild<QPushButton *>(QStringLiteral("confirmDelete")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(b.backend.count(KeyState::Deleted), All, 60'000);
        QTRY_COMPARE(b.window->page().model().rowCount(), 0);
        QTRY_VERIFY(!b.busy());
    }

    /// The number is shown with its separator, and may be typed with or without it.
    void theNumberIsTypedAsItIsShown() {
        DeleteSheet sheet(ApiKey(), 5'200, true, 30, Instant(), nullptr);
        const auto *confirm = sheet.findChild<QPushButton *>(QStringLiteral("confirmDelete"));
        auto *typed = sheet.findChild<QLineEdit *>(QStringLiteral("confirmName"));
        QCOMPARE(typed->accessibleName(), QStringLiteral("Type 5,200 to confirm:"));
        const std::initializer_list<std::pair<const char *, bool>> numbers{
            {"5200", true}, {"520", false}, {"5,200", true}, {"", false}};
        for (const auto &[text, fits] : numbers) {
            typed->setText(QLatin1StringView(text));
            QCOMPARE(confirm->isEnabled(), fits);
        }
    }

    /// What an undo selects is selected once: later lists leave alone what a person has chosen since, or
    /// looks at.
    void whatIsAwaitedIsSelectedOnce() {
        BulkBench b(200);
        KeyTableView &table = b.window->page().table();
        const KeyTableModel &model = b.window->page().model();
        const auto newList = [&] {
            QSignalSpy replaced(&model, &KeyTableModel::replaced);
            emit b.backend.keysChanged({});
            QTRY_VERIFY(!replaced.isEmpty());
        };
        const auto hide = [&](qsizetype key, bool hidden) {
            b.backend.keys[key].state = hidden ? KeyState::Deleted : KeyState::Active;
            emit b.backend.keysChanged({});
            [&] { QTRY_COMPARE(model.rowOf(b.backend.keys[key].id) < 0, hidden); }();
        };
        const auto id = [&](qsizetype key) { return b.backend.keys[key].id; };
        hide(7, true);
        hide(8, true);
        table.selectWhenThere({id(3), id(5), id(7), id(8)});
        QVERIFY(table.selectedCount() <= 1); // a part is not what was selected
        hide(7, false);                      // one more comes, as of a vault that is slower
        QVERIFY(table.selectedCount() <= 1);
        hide(8, false);
        QCOMPARE(table.selectedCount(), 4);
        newList();
        table.scrollToBottom();
        QVERIFY(table.rowAt(0) > 50);
        newList();
        QVERIFY(table.rowAt(0) > 50);
        QCOMPARE(table.selectedCount(), 4);
        hide(8, true);
        QCOMPARE(table.selectedCount(), 3);
        hide(8, false);
        QCOMPARE(table.selectedCount(), 3);
        hide(8, true);
        table.selectWhenThere({id(3), id(5), id(8)});
        QCOMPARE(table.selectedCount(), 3);
        table.selectAll(); // without a key or the mouse
        QCOMPARE(table.selectedCount(), 199);
        hide(8, false); // it wasn't among all of them
        QCOMPARE(table.selectedCount(), 199);
    }

    /// All that match are those that matched then: what comes in later is not selected with them, wherever it
    /// stands, and what goes is.
    void allAreThoseThatWereThere() {
        BulkBench b(50);
        KeyTableView &table = b.window->page().table();
        const KeyTableModel &model = b.window->page().model();
        const auto show = [&](const QList<qsizetype> &keys, KeyState state, int rows) {
            for (const qsizetype key : keys)
                b.backend.keys[key].state = state;
            emit b.backend.keysChanged({});
            [&] { QTRY_COMPARE(model.rowCount(), rows); }();
        };
        const QList<qsizetype> later{0, 20, 49};
        show(later, KeyState::Deleted, 47);
        b.selectAll(47);
        const QList<KeyId> then = table.selection().mid(0, 50);
        show(later, KeyState::Active, 50);
        QCOMPARE(table.selectedCount(), 47);
        const QList<KeyId> now = table.selection().mid(0, 50);
        QCOMPARE(QSet<KeyId>(now.begin(), now.end()), QSet<KeyId>(then.begin(), then.end()));
        QTRY_VERIFY(b.said(QStringLiteral("47 selected")));
        show({5, 30}, KeyState::Deleted, 48);
        QCOMPARE(table.selectedCount(), 45);
        b.selectAll(48);
        show({5, 30, 31}, KeyState::Deleted, 47); // some go: all of the others stay
        QCOMPARE(table.selectedCount(), 47);
    }

    /// Also those of the selection that had no need of the change.
    void undoSelectsAllThatWereSelected() {
        BulkBench b(20);
        KeyTableView &table = b.window->page().table();
        b.backend.keys[4].state = KeyState::Inactive;
        b.selectAll(20);
        b.run("key.deactivate");
        QTRY_VERIFY(b.said(QStringLiteral("Deactivated 19 keys")));
        QTRY_VERIFY(!b.busy());
        table.choose(table.model()->index(2, 0)); // somebody looks at one
        QCOMPARE(table.selectedCount(), 1);
        b.run("edit.undo");
        QTRY_COMPARE(b.backend.count(KeyState::Active), 19);
        QTRY_COMPARE(table.selectedCount(), 20);
        QCOMPARE(table.currentIndex().row(), 2); // and goes on looking at it
    }

    void undoBringsTheSelectionBack() {
        BulkBench b(20);
        KeyTableView &table = b.window->page().table();
        table.selectionModel()->select(
            QItemSelection(table.model()->index(3, 0), table.model()->index(6, KeyColumnCount - 1)),
            QItemSelectionModel::ClearAndSelect);
        QCOMPARE(table.selectedCount(), 4);
        const auto selected = [&table] {
            const QList<KeyId> ids = table.selection().mid(0, 20);
            return QSet<KeyId>(ids.begin(), ids.end());
        };
        const QSet<KeyId> before = selected();
        b.run("key.delete");
        DeleteSheet *sheet = nullptr;
        QTRY_VERIFY((sheet = b.window->findChild<DeleteSheet *>()) && sheet->isVisible());
        QTest::mouseClick(sheet->findChild<QPushButton *>(QStringLiteral("confirmDelete")), Qt::LeftButton);
        QTRY_COMPARE(b.window->page().model().rowCount(), 16);
        QTRY_VERIFY(!b.busy());
        QVERIFY(table.selectedCount() <= 1);
        b.run("edit.undo");
        QTRY_COMPARE(b.window->page().model().rowCount(), 20);
        QTRY_COMPARE(selected(), before);
        // What is done to them stands below the notices.
        QWidget &bar = b.window->page().bulkBar();
        const auto buttons = bar.findChildren<QPushButton *>();
        const auto off = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *p) {
            return p->text().remove(u'&') == QStringLiteral("Deactivate");
        });
        QVERIFY(off != buttons.end());
        QTest::mouseClick(*off, Qt::LeftButton);
        QTRY_VERIFY(b.said(QStringLiteral("Deactivated 4 keys")));
        QVERIFY(bar.isVisible());
        QCOMPARE(b.window->focusWidget(), &table); // the next key pressed is for the rows
        const auto covered = [&] {
            const QRect place(bar.mapTo(b.window.get(), QPoint()), bar.size());
            const auto toasts = b.window->findChildren<QWidget *>(QStringLiteral("toast"));
            return std::any_of(toasts.begin(), toasts.end(), [&](const QWidget *toast) {
                return toast->isVisible() && toast->geometry().intersects(place);
            });
        };
        QTRY_VERIFY(!covered());
    }

    void cancelStopsAndCounts() {
        constexpr int All = 20'000;
        BulkBench b(All);
        b.selectAll(All);
        b.backend.changeMs = 20;
        auto *cancel = b.window->findChild<QToolButton *>(QStringLiteral("taskCancel"));
        QElapsedTimer since;
        connect(
            &b.window->actions().bulk(), &BulkActions::progress, this,
            [&] {
                if (since.isValid())
                    return;
                since.start();
                QTest::mouseClick(cancel, Qt::LeftButton);
            },
            Qt::QueuedConnection);
        b.run("key.deactivate");
        QTRY_VERIFY(since.isValid() && !b.busy());
        QVERIFY(since.elapsed() < 500);
        const int done = b.backend.count(KeyState::Inactive);
        QVERIFY(done > 0 && done < All);
        QVERIFY(b.said(QStringLiteral("Deactivated %1 keys. Stopped: %2 of 20,000 are unchanged.")
                           .arg(QLocale().toString(done), QLocale().toString(All - done))));
        QTest::qWait(50); // cancelled stays cancelled
        QCOMPARE(b.backend.count(KeyState::Inactive), done);
        b.run("edit.undo"); // takes back what was done, no more
        const int before = b.backend.changes;
        QTRY_COMPARE_WITH_TIMEOUT(b.backend.count(KeyState::Active), All, 60'000);
        QCOMPARE(b.backend.changes - before, done);
    }

    void whatFailedIsCountedRetriedAndNotUndone() {
        constexpr int All = 30;
        BulkBench b(All);
        QSet<KeyId> bad;
        for (int i = 0; i < All; i += 10)
            bad.insert(b.backend.keys[i].id);
        // Somebody switches these off while we do: their change is not ours to undo.
        b.backend.refuse = [&](const KeyChange &c) -> std::optional<Error> {
            if (!bad.contains(c.id))
                return std::nullopt;
            ApiKey &k = b.backend.keys[b.backend.at[c.id]];
            k.state = KeyState::Inactive;
            ++k.version;
            return Error(ErrorCode::Conflict, {{QStringLiteral("changedBy"), QStringLiteral("Ben")}});
        };
        b.selectAll(All);
        b.run("key.deactivate");
        QTRY_VERIFY(b.said(QStringLiteral("Deactivated 27 keys")));
        QTRY_VERIFY(b.said(QStringLiteral("3 of 30 keys are unchanged. Ben changed this key")));
        b.backend.refuse = {};
        const auto toasts = b.window->findChildren<QWidget *>(QStringLiteral("toast"));
        for (const QWidget *toast : toasts) { // said once
            for (const QLabel *l : toast->findChildren<QLabel *>())
                QVERIFY2(!l->text().contains(QStringLiteral("Ben")), qPrintable(l->text()));
        }
        b.run("edit.undo");
        QTRY_VERIFY(!b.busy() && b.backend.count(KeyState::Active) == 27);
        for (const KeyId &id : bad)
            QCOMPARE(b.backend.keys[b.backend.at[id]].state, KeyState::Inactive);
    }

    /// A chunk is written whole or not at all.
    void aFullDiskStopsItAndRetryGoesOn() {
        constexpr int All = 1'200;
        BulkBench b(All);
        b.backend.refuse = [&](const KeyChange &) -> std::optional<Error> {
            return b.backend.count(KeyState::Inactive) >= 600 ? std::optional(Error(ErrorCode::DiskFull))
                                                              : std::nullopt;
        };
        b.selectAll(All);
        b.run("key.deactivate");
        QTRY_VERIFY(b.said(QStringLiteral("700 of 1,200 keys are unchanged. The disk is full.")));
        QCOMPARE(b.backend.count(KeyState::Inactive), 500);
        QVERIFY(b.backend.changes < All); // it does not knock at a full disk for every key
        b.backend.refuse = {};
        QPushButton *retry = b.window->findChild<QPushButton *>(QStringLiteral("bannerAction"));
        QVERIFY(retry);
        QTest::mouseClick(retry, Qt::LeftButton);
        QTRY_COMPARE(b.backend.count(KeyState::Inactive), All);
        QTRY_VERIFY(b.said(QStringLiteral("Deactivated 700 keys")));
        QTRY_VERIFY(!b.said(QStringLiteral("are unchanged")));
    }

    /// Undo puts back just the field that was changed, and only where nobody was in between.
    void editsAreTakenBackExactly() {
        constexpr int All = 1'100;
        BulkBench b(All);
        for (int i = 0; i < All; ++i) {
            b.backend.keys[i].config.scopes = ScopeSet::parse(u"leads:read");
            if (i % 2 == 0)
                b.backend.keys[i].config.tags = {QStringLiteral("old")};
        }
        b.selectAll(All);
        DeedValue value;
        value.tags = {QStringLiteral("new"), QStringLiteral("old")};
        b.window->actions().bulk().change(Deed::AddTags, b.window->page().table().selection(), value);
        QTRY_VERIFY(b.said(QStringLiteral("Changed 1,100 keys")));
        for (const ApiKey &k : b.backend.keys)
            QCOMPARE(k.config.tags, value.tags);
        b.backend.keys[3].config.owner = QStringLiteral("Ben");
        ++b.backend.keys[3].version;
        b.run("edit.undo");
        QTRY_VERIFY(b.said(QStringLiteral("1 of 1,100 keys are unchanged.")));
        for (int i = 0; i < All; ++i)
            QCOMPARE(b.backend.keys[i].config.tags, i == 3       ? value.tags
                                                    : i % 2 == 0 ? QStringList{QStringLiteral("old")}
                                                                 : QStringList());
        QCOMPARE(b.backend.keys[3].config.owner, QStringLiteral("Ben"));
        b.run("edit.redo");
        QTRY_VERIFY(b.backend.keys[2].config.tags == value.tags && !b.busy());
    }

    void theRunningJobIsCancelledByItsCommand() {
        constexpr int All = 20'000;
        BulkBench b(All);
        const QAction *cancel = b.window->commands().action(QStringLiteral("jobs.cancel"));
        QVERIFY(!cancel->isEnabled());
        QCOMPARE(cancel->toolTip(), QStringLiteral("No job runs"));
        b.selectAll(All);
        b.backend.changeMs = 20;
        b.run("key.deactivate");
        QTRY_VERIFY(cancel->isEnabled());
        b.run("jobs.cancel");
        QCOMPARE(b.window->pages().shown(), QStringLiteral("jobs"));
        QTRY_VERIFY(!b.busy());
        QVERIFY(b.backend.count(KeyState::Inactive) < All);
        QTRY_VERIFY(!cancel->isEnabled());
    }

    /// What can't be taken back any more is not offered again.
    void aRefusedUndoGoes() {
        BulkBench b(2);
        b.selectAll(2);
        b.run("key.deactivate");
        QTRY_VERIFY(b.said(QStringLiteral("Deactivated 2 keys")));
        QTRY_VERIFY(!b.busy());
        for (ApiKey &k : b.backend.keys) // somebody changes them
            ++k.version;
        b.run("edit.undo");
        QTRY_VERIFY(b.said(QStringLiteral("2 of 2 keys are unchanged.")));
        QTRY_VERIFY(!b.busy());
        QVERIFY(!b.window->undoHistory().canUndo() && !b.window->undoHistory().canRedo());
    }

    void anUndoThatFailedIsAskedForAgain() {
        for (const ErrorCode why : {ErrorCode::DiskFull, ErrorCode::NotAllowed}) {
            BulkBench b(3);
            b.selectAll(3);
            b.run("key.deactivate");
            QTRY_VERIFY(b.said(QStringLiteral("Deactivated 3 keys")));
            QTRY_VERIFY(!b.busy());
            b.backend.refuse = [why](const KeyChange &) { return std::optional(Error(why)); };
            b.run("edit.undo");
            QTRY_VERIFY(b.said(QStringLiteral("3 of 3 keys are unchanged.")));
            QTRY_VERIFY(!b.busy());
            QVERIFY(b.window->undoHistory().canUndo() && !b.window->undoHistory().hasUndone());
            b.backend.refuse = {};
            b.run("edit.undo");
            QTRY_COMPARE(b.backend.count(KeyState::Active), 3);
            QTRY_VERIFY(!b.busy());
            b.run("edit.redo");
            QTRY_COMPARE(b.backend.count(KeyState::Inactive), 3);
            QTRY_VERIFY(!b.busy());
        }
    }

    /// What a stopped undo has left is what Retry takes back, and redo makes all of it again.
    void aStoppedUndoGoesOn() {
        constexpr int All = 1'200;
        BulkBench b(All);
        b.selectAll(All);
        b.run("key.deactivate");
        QTRY_VERIFY(b.said(QStringLiteral("Deactivated 1,200 keys")));
        QTRY_VERIFY(!b.busy());
        b.backend.refuse = [&](const KeyChange &) -> std::optional<Error> {
            return b.backend.count(KeyState::Active) >= 600 ? std::optional(Error(ErrorCode::DiskFull))
                                                            : std::nullopt;
        };
        b.run("edit.undo");
        QTRY_VERIFY(b.said(QStringLiteral("700 of 1,200 keys are unchanged. The disk is full.")));
        QTRY_VERIFY(!b.busy());
        b.backend.refuse = {};
        QPushButton *retry = b.window->findChild<QPushButton *>(QStringLiteral("bannerAction"));
        QVERIFY(retry);
        QTest::mouseClick(retry, Qt::LeftButton);
        QTRY_COMPARE(b.backend.count(KeyState::Active), All);
        QTRY_VERIFY(!b.busy());
        b.run("edit.redo");
        QTRY_COMPARE(b.backend.count(KeyState::Inactive), All);
        QTRY_VERIFY(!b.busy());
    }

    void severalBulkStepsThereAndBack() {
        constexpr int All = 600;
        BulkBench b(All);
        for (ApiKey &k : b.backend.keys)
            k.config.scopes = ScopeSet::parse(u"leads:read");
        b.selectAll(All);
        DeedValue value;
        value.tags = {QStringLiteral("new")};
        b.window->actions().bulk().change(Deed::AddTags, b.window->page().table().selection(), value);
        QTRY_VERIFY(b.said(QStringLiteral("Changed 600 keys")));
        b.selectAll(All);
        b.run("key.deactivate");
        QTRY_VERIFY(b.said(QStringLiteral("Deactivated 600 keys")));
        const auto tagged = [&] {
            return std::count_if(b.backend.keys.begin(), b.backend.keys.end(),
                                 [](const ApiKey &k) { return !k.config.tags.isEmpty(); });
        };
        for (int round = 0; round < 2; ++round) {
            b.run("edit.undo");
            QTRY_VERIFY(b.backend.count(KeyState::Inactive) == 0 && !b.busy());
            QCOMPARE(tagged(), All);
            b.run("edit.undo");
            QTRY_VERIFY(tagged() == 0 && !b.busy());
            b.run("edit.redo");
            QTRY_VERIFY(tagged() == All && !b.busy());
            b.run("edit.redo");
            QTRY_VERIFY(b.backend.count(KeyState::Inactive) == All && !b.busy());
        }
    }

    void aSecondOneWaitsForTheFirst() {
        BulkBench b(2'000);
        b.selectAll(2'000);
        b.run("key.deactivate");
        QVERIFY(b.busy());
        b.run("key.activate");
        QTRY_VERIFY_WITH_TIMEOUT(!b.busy(), 30'000);
        QCOMPARE(b.backend.count(KeyState::Active), 2'000);
        QCOMPARE(b.backend.changes, 4'000);
    }

    /// Rows far from the screen are copied too, and a token that waits to be taken back is not counted on.
    void copiedRowsAreWhole() {
        BulkBench b(3'000);
        b.clipboard.copyText(QStringLiteral("not a real token"));
        b.selectAll(3'000);
        b.run("edit.copyRows");
        QTRY_VERIFY(b.said(QStringLiteral("3,000 rows copied")));
        QVERIFY(!b.clipboard.holds());
        const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3'001);
        QVERIFY(lines[2'500].startsWith(QStringLiteral("Key 2499\t")));
    }
};

QTEST_MAIN(BulkTest)
#include "test_bulk.moc"
