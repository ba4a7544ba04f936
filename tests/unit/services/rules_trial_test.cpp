#include "core/policy/rules.h"
#include "core/services/rules_trial.h"

#include "core/backend/request_log.h"
#include "tests/support/test_vault.h"

using namespace latchkey;

namespace {

GatewayRule rule(const char *path, const char *scope, const QStringList &methods = {}) {
    return {methods, QLatin1StringView(path), QLatin1StringView(scope), {}, {}};
}

RequestRecord request(const ApiKey &key, const char *method, const char *path, Instant at) {
    RequestRecord r;
    r.at = at;
    r.key = key.id;
    r.credential = key.credentialId;
    r.method = QLatin1StringView(method);
    r.path = QLatin1StringView(path);
    r.ip = QStringLiteral("192.0.2.7");
    return r;
}

QStringList codesOf(const GatewayRule &r) {
    QStringList codes;
    const QList<FieldError> faults = policy::faultsOf(r);
    for (const FieldError &f : faults)
        codes.append(f.field + u':' + f.code);
    return codes;
}

} // namespace

/// Rules of gateways: what is wrong with one, and what others would have done to the requests that came.
class RulesTrialTest : public QObject {
    Q_OBJECT
    static constexpr Instant Now{1'795'000'000'000};

    static ApiKey keyWith(TestVault &v, const char *name, QStringView scopes) {
        KeyConfig c;
        c.name = QLatin1StringView(name);
        c.environment = Environment::Production;
        c.scopes = ScopeSet::parse(scopes);
        return waitFor(v.service->create(c))->key;
    }

private slots:
    void faults() {
        QCOMPARE(codesOf(rule("/v1/leads/{customer}/**", "leads:read", {QStringLiteral("GET")})),
                 QStringList());
        QCOMPARE(codesOf(rule("", "")), QStringList{QStringLiteral("path:empty")});
        QCOMPARE(codesOf(rule("leads", "")), QStringList{QStringLiteral("path:noSlash")});
        QCOMPARE(codesOf(rule("/**/x", "")), QStringList{QStringLiteral("path:restNotLast")});
        QCOMPARE(codesOf(rule("/a?b", "no scope", {QStringLiteral("get")})),
                 (QStringList{QStringLiteral("methods:badMethod"), QStringLiteral("path:badCharacter"),
                              QStringLiteral("scope:badScope")}));
        // One bad rule, and none holds: what it forbids, the next might allow.
        QVERIFY(policy::Rules::of({rule("bad", "leads:read"), rule("/**", "")}).isEmpty());
    }

    void methodsThatAreSlips() {
        QVERIFY(policy::isUsualMethod(QStringLiteral("PATCH")));
        QVERIFY(!policy::isUsualMethod(QStringLiteral("POTS")));
        QCOMPARE(policy::nearestMethod(QStringLiteral("POTS")), QStringLiteral("POST"));
        QCOMPARE(policy::nearestMethod(QStringLiteral("GTE")), QStringLiteral("GET"));
        QCOMPARE(policy::nearestMethod(QStringLiteral("PROPFND")), QStringLiteral("PROPFIND"));
        QCOMPARE(policy::nearestMethod(QStringLiteral("SUBSCRIBE")), QString());
    }

    /// A rule that an earlier one covers entirely is never reached.
    void covered_data() {
        QTest::addColumn<QString>("earlier");
        QTest::addColumn<QString>("later");
        QTest::addColumn<bool>("covered");
        const auto row = [](const char *earlier, const char *later, bool covered) {
            QTest::addRow("%s, %s", earlier, later)
                << QString::fromLatin1(earlier) << QString::fromLatin1(later) << covered;
        };
        row("/a", "/a", true);
        row("GET /a", "GET /a", true);
        row("GET,POST /a", "POST /a", true);
        row("/a", "GET /a", true);
        row("GET /a", "/a", false);
        row("GET /a", "GET,POST /a", false);
        row("/a", "/b", false);
        row("/a", "/a/b", false);
        row("/a/b", "/a", false);
        row("/a/**", "/a", true);
        row("/a/**", "/a/b/c", true);
        row("/a/**", "/a/*/**", true);
        row("/a/**", "/a/**", true);
        row("/a/*/**", "/a/**", false); // which is /a too
        row("/**", "/", true);
        row("/*", "/**", false);
        row("/a/*", "/a/b", true);
        row("/a/b", "/a/*", false);
        row("/a/*", "/a/{customer}", true);
        row("/a/{customer}", "/a/x", true);
        row("/a/*", "/a/**", false);
        row("/a/*", "/b/*", false);
        row("/", "/", true);
        row("bad", "/a", false);
        row("/**", "bad", false);
    }
    void covered() {
        QFETCH(QString, earlier);
        QFETCH(QString, later);
        QFETCH(bool, covered);
        const auto read = [](const QString &text) {
            GatewayRule r;
            r.path = text.section(u' ', -1);
            r.methods = text.section(u' ', 0, -2).split(u',', Qt::SkipEmptyParts);
            return r;
        };
        QCOMPARE(policy::coveredBy({read(earlier), read(later)}), QList<qsizetype>({-1, covered ? 0 : -1}));
    }

