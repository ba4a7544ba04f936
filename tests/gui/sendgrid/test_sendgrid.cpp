#include "tests/gui/sendgrid/account_window.h"
#include "ui/detail/detail_pane.h"
#include "ui/dialogs/copy_key/copy_panel.h"
#include "ui/dialogs/copy_key/token_view.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/dialogs/create/summary_panel.h"
#include "ui/dialogs/delete_sheet.h"
#include "ui/dialogs/edit/edit_window.h"
#include "ui/dialogs/form/field_row.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/dialogs/form/key_picker.h"
#include "ui/dialogs/form/segmented.h"
#include "ui/dialogs/recreate/recreate_window.h"
#include "ui/format/service_words.h"
#include "ui/permissions/permission_tree.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>

using namespace latchkey;
using namespace latchkey::ui;

/// The program on an account of SendGrid's.
class SendGridWindow : public QObject, AccountWindow {
    Q_OBJECT
private slots:
    void initTestCase() { keepNotesApart(); }
    void init() { start(); }
    void cleanup() { stop(); }

    void aWrongKeyIsSaidBeforeAnyRequest() {
        auto *w = f->desktop->showConnections();
        w->add(ConnectionKind::SendGrid);
        QVERIFY(QTest::qWaitForWindowExposed(w));
        QCOMPARE(w->current()->url, SendGridGlobal);
        f->choose(w, "connection.region", 2);
        f->fill(w, "connection.url", server->url());
        f->press(w, "testConnection");
        QVERIFY2(f->says(w, QStringLiteral("Paste a key of the SendGrid account.")), qPrintable(f->texts(w)));
        f->fill(w, "secret", QString::fromLatin1(server->callerKey().left(60)));
        f->press(w, "testConnection");
        QVERIFY(f->says(w, QStringLiteral("The key is cut off: it has 60 of 69 characters.")));
        const auto own = token::generate(QStringLiteral("lk"), Environment::Production);
        f->fill(w, "secret", QString::fromLatin1(own.token.view()));
        f->press(w, "testConnection");
        QVERIFY(f->says(w, QStringLiteral("That is a key of Latchkey.")));
        QVERIFY(server->asked.isEmpty());
        f->fill(w, "secret", QString::fromLatin1(server->callerKey()));
        f->press(w, "testConnection");
        QTRY_VERIFY2(f->says(w, QStringLiteral("0 of 100 keys.")), qPrintable(f->texts(w)));
        QVERIFY(f->says(w, QStringLiteral("With keys it can: look, create, edit, delete.")));
    }

    void whatIsNotReportedSaysSo() {
        server->add(QStringLiteral("Newsletter"),
                    {QStringLiteral("mail.send"), QStringLiteral("2fa_required")});
        open();
        for (const KeyColumn c : {KeyColumn::Created, KeyColumn::LastUsed, KeyColumn::Status,
                                  KeyColumn::Expires, KeyColumn::RateLimit, KeyColumn::Customers})
            QTRY_COMPARE(cell(0, c), QStringLiteral("Not reported"));
        QCOMPARE(cell(0, KeyColumn::Environment), QStringLiteral("Not set"));
        QTRY_COMPARE(cell(0, KeyColumn::Permissions), QStringLiteral("Mail Send: send"));
        QVERIFY(cell(0, KeyColumn::Token).startsWith(QStringLiteral("SG.")));
        QCOMPARE(cell(0, KeyColumn::KeyIdText), QString::fromLatin1(server->keys().first().id));
        const QString tip =
            model().index(0, static_cast<int>(KeyColumn::LastUsed)).data(Qt::ToolTipRole).toString();
        QCOMPARE(tip, QStringLiteral("Not reported by SendGrid"));
        select(server->keys().first());
        for (const char *id :
             {"key.deactivate", "key.toggle", "key.revoke", "key.rotate", "key.restore", "file.import"})
            QVERIFY2(!enabled(id), id);
        QVERIFY(reason("key.deactivate").contains(QStringLiteral("SendGrid has no way to deactivate a key")));
        for (const char *id : {"key.edit", "key.rename", "key.delete", "key.regenerate", "key.create"})
            QVERIFY2(enabled(id), id);
    }

