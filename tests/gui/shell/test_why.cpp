#include "core/backend/request_log.h"
#include "tests/gui/shell/why_fixture.h"
#include "tests/support/memory_backend.h"

#include "ui/dialogs/edit/edit_window.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/dialogs/rotate/rotate_window.h"
#include "ui/paste/paste_box.h"
#include "ui/permissions/failed_request.h"
#include "ui/permissions/permission_tree.h"
#include "ui/shell/help_actions.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/why_actions.h"
#include "ui/why/check_list.h"
#include "ui/why/request_fields.h"
#include "ui/why/whose_key_window.h"
#include "ui/why/why_window.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

using namespace latchkey;
using namespace latchkey::ui;
using diagnosis::Fix;
using diagnosis::Remark;

/// "Why was it rejected?" and its buttons, "Whose key is this?", "Add from a failed request", on a real
/// vault.
class WhyInWindow : public QObject {
    Q_OBJECT
private slots:
    void opensWithTheCurrentKeyByKeyboard() {
        WindowFixture f;
        const auto made = make(f);
        f.choose(made.key.id);
        f.press(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(f.window->why().window());
        WhyWindow *w = f.window->why().window();
        QVERIFY(!w->isModal());
        QTRY_VERIFY2(w->verdict().contains(QStringLiteral("enter what was asked")), qPrintable(w->verdict()));
        QCOMPARE(w->checks().row(Check::Shape)->outcome(), CheckOutcome::NotChecked);
        QCOMPARE(w->checks().row(Check::State)->outcome(), CheckOutcome::Passed);
        // The rows are one tab stop; arrows walk them, and each says itself.
        CheckRow *first = w->checks().row(Check::Shape);
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Down);
        QVERIFY(w->checks().row(Check::Secret)->hasFocus() || !w->isActiveWindow());
        QVERIFY(w->checks().row(Check::State)->accessibleName().contains(QStringLiteral("Passed")));
        QTest::keyClick(w->findChild<QComboBox *>(QStringLiteral("whyStatus")), Qt::Key_Down); // 401
        QTRY_COMPARE(w->verdict(), QStringLiteral("What was checked doesn't explain this. Not checked: "
                                                  "Environment, Permission."));
        QTest::keyClick(w, Qt::Key_Escape);
        QTRY_VERIFY(!f.window->why().window());
    }

    void activateAndRestore() {
        WindowFixture f;
        const auto made = make(f);
        const ApiKey off = *waitFor(f.vault.service->setActive(made.key, false));
        WhyWindow *w = opened(f);
        ask(w, curl(made.token), QStringLiteral("The key is inactive."));
        QCOMPARE(fixOf(w, Check::State)->text(), QStringLiteral("Activate"));
        QTest::mouseClick(fixOf(w, Check::State), Qt::LeftButton);
        QTRY_COMPARE(w->verdict(), QStringLiteral("Nothing in the key explains this."));
        const ApiKey on = f.read(off.id);
        QCOMPARE(on.state, KeyState::Active);
        const ApiKey revoked = *waitFor(f.vault.service->revoke(on, QStringLiteral("audit"), false));
        QTRY_VERIFY(w->verdict().contains(QStringLiteral("revoked: audit")));
        QTest::mouseClick(fixOf(w, Check::State), Qt::LeftButton);
        QTRY_COMPARE(f.read(revoked.id).state, KeyState::Active);
        QTRY_VERIFY(f.window->undoHistory().canUndo());
        f.window->undoHistory().undo(); // as it was, with its reason
        QTRY_COMPARE(f.read(revoked.id).state, KeyState::Revoked);
        QCOMPARE(f.read(revoked.id).stateReason, QStringLiteral("audit"));
        f.window->undoHistory().redo();
        QTRY_COMPARE(f.read(revoked.id).state, KeyState::Active);
        const ApiKey deleted = *waitFor(f.vault.service->remove(f.read(revoked.id)));
        QTRY_COMPARE(w->verdict(), QStringLiteral("The key was deleted."));
        QTest::mouseClick(fixOf(w, Check::State), Qt::LeftButton);
        QTRY_COMPARE(f.read(deleted.id).state, KeyState::Active);
    }

