#include "tests/gui/shell/window_fixture.h"
#include "tests/support/absent_request_log.h"
#include "tests/support/memory_backend.h"
#include "ui/feedback/window_feedback.h"
#include "ui/format/words.h"
#include "ui/logs/log_table.h"
#include "ui/logs/logs_page.h"
#include "ui/shell/page_stack.h"

#include <QComboBox>
#include <QLabel>
#include <QTest>

using namespace latchkey;
using namespace latchkey::ui;

namespace {

constexpr int Rows = 60;

/// Sixty requests of the last hour: each outcome, environment and key has its part of them.
QList<RequestRecord> mixed(const KeyId &one, const KeyId &other, Instant now) {
    QList<RequestRecord> rows;
    for (int i = 0; i < Rows; ++i) {
        RequestRecord r;
        r.seq = Rows - i;
        r.at = now.plusMs(-i * 60'000LL);
        r.outcome = AllRequestOutcomes[static_cast<std::size_t>(i) % RequestOutcomeCount];
        r.method = i % 4 == 0 ? QStringLiteral("POST") : QStringLiteral("GET");
        r.path = QStringLiteral("/v1/leads/%1").arg(i);
        r.scope = QStringLiteral("leads:read");
        r.key = i % 2 == 0 ? one : other;
        r.environment = AllEnvironments[static_cast<std::size_t>(i) % AllEnvironments.size()];
        r.ip = QStringLiteral("10.2.0.%1").arg(i % 3);
        rows.append(r);
    }
    return rows;
}

/// Answers, fails, or lets the question wait.
class HeldLog final : public AbsentRequestLog {
public:
    QList<RequestRecord> rows;
    bool held = false;
    std::vector<std::function<void()>> waiting;
    QFuture<Result<RequestPage>> page(const RequestFilter &filter, qint64, int) override {
        if (held) {
            const Answer<Result<RequestPage>> answer;
            waiting.emplace_back([answer] { answer.give(fail(ErrorCode::Unreachable)); });
            return answer.future();
        }
        RequestPage found;
        found.rows = fitting(filter);
        return ready<Result<RequestPage>>(found);
    }
    QFuture<Result<RequestCount>> count(const RequestFilter &filter) override {
        if (held)
            return none<Result<RequestCount>>();
        return ready<Result<RequestCount>>(RequestCount{fitting(filter).size(), true});
    }

private:
    [[nodiscard]] QList<RequestRecord> fitting(const RequestFilter &filter) const {
        QList<RequestRecord> fit;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(fit),
                     [&](const RequestRecord &r) { return matches(r, filter); });
        return fit;
    }
};

/// What stands under the table.
QString countText(const LogsPage &page) {
    const auto *label = page.findChild<QLabel *>(QStringLiteral("logCount"));
    return label && label->isVisible() ? label->text() : QString();
}

QComboBox *choice(const LogsPage &page, const char *name) {
    for (auto *box : page.findChildren<QComboBox *>()) {
        if (box->accessibleName() == QLatin1StringView(name))
            return box;
    }
    return nullptr;
}

/// As a person chooses: the box says so itself.
void choose(QComboBox *box, int index) {
    box->setCurrentIndex(index);
    emit box->activated(index);
}

} // namespace

class LogFiltersTest : public QObject {
    Q_OBJECT
private slots:
    /// What is shown is what was seen, and says so, while the question about the rest is still on its way.
    void theCountIsOfWhatIsShown() {
        struct Vault final : MemoryBackend {
            HeldLog log;
            std::optional<Silence> away;
            RequestLog *requests() override { return &log; }
            [[nodiscard]] std::optional<Silence> silence() const override { return away; }
        } backend;
        WindowFixture f;
        backend.log.rows = mixed({}, {}, f.vault.clock.now());
        KeyService service(backend, f.vault.secrets, f.vault.clock,
                           Principal{QStringLiteral("Bo"), true, true, {}});
        LogsPage page(service, f.window->jobs(), f.window->feedback());
        page.resize(900, 600);
        page.show();
        QTRY_COMPARE(page.model().rowCount(), Rows);
        QTRY_COMPARE(countText(page), QStringLiteral("60 requests"));
        backend.log.held = true;
        choose(choice(page, "Outcome"), 1); // all that was rejected: three outcomes of five
        backend.away = VaultBackend::Silence{Error(ErrorCode::Unreachable), f.vault.clock.now()};
        emit backend.troubled(Error(ErrorCode::Unreachable)); // while that filter waits
        QCOMPARE(page.model().rowCount(), 36);
        QCOMPARE(countText(page), QStringLiteral("36 of the requests seen so far"));
        QCOMPARE(backend.log.waiting.size(), 1U); // nobody has answered
        page.searchBox()->setText(QStringLiteral("path:nowhere"));
        QTRY_COMPARE(page.model().rowCount(), 0);
        const auto *unread = page.findChild<QLabel *>(QStringLiteral("logUnread"));
        QTRY_VERIFY(unread->isVisible());
        QVERIFY2(unread->text().startsWith(QStringLiteral("None of the 60 requests seen so far match.")),
                 qPrintable(unread->text()));
        QCOMPARE(countText(page), QString());
        for (const auto &answer : backend.log.waiting)
            answer();
        backend.log.held = false;
        backend.away.reset();
        page.searchBox()->clear();
        emit backend.recovered();
        QTRY_COMPARE(countText(page), QStringLiteral("36 requests"));
    }

