#include "core/backend/principal_store.h"
#include "core/remote/rest_vault.h"
#include "core/storage/postgres/postgres_vault.h"
#include "core/token/token.h"
#include "tests/support/daemon_process.h"
#include "tests/support/postgres_proxy.h"
#include "tests/support/private_postgres.h"
#include "tests/support/test_vault.h"

#include <QScopeGuard>

using namespace latchkey;

/// latchkeyd whose database stands still, or whose notifications get lost.
class ServerDatabaseTest : public QObject {
    Q_OBJECT

    static constexpr int LongMs = 60'000;
    PrivatePostgres m_server;
    SystemClock m_clock;
    SessionStore m_secrets;
    QString m_database;
    std::shared_ptr<VaultBackend> m_vault;
    std::unique_ptr<KeyService> m_service;

    CreatedKey create() {
        KeyConfig c;
        c.name = QStringLiteral("CRM sync");
        c.environment = Environment::Production;
        c.scopes = ScopeSet::parse(u"leads:read");
        const auto made = waitFor(m_service->create(c));
        if (!made)
            qFatal("no key");
        return *made;
    }
    static HttpAnswer ask(const DaemonProcess &node, const CreatedKey &key) {
        return httpAsk(node.port, "GET", "/v1/forward-auth",
                       {"Authorization: Bearer " + key.token->view().toByteArray(), "X-Forwarded-Method: GET",
                        "X-Forwarded-Uri: /leads"});
    }
    static bool configure(DaemonProcess &node) {
        return node.configure(R"({"environment": "production", "confirmWithinSeconds": 2, )"
                              R"("rules": [{"path": "/leads", "scope": "leads:read"}]})");
    }

private slots:
    void initTestCase() {
        m_database = m_server.newDatabase();
        m_vault = *waitFor(openPostgresVault(m_server.uri(m_database), {}, m_clock));
        m_service = std::make_unique<KeyService>(*m_vault, m_secrets, m_clock,
                                                 Principal{QStringLiteral("Ana"), true, true, {}});
    }

    /// SIGSTOP of every process of it. What cannot be confirmed lets nobody in, and comes back by itself.
    void aVerifierThatCannotLookFailsClosed() {
        DaemonProcess node;
        QVERIFY(configure(node) && node.start(m_server.uri(m_database)));
        const CreatedKey key = create();
        QTRY_COMPARE(ask(node, key).status, 200);
        m_server.stop();
        QElapsedTimer t;
        t.start();
        QCOMPARE(ask(node, key).status, 200); // for a while it holds
        QTRY_COMPARE_WITH_TIMEOUT(ask(node, key).status, 503, 20'000);
        QVERIFY2(t.elapsed() >= 1'500, "not before its time");
        const HttpAnswer closed = ask(node, key);
        QCOMPARE(closed.field("X-Auth-Key-Id"), QByteArray());
        QVERIFY(closed.fields.contains("x-auth-key-id"));
        QCOMPARE(httpAsk(node.port, "GET", "/readyz").status, 503);
        QCOMPARE(httpAsk(node.port, "GET", "/healthz").status, 200);
        QVERIFY(httpAsk(node.port, "GET", "/metrics").body.contains("latchkeyd_current 0\n"));
        m_server.resume();
        QTRY_COMPARE_WITH_TIMEOUT(ask(node, key).status, 200, 30'000);
        const auto off = waitFor(m_service->setActive(key.key, false));
        QVERIFY(off.has_value());
        QTRY_COMPARE_WITH_TIMEOUT(ask(node, key).status, 401, 10'000);
    }

    /// A window over a server is told that it is the database, a change is not made, and both go on by
    /// themselves.
    void aWindowIsToldOfTheDatabase() {
        DaemonProcess node;
        QVERIFY(configure(node) && node.start(m_server.uri(m_database)));
        const CreatedKey key = create();
        auto admin = token::generateAdmin(m_vault->info().prefix);
        const NewPrincipal desk{token::randomId(),
                                admin.id,
                                admin.verifier,
                                QStringLiteral("Desk"),
                                Role::Admin,
                                true,
                                {},
                                {QStringLiteral("Ana")},
                                m_clock.now()};
        QVERIFY(waitFor(m_vault->principals()->create(desk)).has_value());
        const auto address = parseServerAddress(QStringLiteral("http://127.0.0.1:%1").arg(node.port));
        const auto session = waitFor(
            openRestVault(*address, std::make_shared<const SecretBytes>(std::move(admin.token)), m_clock));
        QVERIFY(session.has_value());
        VaultBackend &vault = *session->backend;
        KeyService service(vault, m_secrets, m_clock, session->principal);
        const auto isActive = [&] {
            const auto rows = waitFor(vault.rows({key.key.id}), LongMs);
            return rows && rows->size() == 1 && rows->first().state == KeyState::Active;
        };
        QVERIFY(isActive());
        m_server.stop();
        const auto go = qScopeGuard([this] { m_server.resume(); });
        QElapsedTimer t;
        t.start();
        const auto reasonOf = [](const Error &e) {
            return e.params.value(QStringLiteral("reason")).toString();
        };
        // The server waits a while before it says so; until then it is one that doesn't answer in time.
        QString reason;
        while (reason != u"database" && t.elapsed() < 40'000) {
            const auto list = waitFor(vault.list({}), LongMs);
            QVERIFY(!list);
            QCOMPARE(list.error().code, ErrorCode::Unreachable);
            reason = reasonOf(list.error());
            QVERIFY2(reason == u"database" || reason == u"deadline", qPrintable(reason));
        }
        QCOMPARE(reason, QStringLiteral("database"));
        QTRY_VERIFY_WITH_TIMEOUT(vault.silence() && reasonOf(vault.silence()->error) == u"database", 20'000);
        const auto off = waitFor(service.setActive(key.key, false), LongMs);
        QVERIFY(!off);
        const bool notMade = off.error().code == ErrorCode::Unreachable;
        QVERIFY(notMade || off.error().code == ErrorCode::Unanswered);
        QCOMPARE(httpAsk(node.port, "GET", "/healthz").status, 200);
        m_server.resume();
        QTRY_VERIFY_WITH_TIMEOUT(!vault.silence(), 30'000);
        QVERIFY(isActive() || !notMade);
        if (isActive())
            QVERIFY(waitFor(service.setActive(key.key, false)).has_value());
        QTRY_COMPARE_WITH_TIMEOUT(ask(node, key).status, 401, 10'000);
    }

    /// No NOTIFY arrives: the look that comes in any case finds the change.
    void lostNotificationsDelayNoRevocation() {
        PostgresProxy proxy(m_server.folder());
        proxy.dropNotifications();
        QString uri = m_server.uri(m_database);
        uri.replace(QString::fromLatin1(QUrl::toPercentEncoding(m_server.folder())),
                    QString::fromLatin1(QUrl::toPercentEncoding(proxy.folder())));
        DaemonProcess node;
        QVERIFY(configure(node) && node.start(uri));
        const CreatedKey key = create();
        QTRY_COMPARE(ask(node, key).status, 200);
        for (int i = 0; i < 5; ++i) {
            const bool on = i % 2 != 0;
            const ApiKey now = waitFor(m_vault->rows({key.key.id}))->first();
            QVERIFY(waitFor(m_service->setActive(now, on)).has_value());
            QTRY_COMPARE_WITH_TIMEOUT(ask(node, key).status, on ? 200 : 401, 5'000);
        }
        QVERIFY2(proxy.dropped() > 0, "there was something to lose");
    }
};

QTEST_GUILESS_MAIN(ServerDatabaseTest)
#include "database_test.moc"
