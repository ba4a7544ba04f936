#include "tests/unit/services/diagnosis/spoilt_case.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::diagnosis;

Q_DECLARE_METATYPE(Spoil)

class CausesTest : public QObject {
    Q_OBJECT
private slots:
    void firstCause_data() {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("code"); // of the first cause; "allowed": nothing in the key
        QTest::addColumn<int>("fix");
        const auto row = [](const char *name, const char *code, Fix fix, Spoil spoil) {
            QTest::newRow(name) << std::move(spoil) << QString::fromLatin1(code) << static_cast<int>(fix);
        };
        row("nothing is wrong", "allowed", Fix::None, [](Case &) {});

        // 1: shape
        row("malformed", "malformed", Fix::PasteAgain, [](Case &c) { c.subject.token = Token::Malformed; });
        row("malformed, no key", "malformed", Fix::PasteAgain, [](Case &c) {
            c.subject.token = Token::Malformed;
            c.subject.key.reset();
        });
        row("malformed before all else", "malformed", Fix::PasteAgain, [](Case &c) {
            c.subject.token = Token::Malformed;
            c.key().state = KeyState::Revoked;
            c.facts.environment = E::Staging;
        });
        row("the response says malformed", "malformed", Fix::PasteAgain, [](Case &c) {
            c.subject.token = Token::NotGiven;
            c.says(401, D::Malformed);
        });

        // 2: known
        row("unknown", "unknown", Fix::ChooseKey, [](Case &c) {
            c.subject.token = Token::NoKey;
            c.subject.key.reset();
        });
        row("wrong secret", "unknown", Fix::Rotate, [](Case &c) { c.subject.token = Token::WrongSecret; });
        row("wrong secret of a revoked key", "unknown", Fix::Rotate, [](Case &c) {
            c.subject.token = Token::WrongSecret;
            c.key().state = KeyState::Revoked;
        });
        row("the response says unknown of a chosen key", "unknown", Fix::Rotate, [](Case &c) {
            c.subject.token = Token::NotGiven;
            c.says(401, D::Unknown);
        });

        // 3: state and expiry
        row("inactive", "inactive", Fix::Activate, [](Case &c) { c.key().state = KeyState::Inactive; });
        row("inactive and expired", "inactive", Fix::Activate, [](Case &c) {
            c.key().state = KeyState::Inactive;
            c.key().config.expires = noon.plusDays(-1);
        });
        row("revoked", "revoked", Fix::Restore, [](Case &c) { c.key().state = KeyState::Revoked; });
        row("revoked as leaked", "revoked", Fix::Duplicate, [](Case &c) {
            c.key().state = KeyState::Revoked;
            c.key().leaked = true;
        });
        row("revoked and expired", "revoked", Fix::Restore, [](Case &c) {
            c.key().state = KeyState::Revoked;
            c.key().config.expires = noon.plusDays(-1);
        });
        row("deleted", "deleted", Fix::Restore, [](Case &c) { c.key().state = KeyState::Deleted; });
        row("deleted for good", "deleted", Fix::CreateKey, [](Case &c) { c.key().state = KeyState::Purged; });
        row("damaged", "damaged", Fix::CreateKey, [](Case &c) { c.key().damaged = true; });
        row("expired by a millisecond", "expired", Fix::ExtendExpiry,
            [](Case &c) { c.facts.at = noon.plusMs(1); });
        row("in its last millisecond", "allowed", Fix::None, [](Case &c) { c.facts.at = noon; });
        row("a millisecond before its end", "allowed", Fix::None,
            [](Case &c) { c.facts.at = noon.plusMs(-1); });
        row("expired long ago", "expired", Fix::ExtendExpiry,
            [](Case &c) { c.key().config.expires = noon.plusDays(-400); });
        row("no time given: now counts", "expired", Fix::ExtendExpiry, [](Case &c) {
            c.facts.at.reset();
            c.setting.now = noon.plusMs(1);
        });
        row("never expires", "allowed", Fix::None, [](Case &c) {
            c.key().config.expires.reset();
            c.facts.at = noon.plusDays(4000);
        });
        row("clock back: revoked stays revoked", "revoked", Fix::Restore, [](Case &c) {
            c.key().state = KeyState::Revoked;
            c.setting.now = noon.plusDays(-60);
        });
        row("clock back: deleted stays deleted", "deleted", Fix::Restore, [](Case &c) {
            c.key().state = KeyState::Deleted;
            c.setting.now = noon.plusDays(-60);
        });
        row("clock back: the request's own time decides", "expired", Fix::ExtendExpiry, [](Case &c) {
            c.facts.at = noon.plusMs(1);
            c.setting.now = noon.plusDays(-1);
        });
        row("old token in its overlap", "allowed", Fix::None, [](Case &c) {
            rotate(c, noon);
            c.subject.token = Token::Old;
        });
        row("old token a millisecond later", "replaced", Fix::Rotate, [](Case &c) {
            rotate(c, noon.plusMs(-1));
            c.subject.token = Token::Old;
        });
        row("old token until somebody stops it", "allowed", Fix::None, [](Case &c) {
            rotate(c, std::nullopt);
            c.subject.token = Token::Old;
        });
        row("regenerated: the old token at once", "replaced", Fix::Rotate, [](Case &c) {
            rotate(c, noon.plusMs(-3'600'001));
            c.subject.token = Token::Old;
        });
        row("a token from before the last rotation", "replaced", Fix::Rotate, [](Case &c) {
            rotate(c, noon.plusDays(1));
            c.subject.token = Token::Earlier;
        });
        row("new token after a rotation", "allowed", Fix::None, [](Case &c) { rotate(c, noon.plusMs(-1)); });
        row("old token of an expired key", "expired", Fix::ExtendExpiry, [](Case &c) {
            rotate(c, noon.plusDays(-1));
            c.subject.token = Token::Old;
            c.key().config.expires = noon.plusDays(-1);
        });

        // 4: environment
        row("a Staging key on Production", "wrong_environment", Fix::ShowEnvironment,
            [](Case &c) { c.key().config.environment = E::Staging; });
        row("a Production key on Staging", "wrong_environment", Fix::ShowEnvironment,
            [](Case &c) { c.facts.environment = E::Staging; });
        row("a Development key on Staging", "wrong_environment", Fix::ShowEnvironment, [](Case &c) {
            c.key().config.environment = E::Development;
            c.facts.environment = E::Staging;
        });
        row("a Development key on Development", "allowed", Fix::None, [](Case &c) {
            c.key().config.environment = E::Development;
            c.facts.environment = E::Development;
        });
        row("an environment that nobody named", "allowed", Fix::None,
            [](Case &c) { c.facts.environment.reset(); });
        row("expired before wrong environment", "expired", Fix::ExtendExpiry, [](Case &c) {
            c.facts.environment = E::Staging;
            c.facts.at = noon.plusMs(1);
        });
        row("wrong environment before scope", "wrong_environment", Fix::ShowEnvironment, [](Case &c) {
            c.facts.environment = E::Staging;
            c.facts.scope = Scope::fromString(u"leads:delete");
        });

        // 5: type
        row("a Billing key for leads", "wrong_type", Fix::ShowType,
            [](Case &c) { c.key().config.type = KeyType::Billing; });
        row("a Billing key for leads: before its scope", "wrong_type", Fix::ShowType, [](Case &c) {
            c.key().config.type = KeyType::Billing;
            c.key().config.scopes = {};
        });
        row("a type that nobody can tell", "allowed", Fix::None, [](Case &c) {
            c.key().config.type = KeyType::Billing;
            c.facts.scope.reset();
        });

        // 6: address
        row("another address", "ip_denied", Fix::ReviewIps,
            [](Case &c) { c.facts.address = QHostAddress(QStringLiteral("10.3.0.1")); });
        row("the last address of the range", "allowed", Fix::None,
            [](Case &c) { c.facts.address = QHostAddress(QStringLiteral("10.2.255.255")); });
        row("IPv6 inside", "allowed", Fix::None,
            [](Case &c) { c.facts.address = QHostAddress(QStringLiteral("2001:db8:ffff::1")); });
        row("IPv6 outside", "ip_denied", Fix::ReviewIps,
            [](Case &c) { c.facts.address = QHostAddress(QStringLiteral("2001:db9::1")); });
        row("from anywhere", "allowed", Fix::None, [](Case &c) {
            c.key().config.allowedIps.clear();
            c.facts.address = QHostAddress(QStringLiteral("203.0.113.9"));
        });
        row("no address known", "allowed", Fix::None, [](Case &c) { c.facts.address.reset(); });
        row("no address known, but the response says so", "ip_denied", Fix::ReviewIps, [](Case &c) {
            c.facts.address.reset();
            c.says(403, D::IpDenied);
        });
        row("address before customer and scope", "ip_denied", Fix::ReviewIps, [](Case &c) {
            c.facts.address = QHostAddress(QStringLiteral("10.3.0.1"));
            c.facts.customer = QStringLiteral("Fabrikam");
            c.facts.scope = Scope::fromString(u"leads:delete");
        });

        // 7: customer
        row("another customer", "customer_denied", Fix::ReviewCustomers,
            [](Case &c) { c.facts.customer = QStringLiteral("Fabrikam"); });
        row("a key for all customers", "allowed", Fix::None, [](Case &c) {
            c.key().config.customers.clear();
            c.facts.customer = QStringLiteral("Fabrikam");
        });
        row("customers are compared letter by letter", "customer_denied", Fix::ReviewCustomers,
            [](Case &c) { c.facts.customer = QStringLiteral("contoso"); });
        row("no customer known, but the response says so", "customer_denied", Fix::ReviewCustomers,
            [](Case &c) {
                c.facts.customer.reset();
                c.says(403, D::CustomerDenied);
            });
        row("customer before scope", "customer_denied", Fix::ReviewCustomers, [](Case &c) {
            c.facts.customer = QStringLiteral("Fabrikam");
            c.facts.scope = Scope::fromString(u"leads:delete");
        });

        // 8: scope
        row("a response on one line", "insufficient_scope", Fix::ReviewPermission, [](Case &c) {
            const auto pasted = read(u"HTTP/1.1 403 Forbidden "
                                     "{\"error\":\"insufficient_scope\",\"required\":\"leads:delete\"}");
            c.facts.scope = pasted->facts.scope;
            c.says(pasted->facts.status.value_or(0), pasted->facts.code);
        });
        row("a permission that it has not", "insufficient_scope", Fix::ReviewPermission,
            [](Case &c) { c.facts.scope = Scope::fromString(u"leads:delete"); });
        row("a permission that the catalogue has not", "insufficient_scope", Fix::ReviewPermission,
            [](Case &c) { c.facts.scope = Scope::fromString(u"invoices:read"); });
        row("DELETE of a path", "insufficient_scope", Fix::ReviewPermission, [](Case &c) {
            c.facts.scope.reset();
            c.facts.method = QStringLiteral("DELETE");
            c.facts.path = QStringLiteral("/v1/leads/42");
        });
        row("GET of a path", "allowed", Fix::None, [](Case &c) {
            c.facts.scope.reset();
            c.facts.method = QStringLiteral("GET");
            c.facts.path = QStringLiteral("/v1/leads/42");
        });
        row("POST of a path with one permission for all", "insufficient_scope", Fix::ReviewPermission,
            [](Case &c) {
                c.facts.scope.reset();
                c.facts.method = QStringLiteral("POST");
                c.facts.path = QStringLiteral("/api/templates");
            });
        row("no permissions at all", "insufficient_scope", Fix::ReviewPermission,
            [](Case &c) { c.key().config.scopes = {}; });
        row("no permission named, but the response says so", "insufficient_scope", Fix::ReviewPermission,
            [](Case &c) {
                c.facts.scope.reset();
                c.says(403, D::InsufficientScope);
            });
        row("scope before limit", "insufficient_scope", Fix::ReviewPermission, [](Case &c) {
            c.facts.scope = Scope::fromString(u"leads:delete");
            c.useUp(2);
        });

        // What a gateway's request lacked before any key was looked at
        row("no rule fits the path", "no_rule", Fix::AddRule, [](Case &c) {
            c.facts.method = QStringLiteral("DELETE"); // and whatever permission is chosen
            c.facts.path = QStringLiteral("/v1/leads/42");
            c.says(403, D::NoRule);
        });
        row("no rule, whatever else is wrong with the key", "no_rule", Fix::AddRule, [](Case &c) {
            c.facts.address = QHostAddress(QStringLiteral("10.3.0.1"));
            c.says(403, D::NoRule);
        });
        row("a key in the query", "no_key", Fix::PasteAgain, [](Case &c) { c.notes = {Note::KeyInQuery}; });
        row("a key in the query, and a cause that was read from it", "expired", Fix::ExtendExpiry,
            [](Case &c) {
                c.notes = {Note::KeyInQuery};
                c.key().config.expires = noon.plusDays(-1);
                c.says(401, D::Expired);
            });
        row("a key in the query of a log that names no cause", "allowed", Fix::None, [](Case &c) {
            c.notes = {Note::KeyInQuery};
            c.facts.ofALog = true;
            c.says(403);
        });
        row("a key in the query of a log, and 401", "no_key", Fix::PasteAgain, [](Case &c) {
            c.notes = {Note::KeyInQuery};
            c.facts.ofALog = true;
            c.says(401);
        });
        row("two keys at once", "malformed", Fix::PasteAgain, [](Case &c) {
            c.notes = {Note::SeveralKeys, Note::TwoKeysSent};
            c.says(401);
        });
        row("no key came", "no_key", Fix::PasteAgain, [](Case &c) {
            c.subject = {};
            c.says(401, D::NoKey);
        });
        row("no key came, and one was chosen by hand", "no_key", Fix::PasteAgain, [](Case &c) {
            c.subject.token = Token::NotGiven;
            c.says(401, D::NoKey);
        });

        // 9: limits
        row("limit reached", "rate_limited", Fix::ReviewLimit, [](Case &c) { c.useUp(2); });
        row("one request left", "allowed", Fix::None, [](Case &c) { c.useUp(1); });
        row("nobody measured", "allowed", Fix::None, [](Case &) {});
        row("429 and a limit", "rate_limited", Fix::ReviewLimit, [](Case &c) { c.says(429); });
        row("429 with its code", "rate_limited", Fix::ReviewLimit,
            [](Case &c) { c.says(429, D::RateLimited); });
        row("the lowest of several limits", "rate_limited", Fix::ReviewLimit, [](Case &c) {
            c.limits().set(RatePeriod::Second, 1);
            c.limits().set(RatePeriod::Day, 1000);
            c.useUp(1);
        });
        row("429 without a limit", "allowed", Fix::None, [](Case &c) {
            c.limits() = {};
            c.says(429);
        });
        row("429 of a deleted key", "deleted", Fix::Restore, [](Case &c) {
            c.key().state = KeyState::Deleted;
            c.says(429);
        });

        // Troubleshooting of the fourth document: 401, 429, 403
        row("401: the key is not active", "inactive", Fix::Activate, [](Case &c) {
            c.key().state = KeyState::Inactive;
            c.says(401);
        });
        row("401: the key has expired", "expired", Fix::ExtendExpiry, [](Case &c) {
            c.facts.at = noon.plusDays(1);
            c.says(401);
        });
        row("401: a Staging key on the Production API", "wrong_environment", Fix::ShowEnvironment,
            [](Case &c) {
                c.key().config.environment = E::Staging;
                c.says(401);
            });
        row("429: the integration hits its limits", "rate_limited", Fix::ReviewLimit, [](Case &c) {
            c.limits().set(RatePeriod::Minute, 100);
            c.facts.retryAfterMs = 12'000;
            c.says(429);
        });
        row("403: the permission of the endpoint is missing", "insufficient_scope", Fix::ReviewPermission,
            [](Case &c) {
                c.facts.scope.reset();
                c.facts.method = QStringLiteral("DELETE");
                c.facts.path = QStringLiteral("/leads/7");
                c.says(403);
            });

        // Not in the key
        row("401, and nothing in the key", "allowed", Fix::None, [](Case &c) { c.says(401); });
        row("403, and nothing in the key", "allowed", Fix::None, [](Case &c) { c.says(403); });
        row("500, and nothing in the key", "allowed", Fix::None, [](Case &c) { c.says(500); });
        row("expired, says the response of a key that has not", "allowed", Fix::None,
            [](Case &c) { c.says(401, D::Expired); });
    }

    void firstCause() {
        QFETCH(Spoil, spoil);
        QFETCH(QString, code);
        QFETCH(int, fix);
        Case c = allowed();
        spoil(c);
        const Diagnosis d = diagnose(c.subject, c.facts, c.notes, c.setting);
        QCOMPARE(d.checks.size(), 9);
        for (qsizetype i = 0; i < 9; ++i) {
            QCOMPARE(d.checks[i].result.check, AllChecks[static_cast<std::size_t>(i)]);
            QCOMPARE(d.checks[i].fix != Fix::None, d.checks[i].result.outcome == CheckOutcome::Failed);
        }
        const Finding *cause = d.cause();
        QCOMPARE(cause ? toWord(cause->result.code) : QStringLiteral("allowed"), code);
        QCOMPARE(static_cast<int>(cause ? cause->fix : Fix::None), fix);
        QCOMPARE(static_cast<int>(d.verdict),
                 static_cast<int>(cause ? Verdict::Explained : Verdict::NothingInKey));
    }
};

QTEST_GUILESS_MAIN(CausesTest)
#include "causes_test.moc"
