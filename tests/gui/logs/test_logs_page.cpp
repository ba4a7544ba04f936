#include "tests/gui/shell/window_fixture.h"
#include "tests/support/absent_request_log.h"
#include "tests/support/memory_backend.h"
#include "ui/detail/detail_pane.h"
#include "ui/feedback/window_feedback.h"
#include "ui/jobs/jobs_page.h"
#include "ui/logs/chart_view.h"
#include "ui/logs/key_activity.h"
#include "ui/logs/key_usage.h"
#include "ui/logs/log_jobs.h"
#include "ui/logs/log_table.h"
#include "ui/logs/logs_page.h"
#include "ui/logs/request_words.h"
#include "ui/logs/retention_sheet.h"
#include "ui/rules/rule_sheet.h"
#include "ui/shell/page_stack.h"
#include "ui/why/check_list.h"
#include "ui/why/request_fields.h"
#include "ui/why/why_window.h"

#include <QComboBox>
#include <QFile>
#include <QHostAddress>
#include <QLabel>
#include <QListWidget>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>

using namespace latchkey;
using namespace latchkey::ui;

namespace {

QList<RequestRecord> some(const KeyId &key, Instant now, int count) {
    QList<RequestRecord> rows;
    for (int i = 0; i < count; ++i) {
        RequestRecord r;
        r.at = now.plusMs(-i * 60'000LL);
        r.outcome = i % 10 == 3 ? RequestOutcome::Forbidden : RequestOutcome::Allowed;
        r.status = r.outcome == RequestOutcome::Allowed ? 200 : 403;
        if (r.outcome == RequestOutcome::Forbidden)
            r.code = DecisionCode::InsufficientScope;
        r.method = QStringLiteral("GET");
        r.path = QStringLiteral("/v1/leads/%1").arg(i);
        r.key = key;
        r.environment = Environment::Production;
        r.ip = QStringLiteral("10.2.0.4");
        rows.append(r);
    }
    return rows;
}

/// Of a server that is away, and back.
class DistantLog final : public AbsentRequestLog {
public:
    bool away = true, slow = false;
    QList<RequestRecord> rows;
    std::vector<std::function<void()>> waiting; ///< answers, while slow
    QFuture<Result<RequestPage>> page(const RequestFilter &filter, qint64, int) override {
        RequestPage found;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(found.rows),
                     [&](const RequestRecord &r) { return matches(r, filter); });
        const auto said =
            away ? Result<RequestPage>(fail(ErrorCode::Unreachable)) : Result<RequestPage>(found);
        if (!slow)
            return ready<Result<RequestPage>>(said);
        const Answer<Result<RequestPage>> answer;
        waiting.emplace_back([answer, said] { answer.give(said); });
        return answer.future();
    }
};

class Fixture : public WindowFixture {
public:
    LogsPage *logs() {
        window->showPage(QStringLiteral("logs"));
        return qobject_cast<LogsPage *>(window->pages().widgetOf(QStringLiteral("logs")));
    }
    Instant now() { return vault.clock.now(); }
};

} // namespace

class LogsPageTest : public QObject {
    Q_OBJECT
private slots:
    void saysHowRequestsGetHere() {
        Fixture f;
        LogsPage *page = f.logs();
        QVERIFY(page);
        QTRY_VERIFY(f.button(page, QStringLiteral("Import log…")));
        QTRY_VERIFY(!page->table().isVisible());
        const auto said = [page] {
            bool there = false;
            for (const QLabel *l : page->findChildren<QLabel *>())
                there |= l->isVisible() && l->text().contains(QStringLiteral("verifier"));
            return there;
        };
        QTRY_VERIFY(said());
    }