    /// Each filter in the smallest window: its rows, their number, and that nothing is cut off.
    void eachFilterInASmallWindow_data() {
        QTest::addColumn<QByteArray>("box");
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("rows");
        QTest::newRow("nothing") << QByteArray() << 0 << QString() << Rows;
        QTest::newRow("all rejected") << QByteArray("Outcome") << 1 << QString() << 36;
        for (int i = 0; i < static_cast<int>(RequestOutcomeCount); ++i)
            QTest::addRow("outcome %d", i) << QByteArray("Outcome") << i + 2 << QString() << 12;
        for (int i = 0; i < static_cast<int>(AllEnvironments.size()); ++i)
            QTest::addRow("environment %d", i) << QByteArray("Environment") << i + 1 << QString()
                                               << Rows / static_cast<int>(AllEnvironments.size());
        for (int i = 0; i < 5; ++i)
            QTest::addRow("time %d", i) << QByteArray("Time") << i << QString() << Rows;
        QTest::newRow("word") << QByteArray() << 0 << QStringLiteral("leads/1") << 11;
        QTest::newRow("method") << QByteArray() << 0 << QStringLiteral("method:post") << 15;
        QTest::newRow("not a method") << QByteArray() << 0 << QStringLiteral("-method:post") << 45;
        QTest::newRow("address") << QByteArray() << 0 << QStringLiteral("ip:10.2.0.1") << 20;
        QTest::newRow("permission") << QByteArray() << 0 << QStringLiteral("scope:leads:read") << Rows;
        QTest::newRow("not an outcome") << QByteArray() << 0 << QStringLiteral("-outcome:allowed") << 48;
        QTest::newRow("not an environment") << QByteArray() << 0 << QStringLiteral("-env:prod") << 40;
        QTest::newRow("not a key") << QByteArray() << 0 << QStringLiteral("-key:other method:post") << 15;
        QTest::newRow("name of a key") << QByteArray() << 0 << QStringLiteral("SYNC leads/1") << 5;
        QTest::newRow("one outcome and another")
            << QByteArray("Outcome") << 3 << QStringLiteral("outcome:forbidden") << 0; // unauthorized
        QTest::newRow("key") << QByteArray() << 0 << QStringLiteral("key:other") << 30;
        QTest::newRow("requests of one key") << QByteArray("Key") << 1 << QString() << 30;
        QTest::newRow("outcome and words")
            << QByteArray("Outcome") << 3 << QStringLiteral("path:leads/1 method:get") << 2; // 11, 16
        QTest::newRow("no match") << QByteArray() << 0 << QStringLiteral("path:nowhere") << 0;
    }
    void eachFilterInASmallWindow() {
        QFETCH(QByteArray, box);
        QFETCH(int, index);
        QFETCH(QString, typed);
        QFETCH(int, rows);
        WindowFixture f;
        f.window->resize(900, 600);
        const auto keys = f.add({QStringLiteral("CRM sync"), QStringLiteral("Other")});
        QVERIFY(
            waitFor(f.vault.backend->requests()->append(mixed(keys[0].id, keys[1].id, f.vault.clock.now()))));
        f.window->showPage(QStringLiteral("logs"));
        auto &page = *qobject_cast<LogsPage *>(f.window->pages().widgetOf(QStringLiteral("logs")));
        QTRY_COMPARE(page.model().rowCount(), Rows);
        if (box == "Key")
            page.showKey(keys[index].id, keys[index].config.name);
        else if (!box.isEmpty())
            choose(choice(page, box.constData()), index);
        page.searchBox()->setText(typed);
        QTRY_COMPARE(page.model().rowCount(), rows);
        if (rows == 0) {
            QTRY_VERIFY(f.button(&page, QStringLiteral("Clear filters")));
            QTest::mouseClick(f.button(&page, QStringLiteral("Clear filters")), Qt::LeftButton);
            QTRY_COMPARE(page.model().rowCount(), Rows);
            rows = Rows;
        }
        QTRY_COMPARE(countText(page), QStringLiteral("%1 requests").arg(rows));
        QVERIFY(page.table().currentIndex().isValid());
        // In sight: what filters, the first rows, and the number of them; each control shows its words.
        QCOMPARE(f.window->width(), 900);
        const auto seen = [&](const QWidget *w) {
            return w->isVisible() && page.rect().contains(QRect(w->mapTo(&page, QPoint()), w->size()));
        };
        for (const char *name : {"Outcome", "Environment", "Time"}) {
            const QComboBox *b = choice(page, name);
            QVERIFY2(seen(b), name);
            QVERIFY2(b->width() >= b->minimumSizeHint().width(), name);
            QVERIFY2(b->fontMetrics().horizontalAdvance(b->currentText()) < b->width(), name);
        }
        QVERIFY(box != "Key" || seen(f.button(&page, QStringLiteral("Other"))));
        QVERIFY(seen(page.searchBox()) && seen(&page.table()));
        QVERIFY(seen(page.findChild<QLabel *>(QStringLiteral("logCount"))));
        const int height = page.table().rowHeight(0);
        QVERIFY2(page.table().viewport()->height() >= 3 * height,
                 qPrintable(QString::number(page.table().viewport()->height())));
    }
};

QTEST_MAIN(LogFiltersTest)
#include "test_log_filters.moc"
