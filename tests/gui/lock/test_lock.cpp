#include "ui/lock/lock_cover.h"
#include "ui/platform/idle_watch.h"
#include "ui/theme/theme.h"

#include <QtTest>
#include <QtWidgets>

using namespace latchkey::ui;

namespace {

/// What a screen reader could speak: the names of all that is not invisible.
void collect(QAccessibleInterface *i, QStringList *out) {
    if (!i || i->state().invisible)
        return;
    out->append(i->text(QAccessible::Name));
    out->append(i->text(QAccessible::Value));
    for (int n = 0; n < i->childCount(); ++n)
        collect(i->child(n), out);
}

} // namespace

class TestLock : public QObject {
    Q_OBJECT

    struct Bench {
        QMainWindow window;
        QLineEdit *edit = new QLineEdit(QStringLiteral("revealed-thing"));
        QAction *action = nullptr;
        LockCover *cover = nullptr;
        int ran = 0;
        Bench() {
            window.setCentralWidget(edit);
            action = new QAction(QStringLiteral("&Delete"), &window);
            action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
            window.menuBar()->addMenu(QStringLiteral("&Key"))->addAction(action);
            window.addAction(action);
            QObject::connect(action, &QAction::triggered, &window, [this] { ++ran; });
            window.resize(900, 560);
            cover = new LockCover(&window, edit);
            window.show();
        }
    };

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light, false); }

    void nothingBehindItIsReachable() {
        Bench b;
        QVERIFY(QTest::qWaitForWindowActive(&b.window));
        b.edit->setFocus();
        QTest::keyClick(&b.window, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(b.ran, 1); // the control: it works while unlocked
        QSignalSpy locked(b.cover, &LockCover::locked), unlocked(b.cover, &LockCover::unlocked);
        b.cover->lock();
        b.cover->lock();
        QCOMPARE(locked.size(), 1);
        QVERIFY(b.cover->isVisible());
        QCOMPARE(b.cover->geometry(), b.window.rect());
        QVERIFY(!b.edit->isVisible());
        QVERIFY(!b.window.menuBar()->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_D, Qt::ControlModifier);
        QTest::keyClick(b.edit, Qt::Key_A);
        QCOMPARE(b.ran, 1);
        QCOMPARE(b.edit->text(), QStringLiteral("revealed-thing"));
        QStringList spoken;
        collect(QAccessible::queryAccessibleInterface(&b.window), &spoken);
        QVERIFY(!spoken.contains(QStringLiteral("revealed-thing")));
        QVERIFY(spoken.contains(QStringLiteral("Unlock")));
        for (int i = 0; i < 6; ++i) { // Tab stays on the cover
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(b.cover->isAncestorOf(QApplication::focusWidget()));
        }
        b.window.resize(1000, 600);
        QCOMPARE(b.cover->geometry(), b.window.rect());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(unlocked.size(), 1);
        QVERIFY(!b.cover->isVisible());
        QVERIFY(b.edit->isVisible());
        QVERIFY(b.window.menuBar()->isVisible());
        QTRY_VERIFY(b.edit->hasFocus());
        collect(QAccessible::queryAccessibleInterface(&b.window), &spoken);
        QVERIFY(spoken.contains(QStringLiteral("revealed-thing"))); // the control of the check above
    }

    void otherWindowsAreCoveredAndKept() {
        Bench b;
        QDialog sheet(&b.window);
        sheet.setModal(true);
        auto *typed = new QLineEdit(QStringLiteral("half a form"), &sheet);
        (new QVBoxLayout(&sheet))->addWidget(typed);
        sheet.resize(400, 300);
        sheet.show();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        QSignalSpy finished(&sheet, &QDialog::finished);
        b.cover->lock();
        QVERIFY(!typed->isVisible());
        auto *plate = sheet.findChild<QFrame *>(QStringLiteral("lockPlate"));
        QVERIFY(plate && plate->isVisible());
        QCOMPARE(plate->geometry(), sheet.rect());
        QTest::keyClick(&sheet, Qt::Key_Escape);
        sheet.close();
        QCOMPARE(finished.size(), 0); // nothing is thrown away behind the plate
        QVERIFY(sheet.isVisible());
        QDialog late(&b.window); // opened by something that finished meanwhile
        auto *news = new QLabel(QStringLiteral("news"), &late);
        late.show();
        QTRY_VERIFY(!news->isVisible());
        QTest::mouseClick(plate->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(!b.cover->isLocked());
        QVERIFY(typed->isVisible());
        QCOMPARE(typed->text(), QStringLiteral("half a form"));
        QVERIFY(news->isVisible());
        QTRY_VERIFY(!sheet.findChild<QFrame *>(QStringLiteral("lockPlate")));
        sheet.close();
        QCOMPARE(finished.size(), 1);
    }

    /// Every covered window has its focus back, also where another program had the keyboard meanwhile; what
    /// asks for it behind the cover waits.
    void everyWindowHasItsFocusBack() {
        Bench b;
        QDialog sheet(&b.window);
        auto *form = new QWidget(&sheet);
        (new QVBoxLayout(&sheet))->addWidget(form);
        auto *box = new QVBoxLayout(form);
        QList<QLineEdit *> lines;
        for (int i = 0; i < 3; ++i)
            box->addWidget(lines.emplace_back(new QLineEdit(form)));
        sheet.show();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        b.edit->setFocus(); // of a window that is not the active one
        lines[1]->setFocus();
        for (const bool asks : {false, true}) {
            b.cover->lock();
            auto *button = sheet.findChild<QFrame *>(QStringLiteral("lockPlate"))->findChild<QPushButton *>();
            QCOMPARE(QApplication::focusWidget(), button);
            if (asks)
                lines[2]->setFocus();
            QCOMPARE(QApplication::focusWidget(), button);
            b.cover->unlock();
            QCOMPARE(QApplication::focusWidget(), lines[asks ? 2 : 1]);
            QCOMPARE(b.window.focusWidget(), b.edit);
        }
    }

    void whatWasHiddenStaysHidden() {
        Bench b;
        auto *bar = b.window.statusBar();
        bar->hide();
        b.cover->lock();
        b.cover->unlock();
        QVERIFY(!bar->isVisible());
        QVERIFY(b.edit->isVisible());
    }

    void popupsClose() {
        Bench b;
        QVERIFY(QTest::qWaitForWindowActive(&b.window));
        QMenu menu;
        menu.addAction(QStringLiteral("Copy key"));
        menu.popup(b.window.pos());
        QTRY_VERIFY(menu.isVisible());
        b.cover->lock();
        QVERIFY(!menu.isVisible());
    }

    void idleWatchCountsFromTheLastTouch() {
        QWidget w;
        w.show();
        IdleWatch watch;
        QSignalSpy idle(&watch, &IdleWatch::idle);
        watch.setInterval(150);
        for (int i = 0; i < 10; ++i) {
            QTest::keyClick(&w, Qt::Key_A);
            QVERIFY(!idle.wait(40));
        }
        QVERIFY(idle.wait(2000));
        watch.setMinutes(0); // never
        QVERIFY(!idle.wait(300));
        QCOMPARE(idle.size(), 1);
    }
};

QTEST_MAIN(TestLock)
#include "test_lock.moc"
