#include "app/language.h"
#include "core/backend/request_log.h"
#include "core/services/sample_keys.h"
#include "tests/gui/languages/fit_check.h"
#include "tests/gui/shell/window_fixture.h"
#include "ui/catalogue/catalogue_file.h"
#include "ui/catalogue/catalogue_page.h"
#include "ui/commands/command_palette.h"
#include "ui/commands/shortcut_sheet.h"
#include "ui/compare/compare_page.h"
#include "ui/compare/copy_target_sheet.h"
#include "ui/compare/pair_view.h"
#include "ui/connections/connection_words.h"
#include "ui/connections/connections_window.h"
#include "ui/connections/test_steps.h"
#include "ui/customers/customer_sheet.h"
#include "ui/customers/customers_page.h"
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
#include "ui/feedback/window_feedback.h"
#include "ui/format/words.h"
#include "ui/help/help_pages.h"
#include "ui/help/help_window.h"
#include "ui/jobs/jobs_page.h"
#include "ui/lock/lock_cover.h"
#include "ui/logs/chart_view.h"
#include "ui/logs/log_table.h"
#include "ui/logs/logs_page.h"
#include "ui/logs/retention_sheet.h"
#include "ui/paste/paste_box.h"
#include "ui/permissions/failed_request.h"
#include "ui/permissions/permission_tree.h"
#include "ui/rules/rule_sheet.h"
#include "ui/rules/rules_page.h"
#include "ui/rules/trial_view.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shell/across_actions.h"
#include "ui/shell/bulk_sheet.h"
#include "ui/shell/confirm_sheet.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/lifecycle_actions.h"
#include "ui/shell/new_vault_sheet.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/rename_sheet.h"
#include "ui/shell/rotate_fields.h"
#include "ui/shell/start_page.h"
#include "ui/shell/transfer_actions.h"
#include "ui/sidebar/sidebar.h"
#include "ui/theme/theme.h"
#include "ui/transfer/file_field.h"
#include "ui/transfer/take_over_sheet.h"
#include "ui/why/whose_key_window.h"
#include "ui/why/why_window.h"

#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace latchkey;
using namespace latchkey::ui;

namespace {
QString language, pictures;
bool dark = false;
} // namespace

/// The whole program in one language: `gui_languages --language de [--pictures FOLDER] [--dark]`.
class Languages : public QObject {
    Q_OBJECT
private:
    static inline const QList<QSize> sizes{{1280, 800}, {900, 560}};
    std::unique_ptr<WindowFixture> f;
    QSet<QString> m_own;
    QStringList m_bad;
    int m_picture = 0;

