#include "tests/gui/shell/window_fixture.h"
#include "tests/support/memory_backend.h"
#include "ui/compare/compare_page.h"
#include "ui/compare/copy_target_sheet.h"
#include "ui/compare/pair_view.h"
#include "ui/connections/connection_book.h"
#include "ui/dialogs/copy_key/copy_panel.h"
#include "ui/dialogs/form/field_row.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/feedback/window_feedback.h"
#include "ui/permissions/permission_tree.h"
#include "ui/shell/across_actions.h"
#include "ui/shell/connection_places.h"
#include "ui/shell/page_stack.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace latchkey;
using namespace latchkey::ui;

namespace {
/// Two vaults in memory.
struct MemoryPlaces final : Places {
    MemoryBackend left, right;
    std::shared_ptr<KeyService> leftService, rightService;
    KeyId leftId = *KeyId::fromString(u"left00000000"), rightId = *KeyId::fromString(u"right0000000");
    explicit MemoryPlaces(TestVault &with)
        : leftService(std::make_shared<KeyService>(left, with.secrets, with.clock, Principal{}))
        , rightService(std::make_shared<KeyService>(right, with.secrets, with.clock, Principal{})) {}
    [[nodiscard]] QList<Place> all() const override {
        return {{leftId, QStringLiteral("Left"), true}, {rightId, QStringLiteral("Right"), false}};
    }
    [[nodiscard]] std::shared_ptr<KeyService> service(const KeyId &id) const override {
        return id == leftId ? leftService : rightService;
    }
    void open(const KeyId &) override {}
    [[nodiscard]] QString problem(const KeyId &) const override { return {}; }
};
} // namespace

class TestCompare : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowFixture> f;
    ComparePage *page = nullptr;

    template<typename T>
    static T *shown() {
        for (QWidget *w : QApplication::topLevelWidgets()) {
            if (auto *s = qobject_cast<T *>(w); s && s->isVisible())
                return s;
        }
        return nullptr;
    }
    template<typename T>
    static T *child(QWidget *of, const char *name) {
        return of->findChild<T *>(QLatin1StringView(name));
    }
    ApiKey key(const QString &name, Environment e, const char *scopes = "leads:read",
               const std::function<void(KeyConfig &)> &more = {}) {
        KeyConfig c = f->vault.config(name);
        c.environment = e;
        c.scopes = ScopeSet::parse(QString::fromLatin1(scopes));
        if (more)
            more(c);
        return waitFor(f->vault.service->create(c))->key;
    }
    QString rows() {
        QStringList lines;
        for (int r = 0; r < page->model().rowCount(); ++r) {
            QStringList cells;
            for (int c = 0; c < ComparisonModel::ColumnCount; ++c)
                cells.append(page->model().index(r, c).data().toString());
            lines.append(cells.join(u'|'));
        }
        return lines.join(u'\n');
    }
    /// As it is called where several could be meant.
    QString inOwn(const char *environment) {
        return f->vault.backend->info().name + QStringLiteral(" · ") + QLatin1StringView(environment);
    }
    void open() {
        f->window->showPage(QStringLiteral("compare"));
        page = qobject_cast<ComparePage *>(f->window->pages().widgetOf(QStringLiteral("compare")));
        QVERIFY(page);
    }