    void leakedKeysAreNotRestored() {
        WindowFixture f;
        const auto made = make(f);
        QVERIFY(waitFor(f.vault.service->revoke(made.key, {}, true)));
        WhyWindow *w = opened(f);
        ask(w, curl(made.token), QStringLiteral("revoked"));
        QCOMPARE(fixOf(w, Check::State)->text(), QStringLiteral("Duplicate…"));
        QTest::mouseClick(fixOf(w, Check::State), Qt::LeftButton);
        QTRY_VERIFY(f.shown<CreateWindow>());
        f.shown<CreateWindow>()->hide();
    }

    void reviewsOpenTheFormAtTheField_data() {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<int>("check");
        QTest::addColumn<QString>("field");
        QTest::newRow("address") << QStringLiteral("ip=192.0.2.1 status=403")
                                 << static_cast<int>(Check::Address) << QStringLiteral("allowedIps");
        QTest::newRow("customer") << QStringLiteral("customer=Fabrikam status=403")
                                  << static_cast<int>(Check::Customer) << QStringLiteral("customers");
        QTest::newRow("permission") << QStringLiteral("scope=leads:delete status=403")
                                    << static_cast<int>(Check::Scope) << QStringLiteral("scopes");
        QTest::newRow("limit") << QStringLiteral("status=429 code=rate_limited")
                               << static_cast<int>(Check::RateLimit) << QStringLiteral("limits");
        QTest::newRow("expiry") << QStringLiteral("status=401 time=2100-01-01T00:00:00Z")
                                << static_cast<int>(Check::State) << QStringLiteral("expires");
    }
    void reviewsOpenTheFormAtTheField() {
        QFETCH(QString, pasted);
        QFETCH(int, check);
        QFETCH(QString, field);
        WindowFixture f;
        const auto made = make(f, [](KeyConfig &c) {
            c.allowedIps = parseIpRanges(QStringLiteral("10.0.0.0/8"), nullptr);
            c.customers = {QStringLiteral("Contoso")};
            c.limits.set(RatePeriod::Minute, 100);
        });
        WhyWindow *w = opened(f);
        w->paste(pasted + QStringLiteral(" key=") + made.key.id.toString());
        QTRY_COMPARE(w->checks().row(static_cast<Check>(check))->outcome(), CheckOutcome::Failed);
        QTRY_VERIFY(w->subject().key);
        QVERIFY(fixOf(w, static_cast<Check>(check))->isEnabled());
        QTest::mouseClick(fixOf(w, static_cast<Check>(check)), Qt::LeftButton);
        QTRY_VERIFY(f.shown<EditWindow>());
        auto *edit = f.shown<EditWindow>();
        QTRY_VERIFY(edit->focusWidget());
        const QWidget *row = edit->findChild<QWidget *>(field);
        QVERIFY(row);
        QTRY_VERIFY2(edit->focusWidget() == row || row->isAncestorOf(edit->focusWidget()),
                     qPrintable(edit->focusWidget()->objectName()));
        if (field == QStringLiteral("scopes")) { // marked, not saved
            QVERIFY(edit->form().config().scopes.contains(*Scope::fromString(u"leads:delete")));
            QVERIFY(!f.read(made.key.id).config.scopes.contains(*Scope::fromString(u"leads:delete")));
            edit->save();
            QTRY_VERIFY(f.read(made.key.id).config.scopes.contains(*Scope::fromString(u"leads:delete")));
            QTRY_VERIFY(w->checks().row(Check::Scope)->outcome() == CheckOutcome::Passed);
        } else {
            edit->reject();
        }
        QTRY_VERIFY(!f.shown<EditWindow>());
    }

