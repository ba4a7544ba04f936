#include "core/backend/verifier_feed.h"
#include "core/storage/postgres/postgres_vault.h"
#include "tests/gui/connections/desktop_fixture.h"
#include "tests/support/private_postgres.h"

#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::ui;

/// The program on a real PostgreSQL: connected by hand, offline, back again.
class DatabaseConnections : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_hba;
    std::unique_ptr<PrivatePostgres> m_server;
    std::unique_ptr<DesktopFixture> f;

    static QString password() { return QStringLiteral("s3cr&t/pass wörd"); }
    /// The folder of its socket.
    QString socketFolder() const {
        return QUrl::fromPercentEncoding(
            m_server->uri(QStringLiteral("x")).section(QStringLiteral("host="), 1).toLatin1());
    }
    Connection connectionTo(const QString &database, const QString &user = QStringLiteral("app")) {
        Connection c;
        c.kind = ConnectionKind::Postgres;
        c.name = QStringLiteral("Team database");
        c.host = socketFolder();
        c.database = database;
        c.user = user;
        return f->desktop->book().keep(c);
    }
    ConnectionsWindow *window(const Connection &c) {
        auto *w = f->desktop->showConnections();
        w->select(c.id);
        [&] { QVERIFY(QTest::qWaitForWindowExposed(w)); }();
        return w;
    }
    bool bannerSays(const QString &text) { return f->says(f->desktop->window(), text); }

