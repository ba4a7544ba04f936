#include "tests/gui/shell/window_fixture.h"
#include "tests/support/memory_backend.h"
#include "ui/customers/customer_sheet.h"
#include "ui/customers/customers_page.h"
#include "ui/detail/customer_links.h"
#include "ui/detail/detail_pane.h"
#include "ui/dialogs/form/inline_guard.h"
#include "ui/dialogs/form/list_edit.h"
#include "ui/feedback/window_feedback.h"
#include "ui/shell/page_stack.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QCompleter>
#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>

using namespace latchkey;
using namespace latchkey::ui;

class TestCustomers : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowFixture> f;
    CustomersPage *page = nullptr;

    CustomerSheet *sheet() {
        for (QWidget *w : QApplication::topLevelWidgets()) {
            if (auto *s = qobject_cast<CustomerSheet *>(w); s && s->isVisible())
                return s;
        }
        return nullptr;
    }
    template<typename T>
    static T *child(QWidget *of, const char *name) {
        return of->findChild<T *>(QLatin1StringView(name));
    }
    ApiKey key(const QString &name, const QStringList &customers) {
        KeyConfig c = f->vault.config(name);
        c.customers = customers;
        return waitFor(f->vault.service->create(c))->key;
    }
    QString shown() {
        QStringList rows;
        for (int r = 0; r < page->model().rowCount(); ++r) {
            QStringList cells;
            for (int c = 0; c < CustomerModel::ColumnCount; ++c)
                cells.append(page->model().index(r, c).data().toString());
            rows.append(cells.join(u'|'));
        }
        return rows.join(u'\n');
    }
    void rename(const QString &name) {
        page->edit();
        QTRY_VERIFY(sheet());
        child<QLineEdit>(sheet(), "customerName")->setText(name);
        child<QPushButton>(sheet(), "saveCustomer")->click();
        QTRY_COMPARE(shown(), name + QStringLiteral("|cus_1|0"));
        QTRY_VERIFY(!sheet());
    }
    static QString said(const QWidget *sheet) {
        QString all;
        for (const QLabel *l : sheet->findChildren<QLabel *>())
            all += l->text() + u'\n';
        return all;
    }
    bool toasted(const QString &text) {
        const auto labels = f->window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *l) { return l->isVisible() && l->text().contains(text); });
    }
