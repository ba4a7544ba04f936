#include "tests/gui/shell/shell_fixture.h"
#include "ui/commands/command_palette.h"
#include "ui/commands/undo_history.h"
#include "ui/detail/detail_pane.h"
#include "ui/dialogs/copy_key/copy_panel.h"
#include "ui/dialogs/copy_key/token_view.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/dialogs/delete_sheet.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/dialogs/rotate/rotate_window.h"
#include "ui/feedback/window_feedback.h"
#include "ui/lock/lock_cover.h"
#include "ui/shell/name_sheet.h"

#include <QAbstractItemModelTester>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTimer>

using namespace latchkey;
using namespace latchkey::ui;

/// The window as an administrator uses it: real keys and clicks, a real vault.
class ShellTest : public QObject {
    Q_OBJECT
private slots:
    void createAndCopyByKeyboard() {
        ShellFixture f;
        f.open();
        QTest::keyClick(f.window.get(), Qt::Key_N, Qt::ControlModifier);
        auto *sheet = f.dialog<CreateWindow>();
        QApplication::setActiveWindow(sheet);
        ApiKey pattern;
        pattern.config = f.vault.config(QStringLiteral("Production Email API"));
        sheet->startCopyOf(pattern);
        QTRY_VERIFY(sheet->focusWidget());
        QTest::keyClick(sheet->focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(sheet->focusWidget(), QStringLiteral("Production Email API"));
        QTest::keyClick(sheet->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(sheet->hasUnstoredToken());
        const KeyId id = sheet->copyPanel().key().id;
        QVERIFY(!id.isNull());
        QTRY_VERIFY(qobject_cast<QPushButton *>(sheet->focusWidget()));
        QTest::keyClick(sheet->focusWidget(), Qt::Key_Return); // Copy key has the focus
        QTRY_VERIFY(f.clipboard->holds());
        const auto copied = SecretBytes::copyOf(QGuiApplication::clipboard()->text().toLatin1());
        const auto parsed = token::parse(copied.view());
        QVERIFY(parsed);
        QCOMPARE(parsed->id, id);
        QVERIFY(!sheet->hasUnstoredToken());
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!f.window->findChild<CreateWindow *>() ||
                    !f.window->findChild<CreateWindow *>()->isVisible());
        QTRY_COMPARE(f.window->page().table().currentKey(), id);
        QCOMPARE(f.now(id).config.name, QStringLiteral("Production Email API"));
        f.close();
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty()); // cleared on quit
        f.open();
        QTRY_COMPARE(f.window->page().model().rowCount(), 1);
    }

    void aKeyMadeWithCtrlHeldIsSelectedAlone() {
        ShellFixture f;
        f.open();
        const KeyId first = f.add().key.id, second = f.add().key.id;
        f.select(first);
        QTest::keyPress(f.window.get(), Qt::Key_Control, Qt::ControlModifier);
        QVERIFY(QGuiApplication::keyboardModifiers() & Qt::ControlModifier);
        f.window->page().table().select(second);
        QTest::keyRelease(f.window.get(), Qt::Key_Control);
        QCOMPARE(f.window->page().table().currentKey(), second);
        QCOMPARE(f.window->page().table().selectedCount(), qsizetype(1));
    }

