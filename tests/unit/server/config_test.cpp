#include "server/config/server_config.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using policy::Rules;

namespace {

/// JSON that is easier to read; moc does not take raw strings with "/**" in them.
QByteArray quoted(QByteArray json) {
    return json.replace('\'', '"');
}

QString scopeFor(const Rules &rules, std::string_view method, std::string_view target) {
    const auto match = rules.find(method, target);
    if (!match)
        return QStringLiteral("none");
    return match->rule->scope ? match->rule->scope->toString() : QStringLiteral("any key");
}

Rules rulesOf(const QByteArray &json) {
    const auto config = parseConfig("{\"rules\":" + json + "}");
    return config ? config->rules : Rules();
}

QString onlyProblem(const QByteArray &json) {
    const auto config = parseConfig(json, QStringLiteral("c.json"));
    return config                       ? QStringLiteral("good")
           : config.error().size() == 1 ? config.error().first().toString()
                                        : QStringLiteral("%1 problems").arg(config.error().size());
}

} // namespace

class ServerConfigTest : public QObject {
    Q_OBJECT
private slots:
    void everyFieldIsRead() {
        const auto config = parseConfig(
            quoted("{'listen': ['127.0.0.1:0', '[::1]:8443'], "
                   "'threads': 3, 'maxConnections': 10, 'hosts': ['Auth.Example.com'], "
                   "'trustedProxies': ['10.0.0.0/8'], 'callers': ['192.0.2.1'], 'environment': 'staging', "
                   "'customerHeader': 'X-Customer', 'introspectionSeconds': 5, 'requestRowsPerSecond': 7, "
                   "'confirmWithinSeconds': 4, "
                   "'rules': [{'method': ['GET', 'HEAD'], 'path': '/v1/leads/**', 'scope': 'leads:read', "
                   "'environment': 'production', 'type': 'billing'}, "
                   "{'path': '/open', 'anyKey': true}]}"));
        QVERIFY(config);
        QCOMPARE(config->listen.size(), 2);
        QCOMPARE(config->listen[1].address, QHostAddress(QStringLiteral("::1")));
        QCOMPARE(config->listen[1].port, quint16(8443));
        QCOMPARE(config->threads, 3);
        QCOMPARE(config->maxConnections, 10);
        QVERIFY(config->answersTo("auth.example.com:443") && config->answersTo("AUTH.example.com"));
        QVERIFY(config->answersTo("localhost:1") && config->answersTo("127.0.0.1:80") &&
                config->answersTo("[::1]"));
        QVERIFY(!config->answersTo("example.com") && !config->answersTo("") &&
                !config->answersTo("127.0.0.2"));
        QVERIFY(config->isTrustedProxy(QHostAddress(QStringLiteral("10.2.3.4"))));
        QVERIFY(config->mayCall(QHostAddress(QStringLiteral("192.0.2.1"))));
        QVERIFY(!config->mayCall(QHostAddress(QHostAddress::LocalHost)));
        QCOMPARE(config->environment, std::optional(Environment::Staging));
        QCOMPARE(QByteArray::fromStdString(config->customerHeader), QByteArrayLiteral("X-Customer"));
        QCOMPARE(config->introspectionSeconds, 5);
        QCOMPARE(config->requestRowsPerSecond, 7);
        QCOMPARE(config->fixedRules->size(), 2);
        QCOMPARE(config->fixedRules->first().type, std::optional(KeyType::Billing));
        QCOMPARE(config->confirmWithinSeconds, 4);
    }
    void withoutCallersOnlyThisComputerAndTheProxiesAsk() {
        const auto config = parseConfig(quoted("{'trustedProxies': ['10.0.0.0/8']}"));
        QVERIFY(config && config->mayCall(QHostAddress(QHostAddress::LocalHost)));
        QVERIFY(config->mayCall(QHostAddress(QStringLiteral("10.1.1.1"))));
        QVERIFY(!config->mayCall(QHostAddress(QStringLiteral("192.0.2.1"))));
    }
    void whatIsWrongIsNamedWithItsPlace_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *json, const char *said) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(said);
        };
        row("no JSON", "{", "c.json:1:2: the file ends too early");
        row("unknown field", "{\n  \"hots\": []}", "c.json:2:11: $.hots: there is no such field");
        row("twice", "{\"threads\":1,\n\"threads\":2}", "c.json:2:1: $.threads: this field stands twice");
        row("twice in a rule", "{\"rules\":[{\"anyKey\":true,\"path\":\"/a\",\n \"path\":\"/b\"}]}",
            "c.json:2:2: $.rules[0].path: this field stands twice");
        row("number", "{\"threads\": 65}", "c.json:1:13: $.threads: a number from 0 to 64 is expected");
        row("address", "{\"listen\": [\"localhost:1\"]}",
            "c.json:1:13: $.listen[0]: an address with a port is expected, like 127.0.0.1:8093");
        row("clear text", "{\"listen\": [\"0.0.0.0:1\"]}",
            "c.json:1:12: $.listen: keys would cross the network in clear: give \"tls\", or \"plainHttp\": "
            "true where "
            "the network itself is protected");
        row("range", "{\"callers\": [\"10.0.0.0/33\"]}",
            "c.json:1:14: $.callers[0]: an address or a block like 10.0.0.0/8 is expected");
        row("environment", "{\"environment\": \"live\"}",
            "c.json:1:17: $.environment: \"production\", \"staging\" or \"development\" is expected");
        row("half of TLS", "{\"tls\": {\"key\": \"k\"}}",
            "c.json:1:9: $.tls: both \"certificate\" and \"key\" are needed");
        row("no path", "{\"rules\": [{\"scope\": \"a:b\"}]}", "c.json:1:12: $.rules[0]: \"path\" is missing");
        row("who passes", "{\"rules\": [{\"path\": \"/a\"}]}",
            "c.json:1:12: $.rules[0]: either \"scope\" or \"anyKey\": true is needed, to say who passes");
        row("both", "{\"rules\": [{\"path\": \"/a\", \"scope\": \"a:b\", \"anyKey\": true}]}",
            "c.json:1:12: $.rules[0]: either \"scope\" or \"anyKey\": true is needed, to say who passes");
        row("method", "{\"rules\": [{\"path\": \"/a\", \"anyKey\": true, \"method\": \"get\"}]}",
            "c.json:1:53: $.rules[0].method: a method in capital letters is expected, like GET");
        row("pattern", "{\"rules\": [{\"path\": \"/a/**/b\", \"anyKey\": true}]}",
            "c.json:1:21: $.rules[0].path: ** stands at the end only");
    }
    void whatIsWrongIsNamedWithItsPlace() {
        QFETCH(QByteArray, json);
        QFETCH(QString, said);
        QCOMPARE(onlyProblem(json), said);
    }
    void allProblemsAreNamed() {
        const auto config = parseConfig(quoted("{'threads': 'x', 'what': 1, 'rules': [{'path': 'a'}]}"));
        QVERIFY(!config);
        QCOMPARE(config.error().size(), 4);
    }
    /// What stands twice hides none of the others; in the order of the file.
    void aRepeatedFieldIsOneProblemOfSeveral() {
        const auto config = parseConfig(quoted("{'threads': 1,\n'threads': 99,\n'hots': [],\n"
                                               "'rules': [{'path': '/a', 'anyKey': true,\n'path': 'b'}],\n"
                                               "'hots': 2}"));
        QVERIFY(!config);
        QStringList said;
        for (const ConfigProblem &p : config.error())
            said.append(QStringLiteral("%1 %2: %3").arg(p.line).arg(p.path, p.message));
        QCOMPARE(said, (QStringList{QStringLiteral("2 $.threads: this field stands twice"),
                                    QStringLiteral("2 $.threads: a number from 0 to 64 is expected"),
                                    QStringLiteral("3 $.hots: there is no such field"),
                                    QStringLiteral("5 $.rules[0].path: this field stands twice"),
                                    QStringLiteral("5 $.rules[0].path: a path begins with /"),
                                    QStringLiteral("6 $.hots: this field stands twice"),
                                    QStringLiteral("6 $.hots: there is no such field")}));
    }
    void permissionsThatTheVaultDoesNotHaveAreNamed() {
        const auto catalogue = Catalogue::fromJson(defaultCatalogueJson());
        QVERIFY(catalogue);
        const QByteArray json = quoted("{'threads': 99,\n'rules': [{'path': '/a', 'scope': 'leads:read'},\n"
                                       "{'path': '/b', 'scope': 'leads:raed', 'environment': 'live'}]}");
        const auto config = parseConfig(json, QStringLiteral("c.json"), {{}, &*catalogue});
        QVERIFY(!config);
        QCOMPARE(config.error().size(), 3);
        QCOMPARE(config.error()[1].toString(),
                 QStringLiteral("c.json:3:25: $.rules[1].scope: the catalogue of the vault has no permission "
                                "leads:raed"));
        QCOMPARE(config.error()[2].path, QStringLiteral("$.rules[1].environment"));
        GatewayRule kept;
        kept.path = QStringLiteral("/c");
        kept.scope = QStringLiteral("leads:raed");
        const QList<ConfigProblem> inVault = problemsOf({kept}, *catalogue, QStringLiteral("v"));
        QCOMPARE(inVault.size(), 1);
        QCOMPARE(inVault.first().path, QStringLiteral("$.rules[0].scope"));
    }
    void theFirstRuleThatFitsHolds() {
        const Rules rules = rulesOf(quoted(
            "[{'method': 'GET', 'path': '/v1/leads', 'scope': 'leads:read'}, "
            "{'method': ['POST', 'PUT'], 'path': '/v1/leads/**', 'scope': 'leads:write'}, "
            "{'path': '/v1/*/export', 'scope': 'export:read'}, "
            "{'path': '/v1/leads/**', 'scope': 'leads:admin'}, {'path': '/open/**', 'anyKey': true}]"));
        QCOMPARE(scopeFor(rules, "GET", "/v1/leads"), QStringLiteral("leads:read"));
        QCOMPARE(scopeFor(rules, "GET", "/v1/leads/"), QStringLiteral("leads:read"));
        QCOMPARE(scopeFor(rules, "GET", "/v1/leads?all=1"), QStringLiteral("leads:read"));
        QCOMPARE(scopeFor(rules, "POST", "/v1/leads"), QStringLiteral("leads:write"));
        QCOMPARE(scopeFor(rules, "PUT", "/v1/leads/7/notes"), QStringLiteral("leads:write"));
        QCOMPARE(scopeFor(rules, "GET", "/v1/leads/export"), QStringLiteral("export:read"));
        QCOMPARE(scopeFor(rules, "DELETE", "/v1/leads/7"), QStringLiteral("leads:admin"));
        QCOMPARE(scopeFor(rules, "GET", "/open"), QStringLiteral("any key"));
        QCOMPARE(scopeFor(rules, "GET", "/v1"), QStringLiteral("none"));
        QCOMPARE(scopeFor(rules, "GET", "/"), QStringLiteral("none"));
        QCOMPARE(scopeFor(rules, "GET", "/V1/leads"), QStringLiteral("none"));
        QCOMPARE(scopeFor(Rules(), "GET", "/v1/leads"), QStringLiteral("none"));
    }
    void aPathNamesTheCustomer() {
        const Rules rules =
            rulesOf(quoted("[{'path': '/v1/customers/{customer}/leads/**', 'scope': 'leads:read'}]"));
        const auto match = rules.find("GET", "/v1/customers/caf%C3%A9/leads/1");
        QVERIFY(match);
        QCOMPARE(QString::fromStdString(match->customer), QStringLiteral("café"));
    }
    /// Each of these is another path for some server: none fits even the rule for everything.
    void pathsThatAreReadInTwoWaysFitNoRule_data() {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"",
                                 "v1",
                                 "http://x/v1",
                                 "*",
                                 "//",
                                 "//v1",
                                 "/v1//leads",
                                 "/v1/../admin",
                                 "/v1/./leads",
                                 "/v1/%2e%2e/admin",
                                 "/v1/%2E",
                                 "/v1%2fleads",
                                 "/v1%5cleads",
                                 "/v1\\leads",
                                 "/v1;a=b",
                                 "/v1%3ba",
                                 "/v1%00",
                                 "/v1%0a",
                                 "/v1%",
                                 "/v1%2",
                                 "/v1%zz",
                                 "/v1%252e%252e",
                                 "/v1%25%32e",
                                 "/a b",
                                 "/a\tb",
                                 "/a#b",
                                 "/\xc3\xa9"})
            QTest::newRow(*path ? path : "nothing") << QByteArray(path);
    }
    void pathsThatAreReadInTwoWaysFitNoRule() {
        QFETCH(QByteArray, path);
        const Rules rules = rulesOf(quoted("[{'path': '/**', 'anyKey': true}]"));
        QCOMPARE(scopeFor(rules, "GET", "/v1/leads%20new"), QStringLiteral("any key"));
        QCOMPARE(scopeFor(rules, "GET", path.toStdString()), QStringLiteral("none"));
    }
    void aRequestHasAPatternThatFitsIt_data() {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("pattern");
        const auto row = [](const char *target, const char *pattern) {
            QTest::newRow(target) << QByteArray(target) << QString::fromUtf8(pattern);
        };
        row("/", "/");
        row("/v1/leads/?page=2", "/v1/leads");
        row("/v1/caf%C3%A9/7", "/v1/caf\xc3\xa9/7");
        row("/v1/a%20b/%2a%2A/{customer}/%FF/7", "/v1/*/*/*/*/7"); // what text in a pattern cannot say
        row("/v1//leads", "none");
        row("/v1/a;b", "none");
    }
    void aRequestHasAPatternThatFitsIt() {
        QFETCH(QByteArray, target);
        QFETCH(QString, pattern);
        const auto found = policy::patternOf(target.toStdString());
        QCOMPARE(found.value_or(QStringLiteral("none")), pattern);
        if (!found)
            return;
        GatewayRule rule;
        rule.path = *found;
        QCOMPARE(scopeFor(Rules::of({rule}), "GET", target.toStdString()), QStringLiteral("any key"));
    }
    void aKeyFileThatOthersMayReadIsRefused() {
        QTemporaryDir dir;
        const QString config = dir.filePath(QStringLiteral("c.json")),
                      key = dir.filePath(QStringLiteral("k.pem"));
        const auto write = [](const QString &path, const QByteArray &bytes) {
            QFile f(path);
            return f.open(QIODevice::WriteOnly) && f.write(bytes) == bytes.size();
        };
        QVERIFY(write(key, "no key"));
        QVERIFY(write(config, "{\"tls\": {\"certificate\": \"" + key.toUtf8() + "\", \"key\": \"" +
                                  key.toUtf8() + "\"}}"));
        QVERIFY(QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        auto loaded = loadConfig(config);
        QVERIFY(!loaded && loaded.error().first().message.contains(u"mode 0640"));
        QVERIFY(QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner));
        loaded = loadConfig(config);
        QVERIFY(!loaded && loaded.error().first().message.contains(u"holds no certificate"));
        QVERIFY(!loadConfig(dir.filePath(QStringLiteral("none.json"))));
    }
    /// As the reader's own source names them.
    void everyFieldStandsInTheManual() {
        const auto textOf = [](const char *path) {
            QFile f(QStringLiteral(LATCHKEY_SOURCE "/") + QLatin1StringView(path));
            return f.open(QIODevice::ReadOnly) ? QString::fromUtf8(f.readAll()) : QString();
        };
        const QString manual = textOf("packaging/linux/latchkeyd.8"), guide = textOf("docs/server.md");
        static const QRegularExpression name(QStringLiteral("\\{u\"(\\w+)\","));
        int fields = 0;
        for (const auto &found : name.globalMatch(textOf("server/config/config_reader.cpp"))) {
            const QString field = found.captured(1);
            QVERIFY2(manual.contains(field), qPrintable(field));
            QVERIFY2(guide.contains(field), qPrintable(field));
            ++fields;
        }
        QVERIFY(fields >= 14);
    }
};

QTEST_GUILESS_MAIN(ServerConfigTest)
#include "config_test.moc"