    void look(QWidget *w, const char *what) {
        QTest::qWait(0); // what was added shows itself by an event
        (void)QTest::qWaitFor([w] { return misfits(w).isEmpty(); }, 500); // layouts come to rest
        const QString where =
            QStringLiteral("%1 (%2×%3)").arg(QLatin1StringView(what)).arg(w->width()).arg(w->height());
        QStringList bad = misfits(w);
        if (language.startsWith(QStringLiteral("pseudo")))
            bad += untranslated(w, m_own);
        else // its letters are not those of a language
            bad += sameLetters(w);
        for (const QString &b : bad) {
            qInfo().noquote() << where << b; // the verdict of QtTest is cut after some lines
            m_bad.append(where + QStringLiteral(": ") + b);
        }
        if (!pictures.isEmpty())
            w->grab().save(QStringLiteral("%1/%2-%3-%4.png")
                               .arg(pictures, language, QLatin1StringView(what))
                               .arg(++m_picture));
    }
    void verdict() {
        m_bad.removeDuplicates();
        const QString all = std::exchange(m_bad, {}).join(u'\n');
        QVERIFY2(all.isEmpty(), qPrintable(u'\n' + all));
    }
    void own(const ApiKey &k) {
        const KeyConfig &c = k.config;
        for (const QString &t : {c.name, c.owner, c.note, c.storedIn, k.id.toString(), k.lastUsedFrom,
                                 k.createdBy, k.changedBy, k.credentialId.toString()})
            m_own.insert(t);
        for (const QStringList &list : {c.customers, c.tags})
            m_own.unite(QSet<QString>(list.begin(), list.end()));
    }
    void collectOwn() {
        const Catalogue c = f->vault.backend->catalogue();
        for (const ResourceInfo &r : c.resources()) {
            m_own.unite({r.name, r.description, r.group, r.id});
            for (const ScopeInfo &s : r.scopes)
                m_own.unite({s.name, s.description, s.phrase, s.scope.toString()});
        }
        for (const KeyTemplate &t : c.templates())
            m_own.unite({t.name, t.description});
        const auto ids = f->vault.ids();
        const auto keys = *waitFor(f->vault.backend->rows(ids));
        for (const ApiKey &k : keys)
            own(k);
        m_own.unite({f->vault.backend->info().name, f->settings->fileName()});
    }
    ApiKey keyThat(std::function<bool(const ApiKey &)> fits) {
        const auto keys = *waitFor(f->vault.backend->rows(f->vault.ids()));
        for (const ApiKey &k : keys) {
            if (fits(k))
                return k;
        }
        return keys.first();
    }
    void resize(QSize s) {
        f->window->resize(s);
        QTRY_COMPARE(f->window->size(), s);
    }
    template<typename T>
    T *sheet() {
        T *found = nullptr;
        [&] { QTRY_VERIFY((found = f->shown<T>())); }();
        QTest::qWait(1);
        return found;
    }
    /// Away with a sheet that would ask first.
    static void leave(QDialog *dialog) {
        const QPointer<QDialog> watched(dialog);
        dialog->hide();
        dialog->deleteLater();
        QTRY_VERIFY(!watched);
    }
    template<typename T>
    void gone(T *dialog) {
        const QPointer<T> watched(dialog);
        dialog->reject();
        QTRY_VERIFY(!watched || !watched->isVisible());
    }

private slots:
    void initTestCase() {
        f = std::make_unique<WindowFixture>();
        QVERIFY(waitFor(addSampleKeys(*f->vault.backend, f->vault.clock.now())));
        QTRY_VERIFY(f->model().rowCount() > 10);
        f->choose(f->model().idAt(0));
        collectOwn();
    }
    void cleanupTestCase() { f.reset(); }
    void init() { collectOwn(); }
    void cleanup() { m_bad.clear(); }

    void theChecksFindWhatIsWrong() {
        QWidget w;
        auto *label = new QLabel(QStringLiteral("⟦A text that is long⟧"), &w);
        label->setObjectName(QStringLiteral("label"));
        label->setGeometry(0, 0, 200, 30);
        auto *button = new QPushButton(QStringLiteral("⟦Press⟧"), &w);
        button->setGeometry(0, 40, 150, 40);
        w.resize(300, 200);
        w.show();
        QVERIFY(QTest::qWaitForWindowExposed(&w));
        QCOMPARE(misfits(&w), QStringList());
        QCOMPARE(untranslated(&w, {}), QStringList());
        label->resize(30, 30);
        QCOMPARE(misfits(&w).size(), 1);
        label->setToolTip(label->text());
        QCOMPARE(misfits(&w), QStringList());
        label->setWordWrap(true);
        label->setToolTip({});
        label->resize(100, 10);
        QVERIFY(!misfits(&w).isEmpty());
        label->setGeometry(0, 0, 200, 60);
        QCOMPARE(misfits(&w), QStringList());
        button->resize(20, 40);
        QCOMPARE(misfits(&w).size(), 1);
        button->setGeometry(250, 40, 150, 40);
        QVERIFY(misfits(&w).value(0).contains(QStringLiteral("outside its parent")));
        button->setGeometry(0, 40, 150, 40);
        auto *box = new QVBoxLayout(&w);
        box->addWidget(label);
        box->addWidget(button);
        QTest::qWait(0);
        QCOMPARE(misfits(&w), QStringList());
        button->move(label->pos());
        QVERIFY(misfits(&w).value(0).contains(QStringLiteral("lies over")));
        box->activate();
        button->setToolTip(QStringLiteral("not in brackets"));
        QCOMPARE(untranslated(&w, {}).size(), 1);
        QCOMPARE(untranslated(&w, {QStringLiteral("not in brackets")}), QStringList());
        QCOMPARE(sameLetters(&w), QStringList());
        button->setText(QStringLiteral("⟦&Press⟧"));
        label->setBuddy(button);
        QCOMPARE(sameLetters(&w), QStringList());
        label->setText(QStringLiteral("⟦A text that is &plain⟧"));
        QCOMPARE(sameLetters(&w).size(), 1);
        button->setText(QStringLiteral("⟦Press⟧"));
        label->setBuddy(nullptr);
        label->setText(QStringLiteral("⟦A text that is…"));
        QCOMPARE(untranslated(&w, {QStringLiteral("not in brackets")}).size(), 1);
    }

