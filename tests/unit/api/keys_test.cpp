#include "core/wire/key_json.h"
#include "tests/support/api_client.h"

#include <QRandomGenerator>
#include <QTest>

using namespace latchkey;
using namespace latchkey::server;

namespace {

const QByteArray verifierA(64, 'a'), verifierB(64, 'b');

QByteArray withVerifier(const QByteArray &verifier, const QString &name = QStringLiteral("Named")) {
    return TestApi::keyBody(name, R"(["leads:read"])", ",\"verifier\":\"" + verifier + "\"");
}

} // namespace

class KeysTest : public QObject {
    Q_OBJECT
private slots:
    void oneLife() {
        TestApi t;
        const auto made = t.ask({"POST", "/v1/keys", TestApi::keyBody()});
        QCOMPARE(made.status, 201);
        const QByteArray token = made.json().value(QStringLiteral("token")).toString().toLatin1();
        QVERIFY(token::parse(token));
        const QByteArray id = TestApi::idOf(made.json().value(QStringLiteral("key")).toObject());
        const QByteArray path = "/v1/keys/" + id;
        QCOMPARE(made.headers.value("Location"), path);
        auto got = t.ask({"GET", path});
        QCOMPARE(got.status, 200);
        QVERIFY(!got.body.contains("verifier"));
        QCOMPARE(t.ask({"GET", path, {}, {}, got.etag()}).status, 304);
        const auto found = t.ask(
            {"POST", "/v1/keys/find",
             R"({"credentialId":")" + id + R"(","verifier":")" + token::verifierOf(token).toHex() + R"("})"});
        QCOMPARE(found.json(), got.json());
        QCOMPARE(t.ask({"POST", "/v1/keys/find",
                        R"({"credentialId":")" + id + R"(","verifier":")" + verifierA + R"("})"})
                     .status,
                 404);

        const auto step = [&](const char *verb, const QByteArray &body = {}) {
            const auto r = t.ask({"POST", path + '/' + verb, body, got.etag()});
            if (r.status == 200)
                got = t.ask({"GET", path});
            return r.status;
        };
        QCOMPARE(step("deactivate"), 200);
        QCOMPARE(got.json().value(QStringLiteral("status")).toString(), QStringLiteral("inactive"));
        const QByteArray off = got.etag();
        QCOMPARE(step("deactivate"), 200); // it is so already: nothing is written
        QCOMPARE(got.etag(), off);
        QCOMPARE(step("activate"), 200);
        QCOMPARE(step("rotate", R"({"overlapMs":3600000,"credentialId":"abcdefABCDEF","verifier":")" +
                                    verifierA + R"("})"),
                 200);
        QCOMPARE(got.json().value(QStringLiteral("credentialId")).toString(), QStringLiteral("abcdefABCDEF"));
        QCOMPARE(got.json()[QStringLiteral("old")][QStringLiteral("id")].toString(), QString::fromLatin1(id));
        QCOMPARE(step("extend-rotation", R"({"overlapMs":7200000})"), 200);
        QCOMPARE(step("finish-rotation"), 200);
        QCOMPARE(step("finish-rotation"), 409);
        const auto rotated = t.ask({"POST", path + "/rotate", R"({"overlapMs":0})", got.etag()});
        QVERIFY(token::parse(rotated.json().value(QStringLiteral("token")).toString().toLatin1()));
        got = t.ask({"GET", path});
        QCOMPARE(step("revoke", R"({"reason":"left the company","leaked":false})"), 200);
        QCOMPARE(step("activate"), 409);
        QCOMPARE(step("restore"), 200);
        QCOMPARE(t.ask({"DELETE", path, {}, got.etag()}).status, 200);
        got = t.ask({"GET", path});
        QCOMPARE(got.json().value(QStringLiteral("status")).toString(), QStringLiteral("deleted"));
        QCOMPARE(step("restore"), 200);
        QCOMPARE(t.ask({"POST", path + "/purge", {}, got.etag()}).status, 200);
        QCOMPARE(t.ask({"GET", path}).status, 404);
        const auto history = t.ask({"GET", path + "/audit?limit=3"}).json();
        QCOMPARE(history.value(QStringLiteral("events")).toArray().size(), 3);
        QVERIFY(history.value(QStringLiteral("next")).isString());
        QVERIFY(!t.ask({"GET", "/v1/audit/export"}).body.contains(token.right(38)));
    }

    /// A client that made the token may ask again after a lost answer; nobody else gets the id.
    void createdByTheClient() {
        TestApi t;
        const QByteArray path = "/v1/keys/Zz0123456789";
        const auto put = [&](const QByteArray &body) { return t.ask({"PUT", path, body, {}, "*"}); };
        QCOMPARE(put(withVerifier(verifierA)).status, 201);
        QCOMPARE(put(withVerifier(verifierA)).status, 200);
        QCOMPARE(put(withVerifier(verifierB)).status, 412);
        QCOMPARE(put(withVerifier(verifierA, QStringLiteral("Other"))).status, 412);
        QCOMPARE(t.ask({"PUT", "/v1/keys/short", withVerifier(verifierA), {}, "*"}).status, 404);
        QCOMPARE(t.ask({"GET", "/v1/keys/count"}).json().value(QStringLiteral("count")).toString(),
                 QStringLiteral("1"));
        // A rotation cannot take a credential that somebody has.
        const QJsonObject other = t.makeKey();
        const auto r = t.ask(
            {"POST", "/v1/keys/" + TestApi::idOf(other) + "/rotate",
             R"({"overlapMs":0,"credentialId":"Zz0123456789","verifier":")" + verifierB + R"("})", "\"1\""});
        QCOMPARE(r.status, 409);
    }

    void repeatedByKey() {
        TestApi t;
        const TestApi::Ask ask{"POST", "/v1/keys", TestApi::keyBody(), {}, {}, "job-17"};
        // At once, as an impatient client does.
        QList<QFuture<ApiResponse>> both{t.start(t.admin, ask), t.start(t.admin, ask)};
        int tokens = 0;
        QSet<QString> ids;
        for (const auto &f : std::as_const(both)) {
            const auto r = t.finish(ask, f);
            QVERIFY2(r.status == 201 || r.status == 200, r.body.constData());
            tokens += r.json().value(QStringLiteral("token")).isString() ? 1 : 0;
            ids.insert(r.json()[QStringLiteral("key")][QStringLiteral("id")].toString());
        }
        QCOMPARE(tokens, 1);
        QCOMPARE(ids.size(), 1);
        const auto again = t.ask(ask);
        QCOMPARE(again.status, 200);
        QVERIFY(again.json().value(QStringLiteral("token")).isNull());
        QVERIFY(again.json().value(QStringLiteral("replayed")).toBool());
        TestApi::Ask other = ask;
        other.body = TestApi::keyBody(QStringLiteral("Another"));
        QCOMPARE(t.ask(other).status, 422);
        const QByteArray second = t.add(QStringLiteral("Second"), Role::Admin);
        QCOMPARE(t.ask(second, other).status, 201); // the key is the caller's own
        t.vault.clock.set(t.vault.clock.now().plusDays(2));
        QCOMPARE(t.ask(other).status, 201); // forgotten by now
        TestApi::Ask bad = ask;
        bad.idempotencyKey = "new";
        bad.body = TestApi::keyBody({});
        QCOMPARE(t.ask(bad).status, 400);
        bad.body = TestApi::keyBody();
        QCOMPARE(t.ask(bad).status, 201); // what was refused is not remembered
    }

    void preconditions() {
        TestApi t;
        const QByteArray path = "/v1/keys/" + TestApi::idOf(t.makeKey());
        const QByteArray body = R"({"note":"x"})";
        QCOMPARE(t.ask({"PATCH", path, body}).status, 428);
        QCOMPARE(t.ask({"PUT", path, TestApi::keyBody()}).status, 428);
        QCOMPARE(t.ask({"DELETE", path}).status, 428);
        for (const char *bad :
             {"1", "W/\"1\"", "*", "\"x\"", "\"\"", "\"1\", \"2\"", "\"99999999999999999999\""})
            QCOMPARE(t.ask({"PATCH", path, body, bad}).status, 400);
        const auto stale = t.ask({"PATCH", path, body, "\"7\""});
        QCOMPARE(stale.status, 412);
        QCOMPARE(stale.code(), QStringLiteral("conflict"));
        QCOMPARE(stale.json()[QStringLiteral("params")][QStringLiteral("version")].toString(),
                 QStringLiteral("1"));
        QCOMPARE(t.ask({"PATCH", path, body, "\"1\""}).etag(), QByteArray("\"2\""));
        QCOMPARE(t.ask({"PATCH", path, R"({"environment":"staging"})", "\"2\""}).status, 400);
        QCOMPARE(t.ask({"PATCH", path, R"({"environment":"production","expires":null})", "\"2\""}).status,
                 200);
        const auto whole = t.ask({"PUT", path, R"({"name":"Bare","scopes":["leads:read"]})", "\"3\""});
        QCOMPARE(whole.status, 200);
        QCOMPARE(whole.json().value(QStringLiteral("note")).toString(), QString());
    }

    /// 50 clients add a tag of their own to one key, again and again until it is in: none is lost.
    void noLostUpdate() {
        TestApi t;
        constexpr int Clients = 50, Edits = 2;
        QObject context;
        const QByteArray path = "/v1/keys/" + TestApi::idOf(t.makeKey());
        int left = Clients * Edits, conflicts = 0;
        std::function<void(int, int)> edit = [&](int client, int n) {
            t.start(t.admin, {"GET", path}) | then(&context, [&, client, n](const ApiResponse &got) {
                QJsonObject key = QJsonDocument::fromJson(got.body).object();
                QJsonArray tags = key.value(QStringLiteral("tags")).toArray();
                tags.append(QStringLiteral("c%1-%2").arg(client).arg(n));
                const QByteArray body = QJsonDocument(QJsonObject{{QStringLiteral("tags"), tags}}).toJson();
                const QByteArray etag =
                    wire::etagOf(key.value(QStringLiteral("version")).toString().toLongLong());
                t.start(t.admin, {"PATCH", path, body, etag}) |
                    then(&context, [&, client, n](const ApiResponse &done) {
                        if (done.status == 412) {
                            ++conflicts;
                            return edit(client, n);
                        }
                        QCOMPARE(done.status, 200);
                        --left;
                        if (n + 1 < Edits)
                            edit(client, n + 1);
                    });
            });
        };
        for (int c = 0; c < Clients; ++c)
            edit(c, 0);
        QTRY_COMPARE_WITH_TIMEOUT(left, 0, 60'000);
        const QJsonObject key = t.ask({"GET", path}).json();
        QCOMPARE(key.value(QStringLiteral("tags")).toArray().size(), Clients * Edits);
        QCOMPARE(key.value(QStringLiteral("version")).toString(), QString::number(1 + Clients * Edits));
        QVERIFY(conflicts > 0);
    }

    /// An operator touches only keys of which every scope is held, and grants none that is not, on any way.
    void withinOwnScopes();

    void many() {
        TestApi t;
        QByteArray keys;
        for (int i = 0; i < 20; ++i)
            keys += (i ? "," : "") + QByteArray(R"({"id":"bulk000000)") + QByteArray::number(10 + i) +
                    R"(",)" +
                    TestApi::keyBody(QStringLiteral("Bulk %1").arg(i), R"(["leads:read"])",
                                     R"(,"verifier":")" + verifierA + "\"")
                        .mid(1);
        const auto made = t.ask({"POST", "/v1/bulk/create", R"({"keys":[)" + keys + "]}"});
        QCOMPARE(made.status, 200);
        QCOMPARE(made.json()
                     .value(QStringLiteral("results"))
                     .toArray()
                     .last()[QStringLiteral("key")][QStringLiteral("version")]
                     .toString(),
                 QStringLiteral("1"));
        const auto twice = t.ask({"POST", "/v1/bulk/create", R"({"keys":[)" + keys + "]}"});
        QCOMPARE(twice.json()
                     .value(QStringLiteral("results"))
                     .toArray()
                     .first()[QStringLiteral("problem")][QStringLiteral("code")]
                     .toString(),
                 QStringLiteral("conflict"));
        const auto changed = t.ask(
            {"POST", "/v1/bulk/change",
             R"({"changes":[{"id":"bulk00000010","version":"1","action":"key.revoke","reason":"r","leaked":true},
                {"id":"bulk00000011","version":"9","action":"key.deactivate"},
                {"id":"bulk00000012","version":"1","action":"key.rotate","overlapMs":null,"credentialId":"new000000012","verifier":")" +
                 verifierB + R"("},
                {"id":"bulk00000013","version":"1","action":"key.stopOld"},
                {"id":"nothing00000","version":"1","action":"key.delete"}]})"});
        QCOMPARE(changed.status, 200);
        const QJsonArray r = changed.json().value(QStringLiteral("results")).toArray();
        QCOMPARE(r[0][QStringLiteral("key")][QStringLiteral("state")].toString(), QStringLiteral("revoked"));
        QVERIFY(r[0][QStringLiteral("key")][QStringLiteral("leaked")].toBool());
        QCOMPARE(r[1][QStringLiteral("problem")][QStringLiteral("code")].toString(),
                 QStringLiteral("conflict"));
        QVERIFY(r[2][QStringLiteral("key")][QStringLiteral("old")][QStringLiteral("until")].isNull());
        QCOMPARE(r[3][QStringLiteral("problem")][QStringLiteral("code")].toString(),
                 QStringLiteral("wrong_state"));
        QCOMPARE(r[4][QStringLiteral("problem")][QStringLiteral("code")].toString(),
                 QStringLiteral("not_found"));
        QCOMPARE(
            t.ask(
                 {"POST", "/v1/bulk/change",
                  R"({"changes":[{"id":"bulk00000014","version":"1","action":"key.delete"},{"id":"bulk00000014","version":"1","action":"key.purge"}]})"})
                .status,
            400);
    }
};

