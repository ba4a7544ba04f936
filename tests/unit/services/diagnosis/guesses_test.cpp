#include "core/services/diagnosis/diagnose.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::diagnosis;

/// What nobody named is guessed only where the answer speaks of no other cause.
class GuessesTest : public QObject {
    Q_OBJECT

    /// A chosen key that may read leads and no more, and a request to delete one.
    struct Asked {
        Subject subject;
        Facts facts;
        Setting setting;
        [[nodiscard]] Diagnosis found() const { return diagnose(subject, facts, {}, setting); }
    };
    static Asked asked(std::optional<int> status, std::optional<DecisionCode> code = {}) {
        Asked a;
        ApiKey k;
        k.id = k.credentialId = *KeyId::fromString(u"000000000000");
        k.config.environment = Environment::Production;
        k.config.scopes = ScopeSet::parse(u"leads:read");
        k.config.limits.set(RatePeriod::Second, 5);
        a.subject.key = k;
        a.facts.method = QStringLiteral("DELETE");
        a.facts.path = QStringLiteral("/v1/leads/42");
        a.facts.status = status;
        a.facts.code = code;
        a.setting.catalogue = *Catalogue::fromJson(defaultCatalogueJson());
        a.setting.now = Instant(1'800'000'000'000);
        return a;
    }
    static CheckOutcome outcome(const Diagnosis &d, Check c) {
        return d.checks[static_cast<qsizetype>(c)].result.outcome;
    }

private slots:
    void theReportedCauseComesBeforeAGuess() {
        const Diagnosis environment = asked(401, DecisionCode::WrongEnvironment).found();
        QVERIFY(environment.cause() && environment.cause()->result.code == DecisionCode::WrongEnvironment);
        QVERIFY(!environment.says(Remark::ScopeGuessed) && !environment.says(Remark::CodeDiffers));
        const Diagnosis limit = asked(429).found();
        QVERIFY(limit.cause() && limit.cause()->result.code == DecisionCode::RateLimited);
        const Diagnosis unknown = asked(401).found(); // no missing permission answers so
        QVERIFY(!unknown.cause() && unknown.says(Remark::LooksElsewhere401));
        QVERIFY(outcome(unknown, Check::Environment) == CheckOutcome::NotChecked);
    }

    /// A request that was pasted whole, and carries no key: that is why it was answered 401.
    void aRequestWithoutAKeyIsItsOwnCause() {
        Asked a = asked(401);
        a.subject = {};
        const Diagnosis d = diagnose(a.subject, a.facts, {Note::NoKeySent}, a.setting);
        QVERIFY(d.cause() && d.cause()->result.code == DecisionCode::NoKey);
        QVERIFY(!d.says(Remark::NoKeySent)); // once is enough
        a = asked({});                       // not sent yet: what the chosen key may do is what is asked
        QVERIFY(diagnose(a.subject, a.facts, {Note::NoKeySent}, a.setting).says(Remark::NoKeySent));
    }

    void aPermissionIsGuessedWhereItMayBeTheCause() {
        for (const Asked &a : {asked({}), asked(403), asked(403, DecisionCode::InsufficientScope)}) {
            const Diagnosis d = a.found();
            QVERIFY(d.says(Remark::ScopeGuessed));
            QVERIFY(d.cause() && d.cause()->result.code == DecisionCode::InsufficientScope);
        }
    }

    /// A rule that names no type refuses none; its permission tells that the key's is right.
    void thePermissionOfARuleTellsTheType() {
        Asked a = asked(403, DecisionCode::NoRule);
        a.setting.rules = RuleBook{};
        a.setting.rules->kept.rules = {{{QStringLiteral("DELETE")},
                                        QStringLiteral("/v1/leads/**"),
                                        QStringLiteral("leads:read"),
                                        {},
                                        {}}};
        QVERIFY(a.found().says(Remark::RuleFitsNow) && !a.found().cause());
        QVERIFY(outcome(a.found(), Check::Type) == CheckOutcome::Passed);
        a.subject.key->config.type = KeyType::Billing;
        QVERIFY(outcome(a.found(), Check::Type) == CheckOutcome::NotChecked);
    }
};

QTEST_GUILESS_MAIN(GuessesTest)
#include "guesses_test.moc"