    void theMainWindow() {
        for (const QSize size : sizes) {
            resize(size);
            f->window->setDetailShown(false);
            look(f->window.get(), "table");
            f->window->setDetailShown(true);
            for (const auto &fits : QList<std::function<bool(const ApiKey &)>>{
                     [](const ApiKey &k) { return k.state == KeyState::Inactive; },
                     [](const ApiKey &k) { return k.lastUsedAt && !k.config.tags.isEmpty(); }}) {
                f->choose(keyThat(fits).id);
                auto *tabs = f->window->detail().findChild<QTabWidget *>();
                for (int i = 0; i < tabs->count(); ++i) {
                    tabs->setCurrentIndex(i);
                    look(f->window.get(), "detail");
                }
                tabs->setCurrentIndex(0);
            }
            f->table().selectAll();
            QTRY_VERIFY(f->table().selectedCount() > 1);
            look(f->window.get(), "selection");
            f->window->setDetailShown(false);
            look(f->window.get(), "selection");
            f->choose(f->model().idAt(0));
        }
        verdict();
    }
    void requests() {
        f->window->showPage(QStringLiteral("logs"));
        auto *page = qobject_cast<LogsPage *>(f->window->pages().widgetOf(QStringLiteral("logs")));
        QVERIFY(page);
        for (const QSize size : sizes) {
            resize(size);
            look(f->window.get(), "logs empty");
        }
        QList<RequestRecord> rows;
        for (const RequestOutcome o : AllRequestOutcomes) {
            RequestRecord r;
            r.at = f->vault.clock.now().plusDays(-static_cast<int>(rows.size()));
            r.outcome = o;
            r.code = DecisionCode::CustomerDenied;
            r.method = QStringLiteral("DELETE");
            r.path = QStringLiteral("/v1/leads");
            r.key = rows.size() < 3 ? f->model().idAt(0) : KeyId();
            m_own.unite({r.method, r.path});
            rows.append(r);
        }
        QVERIFY(waitFor(f->vault.backend->requests()->append(rows)));
        QTRY_COMPARE(page->model().rowCount(), 5);
        for (const QSize size : sizes) {
            resize(size);
            look(f->window.get(), "logs");
            page->chart().showTable(true);
            page->searchBox()->setText(QStringLiteral("code:foo leads"));
            page->showKey(f->model().idAt(0), f->read(f->model().idAt(0)).config.name);
            look(f->window.get(), "logs table");
            page->chart().showTable(false);
            page->searchBox()->setText(QStringLiteral("nothing"));
            QTRY_COMPARE(page->model().rowCount(), 0);
            look(f->window.get(), "logs no match");
            QVERIFY(page->escape());
            page->setRetention();
            auto *keep = sheet<RetentionSheet>();
            look(keep, "retention");
            gone(keep);
        }
        QFile log(f->vault.dir.filePath(QStringLiteral("access.log")));
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write("{\"time\":1791633336,\"status\":200}\nnonsense\n");
        log.close();
        m_own.unite({QStringLiteral("access.log"), QStringLiteral("code:foo"), QStringLiteral("leads")});
        page->jobs().importFile(log.fileName());
        QTRY_VERIFY(f->window->jobs().isIdle());
        f->window->showJob(f->window->jobs().jobs().last().id);
        look(f->window.get(), "log import");
        f->window->showPage({});
        verdict();
    }
    void manyAtOnce() {
        m_own.unite({QStringLiteral("/tmp"), QStringLiteral(".csv")});
        for (const QSize size : sizes) {
            resize(size);
            f->table().selectAll();
            f->window->commands().trigger(QStringLiteral("key.changeSelected"));
            auto *change = sheet<BulkSheet>();
            for (const Deed d :
                 {Deed::AddTags, Deed::SetExpiry, Deed::SetLimits, Deed::Rotate, Deed::Revoke}) {
                change->choose(d);
                look(change, "change selected");
            }
            change->choose(Deed::Rotate);
            auto *fields = change->findChild<RotateFields *>();
            const QString repository = f->vault.dir.filePath(QStringLiteral("repository"));
            QVERIFY(QDir().mkpath(repository + QStringLiteral("/.git")));
            fields->file().setPath(repository + QStringLiteral("/t.env"));
            m_own.insert(repository);
            look(change, "rotate into a git folder");
            gone(change);
        }
        verdict();
    }
    void filters() {
        SearchBox &search = f->window->page().search();
        const qsizetype all = f->model().rowCount();
        for (const QSize size : sizes) {
            resize(size);
            search.setText(QStringLiteral("status:active env:production last:never"));
            look(f->window.get(), "chips");
            search.setText(QStringLiteral("-type:billing expires:<90d limit:none foo:bar"));
            look(f->window.get(), "chips");
            search.setText(QStringLiteral("nothing is called so"));
            QTRY_COMPARE(f->model().rowCount(), 0);
            look(f->window.get(), "no match");
            search.clearAll();
            QTRY_COMPARE(f->model().rowCount(), all);
        }
        m_own.unite({QStringLiteral("foo:bar")});
        verdict();
    }
    void feedback() {
        for (const QSize size : sizes) {
            resize(size);
            f->clipboard->copyText(QStringLiteral("not a key"));
            f->window->showKeychainState(SecretStoreState::SessionOnly);
            look(f->window.get(), "feedback");
            f->clipboard->clearNow();
            f->window->showKeychainState(SecretStoreState::Locked);
            look(f->window.get(), "feedback");
        }
        verdict();
    }
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
    void help() {
        for (const QString &page : latchkey::ui::help::pages())
            m_own.insert(latchkey::ui::help::titleOf(page)); // in English for a pseudo language
        HelpWindow w;
        w.show();
        QVERIFY(QTest::qWaitForWindowExposed(&w));
        for (const QString &page : latchkey::ui::help::pages()) {
            w.showPage(page);
            look(&w, "help");
        }
        verdict();
    }
    void settings() {
        SettingsDialog dialog(*f->settings, f->window->commands(), *f->vault.service, f->window.get());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        for (const char *page : {"general", "appearance", "security", "thresholds", "shortcuts"}) {
            dialog.showPage(QLatin1StringView(page));
            look(&dialog, page);
        }
        if (language == QStringLiteral("en")) { // the words go with the number from the first
            const auto *days = dialog.findChild<QSpinBox *>(QLatin1StringView(setting::ExpiringDays.key));
            QCOMPARE(days->text(), QStringLiteral("14 days before"));
        }
        verdict();
    }
    void paletteAndShortcuts() {
        for (const QSize size : sizes) {
            resize(size);
            f->window->palette().open();
            QTRY_VERIFY(f->window->palette().isVisible());
            look(f->window->palette().window(), "palette");
            f->window->palette().hide();
        }
        ShortcutSheet sheet(f->window->commands(), f->window.get());
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        look(&sheet, "shortcut sheet");
        verdict();
    }
    void lock() {
        for (const QSize size : sizes) {
            resize(size);
            f->window->lockNow();
            look(f->window.get(), "locked");
            f->window->lockCover().unlock();
        }
        verdict();
    }
    void customers() {
        m_own.unite({QStringLiteral("Acme"), QStringLiteral("cus_1"), QStringLiteral("0")});
        QVERIFY(
            waitFor(f->vault.service->saveCustomer({QStringLiteral("cus_1"), QStringLiteral("Acme"), {}})));
        auto *page = qobject_cast<CustomersPage *>(f->window->pages().widgetOf(QStringLiteral("customers")));
        QVERIFY(page);
        for (const QSize size : sizes) {
            resize(size);
            f->window->showPage(QStringLiteral("customers"));
            page->select(QStringLiteral("cus_1"));
            QTRY_VERIFY(page->model().rowOf(QStringLiteral("cus_1")) >= 0);
            look(f->window.get(), "customers");
            page->add();
            auto *adding = sheet<CustomerSheet>();
            look(adding, "add customer");
            gone(adding);
            page->edit();
            auto *editing = sheet<CustomerSheet>();
            look(editing, "edit customer");
            gone(editing);
            page->searchBox()->setText(QStringLiteral("no such customer"));
            look(f->window.get(), "no customer");
            page->searchBox()->clear();
        }
        CustomerDeleteSheet ask({QStringLiteral("cus_1"), QStringLiteral("Acme"), {}, 1}, 12,
                                {QStringLiteral("Acme")}, f->window.get());
        ask.show();
        QVERIFY(QTest::qWaitForWindowExposed(&ask));
        look(&ask, "delete customer");
        f->window->showPage({});
        verdict();
    }
    void compare() {
        const ApiKey one =
            keyThat([](const ApiKey &k) { return k.config.environment == Environment::Production; });
        KeyConfig c = one.config;
        c.environment = Environment::Staging;
        c.expires = f->vault.clock.now().plusDays(30);
        c.scopes.remove(c.scopes.list().first());
        c.scopes.insert(*Scope::fromString(u"leads:delete"));
        const auto made = waitFor(f->vault.service->create(c));
        QVERIFY(made);
        own(made->key);
        auto *page = qobject_cast<ComparePage *>(f->window->pages().widgetOf(QStringLiteral("compare")));
        QVERIFY(page);
        for (const QSize size : sizes) {
            resize(size);
            f->window->showPage(QStringLiteral("compare"));
            QTRY_VERIFY(page->model().rowOf(one.id, made->key.id) >= 0);
            const int row = page->model().rowOf(one.id, made->key.id);
            page->table().setCurrentIndex(page->model().index(row, 0));
            m_own.unite({page->pair().findChild<QLabel *>()->text()});
            look(f->window.get(), "compare");
            // The groups stay in one line, the two sides in another, however long their words are.
            const auto top = [page](const char *name) {
                auto *w = page->findChild<QWidget *>(QLatin1StringView(name));
                return w->mapTo(page, w->rect().center()).y();
            };
            QCOMPARE(top("compareLeft"), top("compareRight"));
            if (!language.startsWith(QStringLiteral("pseudo"))) {
                for (const char *group : {"group1", "group2", "group3", "group5"})
                    QCOMPARE(top(group), top("group0"));
            }
            f->window->across().createLike({}, one.id, PlaceChoice{{}, Environment::Staging});
            auto *like = sheet<CopyTargetSheet>();
            look(like, "create like");
            like->accept();
            auto *form = sheet<CreateWindow>();
            look(form, "created like");
            form->reject();
            QTRY_VERIFY(!form->isVisible());
            f->window->transfer().takeOver(f->window->across().places());
            auto *from = sheet<TakeOverSheet>();
            look(from, "import from connection");
            from->reject();
            QTRY_VERIFY(!from->isVisible());
        }
        verdict();
    }
    void rules() {
        f->window->showPage(QStringLiteral("rules"));
        auto *page = qobject_cast<RulesPage *>(f->window->pages().widgetOf(QStringLiteral("rules")));
        QVERIFY(page);
        const QList<GatewayRule> some{{{QStringLiteral("GET"), QStringLiteral("HEAD")},
                                       QStringLiteral("/v1/customers/{customer}/leads/**"),
                                       QStringLiteral("leads:read"),
                                       Environment::Production,
                                       {}},
                                      {{}, QStringLiteral("/v1/ping"), {}, {}, KeyType::General}};
        QVERIFY(waitFor(f->vault.service->changeRules(some, 1)));
        QTRY_COMPARE(page->draft().size(), 2);
        for (const GatewayRule &r : some)
            m_own.unite({r.methods.join(QStringLiteral(", ")), r.path, r.scope});
        m_own.unite({QStringLiteral("leads:read"), QStringLiteral("GET /v1/ping")});
        for (const QSize size : sizes) {
            resize(size);
            look(f->window.get(), "rules");
            page->edit();
            auto *editing = sheet<RuleSheet>();
            look(editing, "edit rule");
            editing->findChild<QLineEdit *>(QStringLiteral("rulePath"))->setText(QStringLiteral("/**/x"));
            m_own.insert(QStringLiteral("/**/x"));
            look(editing, "bad rule");
            gone(editing);
            page->remove();
            look(f->window.get(), "rules changed");
            page->tryNow();
            QTRY_VERIFY(page->trial().isVisible());
            RulesTrial trial;
            trial.looked = 1'000;
            trial.refused = 12;
            trial.allowed = trial.others = trial.unknown = 3;
            const ApiKey key = f->read(f->model().idAt(0));
            trial.changes = {{QStringLiteral("GET"), QStringLiteral("/v1/ping"), key.id, key.config.name,
                              DecisionCode::Allowed, DecisionCode::InsufficientScope, -1, 12,
                              f->vault.clock.now()}};
            QTest::qWait(50); // the real one has none
            page->trial().show(trial);
            look(f->window.get(), "rules tried");
            page->discard();
        }
        f->window->showPage({});
        ConfirmSheet confirm(QStringLiteral("⟦Deactivate?⟧"), QStringLiteral("⟦Team⟧"),
                             QStringLiteral("⟦Deactivate⟧"), f->window.get());
        confirm.show();
        QVERIFY(QTest::qWaitForWindowExposed(&confirm));
        m_own.unite({QStringLiteral("⟦Deactivate?⟧"), QStringLiteral("⟦Deactivate⟧")});
        look(&confirm, "confirm");
        verdict();
    }
    void catalogue() {
        auto *page = qobject_cast<CataloguePage *>(f->window->pages().widgetOf(QStringLiteral("catalogue")));
        QVERIFY(page);
        for (const KeyTemplate &t : page->draft().templates)
            m_own.insert(t.id);
        m_own.unite({page->draft().name, QStringLiteral("Email platform"),
                     QStringLiteral("Licensing platform"), QStringLiteral("Delete leads")});
        using Kind = CataloguePlace::Kind;
        for (const QSize size : sizes) {
            resize(size);
            f->window->showPage(QStringLiteral("catalogue"));
            for (const CataloguePlace &place :
                 {CataloguePlace{Kind::Catalogue}, CataloguePlace{Kind::Resource, 2},
                  CataloguePlace{Kind::Scope, 2, 0}, CataloguePlace{Kind::Template, 1}}) {
                page->tree().choose(place);
                look(f->window.get(), "catalogue");
            }
            page->tree().choose({Kind::Scope, 2, 2});
            page->findChild<QToolButton *>(QStringLiteral("catalogueRemove"))->click();
            QVERIFY(!page->mayGo([] {}));
            look(f->window.get(), "catalogue not saved");
            QVERIFY(page->escape());
            page->review();
            auto *save = page->findChild<QPushButton *>(QStringLiteral("saveCatalogue"));
            QTRY_VERIFY(save->isEnabled());
            look(f->window.get(), "review catalogue");
            page->discard();
        }
        f->window->showPage({});
        const auto bad = Catalogue::fromJson("{}");
        ImportProblems problems(QStringLiteral("/some.json"), bad.error(), f->window.get());
        problems.show();
        QVERIFY(QTest::qWaitForWindowExposed(&problems));
        look(&problems, "import problems");
        verdict();
    }
    void newVault() {
        NewVaultSheet sheet(QStringLiteral("/srv/none"), f->window.get());
        m_own.insert(sheet.path());
        const QList<ShippedCatalogue> shipped = shippedCatalogues();
        for (const ShippedCatalogue &s : shipped)
            m_own.insert(s.name);
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        look(&sheet, "new vault");
        sheet.file().setPath(QString());
        look(&sheet, "new vault bad");
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
        QTRY_VERIFY(card->isVisible());
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
    void startPage() {
        StartPage page;
        page.setWindowTitle(QStringLiteral("Latchkey"));
        for (const QSize size : {QSize(900, 620), QSize(900, 560)}) {
            page.resize(size);
            page.showFirstRun();
            page.show();
            QVERIFY(QTest::qWaitForWindowExposed(&page));
            look(&page, "first run");
            const Error tooNew(ErrorCode::SchemaTooNew,
                               {{QStringLiteral("path"), QStringLiteral("/srv/some.latchkey")}});
            page.showProblem(QStringLiteral("/srv/some.latchkey"), sentence(tooNew), true);
            look(&page, "problem");
            page.showOpening(QStringLiteral("Team"), QStringLiteral("/srv/some.latchkey"));
            look(&page, "opening");
        }
        verdict();
    }
    void connections() {
        SessionStore secrets;
        ConnectionBook book(*f->settings, secrets);
        m_own.unite({QStringLiteral("/srv/some.latchkey"), QStringLiteral("https://keys.example.com"),
                     QStringLiteral("keys.example.com"), QStringLiteral("Example CA"),
                     QLocale().toString(QDate(2027, 1, 1), QLocale::LongFormat),
                     QStringLiteral("db.example.com"), QStringLiteral("keys"), QStringLiteral("ana"),
                     QStringLiteral("5432"), QStringLiteral("SendGrid")});
        for (const ConnectionKind kind : {ConnectionKind::Local, ConnectionKind::Postgres,
                                          ConnectionKind::Server, ConnectionKind::SendGrid}) {
            Connection c;
            c.kind = kind;
            c.name = QStringLiteral("Connection %1").arg(static_cast<int>(kind));
            m_own.insert(c.name);
            c.file = QStringLiteral("/srv/some.latchkey");
            c.host = QStringLiteral("db.example.com");
            c.database = QStringLiteral("keys");
            c.user = QStringLiteral("ana");
            c.url = QStringLiteral("https://keys.example.com");
            c.pin = QByteArray(32, 'p');
            c.proxy = ServerAddress::Proxy::Own;
            c.proxyAddress = QStringLiteral("proxy.example.com:3128");
            m_own.insert(c.proxyAddress);
            m_own.insert(fingerprintText(c.pin).insert(48, u'\n'));
            book.keep(c);
        }
        for (const Connection &c : book.all())
            m_own.insert(c.location());
        ConnectionsWindow window(book, f->window.get());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        using What = ConnectionStep::What;
        const QByteArray other(32, 'q');
        m_own.insert(fingerprintText(other).insert(48, u'\n'));
        const auto untrusted = [&other](const char *reason) {
            return Error(ErrorCode::UntrustedServer,
                         {{QStringLiteral("path"), QStringLiteral("https://keys.example.com")},
                          {QStringLiteral("fingerprint"), fingerprintText(other)},
                          {QStringLiteral("subject"), QStringLiteral("keys.example.com")},
                          {QStringLiteral("issuer"), QStringLiteral("Example CA")},
                          {QStringLiteral("until"), QStringLiteral("2027-01-01")},
                          {QStringLiteral("reason"), QLatin1StringView(reason)}});
        };
        auto *steps = window.findChild<TestSteps *>();
        for (const Connection &c : book.all()) {
            window.select(c.id);
            look(&window, "connection");
            steps->showSteps({{What::Reach, ok(), {{QStringLiteral("ms"), 12}}},
                              {What::Tls, ok(), {}},
                              {What::SignIn, ok(), {{QStringLiteral("user"), QStringLiteral("ana")}}},
                              {What::Permissions, ok(), {{QStringLiteral("noTables"), true}}},
                              {What::Version, ok(), {{QStringLiteral("server"), QStringLiteral("15.4")}}}},
                             c);
            look(&window, "connection tested");
        }
        const Connection server = book.all().last();
        for (const char *reason : {"selfSigned", "changed"}) {
            steps->showSteps(
                {{What::Reach, ok(), {{QStringLiteral("ms"), 12}}}, {What::Tls, fail(untrusted(reason)), {}}},
                server);
            look(&window, "certificate");
        }
        verdict();
    }
    /// The list of requests is what the page is for, in the smallest window too and under a banner.
    void requestsInASmallWindow() {
        if (language.startsWith(QStringLiteral("pseudo")))
            return; // half as long again as any language
        WindowFixture small;
        QList<RequestRecord> rows;
        for (int i = 0; i < 40; ++i) {
            RequestRecord r;
            r.at = small.vault.clock.now().plusMs(-i * 60'000LL);
            r.outcome = i % 3 == 0 ? RequestOutcome::Forbidden : RequestOutcome::Allowed;
            r.method = QStringLiteral("GET");
            r.path = QStringLiteral("/v1/leads/%1").arg(i);
            r.environment = Environment::Production;
            rows.append(r);
        }
        QVERIFY(waitFor(small.vault.backend->requests()->append(rows)));
        small.window->resize(900, 600);
        small.window->feedback().banner(QStringLiteral("test"), Feedback::Level::Info,
                                        QStringLiteral("A banner"), QStringLiteral("Show"), [] {});
        small.window->showPage(QStringLiteral("logs"));
        auto *page = qobject_cast<LogsPage *>(small.window->pages().widgetOf(QStringLiteral("logs")));
        QVERIFY(page);
        QTRY_COMPARE(page->model().rowCount(), 40);
        const auto seen = [page] {
            const QRect room = page->table().viewport()->rect();
            int n = 0;
            while (room.contains(page->table().visualRect(page->model().index(n, 0)).bottomLeft()))
                ++n;
            return n;
        };
        QTRY_VERIFY2(seen() >= 6, qPrintable(QString::number(seen())));
        // What does not fit beside the title is in its menu.
        auto *more = page->findChild<QToolButton *>(QStringLiteral("moreOfRequests"));
        auto *keep = page->findChild<QPushButton *>(QStringLiteral("keepRequests"));
        QVERIFY(more->isVisible() != keep->isVisible());
        more->menu()->actions().first()->trigger();
        RetentionSheet *retention = nullptr;
        QTRY_VERIFY((retention = small.shown<RetentionSheet>()));
        retention->reject();
    }
    /// One letter opens one thing: no two entries of a menu share it.
    void mnemonicsDiffer() {
        const auto letters = [this](const QList<QAction *> &actions, const QString &of) {
            QSet<QChar> seen;
            for (const QAction *a : actions) {
                const QKeySequence m = QKeySequence::mnemonic(a->text());
                if (m.isEmpty())
                    continue;
                const QChar letter = m.toString().back();
                if (seen.contains(letter))
                    m_bad.append(of + QStringLiteral(": ") + a->text());
                seen.insert(letter);
            }
        };
        const auto menus = f->window->menuBar()->actions();
        letters(menus, QStringLiteral("menu bar"));
        for (const QAction *m : menus)
            letters(m->menu()->actions(), m->text());
        verdict();
    }
};

int main(int argc, char *argv[]) {
    QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QStringList rest{arguments.first()};
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments.at(i) == QStringLiteral("--language"))
            language = arguments.value(++i);
        else if (arguments.at(i) == QStringLiteral("--pictures"))
            pictures = arguments.value(++i);
        else if (arguments.at(i) == QStringLiteral("--dark"))
            dark = true;
        else
            rest.append(arguments.at(i));
    }
    useLanguage(app, language);
    applyTheme(app, dark ? ThemeChoice::Dark : ThemeChoice::Light, dark);
    Languages test;
    return QTest::qExec(&test, rest);
}

#include "test_languages.moc"