    void differences() {
        const GatewayRule a = rule("/a", "leads:read"), b = rule("/b", "");
        QCOMPARE(difference({a}, {a, b}).added, QStringList{QStringLiteral("* /b any key")});
        QVERIFY(difference({a}, {a, b}).removed.isEmpty());
        QCOMPARE(difference({a, b}, {b, a}).removed.size(), 2); // the order counts
    }

    void whatOtherRulesWouldDo() {
        TestVault v(Now);
        v.open();
        const ApiKey reader = keyWith(v, "Reader", u"leads:read"),
                     writer = keyWith(v, "Writer", u"leads:read leads:write");
        RuleBook now;
        now.kept.rules = {rule("/leads", "leads:read"), rule("/admin", "leads:write")};
        QList<RequestRecord> log;
        for (int i = 0; i < 3; ++i)
            log.append(request(reader, "POST", "/leads", Now.plusMs(-i)));
        log.append(request(writer, "POST", "/leads", Now));
        log.append(request(reader, "GET", "/admin", Now));
        log.append(request(reader, "GET", "/none", Now));
        RequestRecord stranger = request(reader, "GET", "/leads", Now);
        stranger.key = KeyId();
        log.append(stranger);
        RequestRecord program = request(reader, "", "", Now.plusMs(-9));
        log.append(program);
        const QList<GatewayRule> after{rule("/leads", "leads:write", {QStringLiteral("POST")}),
                                       rule("/leads", "leads:read"), rule("/admin", "leads:read")};
        const RulesTrial t = trialOf(log, {{reader.id, reader}, {writer.id, writer}}, now, after, Now);
        QCOMPARE(t.looked, 7);
        QCOMPARE(t.unknown, 1);
        QCOMPARE(t.refused, 3);
        QCOMPARE(t.allowed, 1);
        QCOMPARE(t.changes.size(), 2);
        QCOMPARE(t.changes[0].requests, 3);
        QCOMPARE(t.changes[0].path, QStringLiteral("/leads"));
        QCOMPARE(t.changes[0].before, DecisionCode::Allowed);
        QCOMPARE(t.changes[0].after, DecisionCode::InsufficientScope);
        QCOMPARE(t.changes[0].rule, 0);
        QCOMPARE(t.changes[1].after, DecisionCode::Allowed);
        QCOMPARE(t.changes[1].rule, 2);
        // What no rule decides is counted, and not passed over.
        QCOMPARE(t.otherwise, 0);
        ApiKey revoked = reader;
        revoked.state = KeyState::Revoked;
        const RulesTrial r = trialOf(log, {{reader.id, revoked}, {writer.id, writer}}, now, after, Now);
        QCOMPARE(r.otherwise, 5);
        QVERIFY(r.changes.isEmpty() && r.refused + r.allowed + r.others == 0);
        // The rules of the server's own file are those that hold there.
        now.fixed = after;
        QVERIFY(trialOf(log, {{reader.id, reader}}, now, after, Now).changes.isEmpty());
        // A rule for another environment, and one that names the customer.
        QList<GatewayRule> staging{rule("/leads", "leads:read")};
        staging[0].environment = Environment::Staging;
        now.fixed.reset();
        const RulesTrial s = trialOf(log, {{reader.id, reader}}, now, staging, Now);
        QCOMPARE(s.changes[0].after, DecisionCode::WrongEnvironment);
        // That no rule fits is another cause than a permission that is lacking, as in the log of requests.
        QCOMPARE(s.others, 1);
        QCOMPARE(s.changes.last().path, QStringLiteral("/admin"));
        QCOMPARE(s.changes.last().before, DecisionCode::InsufficientScope);
        QCOMPARE(s.changes.last().after, DecisionCode::NoRule);
    }

    void requestsOfAVault() {
        TestVault v(Now);
        v.open();
        const ApiKey reader = keyWith(v, "Reader", u"leads:read");
        QList<RequestRecord> log;
        for (int i = 0; i < 1'200; ++i)
            log.append(request(reader, "GET", i < 200 ? "/old" : "/leads", Now.plusMs(-2'000 + i)));
        QVERIFY(waitFor(v.backend->requests()->append(log)));
        const auto first = waitFor(v.service->changeRules({rule("/leads", "leads:read")}, 1));
        QVERIFY(first);
        QCOMPARE(first->kept.version, 2);
        const auto trial = waitFor(tryRules(*v.service, *first, {rule("/leads", "leads:write")}));
        QVERIFY(trial);
        QCOMPARE(trial->looked, TrialRequests); // the newest
        QCOMPARE(trial->refused, TrialRequests);
        QCOMPARE(trial->changes.size(), 1);
        QCOMPARE(trial->changes[0].keyName, QStringLiteral("Reader"));
    }
};

QTEST_GUILESS_MAIN(RulesTrialTest)
#include "rules_trial_test.moc"
