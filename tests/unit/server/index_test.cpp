#include "core/token/token.h"
#include "server/verify/credential_index.h"
#include "server/verify/verifier.h"
#include "tests/support/test_vault.h"

#include <QTest>
#include <atomic>
#include <thread>

using namespace latchkey;
using namespace latchkey::server;

namespace {

constexpr qint64 T0 = 1'800'000'000'000;

/// A key with its token, as a vault would give it.
struct Issued {
    token::NewToken token;
    VerifierKey row;
};

Issued issue(const QString &name, qint64 change, Environment env = Environment::Production) {
    Issued k{token::generate(QStringLiteral("lk"), env), {}};
    k.row.key.id = k.row.key.credentialId = k.token.id;
    k.row.key.config.name = name;
    k.row.key.config.environment = env;
    k.row.key.config.scopes = ScopeSet::parse(u"leads:read leads:write");
    k.row.verifier = k.token.verifier;
    k.row.change = change;
    return k;
}

/// Another token for the key; the one before works on until then.
token::NewToken rotate(VerifierKey &row, std::optional<Instant> until, qint64 change) {
    token::NewToken fresh = token::generate(QStringLiteral("lk"), row.key.config.environment);
    row.key.old = OldCredential{row.key.credentialId, until, {}, {}};
    row.oldVerifier = row.verifier;
    row.key.credentialId = fresh.id;
    row.verifier = fresh.verifier;
    row.change = change;
    return fresh;
}

} // namespace

class ServerIndexTest : public QObject {
    Q_OBJECT

