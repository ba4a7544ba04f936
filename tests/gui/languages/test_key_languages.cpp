#include "core/backend/request_log.h"
#include "tests/gui/languages/language_test.h"
#include "ui/detail/detail_pane.h"
#include "ui/dialogs/copy_key/copy_panel.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/dialogs/delete_sheet.h"
#include "ui/dialogs/edit/edit_window.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/dialogs/revoke_sheet.h"
#include "ui/dialogs/risk_groups.h"
#include "ui/dialogs/rotate/rotate_window.h"
#include "ui/dialogs/rotate/stop_old_sheet.h"
#include "ui/paste/paste_box.h"
#include "ui/permissions/failed_request.h"
#include "ui/permissions/permission_tree.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/lifecycle_actions.h"
#include "ui/shell/rename_sheet.h"
#include "ui/why/whose_key_window.h"
#include "ui/why/why_window.h"

#include <QLineEdit>

using namespace latchkey;
using namespace latchkey::ui;

/// The sheets and windows about keys.
class KeyLanguages : public LanguageTest {
    Q_OBJECT
private slots:
    void create() {
        for (const QSize size : sizes) {
            resize(size);
            f->window->actions().create();
            auto *s = sheet<CreateWindow>();
            s->resize(s->size().boundedTo(size));
            look(s, "create");
            KeyConfig c = f->vault.config(QStringLiteral("CRM sync"));
            m_own.insert(c.name);
            c.environment = Environment::Production;
            s->form().load(c, c.environment);
            emit s->form().changed();
            look(s, "create");
            s->submit();
            QTRY_VERIFY(s->hasUnstoredToken());
            look(s, "copy");
            QVERIFY(!s->mayClose());
            look(s, "copy guard");
            leave(s);
        }
        verdict();
    }

    void edit() {
        for (const QSize size : sizes) {
            resize(size);
            const ApiKey k = keyThat([](const ApiKey &a) { return a.config.scopes.size() > 1; });
            f->choose(k.id);
            f->window->actions().edit();
            auto *s = sheet<EditWindow>();
            s->resize(s->size().boundedTo(size));
            look(s, "edit");
            KeyConfig c = k.config;
            c.note = QStringLiteral("Changed");
            m_own.insert(c.note);
            c.limits.set(RatePeriod::Minute, 7);
            c.scopes = ScopeSet::parse(c.scopes.list().first().toString());
            s->form().load(c, c.environment);
            emit s->form().changed();
            look(s, "edit");
            s->save();
            look(s, "edit reduce");
            s->reject(); // stays
            s->reject();
            look(s, "edit discard");
            leave(s);
        }
        verdict();
    }

    void smallSheets() {
        resize(sizes.first());
        f->choose(f->model().idAt(0));
        f->window->actions().rename();
        auto *rename = sheet<RenameSheet>();
        look(rename, "rename");
        rename->findChild<QLineEdit *>(QStringLiteral("renameName"))->clear();
        look(rename, "rename");
        gone(rename);
        f->window->actions().remove();
        auto *one = sheet<DeleteSheet>();
        look(one, "delete");
        gone(one);
        f->window->actions().purge();
        auto *purge = sheet<DeleteSheet>();
        look(purge, "purge");
        gone(purge);
        f->table().selectAll();
        QTRY_VERIFY(f->table().selectedCount() > 1);
        f->window->actions().remove();
        auto *many = sheet<DeleteSheet>();
        QTRY_VERIFY(many->findChild<RiskGroups *>()->isVisible());
        look(many, "delete many");
        gone(many);
        f->choose(f->model().idAt(0));
        verdict();
    }

    void rotationAndRevocation() {
        resize(sizes.first());
        f->choose(f->model().idAt(0));
        f->window->lifecycle().revoke();
        auto *revoke = sheet<RevokeSheet>();
        look(revoke, "revoke");
        gone(revoke);
        for (const bool regenerate : {true, false}) {
            regenerate ? f->window->lifecycle().regenerate() : f->window->lifecycle().rotate();
            auto *rotate = sheet<RotateWindow>();
            look(rotate, "rotate");
            if (!regenerate) {
                rotate->submit();
                QTRY_VERIFY(rotate->hasUnstoredToken());
                rotate->copyPanel().copy();
            }
            gone(rotate);
        }
        f->window->setDetailShown(true);
        QTRY_VERIFY(f->window->commands().action(QStringLiteral("key.stopOld"))->isEnabled());
        look(f->window.get(), "rotating");
        f->window->lifecycle().stopOld();
        auto *stop = sheet<StopOldSheet>();
        look(stop, "stop old");
        gone(stop);
        f->window->setDetailShown(false);
        verdict();
    }

