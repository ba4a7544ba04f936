#include "tests/gui/connections/pane_fixture.h"
#include "ui/connections/connection_pick_sheet.h"
#include "ui/connections/connection_words.h"
#include "ui/dialogs/delete_sheet.h"
#include "ui/feedback/window_feedback.h"
#include "ui/shell/environment_band.h"
#include "ui/shell/key_actions.h"

#include <QListWidget>

using namespace latchkey;
using namespace latchkey::ui;

/// What the window over all connections says of them, and what it starts with.
class PaneWindow : public PaneFixture {
    Q_OBJECT
private slots:
    void initTestCase() { keepNotesHere(); }
    void init() { begin(); }
    void cleanup() { f.reset(); }

    /// What can't be brought back doesn't go along with what can, and that is said before.
    void aDeleteOfSeveralSaysWhatItLeavesOut() {
        FakeSendGrid mail;
        QVERIFY(mail.listen());
        mail.add(QStringLiteral("banana mail"), {QStringLiteral("mail.send")});
        mail.add(QStringLiteral("date mail"), {QStringLiteral("mail.send")});
        vault(QStringLiteral("Desk"), {QStringLiteral("apple"), QStringLiteral("fig")});
        account(QStringLiteral("Mail"), mail);
        openAll(4);
        window().page().table().selectAll();
        QTRY_VERIFY(enabled("key.delete"));
        run("key.delete");
        DeleteSheet *sheet = nullptr;
        QTRY_VERIFY((sheet = window().findChild<DeleteSheet *>()) && sheet->isVisible());
        QVERIFY2(f->says(sheet, QStringLiteral("Delete 2 keys?")), qPrintable(f->texts(sheet)));
        QVERIFY2(f->says(sheet, QStringLiteral("2 keys of Mail are left out")), qPrintable(f->texts(sheet)));
        f->press(sheet, "confirmDelete");
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 2, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!window().actions().bulk().isRunning(), 20'000);
        QCOMPARE(mail.count("DELETE"), 0);
        QVERIFY2(!banners().contains(QStringLiteral("unchanged")), qPrintable(banners()));
        // These alone: for good, and asked for that way.
        window().page().table().selectAll();
        QTRY_VERIFY(enabled("key.delete") && window().page().table().selectedCount() == 2);
        run("key.delete");
        QLineEdit *number = nullptr;
        QTRY_VERIFY(number = window().findChild<QLineEdit *>(QStringLiteral("confirmName")));
        // Whether they are in use nobody knows.
        QTRY_VERIFY2(f->says(number->window(), QStringLiteral("2: last use not reported by SendGrid")),
                     qPrintable(f->texts(number->window())));
        QVERIFY2(!f->says(number->window(), QStringLiteral("not used in")),
                 qPrintable(f->texts(number->window())));
        number->setText(QStringLiteral("2"));
        f->press(number->window(), "confirmDelete");
        QTRY_COMPARE_WITH_TIMEOUT(mail.count("DELETE"), 2, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 0, 20'000);
    }

    /// What can't be changed now is not counted among what is deleted.
    void aDeleteOfSeveralLeavesOutWhatIsBlocked() {
        vault(QStringLiteral("Desk"), {QStringLiteral("apple"), QStringLiteral("fig")});
        vault(QStringLiteral("Look"), {QStringLiteral("cherry"), QStringLiteral("date")}, SafeMode::ReadOnly);
        openAll(4);
        window().page().table().selectAll();
        QTRY_VERIFY(enabled("key.delete"));
        run("key.delete");
        DeleteSheet *sheet = nullptr;
        QTRY_VERIFY((sheet = window().findChild<DeleteSheet *>()) && sheet->isVisible());
        QVERIFY2(f->says(sheet, QStringLiteral("Delete 2 keys?")), qPrintable(f->texts(sheet)));
        QVERIFY2(f->says(sheet, QStringLiteral("2 keys are left out: The connection Look is read-only.")),
                 qPrintable(f->texts(sheet)));
        f->press(sheet, "confirmDelete");
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 2, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!window().actions().bulk().isRunning(), 20'000);
        QVERIFY2(!banners().contains(QStringLiteral("unchanged")), qPrintable(banners()));
    }

    /// Which filters there are, and which is chosen, is the pane's own.
    void filtersDoNotDependOnWhereOneCameFrom() {
        FakeSendGrid mail;
        QVERIFY(mail.listen());
        mail.add(QStringLiteral("banana mail"), {QStringLiteral("mail.send")});
        account(QStringLiteral("Mail"), mail);
        vault(QStringLiteral("Desk"), {QStringLiteral("apple")});
        f->desktop->start({}, QStringLiteral("Mail"));
        QTRY_VERIFY_WITH_TIMEOUT(f->desktop->window(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, 20'000);
        QVERIFY(sideRow(QStringLiteral("Never used"))->isHidden()); // SendGrid can't say
        click(QStringLiteral("All connections"));
        QTRY_VERIFY(f->desktop->all());
        QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 2, 20'000);
        QVERIFY(!sideRow(QStringLiteral("Never used"))->isHidden());
        click(QStringLiteral("Production"));
        QCOMPARE(window().sidebar().environment(), std::optional(Environment::Production));
        click(QStringLiteral("Desk"));
        QTRY_VERIFY(f->desktop->window() && !f->desktop->all());
        QVERIFY(!window().sidebar().environment());
        click(QStringLiteral("All connections"));
        QTRY_VERIFY(f->desktop->all());
        QCOMPARE(window().sidebar().environment(), std::optional(Environment::Production));
        QTRY_COMPARE(model().query().filter.environment, std::optional(Environment::Production));
    }

    /// A kind that stands in the name is not said twice.
    void aKindIsNotSaidTwice() {
        QCOMPARE(nameAndKind(QStringLiteral("SendGrid"), ConnectionKind::SendGrid),
                 QStringLiteral("SendGrid"));
        QCOMPARE(nameAndKind(QStringLiteral("sendgrid EU"), ConnectionKind::SendGrid),
                 QStringLiteral("sendgrid EU"));
        QCOMPARE(nameAndKind(QStringLiteral("Mail"), ConnectionKind::SendGrid),
                 QStringLiteral("Mail (SendGrid)"));
    }

    /// What is open is called as the person calls it.
    void aWindowHasItsConnectionsName() {
        Connection desk = vault(QStringLiteral("Desk"), {QStringLiteral("apple")});
        desk.name = QStringLiteral("At home");
        f->desktop->book().keep(desk);
        f->desktop->start({}, desk.name);
        QTRY_VERIFY(f->desktop->window());
        QCOMPARE(window().windowTitle(), QStringLiteral("Latchkey — At home"));
        const auto *band = window().findChild<EnvironmentBand *>();
        QVERIFY2(band->accessibleName().contains(QStringLiteral("At home  ·  Desk")),
                 qPrintable(band->accessibleName()));
        desk.name = QStringLiteral("Desk 2"); // beside it the vault's own name says nothing
        f->desktop->book().keep(desk);
        QCOMPARE(window().windowTitle(), QStringLiteral("Latchkey — Desk 2"));
        QVERIFY2(!band->accessibleName().contains(QStringLiteral("  ·  ")),
                 qPrintable(band->accessibleName()));
        QTRY_COMPARE(model().rowCount(), 1);
        QTRY_COMPARE(cell(0, KeyColumn::Connection), QStringLiteral("Desk 2"));
    }

    /// An account that is full says so before a form is filled in for it.
    void aFullAccountTakesNoNewKey() {
        FakeSendGrid mail;
        QVERIFY(mail.listen());
        for (int i = 0; i < mail.mostKeys; ++i)
            mail.add(QStringLiteral("mail %1").arg(i), {QStringLiteral("mail.send")});
        account(QStringLiteral("Mail"), mail);
        vault(QStringLiteral("Zebra"), {QStringLiteral("apple")});
        openAll(mail.mostKeys + 1);
        run("key.create");
        ConnectionPickSheet *pick = nullptr;
        QTRY_VERIFY((pick = window().findChild<ConnectionPickSheet *>()) && pick->isVisible());
        const auto *list = pick->findChild<QListWidget *>();
        QTRY_VERIFY2(list->item(0)->text().contains(QStringLiteral("100 of 100 keys")),
                     qPrintable(list->item(0)->text()));
        QVERIFY(!list->item(0)->flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY(list->item(1)->flags().testFlag(Qt::ItemIsEnabled));
        pick->reject();
    }
};

QTEST_MAIN(PaneWindow)
#include "test_pane.moc"
