#include "tests/gui/connections/pane_fixture.h"
#include "ui/connections/connection_pick_sheet.h"
#include "ui/connections/secret_sheet.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/dialogs/edit/edit_window.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/feedback/window_feedback.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/page_stack.h"
#include "ui/sidebar/sidebar.h"

#include <QLayout>
#include <QTcpServer>
#include <QTcpSocket>

using namespace latchkey;
using namespace latchkey::ui;

/// The window over all connections: what is shown together, and by whose rights.
class AllConnectionsWindow : public PaneFixture {
    Q_OBJECT
private slots:
    void initTestCase() { keepNotesHere(); }
    void init() { begin(); }
    void cleanup() { f.reset(); }

    void twoVaultsInOneTable() {
        vault(QStringLiteral("East"), {QStringLiteral("apple"), QStringLiteral("cherry")});
        vault(QStringLiteral("West"), {QStringLiteral("banana"), QStringLiteral("date")});
        openAll(4);
        window().page().setSort({SortColumn::Name, Qt::AscendingOrder});
        QTRY_COMPARE(cells(KeyColumn::Name), (QStringList{QStringLiteral("apple"), QStringLiteral("banana"),
                                                          QStringLiteral("cherry"), QStringLiteral("date")}));
        QCOMPARE(cells(KeyColumn::Connection), (QStringList{QStringLiteral("East"), QStringLiteral("West"),
                                                            QStringLiteral("East"), QStringLiteral("West")}));
        QVERIFY(!window().page().table().isColumnHidden(static_cast<int>(KeyColumn::Connection)));
        window().page().setSort({SortColumn::Connection, Qt::DescendingOrder});
        QTRY_COMPARE(cells(KeyColumn::Name),
                     (QStringList{QStringLiteral("banana"), QStringLiteral("date"), QStringLiteral("apple"),
                                  QStringLiteral("cherry")}));
        window().page().search().setText(QStringLiteral("anana"));
        QTRY_COMPARE(cells(KeyColumn::Name), QStringList{QStringLiteral("banana")});
    }