void KeysTest::withinOwnScopes() {
    TestApi t;
    const QByteArray op = t.add(QStringLiteral("Otto"), Role::Operator, QStringLiteral("leads:read"));
    const QByteArray mine = TestApi::idOf(t.makeKey(QStringLiteral("Mine"), R"(["leads:read"])"));
    const QByteArray theirs =
        TestApi::idOf(t.makeKey(QStringLiteral("Theirs"), R"(["leads:read","leads:write"])"));
    const QByteArray deleted = TestApi::idOf(t.makeKey(QStringLiteral("Gone"), R"(["leads:write"])"));
    QCOMPARE(t.ask({"DELETE", "/v1/keys/" + deleted, {}, "\"1\""}).status, 200);
    const auto head = t.ask({"GET", "/v1/audit/head"}).body;
    const QByteArray rotation =
        R"({"overlapMs":0,"credentialId":"abcdefABCDEF","verifier":")" + verifierA + R"("})";
    const QByteArray t1 = "/v1/keys/" + theirs;
    const QList<TestApi::Ask> asks{
        {"PATCH", t1, R"({"note":"x"})", "\"1\""},
        {"PATCH", t1, R"({"scopes":["leads:read"]})", "\"1\""},
        {"PUT", t1, R"({"name":"x","scopes":["leads:read"]})", "\"1\""},
        {"DELETE", t1, {}, "\"1\""},
        {"POST", t1 + "/activate", {}, "\"1\""},
        {"POST", t1 + "/deactivate", {}, "\"1\""},
        {"POST", t1 + "/revoke", R"({"reason":""})", "\"1\""},
        {"POST", t1 + "/rotate", R"({"overlapMs":0})", "\"1\""},
        {"POST", t1 + "/rotate", rotation, "\"1\""},
        {"POST", t1 + "/purge", {}, "\"1\""},
        {"POST", t1 + "/extend-rotation", R"({"overlapMs":0})", "\"1\""},
        {"POST", t1 + "/finish-rotation", {}, "\"1\""},
        {"POST", t1 + "/dismiss-exposure"},
        {"POST", "/v1/keys/" + deleted + "/restore", {}, "\"2\""},
        {"PATCH", "/v1/keys/" + mine, R"({"scopes":["leads:read","leads:write"]})", "\"1\""},
        {"POST", "/v1/keys", TestApi::keyBody()},
        {"PUT",
         "/v1/keys/Zz0123456789",
         TestApi::keyBody(QStringLiteral("N"), R"(["leads:write"])", R"(,"verifier":")" + verifierA + "\""),
         {},
         "*"},
    };
    for (const TestApi::Ask &ask : asks) {
        const auto r = t.ask(op, ask);
        QVERIFY2(r.status == 403 && r.code() == QStringLiteral("insufficient_scope"),
                 (ask.method + ' ' + ask.target + ' ' + ask.body + ' ' + r.body).constData());
        QCOMPARE(r.json()[QStringLiteral("params")][QStringLiteral("scope")].toString(),
                 QStringLiteral("leads:write"));
    }
    const QByteArray config = TestApi::keyBody(QStringLiteral("B"), R"(["leads:read","leads:write"])");
    const auto many =
        t.ask(op, {"POST", "/v1/bulk/change",
                   R"({"changes":[{"id":")" + theirs + R"(","version":"1","action":"key.deactivate"},)" +
                       R"({"id":"nothing00000","version":"1","action":"key.purge"},)" + R"({"id":")" + mine +
                       R"(","version":"1","action":"key.edit","config":)" + config + "}]}"});
    QCOMPARE(many.status, 200);
    const QJsonArray results = many.json().value(QStringLiteral("results")).toArray();
    QCOMPARE(results.size(), 3);
    for (const auto &r : results)
        QVERIFY2(r.toObject().contains(QStringLiteral("problem")), many.body.constData());
    const auto created = t.ask(op, {"POST", "/v1/bulk/create",
                                    R"({"keys":[{"id":"Zz0123456789",)" +
                                        TestApi::keyBody(QStringLiteral("B"), R"(["leads:write"])",
                                                         R"(,"verifier":")" + verifierA + "\"")
                                            .mid(1) +
                                        "]}"});
    QVERIFY2(created.json()
                 .value(QStringLiteral("results"))
                 .toArray()
                 .first()
                 .toObject()
                 .contains(QStringLiteral("problem")),
             created.body.constData());
    const auto imported = t.ask(op, {"POST",
                                     "/v1/import",
                                     "id,name,scopes\n" + theirs + ",Renamed,leads:read leads:write\n",
                                     {},
                                     {},
                                     {},
                                     "text/csv"});
    QCOMPARE(imported.status, 200);
    QCOMPARE(imported.json().value(QStringLiteral("changed")).toString(), QStringLiteral("0"));
    QCOMPARE(t.ask({"GET", "/v1/audit/head"}).body, head); // nothing happened
    QCOMPARE(t.ask(op, {"POST", "/v1/keys/" + mine + "/deactivate", {}, "\"1\""}).status, 200);
    QCOMPARE(t.ask(op, {"GET", t1}).status, 200);
}

QTEST_GUILESS_MAIN(KeysTest)
#include "keys_test.moc"
