#include "tests/support/memory_backend.h"
#include "tests/support/test_vault.h"
#include "ui/keys/key_table_view.h"
#include "ui/keys/revealed_token.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::ui;

namespace {
/// A vault that says what its keys report.
class ReportingBackend : public MemoryBackend {
public:
    Capabilities can;
    [[nodiscard]] Capabilities capabilities() const override { return can; }
};

struct Table {
    FixedClock clock{Instant(1'800'000'000'000)};
    ReportingBackend backend;
    std::unique_ptr<KeyTableModel> model;
    RevealedToken revealed;
    std::unique_ptr<KeyTableView> view;

    void show(int width) {
        model = std::make_unique<KeyTableModel>(backend, clock);
        model->setQuery({});
        view = std::make_unique<KeyTableView>(*model, revealed);
        view->resize(width, 400);
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
        QTRY_VERIFY(model->keyAt(0));
    }
    [[nodiscard]] bool hidden(KeyColumn c) const { return view->isColumnHidden(static_cast<int>(c)); }
    [[nodiscard]] QString said(KeyColumn c, int role) const {
        return model->index(0, static_cast<int>(c)).data(role).toString();
    }
};
} // namespace

/// What a narrow table still says.
class Columns : public QObject {
    Q_OBJECT
private slots:
    void anExpiryThatNoColumnShowsStandsUnderTheName() {
        Table t;
        t.backend.fill(1, t.clock.now());
        ApiKey &k = t.backend.keys[0];
        k.config.expires = t.clock.now().plusDays(3);
        t.show(900);
        const ApiKey *shown = t.model->keyAt(0);
        QCOMPARE(t.view->delegate().noteOf(*shown).text, QStringLiteral("Expires in 3 days"));
        QVERIFY(t.said(KeyColumn::Status, Qt::ToolTipRole).contains(QStringLiteral("Expires in 3 days")));
        QCOMPARE(t.said(KeyColumn::Status, Qt::AccessibleTextRole),
                 QStringLiteral("Status: Active, Expires in 3 days"));
        QVERIFY(
            t.said(KeyColumn::Name, Qt::AccessibleTextRole).endsWith(QStringLiteral(", Expires in 3 days")));
        // With its column it isn't said twice, and neither of a key that has time.
        t.view->showColumn(static_cast<int>(KeyColumn::Expires), true);
        QVERIFY(t.view->delegate().noteOf(*shown).text.isEmpty());
        t.view->showColumn(static_cast<int>(KeyColumn::Expires), false);
        ApiKey later = *shown;
        later.config.expires = t.clock.now().plusDays(30);
        QVERIFY(t.view->delegate().noteOf(later).text.isEmpty());
        later.config.expires = t.clock.now().plusDays(3);
        later.state = KeyState::Revoked;
        QVERIFY(t.view->delegate().noteOf(later).text.isEmpty());
    }

    void whatIsNotReportedGivesWayFirst() {
        Table t;
        t.backend.fill(1, t.clock.now());
        t.backend.can.created = t.backend.can.lastUsed = t.backend.can.deactivate = t.backend.can.revoke =
            false;
        t.show(660);
        for (const KeyColumn c : {KeyColumn::Created, KeyColumn::LastUsed, KeyColumn::Status})
            QVERIFY(t.hidden(c));
        for (const KeyColumn c : {KeyColumn::Permissions, KeyColumn::Token, KeyColumn::Actions})
            QVERIFY(!t.hidden(c));
        t.view->resize(1600, 400);
        QTRY_VERIFY(!t.hidden(KeyColumn::Status) && !t.hidden(KeyColumn::Created));
        // Where the keys report it, it stays.
        t.backend.can = {};
        t.view->resize(660, 400);
        QTRY_VERIFY(t.hidden(KeyColumn::Environment));
        for (const KeyColumn c : {KeyColumn::Status, KeyColumn::Permissions, KeyColumn::Token})
            QVERIFY(!t.hidden(c));
        const int token = static_cast<int>(KeyColumn::Token);
        QCOMPARE(t.view->columnWidth(token), columnSpec(token).least); // narrow before it goes
        t.view->resize(560, 400);
        QTRY_VERIFY(t.hidden(KeyColumn::Token));
        QVERIFY(!t.hidden(KeyColumn::Permissions));
    }

    /// While keys change, a row is replaced by the new one, never by nothing.
    void rowsStayUntilTheNewOnesAreThere() {
        Table t;
        t.backend.fill(300, t.clock.now());
        t.show(900);
        QString between, spoken;
        connect(t.model.get(), &KeyTableModel::replaced, this, [&] {
            between = t.said(KeyColumn::Name, Qt::DisplayRole);
            spoken = t.said(KeyColumn::Name, Qt::AccessibleTextRole);
            QVERIFY(!t.model->keyAt(0)); // it is not here yet
        });
        t.backend.keys[0].config.name = QStringLiteral("Renamed");
        emit t.backend.keysChanged({});
        QTRY_COMPARE(t.said(KeyColumn::Name, Qt::DisplayRole), QStringLiteral("Renamed"));
        QCOMPARE(between, QStringLiteral("Key 0"));
        QVERIFY2(spoken.startsWith(QStringLiteral("Key 0, ")), qPrintable(spoken));
    }

    void asManyPermissionsAsFit() {
        const QStringList names{QStringLiteral("Read"), QStringLiteral("Send"), QStringLiteral("Write"),
                                QStringLiteral("Delete")};
        const QFontMetrics fm(QGuiApplication::font());
        const QList<Chip> all = chipsOf(names, QRect(0, 0, 1000, 28), fm, Qt::LeftToRight);
        QCOMPARE(all.size(), 4);
        QCOMPARE(all.last().text, QStringLiteral("Delete"));
        const QRect less(0, 0, all[2].rect.right() - 1, 28); // the third and what follows have no room
        const QList<Chip> some = chipsOf(names, less, fm, Qt::LeftToRight);
        QVERIFY(some.size() < 4);
        QCOMPARE(some.last().text, QStringLiteral("+%1").arg(4 - (some.size() - 1)));
        QVERIFY(some.last().rect.right() <= less.right() + 1);
    }
};

QTEST_MAIN(Columns)
#include "test_columns.moc"
