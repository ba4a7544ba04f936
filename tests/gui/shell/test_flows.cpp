#include "tests/gui/shell/window_fixture.h"
#include "ui/dialogs/copy_key/copy_panel.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/dialogs/edit/conflict_panel.h"
#include "ui/dialogs/edit/edit_window.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/dialogs/form/key_picker.h"
#include "ui/dialogs/form/segmented.h"
#include "ui/format/words.h"
#include "ui/lock/lock_cover.h"
#include "ui/permissions/permission_tree.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/why_actions.h"
#include "ui/why/check_list.h"
#include "ui/why/why_window.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>

using namespace latchkey;
using namespace latchkey::ui;

/// Lock and the longer ways through the whole window.
class WindowFlows : public QObject {
    Q_OBJECT
private slots:
    void idleLocksAndUseDoesNot() {
        WindowFixture f;
        const auto made = waitFor(f.vault.service->create(f.vault.config()));
        QVERIFY(waitFor(f.vault.service->keep(made->key, made->token)));
        f.choose(made->key.id);
        QTest::keyPress(&f.table(), Qt::Key_H, Qt::ControlModifier);
        QTRY_VERIFY(f.window->page().revealed().shows(made->key.id));
        f.window->idleWatch().setInterval(400);
        QElapsedTimer since;
        since.start();
        while (since.elapsed() < 900) { // somebody is there: longer than the time, in all
            QTest::keyClick(&f.table(), Qt::Key_Down);
            QTest::qWait(50);
            QVERIFY(!f.window->lockCover().isLocked());
        }
        f.choose(made->key.id);
        QTest::keyPress(&f.table(), Qt::Key_H, Qt::ControlModifier);
        QTRY_VERIFY(f.window->page().revealed().shows(made->key.id));
        f.clipboard->copyText(QStringLiteral("waits to be cleared"));
        QTRY_VERIFY(f.window->lockCover().isLocked());
        QVERIFY(!f.window->page().revealed().shows(made->key.id));
        QVERIFY(!f.clipboard->holds());
        QVERIFY(!f.table().isVisible());
        f.window->idleWatch().setInterval(0);
        f.window->lockCover().unlock();
    }

    /// However low the window is; and its button leads to the count in question.
    void theFailedCheckComesIntoView() {
        WindowFixture f;
        KeyConfig config = f.vault.config();
        config.limits.set(RatePeriod::Second, 5);
        const auto made = waitFor(f.vault.service->create(config));
        f.window->why().open(diagnosis::Facts());
        WhyWindow *w = f.window->why().window();
        w->resize(860, 480);
        QVERIFY(QTest::qWaitForWindowExposed(w));
        diagnosis::Facts facts;
        facts.status = 429;
        facts.key = diagnosis::KeyReference{};
        facts.key->id = made->key.id;
        f.window->why().open(facts);
        QPushButton *fix = w->checks().row(Check::RateLimit)->fixButton();
        QTRY_VERIFY(fix->isVisible());
        QTRY_COMPARE(fix->visibleRegion().boundingRect(), fix->rect());
        fix->click();
        QTRY_VERIFY(f.shown<EditWindow>());
        auto *edit = f.shown<EditWindow>();
        QTRY_COMPARE(edit->focusWidget() ? edit->focusWidget()->objectName() : QString(),
                     QStringLiteral("limits.second"));
        edit->reject();
        QTRY_VERIFY(!f.shown<EditWindow>());
    }

    /// However long it is in somebody's language, or large in their font.
    void theStatusHasRoomForItsWords() {
        WindowFixture f;
        QFont large = f.table().font();
        large.setPixelSize(24);
        f.table().setFont(large);
        f.window->resize(900, 600);
        const int letters = f.table().fontMetrics().horizontalAdvance(word(KeyStatus::Inactive));
        QTRY_VERIFY(f.table().columnWidth(static_cast<int>(KeyColumn::Status)) >= letters + 44);
    }