private slots:
    void init() { f = std::make_unique<WindowFixture>(); }
    void cleanup() { f.reset(); }

    /// Esc closes an open list, and only then the page.
    void escapeClosesAnOpenListFirst() {
        open();
        auto *box = child<QComboBox>(page, "compareLeft");
        QTRY_VERIFY(box->isVisible());
        box->showPopup();
        QTRY_VERIFY(box->view()->isVisible());
        f->window->escape();
        QTRY_VERIFY(!box->view()->isVisible());
        QVERIFY(page->isVisible());
        f->window->escape();
        QTRY_VERIFY(!page->isVisible());
    }
    /// A long name doesn't push the headings away from their columns.
    void headingsStandOverTheirColumns() {
        PairView view;
        view.resize(900, 300);
        view.setVisible(true);
        view.show(
            QStringLiteral("Billing nightly job team 114 #15"), QStringLiteral("Left"),
            QStringLiteral("Right"),
            {{QStringLiteral("Environment"), QStringLiteral("Only here"), QStringLiteral("–"), false, {}}},
            true, false);
        const auto x = [&view](const QWidget *w) { return w->mapTo(&view, QPoint()).x(); };
        const QLabel *value = nullptr;
        for (const auto labels = view.findChildren<QLabel *>(); const QLabel *l : labels) {
            if (l->text() == QStringLiteral("Only here"))
                value = l;
        }
        QVERIFY(value);
        QTRY_COMPARE(x(child<QPushButton>(&view, "openLeft")), x(value));
    }

    void twoEnvironments() {
        key(QStringLiteral("CRM sync"), Environment::Production, "leads:read leads:write");
        key(QStringLiteral("CRM sync"), Environment::Staging, "leads:read leads:delete",
            [](KeyConfig &c) { c.limits.set(RatePeriod::Minute, 10); });
        key(QStringLiteral("Alone"), Environment::Production);
        key(QStringLiteral("Mail"), Environment::Production);
        key(QStringLiteral("Mail"), Environment::Staging);
        key(QStringLiteral("Test only"), Environment::Staging);
        open();
        QTRY_COMPARE(rows(), QStringLiteral("Alone|Active|Not there|Only in Production\n"
                                            "CRM sync|Active|Active|Permissions (+1 −1), Rate limit\n"
                                            "Mail|Active|Active|Equal\n"
                                            "Test only|Not there|Active|Only in Staging"));
        const QAbstractItemModelTester tester(&page->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        // By keyboard: the table has the focus, the second row says what differs, as an edit would.
        QTRY_VERIFY(page->table().hasFocus());
        QTest::keyClick(&page->table(), Qt::Key_Down);
        const QString text = page->pair().text();
        QVERIFY2(text.contains(
                     QStringLiteral("Adds 1, removes 1. Adds: Delete leads. Removes: Add/Update leads.")),
                 qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("≠ Rate limit: No limit | 10 a minute")));
        QVERIFY(text.contains(QStringLiteral("\nOwner: none | none")));
        // The groups filter; so does a kind of difference, and the name.
        child<QPushButton>(page, "group1")->click();
        QCOMPARE(page->model().rowCount(), 1);
        QCOMPARE(page->model().name(page->table().currentIndex().row()), QStringLiteral("CRM sync"));
        auto *onlyLeft = child<QPushButton>(page, "group2");
        QCOMPARE(onlyLeft->text(), QStringLiteral("Only left  1")); // whatever the sides are called
        QCOMPARE(onlyLeft->toolTip(), QStringLiteral("Only in Production"));
        onlyLeft->click();
        QCOMPARE(page->model().name(0), QStringLiteral("Alone"));
        child<QPushButton>(page, "group0")->click();
        auto *what = child<QComboBox>(page, "compareWhat");
        what->setCurrentIndex(what->findText(QStringLiteral("Status")));
        emit what->activated(what->currentIndex());
        QCOMPARE(page->model().rowCount(), 0);
        what->setCurrentIndex(0);
        emit what->activated(0);
        f->window->find();
        QVERIFY(page->searchBox()->hasFocus());
        QTest::keyClicks(page->searchBox(), QStringLiteral("test"));
        QCOMPARE(rows(), QStringLiteral("Test only|Not there|Active|Only in Staging"));
        QTest::keyClick(page->searchBox(), Qt::Key_Escape);
        QTRY_COMPARE(page->model().rowCount(), 4);
        // Swapped, the titles and groups go along.
        child<QPushButton>(page, "compareSwap")->click();
        QTRY_COMPARE(page->model().index(0, ComparisonModel::What).data().toString(),
                     QStringLiteral("Only in Production"));
        QCOMPARE(page->model().headerData(ComparisonModel::Left, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Staging"));
        QCOMPARE(page->model().index(0, ComparisonModel::Left).data().toString(),
                 QStringLiteral("Not there"));
    }

    void theSameOnBothSidesOrNothing() {
        open();
        QTRY_COMPARE(page->message(), QStringLiteral("Neither side has a key."));
        const KeyId own = f->window->context().connection.id;
        page->compare({own, Environment::Staging}, {own, Environment::Staging});
        QCOMPARE(page->message(), QStringLiteral("Choose two different sides."));
    }

    void whatChangesMeanwhileIsSeen() {
        const ApiKey k = key(QStringLiteral("CRM sync"), Environment::Production);
        open();
        QTRY_COMPARE(page->model().rowCount(), 1);
        key(QStringLiteral("Later"), Environment::Staging);
        QTRY_COMPARE(page->model().rowCount(), 2);
        QVERIFY(waitFor(f->vault.service->remove(k)));
        QTRY_COMPARE(rows(), QStringLiteral("Later|Not there|Active|Only in Staging"));
    }

    void aSideThatFailsIsSaidWhateverTheOtherDoes() {
        MemoryPlaces places(f->vault);
        places.left.fill(KeyReading::Most + 1, f->vault.clock.now());
        places.right.fill(4 * KeyReading::Piece, f->vault.clock.now());
        ComparePage both(places, f->vault.clock, QTimeZone::utc());
        both.compare({places.leftId, {}}, {places.rightId, {}});
        both.show();
        KeyReading after(places.right, std::nullopt); // begun later, so the page's own is over before it
        QSignalSpy over(&after, &KeyReading::finished);
        after.start();
        QTRY_COMPARE(over.count(), 1);
        QVERIFY2(both.message().startsWith(QStringLiteral("Left has more than")), qPrintable(both.message()));
    }

    /// Two whole vaults: a name that is unique on both sides is compared across environments, and says so.
    void wholeVaults() {
        MemoryPlaces places(f->vault);
        places.left.fill(1, f->vault.clock.now());
        places.right.fill(1, f->vault.clock.now());
        places.left.keys.first().config.environment = Environment::Production;
        places.right.keys.first().config.environment = Environment::Staging;
        ComparePage both(places, f->vault.clock, QTimeZone::utc());
        both.compare({places.leftId, {}}, {places.rightId, {}});
        both.show();
        QTRY_COMPARE(both.model().rowCount(), 1);
        QCOMPARE(both.model().index(0, ComparisonModel::What).data().toString(),
                 QStringLiteral("Environment"));
        QVERIFY2(both.pair().text().startsWith(QStringLiteral("≠ Environment: Production | Staging")),
                 qPrintable(both.pair().text()));
    }

    /// Which of the notes differ; and above a narrow column the connection's name gives way, not the
    /// environment's.
    void whichNotesAndWhichSide() {
        key(QStringLiteral("CRM sync"), Environment::Production);
        key(QStringLiteral("CRM sync"), Environment::Staging, "leads:read",
            [](KeyConfig &c) { c.storedIn = QStringLiteral("CRM server"); });
        open();
        QTRY_COMPARE(rows(), QStringLiteral("CRM sync|Active|Active|Stored in"));
        MemoryPlaces places(f->vault);
        ComparePage both(places, f->vault.clock, QTimeZone::utc());
        both.compare({places.leftId, Environment::Production}, {places.rightId, Environment::Staging});
        both.show();
        const auto heading = [&](int role) {
            return both.model().headerData(ComparisonModel::Right, Qt::Horizontal, role).toString();
        };
        both.table().setColumnWidth(ComparisonModel::Right, 300);
        QTRY_COMPARE(heading(Qt::DisplayRole), QStringLiteral("Right · Staging"));
        both.table().setColumnWidth(ComparisonModel::Right, 80);
        QTRY_VERIFY2(heading(Qt::DisplayRole).endsWith(QStringLiteral("… · Staging")),
                     qPrintable(heading(Qt::DisplayRole)));
        QCOMPARE(heading(Qt::ToolTipRole), QStringLiteral("Right · Staging"));
    }

    /// In a narrow page what differs has more room than the names, and keys of one name can be told apart.
    void aNarrowPageAndKeysOfOneName() {
        const ApiKey one = key(QStringLiteral("Mail"), Environment::Production),
                     two = key(QStringLiteral("Mail"), Environment::Production);
        key(QStringLiteral("Alone"), Environment::Production);
        f->window->resize(900, 600);
        open();
        QTRY_COMPARE(page->model().rowCount(), 3);
        QStringList names;
        for (int r = 0; r < 3; ++r)
            names.append(page->model().index(r, ComparisonModel::Name).data().toString());
        names.sort();
        QStringList wanted{QStringLiteral("Alone"), QStringLiteral("Mail · ") + one.id.toString(),
                           QStringLiteral("Mail · ") + two.id.toString()};
        wanted.sort();
        QCOMPARE(names, wanted);
        page->table().setCurrentIndex(page->model().index(page->model().rowOf(two.id, {}), 0));
        QVERIFY2(page->pair().text().startsWith(QStringLiteral("Key ID: ") + two.id.toString()),
                 qPrintable(page->pair().text()));
        QTRY_VERIFY(page->table().columnWidth(ComparisonModel::What) >
                    page->table().columnWidth(ComparisonModel::Name));
        page->table().setColumnWidth(ComparisonModel::Name, 260); // a person's own stays
        f->window->resize(920, 600);
        QTRY_COMPARE(f->window->width(), 920);
        QCOMPARE(page->table().columnWidth(ComparisonModel::Name), 260);
    }

    /// A filter whose button goes away doesn't stay behind.
    void permissionsThatBecomeKnown() {
        MemoryPlaces places(f->vault);
        places.left.fill(1, f->vault.clock.now());
        places.right.fill(1, f->vault.clock.now());
        places.left.keys.first().service = ServiceKey();
        ComparePage both(places, f->vault.clock, QTimeZone::utc());
        both.compare({places.leftId, {}}, {places.rightId, {}});
        both.show();
        QTRY_COMPARE(both.model().count(MatchGroup::Unknown), 1);
        child<QPushButton>(&both, "group4")->click();
        QCOMPARE(both.model().rowCount(), 1);
        places.left.keys.first().service.reset();
        both.refresh();
        QTRY_COMPARE(both.model().count(MatchGroup::Equal), 1);
        QCOMPARE(both.model().rowCount(), 1);
        QVERIFY(child<QPushButton>(&both, "group0")->isChecked());
    }

    void openGoesToTheKey() {
        const ApiKey k = key(QStringLiteral("CRM sync"), Environment::Staging);
        open();
        QTRY_COMPARE(page->model().rowCount(), 1);
        QTRY_VERIFY(page->table().hasFocus());
        QTest::keyClick(&page->table(), Qt::Key_Return);
        QTRY_VERIFY(f->window->pages().keysShown());
        QTRY_COMPARE(f->table().currentKey(), k.id);
    }

    /// From the row to the copied key, by keyboard.
    void createLikeThisInStaging() {
        const ApiKey source = key(QStringLiteral("CRM sync"), Environment::Production,
                                  "leads:read leads:write", [](KeyConfig &c) {
                                      c.limits.set(RatePeriod::Minute, 100);
                                      c.owner = QStringLiteral("Ana");
                                      c.tags = QStringList{QStringLiteral("crm")};
                                      c.note = QStringLiteral("Nightly");
                                      c.storedIn = QStringLiteral("CRM");
                                      c.allowedIps = {*IpRange::fromString(u"10.0.0.0/8")};
                                  });
        open();
        QTRY_COMPARE(page->model().rowCount(), 1);
        child<QPushButton>(page, "likeLeft")->click();
        QTRY_VERIFY(shown<CopyTargetSheet>());
        auto *sheet = shown<CopyTargetSheet>();
        QCOMPARE(sheet->targetName(), inOwn("Staging")); // the other side
        QCOMPARE(sheet->text(), QStringLiteral("All of its settings come along."));
        QCOMPARE(child<QComboBox>(sheet, "copyTarget")->findText(inOwn("Production")), -1);
        QTest::keyClick(sheet, Qt::Key_Return);
        QTRY_VERIFY(shown<CreateWindow>());
        auto *form = shown<CreateWindow>();
        QCOMPARE(form->windowTitle(), QStringLiteral("Create like “CRM sync” in ") + inOwn("Staging"));
        KeyConfig wanted = source.config;
        wanted.environment = Environment::Staging;
        wanted.storedIn.clear();
        QCOMPARE(form->form().config(), wanted);
        QCOMPARE(waitFor(f->vault.backend->list({})).value()->size(), 1); // nothing is made yet
        form->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(form));
        QTest::keyClick(form, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(form->hasUnstoredToken());
        QCOMPARE(form->copyPanel().key().config, wanted);
        QVERIFY(form->copyPanel().key().id != source.id);
        QTRY_COMPARE(f->vault.ids().size(), 2);
        form->copyPanel().copy();
        form->close();
        QTRY_VERIFY(!shown<CreateWindow>());
    }

    void changedAndDeletedMeanwhile() {
        const ApiKey k = key(QStringLiteral("CRM sync"), Environment::Production);
        AcrossActions &across = f->window->across();
        const KeyId own = f->window->context().connection.id;
        // Changed since the comparison was made: the sheet and the form are of what it is now.
        KeyConfig c = k.config;
        c.scopes.insert(*Scope::fromString(u"leads:write"));
        QVERIFY(waitFor(f->vault.service->edit(k, c)));
        across.createLike(own, k.id, PlaceChoice{own, Environment::Staging});
        QTRY_VERIFY(shown<CopyTargetSheet>());
        QCOMPARE(shown<CopyTargetSheet>()->plan().config.scopes, c.scopes);
        shown<CopyTargetSheet>()->reject();
        QTRY_VERIFY(!shown<CopyTargetSheet>());
        const auto now = waitFor(f->vault.backend->rows({k.id}));
        QVERIFY(waitFor(f->vault.service->remove(now->first())));
        across.createLike(own, k.id, PlaceChoice{own, Environment::Staging});
        QTRY_COMPARE(f->window->feedback().toasts().count(), 1); // says that it is gone
        QVERIFY(!shown<CopyTargetSheet>());
    }

    /// None is suggested where nothing says which: it could be Production.
    void whereItIsMadeIsThePersonsChoice() {
        const ApiKey k = key(QStringLiteral("CRM sync"), Environment::Staging);
        const KeyId own = f->window->context().connection.id;
        f->window->across().createLike(own, k.id, std::nullopt);
        QTRY_VERIFY(shown<CopyTargetSheet>());
        auto *sheet = shown<CopyTargetSheet>();
        QCOMPARE(sheet->targetName(), QString());
        QVERIFY(!child<QPushButton>(sheet, "copyContinue")->isEnabled());
        sheet->choose({own, Environment::Development});
        QCOMPARE(sheet->targetName(), inOwn("Development"));
        QVERIFY(child<QPushButton>(sheet, "copyContinue")->isEnabled());
        sheet->reject();
    }

    void whatTheKeychainSaysOfAConnection() {
        ConnectionBook book(*f->settings, f->vault.secrets);
        Connection c;
        c.kind = ConnectionKind::Postgres;
        c.name = QStringLiteral("Team");
        c = book.keep(c);
        OpenConnections open(f->vault.secrets, [](const Connection &, const SharedSecret &) {
            return ready<Result<OpenedConnection>>(fail(ErrorCode::KeychainLocked));
        });
        WindowContext context = f->window->context();
        context.book = &book;
        context.open = &open;
        ConnectionPlaces places(context);
        places.open(c.id);
        QTRY_COMPARE(places.problem(c.id),
                     QStringLiteral("The keychain is locked. Unlock it and try again."));
    }

    void theNameIsTakenThere() {
        const ApiKey k = key(QStringLiteral("CRM sync"), Environment::Production);
        key(QStringLiteral("CRM sync"), Environment::Staging);
        const KeyId own = f->window->context().connection.id;
        f->window->across().createLike(own, k.id, PlaceChoice{own, Environment::Staging});
        QTRY_VERIFY(shown<CopyTargetSheet>());
        shown<CopyTargetSheet>()->accept();
        QTRY_VERIFY(shown<CreateWindow>());
        QTRY_VERIFY(shown<CreateWindow>()
                        ->form()
                        .row(QStringLiteral("name"))
                        ->warning()
                        .contains(QStringLiteral("has this name")));
        shown<CreateWindow>()->reject();
    }
};

QTEST_MAIN(TestCompare)
#include "test_compare.moc"
