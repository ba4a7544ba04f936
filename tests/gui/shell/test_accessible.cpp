#include "tests/gui/shell/window_fixture.h"

#include <QAccessible>
#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::ui;

/// The key table as a screen reader walks through it.
class TableAccessibility : public QObject {
    Q_OBJECT
private:
    static QAccessibleInterface *table(WindowFixture &f) {
        return QAccessible::queryAccessibleInterface(&f.table());
    }
    static QAccessibleInterface *cell(WindowFixture &f, int row, KeyColumn column) {
        return table(f)->tableInterface()->cellAt(row, static_cast<int>(column));
    }
    static QString name(QAccessibleInterface *i) { return i->text(QAccessible::Name); }
    static void act(QAccessibleInterface *i, const QString &action) {
        QVERIFY(i->actionInterface());
        QVERIFY(i->actionInterface()->actionNames().contains(action));
        i->actionInterface()->doAction(action);
    }
    /// Every word of the tree under `i`, as deep as it goes.
    static void words(QAccessibleInterface *i, QStringList *all) {
        if (!i)
            return;
        for (const auto t :
             {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            all->append(i->text(t));
        if (auto *text = i->textInterface())
            all->append(text->text(0, text->characterCount()));
        for (int c = 0; c < i->childCount(); ++c)
            words(i->child(c), all);
    }

private slots:
    void rowsSpeak() {
        WindowFixture f;
        const auto keys = f.add({QStringLiteral("CRM sync"), QStringLiteral("Mailer")});
        const int row = f.model().rowOf(keys[0].id);
        QTRY_VERIFY(f.model().keyAt(row));
        QAccessibleInterface *t = table(f);
        QVERIFY(t && t->tableInterface());
        QCOMPARE(t->role(), QAccessible::Table);
        QCOMPARE(name(t), QStringLiteral("API keys"));
        QCOMPARE(t->tableInterface()->rowCount(), 2);
        QCOMPARE(t->tableInterface()->columnCount(), KeyColumnCount);
        QCOMPARE(name(cell(f, row, KeyColumn::Name)),
                 QStringLiteral("CRM sync, Production, Active, last used: Never used"));
        QCOMPARE(t->tableInterface()->rowDescription(row), name(cell(f, row, KeyColumn::Name)));
        QCOMPARE(name(cell(f, row, KeyColumn::Status)), QStringLiteral("Status: Active"));
        QVERIFY(!t->tableInterface()->cellAt(2, 0));
        QVERIFY(!t->child(t->childCount()));
        // Cells, headers and parts know their way up and down.
        for (int i = 0; i < t->childCount(); ++i) {
            QAccessibleInterface *c = t->child(i);
            QVERIFY(c && c->isValid());
            QCOMPARE(t->indexOfChild(c), i);
            QCOMPARE(c->parent(), t);
            for (int p = 0; p < c->childCount(); ++p) {
                QCOMPARE(c->child(p)->parent(), c);
                QCOMPARE(c->indexOfChild(c->child(p)), p);
            }
        }
        QCOMPARE(name(cell(f, row, KeyColumn::Status)->tableCellInterface()->columnHeaderCells().first()),
                 QStringLiteral("Status"));
    }

    /// A focus event names the cell that the view means by its number.
    void theCurrentCellIsTheFocus() {
        WindowFixture f;
        const auto keys = f.add({QStringLiteral("One"), QStringLiteral("Two")});
        f.choose(keys[1].id);
        const QModelIndex at = f.table().currentIndex().siblingAtColumn(static_cast<int>(KeyColumn::Status));
        f.table().setCurrentIndex(at);
        QAccessibleInterface *focus = table(f)->focusChild();
        QVERIFY(focus);
        QTRY_COMPARE(name(table(f)->focusChild()), QStringLiteral("Status: Active"));
        focus = table(f)->focusChild(); // a list read again meanwhile has cells of its own
        QVERIFY(focus->state().focused && focus->state().selected);
        QCOMPARE(table(f)->indexOfChild(focus), (at.row() + 1) * (KeyColumnCount + 1) + at.column() + 1);
        const QPoint middle = focus->rect().center();
        QCOMPARE(table(f)->childAt(middle.x(), middle.y()), focus);
    }

    void theSwitchIsACheckBoxThatToggles() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("One")}).first();
        const int row = f.model().rowOf(k.id);
        QTRY_VERIFY(f.model().keyAt(row));
        QAccessibleInterface *actions = cell(f, row, KeyColumn::Actions);
        QCOMPARE(actions->childCount(), 2);
        QAccessibleInterface *knob = actions->child(0);
        QCOMPARE(knob->role(), QAccessible::CheckBox);
        QCOMPARE(name(knob), QStringLiteral("Active: One"));
        QVERIFY(knob->state().checkable && knob->state().checked && !knob->state().disabled);
        QVERIFY(actions->rect().contains(knob->rect()));
        act(knob, QAccessibleActionInterface::toggleAction());
        QTRY_COMPARE(f.read(k.id).state, KeyState::Inactive);
        QTRY_VERIFY(f.model().keyAt(row) && !cell(f, row, KeyColumn::Actions)->child(0)->state().checked);
    }

    void theMenuOpens() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("One")}).first();
        QTRY_VERIFY(f.model().keyAt(0));
        QObject::disconnect(&f.table(), &KeyTableView::partPressed, nullptr, nullptr);
        QSignalSpy alone(&f.table(), &KeyTableView::partPressed); // the menu itself would wait for a person
        QAccessibleInterface *more = cell(f, 0, KeyColumn::Actions)->child(1);
        QCOMPARE(more->role(), QAccessible::ButtonMenu);
        QCOMPARE(name(more), QStringLiteral("More actions: One"));
        act(more, QAccessibleActionInterface::pressAction());
        QCOMPARE(alone.size(), 1);
        QCOMPARE(alone.first().first().value<CellPart>(), CellPart::More);
        QCOMPARE(f.table().currentKey(), k.id);
    }

    void theEyeRevealsAndTheTokenIsNowhereInTheTree() {
        WindowFixture f;
        const auto made = waitFor(f.vault.service->create(f.vault.config(QStringLiteral("One"))));
        const auto other = waitFor(f.vault.service->create(f.vault.config(QStringLiteral("Two"))));
        QVERIFY(waitFor(f.vault.service->keep(made->key, made->token)));
        f.choose(other->key.id);
        f.choose(made->key.id);
        const int row = f.model().rowOf(made->key.id), without = f.model().rowOf(other->key.id);
        QAccessibleInterface *eye = cell(f, row, KeyColumn::Token)->child(1);
        QTRY_VERIFY(!cell(f, row, KeyColumn::Token)->child(1)->state().disabled);
        eye = cell(f, row, KeyColumn::Token)->child(1);
        QCOMPARE(name(eye), QStringLiteral("Reveal key: One"));
        QCOMPARE(name(cell(f, row, KeyColumn::Token)->child(0)), QStringLiteral("Copy key: One"));
        QTRY_VERIFY(f.model().keyAt(without)); // keeping a copy has the rows read again
        QAccessibleInterface *none = cell(f, without, KeyColumn::Token)->child(1);
        QVERIFY(none->state().disabled);
        QVERIFY(none->text(QAccessible::Description).contains(QStringLiteral("Not kept on this computer")));
        act(eye, QAccessibleActionInterface::pressAction());
        QPushButton *agree = nullptr;
        QTRY_VERIFY((agree = f.button(f.window.get(), QStringLiteral("Reveal key"))));
        QTest::mouseClick(agree, Qt::LeftButton);
        QTRY_VERIFY(f.window->page().revealed().shows(made->key.id));
        QTRY_VERIFY(f.model().keyAt(f.model().rowOf(made->key.id)));
        QStringList all;
        words(QAccessible::queryAccessibleInterface(f.window.get()), &all);
        const QString spoken = all.join(u'\n');
        const QString token = QString::fromLatin1(made->token->view());
        QVERIFY(spoken.contains(QStringLiteral("Hide key: One"))); // the walk did come there
        QVERIFY(spoken.contains(QStringLiteral("••••")));
        QVERIFY(!spoken.contains(token));
        QVERIFY(!spoken.contains(token.right(20)));
        act(cell(f, f.model().rowOf(made->key.id), KeyColumn::Token)->child(0),
            QAccessibleActionInterface::pressAction());
        QTRY_VERIFY(f.clipboard->holds());
    }

    void cellsOfAnOldListAreGone() {
        WindowFixture f;
        f.add({QStringLiteral("One")});
        QTRY_VERIFY(f.model().keyAt(0));
        const QAccessible::Id id = QAccessible::uniqueId(cell(f, 0, KeyColumn::Name));
        QVERIFY(QAccessible::accessibleInterface(id));
        f.window->page().search().setText(QStringLiteral("nothing like it"));
        QTRY_COMPARE(f.model().rowCount(), 0);
        QVERIFY(!QAccessible::accessibleInterface(id));
    }
};

QTEST_MAIN(TableAccessibility)
#include "test_accessible.moc"
