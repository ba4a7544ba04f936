#include "tests/unit/services/diagnosis/spoilt_case.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::diagnosis;

/// What is said besides the first cause, and where there is none.
class RemarksTest : public QObject {
    Q_OBJECT
private slots:
    void nothingInTheKeySaysWhereElseToLook() {
        const auto after = [](int status) {
            Case c = allowed();
            c.limits() = {};
            c.says(status);
            return diagnose(c.subject, c.facts, c.notes, c.setting);
        };
        QVERIFY(after(401).says(Remark::LooksElsewhere401));
        QVERIFY(after(403).says(Remark::LooksElsewhere403));
        QVERIFY(after(429).says(Remark::LooksElsewhere429));
        QVERIFY(after(200).says(Remark::WasAllowed));
        QVERIFY(after(503).says(Remark::ServerTrouble));
        QVERIFY(after(404).says(Remark::OtherStatus));
    }

    /// It passed then: the checks are as of now, and the answer is not held against them.
    void whatWasAllowedIsCheckedAsOfNow() {
        Case c = allowed();
        c.says(200);
        c.facts.at = noon.plusDays(-1);
        const auto asked = [&] { return diagnose(c.subject, c.facts, {}, c.setting); };
        QVERIFY(asked().says(Remark::WasAllowed) && !asked().cause());
        c.key().config.expires = c.setting.now.plusMs(-1); // after the request, before now
        QCOMPARE(asked().cause()->result.code, D::Expired);
        QVERIFY(asked().says(Remark::WasAllowed) && !asked().says(Remark::StatusDiffers));
        c.facts.status = 304; // of a log: its outcome is allowed; of an answer: who knows
        QVERIFY(!asked().says(Remark::WasAllowed));
        c.facts.ofALog = true;
        QVERIFY(asked().says(Remark::WasAllowed));
        c.subject = {};
        QVERIFY(asked().says(Remark::WasAllowed) && !asked().cause());
    }

    void whatNobodyCheckedIsNamed() {
        const auto open = [](const Case &c) { return diagnose(c.subject, c.facts, {}, c.setting).open; };
        Case c = allowed();
        QCOMPARE(open(c), QList<Check>());
        c.facts.address.reset();
        c.facts.customer.reset();
        QCOMPARE(open(c), (QList<Check>{Check::Address, Check::Customer}));
        c.key().config.allowedIps.clear(); // what it doesn't restrict need not be known
        QCOMPARE(open(c), QList<Check>{Check::Customer});
        c.facts.environment.reset();
        c.facts.scope.reset();
        QCOMPARE(open(c), (QList<Check>{Check::Environment, Check::Customer, Check::Scope}));
        c.key().state = KeyState::Inactive; // that explains it
        QCOMPARE(open(c), QList<Check>());
    }

    void whatTheTypeCannotHoldIsNotOffered() {
        Case c = allowed();
        c.key().config.type = KeyType::Billing;
        c.key().config.scopes = {};
        const Diagnosis d = diagnose(c.subject, c.facts, {}, c.setting);
        QCOMPARE(d.checks[static_cast<qsizetype>(Check::Scope)].fix, Fix::ShowType);
    }

    void contradictionsAreSaid() {
        Case c = allowed();
        c.says(429, D::InsufficientScope); // 403 it should be
        const Diagnosis both = diagnose(c.subject, c.facts, {}, c.setting);
        QVERIFY(both.says(Remark::StatusAndCodeDisagree));

        c = allowed();
        c.key().state = KeyState::Revoked; // answers 401
        c.says(403);
        const Diagnosis other = diagnose(c.subject, c.facts, {}, c.setting);
        QVERIFY(other.says(Remark::StatusDiffers) && !other.says(Remark::StatusAndCodeDisagree));

        c = allowed();
        c.says(401, D::Expired);
        QVERIFY(diagnose(c.subject, c.facts, {}, c.setting).says(Remark::CodeDiffers));
        c.key().config.expires = noon.plusDays(-1);
        QVERIFY(!diagnose(c.subject, c.facts, {}, c.setting).says(Remark::CodeDiffers));
    }

