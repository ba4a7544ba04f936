#include "core/backend/request_log.h"
#include "tests/gui/languages/language_test.h"
#include "ui/catalogue/catalogue_file.h"
#include "ui/catalogue/catalogue_page.h"
#include "ui/compare/compare_page.h"
#include "ui/compare/copy_target_sheet.h"
#include "ui/compare/pair_view.h"
#include "ui/customers/customer_sheet.h"
#include "ui/customers/customers_page.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/feedback/window_feedback.h"
#include "ui/logs/chart_view.h"
#include "ui/logs/log_table.h"
#include "ui/logs/logs_page.h"
#include "ui/logs/retention_sheet.h"
#include "ui/rules/rule_sheet.h"
#include "ui/rules/rules_page.h"
#include "ui/rules/trial_view.h"
#include "ui/shell/across_actions.h"
#include "ui/shell/confirm_sheet.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/transfer_actions.h"
#include "ui/transfer/take_over_sheet.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace latchkey;
using namespace latchkey::ui;

/// The pages beside the keys, with their sheets.
class PageLanguages : public LanguageTest {
    Q_OBJECT
private slots:
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
            editing->reject();
            look(editing, "drop rule");
            leave(editing);
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
};

int main(int argc, char *argv[]) {
    return runInLanguage<PageLanguages>(argc, argv);
}

#include "test_page_languages.moc"
