#include "tests/support/daemon_process.h"
#include "tests/support/test_vault.h"

#include "core/backend/request_log.h"
#include "core/token/token.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace latchkey;

namespace {

const QByteArray config =
    "{\"trustedProxies\": [\"127.0.0.1\"], \"environment\": \"production\", "
    "\"customerHeader\": \"X-Customer\", "
    "\"rules\": [{\"method\": \"GET\", \"path\": \"/v1/leads/*\", \"scope\": \"leads:read\"}, "
    "{\"path\": \"/v1/invoices/*\", \"scope\": \"invoices:read\", \"type\": \"billing\"}, "
    "{\"path\": \"/v1/customers/{customer}/leads\", \"scope\": \"leads:read\"}, "
    "{\"path\": \"/staging/leads\", \"scope\": \"leads:read\", \"environment\": \"staging\"}]} ";

struct Question {
    QByteArray token;
    QByteArray method = "GET", path = "/v1/leads/7";
    QList<QByteArray> more = {};
};

QList<QByteArray> fieldsOf(const Question &q, const char *prefix) {
    const QByteArray p(prefix);
    QList<QByteArray> fields = q.more;
    if (!q.token.isEmpty())
        fields.append("Authorization: Bearer " + q.token);
    fields.append(p + "-Method: " + q.method);
    fields.append(p + (p == "X-Original" ? "-URI: " : "-Uri: ") + q.path);
    return fields;
}

HttpAnswer gateway(quint16 port, const Question &q) {
    return httpAsk(port, "GET", "/v1/forward-auth", fieldsOf(q, "X-Forwarded"));
}
HttpAnswer nginx(quint16 port, const Question &q) {
    return httpAsk(port, "GET", "/v1/forward-auth?mode=nginx", fieldsOf(q, "X-Original"));
}

} // namespace

class ServerVerifyTest : public QObject {
    Q_OBJECT

    TestVault m_vault;
    DaemonProcess m_daemon;

    CreatedKey create(KeyConfig c) {
        const auto made = waitFor(m_vault.service->create(std::move(c)));
        if (!made)
            qFatal("no key");
        return *made;
    }
    /// Waits until the daemon answers so.
    bool becomes(const Question &q, int status, int ms = 1000) {
        return QTest::qWaitFor([&] { return gateway(m_daemon.port, q).status == status; }, ms);
    }
    static QByteArray bytes(const CreatedKey &k) { return k.token->view().toByteArray(); }

private slots:
    void initTestCase() {
        m_vault.open();
        QVERIFY(m_daemon.configure(config));
        QVERIFY(m_daemon.start(m_vault.path()));
    }