private slots:
    void initTestCase() {
        m_hba = std::make_unique<QTemporaryDir>();
        QFile::setPermissions(m_hba->path(), QFile::Permissions(0x7755));
        QFile hba(m_hba->filePath(QStringLiteral("hba")));
        QVERIFY(hba.open(QIODevice::WriteOnly));
        hba.write("local all app trust\nlocal all ana scram-sha-256\nlocal all look trust\n");
        hba.close();
        m_server =
            std::make_unique<PrivatePostgres>(QStringList{QStringLiteral("hba_file=") + hba.fileName()});
        QString quoted = password();
        m_server->sql(
            QStringLiteral("postgres"),
            QStringLiteral("CREATE ROLE ana LOGIN PASSWORD '%1'; CREATE ROLE look LOGIN").arg(quoted));
    }
    void init() { f = std::make_unique<DesktopFixture>(); }
    void cleanup() { f.reset(); }

    /// From the first run to a key, and back at the next start.
    void fromTheFirstPageToAKey() {
        const QString database = m_server->newDatabase();
        qputenv("XDG_DATA_HOME", f->dir.filePath(QStringLiteral("data")).toUtf8()); // no default vault
        f->desktop->start({});
        QTRY_VERIFY(f->desktop->page() && f->desktop->page()->isVisible());
        for (auto *b : f->desktop->page()->findChildren<QPushButton *>()) {
            if (b->property("connections").toBool())
                QTest::mouseClick(b, Qt::LeftButton);
        }
        auto *w = f->desktop->page()->findChild<ConnectionsWindow *>();
        QVERIFY(w && QTest::qWaitForWindowExposed(w));
        w->add(ConnectionKind::Postgres);
        f->fill(w, "connection.name", QStringLiteral("Team"));
        f->fill(w, "connection.host", socketFolder());
        f->fill(w, "connection.database", database);
        f->fill(w, "connection.user", QStringLiteral("app"));
        f->press(w, "testConnection");
        QTRY_VERIFY2(f->says(w, QStringLiteral("There is no vault yet. It is made when you connect.")),
                     qPrintable(f->texts(w)));
        QVERIFY(f->says(w, QStringLiteral("Signed in as app.")));
        QVERIFY(f->says(w, QStringLiteral("No TLS.")));
        QVERIFY(f->says(w, QStringLiteral("PostgreSQL 1")));
        QCOMPARE(m_server->sql(database,
                               QStringLiteral("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")),
                 QStringLiteral("0")); // a test makes nothing
        f->press(w, "connect");
        QTRY_VERIFY_WITH_TIMEOUT(f->desktop->window(), 20'000);
        MainWindow &window = *f->desktop->window();
        KeyConfig config;
        config.name = QStringLiteral("Shared");
        config.scopes = ScopeSet::parse(u"leads:read");
        QVERIFY(waitFor(window.service().create(config)));
        QTRY_COMPARE(window.page().model().rowCount(), 1);
        QCOMPARE(m_server->sql(database, QStringLiteral("SELECT name FROM keys")), QStringLiteral("Shared"));
        f->restart();
        f->desktop->start({});
        QTRY_VERIFY_WITH_TIMEOUT(f->desktop->window(), 20'000);
        QTRY_COMPARE(f->desktop->window()->page().model().rowCount(), 1);
        qunsetenv("XDG_DATA_HOME");
    }

    /// Kept in the keychain or this session's memory, in no file.
    void passwords() {
        const QString database = m_server->newDatabase();
        m_server->sql(database, QStringLiteral("GRANT ALL ON SCHEMA public TO ana"));
        QTRY_VERIFY(f->desktop->secrets().state() != SecretStoreState::Unknown);
        auto *w = window(connectionTo(database, QStringLiteral("ana")));
        f->press(w, "testConnection");
        QTRY_VERIFY2(f->says(w, QStringLiteral("The database wants a password. Enter it.")),
                     qPrintable(f->texts(w)));
        f->fill(w, "secret", QStringLiteral("wrong"));
        f->press(w, "testConnection");
        QTRY_VERIFY2(f->says(w, QStringLiteral("The database refused. It said:")), qPrintable(f->texts(w)));
        f->fill(w, "secret", password());
        f->press(w, "testConnection");
        QTRY_VERIFY2(f->says(w, QStringLiteral("Signed in as ana.")), qPrintable(f->texts(w)));
        QVERIFY(w->findChild<QLineEdit *>(QStringLiteral("secret"))->text().isEmpty()); // it is kept by now
        f->press(w, "connect");
        QTRY_VERIFY_WITH_TIMEOUT(f->desktop->window(), 20'000);
        const QByteArray settings = f->settings();
        QVERIFY(settings.contains("Team database"));
        QVERIFY(!settings.contains("s3cr") && !settings.contains(password().toUtf8()));
    }

    void readOnly() {
        const QString database = m_server->newDatabase();
        Connection c = connectionTo(database);
        f->desktop->start({}, c.name); // makes the vault
        QTRY_VERIFY_WITH_TIMEOUT(f->desktop->window(), 20'000);
        QVERIFY(f->desktop->window()->commands().action(QStringLiteral("key.create"))->isEnabled());
        c.safeMode = SafeMode::ReadOnly;
        f->desktop->book().keep(c);
        f->restart();
        f->desktop->start({}, c.name);
        QTRY_VERIFY_WITH_TIMEOUT(f->desktop->window(), 20'000);
        MainWindow &window = *f->desktop->window();
        const QAction *create = window.commands().action(QStringLiteral("key.create"));
        QVERIFY(!create->isEnabled());
        QVERIFY(create->toolTip().contains(QStringLiteral("This connection is read-only")));
        QVERIFY(bannerSays(QStringLiteral("This connection is read-only. You can look at the keys")));
        KeyConfig config;
        config.name = QStringLiteral("No");
        config.scopes = ScopeSet::parse(u"leads:read");
        const auto refused = waitFor(window.service().create(config));
        QVERIFY(!refused && refused.error().code == ErrorCode::NotAllowed);
    }

    /// Nobody there: said on the page, with ways out; Try again works once somebody is.
    void unreachable() {
        const Connection c = connectionTo(m_server->newDatabase());
        m_server->crash();
        f->desktop->start({}, c.name);
        QTRY_VERIFY_WITH_TIMEOUT(f->desktop->page() &&
                                     f->desktop->page()->findChild<QPushButton *>(QStringLiteral("retry")),
                                 20'000);
        QVERIFY(f->says(f->desktop->page(), QStringLiteral("doesn't answer.")));
        QVERIFY(!f->says(f->desktop->page(), QStringLiteral("Nothing was changed")));
        auto *w = window(c);
        f->press(w, "testConnection");
        QTRY_VERIFY2(f->says(w, QStringLiteral("doesn't answer")), qPrintable(f->texts(w)));
        QVERIFY(!f->says(w, QStringLiteral("Signed in")));
        w->close();
        QVERIFY(m_server->start());
        f->press(f->desktop->page(), "retry");
        QTRY_VERIFY_WITH_TIMEOUT(f->desktop->window(), 20'000);
    }

    /// A server that takes the call and says nothing: Cancel is there at once.
    void cancelled() {
        const Connection c = connectionTo(m_server->newDatabase());
        m_server->stop();
        const auto go = qScopeGuard([this] { m_server->resume(); });
        f->desktop->start({}, c.name);
        QTRY_VERIFY(f->desktop->page() &&
                    f->desktop->page()->findChild<QPushButton *>(QStringLiteral("cancelOpening")));
        QVERIFY(f->says(f->desktop->page(), QStringLiteral("Opening “Team database”…")));
        f->press(f->desktop->page(), "cancelOpening");
        QTRY_VERIFY(f->says(f->desktop->page(), QStringLiteral("You stopped it.")));
        m_server->resume();
        f->press(f->desktop->page(), "retry");
        QTRY_VERIFY_WITH_TIMEOUT(f->desktop->window(), 20'000);
    }

    /// The vault that is open stays, with its window.
    void cancelledOverAWindow() {
        const Connection c = connectionTo(m_server->newDatabase());
        f->desktop->start(f->dir.filePath(QStringLiteral("vault/mine.latchkey")));
        QTRY_VERIFY(f->desktop->window());
        MainWindow *const before = f->desktop->window();
        m_server->stop();
        const auto go = qScopeGuard([this] { m_server->resume(); });
        emit before->connectionRequested(c);
        QTRY_VERIFY(f->desktop->page() &&
                    f->desktop->page()->findChild<QPushButton *>(QStringLiteral("cancelOpening")));
        f->press(f->desktop->page(), "cancelOpening");
        QVERIFY(!f->desktop->page());
        m_server->resume();
        QTest::qWait(0);
        QCOMPARE(f->desktop->window(), before);
        QCOMPARE(before->service().backend().info().name, QStringLiteral("mine"));
    }

    /// A revocation is confirmed by those who answer gateways; here by two of them.
    void receipt() {
        const QString database = m_server->newDatabase();
        const Connection c = connectionTo(database);
        f->desktop->start({}, c.name);
        QTRY_VERIFY_WITH_TIMEOUT(f->desktop->window(), 20'000);
        MainWindow &window = *f->desktop->window();
        KeyConfig config;
        config.name = QStringLiteral("Shared");
        config.scopes = ScopeSet::parse(u"leads:read");
        const auto made = waitFor(window.service().create(config));
        QVERIFY(made);
        QTRY_COMPARE(window.page().model().rowCount(), 1);
        window.page().table().select(made->key.id);
        window.setDetailShown(true);
        const SystemClock clock;
        const auto verifier =
            waitFor(openPostgresVault(m_server->uri(database), {}, clock)); // another process
        QVERIFY(verifier);
        VerifierFeed &feed = *(*verifier)->verifiers();
        const auto say = [&](const char *id, qint64 epoch) {
            return waitFor(feed.confirm(
                {QLatin1StringView(id), QLatin1StringView(id), epoch, clock.now(), clock.now()}));
        };
        QVERIFY(say("one", 1));
        QVERIFY(say("two", 1));
        QVERIFY(waitFor(window.service().revoke(made->key, QStringLiteral("leaver"), false)));
        auto *card = window.findChild<QWidget *>(QStringLiteral("receipt"));
        QTRY_VERIFY_WITH_TIMEOUT(card->isVisible(), 10'000);
        QVERIFY2(f->says(card, QStringLiteral("Confirmed by 0 of 2 verifiers")), qPrintable(f->texts(card)));
        const qint64 epoch = waitFor(feed.changesSince(0))->epoch;
        QVERIFY(say("one", epoch));
        QTRY_VERIFY(f->says(card, QStringLiteral("Confirmed by 1 of 2 verifiers")));
        QVERIFY(say("two", epoch));
        QTRY_VERIFY(f->says(card, QStringLiteral("Confirmed by 2 of 2 verifiers at ")));
    }

    /// The rows stay, nothing can be changed, and it goes on by itself.
    void offlineAndBack() {
        const Connection c = connectionTo(m_server->newDatabase());
        f->desktop->start({}, c.name);
        QTRY_VERIFY_WITH_TIMEOUT(f->desktop->window(), 20'000);
        MainWindow &window = *f->desktop->window();
        KeyConfig config;
        config.name = QStringLiteral("Shared");
        config.scopes = ScopeSet::parse(u"leads:read");
        QVERIFY(waitFor(window.service().create(config)));
        QTRY_COMPARE(window.page().model().rowCount(), 1);
        m_server->crash();
        QTRY_VERIFY_WITH_TIMEOUT(bannerSays(QStringLiteral("Working offline. Showing keys from ")), 20'000);
        QVERIFY(bannerSays(QStringLiteral("The database can't be reached.")));
        QCOMPARE(window.page().model().rowCount(), 1);
        const QAction *create = window.commands().action(QStringLiteral("key.create"));
        QVERIFY(!create->isEnabled());
        QVERIFY(create->toolTip().contains(QStringLiteral("while you work offline")));
        QVERIFY(m_server->start());
        QTRY_VERIFY_WITH_TIMEOUT(!bannerSays(QStringLiteral("Working offline.")), 20'000);
        QTRY_VERIFY(create->isEnabled());
    }

    /// In one table with a file: what others change there is seen, a server that doesn't answer holds up
    /// nobody, and its keys come back by themselves.
    void besideAFileInOnePane() {
        const QString database = m_server->newDatabase();
        const SystemClock clock;
        KeyConfig config;
        config.scopes = ScopeSet::parse(u"leads:read");
        const auto other = waitFor(openPostgresVault(m_server->uri(database), {}, clock));
        QVERIFY(other);
        SessionStore secrets;
        KeyService others(**other, secrets, clock, {QStringLiteral("Ana"), true, true, {}});
        config.name = QStringLiteral("shared");
        const auto shared = waitFor(others.create(config));
        QVERIFY(shared);
        QTRY_VERIFY(f->desktop->secrets().state() != SecretStoreState::Unknown);
        const Connection team = connectionTo(database);
        TestVault file;
        file.open();
        config.name = QStringLiteral("own");
        QVERIFY(waitFor(file.service->create(config)));
        file.close();
        Connection desk;
        desk.name = QStringLiteral("Desk");
        desk.file = file.path();
        f->desktop->book().keep(desk);
        f->desktop->showAll();
        KeyTableModel &model = f->desktop->window()->page().model();
        const auto texts = [&](KeyColumn column) {
            QStringList all;
            for (int row = 0; row < model.rowCount(); ++row)
                all.append(model.index(row, static_cast<int>(column)).data().toString());
            return all;
        };
        const auto state = [&] { return f->desktop->all()->rowOf(team.id)->state; };
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 2, 20'000);
        f->desktop->window()->page().setSort({SortColumn::Name, Qt::AscendingOrder});
        QTRY_COMPARE(texts(KeyColumn::Name), (QStringList{QStringLiteral("own"), QStringLiteral("shared")}));
        QCOMPARE(texts(KeyColumn::Connection),
                 (QStringList{QStringLiteral("Desk"), QStringLiteral("Team database")}));
        QVERIFY(waitFor(others.setActive(shared->key, false)));
        QTRY_COMPARE(texts(KeyColumn::Status),
                     (QStringList{QStringLiteral("Active"), QStringLiteral("Inactive")}));
        // From here into the database.
        const auto run = [&](const char *id) {
            QAction *action = f->desktop->window()->commands().action(QLatin1StringView(id));
            QTRY_VERIFY(action->isEnabled());
            action->trigger();
        };
        f->desktop->window()->page().table().select(model.idAt(1));
        run("key.activate");
        QTRY_COMPARE(m_server->sql(database, QStringLiteral("SELECT state FROM keys")),
                     QString::number(static_cast<int>(KeyState::Active)));
        QTRY_COMPARE(texts(KeyColumn::Status).at(1), QStringLiteral("Active"));
        m_server->crash();
        QTRY_COMPARE_WITH_TIMEOUT(state(), AllConnections::State::Away, 20'000);
        f->desktop->window()->page().table().select(model.idAt(0));
        run("key.deactivate");
        QTRY_COMPARE(texts(KeyColumn::Status).at(0), QStringLiteral("Inactive"));
        QVERIFY(m_server->start());
        QTRY_COMPARE_WITH_TIMEOUT(state(), AllConnections::State::Shown, 30'000);
        QTRY_COMPARE(texts(KeyColumn::Name), (QStringList{QStringLiteral("own"), QStringLiteral("shared")}));
    }

    /// What it takes is asked for, and looking at it makes no vault.
    void inThePaneNothingIsMadeAndPasswordsAreAskedFor() {
        const QString empty = m_server->newDatabase(), database = m_server->newDatabase();
        const SystemClock clock;
        {
            const auto made = waitFor(openPostgresVault(m_server->uri(database), {}, clock));
            QVERIFY(made);
            m_server->sql(database, QStringLiteral("GRANT ALL ON ALL TABLES IN SCHEMA public TO ana"));
        }
        QTRY_VERIFY(f->desktop->secrets().state() != SecretStoreState::Unknown);
        Connection nothing = connectionTo(empty), locked = connectionTo(database, QStringLiteral("ana"));
        nothing.name = QStringLiteral("Nothing");
        locked.name = QStringLiteral("Locked");
        nothing = f->desktop->book().keep(nothing);
        locked = f->desktop->book().keep(locked);
        f->desktop->showAll();
        const auto state = [&](const Connection &c) { return f->desktop->all()->rowOf(c.id)->state; };
        QTRY_COMPARE_WITH_TIMEOUT(state(nothing), AllConnections::State::Failed, 20'000);
        QCOMPARE(m_server->sql(empty,
                               QStringLiteral("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")),
                 QStringLiteral("0"));
        QTRY_COMPARE_WITH_TIMEOUT(state(locked), AllConnections::State::NeedsSecret, 20'000);
        f->desktop->all()->retry(
            locked.id, std::make_shared<const SecretBytes>(SecretBytes::copyOf(password().toUtf8())));
        QTRY_COMPARE_WITH_TIMEOUT(state(locked), AllConnections::State::Shown, 20'000);
    }
};

QTEST_MAIN(DatabaseConnections)
#include "test_database.moc"