    void showsFiltersAndPages() {
        Fixture f;
        const auto keys = f.add({QStringLiteral("CRM sync"), QStringLiteral("Other")});
        QVERIFY(waitFor(f.vault.backend->requests()->append(some(keys[0].id, f.now(), 950))));
        LogsPage *page = f.logs();
        QTRY_COMPARE(page->model().rowCount(), RequestModel::PageRows);
        const auto cell = [page](int row, RequestColumn c, int role = Qt::DisplayRole) {
            return page->model().data(page->model().index(row, static_cast<int>(c)), role).toString();
        };
        QTRY_COMPARE(cell(0, RequestColumn::Key), QStringLiteral("CRM sync"));
        QCOMPARE(cell(3, RequestColumn::Outcome), QStringLiteral("Forbidden"));
        QVERIFY(cell(3, RequestColumn::Outcome, Qt::ToolTipRole).contains(QStringLiteral("no permission")));
        QVERIFY(page->table().currentIndex().isValid());
        page->table().scrollToBottom(); // reads on
        QTRY_COMPARE(page->model().rowCount(), 2 * RequestModel::PageRows);
        page->searchBox()->setText(QStringLiteral("outcome:rejected path:leads/3"));
        QTRY_COMPARE(page->model().rowCount(), 12); // 3, 33, 303, 313 … 393
        page->searchBox()->setText(QStringLiteral("key:other"));
        QTRY_COMPARE(page->model().rowCount(), 0);
        QTRY_VERIFY(f.button(page, QStringLiteral("Clear filters")));
        QTest::mouseClick(f.button(page, QStringLiteral("Clear filters")), Qt::LeftButton);
        QTRY_COMPARE(page->model().rowCount(), RequestModel::PageRows);
        page->searchBox()->setText(QStringLiteral("key:\"crm sync\" status:403"));
        QTRY_COMPARE(page->model().rowCount(), 95);
        page->searchBox()->setText(QStringLiteral("code:nonsense"));
        const auto *misread = page->findChild<QWidget *>(QStringLiteral("logMisread"));
        QTRY_VERIFY(misread->isVisible());
        QVERIFY(misread->findChild<QLabel *>()->text().contains(QStringLiteral("code:nonsense")));
        page->searchBox()->setText(QStringLiteral("outcom:denied")); // mistyped: what is near is offered
        QTRY_VERIFY(misread->findChild<QPushButton *>(QStringLiteral("useNearest")));
        QTRY_COMPARE(page->model().rowCount(), 0);
        QTest::mouseClick(misread->findChild<QPushButton *>(QStringLiteral("useNearest")), Qt::LeftButton);
        QCOMPARE(page->searchBox()->text(), QStringLiteral("outcome:denied"));
        QTRY_COMPARE(page->model().rowCount(), 95);
        QTRY_VERIFY(!misread->isVisible());
        QVERIFY(page->escape());
        QTRY_COMPARE(page->searchBox()->text(), QString());
        QVERIFY(!page->escape());
    }

    /// Who looked at the newest requests finds the newest again; the row that was chosen stays chosen.
    void theNewestStayInSight() {
        Fixture f;
        const auto keys = f.add({QStringLiteral("CRM sync")});
        RequestLog &log = *f.vault.backend->requests();
        QVERIFY(waitFor(log.append(some(keys[0].id, f.now().plusMs(-3'600'000), 100))));
        LogsPage *page = f.logs();
        QTRY_COMPARE(page->model().rowCount(), 100);
        QCOMPARE(page->table().verticalScrollBar()->value(), 0);
        f.window->showPage(QStringLiteral("customers"));
        QVERIFY(waitFor(log.append(some(keys[0].id, f.now(), 50))));
        f.logs();
        QTRY_COMPARE(page->model().rowCount(), 150);
        QTRY_VERIFY(page->table().isVisible());
        QTRY_COMPARE(page->table().rowAt(0), 0);
        QCOMPARE(page->table().currentIndex().row(), 50);
        // Who looked further down goes on there.
        page->table().scrollTo(page->model().index(149, 0));
        const int place = page->table().verticalScrollBar()->value();
        QVERIFY(place > 0);
        page->table().setCurrentIndex(page->model().index(149, 0));
        page->refresh();
        QTRY_VERIFY(!page->model().isLoading());
        QCOMPARE(page->table().currentIndex().row(), 149);
        QVERIFY(page->table().verticalScrollBar()->value() > 0);
    }