private slots:
    void init() {
        f = std::make_unique<WindowFixture>();
        f->window->showPage(QStringLiteral("customers"));
        page = qobject_cast<CustomersPage *>(f->window->pages().widgetOf(QStringLiteral("customers")));
        QVERIFY(page);
    }
    void cleanup() { f.reset(); }

    void addEditDeleteUndo() {
        QVERIFY(child<QPushButton>(page, "customerAdd")->isEnabled());
        page->add();
        QTRY_VERIFY(sheet());
        auto *id = child<QLineEdit>(sheet(), "customerId"), *name = child<QLineEdit>(sheet(), "customerName");
        auto *save = child<QPushButton>(sheet(), "saveCustomer");
        QVERIFY(!save->isEnabled());
        QTest::keyClicks(id, QStringLiteral("cus,1"));
        QVERIFY(!save->isEnabled()); // a comma separates customers in a key's form
        id->setText(QStringLiteral("cus_1"));
        name->setText(QStringLiteral("Acme"));
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(shown(), QStringLiteral("Acme|cus_1|0"));
        QTRY_VERIFY(!sheet());

        page->add(); // the same id again
        QTRY_VERIFY(sheet());
        child<QLineEdit>(sheet(), "customerId")->setText(QStringLiteral("cus_1"));
        child<QPushButton>(sheet(), "saveCustomer")->click();
        QTRY_VERIFY(child<QLineEdit>(sheet(), "customerId")
                        ->accessibleDescription()
                        .contains(QStringLiteral("already")));
        sheet()->reject(); // what was typed is not dropped unasked
        QVERIFY(sheet());
        sheet()->findChild<InlineGuard *>()->leaveButton()->click();
        QTRY_VERIFY(!sheet());

        page->edit();
        QTRY_VERIFY(sheet());
        QVERIFY(child<QLineEdit>(sheet(), "customerId")->isReadOnly());
        QVERIFY2(!said(sheet()).contains(QStringLiteral("keys hold it")),
                 qPrintable(said(sheet()))); // none does
        child<QLineEdit>(sheet(), "customerName")->setText(QStringLiteral("Acme Ltd"));
        child<QPushButton>(sheet(), "saveCustomer")->click();
        sheet()->reject(); // what is being saved is not dropped
        QVERIFY(sheet());
        QTRY_COMPARE(shown(), QStringLiteral("Acme Ltd|cus_1|0"));
        f->window->undoHistory().undo();
        QTRY_COMPARE(shown(), QStringLiteral("Acme|cus_1|0"));

        QCOMPARE(child<QPushButton>(page, "customerDelete")->text(), QStringLiteral("Delete"));
        page->remove(); // no key names it: at once, with Undo
        QTRY_COMPARE(page->model().total(), 0);
        f->window->undoHistory().undo();
        QTRY_COMPARE(shown(), QStringLiteral("Acme|cus_1|0"));
    }
    void escAsksOnlyAfterTyping() {
        const auto open = [this] {
            page->add();
            QTRY_VERIFY(sheet());
            QVERIFY(QTest::qWaitForWindowExposed(sheet()));
            sheet()->activateWindow();
            QTRY_COMPARE(QApplication::activeWindow(), sheet());
        };
        open();
        QTest::keyClick(sheet(), Qt::Key_Escape);
        QTRY_VERIFY(!sheet()); // nothing typed
        open();
        auto *question = sheet()->findChild<InlineGuard *>();
        auto *note = child<QPlainTextEdit>(sheet(), "customerNote");
        note->setFocus();
        QTest::keyClicks(note, QStringLiteral("Since 2019"));
        QTest::keyClick(note, Qt::Key_Escape);
        QVERIFY(sheet() && question->isVisible());
        QTest::keyClick(sheet(), Qt::Key_Escape); // Esc in the question stays
        QVERIFY(sheet() && !question->isVisible());
        QCOMPARE(sheet()->focusWidget(), note);
        QVERIFY(!sheet()->close());
        QVERIFY(!sheet()->close()); // asks again
        QVERIFY(question->isVisible());
        QCOMPARE(note->toPlainText(), QStringLiteral("Since 2019"));
        question->leaveButton()->click();
        QTRY_VERIFY(!sheet());
        QCOMPARE(page->model().total(), 0);
    }
    /// Each undo gives the customer a newer version: the older steps go on from there, through a deletion
    /// too, which begins the count anew.
    void severalStepsBack() {
        QVERIFY(waitFor(f->vault.service->saveCustomer({QStringLiteral("cus_1"), QStringLiteral("A"), {}})));
        QTRY_COMPARE(shown(), QStringLiteral("A|cus_1|0"));
        page->select(QStringLiteral("cus_1"));
        for (const QString &name : {QStringLiteral("B"), QStringLiteral("C"), QStringLiteral("D")})
            rename(name);
        page->remove();
        QTRY_COMPARE(page->model().total(), 0);
        for (const char *name : {"D", "C", "B"}) {
            f->window->undoHistory().undo();
            QTRY_COMPARE(shown(), QLatin1StringView(name) + QStringLiteral("|cus_1|0"));
        }
        const Customer now = page->model().at(0)->customer;
        QVERIFY(waitFor(f->vault.service->saveCustomer({now.id, QStringLiteral("Theirs"), {}, now.version})));
        f->window->undoHistory().undo(); // the last one: somebody else was in between
        QTRY_VERIFY(toasted(QStringLiteral("in the meantime. Nothing was overwritten")));
        QTRY_COMPARE(shown(), QStringLiteral("Theirs|cus_1|0"));
    }
    /// The older of two steps that are about different things: the newer one stands.
    void theOlderStepBackAndAgain() {
        QVERIFY(waitFor(f->vault.service->saveCustomer({QStringLiteral("cus_1"), QStringLiteral("A"), {}})));
        QTRY_COMPARE(shown(), QStringLiteral("A|cus_1|0"));
        page->select(QStringLiteral("cus_1"));
        rename(QStringLiteral("B"));
        page->edit();
        QTRY_VERIFY(sheet());
        child<QPlainTextEdit>(sheet(), "customerNote")->setPlainText(QStringLiteral("Since 2019"));
        child<QPushButton>(sheet(), "saveCustomer")->click();
        const auto note = [this] { return page->model().at(0)->customer.note; };
        QTRY_COMPARE(note(), QStringLiteral("Since 2019"));
        QTRY_VERIFY(!sheet());
        UndoHistory &history = f->window->undoHistory();
        QVERIFY(history.undoStep(1));
        QTRY_COMPARE(shown(), QStringLiteral("A|cus_1|0"));
        QCOMPARE(note(), QStringLiteral("Since 2019"));
        QTRY_VERIFY(toasted(QStringLiteral("Undone: “B” saved.")));
        history.undo();
        QTRY_COMPARE(note(), QString());
        history.redo();
        QTRY_COMPARE(note(), QStringLiteral("Since 2019"));
        QTRY_VERIFY(toasted(QStringLiteral("Redone: “B” saved.")));
        page->remove();
        QTRY_COMPARE(page->model().total(), 0);
        history.undo();
        QTRY_COMPARE(shown(), QStringLiteral("A|cus_1|0"));
        history.redo();
        QTRY_COMPARE(page->model().total(), 0);
    }
    /// The second press comes before the first is answered: it waits, and builds on what that has written.
    void twoStepsBackAtOnce() {
        QVERIFY(waitFor(f->vault.service->saveCustomer({QStringLiteral("cus_1"), QStringLiteral("A"), {}})));
        QTRY_COMPARE(shown(), QStringLiteral("A|cus_1|0"));
        page->select(QStringLiteral("cus_1"));
        rename(QStringLiteral("B"));
        rename(QStringLiteral("C"));
        f->window->undoHistory().undo();
        f->window->undoHistory().undo();
        QTRY_COMPARE(shown(), QStringLiteral("A|cus_1|0"));
    }
    void keysKeepADeletedCustomer() {
        QVERIFY(
            waitFor(f->vault.service->saveCustomer({QStringLiteral("cus_1"), QStringLiteral("Acme"), {}})));
        const ApiKey a = key(QStringLiteral("CRM sync"), {QStringLiteral("cus_1")});
        key(QStringLiteral("Everybody"), {});
        key(QStringLiteral("Other"), {QStringLiteral("cus_10")});
        QTRY_COMPARE(shown(), QStringLiteral("Acme|cus_1|1\nNo such customer|cus_10|1"));
        page->select(QStringLiteral("cus_1"));
        page->edit();
        QTRY_VERIFY(sheet());
        QVERIFY2(said(sheet()).contains(QStringLiteral("keys hold it")), qPrintable(said(sheet())));
        sheet()->reject();
        QTRY_VERIFY(!sheet());
        QCOMPARE(child<QPushButton>(page, "customerDelete")->text(), QStringLiteral("Delete…")); // it asks
        page->remove();
        QPointer<CustomerDeleteSheet> ask;
        QTRY_VERIFY((ask = f->window->findChild<CustomerDeleteSheet *>()) && ask->isVisible());
        const QString question = said(ask);
        QVERIFY2(question.contains(QStringLiteral("CRM sync")) && !question.contains(QStringLiteral("Other")),
                 qPrintable(question));
        child<QPushButton>(ask, "confirmDeleteCustomer")->click();
        QTRY_COMPARE(shown(), QStringLiteral("No such customer|cus_1|1\nNo such customer|cus_10|1"));
        const auto row = waitFor(f->vault.backend->rows({a.id}));
        QCOMPARE(row->first().config.customers, QStringList({QStringLiteral("cus_1")}));
    }
    void fromCustomerToKeysAndBack() {
        QVERIFY(
            waitFor(f->vault.service->saveCustomer({QStringLiteral("my cus"), QStringLiteral("Acme"), {}})));
        const ApiKey a = key(QStringLiteral("CRM sync"), {QStringLiteral("my cus"), QStringLiteral("zz")});
        key(QStringLiteral("Everybody"), {});
        QTRY_COMPARE(page->model().total(), 2);
        page->select(QStringLiteral("my cus"));
        QTRY_VERIFY(child<QPushButton>(page, "customerKeys")->isEnabled());
        child<QPushButton>(page, "customerKeys")->click();
        QVERIFY(f->window->pages().keysShown());
        QTRY_COMPARE(f->window->page().model().rowCount(), 1);
        QTRY_VERIFY(f->window->page().model().keyAt(0));
        QCOMPARE(f->window->page().model().keyAt(0)->id, a.id);

        f->window->page().table().select(a.id);
        f->window->setDetailShown(true);
        CustomerLinks *links = nullptr;
        QTRY_VERIFY((links = f->window->detail().findChild<CustomerLinks *>()));
        QTRY_VERIFY(links->text().contains(QStringLiteral("Acme (my cus)")));
        QVERIFY(links->text().contains(QStringLiteral("zz (no such customer)")));
        emit links->linkActivated(QStringLiteral("zz"));
        QCOMPARE(f->window->pages().shown(), QStringLiteral("customers"));
        QTRY_COMPARE(page->model().at(page->table().currentIndex().row())->customer.id, QStringLiteral("zz"));

        // One that the page has not read yet: the focus goes to its row as well.
        f->window->pages().showPage({});
        f->window->page().table().setFocus();
        key(QStringLiteral("Later"), {QStringLiteral("late")});
        emit links->linkActivated(QStringLiteral("late"));
        QTRY_COMPARE(page->model().at(page->table().currentIndex().row())->customer.id,
                     QStringLiteral("late"));
        QTRY_COMPARE(f->window->focusWidget(), &page->table());
    }
    /// That there is no such customer is said when that is known: not while the list is read, nor when it
    /// could not be.
    void whatIsNotKnownYetIsNotClaimed() {
        CustomerLinks links(*f->vault.backend, {QStringLiteral("zz")});
        QVERIFY2(!links.text().contains(QStringLiteral("no such")), qPrintable(links.text()));
        QTRY_VERIFY(links.text().contains(QStringLiteral("zz (no such customer)")));

        struct FailsOnce final : MemoryBackend {
            int asked = 0;
            QFuture<Result<QList<Customer>>> customers() override {
                if (++asked == 1)
                    return ready<Result<QList<Customer>>>(fail(ErrorCode::Busy));
                return ready<Result<QList<Customer>>>(
                    QList<Customer>{{QStringLiteral("cus_1"), QStringLiteral("Acme"), {}, 1}});
            }
            QFuture<Result<QHash<QString, qint64>>> customerUse() override {
                return ready<Result<QHash<QString, qint64>>>(
                    QHash<QString, qint64>{{QStringLiteral("cus_1"), 2}});
            }
        } backend;
        KeyService service(backend, f->vault.secrets, f->vault.clock,
                           Principal{QStringLiteral("Bo"), true, true, {}});
        CustomersPage other(service, f->window->feedback());
        page = &other;
        other.setVisible(true);
        QTRY_COMPARE(backend.asked, 1);
        QCOMPARE(other.model().total(), 0);
        emit backend.keysChanged({});
        QTRY_COMPARE(shown(), QStringLiteral("Acme|cus_1|2"));
    }
    void theFormSuggestsThem() {
        QVERIFY(
            waitFor(f->vault.service->saveCustomer({QStringLiteral("cus_1"), QStringLiteral("Acme"), {}})));
        f->window->showPage({});
        f->window->commands().action(QStringLiteral("key.create"))->trigger();
        CreateWindow *create = nullptr;
        QTRY_VERIFY((create = f->window->findChild<CreateWindow *>()) && create->isVisible());
        ListEdit *field = nullptr;
        for (auto *e : create->findChildren<ListEdit *>()) {
            if (e->placeholderText() == QStringLiteral("All customers"))
                field = e;
        }
        QVERIFY(field);
        auto *completer = field->findChild<QCompleter *>();
        QTRY_COMPARE(completer->model()->rowCount(), 1);
        QTest::keyClicks(field, QStringLiteral("acm")); // by name
        QTRY_VERIFY(completer->popup()->isVisible());
        QCOMPARE(completer->popup()->model()->index(0, 0).data().toString(), QStringLiteral("Acme (cus_1)"));
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QCOMPARE(field->list(), QStringList({QStringLiteral("cus_1")})); // the id is what keys hold
        QTest::keyClicks(field, QStringLiteral("free text"));
        QCOMPARE(field->list(), QStringList({QStringLiteral("cus_1"), QStringLiteral("free text")}));
        completer->popup()->hide();
        create->reject();
    }
    void aHundredThousand() {
        QList<Customer> many;
        QHash<QString, qint64> use;
        for (int i = 0; i < 100'000; ++i) {
            many.append({QStringLiteral("cus_%1").arg(i),
                         QStringLiteral("Customer %1").arg(i, 6, 10, QLatin1Char('0')),
                         {},
                         1});
            if (i % 3 == 0)
                use.insert(many.last().id, i % 7 + 1);
        }
        CustomerModel m;
        QElapsedTimer t;
        t.start();
        m.set(many, use);
        const qint64 set = t.restart();
        m.setSearch(QStringLiteral("99999"));
        const qint64 search = t.restart();
        QCOMPARE(m.rowCount(), 1);
        m.setSearch({});
        m.sort(CustomerModel::Keys, Qt::DescendingOrder);
        const qint64 sort = t.restart();
        QCOMPARE(m.at(0)->keys, 7);
        m.sort(CustomerModel::Id, Qt::AscendingOrder);
        const qint64 byId = t.elapsed();
        QCOMPARE(m.at(99'999)->customer.id, QStringLiteral("cus_99999"));
        qInfo("set %lld ms, search %lld ms, by keys %lld ms, by id %lld ms", set, search, sort, byId);
        QVERIFY(search < 2000 && sort < 5000 && byId < 5000); // far above what it takes, for a busy machine
    }
    void sortingKeepsTheSelection() {
        for (const QString &id : {QStringLiteral("cus_1"), QStringLiteral("cus_2")})
            QVERIFY(waitFor(f->vault.service->saveCustomer({id, QStringLiteral("Acme ") + id, {}})));
        QTRY_COMPARE(page->model().rowCount(), 2);
        page->select(QStringLiteral("cus_1"));
        QCOMPARE(page->table().currentIndex().row(), 0);
        page->table().sortByColumn(CustomerModel::Id, Qt::DescendingOrder);
        QCOMPARE(page->model().at(0)->customer.id, QStringLiteral("cus_2"));
        QCOMPARE(page->table().currentIndex().row(), 1);
        QVERIFY(page->table().selectionModel()->isRowSelected(1));
        page->remove();
        QTRY_COMPARE(shown(), QStringLiteral("Acme cus_2|cus_2|0"));
    }
    /// The buttons are commands as well: they can be pressed as the buttons can, or say why not.
    void itsButtonsAreCommands() {
        const auto why = [this](const char *id) {
            const QAction *a = f->window->commands().action(QLatin1StringView(id));
            return a->isEnabled() ? QString() : a->toolTip();
        };
        QCOMPARE(why("customers.edit"), QStringLiteral("Select a customer first"));
        Customer acme;
        acme.id = QStringLiteral("cus_1");
        acme.name = QStringLiteral("Acme");
        QVERIFY(waitFor(f->vault.service->saveCustomer(acme)));
        QTRY_COMPARE(why("customers.edit"), QString());
        QCOMPARE(why("customers.remove"), QString());
        QCOMPARE(why("customers.keys"), QStringLiteral("No key names this customer"));
        f->window->commands().trigger(QStringLiteral("customers.edit"));
        QTRY_VERIFY(sheet());
        sheet()->reject();
    }

    void modelHoldsTogether() {
        CustomerModel m;
        const QAbstractItemModelTester tester(&m, QAbstractItemModelTester::FailureReportingMode::QtTest);
        m.set({{QStringLiteral("b"), QStringLiteral("A"), {}, 1},
               {QStringLiteral("a"), QStringLiteral("B"), {}, 1}},
              {{QStringLiteral("c"), 2}});
        m.sort(CustomerModel::Id, Qt::DescendingOrder);
        QCOMPARE(m.at(0)->customer.id, QStringLiteral("c"));
        QVERIFY(!m.at(0)->listed());
        m.setSearch(QStringLiteral("b"));
        QCOMPARE(m.rowCount(), 2);
        m.set({}, {});
        QCOMPARE(m.rowCount(), 0);
    }
};

QTEST_MAIN(TestCustomers)
#include "test_customers.moc"