    void otherRemarks() {
        Case c = allowed();
        c.key().changedAt = noon.plusMs(1);
        QVERIFY(diagnose(c.subject, c.facts, {}, c.setting).says(Remark::ChangedSince));
        c = allowed();
        c.facts.at = noon.plusDays(-31);
        QVERIFY(diagnose(c.subject, c.facts, {}, c.setting).says(Remark::BeforeCreation));
        c = allowed();
        c.setting.now = noon.plusDays(-1);
        QVERIFY(diagnose(c.subject, c.facts, {}, c.setting).says(Remark::FromTheFuture));
        c = allowed();
        c.subject.prefix = QStringLiteral("acme");
        QVERIFY(diagnose(c.subject, c.facts, {}, c.setting).says(Remark::OtherVault));
        c = allowed();
        c.key().state = KeyState::Inactive;
        c.key().config.expires = noon.plusDays(-1);
        QVERIFY(diagnose(c.subject, c.facts, {}, c.setting).says(Remark::AlsoExpired));
        c = allowed();
        c.facts.scope = Scope::fromString(u"invoices:read");
        QVERIFY(diagnose(c.subject, c.facts, {}, c.setting).says(Remark::ScopeUnknown));
        c = allowed();
        QVERIFY(diagnose(c.subject, c.facts, {Note::NoKeySent}, c.setting).says(Remark::NoKeySent));
        for (const D code : {D::NoKey, D::NoRule}) { // decided before a permission counted: none is guessed
            c = allowed();
            c.subject = {};
            c.facts.scope.reset();
            c.facts.method = QStringLiteral("DELETE");
            c.facts.path = QStringLiteral("/v1/leads/42");
            c.says(httpStatusOf(code), code);
            QVERIFY(diagnose(c.subject, c.facts, {}, c.setting).said.isEmpty());
        }
    }

    /// No rule lets pass what gateways refuse whatever the rules are: none is offered.
    void aRuleIsOfferedForWhatRulesCanFit() {
        const auto fixOf = [](const QString &path) {
            Case c = allowed();
            c.facts.method = QStringLiteral("GET");
            c.facts.path = path;
            c.says(403, D::NoRule);
            const Diagnosis d = diagnose(c.subject, c.facts, {}, c.setting);
            return d.cause() && d.cause()->result.code == D::NoRule ? d.cause()->fix : Fix::ChooseKey;
        };
        QVERIFY(fixOf(QStringLiteral("/v1/caf%C3%A9")) == Fix::AddRule);
        QVERIFY(fixOf({}) == Fix::AddRule);
        QVERIFY(fixOf(QStringLiteral("/v1//leads")) == Fix::None);
        QVERIFY(fixOf(QStringLiteral("/v1/a;b")) == Fix::None);
        QVERIFY(fixOf(QStringLiteral("/v1/leads/../x")) == Fix::None);
    }

    /// An old row: what the request would get by the rules as they are now.
    void aRuleAddedSinceIsSaid() {
        Case c = allowed();
        c.facts.scope.reset();
        c.facts.method = QStringLiteral("GET");
        c.facts.path = QStringLiteral("/v1/leads/42");
        c.says(403, D::NoRule);
        const auto asked = [&] { return diagnose(c.subject, c.facts, {}, c.setting); };
        c.setting.rules = RuleBook{};
        QVERIFY(asked().cause()->fix == Fix::AddRule);
        c.setting.rules->kept.rules = {
            {{QStringLiteral("GET")}, QStringLiteral("/v1/leads/**"), QStringLiteral("leads:read"), {}, {}}};
        const Diagnosis now = asked();
        QVERIFY(now.says(Remark::RuleFitsNow) && !now.cause());
        QVERIFY(!now.says(Remark::CodeDiffers) && !now.says(Remark::LooksElsewhere403));
        c.facts.address = QHostAddress(QStringLiteral("10.3.0.1"));
        QCOMPARE(asked().cause()->result.code, D::IpDenied);
        QVERIFY(asked().says(Remark::RuleFitsNow) && !asked().says(Remark::CodeDiffers));
        c.facts.path = QStringLiteral("/v1/other"); // fits none, and in a server's own file none can be added
        QVERIFY(asked().cause()->fix == Fix::AddRule);
        c.setting.rules->fixed = c.setting.rules->kept.rules;
        QCOMPARE(asked().cause()->result.code, D::NoRule);
        QVERIFY(asked().cause()->fix == Fix::None);
    }

