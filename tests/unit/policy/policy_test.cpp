#include "core/policy/policy.h"

#include <QRandomGenerator>
#include <QTest>

using namespace latchkey;
using namespace latchkey::policy;

namespace {

constexpr Instant noon(1'800'000'000'000);

ApiKey keyWith(const std::function<void(ApiKey &)> &change = {}) {
    ApiKey k;
    k.id = *KeyId::fromString(u"000000000000");
    k.config.name = QStringLiteral("CRM sync");
    k.config.environment = Environment::Production;
    k.config.scopes = ScopeSet::parse(u"leads:read leads:write");
    k.config.allowedIps = parseIpRanges(QStringLiteral("10.2.0.0/16\n2001:db8::/32"), nullptr);
    k.config.customers = {QStringLiteral("Contoso"), QStringLiteral("Northwind")};
    k.config.limits.set(RatePeriod::Minute, 2);
    k.config.expires = noon;
    if (change)
        change(k);
    return k;
}

Request goodRequest() {
    Request r;
    r.environment = Environment::Production;
    r.type = KeyType::General;
    r.address = QHostAddress(QStringLiteral("10.2.3.4"));
    r.customer = QStringLiteral("Contoso");
    r.scope = Scope::fromString(u"leads:read");
    r.at = noon;
    r.monotonic = TicksPerMs;
    return r;
}

} // namespace

class PolicyTest : public QObject {
    Q_OBJECT
private slots:
    void eachCheckDecides_data() {
        using Change = std::function<void(ApiKey &, Request &, Presented &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *word, int status, Change change) {
            QTest::newRow(name) << std::move(change) << QString::fromLatin1(word) << status;
        };
        row("all good", "allowed", 200, [](auto &, auto &, auto &) {});
        row("shape", "malformed", 401, [](auto &, auto &, auto &t) { t.wellFormed = false; });
        row("no such key", "unknown", 401, [](auto &, auto &, auto &t) { t.key = nullptr; });
        row("wrong secret", "unknown", 401, [](auto &, auto &, auto &t) { t.secretMatches = false; });
        row("inactive", "inactive", 401, [](auto &k, auto &, auto &) { k.state = KeyState::Inactive; });
        row("revoked", "revoked", 401, [](auto &k, auto &, auto &) { k.state = KeyState::Revoked; });
        row("deleted", "deleted", 401, [](auto &k, auto &, auto &) { k.state = KeyState::Deleted; });
        row("purged", "deleted", 401, [](auto &k, auto &, auto &) { k.state = KeyState::Purged; });
        row("damaged", "damaged", 401, [](auto &k, auto &, auto &) { k.damaged = true; });
        row("one ms too late", "expired", 401, [](auto &, auto &r, auto &) { r.at = noon.plusMs(1); });
        row("one ms before", "allowed", 200, [](auto &, auto &r, auto &) { r.at = noon.plusMs(-1); });
        row("inactive and expired", "inactive", 401, [](auto &k, auto &r, auto &) {
            k.state = KeyState::Inactive;
            r.at = noon.plusMs(1);
        });
        row("old token in its overlap", "allowed", 200, [](auto &, auto &, auto &t) { t.retiresAt = noon; });
        row("old token after it", "replaced", 401,
            [](auto &, auto &, auto &t) { t.retiresAt = noon.plusMs(-1); });
        row("environment", "wrong_environment", 401,
            [](auto &, auto &r, auto &) { r.environment = Environment::Staging; });
        row("type", "wrong_type", 403, [](auto &, auto &r, auto &) { r.type = KeyType::Billing; });
        row("address v4", "ip_denied", 403,
            [](auto &, auto &r, auto &) { r.address = QHostAddress(QStringLiteral("10.3.0.1")); });
        row("address v6 inside", "allowed", 200,
            [](auto &, auto &r, auto &) { r.address = QHostAddress(QStringLiteral("2001:db8::7")); });
        row("address not given", "ip_denied", 403, [](auto &, auto &r, auto &) { r.address.reset(); });
        row("anywhere", "allowed", 200, [](auto &k, auto &r, auto &) {
            k.config.allowedIps.clear();
            r.address.reset();
        });
        row("customer", "customer_denied", 403,
            [](auto &, auto &r, auto &) { r.customer = QStringLiteral("contoso"); });
        row("customer not given", "customer_denied", 403,
            [](auto &, auto &r, auto &) { r.customer.reset(); });
        row("scope", "insufficient_scope", 403,
            [](auto &, auto &r, auto &) { r.scope = Scope::fromString(u"leads:delete"); });
        row("nothing asked", "allowed", 200, [](auto &, auto &r, auto &) { r.scope.reset(); });
        // Two failures at once: the earlier check decides.
        row("environment before type", "wrong_environment", 401, [](auto &, auto &r, auto &) {
            r.environment = Environment::Development;
            r.type = KeyType::Billing;
        });
        row("address before scope", "ip_denied", 403, [](auto &, auto &r, auto &) {
            r.address = QHostAddress(QStringLiteral("8.8.8.8"));
            r.scope = Scope::fromString(u"leads:delete");
        });
        row("state before environment", "revoked", 401, [](auto &k, auto &r, auto &) {
            k.state = KeyState::Revoked;
            r.environment = Environment::Development;
        });
    }
    void eachCheckDecides() {
        using Change = std::function<void(ApiKey &, Request &, Presented &)>;
        QFETCH(const Change, change);
        QFETCH(const QString, word);
        QFETCH(const int, status);
        ApiKey key = keyWith();
        Request request = goodRequest();
        Presented token;
        KeyFacts facts;
        token.key = &facts;
        change(key, request, token);
        facts = KeyFacts::of(key);
        Meter meter;
        const Decision d = decide(token, request, &meter);
        QCOMPARE(toWord(d.code), word);
        QCOMPARE(httpStatusOf(d.code), status);
        QCOMPARE(decisionCodeFromWord(word), std::optional(d.code));
        QCOMPARE(d.decidedBy.has_value(), !d.allowed());
        // The explanation's first failure is the decision, unless the request left something out.
        for (const CheckResult &c : explain(token, request, &meter)) {
            if (c.outcome == CheckOutcome::Failed) {
                QCOMPARE(c.code, d.code);
                break;
            }
        }
    }