    void everyFormOfANewKey() {
        open();
        window().commands().trigger(QStringLiteral("key.create"));
        auto *w = dialog<CreateWindow>();
        for (const char *field : {"expires", "limits", "customers", "allowedIps"})
            QVERIFY2(!w->form().row(QLatin1StringView(field))->isVisible(), field);
        w->form().findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("CRM"));
        w->form().permissions().addScopes(ScopeSet({*Scope::fromService(u"mail.send")}));
        w->submit();
        QTRY_COMPARE(server->keys().size(), 1);
        const QString token = QString::fromLatin1(server->keys().first().token());
        auto *view = w->findChild<TokenView *>();
        QTRY_COMPARE(view->fullText(), token);
        auto *tabs = w->copyPanel().findChild<QTabBar *>();
        QCOMPARE(tabs->count(), 4);
        tabs->setCurrentIndex(1);
        QCOMPARE(view->fullText(), QStringLiteral("SENDGRID_API_KEY=") + token);
        tabs->setCurrentIndex(2);
        QCOMPARE(view->fullText(), QStringLiteral("smtp://apikey:%1@smtp.sendgrid.net:587").arg(token));
        tabs->setCurrentIndex(3);
        QCOMPARE(
            view->fullText(),
            QStringLiteral("curl -H 'Accept: application/json' -H 'Authorization: Bearer %1' %2/v3/scopes")
                .arg(token, server->url()));
        w->copyPanel().copy();
        w->copyPanel().submit();
        QTRY_COMPARE(model().rowCount(), 1);
        QTRY_VERIFY(!w->isVisible());
    }

    void fullAccessIsChosenAndSaid() {
        open();
        window().commands().trigger(QStringLiteral("key.create"));
        auto *w = dialog<CreateWindow>();
        w->form().findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("All"));
        auto *access = w->form().findChild<Segmented *>(QStringLiteral("type"));
        // What a restricted key may delete stands in one line, by names.
        const auto risks = [w] {
            QStringList texts;
            for (const auto all = w->summary().findChildren<QPushButton *>(); const QPushButton *b : all) {
                if (b->isVisible())
                    texts.append(b->text());
            }
            return texts;
        };
        w->form().permissions().addScopes(
            ScopeSet({*Scope::fromService(u"api_keys.delete"), *Scope::fromService(u"alerts.delete")}));
        QTRY_COMPARE(risks(), QStringList{QStringLiteral("Can delete in 2 areas: Alerts, API Keys")});
        access->button(0)->click();
        QVERIFY(!w->form().row(QStringLiteral("scopes"))->isVisible());
        QVERIFY(!f->says(&w->form(), QStringLiteral("What it may do"))); // nothing is left under it
        QVERIFY(f->says(&w->form(),
                        QStringLiteral("all parts of the account, excluding billing and Email Address")));
        QTRY_COMPARE(risks().size(), 2);
        QCOMPARE(risks().first(),
                 QStringLiteral("Full Access: all parts of the account, excluding billing and Email Address "
                                "Validation."));
        QVERIFY2(risks().last().startsWith(QStringLiteral("Can delete in 19 areas: Alerts, API Keys, ")),
                 qPrintable(risks().last()));
        for (const char *id : {"api_keys", ".delete"})
            QVERIFY2(!risks().join(u'|').contains(QLatin1StringView(id)), id);
        access->button(1)->click();
        QVERIFY(f->says(&w->form(), QStringLiteral("What it may do")));
        access->button(0)->click();
        w->submit();
        QTRY_COMPARE(server->count("POST"), 1);
        QVERIFY(
            !QJsonDocument::fromJson(server->asked.last().body).object().contains(QStringLiteral("scopes")) ||
            server->asked.last().method != "POST");
        QTRY_VERIFY(w->copyPanel().isVisible());
        w->copyPanel().copy();
        w->copyPanel().submit();
    }

    void aLostAnswerIsSaidAndNotRepeated() {
        open();
        server->mood = [](const HttpFake::Request &r) -> std::optional<FakeSendGrid::Instead> {
            if (r.method != "POST")
                return std::nullopt;
            FakeSendGrid::Instead i;
            i.response.cut = true;
            i.carryOut = true;
            return i;
        };
        window().commands().trigger(QStringLiteral("key.create"));
        auto *w = dialog<CreateWindow>();
        auto *name = w->form().findChild<QLineEdit *>(QStringLiteral("name"));
        name->setText(QStringLiteral("Lost"));
        w->form().permissions().addScopes(ScopeSet({*Scope::fromService(u"mail.send")}));
        w->submit();
        QTRY_VERIFY2(f->says(w, QStringLiteral("“Lost” was made")), qPrintable(f->texts(w)));
        QCOMPARE(server->count("POST"), 1);
        QTRY_COMPARE(model().rowCount(), 1);
        // None of its name is made while it is there; the way to it is a button.
        const auto buttons = w->findChildren<QPushButton *>();
        const auto button = [&](const QString &text) {
            const auto found = std::find_if(buttons.begin(), buttons.end(),
                                            [&](const QPushButton *b) { return b->text() == text; });
            return found == buttons.end() ? nullptr : *found;
        };
        auto *create = button(QStringLiteral("Create key")), *show = button(QStringLiteral("Show the key"));
        QVERIFY(create && show && show->isVisible());
        QVERIFY(!create->isEnabled());
        w->submit();
        name->setText(QStringLiteral("Lost 2"));
        QTRY_VERIFY(create->isEnabled());
        name->setText(QStringLiteral("Lost"));
        QTRY_VERIFY(!create->isEnabled());
        QCOMPARE(server->count("POST"), 1);
        const KeyId lost = idOf(server->keys().first());
        show->click();
        QTRY_COMPARE(window().page().table().currentKey(), lost);
        QTRY_VERIFY(!window().findChild<CreateWindow *>());
    }

    void aLostKeyThatIsDeletedIsInNobodysWay() {
        open();
        server->mood = [](const HttpFake::Request &r) -> std::optional<FakeSendGrid::Instead> {
            if (r.method != "POST")
                return std::nullopt;
            FakeSendGrid::Instead i;
            i.response.cut = true;
            i.carryOut = true;
            return i;
        };
        window().commands().trigger(QStringLiteral("key.create"));
        auto *w = dialog<CreateWindow>();
        w->form().findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("Lost"));
        w->form().permissions().addScopes(ScopeSet({*Scope::fromService(u"mail.send")}));
        w->submit();
        const QString made = QStringLiteral("“Lost” was made");
        QTRY_VERIFY2(f->says(w, made), qPrintable(f->texts(w)));
        server->keys().clear();
        model().lookAgain();
        QTRY_VERIFY2(!f->says(w, made), qPrintable(f->texts(w)));
        server->mood = nullptr;
        w->submit();
        QTRY_COMPARE(server->keys().size(), 1);
        QTRY_VERIFY(w->copyPanel().isVisible());
        w->copyPanel().copy();
    }

    void aRefusalWhenReadAgainIsSaid() {
        server->add(QStringLiteral("CRM"), {QStringLiteral("mail.send")});
        open();
        server->mood = [](const HttpFake::Request &) -> std::optional<FakeSendGrid::Instead> {
            FakeSendGrid::Instead i;
            i.response.status = 401;
            return i;
        };
        window().commands().trigger(QStringLiteral("view.refresh"));
        const QString why = QStringLiteral("SendGrid does not know the key that you sign in with.");
        QTRY_VERIFY2(f->says(&window(), why), qPrintable(f->texts(&window())));
        QCOMPARE(model().rowCount(), 1);
        server->mood = nullptr;
        window().commands().trigger(QStringLiteral("view.refresh"));
        QTRY_VERIFY(!f->says(&window(), why));
    }

    void noneMoreAtTheLimit() {
        for (int i = 0; i < 100; ++i)
            server->add(QStringLiteral("Key %1").arg(i));
        open();
        QTRY_VERIFY(!enabled("key.create"));
        QVERIFY(reason("key.create").contains(QStringLiteral("100 of 100 keys")));
        select(server->keys().first());
        QVERIFY(!enabled("key.regenerate"));
        QVERIFY(f->says(&window(), QStringLiteral("100 of 100 keys")));
    }

    /// Nobody says that no key fits before their permissions are known.
    void aFilterSaysWhatIsNotReadYet() {
        server->add(QStringLiteral("CRM"), {QStringLiteral("mail.send")});
        server->add(QStringLiteral("Reports"), {QStringLiteral("stats.read")});
        server->mood = [](const HttpFake::Request &r) -> std::optional<FakeSendGrid::Instead> {
            if (!r.path.startsWith("/v3/api_keys/"))
                return std::nullopt;
            FakeSendGrid::Instead i;
            i.response.status = 503;
            return i;
        };
        open();
        window().page().search().setText(QStringLiteral("perm:stats.read"));
        QTRY_VERIFY2(
            f->says(&window(), QStringLiteral("No key fits so far. Permissions of 2 keys not read yet.")),
            qPrintable(f->texts(&window())));
        QVERIFY2(f->says(&window(), QStringLiteral("0 of 2 keys  ·  Permissions of 2 keys not read yet")),
                 qPrintable(f->texts(&window())));
        {
            KeyPicker picker(window().context().service);
            picker.setVisible(true);
            picker.start();
            const auto *found = picker.findChild<QListWidget *>();
            QTRY_COMPARE(found->count(), 2);
            QCOMPARE(found->item(0)->text(), QStringLiteral("CRM")); // of no environment that anybody said
            picker.findChild<QLineEdit *>()->setText(QStringLiteral("stats.read"));
            QTRY_COMPARE(found->count(), 1);
            QCOMPARE(found->item(0)->text(), QStringLiteral("Permissions of 2 keys not read yet"));
        }
        server->mood = nullptr;
        QTRY_VERIFY([&] { // a question of before may still fail
            window().commands().trigger(QStringLiteral("view.refresh"));
            return model().rowCount() == 1;
        }());
        QCOMPARE(cell(0, KeyColumn::Name), QStringLiteral("Reports"));
        QTRY_VERIFY(!f->says(&window(), QStringLiteral("not read yet")));
    }

    /// As many as one answer has: those behind them are not claimed not to be there.
    void aListThatMayBeCut() {
        for (int i = 0; i < 1'000; ++i)
            server->add(QStringLiteral("Key %1").arg(i));
        open();
        QTRY_VERIFY2(f->says(&window(), QStringLiteral("there may be more that are not listed")),
                     qPrintable(f->texts(&window())));
        QVERIFY(!enabled("key.create"));
    }

    void deletedByItsName() {
        server->add(QStringLiteral("Old"));
        open();
        select(server->keys().first());
        window().commands().trigger(QStringLiteral("key.delete"));
        auto *sheet = dialog<DeleteSheet>();
        auto *confirm = sheet->findChild<QPushButton *>(QStringLiteral("confirmDelete"));
        QVERIFY(!confirm->isEnabled());
        QVERIFY2(f->says(sheet, QStringLiteral("It keeps no history.")), qPrintable(f->texts(sheet)));
        sheet->findChild<QLineEdit *>(QStringLiteral("confirmName"))->setText(QStringLiteral("Old"));
        confirm->click();
        QTRY_COMPARE(server->count("DELETE"), 1);
        QTRY_COMPARE(model().rowCount(), 0);
    }

    void regeneratedAsACopy() {
        server->add(QStringLiteral("CRM"), {QStringLiteral("mail.send"), QStringLiteral("stats.read")});
        open();
        select(server->keys().first());
        window().commands().trigger(QStringLiteral("key.regenerate"));
        auto *w = dialog<RecreateWindow>();
        QVERIFY(f->says(w, QStringLiteral("Both keys work until the old one is deleted.")));
        QTest::keyClick(w->findChild<QPushButton *>(QStringLiteral("confirmRecreate")), Qt::Key_Return);
        QTRY_COMPARE(server->keys().size(), 2);
        QTRY_VERIFY(w->copyPanel().isVisible());
        QCOMPARE(server->keys().last().name, QStringLiteral("CRM"));
        QVERIFY(!w->mayClose()); // stored nowhere
        w->copyPanel().copy();
        w->copyPanel().submit();
        auto *remove = w->findChild<QPushButton *>(QStringLiteral("deleteOld"));
        QTRY_VERIFY(remove->isVisible());
        QVERIFY(!remove->isEnabled());
        QCOMPARE(server->count("DELETE"), 0);
        w->findChild<QLineEdit *>(QStringLiteral("confirmName"))->setText(QStringLiteral("CRM"));
        remove->click();
        QTRY_COMPARE(server->count("DELETE"), 1);
        QTRY_COMPARE(model().rowCount(), 1);
        QVERIFY(!server->find(server->keys().first().id));
        QVERIFY(server->find(server->keys().last().id));
    }

    /// Two keys work now: closing asks about the old one before it closes.
    void escAfterTheCopyAsksAboutTheOldKey() {
        server->add(QStringLiteral("CRM"), {QStringLiteral("mail.send")});
        open();
        select(server->keys().first());
        window().commands().trigger(QStringLiteral("key.regenerate"));
        auto *w = dialog<RecreateWindow>();
        w->submit();
        QTRY_VERIFY(w->copyPanel().isVisible());
        w->copyPanel().copy();
        QTRY_VERIFY(w->copyPanel().isSafe());
        w->reject();
        QVERIFY(w->isVisible());
        QVERIFY(w->findChild<QPushButton *>(QStringLiteral("deleteOld"))->isVisible());
        const QPointer<RecreateWindow> there(w);
        w->reject();
        QTRY_VERIFY(!there || !there->isVisible());
        QCOMPARE(server->count("DELETE"), 0);
    }

    void fullAccessIsShownAndCanBeRestricted() {
        server->add(QStringLiteral("All"), server->scopes);
        open();
        QTRY_COMPARE(cell(0, KeyColumn::Permissions), QStringLiteral("Full Access"));
        QCOMPARE(cell(0, KeyColumn::Type), QStringLiteral("Full Access"));
        select(server->keys().first());
        QTRY_VERIFY([&] { // also where there is no room to show the details
            const auto labels = window().detail().findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *l) {
                return l->accessibleName() == QStringLiteral("Access: Full Access");
            });
        }());
        window().commands().trigger(QStringLiteral("key.edit"));
        auto *w = dialog<EditWindow>();
        auto *access = w->form().findChild<Segmented *>(QStringLiteral("type"));
        QCOMPARE(access->value(), static_cast<int>(AccountAccess::Full));
        QVERIFY(!w->form().row(QStringLiteral("scopes"))->isVisible());
        QVERIFY(f->says(w, QStringLiteral("Nothing changed yet.")));
        access->button(static_cast<int>(AccountAccess::Restricted))->click();
        QVERIFY(w->form().row(QStringLiteral("scopes"))->isVisible());
        const QString forGood = QStringLiteral("This can't be undone: SendGrid grants Full Access only");
        QVERIFY2(f->says(w, forGood), qPrintable(f->texts(w)));
        auto &tree = w->form().permissions().model();
        QVERIFY(!tree.find(QStringLiteral("*")).isValid()); // billing is nothing to choose beside others
        QVERIFY(tree.choose(tree.find(QStringLiteral("mail")), AccessLevel::None));
        w->save();
        QPushButton *go = nullptr;
        for (const auto buttons = w->findChildren<QPushButton *>(); QPushButton * b : buttons) {
            if (b->text() == QStringLiteral("Save these permissions"))
                go = b;
        }
        QVERIFY(go && go->isVisible());
        go->click();
        const QPointer<EditWindow> shown = w; // it is deleted when it closes
        QTRY_COMPARE(server->count("PUT"), 1);
        QTRY_VERIFY(!shown || !shown->isVisible());
        QTRY_VERIFY2(f->says(&window(), forGood), qPrintable(f->texts(&window())));
        QVERIFY(!enabled("edit.undo")); // full access can't be granted again
        const QStringList now = server->keys().first().scopes;
        QVERIFY(now.contains(QStringLiteral("stats.read")) && !now.contains(QStringLiteral("mail.send")));
        QVERIFY(now.filter(QStringLiteral("billing")).isEmpty());
        QTRY_COMPARE(cell(0, KeyColumn::Type), QStringLiteral("Restricted Access"));
    }

    void editedWithADiff() {
        server->add(QStringLiteral("CRM"), {QStringLiteral("mail.send")});
        open();
        select(server->keys().first());
        window().commands().trigger(QStringLiteral("key.edit"));
        auto *w = dialog<EditWindow>();
        QVERIFY(!f->says(w, QStringLiteral("real data"))); // nobody has said which environment it is of
        w->form().permissions().addScopes(ScopeSet({*Scope::fromService(u"stats.read")}));
        QTRY_VERIFY2(f->says(w, QStringLiteral("stats.read")) || f->says(w, QStringLiteral("Stats: read")),
                     qPrintable(f->texts(w)));
        w->save();
        QTRY_COMPARE(server->count("PUT"), 1);
        QTRY_VERIFY(server->keys().first().scopes.contains(QStringLiteral("stats.read")));
        QTRY_VERIFY(cell(0, KeyColumn::Permissions).contains(QStringLiteral("Stats: read")));
    }
};

QTEST_MAIN(SendGridWindow)
#include "test_sendgrid.moc"
