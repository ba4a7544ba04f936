#include "ui/commands/command_palette.h"
#include "ui/commands/command_registry.h"
#include "ui/commands/shortcut_sheet.h"
#include "ui/commands/undo_history.h"

#include <QtTest>
#include <QtWidgets>

using namespace latchkey::ui;

class TestCommands : public QObject {
    Q_OBJECT

    QStringList m_ran;

    void addCommands(CommandRegistry &r) {
        const auto add = [&](const char *id, const char *menu, const QString &text, QKeySequence key,
                             bool row = false) {
            CommandSpec s;
            s.id = QLatin1StringView(id);
            s.menu = QLatin1StringView(menu);
            s.text = text;
            s.help = QStringLiteral("Helps with ") + text;
            if (!key.isEmpty())
                s.shortcuts = {key};
            s.rowMenu = row;
            r.add(s, [this, id] { m_ran.append(QLatin1StringView(id)); });
        };
        add("key.create", "File", QStringLiteral("&Create New Key…"), QKeySequence(Qt::CTRL | Qt::Key_N));
        add("key.rename", "Key", QStringLiteral("Re&name…"), QKeySequence(Qt::Key_F2), true);
        add("key.copyId", "Key", QStringLiteral("Copy &ID"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C),
            true);
        add("view.refresh", "View", QStringLiteral("Re&fresh"), QKeySequence(Qt::Key_F5));
    }

private slots:
    void init() { m_ran.clear(); }

    void menusComeFromTheRegistry() {
        CommandRegistry r;
        addCommands(r);
        QMenuBar bar;
        r.fillMenuBar(&bar);
        QStringList titles;
        for (const QAction *a : bar.actions())
            titles.append(a->text().remove(u'&'));
        QCOMPARE(titles,
                 (QStringList{QStringLiteral("File"), QStringLiteral("View"), QStringLiteral("Key")}));
        QMenu row;
        r.fillRowMenu(&row);
        QCOMPARE(row.actions().size(), 2);
        QCOMPARE(row.actions().constFirst(), r.action(QStringLiteral("key.rename")));
    }

    void disabledSaysWhy() {
        CommandRegistry r;
        addCommands(r);
        r.setEnabled(QStringLiteral("key.rename"), false, QStringLiteral("Select a key first."));
        QAction *a = r.action(QStringLiteral("key.rename"));
        QVERIFY(!a->isEnabled());
        QCOMPARE(a->toolTip(), QStringLiteral("Select a key first."));
        r.trigger(QStringLiteral("key.rename"));
        QVERIFY(m_ran.isEmpty());
        r.setEnabled(QStringLiteral("key.rename"), true);
        QVERIFY(a->toolTip().startsWith(QStringLiteral("Helps with")));
        r.trigger(QStringLiteral("key.rename"));
        QCOMPARE(m_ran, QStringList{QStringLiteral("key.rename")});
        r.trigger(QStringLiteral("no.such"));
        QVERIFY(!r.action(QStringLiteral("no.such")));
    }

    void remapping() {
        CommandRegistry r;
        addCommands(r);
        QSignalSpy changed(&r, &CommandRegistry::shortcutsChanged);
        const QKeySequence f8(Qt::Key_F8);
        QCOMPARE(r.setShortcuts(QStringLiteral("key.rename"), {QKeySequence(Qt::Key_F5)}),
                 QStringLiteral("view.refresh"));
        QCOMPARE(r.action(QStringLiteral("key.rename"))->shortcut(),
                 QKeySequence(Qt::Key_F2)); // a refusal changes nothing
        QCOMPARE(changed.size(), 0);
        QVERIFY(r.setShortcuts(QStringLiteral("key.rename"), {f8}).isEmpty());
        QCOMPARE(r.action(QStringLiteral("key.rename"))->shortcut(), f8);
        QCOMPARE(changed.size(), 1);
        QVERIFY(r.setShortcuts(QStringLiteral("key.rename"), {}).isEmpty());
        QCOMPARE(r.action(QStringLiteral("key.rename"))->shortcut(), QKeySequence(Qt::Key_F2));
    }

