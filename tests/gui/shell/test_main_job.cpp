#include "tests/gui/shell/window_fixture.h"
#include "ui/commands/command_palette.h"
#include "ui/detail/detail_pane.h"
#include "ui/dialogs/delete_sheet.h"
#include "ui/lock/lock_cover.h"
#include "ui/shell/rename_sheet.h"
#include "ui/shell/status_line.h"
#include "ui/sidebar/sidebar.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QTimer>

using namespace latchkey;
using namespace latchkey::ui;

/// The main job in the whole window, by keyboard, on a real vault.
class MainJobByKeyboard : public QObject {
    Q_OBJECT
private:
    /// Runs `answer` with the next sheet of this kind; the sheet comes only after the key was read afresh.
    template<typename T>
    static std::shared_ptr<bool> whenShown(WindowFixture &f, std::function<void(T *)> answer) {
        const auto answered = std::make_shared<bool>(false);
        auto *timer = new QTimer(f.window.get());
        QObject::connect(timer, &QTimer::timeout, timer, [timer, answer, answered, &f] {
            if (T *sheet = f.shown<T>()) {
                timer->deleteLater();
                timer->stop();
                answer(sheet);
                *answered = true;
            }
        });
        timer->start(10);
        return answered;
    }

private slots:
    void createCopyRestart() {
        WindowFixture f;
        f.press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(f.shown<CreateWindow>());
        auto *sheet = f.shown<CreateWindow>();
        QVERIFY(QTest::qWaitForWindowActive(sheet));
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("name"));
        f.type(QStringLiteral("CRM sync"));
        f.press(Qt::Key_Tab);
        f.press(Qt::Key_Space); // the first environment
        auto *from = sheet->findChild<QComboBox *>(QStringLiteral("template"));
        QVERIFY(from);
        for (int i = 0; i < 10 && QApplication::focusWidget() != from; ++i)
            f.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), from);
        f.press(Qt::Key_Down);
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.model().rowCount(), 1);
        QTRY_VERIFY(sheet->hasUnstoredToken());

        // Neither Esc nor closing the window loses it.
        f.press(Qt::Key_Escape);
        QVERIFY(sheet->isVisible());
        QVERIFY(!f.window->close());
        QVERIFY(f.window->isVisible());
        QTest::mouseClick(f.button(sheet, QStringLiteral("Keep open")), Qt::LeftButton);

        f.press(Qt::Key_Return); // Copy has the focus
        QTRY_VERIFY(f.clipboard->holds());
        const auto parsed = token::parse(QApplication::clipboard()->text().toLatin1());
        QVERIFY(parsed);
        QVERIFY(!sheet->hasUnstoredToken());
        f.press(Qt::Key_Escape);
        QTRY_VERIFY(!f.shown<CreateWindow>());
        const KeyId id = f.model().idAt(0);
        f.restart();
        QVERIFY(!f.clipboard->holds());
        QVERIFY(QApplication::clipboard()->text().isEmpty()); // taken back on quitting
        QTRY_COMPARE(f.model().rowCount(), 1);
        QCOMPARE(f.model().idAt(0), id);
        QCOMPARE(f.read(id).config.name, QStringLiteral("CRM sync"));
        QVERIFY(!f.read(id).config.scopes.isEmpty());
    }

    void deactivateUndoRedo() {
        WindowFixture f;
        const auto keys = f.add({QStringLiteral("One"), QStringLiteral("Two")});
        f.choose(keys[1].id);
        f.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(f.read(keys[1].id).state, KeyState::Inactive);
        QTRY_VERIFY(f.window->undoHistory().canUndo());
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(f.read(keys[1].id).state, KeyState::Active);
        QTRY_COMPARE(f.table().currentKey(), keys[1].id);
        f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(f.read(keys[1].id).state, KeyState::Inactive);
        QCOMPARE(f.read(keys[0].id).state, KeyState::Active);
    }

    void aSelectionIsSwitchedOffInOneStep() {
        WindowFixture f;
        const auto keys = f.add({QStringLiteral("One"), QStringLiteral("Two"), QStringLiteral("Three")});
        f.choose(keys[0].id);
        f.press(Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(f.table().selectedCount(), 3);
        f.window->commands().trigger(QStringLiteral("key.deactivate"));
        for (const ApiKey &k : keys)
            QTRY_COMPARE(f.read(k.id).state, KeyState::Inactive);
        QTRY_VERIFY(f.window->undoHistory().canUndo());
        f.press(Qt::Key_Z, Qt::ControlModifier);
        for (const ApiKey &k : keys)
            QTRY_COMPARE(f.read(k.id).state, KeyState::Active);
        QTRY_COMPARE(f.table().selectedCount(), 3);
    }

    void renameAndUndo() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("One")}).first();
        f.choose(k.id);
        whenShown<RenameSheet>(f, [](RenameSheet *sheet) {
            auto *name = sheet->findChild<QLineEdit *>(QStringLiteral("renameName"));
            name->selectAll();
            QTest::keyClicks(name, QStringLiteral("Nightly sync"));
            QTest::keyClick(name, Qt::Key_Return);
        });
        f.press(Qt::Key_F2);
        QTRY_COMPARE(f.read(k.id).config.name, QStringLiteral("Nightly sync"));
        QTRY_VERIFY(f.window->undoHistory().canUndo());
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(f.read(k.id).config.name, QStringLiteral("One"));
        const auto told = [&f](const QString &text) { // as a screen reader has it
            const auto toasts = f.window->findChildren<QWidget *>(QStringLiteral("toast"));
            return std::any_of(toasts.begin(), toasts.end(), [&text](const QWidget *toast) {
                return toast->isVisible() && toast->accessibleName() == text;
            });
        };
        QTRY_VERIFY(told(QStringLiteral("Undone: Renamed to “Nightly sync”")));
        f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(told(QStringLiteral("Redone: Renamed to “Nightly sync”")));
    }

    /// Each step finds the key as it left it, whatever was done after it and undone again; but for somebody
    /// else.
    void severalStepsThereAndBack() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("One")}).first();
        f.choose(k.id);
        whenShown<RenameSheet>(f, [](RenameSheet *sheet) {
            auto *name = sheet->findChild<QLineEdit *>(QStringLiteral("renameName"));
            name->selectAll();
            QTest::keyClicks(name, QStringLiteral("Two"));
            QTest::keyClick(name, Qt::Key_Return);
        });
        f.press(Qt::Key_F2);
        QTRY_COMPARE(f.read(k.id).config.name, QStringLiteral("Two"));
        QTRY_VERIFY(f.window->undoHistory().canUndo());
        f.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(f.read(k.id).state, KeyState::Inactive);
        QTRY_VERIFY(f.window->undoHistory().undoText().contains(QStringLiteral("Deactivated")));
        const auto is = [&](const char *name, KeyState state) {
            const ApiKey now = f.read(k.id);
            return now.config.name == QLatin1StringView(name) && now.state == state;
        };
        for (int round = 0; round < 3; ++round) {
            f.press(Qt::Key_Z, Qt::ControlModifier);
            QTRY_VERIFY(is("Two", KeyState::Active));
            QTRY_VERIFY(f.model().index(0, static_cast<int>(KeyColumn::Status)).data() ==
                        QStringLiteral("Active"));
            f.press(Qt::Key_Z, Qt::ControlModifier);
            QTRY_VERIFY(is("One", KeyState::Active));
            f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
            QTRY_VERIFY(is("Two", KeyState::Active));
            f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
            QTRY_VERIFY(is("Two", KeyState::Inactive));
        }
        for (int i = 0; i < 2; ++i) // the second waits for the end of the first
            f.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(is("One", KeyState::Active));
        for (int i = 0; i < 2; ++i)
            f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(is("Two", KeyState::Inactive));
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(is("Two", KeyState::Active));
        KeyConfig other = f.read(k.id).config;
        other.owner = QStringLiteral("Ben");
        QVERIFY(waitFor(f.vault.service->edit(f.read(k.id), other))); // somebody else
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QTest::qWait(100);
        QVERIFY(is("Two", KeyState::Active));
        QTRY_VERIFY(!f.window->undoHistory().canUndo()); // it is dropped, and not offered again
    }

    void deleteRestoreAndForGood() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("One")}).first();
        f.choose(k.id);
        const auto declined = whenShown<DeleteSheet>(f, [](DeleteSheet *sheet) { // Return never destroys
            QTest::keyClick(sheet->focusWidget(), Qt::Key_Return);
        });
        f.press(Qt::Key_Delete);
        QTRY_VERIFY(*declined);
        QTRY_VERIFY(!f.shown<DeleteSheet>());
        f.settle();
        QCOMPARE(f.read(k.id).state, KeyState::Active);

        const auto confirm = [](DeleteSheet *sheet) {
            QTest::mouseClick(sheet->findChild<QPushButton *>(QStringLiteral("confirmDelete")),
                              Qt::LeftButton);
        };
        whenShown<DeleteSheet>(f, confirm);
        f.table().setFocus();
        f.press(Qt::Key_Delete);
        QTRY_COMPARE(f.read(k.id).state, KeyState::Deleted);
        QTRY_COMPARE(f.model().rowCount(), 0);
        QTRY_VERIFY(f.window->undoHistory().canUndo());
        f.window->commands().trigger(QStringLiteral("edit.undo"));
        QTRY_COMPARE(f.read(k.id).state, KeyState::Active);
        QTRY_COMPARE(f.model().rowCount(), 1);

        f.choose(k.id);
        QTRY_VERIFY(!f.shown<DeleteSheet>());
        whenShown<DeleteSheet>(f, confirm);
        f.press(Qt::Key_Delete);
        QTRY_COMPARE(f.read(k.id).state, KeyState::Deleted);
        f.window->page().setScope(std::nullopt, SmartFilter::RecentlyDeleted);
        f.choose(k.id);
        QTRY_VERIFY(f.window->commands().action(QStringLiteral("key.purge"))->isEnabled());
        whenShown<DeleteSheet>(f, [k](DeleteSheet *sheet) {
            const auto *which = sheet->findChild<QLabel *>(QStringLiteral("deleteWhich"));
            QVERIFY(which->isVisible() && which->text().contains(shownId(k))); // of several with this name
            auto *button = sheet->findChild<QPushButton *>(QStringLiteral("confirmDelete"));
            auto *name = sheet->findChild<QLineEdit *>(QStringLiteral("confirmName"));
            QVERIFY(!button->isEnabled());
            QCOMPARE(sheet->focusWidget(), name); // one types at once
            QTest::keyClicks(name, QStringLiteral("one"));
            QVERIFY(!button->isEnabled());
            name->selectAll();
            QTest::keyClicks(name, QStringLiteral("One"));
            QTest::mouseClick(button, Qt::LeftButton);
        });
        f.window->commands().trigger(QStringLiteral("key.purge"));
        QTRY_COMPARE(f.model().rowCount(), 0);
        QTRY_VERIFY(!f.shown<DeleteSheet>());
        const auto says = [&f](const QString &text) {
            const auto labels = f.window->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel *l) { return l->isVisible() && l->text().contains(text); });
        };
        f.window->undoHistory().undo();
        QTRY_VERIFY(says(QStringLiteral("This can't be undone")));
        f.window->undoHistory().undo(); // the deletion before
        QTRY_VERIFY(says(QStringLiteral("can't be brought back")));
    }

    void revealAsksOnceAndLockForgets() {
        WindowFixture f;
        const auto made = waitFor(f.vault.service->create(f.vault.config()));
        QVERIFY(waitFor(f.vault.service->keep(made->key, made->token)));
        f.choose(made->key.id);
        f.window->commands().trigger(QStringLiteral("key.reveal"));
        QPushButton *agree = nullptr;
        QTRY_VERIFY((agree = f.button(f.window.get(), QStringLiteral("Reveal key"))));
        QVERIFY(!f.window->page().revealed().shows(made->key.id));
        QTest::mouseClick(agree, Qt::LeftButton);
        QTRY_VERIFY(f.window->page().revealed().shows(made->key.id));
        f.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(f.window->lockCover().isLocked());
        QVERIFY(!f.window->page().revealed().shows(made->key.id));
        QVERIFY(!f.table().isVisible());
        QTest::keyClick(f.window.get(), Qt::Key_N, Qt::ControlModifier); // shortcuts are out of reach too
        QVERIFY(!f.shown<CreateWindow>());
        QTest::mouseClick(f.button(&f.window->lockCover(), QStringLiteral("Unlock")), Qt::LeftButton);
        QTRY_VERIFY(f.table().isVisible());
        QVERIFY(f.window->menuBar()->isVisible() && f.window->menuBar()->isEnabled());
        f.window->commands().trigger(QStringLiteral("key.reveal")); // agreed for this session
        QTRY_VERIFY(f.window->page().revealed().shows(made->key.id));
    }

    void paletteRunsACommand() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("One")}).first();
        f.choose(k.id);
        f.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f.window->palette().isVisible());
        f.press(Qt::Key_Escape);
        QVERIFY(!f.window->palette().isVisible());
        QCOMPARE(QApplication::focusWidget(), &f.table());
        f.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f.window->palette().isVisible());
        f.type(QStringLiteral("Copy Key ID"));
        f.press(Qt::Key_Return);
        QTRY_COMPARE(QApplication::clipboard()->text(), k.id.toString());
        QVERIFY(!f.window->palette().isVisible());
    }

    void escapeClearsThenClosesThenRests() {
        WindowFixture f;
        const auto keys = f.add({QStringLiteral("One"), QStringLiteral("Two")});
        f.choose(keys[0].id);
        f.press(Qt::Key_F9);
        QVERIFY(f.window->isDetailShown());
        f.press(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), &f.window->page().search());
        f.type(QStringLiteral("two"));
        QTRY_COMPARE(f.model().rowCount(), 1);
        f.press(Qt::Key_Escape);
        QTRY_COMPARE(f.model().rowCount(), 2);
        QVERIFY(f.window->isDetailShown());
        f.press(Qt::Key_Escape);
        QVERIFY(!f.window->isDetailShown());
        QCOMPARE(QApplication::focusWidget(), &f.table());
    }

    void regionsInTurn() {
        WindowFixture f;
        f.choose(f.add({QStringLiteral("One")}).first().id);
        f.window->resize(1280, 800); // wide enough for the details beside the table
        QTRY_COMPARE(f.window->width(), 1280);
        f.window->setDetailShown(true);
        f.table().setFocus();
        QList<QWidget *> visited;
        for (int i = 0; i < 5; ++i) {
            f.press(Qt::Key_F6);
            visited.append(QApplication::focusWidget());
        }
        QVERIFY(f.window->detail().isAncestorOf(visited[0]));
        QVERIFY(f.window->findChild<StatusLine *>()->isAncestorOf(visited[1]));
        QVERIFY(f.window->sidebar().isAncestorOf(visited[2]));
        QCOMPARE(visited[3], &f.window->page().search());
        QCOMPARE(visited[4], &f.table());
        f.press(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), &f.window->page().search());
    }

    /// A banner's button, the bulk bar and the newest notice are stations of F6 as well.
    void regionsThatComeAndGo() {
        WindowFixture f;
        f.add({QStringLiteral("One"), QStringLiteral("Two")});
        f.window->showKeychainState(SecretStoreState::SessionOnly); // a banner with a button
        f.table().setFocus();
        f.table().selectAll();
        f.window->commands().trigger(QStringLiteral("key.deactivate"));
        QTRY_VERIFY(f.window->undoHistory().canUndo());
        QTRY_COMPARE(f.table().selectedCount(), 2);
        QStringList names;
        for (int i = 0; i < 7; ++i) {
            f.press(Qt::Key_F6);
            names.append(QApplication::focusWidget()->objectName());
        }
        QVERIFY2(names.contains(QStringLiteral("toastUndo")), qPrintable(names.join(u' ')));
        QVERIFY2(names.contains(QStringLiteral("bannerAction")), qPrintable(names.join(u' ')));
        QVERIFY2(names.contains(QStringLiteral("key.changeSelected.button")), qPrintable(names.join(u' ')));
        QCOMPARE(QApplication::focusWidget(), &f.table()); // once round
        while (QApplication::focusWidget()->objectName() != QStringLiteral("toastUndo"))
            f.press(Qt::Key_F6, Qt::ShiftModifier);
        f.press(Qt::Key_Space); // Undo, by keyboard alone
        for (int row = 0; row < 2; ++row)
            QTRY_COMPARE(f.read(f.model().idAt(row)).state, KeyState::Active);
    }

    void narrowDetailsAreAPage() {
        WindowFixture f;
        f.choose(f.add({QStringLiteral("One")}).first().id);
        f.window->resize(900, 560);
        QTRY_COMPARE(f.window->size(), QSize(900, 560));
        f.press(Qt::Key_Return);
        QTRY_VERIFY(f.window->detail().isVisible());
        QVERIFY(!f.table().isVisible());
        f.press(Qt::Key_Escape);
        QTRY_VERIFY(f.table().isVisible());
        QVERIFY(!f.window->detail().isVisible());
    }

    void anotherDesktopIsSeenAndNotOverwritten() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("One")}).first();
        f.choose(k.id);
        auto other = waitFor(openLocalVault(f.vault.path(), {}, f.vault.clock));
        QVERIFY(other);
        KeyService ben(**other, f.vault.secrets, f.vault.clock,
                       Principal{QStringLiteral("Ben"), true, true, {}});
        QVERIFY(waitFor(ben.create(f.vault.config(QStringLiteral("Two")))));
        QTRY_COMPARE_WITH_TIMEOUT(f.model().rowCount(), 2, 2'000);
        QCOMPARE(f.table().currentKey(), k.id);
    }

    void aPastedKeyIsFoundAndNotShown() {
        WindowFixture f;
        const auto made = waitFor(f.vault.service->create(f.vault.config(QStringLiteral("Wanted"))));
        QVERIFY(waitFor(f.vault.service->create(f.vault.config(QStringLiteral("Another")))));
        QTRY_COMPARE(f.model().rowCount(), 2);
        f.press(Qt::Key_F, Qt::ControlModifier);
        QApplication::clipboard()->setText(QString::fromLatin1(made->token->view()));
        f.press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(f.window->page().search().text().isEmpty());
        QTRY_COMPARE(f.table().currentKey(), made->key.id);
    }

    void theWindowRemembers() {
        WindowFixture f;
        f.add({QStringLiteral("One")});
        f.window->resize(1200, 700);
        f.window->setDetailShown(true);
        QTRY_COMPARE(f.window->size(), QSize(1200, 700));
        f.restart();
        QTRY_COMPARE(f.window->size(), QSize(1200, 700));
        QVERIFY(f.window->isDetailShown());
    }
};

QTEST_MAIN(MainJobByKeyboard)
#include "test_main_job.moc"
