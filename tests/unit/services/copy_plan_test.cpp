#include "core/services/key_copy/copy_plan.h"

#include <QTest>

using namespace latchkey;

class CopyPlanTest : public QObject {
    Q_OBJECT
    const Instant now{1'800'000'000'000};
    CopyTarget target;

    static ScopeSet scopes(const char *text) { return ScopeSet::parse(QString::fromLatin1(text)); }
    static Catalogue catalogue(const char *general, const char *billing) {
        CatalogueDraft d;
        d.name = QStringLiteral("Test");
        for (const bool forBilling : {false, true}) {
            ResourceInfo r;
            r.id = forBilling ? QStringLiteral("money") : QStringLiteral("leads");
            r.name = r.id;
            r.billing = forBilling;
            const ScopeSet all = scopes(forBilling ? billing : general);
            for (const Scope &s : all)
                r.scopes.append({s, s.toString(), {}, s.toString(), false, false});
            if (!r.scopes.isEmpty())
                d.resources.append(r);
        }
        return *Catalogue::fromDraft(d);
    }
    ApiKey key(const char *granted) const {
        ApiKey k;
        k.id = *KeyId::fromString(u"k00000000001");
        k.config.name = QStringLiteral("CRM sync");
        k.config.environment = Environment::Production;
        k.config.scopes = scopes(granted);
        k.config.limits.set(RatePeriod::Minute, 100);
        k.config.customers = QStringList{QStringLiteral("acme")};
        k.config.allowedIps = {*IpRange::fromString(u"10.0.0.0/8")};
        k.config.expires = now.plusDays(30);
        k.config.owner = QStringLiteral("Ana");
        k.config.tags = QStringList{QStringLiteral("crm")};
        k.config.note = QStringLiteral("Nightly");
        k.config.storedIn = QStringLiteral("Vault of the CRM");
        return k;
    }
private slots:
    void init() {
        target = {};
        target.catalogue = catalogue("leads:read leads:write leads:delete", "money:read money:write");
        target.principal.holdsAll = true;
        target.environment = Environment::Staging;
    }

    void allOfItButWhereTheTokenIs() {
        const ApiKey k = key("leads:read leads:write");
        const CopyPlan plan = planCopy(k, target, now);
        KeyConfig wanted = k.config;
        wanted.environment = Environment::Staging;
        wanted.storedIn.clear();
        QCOMPARE(plan.config, wanted);
        QVERIFY(plan.complete());
        QVERIFY(!plan.widens());
    }

    void unknownScopesAreNamedAndNeverWidened() {
        // The whole of its resource there; the target's resource has one more.
        const CopyPlan plan = planCopy(key("leads:read leads:write contacts:read"), target, now);
        QCOMPARE(plan.config.scopes, scopes("leads:read leads:write"));
        QCOMPARE(plan.unknown, scopes("contacts:read"));
        QVERIFY(!plan.complete());
    }

    void anotherCatalogueAltogether() {
        target.catalogue = catalogue("mail:send", "");
        const CopyPlan plan = planCopy(key("leads:read leads:write"), target, now);
        QVERIFY(plan.config.scopes.isEmpty());
        QCOMPARE(plan.unknown, scopes("leads:read leads:write"));
    }

    void billingStaysByItself() {
        ApiKey k = key("money:read leads:read");
        CopyPlan plan = planCopy(k, target, now);
        QCOMPARE(plan.config.scopes, scopes("leads:read"));
        QCOMPARE(plan.otherType, scopes("money:read"));
        k.config.type = KeyType::Billing;
        plan = planCopy(k, target, now);
        QCOMPARE(plan.config.scopes, scopes("money:read"));
        QCOMPARE(plan.otherType, scopes("leads:read"));
        target.catalogue = catalogue("leads:read", "");
        plan = planCopy(k, target, now);
        QCOMPARE(plan.config.type, KeyType::General);
        QVERIFY(plan.gaps.contains(CopyGap::Type));
        QCOMPARE(plan.unknown, scopes("money:read"));
    }

    void nobodyCopiesBeyondTheirOwn() {
        target.principal.holdsAll = false;
        target.principal.scopes = scopes("leads:read");
        const CopyPlan plan = planCopy(key("leads:read leads:write"), target, now);
        QCOMPARE(plan.config.scopes, scopes("leads:read"));
        QCOMPARE(plan.notHeld, scopes("leads:write"));
    }

    void whatTheTargetHasNoWordFor() {
        target.can.expiry = target.can.rateLimits = target.can.customers = target.can.allowedIps = false;
        const CopyPlan plan = planCopy(key("leads:read"), target, now);
        QCOMPARE(plan.gaps,
                 (QList{CopyGap::Expiry, CopyGap::Limits, CopyGap::Addresses, CopyGap::Customers}));
        QVERIFY(plan.widens());
        QVERIFY(!plan.config.expires && plan.config.limits.isEmpty() && plan.config.customers.isEmpty() &&
                plan.config.allowedIps.isEmpty());
        // Nothing is said of what the key doesn't have.
        ApiKey bare = key("leads:read");
        bare.config.expires.reset();
        bare.config.limits = {};
        bare.config.customers.clear();
        bare.config.allowedIps.clear();
        QVERIFY(planCopy(bare, target, now).complete());
    }

    void states_data() {
        QTest::addColumn<KeyState>("state");
        QTest::addColumn<bool>("works");
        QTest::newRow("active") << KeyState::Active << true;
        QTest::newRow("inactive") << KeyState::Inactive << false;
        QTest::newRow("revoked") << KeyState::Revoked << false;
    }
    void states() {
        QFETCH(KeyState, state);
        QFETCH(bool, works);
        ApiKey k = key("leads:read");
        k.state = state;
        QCOMPARE(planCopy(k, target, now).gaps.contains(CopyGap::NotActive), !works);
    }

    void anExpiryThatIsOver() {
        ApiKey k = key("leads:read");
        k.config.expires = now.plusMs(-1);
        const CopyPlan plan = planCopy(k, target, now);
        QCOMPARE(plan.gaps, (QList{CopyGap::NotActive, CopyGap::ExpiryPassed}));
        QVERIFY(!plan.config.expires);
    }

    void aServicesKey() {
        ApiKey k = key("leads:read");
        k.service = ServiceKey{QStringLiteral("abc"), false, false, 0, {}, {}};
        k.config.environmentKnown = false;
        target.environment.reset();
        CopyPlan plan = planCopy(k, target, now);
        QVERIFY(!plan.scopesKnown && plan.config.scopes.isEmpty() && !plan.config.environmentKnown);
        k.service->scopesKnown = true;
        k.service->hiddenScopes = 2;
        plan = planCopy(k, target, now);
        QCOMPARE(plan.gaps, QList{CopyGap::HiddenScopes});
        target.can.service = QStringLiteral("SendGrid"); // adds them there too
        QVERIFY(planCopy(k, target, now).complete());
    }

    void aDamagedKeyGrantsNothing() {
        ApiKey k = key("leads:read leads:delete");
        k.damaged = true;
        const CopyPlan plan = planCopy(k, target, now);
        QVERIFY(plan.config.scopes.isEmpty() && !plan.scopesKnown);
    }
};

QTEST_GUILESS_MAIN(CopyPlanTest)
#include "copy_plan_test.moc"