    /// The requests of one key are read again when the connection is back.
    void aKeysRequestsComeBackWithTheConnection() {
        struct Vault final : MemoryBackend {
            DistantLog log;
            RequestLog *requests() override { return &log; }
        } backend;
        Fixture f;
        KeyActivity activity(backend, f.vault.clock);
        activity.setKey(*KeyId::fromString(u"000000000000"));
        const auto says = [&](const char *text) {
            const auto labels = activity.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [text](const QLabel *l) {
                return l->text().contains(QLatin1StringView(text));
            });
        };
        QTRY_VERIFY(says("while the connection is away"));
        backend.log.away = false;
        emit backend.recovered();
        QTRY_VERIFY(says("No requests of this key yet"));
    }

    /// News that come faster than answers leave the page not empty; without the server it is searched here.
    void aSlowLogAndOneThatIsAway() {
        struct Vault final : MemoryBackend {
            DistantLog log;
            std::optional<Silence> away;
            RequestLog *requests() override { return &log; }
            [[nodiscard]] std::optional<Silence> silence() const override { return away; }
        } backend;
        Fixture f;
        DistantLog &log = backend.log;
        log.away = false;
        log.slow = true;
        log.rows = some({}, f.now(), 20);
        for (int i = 0; i < 20; ++i)
            log.rows[i].seq = 20 - i;
        KeyService service(backend, f.vault.secrets, f.vault.clock,
                           Principal{QStringLiteral("Bo"), true, true, {}});
        LogsPage page(service, f.window->jobs(), f.window->feedback());
        page.resize(900, 600);
        page.show();
        for (int i = 0; i < 3; ++i)
            emit log.changed();
        QCOMPARE(log.waiting.size(), 1U); // the one question, not a newer one in its place
        log.slow = false;
        log.waiting.front()();
        QTRY_COMPARE(page.model().rowCount(), 20);
        // Away: only what fits, and it says of what.
        log.away = true;
        backend.away = VaultBackend::Silence{Error(ErrorCode::Unreachable), f.now()};
        emit backend.troubled(Error(ErrorCode::Unreachable));
        page.searchBox()->setText(QStringLiteral("path:leads/1"));
        QTRY_COMPARE(page.model().rowCount(), 11); // 1, 10 … 19
        const auto *problem = page.findChild<QLabel *>(QStringLiteral("logProblem"));
        QTRY_VERIFY(problem->isVisible() && problem->text().contains(QStringLiteral("seen so far")));
        page.searchBox()->setText(QStringLiteral("path:nowhere"));
        QTRY_COMPARE(page.model().rowCount(), 0);
        QTRY_VERIFY(page.findChild<QLabel *>(QStringLiteral("logUnread"))->isVisible());
        log.away = false;
        backend.away.reset();
        page.searchBox()->clear();
        emit backend.recovered();
        QTRY_COMPARE(page.model().rowCount(), 20);
        QTRY_VERIFY(!problem->isVisible());
    }

    /// What came of a request and whose it was are seen without scrolling in the smallest window.
    void narrowWindowsShowOutcomeAndKey() {
        Fixture f;
        const auto keys = f.add({QStringLiteral("CRM sync")});
        QVERIFY(waitFor(f.vault.backend->requests()->append(some(keys[0].id, f.now(), 5))));
        f.window->resize(900, 600);
        LogsPage *page = f.logs();
        QTRY_COMPARE(page->model().rowCount(), 5);
        const LogTable &table = page->table();
        const int key = static_cast<int>(RequestColumn::Key),
                  outcome = static_cast<int>(RequestColumn::Outcome);
        QTRY_VERIFY(table.columnViewportPosition(key) + table.columnWidth(key) <= table.viewport()->width());
        for (const RequestOutcome o : AllRequestOutcomes) // the word, its icon, and what is around them
            QVERIFY(table.fontMetrics().horizontalAdvance(word(o)) + 40 <= table.columnWidth(outcome));
    }

    void rejectedRowsOfferWhy() {
        Fixture f;
        const auto keys = f.add({QStringLiteral("CRM sync")});
        QVERIFY(waitFor(f.vault.backend->requests()->append(some(keys[0].id, f.now(), 20))));
        LogsPage *page = f.logs();
        QTRY_COMPARE(page->model().rowCount(), 20);
        QSignalSpy why(page, &LogsPage::whyRequested);
        QPushButton *button = f.button(page, QStringLiteral("Why was this rejected?"));
        QVERIFY(button && !button->isEnabled()); // the first one was allowed
        page->table().setCurrentIndex(page->model().index(3, 0));
        QVERIFY(button->isEnabled());
        button->click();
        QCOMPARE(why.size(), 1);
        QCOMPARE(why.first().first().value<RequestRecord>().path, QStringLiteral("/v1/leads/3"));
        QTRY_VERIFY(f.shown<WhyWindow>()); // and the window knows the request
        const QPointer<WhyWindow> first = f.shown<WhyWindow>();
        first->reject();
        QTRY_VERIFY(!first);
        f.window->commands().trigger(QStringLiteral("tools.why")); // Ctrl+T: the row that is chosen
        QTRY_VERIFY(f.shown<WhyWindow>());
        QTRY_COMPARE(f.shown<WhyWindow>()->request().facts().path, QStringLiteral("/v1/leads/3"));
        const QPointer<WhyWindow> second = f.shown<WhyWindow>();
        second->reject();
        QTRY_VERIFY(!second);
        // Of one that was allowed: what it says, and what it would get now.
        QVERIFY(waitFor(f.vault.service->setActive(keys[0], false)));
        page->table().setCurrentIndex(page->model().index(1, 0));
        f.window->commands().trigger(QStringLiteral("tools.why"));
        QTRY_VERIFY(f.shown<WhyWindow>());
        auto *allowed = f.shown<WhyWindow>();
        QTRY_COMPARE(allowed->request().facts().path, QStringLiteral("/v1/leads/1"));
        QCOMPARE(allowed->request().facts().address, QHostAddress(QStringLiteral("10.2.0.4")));
        QTRY_VERIFY2(allowed->verdict().startsWith(
                         QStringLiteral("The request was allowed then. Checked now, it would be refused:")),
                     qPrintable(allowed->verdict()));
        QCOMPARE(allowed->subject().key->id, keys[0].id);
        allowed->reject();
        // Enter on an allowed row goes to its key.
        QTRY_VERIFY(page->model().hasKey(*page->model().at(0)));
        page->table().setCurrentIndex(page->model().index(0, 0));
        QTest::keyClick(&page->table(), Qt::Key_Return);
        QTRY_VERIFY(f.window->pages().keysShown());
        QTRY_COMPARE(f.table().currentKey(), keys[0].id);
    }

    /// What a gateway's request lacked is said as that, and a rule is prepared where none fits.
    void rowsOfAGatewaySayWhatWasMissing() {
        Fixture f;
        const auto keys = f.add({QStringLiteral("CRM sync")});
        QList<RequestRecord> rows = some(keys[0].id, f.now(), 5);
        rows[3].key = {}; // of a log that doesn't write keys down
        rows[3].code = {};
        rows[4].key = {};
        rows[4].code = DecisionCode::Malformed;
        rows[0].outcome = RequestOutcome::Unauthorized;
        rows[0].status = 401;
        rows[0].code = DecisionCode::NoKey;
        rows[0].key = {};
        rows[1].outcome = RequestOutcome::Forbidden;
        rows[1].status = 403;
        rows[1].code = DecisionCode::NoRule;
        rows[1].path = QStringLiteral("/v1/caf%C3%A9");
        rows[2].outcome = RequestOutcome::Forbidden;
        rows[2].status = 403;
        rows[2].code = DecisionCode::NoRule;
        rows[2].path = QStringLiteral("/v1//leads");
        QVERIFY(waitFor(f.vault.backend->requests()->append(rows)));
        LogsPage *page = f.logs();
        QTRY_COMPARE(page->model().rowCount(), 5);
        const auto keyOf = [page](int row) { return page->model().keyText(*page->model().at(row)); };
        QCOMPARE(keyOf(0), QStringLiteral("No key"));
        QCOMPARE(keyOf(3), QStringLiteral("Not in the log"));
        QCOMPARE(keyOf(4), QStringLiteral("Unreadable key"));
        page->searchBox()->setText(QStringLiteral("key:none"));
        QTRY_COMPARE(page->model().rowCount(), 1);
        QCOMPARE(keyOf(0), QStringLiteral("No key"));
        page->searchBox()->clear();
        QTRY_COMPARE(page->model().rowCount(), 5);
        QPushButton *button = f.button(page, QStringLiteral("Why was this rejected?"));
        page->table().setCurrentIndex(page->model().index(0, 0));
        QTRY_VERIFY(button->isEnabled());
        button->click();
        QTRY_VERIFY(f.shown<WhyWindow>());
        const QPointer<WhyWindow> why = f.shown<WhyWindow>();
        QTRY_VERIFY2(why->verdict().contains(QStringLiteral("“Authorization: Bearer …”")),
                     qPrintable(why->verdict()));
        page->table().setCurrentIndex(page->model().index(2, 0));
        button->click(); // no rule can fit it: none is offered
        QTRY_VERIFY2(why->verdict().contains(QStringLiteral("Gateways refuse the address /v1//leads,")),
                     qPrintable(why->verdict()));
        QVERIFY(why->checks().row(Check::Scope)->fixButton()->isHidden());
        page->table().setCurrentIndex(page->model().index(1, 0));
        button->click();
        QTRY_VERIFY2(why->verdict().contains(QStringLiteral("No gateway rule fits GET /v1/caf%C3%A9,")),
                     qPrintable(why->verdict()));
        why->checks().row(Check::Scope)->fixButton()->click();
        QTRY_VERIFY(f.shown<RuleSheet>());
        auto *sheet = f.shown<RuleSheet>();
        QCOMPARE(sheet->rule().path, QStringLiteral("/v1/café")); // as rules write it
        QCOMPARE(sheet->rule().methods, QStringList{QStringLiteral("GET")});
        QTRY_VERIFY(!why);
        sheet->reject();
    }

    /// Imported rows have the key's environment where their line names none.
    void anEnvironmentThatNobodyNamedIsNotSaidToBeRight() {
        Fixture f;
        const auto keys = f.add({QStringLiteral("CRM sync")});
        QList<RequestRecord> rows = some(keys[0].id, f.now(), 1);
        rows[0].outcome = RequestOutcome::Unauthorized;
        rows[0].status = 401;
        rows[0].code = DecisionCode::WrongEnvironment;
        rows[0].environment = keys[0].config.environment;
        QVERIFY(waitFor(f.vault.backend->requests()->append(rows)));
        LogsPage *page = f.logs();
        QTRY_COMPARE(page->model().rowCount(), 1);
        page->table().setCurrentIndex(page->model().index(0, 0));
        QPushButton *button = f.button(page, QStringLiteral("Why was this rejected?"));
        QTRY_VERIFY(button->isEnabled());
        button->click();
        QTRY_VERIFY(f.shown<WhyWindow>());
        auto *why = f.shown<WhyWindow>();
        QTRY_VERIFY2(why->verdict().contains(QStringLiteral("is for another environment")),
                     qPrintable(why->verdict()));
        why->checks().row(Check::Environment)->fixButton()->click(); // where it went is not known yet
        QVERIFY(why->focusWidget() && why->focusWidget()->objectName() == QStringLiteral("whyEnvironment"));
    }

    void chartAndTableSayTheSame() {
        Fixture f;
        const auto keys = f.add({QStringLiteral("CRM sync")});
        QVERIFY(waitFor(f.vault.backend->requests()->append(some(keys[0].id, f.now(), 500))));
        LogsPage *page = f.logs();
        const auto sum = [page] {
            qint64 n = 0;
            for (const ChartBar &b : page->chart().chart().bars())
                n += ChartWidget::total(b);
            return n;
        };
        QTRY_COMPARE(sum(), 500);
        QVERIFY(page->chart().chart().accessibleName().contains(QStringLiteral("450")));
        f.button(page, QStringLiteral("Show as table"))->click();
        QTableWidget &table = page->chart().table();
        QVERIFY(table.isVisible());
        qint64 n = 0;
        for (int r = 0; r < table.rowCount(); ++r)
            for (int c = 1; c < table.columnCount(); ++c)
                n += table.item(r, c)->text().toLongLong();
        QCOMPARE(n, 500);
        QVERIFY(f.button(page, QStringLiteral("Show as chart")));
    }

    void importsAndSaysWhatItCouldNotRead() {
        Fixture f;
        const auto keys = f.add({QStringLiteral("CRM sync")});
        const QString log = f.vault.dir.filePath(QStringLiteral("access.log"));
        QFile file(log);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray time = QByteArray::number(f.now().ms());
        for (int i = 0; i < 30; ++i)
            file.write("{\"time\":" + time + ",\"status\":200,\"path\":\"/x\",\"key\":\"" +
                       keys[0].id.view().toByteArray() + "\"}\n");
        file.write("nonsense\n");
        file.close();
        LogsPage *page = f.logs();
        page->jobs().importFile(log);
        QTRY_COMPARE(page->model().rowCount(), 30);
        // The notice leads to the job, which names the line.
        QTRY_VERIFY(f.button(f.window.get(), QStringLiteral("Show lines")));
        f.button(f.window.get(), QStringLiteral("Show lines"))->click();
        const auto *jobs = f.window->findChild<JobsPage *>();
        QTRY_VERIFY(jobs->isVisible());
        QCOMPARE(f.window->jobs().jobs().last().kind, QStringLiteral("logs"));
        QCOMPARE(f.window->jobs().jobs().last().progress, (JobProgress{31, 31, 30, 0, 1}));
        const auto *broken = jobs->findChild<QListWidget *>(QStringLiteral("jobFailures"));
        QTRY_COMPARE(broken->count(), 1);
        QCOMPARE(broken->item(0)->text(), QStringLiteral("Line 31: Not a line of an access log."));
    }

    /// Another import takes nothing away that was not looked at yet.
    void everyImportsLinesAreShown() {
        Fixture f;
        f.add({QStringLiteral("CRM sync")});
        LogsPage *page = f.logs();
        QList<qint64> wanted;
        connect(&page->jobs(), &LogJobs::jobWanted, this, [&](qint64 job) { wanted.append(job); });
        for (const char *name : {"one.log", "two.log"}) {
            const QString path = f.vault.dir.filePath(QLatin1StringView(name));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray("nonsense of ") + name + "\n");
            file.close();
            page->jobs().importFile(path);
            QTRY_VERIFY(f.window->jobs().isIdle());
        }
        const auto jobs = f.window->jobs().jobs();
        QCOMPARE(jobs.size(), 2);
        for (const JobRecord &job : jobs) {
            f.logs();
            QTRY_VERIFY(f.button(page, QStringLiteral("Show lines")));
            f.button(page, QStringLiteral("Show lines"))->click();
            QCOMPARE(wanted.last(), job.id);
        }
        f.logs();
        QTRY_VERIFY(!f.button(page, QStringLiteral("Show lines")));
    }

    void exposedKeysAreNamed() {
        Fixture f;
        const QString path = f.vault.dir.filePath(QStringLiteral("access.log"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (const char *name : {"One", "Two", "Three", "Four"}) {
            const auto made = waitFor(f.vault.service->create(f.vault.config(QLatin1StringView(name))));
            QVERIFY(made);
            file.write("{\"time\":" + QByteArray::number(f.now().ms()) +
                       ",\"status\":200,\"path\":\"/x\",\"query\":\"api_key=" +
                       made->token->view().toByteArray() + "\"}\n");
        }
        file.close();
        f.logs()->jobs().importFile(path);
        QTRY_VERIFY(f.window->jobs().isIdle());
        const QString named = QStringLiteral("“One”, “Two”, “Three” and 1 more");
        const QString result = logImportResult(f.window->jobs().jobs().last());
        QVERIFY2(result.contains(named), qPrintable(result));
        const auto toasts = f.window->findChildren<QWidget *>(QStringLiteral("toast"));
        QVERIFY(std::any_of(toasts.begin(), toasts.end(),
                            [&](const QWidget *t) { return t->accessibleName().contains(named); }));
    }

    void retentionSaysBeforeItDoes() {
        Fixture f;
        const auto keys = f.add({QStringLiteral("CRM sync")});
        auto rows = some(keys[0].id, f.now(), 10);
        const auto old = some(keys[0].id, f.now().plusDays(-40), 15);
        QVERIFY(waitFor(f.vault.backend->requests()->append(rows + old)));
        LogsPage *page = f.logs();
        page->setRetention();
        QTRY_VERIFY(f.shown<RetentionSheet>());
        auto *sheet = f.shown<RetentionSheet>();
        auto *days = sheet->findChild<QSpinBox *>();
        QTRY_COMPARE(days->value(), 90);
        days->setValue(30);
        QTRY_VERIFY(f.button(sheet, QStringLiteral("Remove 15 requests")));
        QCOMPARE(waitFor(f.vault.backend->requests()->count({}))->rows, 25); // a dry run so far
        f.button(sheet, QStringLiteral("Remove 15 requests"))->click();
        QTRY_VERIFY(!f.shown<RetentionSheet>());
        QTRY_VERIFY(f.window->jobs().isIdle());
        QCOMPARE(f.window->jobs().jobs().last().kind, QStringLiteral("retention"));
        QCOMPARE(f.window->jobs().jobs().last().progress, (JobProgress{15, 15, 15, 0, 0}));
        QCOMPARE(waitFor(f.vault.backend->requests()->count({}))->rows, 10);
        QCOMPARE(*waitFor(f.vault.backend->requests()->retentionDays()), 30);
    }

    void theDetailsOfAKeyHaveItsRequests() {
        Fixture f;
        const auto keys = f.add({QStringLiteral("CRM sync"), QStringLiteral("Other")});
        QVERIFY(waitFor(f.vault.backend->requests()->append(some(keys[0].id, f.now(), 40))));
        f.window->resize(1280, 800);
        f.window->setDetailShown(true);
        f.choose(keys[0].id);
        DetailPane &detail = f.window->detail();
        QTRY_COMPARE(detail.activity().model().rowCount(), 40);
        QTRY_VERIFY(!detail.usage().isHidden());
        f.choose(keys[1].id);
        QTRY_COMPARE(detail.activity().model().rowCount(), 0);
        QTRY_VERIFY(detail.usage().isHidden());
    }

    void aDamagedFileIsSaid() {
        Fixture f;
        const auto keys = f.add({QStringLiteral("CRM sync")});
        QVERIFY(waitFor(f.vault.backend->requests()->append(some(keys[0].id, f.now(), 10))));
        f.stop();
        QFile file(f.vault.path() + QStringLiteral(".requests"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(9000, 'x'));
        file.close();
        f.start();
        LogsPage *page = f.logs();
        bool said = false;
        QTRY_VERIFY([&] {
            for (const QLabel *l : f.window->findChildren<QLabel *>())
                said |= l->text().contains(QStringLiteral("damaged-1"));
            return said;
        }());
        QTRY_COMPARE(page->model().rowCount(), 0);
        f.window->showPage({});
        QTRY_COMPARE(f.model().rowCount(), 1);
    }
};

QTEST_MAIN(LogsPageTest)
#include "test_logs_page.moc"