    void theKeyOfTheRightEnvironment() {
        WindowFixture f;
        const auto production = make(f);
        const auto staging = make(f, [](KeyConfig &c) { c.environment = Environment::Staging; });
        WhyWindow *w = opened(f);
        ask(w, curl(staging.token),
            QStringLiteral("This is a Staging key, but the request went to Production."));
        QCOMPARE(fixOf(w, Check::Environment)->text(), QStringLiteral("Show the Production key"));
        f.choose(staging.key.id);
        QTest::mouseClick(fixOf(w, Check::Environment), Qt::LeftButton);
        QTRY_COMPARE(f.table().currentKey(), production.key.id);
    }

    void anOldTokenLeadsToRotation() {
        WindowFixture f;
        const auto made = make(f);
        QVERIFY(waitFor(f.vault.service->rotate(made.key, 0)));
        WhyWindow *w = opened(f);
        ask(w, curl(made.token), QStringLiteral("The token was replaced."));
        QTest::mouseClick(fixOf(w, Check::State), Qt::LeftButton);
        QTRY_VERIFY(f.shown<RotateWindow>());
        f.shown<RotateWindow>()->reject();
        QTRY_VERIFY(!f.shown<RotateWindow>());
    }

    void badInputAndContradictionsAreSaid() {
        WindowFixture f;
        const auto made = make(f);
        WhyWindow *w = opened(f);
        w->paste(QStringLiteral("good morning"));
        auto *problem = w->findChild<QLabel *>(QStringLiteral("whyProblem"));
        QVERIFY(problem->isVisible() && problem->text().contains(QStringLiteral("no key")));
        w->paste(QStringLiteral("HTTP/1.1 429 X\n\n{\"code\":\"expired\",\"key\":\"%1\"}")
                     .arg(made.key.id.toString()));
        QTRY_VERIFY(w->diagnosis().says(Remark::StatusAndCodeDisagree));
        QVERIFY(!problem->isVisible());
        QVERIFY(w->findChild<QLabel *>(QStringLiteral("whyRemarks"))
                    ->text()
                    .contains(QStringLiteral("contradicts itself")));
        ask(w, text(made.token).left(45), QStringLiteral("not a whole token"));
        QTest::mouseClick(fixOf(w, Check::Shape), Qt::LeftButton); // Paste again
        auto *address = w->request().findChild<QLineEdit *>(QStringLiteral("whyAddress"));
        address->setText(QStringLiteral("10.2"));
        QVERIFY(!address->accessibleDescription().isEmpty());
    }

    void fieldsDecideToo() {
        WindowFixture f;
        const auto made = make(f);
        f.choose(made.key.id);
        WhyWindow *w = opened(f);
        QTRY_VERIFY(w->subject().key);
        auto *environment = w->request().findChild<QComboBox *>(QStringLiteral("whyEnvironment"));
        environment->setCurrentIndex(2);
        emit environment->activated(2);
        QTRY_VERIFY(w->verdict().contains(QStringLiteral("Production key, but the request went to Staging")));
        diagnosis::Facts facts;
        facts.scope = Scope::fromString(u"leads:delete");
        facts.status = 403;
        facts.key = diagnosis::KeyReference{};
        facts.key->id = made.key.id;
        f.window->why().open(facts); // as the log does it
        QTRY_VERIFY(w->verdict().contains(QStringLiteral("can't delete leads")));
    }

