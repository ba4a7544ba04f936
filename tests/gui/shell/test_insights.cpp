#include "core/backend/request_log.h"
#include "tests/gui/shell/window_fixture.h"
#include "tests/support/memory_backend.h"
#include "ui/detail/detail_pane.h"
#include "ui/format/words.h"

#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::ui;

/// The columns that say what no row holds: Alerts and Usage 7 d.
class Insights : public QObject {
    Q_OBJECT
private:
    static QString cell(WindowFixture &f, const KeyId &id, KeyColumn column, int role = Qt::DisplayRole) {
        const int row = f.model().rowOf(id);
        return row < 0 ? QString() : f.model().index(row, static_cast<int>(column)).data(role).toString();
    }
    static QList<RequestRecord> requests(const KeyId &key, Instant now, int count) {
        QList<RequestRecord> rows;
        for (int i = 0; i < count; ++i) {
            RequestRecord r;
            r.key = key;
            r.at = now.plusMs(-i * 7'200'000LL);
            r.status = 200;
            r.method = QStringLiteral("GET");
            r.path = QStringLiteral("/v1/leads");
            rows.append(r);
        }
        return rows;
    }

private slots:
    void alertsAreTheFiltersThatAKeyIsIn() {
        WindowFixture f;
        KeyConfig everything = f.vault.config(QStringLiteral("Everything"));
        everything.scopes = f.vault.backend->catalogue().scopesOf(KeyType::General);
        everything.expires = f.vault.clock.now().plusDays(20);
        const auto broad = waitFor(f.vault.service->create(everything))->key;
        const auto calm = waitFor(f.vault.service->create(f.vault.config(QStringLiteral("Calm"))))->key;
        QTRY_COMPARE(f.model().rowCount(), 2);
        QTRY_COMPARE(cell(f, calm.id, KeyColumn::Alerts), QStringLiteral("None"));
        f.vault.clock.set(f.vault.clock.now().plusDays(10));
        f.model().refresh();
        QTRY_COMPARE(cell(f, broad.id, KeyColumn::Alerts),
                     QStringLiteral("Expiring soon, Broad access, Never used"));
        QCOMPARE(cell(f, calm.id, KeyColumn::Alerts), QStringLiteral("Never used"));
        QCOMPARE(cell(f, calm.id, KeyColumn::Alerts, Qt::AccessibleTextRole),
                 QStringLiteral("Alerts: Never used"));
        QCOMPARE(cell(f, broad.id, KeyColumn::Alerts, Qt::ToolTipRole).split(u'\n').first(),
                 QStringLiteral("Expiring soon: ") + rule(SmartFilter::ExpiringSoon, {}));
        QCOMPARE(cell(f, broad.id, KeyColumn::Alerts, Qt::ToolTipRole).split(u'\n').size(), 3);
        for (const SmartFilter a : AlertFilters)
            QCOMPARE(f.vault.ids({}, a).contains(broad.id),
                     cell(f, broad.id, KeyColumn::Alerts).contains(word(a)));
        // The header sorts by how many, most first, and turns round.
        f.table().setColumnHidden(static_cast<int>(KeyColumn::Alerts), false);
        emit f.table().horizontalHeader()->sectionClicked(static_cast<int>(KeyColumn::Alerts));
        QTRY_COMPARE(f.model().idAt(0), broad.id);
        emit f.table().horizontalHeader()->sectionClicked(static_cast<int>(KeyColumn::Alerts));
        QTRY_COMPARE(f.model().idAt(0), calm.id);
        // Another threshold is another answer.
        f.window->page().setThresholds({3, 30, 30, 90});
        QTRY_COMPARE(cell(f, broad.id, KeyColumn::Alerts), QStringLiteral("Broad access"));
        // A deleted key has none.
        waitFor(f.vault.service->remove(f.read(broad.id)));
        QCOMPARE(waitFor(f.vault.backend->alerts({broad.id}, {}))->value(broad.id), KeyAlerts());
    }