    void theSettingDecides() {
        WindowFixture f;
        f.settings->set(setting::AutoLockMinutes, 3);
        QCOMPARE(f.window->idleWatch().interval(), 180'000);
        f.settings->set(setting::AutoLockMinutes, 0);
        QCOMPARE(f.window->idleWatch().interval(), 0);
    }

    /// Auto-lock covers a key that is nowhere stored yet; it never throws it away.
    void lockKeepsTheNewKey() {
        WindowFixture f;
        f.window->actions().create();
        QTRY_VERIFY(f.shown<CreateWindow>());
        auto *sheet = f.shown<CreateWindow>();
        ApiKey pattern;
        pattern.config = f.vault.config();
        sheet->startCopyOf(pattern);
        sheet->submit();
        QTRY_VERIFY(sheet->hasUnstoredToken());
        f.window->lockNow();
        QVERIFY(sheet->hasUnstoredToken());
        f.window->lockCover().unlock();
        QVERIFY(sheet->isVisible() && sheet->hasUnstoredToken());
    }

    void editMeetsAnotherDesktop() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("One")}).first();
        f.choose(k.id);
        f.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(f.shown<EditWindow>());
        auto *edit = f.shown<EditWindow>();
        auto other = waitFor(openLocalVault(f.vault.path(), {}, f.vault.clock));
        KeyService ben(**other, f.vault.secrets, f.vault.clock,
                       Principal{QStringLiteral("Ben"), true, true, {}});
        KeyConfig theirs = k.config;
        theirs.name = QStringLiteral("Ben's name");
        theirs.note = QStringLiteral("Ben's note");
        QVERIFY(waitFor(ben.edit(k, theirs)));
        edit->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("My name"));
        edit->save();
        QTRY_VERIFY(edit->conflict().isVisible());
        QTest::mouseClick(edit->conflict().choiceFor(ConfigField::Name)->button(0), Qt::LeftButton); // mine
        QPushButton *save = f.button(&edit->conflict(), QStringLiteral("Save"));
        QTRY_VERIFY(save->isEnabled()); // not by the second click of a double click
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(f.read(k.id).config.name, QStringLiteral("My name"));
        QCOMPARE(f.read(k.id).config.note, QStringLiteral("Ben's note"));
        QTRY_VERIFY(f.window->undoHistory().canUndo());
        f.window->undoHistory().undo(); // back to what it was before this edit, Ben's change included
        QTRY_COMPARE(f.read(k.id).config.name, QStringLiteral("Ben's name"));
    }

    void duplicateHasAKeyOfItsOwn() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("One")}).first();
        f.choose(k.id);
        f.press(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(f.shown<CreateWindow>());
        auto *sheet = f.shown<CreateWindow>();
        sheet->submit();
        QTRY_VERIFY(sheet->hasUnstoredToken());
        const ApiKey made = sheet->copyPanel().key();
        QVERIFY(made.id != k.id);
        QCOMPARE(made.config.scopes, k.config.scopes);
        QCOMPARE(made.config.name, QStringLiteral("One copy"));
        QTRY_COMPARE(f.model().rowCount(), 2);
    }

    void restoreBringsItBackAsItWas() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("One"), QStringLiteral("Two")}).first();
        const auto off = waitFor(f.vault.service->setActive(k, false));
        QVERIFY(waitFor(f.vault.service->remove(*off)));
        f.window->page().setScope(std::nullopt, SmartFilter::RecentlyDeleted);
        QTRY_COMPARE(f.model().rowCount(), 1);
        f.choose(k.id);
        QTRY_VERIFY(f.window->commands().action(QStringLiteral("key.restore"))->isEnabled());
        f.window->commands().trigger(QStringLiteral("key.restore"));
        QTRY_COMPARE(f.read(k.id).state, KeyState::Inactive);
        QCOMPARE(f.read(k.id).config, k.config);
        QTRY_COMPARE(f.model().rowCount(), 0);
        QTRY_VERIFY(f.window->undoHistory().canUndo());
        f.window->undoHistory().undo();
        QTRY_COMPARE(f.read(k.id).state, KeyState::Deleted);
    }

    void startFromAnotherKey() {
        WindowFixture f;
        KeyConfig c = f.vault.config(QStringLiteral("Pattern"));
        c.scopes = ScopeSet::parse(u"leads:read");
        c.customers = {QStringLiteral("Acme")};
        QVERIFY(waitFor(f.vault.service->create(c)));
        QVERIFY(waitFor(f.vault.service->create(f.vault.config(QStringLiteral("Other")))));
        f.window->actions().create();
        QTRY_VERIFY(f.shown<CreateWindow>());
        auto *sheet = f.shown<CreateWindow>();
        auto *name = sheet->findChild<QLineEdit *>(QStringLiteral("name"));
        name->setText(QStringLiteral("My own"));
        auto *from = sheet->findChild<QComboBox *>(QStringLiteral("template"));
        QCOMPARE(from->itemText(from->count() - 1), QStringLiteral("Copy from key…"));
        from->setCurrentIndex(from->count() - 1);
        emit from->activated(from->count() - 1);
        auto *picker = sheet->findChild<KeyPicker *>();
        QTRY_VERIFY(picker->isVisible());
        auto *search = picker->findChild<QLineEdit *>();
        auto *list = picker->findChild<QListWidget *>();
        QTRY_COMPARE(list->count(), 2);
        QTest::keyClicks(search, QStringLiteral("patt"));
        QTRY_COMPARE(list->count(), 1);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(!picker->isVisible());
        QCOMPARE(sheet->form().config().scopes, c.scopes);
        QCOMPARE(sheet->form().config().customers, c.customers);
        QCOMPARE(name->text(), QStringLiteral("My own"));
        f.settle();
        sheet->close();
    }

    /// A form that was opened from another window leads back to it.
    void anEditFromTheWhyWindowLeadsBackThere() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("One")}).first();
        f.choose(k.id);
        f.window->why().open();
        WhyWindow *why = f.window->why().window();
        QVERIFY(why && QTest::qWaitForWindowExposed(why));
        emit why->fixWanted(diagnosis::Fix::ReviewIps, k, {});
        QTRY_VERIFY(f.shown<EditWindow>());
        f.window->activateWindow(); // as a window manager does when a sheet over it closes
        f.shown<EditWindow>()->reject();
        QTRY_COMPARE(QApplication::activeWindow(), static_cast<QWidget *>(why));
    }
};

QTEST_MAIN(WindowFlows)
#include "test_flows.moc"