    struct Rig {
        FixedClock clock{Instant(T0)};
        CredentialIndex index;
        std::atomic_bool current{true};
        Verifier verifier{index, clock, [this] { return current.load(); }};
        Verifier::Answer ask(QByteArrayView token, Verifier::Use use = Verifier::Use::Take) {
            return *verifier.verify(token, {}, use);
        }
        DecisionCode code(const SecretBytes &token) { return ask(token.view()).decision.code; }
    };

private slots:
    void statesFollowTheVault() {
        Rig rig;
        Issued k = issue(QStringLiteral("CRM sync"), 5);
        QCOMPARE(rig.code(k.token.token), DecisionCode::Unknown);
        rig.index.put(k.row);
        const auto answer = rig.ask(k.token.token.view());
        QVERIFY(answer.allowed());
        QCOMPARE(answer.key, k.row.key.id);
        QCOMPARE(answer.name, std::string("CRM sync"));
        QCOMPARE(answer.scopes.toString(), QStringLiteral("leads:read leads:write"));
        QByteArray wrong = k.token.token.view().toByteArray();
        QCOMPARE(rig.ask("").decision.code, DecisionCode::Malformed);
        wrong[25] = wrong[25] == 'a' ? 'b' : 'a';
        wrong.replace(wrong.size() - 6, 6, token::checkOf(QByteArrayView(wrong).chopped(6)));
        const auto guess = rig.ask(wrong);
        QCOMPARE(guess.decision.code, DecisionCode::Unknown);
        QVERIFY2(guess.key.isNull() && guess.name.empty() && guess.scopes.isEmpty(),
                 "a guess learns nothing");

        k.row.change = 6;
        for (const auto &[state, code] : {std::pair{KeyState::Inactive, DecisionCode::Inactive},
                                          {KeyState::Revoked, DecisionCode::Revoked},
                                          {KeyState::Deleted, DecisionCode::Deleted}}) {
            k.row.key.state = state;
            rig.index.put(k.row);
            QCOMPARE(rig.code(k.token.token), code);
        }
        k.row.key.state = KeyState::Active;
        k.row.key.damaged = true;
        rig.index.put(k.row);
        QCOMPARE(rig.code(k.token.token), DecisionCode::Damaged);
        k.row.key.damaged = false;
        k.row.key.config.expires = Instant(T0);
        rig.index.put(k.row);
        QCOMPARE(rig.code(k.token.token), DecisionCode::Allowed);
        rig.clock.set(Instant(T0 + 1));
        QCOMPARE(rig.code(k.token.token), DecisionCode::Expired);
        k.row.key.state = KeyState::Purged;
        k.row.verifier.clear();
        rig.index.put(k.row);
        QCOMPARE(rig.code(k.token.token), DecisionCode::Unknown);
    }
    void anOlderRowNeverBringsAKeyBack() {
        Rig rig;
        Issued k = issue(QStringLiteral("a"), 9);
        k.row.key.state = KeyState::Revoked;
        rig.index.put(k.row);
        VerifierKey stale = k.row;
        stale.key.state = KeyState::Active;
        stale.change = 8;
        rig.index.put(stale);
        QCOMPARE(rig.code(k.token.token), DecisionCode::Revoked);
    }
    void bothTokensOfARotationWorkUntilTheOldOneEnds() {
        Rig rig;
        Issued k = issue(QStringLiteral("a"), 1);
        rig.index.put(k.row);
        const auto second = rotate(k.row, Instant(T0 + 1000), 2);
        rig.index.put(k.row);
        QVERIFY(rig.ask(k.token.token.view()).allowed() && rig.ask(k.token.token.view()).oldToken);
        QVERIFY(rig.ask(second.token.view()).allowed() && !rig.ask(second.token.view()).oldToken);
        QCOMPARE(rig.ask(second.token.view()).key, k.row.key.id);
        QCOMPARE(rig.ask(k.token.token.view()).worksUntil, std::optional(Instant(T0 + 1000)));
        rig.clock.set(Instant(T0 + 1001));
        QCOMPARE(rig.code(k.token.token), DecisionCode::Replaced);
        const auto third = rotate(k.row, {}, 3);
        rig.index.put(k.row);
        QCOMPARE(rig.code(k.token.token), DecisionCode::Unknown); // two rotations ago
        QCOMPARE(rig.code(second.token), DecisionCode::Allowed);
        QCOMPARE(rig.code(third.token), DecisionCode::Allowed);
        QCOMPARE(rig.index.counts().keys, 1);
        QCOMPARE(rig.index.counts().credentials, 2);
        k.row.key.old.reset();
        k.row.oldVerifier.clear();
        k.row.change = 4;
        rig.index.put(k.row);
        QCOMPARE(rig.code(second.token), DecisionCode::Unknown);
        QCOMPARE(rig.index.counts().credentials, 1);
    }
    /// Ids are chosen by clients: one that equals another key's retiring credential must not take its place.
    void aRetiringCredentialDoesNotTakeAnotherKeysPlace() {
        Rig rig;
        Issued a = issue(QStringLiteral("a"), 1), b = issue(QStringLiteral("b"), 2);
        rig.index.put(b.row);
        rig.index.put(a.row);
        a.row.key.old = OldCredential{b.row.key.id, {}, {}, {}};
        a.row.oldVerifier = a.row.verifier;
        a.row.change = 3;
        rig.index.put(a.row);
        QCOMPARE(rig.ask(b.token.token.view()).key, b.row.key.id);
        a.row.key.old.reset();
        a.row.change = 4;
        rig.index.put(a.row);
        QVERIFY(rig.ask(b.token.token.view()).allowed());
    }
    void limitsOutliveChanges() {
        Rig rig;
        Issued k = issue(QStringLiteral("a"), 1);
        k.row.key.config.limits.set(RatePeriod::Day, 2);
        rig.index.put(k.row);
        QVERIFY(rig.ask(k.token.token.view()).allowed());
        k.row.key.config.note = QStringLiteral("changed");
        k.row.change = 2;
        const auto second = rotate(k.row, {}, 3);
        rig.index.put(k.row);
        QVERIFY(rig.ask(second.token.view()).allowed());
        const auto refused = rig.ask(k.token.token.view());
        QCOMPARE(refused.decision.code, DecisionCode::RateLimited);
        QCOMPARE(refused.limitedBy, std::optional(RatePeriod::Day));
        QVERIFY(rig.ask(second.token.view(), Verifier::Use::Look).allowed());
        const auto explained = rig.ask(second.token.view(), Verifier::Use::Explain);
        QCOMPARE(explained.decision.code, DecisionCode::RateLimited);
        QCOMPARE(explained.checks.size(), 9);
    }
    void nobodyPassesWhileTheStateIsNotConfirmed() {
        Rig rig;
        Issued k = issue(QStringLiteral("a"), 1);
        rig.index.put(k.row);
        rig.current = false;
        QVERIFY(!rig.verifier.verify(k.token.token.view(), {}, Verifier::Use::Take));
    }
    void namesAndFactsAreGivenBack() {
        Rig rig;
        std::vector<Issued> keys;
        for (int i = 0; i < 500; ++i) {
            keys.push_back(issue(QStringLiteral("key number %1").arg(i), i + 1));
            keys.back().row.key.config.customers = {QStringLiteral("c%1").arg(i % 7)};
            rig.index.put(keys.back().row);
        }
        for (int round = 0; round < 20; ++round) {
            for (Issued &k : keys) {
                k.row.key.config.name = QStringLiteral("round %1 of ").arg(round) + k.row.key.id.toString();
                k.row.change += 1000;
                rig.index.put(k.row);
            }
        }
        for (const Issued &k : keys) {
            policy::Request request;
            request.customer = k.row.key.config.customers.first();
            const auto answer = rig.verifier.verify(k.token.token.view(), request, Verifier::Use::Take);
            QVERIFY(answer && answer->allowed());
            QCOMPARE(QString::fromStdString(answer->name), k.row.key.config.name);
        }
        QCOMPARE(rig.index.counts().keys, 500);
    }
    void lookupsAndChangesGoTogether() {
        Rig rig;
        std::vector<Issued> keys;
        for (int i = 0; i < 200; ++i) {
            keys.push_back(issue(QStringLiteral("k"), i + 1));
            rig.index.put(keys.back().row);
        }
        std::atomic_bool stop{false};
        std::atomic<int> wrong{0}, asked{0};
        std::vector<std::thread> readers;
        for (int t = 0; t < 2; ++t) {
            readers.emplace_back([&] {
                for (std::size_t i = 0; !stop || asked < 1000; ++i, ++asked) {
                    const Issued &k = keys[i % keys.size()];
                    const auto answer = rig.verifier.verify(k.token.token.view(), {}, Verifier::Use::Take);
                    const bool good =
                        answer && (answer->allowed() ? answer->scopes.size() == 2
                                                     : answer->decision.code == DecisionCode::Inactive);
                    wrong += good ? 0 : 1;
                }
            });
        }
        std::vector<VerifierKey> rows;
        for (const Issued &k : keys)
            rows.push_back(k.row);
        for (int round = 1; round <= 50; ++round) {
            for (VerifierKey &row : rows) {
                row.change += 1000;
                row.key.state = round % 2 == 1 ? KeyState::Inactive : KeyState::Active;
                row.key.config.name = QStringLiteral("round %1").arg(round);
                rig.index.put(row);
            }
        }
        stop = true;
        for (std::thread &t : readers)
            t.join();
        QCOMPARE(wrong.load(), 0);
        QVERIFY(asked >= 1000);
    }
};

QTEST_GUILESS_MAIN(ServerIndexTest)
#include "index_test.moc"
