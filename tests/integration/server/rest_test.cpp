#include "tests/support/served_vault.h"
#include "tests/support/test_vault.h"

using namespace latchkey;

/// The management API of a real latchkeyd: from the token that init prints to a gateway's answer.
class ServerRestTest : public QObject {
    Q_OBJECT

    ServedVault m_served;

    HttpAnswer ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                   const QList<QByteArray> &fields = {}) {
        return m_served.ask(method, target, body, fields);
    }
    int gateway(const QByteArray &token) { return m_served.gateway(token); }

private slots:
    void initTestCase() {
        QVERIFY(m_served.init());
        QProcess again;
        dieWithTest(again);
        again.start(QStringLiteral(LATCHKEYD),
                    {QStringLiteral("init"), QStringLiteral("--vault"), m_served.path()});
        QVERIFY(again.waitForFinished(20'000));
        QVERIFY(again.exitCode() != 0); // shown once
    }

    void aKeyThatCounts() {
        const QByteArray body =
            "{\"name\":\"Gateway\",\"environment\":\"production\",\"scopes\":[\"leads:read\"]}";
        const HttpAnswer made = ask("POST", "/v1/keys", body, {"Idempotency-Key: one"});
        QVERIFY2(made.status == 201, made.body.constData());
        QCOMPARE(made.field("cache-control"), QByteArray("no-store"));
        QVERIFY(!made.field("x-request-id").isEmpty());
        const QByteArray token = made.json().value(QStringLiteral("token")).toString().toLatin1();
        const QByteArray path = made.field("location");
        QTRY_COMPARE(gateway(token), 200);
        const HttpAnswer again = ask("POST", "/v1/keys", body, {"Idempotency-Key: one"});
        QCOMPARE(again.status, 200);
        QVERIFY(again.json().value(QStringLiteral("token")).isNull());

        const HttpAnswer list = ask("GET", "/v1/keys?limit=10&q=gateway");
        QCOMPARE(list.json().value(QStringLiteral("keys")).toArray().size(), 1);
        const QByteArray etag = ask("GET", path).field("etag");
        QCOMPARE(etag, QByteArray("\"1\""));
        QCOMPARE(ask("PATCH", path, "{\"note\":\"n\"}").status, 428);
        QCOMPARE(ask("PATCH", path, "{\"note\":\"n\"}", {"If-Match: " + etag}).status, 200);
        const HttpAnswer stale = ask("PATCH", path, "{\"note\":\"m\"}", {"If-Match: " + etag});
        QCOMPARE(stale.status, 412);
        QCOMPARE(stale.field("content-type"), QByteArray("application/problem+json"));
        QCOMPARE(stale.json().value(QStringLiteral("instance")).toString().toLatin1(),
                 stale.field("x-request-id"));
        QCOMPARE(ask("HEAD", path).status, 200);
        QCOMPARE(ask("OPTIONS", path).field("allow"), QByteArray("GET, HEAD, PUT, PATCH, DELETE, OPTIONS"));

        QCOMPARE(ask("POST", path + "/deactivate", {}, {"If-Match: \"2\""}).status, 200);
        QTRY_COMPARE(gateway(token), 401);
        QCOMPARE(ask("POST", path + "/activate", {}, {"If-Match: \"3\""}).status, 200);
        QTRY_COMPARE(gateway(token), 200);
        QCOMPARE(ask("DELETE", path, {}, {"If-Match: \"4\""}).status, 200);
        QTRY_COMPARE(gateway(token), 401);
        QTRY_VERIFY(
            !ask("GET", "/v1/requests?limit=5").json().value(QStringLiteral("requests")).toArray().isEmpty());
        QCOMPARE(ask("POST", "/v1/audit/verify").json().value(QStringLiteral("intact")).toBool(), true);
    }

    void tokensAreNobodysButTheirOwners() {
        QCOMPARE(httpAsk(m_served.daemon.port, "GET", "/v1/keys").status, 401);
        QCOMPARE(httpAsk(m_served.daemon.port, "GET", "/v1/openapi.json").status, 200);
        const QByteArray wrong = token::generateAdmin(QStringLiteral("lk")).token.view().toByteArray();
        const HttpAnswer a =
            httpAsk(m_served.daemon.port, "GET", "/v1/keys", {"Authorization: Bearer " + wrong});
        QCOMPARE(a.status, 401);
        QCOMPARE(a.field("www-authenticate"),
                 QByteArray("Bearer realm=\"latchkey\", error=\"invalid_token\""));
        QCOMPARE(m_served.daemon.stop(), 0);
        QFile log(m_served.daemon.logPath());
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(!log.readAll().contains(m_served.admin));
        QVERIFY(m_served.start());
        QCOMPARE(ask("GET", "/v1/me").status, 200);
        QCOMPARE(m_served.daemon.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(ServerRestTest)
#include "rest_test.moc"