    void usageIsSaidInWordsWhereThereIsNone() {
        WindowFixture f;
        const auto keys = f.add({QStringLiteral("Busy"), QStringLiteral("Idle")});
        QTRY_COMPARE(cell(f, keys[0].id, KeyColumn::Usage), QStringLiteral("Not reported"));
        QVERIFY(waitFor(f.vault.backend->requests()->append(requests(keys[0].id, f.vault.clock.now(), 30))));
        QTRY_COMPARE(cell(f, keys[0].id, KeyColumn::Usage), QStringLiteral("30 requests"));
        QTRY_COMPARE(cell(f, keys[1].id, KeyColumn::Usage), QStringLiteral("No requests"));
        QCOMPARE(cell(f, keys[0].id, KeyColumn::Usage, Qt::AccessibleTextRole),
                 QStringLiteral("Usage 7 d: 30 requests"));
        const QString tip = cell(f, keys[0].id, KeyColumn::Usage, Qt::ToolTipRole);
        QVERIFY2(tip.startsWith(QStringLiteral("30 requests in the last 7 days")), qPrintable(tip));
        const QList<qint64> *days = f.model().insights().usage(keys[0].id);
        QVERIFY(days);
        QCOMPARE(days->size(), 7);
        QVERIFY(days->last() > 0);
        // Copied rows have them too, though nobody has looked at the cells.
        f.table().showColumnSet(ColumnSet::Usage);
        f.table().selectAll();
        f.model().insights().outdateUsage();
        QApplication::clipboard()->clear();
        f.window->commands().action(QStringLiteral("edit.copyRows"))->trigger();
        QTRY_VERIFY(QApplication::clipboard()->text().contains(QStringLiteral("30 requests")));
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("No requests")));
    }

    void aPageIsOneQuestion() {
        MemoryBackend backend;
        const FixedClock clock(Instant(1'800'000'000'000));
        backend.fill(300, clock.now());
        KeyTableModel model(backend, clock);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 300);
        const auto look = [&](int row) {
            (void)model.index(row, static_cast<int>(KeyColumn::Name)).data();
            QVERIFY(QTest::qWaitFor([&] { return model.keyAt(row) != nullptr; }));
            (void)model.index(row, static_cast<int>(KeyColumn::Alerts)).data();
        };
        QCOMPARE(backend.alertQuestions, 0); // a column that nobody looks at costs nothing
        for (int row = 0; row < KeyTableModel::PageRows; ++row)
            look(row);
        QCOMPARE(backend.alertQuestions, 1);
        QTRY_VERIFY(model.insights().knowsAlerts(model.idAt(5)));
        look(5);
        QCOMPARE(backend.alertQuestions, 1);
        look(KeyTableModel::PageRows + 3);
        QCOMPARE(backend.alertQuestions, 2);
        // What was known is shown until the new answer is here.
        QTRY_VERIFY(model.insights().knowsAlerts(model.idAt(KeyTableModel::PageRows + 3)));
        model.insights().outdateAlerts();
        QVERIFY(model.insights().alerts(model.idAt(5)));
        look(5);
        QCOMPARE(backend.alertQuestions, 3);
        QTRY_VERIFY(model.insights().knowsAlerts(model.idAt(5)));
    }

    void anExposedKeySaysSoAndCanBeDismissed() {
        WindowFixture f;
        const auto keys = f.add({QStringLiteral("In a log"), QStringLiteral("Calm")});
        f.window->resize(1280, 800);
        f.window->setDetailShown(true);
        f.choose(keys[0].id);
        auto *card = f.window->detail().findChild<QFrame *>(QStringLiteral("exposure"));
        QVERIFY(card && card->isHidden());
        const Instant seen = f.vault.clock.now().plusDays(-1);
        QVERIFY(
            waitFor(f.vault.backend->requests()->append({}, {}, {{keys[0].id, keys[0].credentialId, seen}})));
        QTRY_VERIFY(card->isVisible());
        QTRY_COMPARE(cell(f, keys[0].id, KeyColumn::Alerts), QStringLiteral("Possibly exposed"));
        QVERIFY(f.button(card, QStringLiteral("Rotate…")));
        f.choose(keys[1].id);
        QTRY_VERIFY(card->isHidden());
        f.choose(keys[0].id);
        QTRY_VERIFY(card->isVisible());
        QTest::mouseClick(f.button(card, QStringLiteral("Dismiss")), Qt::LeftButton);
        QTRY_VERIFY(card->isHidden());
        QTRY_COMPARE(cell(f, keys[0].id, KeyColumn::Alerts), QStringLiteral("None"));
        QVERIFY(card->isHidden());
        QCOMPARE(auditSentence(waitFor(f.vault.backend->audit({keys[0].id}))->first()),
                 QStringLiteral("Dismissed “Possibly exposed”"));
    }

    /// What a rotation replaces already is stopped, not rotated once more.
    void anExposedTokenThatIsReplacedIsStopped() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("In a log")})[0];
        f.window->resize(1280, 800);
        f.window->setDetailShown(true);
        f.choose(k.id);
        QVERIFY(waitFor(f.vault.backend->requests()->append(
            {}, {}, {{k.id, k.credentialId, f.vault.clock.now().plusDays(-1)}})));
        auto *card = f.window->detail().findChild<QFrame *>(QStringLiteral("exposure"));
        QTRY_VERIFY(card->isVisible());
        QVERIFY(waitFor(f.vault.service->rotate(f.read(k.id), 86'400'000)));
        QTRY_VERIFY(f.button(card, QStringLiteral("Stop old key…")));
        QVERIFY(!f.button(card, QStringLiteral("Rotate…")));
    }

    void theyStandInTheirColumnSets() {
        WindowFixture f;
        const auto hidden = [&](KeyColumn c) { return f.table().isColumnHidden(static_cast<int>(c)); };
        QVERIFY(hidden(KeyColumn::Alerts) && hidden(KeyColumn::Usage));
        f.table().showColumnSet(ColumnSet::SecurityReview);
        QVERIFY(!hidden(KeyColumn::Alerts) && hidden(KeyColumn::Usage));
        f.table().showColumnSet(ColumnSet::Usage);
        QVERIFY(!hidden(KeyColumn::Alerts) && !hidden(KeyColumn::Usage));
        for (const KeyColumn c : {KeyColumn::Alerts, KeyColumn::Usage}) // with room for what they say
            QVERIFY(f.table().columnWidth(static_cast<int>(c)) >= columnSpec(static_cast<int>(c)).least);
        // What an older version remembered knows nothing of them.
        QVariantMap old = f.table().saveState();
        for (const char *list : {"order", "hidden"}) {
            QVariantList ids = old.value(QLatin1StringView(list)).toList();
            ids.removeAll(QStringLiteral("alerts"));
            ids.removeAll(QStringLiteral("usage7d"));
            old.insert(QLatin1StringView(list), ids);
        }
        f.table().showColumnSet(ColumnSet::Default);
        f.table().restoreState(old);
        QVERIFY(hidden(KeyColumn::Alerts) && hidden(KeyColumn::Usage));
    }
};

QTEST_MAIN(Insights)
#include "test_insights.moc"