    void limitsComeLastAndOnlyTheAllowedPay() {
        const KeyFacts facts = KeyFacts::of(keyWith());
        const Presented token{true, &facts, true, {}};
        Meter meter;
        Request denied = goodRequest();
        denied.scope = Scope::fromString(u"leads:delete");
        for (int i = 0; i < 10; ++i)
            QCOMPARE(decide(token, denied, &meter).code, DecisionCode::InsufficientScope);
        for (int i = 0; i < 10; ++i)
            explain(token, goodRequest(), &meter);
        QVERIFY(decide(token, goodRequest(), &meter).allowed());
        QVERIFY(decide(token, goodRequest(), &meter).allowed());
        const Decision third = decide(token, goodRequest(), &meter);
        QCOMPARE(third.code, DecisionCode::RateLimited);
        QCOMPARE(third.retryAfterMs, 30'000);
        const auto lines = explain(token, goodRequest(), &meter);
        QCOMPARE(lines.size(), qsizetype(AllChecks.size()));
        QCOMPARE(lines.last().code, DecisionCode::RateLimited);
        QCOMPARE(lines.last().params.value(QStringLiteral("limit")).toInt(), 2);
    }

    void explainGoesOnAfterAFailure() {
        ApiKey key = keyWith([](ApiKey &k) { k.state = KeyState::Inactive; });
        const KeyFacts facts = KeyFacts::of(key);
        Request r = goodRequest();
        r.environment = Environment::Staging;
        r.customer.reset();
        const auto lines = explain({true, &facts, true, {}}, r, nullptr);
        const auto outcome = [&](Check c) { return lines[static_cast<int>(c)].outcome; };
        QCOMPARE(outcome(Check::Shape), CheckOutcome::Passed);
        QCOMPARE(outcome(Check::State), CheckOutcome::Failed);
        QCOMPARE(outcome(Check::Environment), CheckOutcome::Failed);
        QCOMPARE(outcome(Check::Address), CheckOutcome::Passed);
        QCOMPARE(outcome(Check::Customer), CheckOutcome::NotChecked);
        QCOMPARE(outcome(Check::Scope), CheckOutcome::Passed);
        QCOMPARE(outcome(Check::RateLimit), CheckOutcome::NotChecked);
        const auto unknown = explain({true, nullptr, true, {}}, r, nullptr);
        QCOMPARE(unknown[1].code, DecisionCode::Unknown);
        for (qsizetype i = 2; i < unknown.size(); ++i)
            QCOMPARE(unknown[i].outcome, CheckOutcome::NotChecked);
    }

    /// Whatever is taken away from a key or asked on top of it, no decision turns from refused to allowed.
    void lessNeverAllowsMore() {
        QRandomGenerator r(7);
        const auto maybe = [&] { return r.bounded(2) == 0; };
        for (int n = 0; n < 20'000; ++n) {
            ApiKey k = keyWith([&](ApiKey &key) {
                key.state = static_cast<KeyState>(maybe() ? 0 : r.bounded(5));
                if (maybe())
                    key.config.allowedIps.clear();
                if (maybe())
                    key.config.customers.clear();
                if (maybe())
                    key.config.expires.reset();
            });
            Request q = goodRequest();
            q.at = noon.plusMs(r.bounded(3) - 1);
            if (maybe())
                q.environment = static_cast<Environment>(r.bounded(3));
            if (maybe())
                q.scope = Scope::fromString(maybe() ? u"leads:write" : u"leads:delete");
            ApiKey less = k;
            switch (r.bounded(5)) {
            case 0:
                less.config.scopes = ScopeSet::parse(u"leads:read");
                break;
            case 1:
                less.config.expires = noon.plusMs(-1);
                break;
            case 2:
                less.config.allowedIps = parseIpRanges(QStringLiteral("10.2.3.0/30"), nullptr);
                break;
            case 3:
                less.config.customers = {QStringLiteral("Northwind")};
                break;
            default:
                less.damaged = true;
            }
            const KeyFacts whole = KeyFacts::of(k), part = KeyFacts::of(less);
            if (!decide({true, &whole, true, {}}, q, nullptr).allowed())
                QVERIFY(!decide({true, &part, true, {}}, q, nullptr).allowed());
        }
    }
};

QTEST_GUILESS_MAIN(PolicyTest)
#include "policy_test.moc"
