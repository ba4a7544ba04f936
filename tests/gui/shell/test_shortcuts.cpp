#include "tests/gui/shell/window_fixture.h"
#include "ui/commands/command_palette.h"
#include "ui/detail/detail_pane.h"
#include "ui/dialogs/delete_sheet.h"
#include "ui/dialogs/edit/edit_window.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/lock/lock_cover.h"
#include "ui/shell/help_actions.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/rename_sheet.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::ui;

/// Each shortcut of the window, pressed as a person presses it, and what comes of it.
class Shortcuts : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<WindowFixture> m_f;
    ApiKey m_key;

    template<typename T>
    bool sheet() {
        return QTest::qWaitFor([this] { return m_f->shown<T>() != nullptr; });
    }

private slots:
    void init() {
        m_f = std::make_unique<WindowFixture>();
        m_key = m_f->add({QStringLiteral("One"), QStringLiteral("Two")}).first();
        m_f->choose(m_key.id);
    }
    void cleanup() { m_f.reset(); }

    void ctrlN() {
        m_f->press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(sheet<CreateWindow>());
        m_f->shown<CreateWindow>()->reject();
    }
    void ctrlShiftP() {
        m_f->press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_f->window->palette().isVisible());
    }
    void ctrlFAndSlash() {
        for (const auto &[key, modifier] :
             {std::pair(Qt::Key_F, Qt::ControlModifier), {Qt::Key_Slash, Qt::NoModifier}}) {
            m_f->table().setFocus();
            m_f->press(key, modifier);
            QVERIFY(m_f->window->page().search().hasFocus());
        }
        m_f->press(Qt::Key_Slash); // in the box it is a letter
        QCOMPARE(m_f->window->page().search().text(), QStringLiteral("/"));
    }
    /// Where there is no row to go to, one goes on typing.
    void downWithoutAMatch() {
        QLineEdit &search = m_f->window->page().search();
        search.setFocus();
        search.setText(QStringLiteral("nosuchkey"));
        QTRY_COMPARE(m_f->model().rowCount(), 0);
        m_f->press(Qt::Key_Down);
        search.setText(QStringLiteral("one"));
        QTRY_COMPARE(m_f->model().rowCount(), 1);
        QVERIFY(search.hasFocus());
        m_f->press(Qt::Key_Down);
        QVERIFY(m_f->table().hasFocus());
    }
    void enterAndEsc() {
        m_f->window->resize(1280, 800);
        m_f->press(Qt::Key_Return);
        QTRY_VERIFY(m_f->window->isDetailShown());
        m_f->window->page().search().setText(QStringLiteral("one"));
        QTRY_COMPARE(m_f->model().rowCount(), 1);
        m_f->press(Qt::Key_Escape); // first clears
        QTRY_COMPARE(m_f->model().rowCount(), 2);
        QVERIFY(m_f->window->isDetailShown());
        m_f->press(Qt::Key_Escape); // then closes
        QVERIFY(!m_f->window->isDetailShown());
    }
    void f2() {
        m_f->press(Qt::Key_F2);
        QVERIFY(sheet<RenameSheet>());
        m_f->shown<RenameSheet>()->reject();
    }
    void ctrlEAndCtrlEnter() {
        m_f->press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(sheet<EditWindow>());
        auto *edit = m_f->shown<EditWindow>();
        edit->findChild<QLineEdit *>(QStringLiteral("owner"))->setText(QStringLiteral("Sales"));
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_f->read(m_key.id).config.owner, QStringLiteral("Sales"));
        QTRY_VERIFY(!m_f->shown<EditWindow>());
    }
    void ctrlD() {
        m_f->press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(sheet<CreateWindow>());
        auto *copy = m_f->shown<CreateWindow>();
        QCOMPARE(copy->form().config().name, QStringLiteral("One copy"));
        QCOMPARE(copy->form().config().scopes, m_key.config.scopes);
        QTest::keyClick(copy, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(copy->hasUnstoredToken());
        QTRY_COMPARE(m_f->model().rowCount(), 3);
    }
    void ctrlShiftC() {
        const QAction *forget = m_f->window->commands().action(QStringLiteral("key.forget"));
        QTRY_VERIFY(!forget->isEnabled());
        m_f->press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier); // nothing kept: said, not copied
        QTest::qWait(0);
        m_f->settle();
        QVERIFY(!m_f->clipboard->holds());
        const auto made = waitFor(m_f->vault.service->create(m_f->vault.config(QStringLiteral("Kept"))));
        QVERIFY(waitFor(m_f->vault.service->keep(made->key, made->token)));
        m_f->choose(made->key.id);
        QTRY_VERIFY(forget->isEnabled());
        m_f->press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_f->clipboard->holds());
        QCOMPARE(QApplication::clipboard()->text(), QString::fromLatin1(made->token->view()));
        m_f->choose(m_key.id);
        m_f->press(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier); // and the ID takes its place
        QCOMPARE(QApplication::clipboard()->text(), m_key.id.toString());
        QVERIFY(!m_f->clipboard->holds());
        for (const auto labels = m_f->window->findChildren<QLabel *>(); const QLabel *l : labels)
            QVERIFY2(!l->isVisible() || !l->text().contains(QStringLiteral("Clipboard clears")),
                     qPrintable(l->text()));
    }
    void ctrlC() {
        // A list that is read again while Ctrl is down leaves the selection as it is.
        QTest::keyPress(&m_f->table(), Qt::Key_Control, Qt::ControlModifier);
        QSignalSpy replaced(&m_f->model(), &KeyTableModel::replaced);
        m_f->model().refresh();
        QTRY_VERIFY(!replaced.isEmpty());
        QCOMPARE(m_f->table().selectedCount(), 1);
        QTest::keyRelease(&m_f->table(), Qt::Key_Control);
        m_f->press(Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY2(QApplication::clipboard()->text().contains(QStringLiteral("One\t")),
                     qPrintable(QApplication::clipboard()->text()));
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("••••")));
    }
    void ctrlShiftDAndUndo() {
        m_f->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_f->read(m_key.id).state, KeyState::Inactive);
        QTRY_VERIFY(m_f->window->undoHistory().canUndo());
        m_f->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_f->read(m_key.id).state, KeyState::Active);
        QTRY_VERIFY(!m_f->window->actions().bulk().isRunning());
        m_f->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_f->read(m_key.id).state, KeyState::Inactive);
    }
    void ctrlShiftDForSeveral() {
        m_f->table().selectAll();
        QCOMPARE(m_f->table().selectedCount(), 2);
        m_f->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        for (int row = 0; row < 2; ++row)
            QTRY_COMPARE(m_f->read(m_f->model().idAt(row)).state, KeyState::Inactive);
        QTRY_VERIFY(!m_f->window->actions().bulk().isRunning());
    }
    /// What Del acts on is seen: the current row stays selected.
    void aClickBesideTheRowsSelectsNothingElse() {
        QWidget *area = m_f->table().viewport();
        QTest::mouseClick(area, Qt::LeftButton, {}, QPoint(20, area->height() - 5));
        QCOMPARE(m_f->table().selectedCount(), 1);
        const QModelIndex current = m_f->table().currentIndex();
        QTest::mouseClick(area, Qt::LeftButton, Qt::ControlModifier,
                          m_f->table().visualRect(current).center());
        QCOMPARE(m_f->table().selectedCount(), 1);
        QCOMPARE(m_f->table().currentKey(), m_key.id);
    }
    void del() {
        m_f->press(Qt::Key_Delete);
        QVERIFY(sheet<DeleteSheet>());
        m_f->shown<DeleteSheet>()->reject();
    }
    /// Shown as long as it is held, and not a moment longer.
    void ctrlH() {
        const auto made = waitFor(m_f->vault.service->create(m_f->vault.config(QStringLiteral("Kept"))));
        QVERIFY(waitFor(m_f->vault.service->keep(made->key, made->token)));
        m_f->choose(made->key.id);
        QTest::keyPress(&m_f->table(), Qt::Key_H, Qt::ControlModifier);
        QTRY_VERIFY(m_f->window->page().revealed().shows(made->key.id));
        QTest::keyRelease(&m_f->table(), Qt::Key_H, Qt::ControlModifier);
        QVERIFY(!m_f->window->page().revealed().shows(made->key.id));
        // Let go before the keychain answers: it is not shown afterwards.
        QTest::keyClick(&m_f->table(), Qt::Key_H, Qt::ControlModifier);
        m_f->settle();
        QVERIFY(!m_f->window->page().revealed().shows(made->key.id));
    }
    void f5() {
        QSignalSpy replaced(&m_f->model(), &KeyTableModel::replaced);
        m_f->press(Qt::Key_F5);
        QTRY_VERIFY(!replaced.isEmpty());
    }
    void f9() {
        m_f->window->resize(1280, 800);
        m_f->press(Qt::Key_F9);
        QVERIFY(m_f->window->isDetailShown());
        m_f->press(Qt::Key_F9);
        QVERIFY(!m_f->window->isDetailShown());
    }
    void ctrlL() {
        m_f->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_f->window->lockCover().isLocked());
        m_f->window->lockCover().unlock();
    }
    void ctrlComma() {
        QSignalSpy wanted(m_f->window.get(), &MainWindow::settingsRequested);
        m_f->press(Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(wanted.size(), 1);
    }
    void f1() {
        m_f->press(Qt::Key_F1);
        QTRY_VERIFY(m_f->window->help().window() && m_f->window->help().window()->isVisible());
        m_f->window->help().window()->close();
    }
    void shiftF10() {
        QSignalSpy wanted(&m_f->table(), &KeyTableView::rowMenuRequested);
        QObject::disconnect(&m_f->table(), &KeyTableView::rowMenuRequested, m_f->window.get(), nullptr);
        QContextMenuEvent e(QContextMenuEvent::Keyboard, QPoint(1, 1), QPoint(1, 1));
        QApplication::sendEvent(m_f->table().viewport(), &e);
        QCOMPARE(wanted.size(), 1); // the key with a menu on it
#ifndef Q_OS_WIN
        m_f->press(Qt::Key_F10, Qt::ShiftModifier); // X11 and Wayland make no such event of it
        QCOMPARE(wanted.size(), 2);
#endif
        QMenu menu;
        m_f->window->commands().fillRowMenu(&menu);
        QStringList ids;
        for (const QAction *a : menu.actions())
            ids.append(a->objectName());
        for (const char *id : {"key.copyId", "key.copy", "key.edit", "key.deactivate", "key.delete"})
            QVERIFY2(ids.contains(QLatin1StringView(id)), id);
    }
};

QTEST_MAIN(Shortcuts)
#include "test_shortcuts.moc"