    void whoseKey() {
        WindowFixture f;
        const auto other = make(f, [](KeyConfig &c) { c.name = QStringLiteral("Other"); });
        const auto made = make(f);
        f.choose(other.key.id);
        f.window->commands().trigger(QStringLiteral("tools.whose"));
        QTRY_VERIFY(f.shown<WhoseKeyWindow>());
        auto *w = f.shown<WhoseKeyWindow>();
        w->paste(
            QStringLiteral("10.2.0.4 - - [27/Nov/2026:15:32:10 +0100] \"GET /v1/leads HTTP/1.1\" 401 1 \"-\" "
                           "\"-\" \"%1\"")
                .arg(text(made.token)));
        QTRY_COMPARE(w->answer(), QStringLiteral("That is the token of “CRM sync”."));
        QTRY_COMPARE(f.table().currentKey(), made.key.id);
        QVERIFY(!w->pasteBox().toPlainText().contains(text(made.token).mid(21, 20)));
        const auto stranger = token::generate(QStringLiteral("lk"), Environment::Production);
        w->paste(QString::fromLatin1(stranger.token.view()));
        QTRY_COMPARE(w->answer(), QStringLiteral("No key of this vault fits what you pasted."));
        const auto rotated = *waitFor(f.vault.service->rotate(made.key, 0));
        w->paste(text(made.token));
        QTRY_VERIFY2(w->answer().contains(QStringLiteral("before its last rotation")),
                     qPrintable(w->answer()));
        QVERIFY(waitFor(f.vault.service->remove(rotated.key)));
        w->paste(text(rotated.token));
        QTRY_VERIFY(w->answer().contains(QStringLiteral("The key was deleted.")));
        QTRY_COMPARE(f.table().currentKey(), made.key.id); // in Recently deleted
        w->reject();
    }

    void addFromAFailedRequest() {
        WindowFixture f;
        const auto made = make(f);
        f.choose(made.key.id);
        f.window->actions().edit();
        QTRY_VERIFY(f.shown<EditWindow>());
        auto *edit = f.shown<EditWindow>();
        PermissionTree &tree = edit->form().permissions();
        const Scope wanted = *Scope::fromString(u"leads:delete");
        QTest::mouseClick(tree.findChild<QPushButton *>(QStringLiteral("askFailedRequest")), Qt::LeftButton);
        QVERIFY(tree.failedRequest().isVisible());
        FailedRequest &failed = tree.failedRequest();
        failed.paste(
            QStringLiteral("HTTP/1.1 403 F\n\n{\"code\":\"insufficient_scope\",\"required\":\"no:such\"}"));
        QVERIFY2(failed.answer().contains(QStringLiteral("doesn't know “no:such”")),
                 qPrintable(failed.answer()));
        failed.paste(QStringLiteral("status=403 scope=leads:read"));
        QVERIFY2(failed.answer().contains(QStringLiteral("chosen already")), qPrintable(failed.answer()));
        QCOMPARE(tree.scopes(), made.key.config.scopes);
        failed.paste(QStringLiteral(
            "HTTP/1.1 403 F\n\n{\"code\":\"insufficient_scope\",\"required\":\"leads:delete\"}"));
        QVERIFY2(failed.answer().contains(QStringLiteral("is marked to be added")),
                 qPrintable(failed.answer()));
        QVERIFY(tree.scopes().contains(wanted));
        QTest::mouseClick(failed.takeBack(), Qt::LeftButton);
        QCOMPARE(tree.scopes(), made.key.config.scopes);
        failed.paste(QStringLiteral(
            "HTTP/1.1 403 Forbidden {\"error\":\"insufficient_scope\",\"required\":\"leads:delete\"}"));
        QVERIFY2(tree.scopes().contains(wanted), qPrintable(failed.answer()));
        QTest::mouseClick(failed.takeBack(), Qt::LeftButton);
        failed.paste(QStringLiteral("curl -X DELETE https://x.example/v1/leads/9"));
        QVERIFY2(failed.answer().contains(QStringLiteral("guessed from “DELETE /v1/leads/9”")),
                 qPrintable(failed.answer()));
        QVERIFY(tree.scopes().contains(wanted));
        // What a text marked goes with it; what is chosen by hand since stays.
        failed.paste(QStringLiteral("status=403 path=/nowhere"));
        QCOMPARE(tree.scopes(), made.key.config.scopes);
        failed.paste(QStringLiteral("status=403 scope=leads:delete"));
        QVERIFY(tree.scopes().contains(wanted) && failed.takeBack()->isVisible());
        failed.paste({});
        QCOMPARE(tree.scopes(), made.key.config.scopes);
        QVERIFY(!failed.takeBack()->isVisible() && failed.answer().isEmpty());
        failed.paste(QStringLiteral("status=403 scope=leads:delete"));
        QVERIFY(failed.answer().contains(QStringLiteral("once you finish this form")));
        const Scope other = *Scope::fromString(u"templates:manage"), near = *Scope::fromString(u"leads:read");
        tree.model().addScope(other);
        failed.paste({});
        QVERIFY(!tree.scopes().contains(wanted) && tree.scopes().contains(other));
        tree.model().removeScope(other);
        failed.paste(QStringLiteral("status=403 scope=leads:delete"));
        tree.model().removeScope(near); // who chooses among those of leads decides on this one too
        failed.paste({});
        QVERIFY(tree.scopes().contains(wanted));
        tree.model().addScope(near);
        QVERIFY(!f.read(made.key.id).config.scopes.contains(wanted)); // never silently
        QTest::keyClick(&failed, Qt::Key_Escape);                     // closes the panel, not the form
        QVERIFY(edit->isVisible() && !failed.isVisible());
        edit->save();
        QTRY_VERIFY(f.read(made.key.id).config.scopes.contains(wanted));
        QTRY_VERIFY(!f.shown<EditWindow>());
    }