    void deactivateAndUndo() {
        ShellFixture f;
        f.open();
        const ApiKey k = f.add().key;
        f.select(k.id);
        QTest::keyClick(f.window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(f.now(k.id).state, KeyState::Inactive);
        QTRY_VERIFY(f.window->undoHistory().canUndo());
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(f.now(k.id).state, KeyState::Active);
        QCOMPARE(f.now(k.id).config, k.config);
        QTRY_COMPARE(f.window->page().table().currentKey(), k.id);
        QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(f.now(k.id).state, KeyState::Inactive);
    }

    void theSwitchInTheTable() {
        ShellFixture f;
        f.open();
        const ApiKey k = f.add().key;
        KeyTableView &t = f.window->page().table();
        f.select(k.id);
        const QModelIndex cell = t.model()->index(0, static_cast<int>(KeyColumn::Actions));
        t.scrollTo(cell);
        const auto place = [&] {
            QRect rect;
            for (const PlacedPart &p : partsOf(KeyColumn::Actions, t.visualRect(cell), t.layoutDirection())) {
                if (p.part == CellPart::Switch)
                    rect = p.rect;
            }
            return rect;
        };
        QRect rect = place();
        for (QRect was; was != rect;) { // columns come to rest, also on a busy machine
            was = rect;
            QTest::qWait(50);
            rect = place();
        }
        QTest::mouseClick(t.viewport(), Qt::LeftButton, {}, rect.center());
        QTRY_COMPARE(f.now(k.id).state, KeyState::Inactive);
        const auto shown = [&] { return f.window->page().model().keyAt(0); };
        QTRY_VERIFY(shown() && shown()->state == KeyState::Inactive); // the row is there again
        t.setCurrentIndex(t.model()->index(0, static_cast<int>(KeyColumn::Actions)));
        QTest::keyClick(&t, Qt::Key_Space);
        QTRY_COMPARE(f.now(k.id).state, KeyState::Active);
    }

    void deleteRestoreDestroy() {
        ShellFixture f;
        f.open();
        const ApiKey k = f.add().key;
        f.select(k.id);
        const auto answer = [&f](bool type) {
            auto *sheet = f.dialog<DeleteSheet>();
            auto *go = sheet->findChild<QPushButton *>(QStringLiteral("confirmDelete"));
            if (type) {
                QVERIFY(!go->isEnabled());
                auto *typed = sheet->findChild<QLineEdit *>(QStringLiteral("confirmName"));
                typed->setFocus();
                QTest::keyClicks(typed, QStringLiteral("CRM"));
                QTest::keyClick(typed, Qt::Key_Return); // neither deletes nor gives up
                QVERIFY(sheet->isVisible());
                QTest::keyClicks(typed, QStringLiteral(" sync"));
                QTest::keyClick(typed, Qt::Key_Return);
                QVERIFY(sheet->isVisible());
                QTRY_COMPARE(QApplication::focusWidget(), go);
            }
            QVERIFY(go->isEnabled());
            QTest::mouseClick(go, Qt::LeftButton);
            QTRY_VERIFY(!f.window->findChild<DeleteSheet *>());
        };
        QTest::keyClick(f.window.get(), Qt::Key_Delete);
        answer(false);
        QTRY_COMPARE(f.now(k.id).state, KeyState::Deleted);
        QTRY_COMPARE(f.window->page().model().rowCount(), 0);
        f.window->sidebar().choose(std::nullopt, SmartFilter::RecentlyDeleted);
        emit f.window->sidebar().chosen(std::nullopt, SmartFilter::RecentlyDeleted);
        QTRY_COMPARE(f.window->page().model().rowCount(), 1);
        QTRY_VERIFY(f.enabled("key.restore"));
        f.window->commands().trigger(QStringLiteral("key.restore"));
        QTRY_COMPARE(f.now(k.id).state, KeyState::Active);
        QVERIFY(waitFor(f.vault.service->remove(f.now(k.id))));
        QTRY_COMPARE(f.window->page().model().rowCount(), 1);
        QTRY_VERIFY(f.enabled("key.purge"));
        f.window->commands().trigger(QStringLiteral("key.purge"));
        answer(true);
        QTRY_COMPARE(f.now(k.id).state, KeyState::Purged);
        QTRY_COMPARE(f.window->page().model().rowCount(), 0);
    }

    /// Return on the sheet as it comes up cancels.
    void returnNeverDestroys() {
        ShellFixture f;
        f.open();
        const ApiKey k = f.add().key;
        f.select(k.id);
        QTest::keyClick(f.window.get(), Qt::Key_Delete);
        auto *sheet = f.dialog<DeleteSheet>();
        QTest::keyClick(sheet, Qt::Key_Return);
        QTRY_VERIFY(!f.window->findChild<DeleteSheet *>());
        QCOMPARE(f.now(k.id).state, KeyState::Active);
    }

    void revealAsksOnceAndForgets() {
        ShellFixture f;
        f.open();
        const CreatedKey made = f.add();
        QVERIFY(waitFor(f.vault.service->keep(made.key, made.token)));
        f.select(made.key.id);
        f.window->commands().trigger(QStringLiteral("key.reveal"));
        QPushButton *agree = nullptr;
        QTRY_VERIFY(agree = f.window->findChild<QPushButton *>(QStringLiteral("bannerAction")));
        QVERIFY(!f.window->page().revealed().shows(made.key.id));
        QTRY_VERIFY(agree->hasFocus()); // by keyboard alone: Esc says no, Enter yes
        QVERIFY(f.window->testAttribute(Qt::WA_KeyboardFocusChange)); // and its ring shows
        QTest::keyClick(agree, Qt::Key_Escape);
        QTRY_VERIFY(!f.window->findChild<QPushButton *>(QStringLiteral("bannerAction")));
        QVERIFY(f.window->page().table().hasFocus());
        f.window->commands().trigger(QStringLiteral("key.reveal"));
        QTRY_VERIFY(agree = f.window->findChild<QPushButton *>(QStringLiteral("bannerAction")));
        QTRY_VERIFY(agree->hasFocus());
        QTest::keyClick(agree, Qt::Key_Return);
        QTRY_VERIFY(f.window->page().revealed().shows(made.key.id));
        const auto *whole =
            f.window->findChild<QWidget *>(QStringLiteral("revealStrip"))->findChild<TokenView *>();
        QTRY_VERIFY(whole->isVisible()); // a column of the table cuts it off
        f.window->feedback().toast(QStringLiteral("A notice"), {}, {});
        QTRY_VERIFY([&] { // over the key, not on it
            const auto *toast = f.window->findChild<QWidget *>(QStringLiteral("toast"));
            const QRect key(whole->mapTo(f.window.get(), QPoint()), whole->size());
            return toast && !toast->geometry().intersects(key);
        }());
        QCOMPARE(whole->fullText().toLatin1(), made.token->view().toByteArray());
        QVERIFY(whole->width() >= whole->minimumSizeHint().width() &&
                whole->height() >= whole->heightFor(whole->width()));
        f.window->lockNow();
        QVERIFY(whole->isEmpty());
        QVERIFY(!f.window->page().revealed().shows(made.key.id));
        QVERIFY(f.window->lockCover().isLocked());
        QVERIFY(!f.window->page().isVisible());
        f.window->lockCover().unlock();
        QTRY_VERIFY(f.window->page().isVisible());
    }

    void theRenameSheetShowsItsProblemWhole() {
        const QString why = QStringLiteral("A sentence that needs two lines. ").repeated(3);
        NameSheet sheet(
            {QStringLiteral("Rename key"), QStringLiteral("Key name"), QStringLiteral("Rename")},
            QStringLiteral("One"), [why](const QString &name) { return name.size() > 3 ? why : QString(); },
            nullptr);
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        QTest::keyClicks(sheet.findChild<QLineEdit *>(), QStringLiteral("Four"));
        const QLabel *problem = nullptr;
        for (const QLabel *l : sheet.findChildren<QLabel *>())
            problem = l->text() == why ? l : problem;
        QVERIFY(problem && problem->isVisible());
        QTRY_VERIFY(problem->height() >= problem->heightForWidth(problem->width()));
    }

    void aKeyThatIsNotKeptOffersRotation() {
        ShellFixture f;
        f.open();
        const CreatedKey made = f.add();
        f.select(made.key.id);
        f.window->commands().trigger(QStringLiteral("key.reveal"));
        QPushButton *offer = nullptr;
        QTRY_VERIFY(offer = f.window->findChild<QPushButton *>(QStringLiteral("bannerAction")));
        QTRY_VERIFY(offer->hasFocus());
        QTest::keyClick(offer, Qt::Key_Return);
        auto *sheet = f.dialog<RotateWindow>();
        QVERIFY(sheet);
        sheet->reject();
        QTRY_VERIFY(!f.window->findChild<QPushButton *>(QStringLiteral("bannerAction")));
    }

    void aPastedTokenLeavesTheBoxAndFindsTheKey() {
        ShellFixture f;
        f.open();
        const CreatedKey made = f.add(QStringLiteral("First"));
        f.add(QStringLiteral("Second"));
        QGuiApplication::clipboard()->setText(QString::fromLatin1(made.token->view().toByteArray()));
        SearchBox &box = f.window->page().search();
        box.setFocus();
        QTest::keyClick(&box, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(box.text().isEmpty());
        box.undo();
        QVERIFY(box.text().isEmpty());
        QTRY_COMPARE(f.window->page().table().currentKey(), made.key.id);
    }

    void searchAndEscape() {
        ShellFixture f;
        f.open();
        f.add(QStringLiteral("Alpha"));
        f.add(QStringLiteral("Beta"));
        SearchBox &box = f.window->page().search();
        QTest::keyClick(f.window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(box.hasFocus());
        QTest::keyClicks(&box, QStringLiteral("bet"));
        QTRY_COMPARE(f.window->page().model().rowCount(), 1);
        QTest::keyClicks(&box, QStringLiteral("zzz"));
        QTRY_COMPARE(f.window->page().model().rowCount(), 0);
        QVERIFY(f.window->findChild<QPushButton *>(QStringLiteral("clearFilters"))->isVisible());
        QTest::keyClick(&box, Qt::Key_Escape);
        QTRY_COMPARE(f.window->page().model().rowCount(), 2);
    }

    void everyCommandIsInTheMenusAndThePalette() {
        ShellFixture f;
        f.open();
        QStringList inMenus;
        for (QAction *menu : f.window->menuBar()->actions()) {
            for (QAction *a : menu->menu()->actions())
                inMenus.append(a->objectName());
        }
        f.window->palette().open();
        const auto *list = f.window->palette().findChild<QListWidget *>();
        QCOMPARE(list->count(), f.window->commands().specs().size());
        for (const CommandSpec &s : f.window->commands().specs()) {
            QVERIFY2(inMenus.contains(s.id), qPrintable(s.id));
            QVERIFY2(!s.text.isEmpty() && !s.help.isEmpty(), qPrintable(s.id));
        }
    }

    void columnsAreChosenByACommand() {
        ShellFixture f;
        f.open();
        QString first;
        QTimer::singleShot(0, qApp, [&first] { // in the menu's own loop
            if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
                first = menu->actions().first()->text();
                menu->close();
            }
        });
        f.window->commands().trigger(QStringLiteral("view.columns"));
        QCOMPARE(first, QStringLiteral("Name"));
        f.window->showPage(QStringLiteral("customers"));
        QVERIFY(!f.enabled("view.columns"));
    }

    void thePaletteRunsACommand() {
        ShellFixture f;
        f.open();
        const ApiKey k = f.add().key;
        f.select(k.id);
        QTest::keyClick(f.window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto *query = f.window->palette().findChild<QLineEdit *>();
        QTRY_VERIFY(query->hasFocus());
        QTest::keyClicks(query, QStringLiteral("deactivate"));
        QListWidget *list = f.window->palette().findChild<QListWidget *>();
        while (list->currentItem() &&
               list->currentItem()->data(Qt::UserRole).toString() != QStringLiteral("key.deactivate"))
            QTest::keyClick(query, Qt::Key_Down);
        QTest::keyClick(query, Qt::Key_Return);
        QTRY_COMPARE(f.now(k.id).state, KeyState::Inactive);
    }

    void f6GoesRound() {
        ShellFixture f;
        f.open();
        f.add();
        f.window->page().table().setFocus();
        QTest::keyClick(f.window.get(), Qt::Key_F6);
        QVERIFY(!f.window->page().table().hasFocus());
        for (int i = 0; i < 5 && !f.window->page().table().hasFocus(); ++i)
            QTest::keyClick(f.window.get(), Qt::Key_F6);
        QVERIFY(f.window->page().table().hasFocus());
    }

    void theModelKeepsItsWord() {
        ShellFixture f;
        f.open();
        QAbstractItemModelTester tester(&f.window->page().model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        const ApiKey k = f.add(QStringLiteral("Alpha")).key;
        f.add(QStringLiteral("Beta"));
        f.window->page().setSort({SortColumn::Name, Qt::AscendingOrder});
        QVERIFY(waitFor(f.vault.service->remove(k)));
        QTRY_COMPARE(f.window->page().model().rowCount(), 1);
        const QModelIndex row = f.window->page().model().index(0, 0);
        QTRY_VERIFY(row.data(Qt::AccessibleTextRole)
                        .toString()
                        .contains(QStringLiteral("Beta, Production, Active, last used: Never used")));
    }

    void windowAndColumnsAreRemembered() {
        ShellFixture f;
        f.open();
        f.window->page().table().showColumn(static_cast<int>(KeyColumn::Owner), true);
        f.window->page().setSort({SortColumn::Name, Qt::AscendingOrder});
        f.window->resize(1000, 620);
        f.window->close();
        f.close();
        f.open();
        QVERIFY(!f.window->page().table().isColumnHidden(static_cast<int>(KeyColumn::Owner)));
        QCOMPARE(f.window->page().model().query().sort.column, SortColumn::Name);
        QCOMPARE(f.window->width(), 1000);
    }
};

QTEST_MAIN(ShellTest)
#include "main_job_test.moc"