    void fuzzyScore() {
        QCOMPARE(CommandPalette::score(QStringLiteral("Rename"), QStringLiteral("xyz")), 0);
        QVERIFY(CommandPalette::score(QStringLiteral("Create New Key"), QStringLiteral("cnk")) > 0);
        QVERIFY(CommandPalette::score(QStringLiteral("Copy ID"), QStringLiteral("copy")) >
                CommandPalette::score(QStringLiteral("Recompute party"), QStringLiteral("copy")));
        QVERIFY(CommandPalette::score(QStringLiteral("Requests"), QStringLiteral("requests")) >
                CommandPalette::score(QStringLiteral("Requests Are Kept…"), QStringLiteral("requests")));
        QVERIFY(CommandPalette::score(QStringLiteral("anything"), QString()) > 0);
    }

    void paletteByKeyboardAlone() {
        CommandRegistry r;
        addCommands(r);
        r.setEnabled(QStringLiteral("key.rename"), false, QStringLiteral("Select a key first."));
        QMainWindow window;
        auto *edit = new QLineEdit;
        window.setCentralWidget(edit);
        window.resize(900, 560);
        CommandPalette palette(r, &window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit->setFocus();
        palette.open();
        auto *query = palette.findChild<QLineEdit *>();
        auto *list = palette.findChild<QListWidget *>();
        QTRY_VERIFY(query->hasFocus());
        QCOMPARE(list->count(), 4);
        QTest::keyClicks(query, QStringLiteral("copid"));
        QCOMPARE(list->count(), 1);
        QTest::keyClick(query, Qt::Key_Return);
        QTRY_COMPARE(m_ran, QStringList{QStringLiteral("key.copyId")});
        QVERIFY(!palette.isVisible());
        QVERIFY(edit->hasFocus());
        palette.open();
        QTest::keyClicks(query, QStringLiteral("xyz"));
        QCOMPARE(list->count(), 1);
        QCOMPARE(list->item(0)->text(), QStringLiteral("No command matches “xyz”"));
        QTest::keyClick(query, Qt::Key_Return);
        QVERIFY(palette.isVisible()); // there is nothing to run
        query->clear();
        // A disabled one is shown with its reason and does not run.
        QTest::keyClicks(query, QStringLiteral("rename"));
        QCOMPARE(list->count(), 1);
        const auto described = list->item(0)->text() + list->item(0)->toolTip() +
                               list->item(0)->data(Qt::AccessibleDescriptionRole).toString();
        QVERIFY2(described.contains(QStringLiteral("Select a key first.")), qPrintable(described));
        QTest::keyClick(query, Qt::Key_Return);
        QAction leave; // the page's own Esc
        leave.setShortcut(Qt::Key_Escape);
        window.addAction(&leave);
        const QSignalSpy left(&leave, &QAction::triggered);
        QTest::keyClick(query, Qt::Key_Escape);
        QVERIFY(!palette.isVisible());
        QCOMPARE(left.size(), 0);
        QVERIFY(edit->hasFocus());
        QCOMPARE(m_ran.size(), 1);
    }

    void shortcutSheetIsGenerated() {
        CommandRegistry r;
        addCommands(r);
        ShortcutSheet sheet(r);
        const auto texts = [&] {
            QStringList out;
            const auto labels = sheet.findChild<QScrollArea *>()->widget()->findChildren<QLabel *>();
            for (const QLabel *l : labels)
                out.append(l->text());
            return out;
        };
        QVERIFY(texts().contains(QStringLiteral("Create New Key…")));
        QVERIFY(texts().contains(QStringLiteral("Ctrl+N")));
        r.setShortcuts(QStringLiteral("key.create"), {QKeySequence(Qt::CTRL | Qt::Key_J)});
        QVERIFY(texts().contains(QStringLiteral("Ctrl+J")));
        QVERIFY(!texts().contains(QStringLiteral("Ctrl+N")));
        sheet.findChild<QLineEdit *>()->setText(QStringLiteral("f5"));
        QVERIFY(texts().contains(QStringLiteral("Refresh")));
        QVERIFY(!texts().contains(QStringLiteral("Copy ID")));
    }

    void undoIsExact() {
        UndoHistory history;
        QStringList state;
        const auto step = [&](const QString &name) {
            state.append(name);
            return history.push(
                {name, [&state, name] { state.removeOne(name); }, [&state, name] { state.append(name); }});
        };
        step(QStringLiteral("a"));
        const quint64 b = step(QStringLiteral("b"));
        step(QStringLiteral("c"));
        QCOMPARE(history.undoText(), QStringLiteral("c"));
        QVERIFY(!history.canRedo());
        QVERIFY(history.undoStep(b)); // from its toast, out of order: b and nothing else
        QCOMPARE(state, (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
        QVERIFY(!history.undoStep(b));
        history.undo();
        QCOMPARE(state, QStringList{QStringLiteral("a")});
        QCOMPARE(history.redoText(), QStringLiteral("c"));
        history.redo();
        QCOMPARE(state, (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
        history.undo();
        step(QStringLiteral("d")); // a new step drops what could have been redone
        QVERIFY(!history.canRedo());
        history.push({QStringLiteral("once"), [] {}, {}});
        history.undo();
        QVERIFY(!history.canRedo()); // cannot be done again
    }

    /// What came before it isn't undone in its place.
    void whatCannotBeUndoneIsSaidFirst() {
        UndoHistory history;
        QSignalSpy said(&history, &UndoHistory::cannotUndo);
        int undone = 0;
        history.setLasting(QStringLiteral("revoked for good"));
        history.undo(); // there is nothing that it could be taken for
        QCOMPARE(said.size(), 0);
        history.push({QStringLiteral("a"), [&] { ++undone; }, {}});
        history.setLasting(QStringLiteral("revoked for good"));
        history.undo();
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.first().last().toString(), QStringLiteral("a"));
        QCOMPARE(undone, 0);
        history.undo();
        QCOMPARE(undone, 1);
        history.push({QStringLiteral("b"), [&] { ++undone; }, {}});
        history.setLasting(QStringLiteral("revoked for good"));
        history.push({QStringLiteral("c"), [&] { ++undone; }, {}}); // the newest is a step again
        history.undo();
        QCOMPARE(undone, 2);
        QCOMPARE(said.size(), 1);
    }

    /// What was undone out of order can be redone like the rest: what was undone last comes first.
    void whatWasUndoneOutOfOrderIsRedone() {
        UndoHistory history;
        QStringList state;
        const auto step = [&](const QString &name) {
            state.append(name);
            return history.push(
                {name, [&state, name] { state.removeOne(name); }, [&state, name] { state.append(name); }});
        };
        const quint64 a = step(QStringLiteral("a"));
        step(QStringLiteral("b"));
        QVERIFY(history.undoStep(a));
        QCOMPARE(history.redoText(), QStringLiteral("a"));
        history.undo();
        QVERIFY(state.isEmpty());
        history.redo();
        QCOMPARE(history.redoText(), QStringLiteral("a"));
        history.redo();
        QCOMPARE(state, (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
        QVERIFY(!history.canRedo());
        history.undo(); // what was done last
        QCOMPARE(state, QStringList{QStringLiteral("b")});
    }

    /// What was declined is where it was, with its place among the others.
    void whatIsDeclinedStays() {
        UndoHistory history;
        std::function<void()> decline;
        const auto step = [&](const QString &name) {
            const auto asks = [&] { decline = history.wayBack(); };
            return history.push({name, asks, asks});
        };
        step(QStringLiteral("a"));
        const quint64 b = step(QStringLiteral("b"));
        step(QStringLiteral("c"));
        history.wayBack()(); // nothing is undone just now
        history.undo();
        decline();
        QCOMPARE(history.undoText(), QStringLiteral("c"));
        QVERIFY(!history.canRedo());
        history.undoStep(b);
        decline();
        QVERIFY(history.holds(b));
        QCOMPARE(history.undoText(), QStringLiteral("c"));
        history.undo();
        decline = {}; // agreed, and done
        history.redo();
        decline();
        QCOMPARE(history.redoText(), QStringLiteral("c"));
        QCOMPARE(history.undoText(), QStringLiteral("b"));
        decline(); // once is enough
        QCOMPARE(history.undoText(), QStringLiteral("b"));
        history.undo();
        step(QStringLiteral("d")); // made while it is asked
        decline();
        QCOMPARE(history.undoText(), QStringLiteral("d"));
        history.undo();
        QCOMPARE(history.undoText(), QStringLiteral("b"));
    }

    /// What is asked for while a step is under way comes after it.
    void theNextWaitsForTheOneUnderWay() {
        UndoHistory history;
        QStringList undone;
        std::function<void()> underWay;
        for (const QString &name : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}) {
            const auto asks = [&, name] {
                undone.append(name);
                underWay = history.wayBack();
            };
            history.push({name, asks, asks});
        }
        for (int i = 0; i < 3; ++i)
            history.undo();
        QCOMPARE(undone, QStringList{QStringLiteral("c")});
        underWay = {}; // answered
        QTRY_COMPARE(undone, (QStringList{QStringLiteral("c"), QStringLiteral("b")}));
        underWay(); // declined: the third press would ask for it again
        QCoreApplication::processEvents();
        QCOMPARE(undone.size(), 2);
        QCOMPARE(history.undoText(), QStringLiteral("b"));
        history.undo();
        QCOMPARE(undone.size(), 3);
    }

    /// What somebody else stands in the way of goes, and only that.
    void whatIsRefusedGoes() {
        UndoHistory history;
        QStringList undone;
        QList<bool> outOfOrder;
        const auto step = [&](const QString &name, bool refused) {
            const auto walk = [&, name, refused] {
                outOfOrder.append(history.outOfOrder());
                if (refused)
                    history.wayOut()();
                else
                    undone.append(name);
            };
            return history.push({name, walk, walk});
        };
        const quint64 a = step(QStringLiteral("a"), false);
        step(QStringLiteral("b"), false);
        step(QStringLiteral("c"), true);
        history.undo();
        QVERIFY(!history.canRedo());
        history.undoStep(a);
        history.undo();
        QCOMPARE(undone, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(outOfOrder, (QList<bool>{false, true, false}));
        history.wayOut()(); // nothing is undone just now
        QCOMPARE(history.redoText(), QStringLiteral("b"));
    }

    /// A step that is never answered does not stand in the way for ever, and nothing is claimed of it.
    void aStepWithoutAnswerEnds() {
        UndoHistory history;
        history.setDeadline(20);
        QSignalSpy unanswered(&history, &UndoHistory::unanswered);
        int undone = 0;
        std::function<void()> underWay;
        history.push({QStringLiteral("older"), [&] { ++undone; }, [] {}});
        history.push({QStringLiteral("hangs"), [&] { underWay = history.wayBack(); }, [] {}});
        history.undo();
        history.undo(); // goes with it: it would build on what is not known
        QTRY_COMPARE(unanswered.size(), 1);
        QCOMPARE(unanswered.first().first().toString(), QStringLiteral("hangs"));
        QVERIFY(!history.canRedo());
        QCOMPARE(undone, 0);
        history.undo();
        QCOMPARE(undone, 1);
        history.push({QStringLiteral("job"),
                      [&] {
                          underWay = history.wayBack();
                          history.mayTakeLong();
                      },
                      [] {}});
        history.undo();
        QVERIFY(!unanswered.wait(100)); // five times as long
        underWay = {};
        QVERIFY(history.canRedo());
    }

    void undoIsBounded() {
        UndoHistory history;
        int undone = 0;
        for (int i = 0; i < 250; ++i)
            history.push({QString::number(i), [&undone] { ++undone; }, [] {}});
        while (history.canUndo())
            history.undo();
        QCOMPARE(undone, 100);
        history.undo();
        QCOMPARE(undone, 100);
    }
};

QTEST_MAIN(TestCommands)
#include "test_commands.moc"