    void f1InASheetOpensItsPage() {
        WindowFixture f;
        const auto made = make(f);
        f.choose(made.key.id);
        f.press(Qt::Key_F1);
        QTRY_VERIFY(f.window->help().window());
        HelpWindow *help = f.window->help().window();
        QCOMPARE(help->page(), QStringLiteral("start"));
        f.window->actions().edit();
        QTRY_VERIFY(f.shown<EditWindow>());
        auto *edit = f.shown<EditWindow>();
        edit->form().focusField(QStringLiteral("limits"));
        QTRY_VERIFY(edit->focusWidget());
        QTest::keyClick(edit->focusWidget(), Qt::Key_F1);
        QCOMPARE(help->page(), QStringLiteral("limits"));
        edit->form().focusField(QStringLiteral("note"));
        QTest::keyClick(edit->focusWidget(), Qt::Key_F1);
        QCOMPARE(help->page(), QStringLiteral("edit"));
        edit->reject();
        QTRY_VERIFY(!f.shown<EditWindow>());
        WhyWindow *w = opened(f);
        QTest::keyClick(&w->pasteBox(), Qt::Key_F1);
        QCOMPARE(help->page(), QStringLiteral("troubleshooting"));
    }

    /// Not a test of its own: `LATCHKEY_PICTURES=FOLDER` keeps what the windows look like.
    void looks() {
        WindowFixture f;
        const auto made = make(f, [](KeyConfig &c) { c.limits.set(RatePeriod::Minute, 100); });
        WhyWindow *w = opened(f);
        ask(w, curl(made.token, QStringLiteral("DELETE"), QStringLiteral("api.staging.example.com")),
            QStringLiteral("Production key"));
        const QString folder = qEnvironmentVariable("LATCHKEY_PICTURES");
        QVERIFY(!w->grab().isNull());
        if (folder.isEmpty())
            return;
        w->grab().save(folder + QStringLiteral("/why.png"));
        w->resize(860, 520);
        QTest::qWait(50);
        w->grab().save(folder + QStringLiteral("/why-small.png"));
        f.window->commands().trigger(QStringLiteral("tools.whose"));
        auto *whose = f.shown<WhoseKeyWindow>();
        whose->paste(text(made.token));
        QTRY_VERIFY(whose->answer().contains(QStringLiteral("That is")));
        whose->grab().save(folder + QStringLiteral("/whose.png"));
        f.choose(made.key.id);
        f.window->actions().edit();
        QTRY_VERIFY(f.shown<EditWindow>());
        auto *edit = f.shown<EditWindow>();
        edit->form().permissions().askForFailedRequest(true);
        edit->form().permissions().failedRequest().paste(
            QStringLiteral("curl -X DELETE https://x.example/v1/leads/9"));
        edit->form().focusField(QStringLiteral("scopes"));
        QTest::qWait(50);
        edit->grab().save(folder + QStringLiteral("/failed.png"));
        edit->hide();
    }
};

QTEST_MAIN(WhyInWindow)
#include "test_why.moc"
