#include "core/services/audit_export.h"
#include "tests/support/served_vault.h"
#include "tests/support/test_vault.h"

#include <QBuffer>

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

    /// The audit log is sent in pieces, and verifies.
    void theAuditLogIsExportedInPieces() {
        constexpr int Keys = 600; // more than one piece
        QByteArray lines;
        for (int i = 0; i < Keys; ++i)
            lines +=
                "{\"token\":\"" +
                token::generate(QStringLiteral("lk"), Environment::Production).token.view().toByteArray() +
                "\",\"name\":\"bulk " + QByteArray::number(i) +
                "\",\"environment\":\"production\",\"scopes\":[\"leads:read\"]}\n";
        const HttpAnswer imported =
            httpAsk(m_served.daemon.port, "POST", "/v1/import",
                    {"Authorization: Bearer " + m_served.admin, "Content-Type: application/jsonl"}, lines);
        QVERIFY2(imported.status == 200, imported.body.constData());
        const QList<QByteArray> fields{"Authorization: Bearer " + m_served.admin};
        const HttpAnswer export11 = httpAsk(m_served.daemon.port, "GET", "/v1/audit/export", fields);
        QCOMPARE(export11.status, 200);
        QCOMPARE(export11.field("transfer-encoding"), QByteArray("chunked"));
        QVERIFY(!export11.fields.contains("content-length"));
        QByteArray bytes = export11.body;
        QBuffer file(&bytes);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto verdict = audit_export::verify(file);
        QVERIFY2(verdict.intact, qPrintable(verdict.problem));
        QVERIFY(verdict.rows > Keys);
        // HTTP/1.0 knows no pieces: the end of the connection is the end.
        RawClient old(m_served.daemon.port);
        old.send("GET /v1/audit/export HTTP/1.0\r\nHost: 127.0.0.1\r\n" + fields.first() + "\r\n\r\n");
        HttpAnswer export10 = old.answer();
        QCOMPARE(export10.status, 200);
        QVERIFY(!export10.fields.contains("transfer-encoding"));
        QVERIFY(old.ended(10'000));
        QCOMPARE(old.rest(), export11.body);
        QCOMPARE(ask("HEAD", "/v1/audit/export").status, 200);
        // The connection is used again behind it.
        RawClient line(m_served.daemon.port);
        for (int i = 0; i < 2; ++i) {
            line.send("GET /v1/audit/export HTTP/1.1\r\nHost: 127.0.0.1\r\n" + fields.first() + "\r\n\r\n");
            QCOMPARE(line.answer().body, export11.body);
        }
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