    void whyRejected() {
        for (const char *method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
            m_own.insert(QLatin1StringView(method));
        m_own.unite({QStringLiteral("/v1/leads/42"), QStringLiteral("/v1/leads/7"),
                     QStringLiteral("10.2.0.4"), QStringLiteral("api.staging.example.com")});
        resize(sizes.first());
        const ApiKey k = keyThat([](const ApiKey &a) {
            return a.state == KeyState::Active && a.config.environment == Environment::Production &&
                   !a.config.limits.isEmpty();
        });
        const QString id = k.id.toString();
        WhyWindow w(*f->vault.service, *f->clipboard, QTimeZone::utc(), f->window.get());
        for (const QSize size : {QSize(980, 720), QSize(860, 520)}) {
            w.resize(size);
            w.show();
            QVERIFY(QTest::qWaitForWindowExposed(&w));
            w.clear();
            look(&w, "why");
            for (const QString &text :
                 {QStringLiteral("status=429 code=expired key=%1 ip=192.0.2.7 time=2020-01-01T00:00:00Z"),
                  QStringLiteral("status=403 scope=no:such customer=Fabrikam key=%1"),
                  QStringLiteral("status=429 env=staging key=%1"), QStringLiteral("status=401 key=%1")}) {
                w.paste(text.arg(id));
                m_own.unite(
                    {w.pasteBox().toPlainText(), QStringLiteral("Fabrikam"), QStringLiteral("no:such")});
                QTRY_VERIFY(w.subject().key && w.subject().key->id == k.id);
                look(&w, "why");
            }
            w.paste(QStringLiteral("good morning"));
            m_own.insert(w.pasteBox().toPlainText());
            look(&w, "why bad");
            w.hide();
        }
        WhoseKeyWindow whose(*f->vault.service, QTimeZone::utc(), f->window.get());
        static_cast<QWidget &>(whose).show();
        QVERIFY(QTest::qWaitForWindowExposed(&whose));
        look(&whose, "whose");
        const QString empty = whose.answer();
        whose.paste(id);
        m_own.insert(id);
        QTRY_VERIFY(whose.answer() != empty);
        look(&whose, "whose");
        whose.paste(QStringLiteral("000000000000"));
        m_own.insert(QStringLiteral("000000000000"));
        QTRY_VERIFY(!whose.answer().contains(k.config.name));
        look(&whose, "whose");
        verdict();
    }

    void failedRequest() {
        resize(sizes.first());
        f->choose(f->model().idAt(0));
        f->window->actions().edit();
        auto *s = sheet<EditWindow>();
        PermissionTree &tree = s->form().permissions();
        tree.askForFailedRequest(true);
        for (const char *text :
             {"status=403 scope=leads:delete", "status=403 scope=leads:delete", "status=403 scope=no:such",
              "status=401 path=/x", "curl -X DELETE https://x.example/leads"}) {
            tree.failedRequest().paste(QLatin1StringView(text));
            m_own.unite({QLatin1StringView(text), QStringLiteral("no:such"), QStringLiteral("/x"),
                         QStringLiteral("DELETE /leads")});
            look(s, "failed request");
        }
        leave(s);
        verdict();
    }

    void whatIsKnownBesideTheRow() {
        f->window->showPage({});
        resize(sizes.first());
        const ApiKey k = keyThat([](const ApiKey &a) { return a.state == KeyState::Active; });
        f->choose(k.id);
        f->window->setDetailShown(true);
        QVERIFY(waitFor(f->vault.backend->requests()->append(
            {}, {}, {{k.id, k.credentialId, f->vault.clock.now().plusDays(-1)}})));
        auto *card = f->window->detail().findChild<QFrame *>(QStringLiteral("exposure"));
        QTRY_VERIFY_WITH_TIMEOUT(card->isVisible(), 20'000);
        look(f->window.get(), "exposed");
        f->window->setDetailShown(false);
        for (int c = 1; c < KeyColumnCount; ++c) {
            const auto column = static_cast<KeyColumn>(c);
            f->table().showColumn(c, column == KeyColumn::Alerts || column == KeyColumn::Usage);
        }
        QTRY_VERIFY(f->model().insights().knowsAlerts(f->model().idAt(0)));
        QTRY_VERIFY(f->model().insights().knowsUsage(f->model().idAt(0)));
        look(f->window.get(), "columns");
        f->table().showColumnSet(ColumnSet::Default);
        verdict();
    }
};

int main(int argc, char *argv[]) {
    return runInLanguage<KeyLanguages>(argc, argv);
}

#include "test_key_languages.moc"