    /// Several keys are as one key is: what none of them can is off, with the reason.
    void onlyAServicesKeysSelected() {
        FakeSendGrid mail;
        QVERIFY(mail.listen());
        mail.add(QStringLiteral("banana mail"), {QStringLiteral("mail.send")});
        mail.add(QStringLiteral("cherry mail"), {QStringLiteral("mail.send")});
        vault(QStringLiteral("Desk"), {QStringLiteral("apple")});
        account(QStringLiteral("Mail"), mail);
        openAll(3);
        window().page().setSort({SortColumn::Name, Qt::AscendingOrder});
        QTRY_COMPARE(cells(KeyColumn::Name),
                     (QStringList{QStringLiteral("apple"), QStringLiteral("banana mail"),
                                  QStringLiteral("cherry mail")}));
        KeyTableView &table = window().page().table();
        table.selectAll();
        QTRY_VERIFY(enabled("key.deactivate"));
        table.selectionModel()->select(model().index(0, 0),
                                       QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
        QCOMPARE(table.selectedCount(), 2);
        for (const char *id : {"key.activate", "key.deactivate", "key.toggle"}) {
            QTRY_VERIFY2(!enabled(id), id);
            QVERIFY2(tip(id).contains(QStringLiteral("SendGrid has no way to deactivate a key")),
                     qPrintable(tip(id)));
        }
        table.selectAll();
        QTRY_VERIFY(enabled("key.deactivate"));
    }

    /// What issue 5 ends with: keys of a file, a latchkeyd and a SendGrid account in one table.
    void aVaultAServerAndAnAccountInOneTable() {
        Daemon daemon;
        QVERIFY(daemon.start());
        FakeSendGrid mail;
        QVERIFY(mail.listen());
        mail.add(QStringLiteral("banana mail"), {QStringLiteral("mail.send")});
        const Connection local =
            vault(QStringLiteral("Desk"), {QStringLiteral("apple"), QStringLiteral("fig")});
        const Connection team =
            server(QStringLiteral("Team"), daemon, {QStringLiteral("cherry"), QStringLiteral("damson")});
        const Connection sending = account(QStringLiteral("Mail"), mail);
        openAll(5);
        window().page().setSort({SortColumn::Name, Qt::AscendingOrder});
        QTRY_COMPARE(
            cells(KeyColumn::Name),
            (QStringList{QStringLiteral("apple"), QStringLiteral("banana mail"), QStringLiteral("cherry"),
                         QStringLiteral("damson"), QStringLiteral("fig")}));
        QCOMPARE(cells(KeyColumn::Connection),
                 (QStringList{QStringLiteral("Desk"), QStringLiteral("Mail"), QStringLiteral("Team"),
                              QStringLiteral("Team"), QStringLiteral("Desk")}));
        for (const Connection &c : {local, team, sending})
            QCOMPARE(stateOf(c), State::Shown);
        // Each key by its own: what SendGrid can't do is disabled with that reason, and permissions have its
        // names.
        QTRY_COMPARE(cell(1, KeyColumn::Permissions), QStringLiteral("Mail Send: send"));
        QCOMPARE(cell(1, KeyColumn::Status), QStringLiteral("Not reported"));
        QCOMPARE(cell(0, KeyColumn::Status), QStringLiteral("Active"));
        select(QStringLiteral("banana mail"));
        QTRY_VERIFY(!enabled("key.deactivate"));
        QVERIFY2(tip("key.deactivate").contains(QStringLiteral("SendGrid has no way to deactivate a key")),
                 qPrintable(tip("key.deactivate")));
        select(QStringLiteral("apple"));
        QTRY_VERIFY(enabled("key.deactivate"));
        select(QStringLiteral("damson"));
        QTRY_VERIFY(enabled("key.deactivate"));
        // Search goes to all of them.
        window().page().search().setText(QStringLiteral("anana"));
        QTRY_COMPARE(cells(KeyColumn::Name), QStringList{QStringLiteral("banana mail")});
        window().page().search().clearAll();
        QTRY_COMPARE(model().rowCount(), 5);
        // Only the account's has no environment: the sidebar counts it, and filters by a word.
        const QString none = QStringLiteral("No environment");
        QTRY_VERIFY(sideRow(none) && !sideRow(none)->isHidden());
        click(none);
        QTRY_COMPARE(cells(KeyColumn::Name), QStringList{QStringLiteral("banana mail")});
        QCOMPARE(window().page().search().text().trimmed(), QStringLiteral("env:none"));
        click(QStringLiteral("Production"));
        QTRY_COMPARE(model().rowCount(), 4);
        QCOMPARE(window().page().search().text(), QString());
        click(QStringLiteral("All environments"));
        QTRY_COMPARE(model().rowCount(), 5);
        // All of them off: the account's key refuses, and says so; then back.
        window().page().table().selectAll();
        QTRY_VERIFY(enabled("key.deactivate"));
        run("key.deactivate");
        QTRY_COMPARE_WITH_TIMEOUT(cells(KeyColumn::Status).count(QStringLiteral("Inactive")), 4, 20'000);
        QTRY_VERIFY2(
            banners().contains(QStringLiteral("1 of 5 keys are unchanged. SendGrid has no way to do that.")),
            qPrintable(banners()));
        for (const auto offers = window().findChildren<QPushButton *>(QStringLiteral("bannerAction"));
             const QPushButton *offer : offers)
            QVERIFY(!offer->text().contains(QStringLiteral("Retry"))); // it never will
        QTRY_VERIFY(enabled("edit.undo"));
        run("edit.undo");
        QTRY_COMPARE_WITH_TIMEOUT(cells(KeyColumn::Status).count(QStringLiteral("Active")), 4, 20'000);
        // A change at the server is seen, as in a window of its own.
        mail.add(QStringLiteral("elder mail"), {});
        run("view.refresh");
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 6, 20'000);
        QTRY_COMPARE(rowOf(QStringLiteral("elder mail")), 4);
        // One that goes leaves the others as they are, once they have been read.
        QTRY_VERIFY_WITH_TIMEOUT(!model().isLoading() && !cells(KeyColumn::Name).contains(QString()), 20'000);
        daemon.stop();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(team), State::Away, 20'000);
        QTRY_VERIFY2(banners().contains(QStringLiteral("Keys of Team are shown as of ")),
                     qPrintable(banners()));
        QVERIFY2(!banners().contains(QStringLiteral("Nothing was changed")), qPrintable(banners()));
        QTRY_VERIFY(rowOf(QStringLiteral("damson")) >= 0); // it is there, as it was
        QTRY_COMPARE(window().whyUnchangeable(idOf(QStringLiteral("damson"))),
                     QStringLiteral("Team doesn't answer now"));
        const auto nameTip = [this](const QString &key) {
            return model()
                .index(rowOf(key), static_cast<int>(KeyColumn::Name))
                .data(Qt::ToolTipRole)
                .toString();
        };
        QTRY_VERIFY2(nameTip(QStringLiteral("damson")).contains(QStringLiteral(": Team doesn't answer now")),
                     qPrintable(nameTip(QStringLiteral("damson"))));
        QVERIFY(!nameTip(QStringLiteral("apple")).contains(QStringLiteral("answer")));
        window().page().table().select(idOf(QStringLiteral("damson")));
        QTRY_VERIFY(!enabled("key.delete"));
        QTest::keyClick(&window().page().table(), Qt::Key_Delete);
        QTRY_VERIFY2(f->says(&window(), QStringLiteral("Team doesn't answer now.")),
                     qPrintable(f->texts(&window())));
        // Two at once: what was done is said, and of whose key nothing could be.
        window().actions().bulk().setActive(
            KeySelection({idOf(QStringLiteral("apple")), idOf(QStringLiteral("damson"))}), false);
        QTRY_VERIFY2(banners().contains(QStringLiteral("1 of 2 keys are unchanged. “Team” ")),
                     qPrintable(banners()));
        QVERIFY2(!banners().contains(QStringLiteral("127.0.0.1")) &&
                     !banners().contains(QStringLiteral("Nothing was changed")),
                 qPrintable(banners()));
        QTRY_VERIFY2(f->says(&window(), QStringLiteral("Deactivated “apple”")),
                     qPrintable(f->texts(&window())));
        QTRY_COMPARE(cell(rowOf(QStringLiteral("apple")), KeyColumn::Status), QStringLiteral("Inactive"));
        QVERIFY(daemon.serve());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(team), State::Shown, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 6, 20'000);
        QTRY_VERIFY(!banners().contains(QStringLiteral("Keys of Team")));
    }

    void whatCannotBeOpenedIsSaidAndTheRestIsThere() {
        vault(QStringLiteral("Good"), {QStringLiteral("apple")});
        const Connection gone = vault(QStringLiteral("Gone"), {QStringLiteral("fig")});
        QVERIFY(QFile::rename(path(QStringLiteral("Gone")), path(QStringLiteral("Moved"))));
        openAll(1);
        QTRY_COMPARE(stateOf(gone), State::Failed);
        QTRY_VERIFY2(banners().contains(QStringLiteral("Keys of Gone are not shown.")),
                     qPrintable(banners()));
        QCOMPARE(cells(KeyColumn::Name), QStringList{QStringLiteral("apple")});
        QVERIFY(QFile::rename(path(QStringLiteral("Moved")), path(QStringLiteral("Gone"))));
        const int interval = QApplication::doubleClickInterval();
        QApplication::setDoubleClickInterval(60'000);
        click(QStringLiteral("Gone")); // tries again
        click(QStringLiteral("Gone")); // a double-click: does not open it alone
        QApplication::setDoubleClickInterval(interval);
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 2, 20'000);
        QVERIFY(f->desktop->all());
        QTRY_VERIFY(!banners().contains(QStringLiteral("Gone")));
    }

    /// Nobody is asked for anything until somebody wants it.
    void aTokenThatIsNotKeptIsAskedForOnRequest() {
        Daemon daemon;
        QVERIFY(daemon.start());
        vault(QStringLiteral("Desk"), {QStringLiteral("apple")});
        const Connection team = server(QStringLiteral("Team"), daemon, {QStringLiteral("cherry")});
        waitFor(f->desktop->secrets().remove(team.secretName()));
        openAll(1);
        QTRY_COMPARE(stateOf(team), State::NeedsSecret);
        QVERIFY(!window().findChild<SecretSheet *>());
        QTRY_VERIFY2(banners().contains(QStringLiteral("Its token is not kept on this computer.")),
                     qPrintable(banners()));
        click(QStringLiteral("Team"));
        SecretSheet *sheet = nullptr;
        QTRY_VERIFY((sheet = window().findChild<SecretSheet *>()) && sheet->isVisible());
        auto *edit = sheet->findChild<QLineEdit *>();
        edit->insert(QString::fromLatin1(daemon.admin.chopped(1)));
        sheet->accept();
        QVERIFY(f->says(sheet, QStringLiteral("That is not a complete token")));
        QVERIFY(sheet->height() >= sheet->layout()->totalHeightForWidth(sheet->width())); // all of it is seen
        edit->clear();
        edit->insert(QString::fromLatin1(daemon.admin));
        sheet->accept();
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 2, 20'000);
        QTRY_COMPARE(stateOf(team), State::Shown);
        QVERIFY(!f->settings().contains(daemon.admin));
    }

    void oneVaultByTwoWaysIsShownOnce() {
        const Connection first = vault(QStringLiteral("A"), {QStringLiteral("apple"), QStringLiteral("fig")});
        QVERIFY(QFile::copy(path(QStringLiteral("A")), path(QStringLiteral("B"))));
        Connection copy;
        copy.name = QStringLiteral("B");
        copy.file = path(QStringLiteral("B"));
        copy = f->desktop->book().keep(copy);
        openAll(2);
        QTRY_VERIFY(stateOf(first) == State::SameVault || stateOf(copy) == State::SameVault);
        QCOMPARE(model().rowCount(), 2);
        QVERIFY(!banners().contains(QStringLiteral("not shown"))); // nothing is wrong
    }

    void rightsHoldForEachConnection() {
        vault(QStringLiteral("Free"), {QStringLiteral("apple")});
        vault(QStringLiteral("Look"), {QStringLiteral("banana")}, SafeMode::ReadOnly);
        vault(QStringLiteral("Sure"), {QStringLiteral("cherry")}, SafeMode::Confirm);
        openAll(3);
        select(QStringLiteral("banana"));
        QTRY_VERIFY(!enabled("key.deactivate") && !enabled("key.edit"));
        QVERIFY2(tip("key.edit").contains(QStringLiteral("The connection Look is read-only")),
                 qPrintable(tip("key.edit")));
        select(QStringLiteral("apple"));
        QTRY_VERIFY(enabled("key.deactivate"));
        run("key.deactivate"); // nobody asks
        QTRY_COMPARE(cell(rowOf(QStringLiteral("apple")), KeyColumn::Status), QStringLiteral("Inactive"));
        select(QStringLiteral("cherry"));
        QTRY_VERIFY(enabled("key.deactivate"));
        run("key.deactivate");
        QDialog *sheet = nullptr;
        QTRY_VERIFY((sheet = window().findChild<QDialog *>(QStringLiteral("confirmSheet"))) ||
                    (sheet = qobject_cast<QDialog *>(QApplication::activeModalWidget())));
        QVERIFY2(f->says(sheet, QStringLiteral("Sure")), qPrintable(f->texts(sheet)));
        sheet->reject();
        Connection renamed = *f->desktop->book().named(QStringLiteral("Sure"));
        renamed.name = QStringLiteral("Certain"); // stays open, and is asked about as what it is called now
        f->desktop->book().keep(renamed);
        QTRY_COMPARE(cell(rowOf(QStringLiteral("cherry")), KeyColumn::Connection), renamed.name);
        select(QStringLiteral("cherry"));
        QTRY_VERIFY(!QApplication::activeModalWidget() && enabled("key.deactivate"));
        run("key.deactivate");
        QTRY_VERIFY((sheet = qobject_cast<QDialog *>(QApplication::activeModalWidget())));
        QVERIFY2(f->says(sheet, renamed.name), qPrintable(f->texts(sheet)));
        sheet->reject();
        QTRY_COMPARE(cell(rowOf(QStringLiteral("cherry")), KeyColumn::Status), QStringLiteral("Active"));
        // All together: the read-only one refuses, the others change, and Undo takes back just these.
        window().page().table().selectAll();
        QTRY_VERIFY(enabled("key.deactivate"));
        run("key.deactivate");
        QTRY_VERIFY((sheet = qobject_cast<QDialog *>(QApplication::activeModalWidget())));
        // That connection's share of it.
        QVERIFY2(f->says(sheet, QStringLiteral("Deactivate “cherry”?")), qPrintable(f->texts(sheet)));
        sheet->accept();
        QTRY_COMPARE(cells(KeyColumn::Status).count(QStringLiteral("Inactive")), 2);
        QTRY_VERIFY2(banners().contains(QStringLiteral("1 of 3 keys are unchanged.")), qPrintable(banners()));
        run("edit.undo");
        QTRY_VERIFY((sheet = qobject_cast<QDialog *>(QApplication::activeModalWidget())));
        sheet->accept();
        QTRY_COMPARE(cell(rowOf(QStringLiteral("cherry")), KeyColumn::Status), QStringLiteral("Active"));
        QCOMPARE(cell(rowOf(QStringLiteral("apple")), KeyColumn::Status), QStringLiteral("Inactive"));
        QCOMPARE(cell(rowOf(QStringLiteral("banana")), KeyColumn::Status), QStringLiteral("Active"));
    }

    /// Half an address is nobody's: what is typed into the form is gone to once the form is closed.
    void typingAnAddressLeadsNowhere() {
        QTcpServer elsewhere; // somebody who answers at an address on the way
        QVERIFY(elsewhere.listen(QHostAddress::LocalHost));
        const QString url = QStringLiteral("http://127.0.0.1:%1").arg(elsewhere.serverPort());
        int calls = 0;
        connect(&elsewhere, &QTcpServer::newConnection, this, [&] {
            ++calls;
            elsewhere.nextPendingConnection()->disconnectFromHost();
        });
        Daemon daemon;
        QVERIFY(daemon.start());
        vault(QStringLiteral("Desk"), {QStringLiteral("apple")});
        const Connection team = server(QStringLiteral("Team"), daemon, {QStringLiteral("cherry")});
        openAll(2);
        QTRY_COMPARE(stateOf(team), State::Shown);
        auto *form = f->desktop->showConnections();
        form->select(team.id);
        QVERIFY(QTest::qWaitForWindowExposed(form));
        f->fill(form, "connection.url", url + u'/');
        f->fill(form, "connection.name", QStringLiteral("Crew"));
        QTRY_COMPARE(f->desktop->book().named(QStringLiteral("Crew"))->url, url + u'/'); // it is kept
        QTRY_VERIFY(sideRow(QStringLiteral("Crew")));
        QTest::qWait(300); // as long as a person looks at it
        QCOMPARE(calls, 0);
        QCOMPARE(stateOf(team), State::Shown);
        form->reject();
        QTRY_VERIFY(calls > 0);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(team), State::Failed, 30'000);
        QCOMPARE(cells(KeyColumn::Name), QStringList{QStringLiteral("apple")});
    }

    /// The window goes after the menu that asked for it has closed, never under it.
    void aWindowDoesNotGoUnderItsOwnMenu() {
        const Connection east = vault(QStringLiteral("East"), {QStringLiteral("apple")});
        vault(QStringLiteral("West"), {QStringLiteral("banana")});
        openAll(2);
        QPointer<MainWindow> before = f->desktop->window();
        f->desktop->start(east.file); // as File, Open Vault does with a file that is shown here
        QVERIFY(before && f->desktop->window() == before);
        QTRY_VERIFY(f->desktop->window() && f->desktop->window() != before);
        QTRY_COMPARE(model().rowCount(), 1);
        before = f->desktop->window();
        f->desktop->start(east.file); // and the one that is open already
        QVERIFY(before && f->desktop->window() == before);
        QTRY_VERIFY(!before);
        QTRY_COMPARE(model().rowCount(), 1);
    }

    void aNewKeyAsksWhere() {
        vault(QStringLiteral("East"), {QStringLiteral("apple")});
        vault(QStringLiteral("Look"), {QStringLiteral("fig")}, SafeMode::ReadOnly);
        vault(QStringLiteral("West"), {QStringLiteral("banana")});
        openAll(3);
        run("key.create");
        ConnectionPickSheet *pick = nullptr;
        QTRY_VERIFY((pick = window().findChild<ConnectionPickSheet *>()) && pick->isVisible());
        auto *list = pick->findChild<QListWidget *>();
        QCOMPARE(list->count(), 3);
        QVERIFY(!list->item(1)->flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY(list->item(1)->text().contains(QStringLiteral("Read-only")));
        list->setCurrentRow(2);
        QCOMPARE(pick->chosen()->connection.name, QStringLiteral("West"));
        // One that comes meanwhile is there, and what was chosen still is.
        vault(QStringLiteral("North"), {QStringLiteral("cherry")});
        QCOMPARE(list->count(), 4);
        QVERIFY(list->item(2)->text().contains(QStringLiteral("Loading…")));
        QTRY_VERIFY(list->item(2)->flags().testFlag(Qt::ItemIsEnabled));
        QCOMPARE(pick->chosen()->connection.name, QStringLiteral("West"));
        pick->accept();
        CreateWindow *create = nullptr;
        QTRY_VERIFY((create = window().findChild<CreateWindow *>()) && create->isVisible());
        create->reject();
        QTRY_VERIFY(!window().findChild<CreateWindow *>() || !create->isVisible());
        // A form of a key is that of its own vault.
        select(QStringLiteral("banana"));
        QTRY_VERIFY(enabled("key.edit"));
        run("key.edit");
        EditWindow *edit = nullptr;
        QTRY_VERIFY((edit = window().findChild<EditWindow *>()) && edit->isVisible());
        QCOMPARE(edit->key().config.name, QStringLiteral("banana"));
        QCOMPARE(edit->key().id.place(), 0U);
        edit->reject();
    }

    void thereAndBack() {
        const Connection east = vault(QStringLiteral("East"), {QStringLiteral("apple")});
        vault(QStringLiteral("West"), {QStringLiteral("banana")});
        f->desktop->start({}, QStringLiteral("East"));
        QTRY_VERIFY(f->desktop->window());
        QTRY_COMPARE(model().rowCount(), 1);
        QVERIFY(enabled("view.all"));
        QVERIFY(window().page().table().isColumnHidden(static_cast<int>(KeyColumn::Connection)));
        QTRY_COMPARE(cell(0, KeyColumn::Connection), QStringLiteral("East"));
        window().resize(1010, 640);
        const QRect place = window().geometry();
        click(QStringLiteral("All connections"));
        QTRY_VERIFY(f->desktop->all());
        QCOMPARE(window().geometry(), place); // for the person it is the same window
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 2, 20'000);
        QVERIFY(!enabled("view.all") && !enabled("file.import"));
        QCOMPARE(window().pages().specs().size(), 2); // jobs and comparing
        // One that is taken out of it goes at once.
        Connection west = *f->desktop->book().named(QStringLiteral("West"));
        west.inAll = false;
        f->desktop->book().keep(west);
        QTRY_COMPARE(model().rowCount(), 1);
        QTRY_VERIFY(!sideRow(QStringLiteral("West")));
        click(QStringLiteral("East"));
        QTRY_VERIFY(f->desktop->window() && !f->desktop->all());
        QTRY_COMPARE(model().rowCount(), 1);
        QCOMPARE(window().context().connection.id, east.id);
    }
};

QTEST_MAIN(AllConnectionsWindow)
#include "test_all.moc"
