#include "tests/support/api_client.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;

/// What is wrong is named, and nothing is changed.
class BadInputTest : public QObject {
    Q_OBJECT
private slots:
    void keyBodies_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char *name, const QByteArray &body, const char *code, const char *pointer) {
            QTest::newRow(name) << body << QString::fromLatin1(code) << QString::fromLatin1(pointer);
        };
        const auto with = [](const QByteArray &more) {
            return TestApi::keyBody(QStringLiteral("n"), "[\"leads:read\"]", "," + more);
        };
        row("nothing", "", "unexpectedEnd", "");
        row("cut off", "{\"name\":\"a", "unexpectedEnd", "/name");
        row("no object", "[]", "notAnObject", "");
        row("not UTF-8", "{\"name\":\"\xff\"}", "notUtf8", "");
        row("byte order mark", "\xef\xbb\xbf{}", "byteOrderMark", "");
        row("something behind", "{} x", "unexpected", "");
        row("NaN", with("\"limits\":{\"day\":NaN}"), "unexpected", "/limits/day");
        row("lone surrogate", "{\"name\":\"\\ud800\"}", "loneSurrogate", "/name");
        row("name twice", with("\"name\":\"b\""), "duplicateKey", "");
        row("too deep", QByteArray(40, '['), "tooDeep", "/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0");
        row("unknown member", with("\"colour\":\"red\""), "unknownField", "/colour");
        row("unknown inner member", with("\"limits\":{\"week\":1}"), "unknownField", "/limits/week");
        row("read-only member", with("\"version\":\"1\""), "readOnly", "/version");
        row("read-only id", with("\"id\":\"abcdefABCDEF\""), "readOnly", "/id");
        row("verifier where the server makes the token", with("\"verifier\":\"00\""), "unknownField",
            "/verifier");
        row("no environment", "{\"name\":\"a\",\"scopes\":[\"leads:read\"]}", "missing", "/environment");
        row("another environment", "{\"name\":\"a\",\"environment\":\"mars\",\"scopes\":[\"leads:read\"]}",
            "badWord", "/environment");
        row("name no text", "{\"name\":7,\"environment\":\"staging\",\"scopes\":[\"leads:read\"]}",
            "notAText", "/name");
        row("empty name", TestApi::keyBody({}, "[\"leads:read\"]"), "empty", "/name");
        row("name too long", TestApi::keyBody(QString(101, u'x'), "[\"leads:read\"]"), "tooLong", "/name");
        row("control character", TestApi::keyBody(QStringLiteral("a\\u0007b"), "[\"leads:read\"]"),
            "controlCharacter", "/name");
        row("bidi override", TestApi::keyBody(QStringLiteral("a\\u202eb"), "[\"leads:read\"]"),
            "bidiOverride", "/name");
        row("no scope", TestApi::keyBody(QStringLiteral("a"), "[]"), "empty", "/scopes");
        row("bad scope", TestApi::keyBody(QStringLiteral("a"), "[\"leads:read\",\"Leads\"]"), "badScope",
            "/scopes/1");
        row("scope no text", TestApi::keyBody(QStringLiteral("a"), "[1]"), "notAText", "/scopes/0");
        row("scopes no list", TestApi::keyBody(QStringLiteral("a"), "\"leads:read\""), "notAList", "/scopes");
        row("limit of nothing", with("\"limits\":{\"minute\":0}"), "notPositive", "/limits/minute");
        row("limit below", with("\"limits\":{\"minute\":-1}"), "notPositive", "/limits/minute");
        row("limit too large", with("\"limits\":{\"minute\":1000000001}"), "tooLarge", "/limits/minute");
        row("2^63", with("\"limits\":{\"minute\":9223372036854775808}"), "numberTooLarge", "/limits/minute");
        row("1e3", with("\"limits\":{\"minute\":1e3}"), "notWhole", "/limits/minute");
        row("limit in a string", with("\"limits\":{\"minute\":\"5\"}"), "notANumber", "/limits/minute");
        row("expiry over", with("\"expires\":\"2001-01-01T00:00:00.000Z\""), "inPast", "/expires");
        row("expiry too far", with("\"expires\":\"2999-01-01T00:00:00.000Z\""), "tooFar", "/expires");
        row("no such day", with("\"expires\":\"2031-02-30T00:00:00.000Z\""), "badTime", "/expires");
        row("local time", with("\"expires\":\"2031-02-20T00:00:00.000+01:00\""), "badTime", "/expires");
        row("bad address", with("\"allowedIps\":[\"10.0.0.0/8\",\"10.0.0.1/33\"]"), "badIp", "/allowedIps/1");
        row("note too long", with("\"note\":\"" + QByteArray(4001, 'x') + "\""), "tooLong", "/note");
        row("tag too long", with("\"tags\":[\"" + QByteArray(51, 'x') + "\"]"), "tooLong", "/tags");
    }
    void keyBodies() {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, code);
        QFETCH(const QString, pointer);
        const auto head = m_api->ask({"GET", "/v1/audit/head"}).body;
        const auto r = m_api->ask({"POST", "/v1/keys", body});
        QCOMPARE(r.status, 400);
        QCOMPARE(r.contentType, QByteArray("application/problem+json"));
        const auto error = r.json().value(QStringLiteral("errors")).toArray().first().toObject();
        QCOMPARE(error.value(QStringLiteral("code")).toString(), code);
        QCOMPARE(error.value(QStringLiteral("pointer")).toString(), pointer);
        QCOMPARE(r.json().value(QStringLiteral("instance")).toString(), QStringLiteral("0123456789abcdef"));
        QCOMPARE(m_api->ask({"GET", "/v1/audit/head"}).body, head);
    }

    void requests_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char *method, const char *target, const QByteArray &body, int status) {
            QTest::addRow("%s %s %.40s", method, target, body.constData())
                << QByteArray(method) << QByteArray(target) << body << status;
        };
        row("GET", "/", {}, 404);
        row("GET", "/v1", {}, 404);
        row("GET", "/v1/keys/", {}, 404);
        row("GET", "/v1//keys", {}, 404);
        row("GET", "/v1/keys/%zz", {}, 404);
        row("GET", "/v1/keys/%", {}, 404);
        row("GET", "/v1/keys/%00%00%00%00%00%00%00%00%00%00%00%00", {}, 404);
        row("GET", "/v1/keys/%2e%2e", {}, 404);
        row("GET", "/v1/keys/abcdefABCDEFg", {}, 404);
        row("GET", "/v1/keys", "{}", 400);
        row("PATCH", "/v1/keys", "{}", 405);
        row("PUT", "/v1/keys/count", "{}", 405);
        row("DELETE", "/v1/vault", {}, 405);
        row("POST", "/v1/keys?x=1", "{}", 400);
        row("POST", "/v1/keys/get", "{\"ids\":[\"short\"]}", 400);
        row("POST", "/v1/keys/get", "{\"ids\":\"abcdefABCDEF\"}", 400);
        row("POST", "/v1/keys/summary", "{\"ids\":[]}", 400);
        row("POST", "/v1/keys/summary", "{\"ids\":[],\"usedSince\":\"yesterday\"}", 400);
        row("POST", "/v1/keys/usage", "{\"ids\":[],\"days\":367}", 400);
        row("POST", "/v1/keys/find", "{\"credentialId\":\"abcdefABCDEF\",\"verifier\":\"AA\"}", 400);
        row("POST", "/v1/bulk/create", "{}", 400);
        row("POST", "/v1/bulk/create", "{\"keys\":[{}]}", 400);
        row("POST", "/v1/bulk/create", "{\"keys\":[7]}", 400);
        row("POST", "/v1/bulk/change",
            "{\"changes\":[{\"id\":\"abcdefABCDEF\",\"version\":1,\"action\":\"key.delete\"}]}", 400);
        row("POST", "/v1/bulk/change",
            "{\"changes\":[{\"id\":\"abcdefABCDEF\",\"version\":\"1\",\"action\":\"key.fly\"}]}", 400);
        row("POST", "/v1/bulk/change",
            "{\"changes\":[{\"id\":\"abcdefABCDEF\",\"version\":\"1\",\"action\":\"key.rotate\"}]}", 400);
        row("PUT", "/v1/customers/acme", "{}", 428);
        row("PUT", "/v1/settings/deleted-retention", "{\"days\":3651}", 400);
        row("PUT", "/v1/settings/deleted-retention", "{}", 400);
        row("PUT", "/v1/settings/request-retention", "{\"days\":0}", 400);
        row("PUT", "/v1/settings/request-retention?dryRun=yes", "{\"days\":1}", 400);
        row("GET", "/v1/jobs/7", {}, 404);
        row("GET", "/v1/jobs/x", {}, 404);
        row("GET", "/v1/requests?outcome=good", {}, 400);
        row("GET", "/v1/requests?term=colour:red", {}, 400);
        row("GET", "/v1/requests?term=-outcome:nothing", {}, 400);
        row("GET", "/v1/requests?from=now", {}, 400);
        row("GET", "/v1/requests/chart?since=2026-01-01T00:00:00.000Z", {}, 400);
        row("GET", "/v1/requests/chart?since=2020-01-01T00:00:00.000Z&until=2026-01-01T00:00:00.000Z&hours=1",
            {}, 400);
        row("GET", "/v1/audit?before=1&after=2", {}, 400);
        row("GET", "/v1/audit?limit=201", {}, 400);
        row("POST", "/v1/audit/verify", "{\"x\":1}", 400);
        row("POST", "/v1/principals", "{\"name\":\"x\",\"role\":\"king\"}", 400);
        row("POST", "/v1/principals", "{\"name\":\"x\",\"role\":\"operator\"}", 400);
        row("POST", "/v1/principals", "{\"name\":\"x\",\"role\":\"viewer\",\"scopes\":[\"leads:read\"]}",
            400);
        row("POST", "/v1/principals", "{\"name\":\"x\",\"role\":\"auditor\",\"holdsAll\":true}", 400);
        row("POST", "/v1/principals", "{\"name\":\"\",\"role\":\"viewer\"}", 400);
        row("POST", "/v1/principals", "{\"name\":\"x\",\"role\":\"viewer\",\"id\":\"abcdefABCDEF\"}", 400);
    }
    void requests() {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        const auto head = m_api->ask({"GET", "/v1/audit/head"}).body;
        const auto r = m_api->ask({method, target, body});
        QVERIFY2(r.status == status, (QByteArray::number(r.status) + ' ' + r.body).constData());
        QCOMPARE(r.json().value(QStringLiteral("status")).toInt(), status);
        if (status == 405)
            QVERIFY(r.headers.value("Allow").contains("OPTIONS"));
        QCOMPARE(m_api->ask({"GET", "/v1/audit/head"}).body, head);
    }

    void mediaTypes() {
        for (const char *type : {"text/plain", "application/x-www-form-urlencoded", "", "application/jsonx"})
            QCOMPARE(m_api->ask({"POST", "/v1/keys", "{}", {}, {}, {}, type}).status, 415);
        QCOMPARE(m_api->ask({"POST", "/v1/keys", "{}", {}, {}, {}, "application/json; charset=utf-8"}).status,
                 400);
        QCOMPARE(
            m_api
                ->ask(
                    {"PATCH", "/v1/keys/abcdefABCDEF", "{}", "\"1\"", {}, {}, "application/merge-patch+json"})
                .status,
            404);
        QCOMPARE(m_api->ask({"POST", "/v1/import", "{}", {}, {}, {}, "text/html"}).status, 415);
        QCOMPARE(m_api->ask({"OPTIONS", "/v1/keys"}).headers.value("Allow"),
                 QByteArray("GET, HEAD, POST, OPTIONS"));
        const TestApi::Ask large{"POST", "/v1/keys", "{\"note\":\"" + QByteArray(70'000, 'x') + "\"}"};
        QCOMPARE(m_api->ask(large).status, 413);
        const QByteArray ids = "\"abcdefABCDEF\",";
        QCOMPARE(
            m_api->ask({"POST", "/v1/keys/get", "{\"ids\":[" + ids.repeated(201).chopped(1) + "]}"}).status,
            400);
        QCOMPARE(m_api->ask({"POST", "/v1/keys", TestApi::keyBody(), {}, {}, QByteArray(201, 'k')}).status,
                 400);
    }

    void initTestCase() { m_api = std::make_unique<TestApi>(); }
    void cleanupTestCase() { m_api.reset(); }

private:
    std::unique_ptr<TestApi> m_api;
};

QTEST_GUILESS_MAIN(BadInputTest)
#include "bad_input_test.moc"