    void allNineChecksDecide() {
        const quint16 port = m_daemon.port;
        // shape and secret
        auto answer = gateway(port, {""});
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.field("WWW-Authenticate"), QByteArray("Bearer realm=\"latchkey\""));
        answer = gateway(port, {"nonsense"});
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.field("WWW-Authenticate"),
                 QByteArray("Bearer realm=\"latchkey\", error=\"invalid_token\""));
        const auto stranger = token::generate(QStringLiteral("lk"), Environment::Production);
        const auto unknown = gateway(port, {stranger.token.view().toByteArray()});
        QCOMPARE(unknown.status, 401);

        KeyConfig c = m_vault.config(QStringLiteral("Café sync"));
        c.limits.set(RatePeriod::Day, 3);
        const CreatedKey key = create(c);
        QVERIFY(becomes({bytes(key)}, 200));
        answer = gateway(port, {bytes(key)});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray());
        QCOMPARE(answer.field("X-Auth-Key-Id"), key.key.id.view().toByteArray());
        QCOMPARE(answer.field("X-Auth-Key-Name"), QByteArray("Caf%C3%A9 sync"));
        QCOMPARE(answer.field("X-Auth-Environment"), QByteArray("production"));
        QCOMPARE(answer.field("X-Auth-Scopes"), QByteArray("leads:read leads:write"));
        QVERIFY(answer.fields.contains("x-auth-customer"));
        QCOMPARE(answer.field("Cache-Control"), QByteArray("no-store"));
        QVERIFY(!answer.field("X-Request-Id").isEmpty());

        // a wrong secret looks like an unknown key
        const auto forged = token::generate(QStringLiteral("lk"), Environment::Production, key.key.id);
        auto wrong = gateway(port, {forged.token.view().toByteArray()});
        wrong.fields.remove("x-request-id");
        auto none = unknown;
        none.fields.remove("x-request-id");
        QCOMPARE(wrong.status, none.status);
        QCOMPARE(wrong.fields, none.fields);

        // environment, type, scope
        QCOMPARE(gateway(port, {bytes(key), "GET", "/staging/leads"}).status, 401);
        answer = gateway(port, {bytes(key), "GET", "/v1/invoices/1"});
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.field("X-Auth-Code"), QByteArray("wrong_type"));
        answer = gateway(port, {bytes(key), "POST", "/v1/leads/7"});
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.field("X-Auth-Code"), QByteArray("insufficient_scope"));
        KeyConfig narrow = m_vault.config(QStringLiteral("narrow"));
        narrow.scopes = ScopeSet::parse(u"leads:write");
        const CreatedKey writer = create(narrow);
        QVERIFY(becomes({bytes(writer)}, 403));
        answer = gateway(port, {bytes(writer)});
        QCOMPARE(answer.field("WWW-Authenticate"),
                 QByteArray("Bearer realm=\"latchkey\", error=\"insufficient_scope\", scope=\"leads:read\""));

        // rate limits: one of three was left
        QCOMPARE(gateway(port, {bytes(key)}).status, 200);
        answer = gateway(port, {bytes(key)});
        QCOMPARE(answer.status, 429);
        QVERIFY(answer.field("Retry-After").toLongLong() > 86'400 / 3 - 60);
        QCOMPARE(answer.field("RateLimit-Policy"), QByteArray("\"day\";q=3;w=86400"));
        QVERIFY(answer.field("RateLimit").startsWith("\"day\";r=0;t="));
        answer = nginx(port, {bytes(key)});
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.field("X-Auth-Status"), QByteArray("429"));
        QVERIFY(answer.field("Retry-After").toLongLong() > 0);
        QCOMPARE(answer.body, QByteArray());
    }

    void addressesAreBelievedFromProxiesOnly() {
        KeyConfig c = m_vault.config(QStringLiteral("office"));
        c.allowedIps = parseIpRanges(QStringLiteral("192.0.2.0/24"), nullptr);
        const CreatedKey key = create(c);
        const auto from = [&](const QByteArray &list) {
            return Question{bytes(key), "GET", "/v1/leads/7", {"X-Forwarded-For: " + list}};
        };
        QVERIFY(becomes(from("192.0.2.9"), 200));
        QCOMPARE(gateway(m_daemon.port, from("203.0.113.1, 192.0.2.9")).status, 200);
        QCOMPARE(gateway(m_daemon.port, from("192.0.2.9, 203.0.113.1")).field("X-Auth-Code"),
                 QByteArray("ip_denied"));
        QCOMPARE(gateway(m_daemon.port, {bytes(key)}).field("X-Auth-Code"), QByteArray("ip_denied"));
    }

    void customersComeFromThePathOrTheHeader() {
        KeyConfig c = m_vault.config(QStringLiteral("one customer"));
        c.customers = {QStringLiteral("acme")};
        const CreatedKey key = create(c);
        QVERIFY(becomes({bytes(key), "GET", "/v1/customers/acme/leads"}, 200));
        QCOMPARE(
            gateway(m_daemon.port, {bytes(key), "GET", "/v1/customers/other/leads"}).field("X-Auth-Code"),
            QByteArray("customer_denied"));
        QCOMPARE(
            gateway(m_daemon.port, {bytes(key), "GET", "/v1/customers/other/leads", {"X-Customer: acme"}})
                .status,
            403);
        QCOMPARE(gateway(m_daemon.port, {bytes(key)}).status, 403);
        const auto answer = gateway(m_daemon.port, {bytes(key), "GET", "/v1/leads/1", {"X-Customer: acme"}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.field("X-Auth-Customer"), QByteArray("acme"));
    }

    /// The key is changed by this process, the daemon is another one.
    void whatIsSwitchedOffIsRefusedWithinASecond() {
        const CreatedKey key = create(m_vault.config(QStringLiteral("switch")));
        QVERIFY(becomes({bytes(key)}, 200));
        auto off = waitFor(m_vault.service->setActive(key.key, false));
        QVERIFY(off);
        QVERIFY(becomes({bytes(key)}, 401));
        auto on = waitFor(m_vault.service->setActive(*off, true));
        QVERIFY(on && becomes({bytes(key)}, 200));
        const auto rotated = waitFor(m_vault.service->rotate(*on, 60'000));
        QVERIFY(rotated && becomes({bytes(*rotated)}, 200));
        QCOMPARE(gateway(m_daemon.port, {bytes(key)}).status, 200);
        const auto stopped = waitFor(m_vault.service->stopOld(rotated->key));
        QVERIFY(stopped && becomes({bytes(key)}, 401));
        const auto revoked = waitFor(m_vault.service->revoke(*stopped, QStringLiteral("test"), false));
        QVERIFY(revoked && becomes({bytes(*rotated)}, 401));
    }

    void theGatewaySaysWhichHeadersAreItsOwn() {
        const CreatedKey key = create(m_vault.config(QStringLiteral("headers")));
        QVERIFY(becomes({bytes(key)}, 200));
        // A client's X-Forwarded-Uri means nothing to the mode that reads X-Original-URI, and the reverse.
        QCOMPARE(
            nginx(m_daemon.port, {bytes(key), "POST", "/v1/leads/7", {"X-Forwarded-Method: GET"}}).status,
            403);
        QCOMPARE(
            gateway(m_daemon.port, {bytes(key), "POST", "/v1/leads/7", {"X-Original-Method: GET"}}).status,
            403);
        QCOMPARE(
            gateway(m_daemon.port, {bytes(key), "GET", "/v1/leads/7", {"X-Forwarded-Uri: /open"}}).status,
            400);
        // Envoy sends the request itself behind a prefix.
        QCOMPARE(httpAsk(m_daemon.port, "GET", "/v1/forward-auth/v1/leads/7?x=1",
                         {"Authorization: Bearer " + bytes(key), "Origin: https://app.example",
                          "X-Forwarded-Uri: /no"})
                     .status,
                 200);
        QCOMPARE(httpAsk(m_daemon.port, "POST", "/v1/forward-auth/v1/leads/7",
                         {"Authorization: Bearer " + bytes(key)})
                     .status,
                 403);
        // A key in the query is none; one in X-Api-Key is; two are none.
        QCOMPARE(gateway(m_daemon.port, {"", "GET", "/v1/leads/7?api_key=" + bytes(key)}).status, 401);
        QCOMPARE(gateway(m_daemon.port, {"", "GET", "/v1/leads/7", {"X-Api-Key: " + bytes(key)}}).status,
                 200);
        QCOMPARE(
            gateway(m_daemon.port, {bytes(key), "GET", "/v1/leads/7", {"X-Api-Key: " + bytes(key)}}).status,
            401);
    }

    void programsAskInABody() {
        KeyConfig c = m_vault.config(QStringLiteral("program"));
        c.limits.set(RatePeriod::Hour, 2);
        const CreatedKey key = create(c);
        QVERIFY(becomes({bytes(key)}, 200));
        const auto ask = [&](const QByteArray &json) {
            return httpAsk(m_daemon.port, "POST", "/v1/verify", {"Content-Type: application/json"}, json);
        };
        const QByteArray token = "\"token\": \"" + bytes(key) + '"';
        auto answer = ask("{" + token + ", \"scope\": \"leads:read\", \"explain\": true}");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().value(QStringLiteral("allowed")).toBool(), true);
        QCOMPARE(answer.json().value(QStringLiteral("checks")).toArray().size(), 9);
        answer = ask("{\"requests\": [{" + token + ", \"scope\": \"leads:read\"}, {" + token +
                     ", \"scope\": \"leads:read\"}, {" + token +
                     ", \"method\": \"POST\", \"path\": \"/v1/leads/1\"}]}");
        const QJsonArray results = answer.json().value(QStringLiteral("results")).toArray();
        QCOMPARE(results.size(), 3);
        QCOMPARE(results[0].toObject().value(QStringLiteral("code")).toString(), QStringLiteral("allowed"));
        QCOMPARE(results[0].toObject().value(QStringLiteral("keyId")).toString(), key.key.id.toString());
        QCOMPARE(results[1].toObject().value(QStringLiteral("code")).toString(),
                 QStringLiteral("rate_limited"));
        QCOMPARE(results[2].toObject().value(QStringLiteral("rule")).toString(), QStringLiteral("scope"));
        for (const char *bad :
             {"[]", "{", "{}", "{\"token\": 1}", "{\"token\": \"x\", \"what\": \"y\"}",
              "{\"token\": \"x\", \"token\": \"y\"}", "{\"requests\": []}",
              "{\"token\": \"x\", \"ip\": \"10.0.0.0/8\"}", "{\"token\": \"x\", \"scope\": \"?\"}"})
            QCOMPARE(ask(bad).status, 400);
        QCOMPARE(httpAsk(m_daemon.port, "POST", "/v1/verify", {"Content-Type: text/plain"}, "{}").status,
                 415);
        QCOMPARE(httpAsk(m_daemon.port, "GET", "/v1/verify").status, 405);
    }

    void introspectionFollowsRfc7662() {
        const CreatedKey key = create(m_vault.config(QStringLiteral("introspected")));
        QVERIFY(becomes({bytes(key)}, 200));
        const auto ask = [&](const QByteArray &form) {
            return httpAsk(m_daemon.port, "POST", "/v1/introspect",
                           {"Content-Type: application/x-www-form-urlencoded"}, form);
        };
        const auto answer = ask("token=" + bytes(key) + "&token_type_hint=access_token");
        QCOMPARE(answer.status, 200);
        const QJsonObject o = answer.json();
        QCOMPARE(o.value(QStringLiteral("active")).toBool(), true);
        QCOMPARE(o.value(QStringLiteral("scope")).toString(), QStringLiteral("leads:read leads:write"));
        QCOMPARE(o.value(QStringLiteral("client_id")).toString(), key.key.id.toString());
        QCOMPARE(o.value(QStringLiteral("exp")).toInteger() - o.value(QStringLiteral("iat")).toInteger(), 60);
        QCOMPARE(ask("token=nothing").body, QByteArray("{\"active\":false}"));
        QCOMPARE(ask("x=1").status, 400);
        QCOMPARE(ask("token=a&token=b").status, 400);
    }

    void whatWasDecidedStandsInTheVault() {
        const CreatedKey key = create(m_vault.config(QStringLiteral("seen")));
        const QByteArray path = "/v1/leads/seen-" + key.key.id.view().toByteArray();
        QVERIFY(becomes({bytes(key)}, 200));
        // Of two uses in one millisecond either is the last.
        const SystemClock clock;
        for (const Instant then = clock.now(); clock.now() <= then;)
            QThread::yieldCurrentThread();
        QCOMPARE(gateway(m_daemon.port,
                         {bytes(key), "GET", path, {"User-Agent: probe", "X-Forwarded-For: 192.0.2.33"}})
                     .status,
                 200);
        QCOMPARE(gateway(m_daemon.port, {bytes(key), "DELETE", path}).status, 403);
        RequestFilter filter;
        filter.words = {QString::fromLatin1(path)};
        QList<RequestRecord> rows;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const auto page = waitFor(m_vault.backend->requests()->page(filter, 0, 10));
                rows = page ? page->rows : QList<RequestRecord>();
                return rows.size() == 2;
            }(),
            30'000);
        if (rows[1].method != u"GET") // within the same millisecond
            rows.swapItemsAt(0, 1);
        QCOMPARE(rows[1].key, key.key.id);
        QCOMPARE(rows[1].method, QStringLiteral("GET"));
        QCOMPARE(rows[1].ip, QStringLiteral("192.0.2.33"));
        QCOMPARE(rows[1].userAgent, QStringLiteral("probe"));
        QCOMPARE(rows[1].scope, QStringLiteral("leads:read"));
        QCOMPARE(rows[0].code, std::optional(DecisionCode::NoRule)); // there is one for GET alone
        QCOMPARE(gateway(m_daemon.port, {"", "GET", path + "/keyless"}).status, 401);
        filter.words = {QString::fromLatin1(path + "/keyless")};
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const auto page = waitFor(m_vault.backend->requests()->page(filter, 0, 10));
                return page && page->rows.size() == 1 &&
                       page->rows.first().code == std::optional(DecisionCode::NoKey);
            }(),
            30'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const auto now = waitFor(m_vault.backend->rows({key.key.id}));
                return now && now->first().lastUsedAt && now->first().lastUsedFrom == u"192.0.2.33";
            }(),
            30'000);
    }

    void nothingInTheLogIsASecret() {
        const CreatedKey key = create(m_vault.config(QStringLiteral("quiet")));
        QVERIFY(becomes({bytes(key)}, 200));
        const QByteArray metrics = httpAsk(m_daemon.port, "GET", "/metrics").body;
        QVERIFY(metrics.contains("latchkeyd_decisions_total{code=\"allowed\"} "));
        QVERIFY(metrics.contains("latchkeyd_current 1"));
        const QByteArray secret = bytes(key).right(38);
        QVERIFY(!m_daemon.log().contains(secret) && !metrics.contains(secret));
    }

    /// A row that somebody has changed behind the vault's back refuses, and says so to who holds its token.
    void aDamagedKeyIsRefusedAsDamaged() {
        const CreatedKey key = create(m_vault.config(QStringLiteral("spoilt")));
        QVERIFY(becomes({bytes(key)}, 200));
        QCOMPARE(m_daemon.stop(), 0);
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("spoil"));
            db.setDatabaseName(m_vault.path());
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(QStringLiteral("UPDATE keys SET scopes = 'leads:read leads:write "
                                                      "billing:write' WHERE id = '%1'")
                                           .arg(key.key.id.toString())));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("spoil"));
        QVERIFY(m_daemon.start(m_vault.path()));
        const auto ask = [&](const QByteArray &token) {
            return httpAsk(m_daemon.port, "POST", "/v1/verify", {"Content-Type: application/json"},
                           "{\"token\": \"" + token + "\"}")
                .json()
                .value(QStringLiteral("code"))
                .toString();
        };
        QCOMPARE(gateway(m_daemon.port, {bytes(key)}).status, 401);
        QCOMPARE(ask(bytes(key)), QStringLiteral("damaged"));
        const auto forged = token::generate(QStringLiteral("lk"), Environment::Production, key.key.id);
        QCOMPARE(ask(forged.token.view().toByteArray()), QStringLiteral("unknown"));
    }

    void endsOnSigtermAndStartsAgain() {
        const CreatedKey key = create(m_vault.config(QStringLiteral("restart")));
        QVERIFY(becomes({bytes(key)}, 200));
        QCOMPARE(m_daemon.stop(), 0);
        QVERIFY(m_daemon.log().contains("\"stopped\""));
        QVERIFY(m_daemon.start(m_vault.path()));
        QCOMPARE(gateway(m_daemon.port, {bytes(key)}).status, 200);
        const CreatedKey later = create(m_vault.config(QStringLiteral("after the restart")));
        QVERIFY(becomes({bytes(later)}, 200));
    }
};

QTEST_GUILESS_MAIN(ServerVerifyTest)
#include "verify_test.moc"