    /// A log that does not write keys down says nothing of whether one came.
    void whatALogLeavesOutIsNotSaidToBeMissing() {
        Facts f;
        f.ofALog = true;
        f.status = 401;
        const auto asked = [&] { return diagnose({}, f, {}, allowed().setting); };
        QVERIFY(asked().says(Remark::KeyNotLogged) && !asked().cause());
        f.code = D::NoKey;
        QVERIFY(!asked().says(Remark::KeyNotLogged));
        QCOMPARE(asked().cause()->result.code, D::NoKey);
    }

    void aChosenKeyIsNotSaidToHaveTheRightToken() {
        Case c = allowed();
        c.subject.token = Token::NotGiven;
        const Diagnosis d = diagnose(c.subject, c.facts, {}, c.setting);
        QCOMPARE(d.checks[0].result.outcome, CheckOutcome::NotChecked);
        QCOMPARE(d.checks[1].result.outcome, CheckOutcome::NotChecked);
        QCOMPARE(d.checks[2].result.outcome, CheckOutcome::Passed);
    }

    void whenItWorksAgain() {
        Case c = allowed();
        c.says(429);
        c.facts.retryAfterMs = 10'000;
        const Diagnosis d = diagnose(c.subject, c.facts, {}, c.setting);
        QCOMPARE(d.worksAgainAt.value(), noon.plusMs(10'000));
        QCOMPARE(d.cause()->result.params.value(QStringLiteral("limit")).toInt(), 2);
        c.limits() = {}; // of the account, say
        QCOMPARE(diagnose(c.subject, c.facts, {}, c.setting).worksAgainAt.value(), noon.plusMs(10'000));
        c = allowed();
        c.says(429);
        c.facts.retryAt = noon.plusMs(7'000);
        QCOMPARE(diagnose(c.subject, c.facts, {}, c.setting).worksAgainAt.value(), noon.plusMs(7'000));
        c = allowed();
        c.useUp(2);
        QCOMPARE(diagnose(c.subject, c.facts, {}, c.setting).worksAgainAt.value(), noon.plusMs(30'000));
    }

    void withoutAKeyTheResponseStillExplains() {
        Facts f;
        f.status = 403;
        f.code = D::InsufficientScope;
        const Diagnosis d = diagnose({}, f, {}, allowed().setting);
        QCOMPARE(d.cause()->result.check, Check::Scope);
        QCOMPARE(static_cast<int>(d.cause()->fix), static_cast<int>(Fix::ChooseKey));
        const Diagnosis none = diagnose({}, {}, {}, allowed().setting);
        QCOMPARE(static_cast<int>(none.verdict), static_cast<int>(Verdict::NoKey));
        Case c = allowed();
        c.facts = {};
        const Diagnosis alone = diagnose(c.subject, c.facts, {}, c.setting);
        QCOMPARE(static_cast<int>(alone.verdict), static_cast<int>(Verdict::NothingAsked));
        QVERIFY(!alone.says(Remark::LooksElsewhere401));
    }
};

QTEST_GUILESS_MAIN(RemarksTest)
#include "remarks_test.moc"
