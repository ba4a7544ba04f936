#include "core/remote/rest_vault.h"
#include "core/storage/postgres/postgres_vault.h"
#include "tests/support/daemon_process.h"
#include "tests/support/private_postgres.h"
#include "tests/support/test_vault.h"

#include "core/backend/verifier_feed.h"

#include <QSignalSpy>
#include <algorithm>
#include <array>

using namespace latchkey;

/// Several latchkeyd on one PostgreSQL.
class NodesTest : public QObject {
    Q_OBJECT

    PrivatePostgres m_server;
    SystemClock m_clock;
    SessionStore m_secrets;
    QString m_uri;
    std::shared_ptr<VaultBackend> m_vault;
    std::unique_ptr<KeyService> m_service;
    std::array<DaemonProcess, 3> m_nodes;
    QByteArray m_admin;

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
    static int ask(const DaemonProcess &node, const CreatedKey &key) {
        return httpAsk(node.port, "GET", "/v1/forward-auth",
                       {"Authorization: Bearer " + key.token->view().toByteArray(), "X-Forwarded-Method: GET",
                        "X-Forwarded-Uri: /leads"})
            .status;
    }
    bool all(const CreatedKey &key, int status, int ms = 3000) {
        return QTest::qWaitFor(
            [&] {
                return std::all_of(m_nodes.begin(), m_nodes.end(),
                                   [&](const DaemonProcess &n) { return ask(n, key) == status; });
            },
            ms);
    }
    QList<VerifierNode> nodes() {
        const auto all = waitFor(m_vault->verifiers()->nodes());
        return all ? all->nodes : QList<VerifierNode>();
    }
    /// How many say that they follow the vault's newest change.
    qsizetype confirmed() {
        const auto newest = waitFor(m_vault->audit({}));
        const QList<VerifierNode> known = nodes();
        return std::count_if(known.begin(), known.end(),
                             [&](const VerifierNode &n) { return newest && n.epoch >= newest->first().seq; });
    }

private slots:
    void initTestCase() {
        m_uri = m_server.uri(m_server.newDatabase());
        QProcess init;
        init.start(QStringLiteral(LATCHKEYD), {QStringLiteral("init"), QStringLiteral("--postgres"), m_uri});
        QVERIFY(init.waitForFinished(20'000));
        m_admin = init.readAllStandardOutput().trimmed();
        m_vault = *waitFor(openPostgresVault(m_uri, {}, m_clock));
        m_service = std::make_unique<KeyService>(*m_vault, m_secrets, m_clock,
                                                 Principal{QStringLiteral("Ana"), true, true, {}});
        const GatewayRule leads{{}, QStringLiteral("/leads"), QStringLiteral("leads:read"), {}, {}};
        QVERIFY(waitFor(m_service->changeRules({leads}, 1)).has_value());
        for (DaemonProcess &n : m_nodes) {
            QVERIFY(n.configure(R"({"environment": "production"})"));
            QVERIFY2(n.start(m_uri), n.log().constData());
        }
    }

    void everyNodeFollows() {
        const CreatedKey key = create();
        QVERIFY(all(key, 200));
        QTRY_COMPARE(confirmed(), 3);
        const auto off = waitFor(m_service->setActive(key.key, false));
        QVERIFY(off.has_value());
        QVERIFY(all(key, 401));
        QTRY_COMPARE(confirmed(), 3); // the receipt: "3 of 3"
        const QList<VerifierNode> known = nodes();
        QVERIFY(std::all_of(known.begin(), known.end(),
                            [&](const VerifierNode &n) { return n.at >= off->changedAt; }));
        QVERIFY(waitFor(m_service->setActive(*off, true)).has_value());
        QVERIFY(all(key, 200));
    }

    void manyChangesInARow() {
        CreatedKey key = create();
        ApiKey now = key.key;
        for (int i = 0; i < 41; ++i) // ends switched off
            now = *waitFor(m_service->setActive(now, i % 2 != 0));
        QCOMPARE(now.state, KeyState::Inactive);
        QVERIFY(all(key, 401));
        QTest::qWait(300); // and stays so: no late answer brings it back
        QVERIFY(all(key, 401, 0));
    }

    /// The rules of the vault hold at each node, from one change to the next and without a restart.
    void otherRulesReachEveryNode() {
        const CreatedKey key = create();
        QVERIFY(all(key, 200));
        const auto before = waitFor(m_vault->rules()->rules());
        QVERIFY(before);
        QList<GatewayRule> stricter = before->kept.rules;
        stricter.prepend(
            {{QStringLiteral("GET")}, QStringLiteral("/leads"), QStringLiteral("leads:delete"), {}, {}});
        const auto after = waitFor(m_service->changeRules(stricter, before->kept.version));
        QVERIFY(after);
        QVERIFY(all(key, 403));
        QCOMPARE(waitFor(m_service->changeRules({}, before->kept.version)).error().code, ErrorCode::Conflict);
        QVERIFY(waitFor(m_service->changeRules({}, after->kept.version)));
        QVERIFY(all(key, 403)); // without a rule nobody passes
        QVERIFY(waitFor(m_service->changeRules(before->kept.rules, after->kept.version + 1)));
        QVERIFY(all(key, 200));
    }

    void databaseCrashesAndComesBack() {
        const CreatedKey key = create();
        QVERIFY(all(key, 200));
        m_server.crash();
        for (const DaemonProcess &n : m_nodes)
            QCOMPARE(ask(n, key), 200); // for up to half a minute
        QVERIFY(!waitFor(m_service->setActive(key.key, false)).has_value());
        const HttpAnswer away = httpAsk(m_nodes[0].port, "GET", "/v1/keys/" + key.key.id.view().toByteArray(),
                                        {"Authorization: Bearer " + m_admin});
        QCOMPARE(away.status, 503);
        QVERIFY2(away.body.contains("database_unreachable"), away.body.constData());
        QVERIFY(m_server.start());
        QTRY_VERIFY_WITH_TIMEOUT(waitFor(m_vault->rows({key.key.id})).has_value(), 15'000);
        QVERIFY(waitFor(m_service->setActive(key.key, false)).has_value());
        QVERIFY(all(key, 401, 10'000));
        QTRY_COMPARE_WITH_TIMEOUT(confirmed(), 3, 10'000);
    }

    /// The desktop over a server that runs without its database: away with the reason, also when something is
    /// answered out of the server's memory, what it has seen stays, and it comes back by itself.
    void aDesktopIsAwayWithoutTheDatabase() {
        const CreatedKey key = create();
        QVERIFY(all(key, 200));
        RestTimes times;
        times.pollMs = 300; // what changed is soon answered, out of memory
        const auto opened = waitFor(
            openRestVault(*parseServerAddress(QStringLiteral("http://127.0.0.1:%1").arg(m_nodes[0].port)),
                          std::make_shared<const SecretBytes>(SecretBytes::copyOf(m_admin)), m_clock, times));
        QVERIFY(opened);
        VaultBackend &desk = *opened->backend;
        KeyService service(desk, m_secrets, m_clock, opened->principal);
        QSignalSpy gone(&desk, &VaultBackend::troubled), back(&desk, &VaultBackend::recovered);
        QTRY_VERIFY(waitFor(desk.rows({key.key.id}))->size() == 1);
        m_server.crash();
        QElapsedTimer t;
        t.start();
        const auto refused = waitFor(service.setActive(key.key, false));
        QCOMPARE(refused.error().code, ErrorCode::Unreachable);
        QCOMPARE(refused.error().params.value(QStringLiteral("reason")).toString(),
                 QStringLiteral("database"));
        QVERIFY(refused.error().params.value(QStringLiteral("change")).toBool());
        QVERIFY2(t.elapsed() < 15'000, "it was asked again and again");
        QTRY_VERIFY(desk.silence());
        QVERIFY(!gone.isEmpty());
        KeyQuery wanted;
        wanted.filter = parseFilter(QStringLiteral("crm"));
        const auto seen = waitFor(desk.listToShow(wanted));
        QVERIFY(seen && (*seen)->isOfSeen());
        QVERIFY((*seen)->positionOf(key.key.id) >= 0);
        wanted.filter = parseFilter(QStringLiteral("\"not this one\""));
        QCOMPARE((*waitFor(desk.listToShow(wanted)))->size(), 0);
        QCOMPARE(waitFor(desk.rowsToShow({key.key.id}))->size(), 1);
        QTest::qWait(1'000); // three polls long
        QVERIFY(back.isEmpty() && desk.silence());
        QVERIFY(m_server.start());
        QTRY_VERIFY_WITH_TIMEOUT(!back.isEmpty(), 15'000);
        QVERIFY(!desk.silence());
        QTRY_VERIFY_WITH_TIMEOUT(waitFor(m_vault->rows({key.key.id})).has_value(), 15'000);
        wanted.filter = parseFilter(QStringLiteral("crm"));
        const auto whole = waitFor(desk.listToShow(wanted));
        QVERIFY(whole && !(*whole)->isOfSeen());
        QTRY_VERIFY_WITH_TIMEOUT(waitFor(service.setActive(key.key, false)).has_value(), 15'000);
        QVERIFY(all(key, 401, 10'000));
        QTRY_COMPARE_WITH_TIMEOUT(confirmed(), 3, 10'000);
    }

    void whoLeavesIsNotWaitedFor() {
        QCOMPARE(m_nodes[2].stop(), 0);
        QTRY_COMPARE(nodes().size(), 2);
        QVERIFY(m_nodes[2].start(m_uri));
        QTRY_COMPARE(nodes().size(), 3);
    }

    void aPasswordIsNoArgument() {
        QProcess p;
        p.start(QStringLiteral(LATCHKEYD), {QStringLiteral("serve"), QStringLiteral("--postgres"),
                                            QStringLiteral("postgresql://ana:sesame@127.0.0.1/keys")});
        QVERIFY(p.waitForFinished(10'000));
        QCOMPARE(p.exitCode(), 2);
        const QByteArray said = p.readAllStandardError();
        QVERIFY(said.contains("password") && !said.contains("sesame"));
    }
};

QTEST_GUILESS_MAIN(NodesTest)
#include "nodes_test.moc"
