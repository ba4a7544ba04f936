#include "tests/support/echo_upstream.h"
#include "tests/support/gateway_process.h"
#include "tests/support/test_vault.h"

using namespace latchkey;

class GatewaysTest : public QObject {
    Q_OBJECT

    TestVault m_vault;
    DaemonProcess m_daemon;
    EchoUpstream m_api;

    CreatedKey create(KeyConfig c) {
        const auto made = waitFor(m_vault.service->create(std::move(c)));
        if (!made)
            qFatal("no key");
        return *made;
    }
    static QByteArray bearer(const CreatedKey &k) {
        return "Authorization: Bearer " + k.token->view().toByteArray();
    }

private slots:
    void initTestCase() {
        m_vault.open();
        QVERIFY(m_daemon.configure(
            "{\"trustedProxies\": [\"127.0.0.1\"], \"environment\": \"production\", \"rules\": ["
            "{\"method\": \"GET\", \"path\": \"/leads/*\", \"scope\": \"leads:read\"},"
            "{\"method\": \"POST\", \"path\": \"/leads\", \"scope\": \"leads:write\"},"
            "{\"path\": \"/admin\", \"scope\": \"admin:read\"}]}"));
        QVERIFY(m_daemon.start(m_vault.path()));
    }

    void eachGatewayAsksLatchkeyd_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"nginx", "caddy", "haproxy", "apache"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void eachGatewayAsksLatchkeyd() {
        QFETCH(QString, name);
        if (m_daemon.process.state() != QProcess::Running)
            QVERIFY(m_daemon.start(m_vault.path()));
        GatewayProcess gateway(name, m_daemon.port, m_api.port());
        QVERIFY2(gateway.start(), gateway.output().constData());
        const auto ask = [&](const QByteArray &method, const QByteArray &target,
                             const QList<QByteArray> &fields, const QByteArray &body = {}) {
            return httpAsk(gateway.port, method, target, fields, body);
        };

        KeyConfig c = m_vault.config(QStringLiteral("CRM ") + name);
        c.allowedIps =
            parseIpRanges(QStringLiteral("127.0.0.1"), nullptr); // the gateway says whose address it is
        CreatedKey key = create(c);
        HttpAnswer first;
        const bool passed = QTest::qWaitFor(
            [&] {
                first = ask("GET", "/leads/1", {bearer(key)});
                return first.status == 200;
            },
            3000);
        QByteArray said = QByteArray::number(first.status) + ' ' + first.field("X-Auth-Code") + '\n';
        said += gateway.output().right(1000);
        said += httpAsk(m_daemon.port, "GET", "/metrics").body.right(900);
        QVERIFY2(passed, said.constData());

        // valid: with identity, without the key, and no header of the client's
        auto answer =
            ask("GET", "/leads/1?page=2",
                {bearer(key), "X-Auth-Key-Id: forged", "X-Auth-Scopes: admin:read", "x-auth-customer: forged",
                 "X-Forwarded-Uri: /leads/9", "X-Original-URI: /leads/9", "X-Forwarded-For: 192.0.2.1"});
        QCOMPARE(answer.status, 200);
        const QJsonObject seen = answer.json().value(QStringLiteral("fields")).toObject();
        const auto field = [&](const char *f) { return seen.value(QLatin1StringView(f)).toString(); };
        QVERIFY(answer.json()
                    .value(QStringLiteral("line"))
                    .toString()
                    .startsWith(u"GET /leads/1?page=2 HTTP/1."));
        QCOMPARE(field("x-auth-key-id"), key.key.id.toString());
        QCOMPARE(field("x-auth-key-name"), c.name);
        QCOMPARE(field("x-auth-environment"), QStringLiteral("production"));
        QCOMPARE(field("x-auth-scopes"), QStringLiteral("leads:read leads:write"));
        QCOMPARE(field("x-auth-customer"), QString());
        QCOMPARE(field("authorization"), QString());

        // not by another spelling that a CGI or WSGI program takes for the same name, nor taken off on the
        // way
        const auto forged = [&](const QByteArray &header) {
            const HttpAnswer a = ask("GET", "/leads/1", {bearer(key), header});
            if (a.status == 400)
                return QByteArray();
            QByteArray found = "status " + QByteArray::number(a.status);
            const QJsonObject got = a.json().value(QStringLiteral("fields")).toObject();
            if (got.value(QStringLiteral("x-auth-key-id")).toString() == key.key.id.toString() &&
                got.value(QStringLiteral("x-auth-environment")).toString() == u"production")
                found.clear();
            for (auto it = got.begin(); it != got.end(); ++it) {
                if (it.value().toString() == u"forged")
                    found += ' ' + it.key().toUtf8();
            }
            return found;
        };
        for (const char *header :
             {"X_Auth_Customer: forged", "x_auth_customer: forged", "X-Auth_Scopes: forged",
              "X_Auth-Key-Id: forged", "X-AUTH-KEY_ID: forged", "x-auth_customer: forged",
              "Connection: X-Auth-Key-Id, X-Auth-Environment", "connection: keep-alive,x-auth-environment"})
            QCOMPARE(forged(header), QByteArray());

        // a body goes to the API whole, and not to latchkeyd, which would refuse it
        QByteArray body(200'000, '\0');
        for (qsizetype i = 0; i < body.size(); ++i)
            body[i] = static_cast<char>('a' + i * 7 % 26);
        answer = ask("POST", "/leads", {bearer(key), "Content-Type: text/plain"}, body);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().value(QStringLiteral("bytes")).toInt(), 200'000);
        QCOMPARE(answer.json().value(QStringLiteral("sha256")).toString(),
                 QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex()));

        // nothing of what follows reaches the API
        const int reached = m_api.reached();
        answer = ask("GET", "/leads/1", {});
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.field("WWW-Authenticate"), QByteArray("Bearer realm=\"latchkey\""));
        answer = ask("GET", "/leads/1", {"Authorization: Bearer lk_live_nothing"});
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.field("WWW-Authenticate"),
                 QByteArray("Bearer realm=\"latchkey\", error=\"invalid_token\""));
        answer = ask("GET", "/admin", {bearer(key)});
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.field("WWW-Authenticate"),
                 QByteArray("Bearer realm=\"latchkey\", error=\"insufficient_scope\", scope=\"admin:read\""));
        QCOMPARE(ask("DELETE", "/leads/1", {bearer(key)}).status, 403);
        const bool refused = ask("GET", "/leads/%2e%2e/admin", {bearer(key)}).status >= 400 &&
                             ask("GET", "/leads//1", {bearer(key)}).status >= 400;
        QVERIFY(refused);

        KeyConfig other = m_vault.config(QStringLiteral("staging ") + name);
        other.environment = Environment::Staging;
        QCOMPARE(ask("GET", "/leads/1", {bearer(create(other))}).status, 401);

        // limited
        KeyConfig narrow = m_vault.config(QStringLiteral("limited ") + name);
        narrow.limits.set(RatePeriod::Hour, 1);
        const CreatedKey limited = create(narrow);
        QVERIFY(
            QTest::qWaitFor([&] { return ask("GET", "/leads/1", {bearer(limited)}).status == 200; }, 3000));
        answer = ask("GET", "/leads/1", {bearer(limited)});
        QCOMPARE(answer.status, 429);
        QVERIFY(answer.field("Retry-After").toInt() > 3000);
        QCOMPARE(m_api.reached(), reached + 1);

        // inactive, within a second
        const auto off = waitFor(m_vault.service->setActive(key.key, false));
        QVERIFY(off);
        QVERIFY(QTest::qWaitFor([&] { return ask("GET", "/leads/1", {bearer(key)}).status == 401; }, 1000));
        const auto on = waitFor(m_vault.service->setActive(*off, true));
        QVERIFY(on);
        QVERIFY(QTest::qWaitFor([&] { return ask("GET", "/leads/1", {bearer(key)}).status == 200; }, 1000));

        // latchkeyd gone: nobody passes; back: at once again
        const int before = m_api.reached();
        QCOMPARE(m_daemon.stop(), 0);
        const int status = ask("GET", "/leads/1", {bearer(key)}).status;
        QVERIFY2(status >= 500 && status < 600, qPrintable(QString::number(status)));
        QCOMPARE(m_api.reached(), before);
        QVERIFY(m_daemon.start(m_vault.path()));
        QVERIFY(QTest::qWaitFor([&] { return ask("GET", "/leads/1", {bearer(key)}).status == 200; }, 12'000));
        // stopped, not gone: no answer within the gateway's patience is a no
        m_daemon.signal(SIGSTOP);
        QTRY_VERIFY(m_daemon.stands()); // the signal takes its time to reach every thread
        QElapsedTimer t;
        t.start();
        const int hanging = ask("GET", "/leads/1", {bearer(key)}).status;
        m_daemon.signal(SIGCONT);
        QVERIFY2(hanging >= 500 && hanging < 600 && t.elapsed() < 5000, qPrintable(QString::number(hanging)));
        QVERIFY(QTest::qWaitFor([&] { return ask("GET", "/leads/1", {bearer(key)}).status == 200; }, 12'000));
    }
};

QTEST_GUILESS_MAIN(GatewaysTest)
#include "gateways_test.moc"
