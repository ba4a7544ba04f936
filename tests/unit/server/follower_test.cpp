#include "core/model/futures.h"
#include "core/token/token.h"
#include "server/verify/follower.h"
#include "server/verify/seen_queue.h"
#include "server/verify/verifier.h"
#include "tests/support/test_vault.h"

#include <QSignalSpy>
#include <QTest>
#include <map>

using namespace latchkey;
using namespace latchkey::server;

namespace {

/// A vault that answers when and what the test says.
class ScriptedFeed final : public VerifierFeed {
public:
    QList<VerifierKey> keys; ///< of load()
    Changes next;            ///< of changesSince()
    std::optional<Error> broken;
    bool silent = false;
    QList<VerifierNode> confirmed;
    QList<Answer<Result<Changes>>> waiting;

    QFuture<Result<qint64>> load(Take take) override {
        if (broken)
            return ready(Result<qint64>(fail(*broken)));
        take(keys);
        return ready(Result<qint64>(next.epoch));
    }
    QFuture<Result<Changes>> changesSince(qint64, int) override {
        if (silent) {
            waiting.append(Answer<Result<Changes>>());
            return waiting.constLast().future();
        }
        return ready(broken ? Result<Changes>(fail(*broken)) : Result<Changes>(next));
    }
    QFuture<Outcome> confirm(const VerifierNode &node) override {
        confirmed.append(node);
        return ready(ok());
    }
    QFuture<Outcome> leave(const QString &) override { return ready(ok()); }
    QFuture<Result<VerifierNodes>> nodes() override {
        return ready(Result<VerifierNodes>(VerifierNodes{confirmed, {}}));
    }
};

} // namespace

class ServerFollowerTest : public QObject {
    Q_OBJECT

    struct Rig {
        FixedClock clock{Instant(1'800'000'000'000)};
        ScriptedFeed feed;
        CredentialIndex index;
        Follower follower{feed, index, clock, {QStringLiteral("n1"), QStringLiteral("node"), 0, {}, {}}};
        token::NewToken token = token::generate(QStringLiteral("lk"), Environment::Production);
        VerifierKey row;
        Rig() {
            row.key.id = row.key.credentialId = token.id;
            row.verifier = token.verifier;
            row.change = 1;
            feed.keys = {row};
            feed.next.epoch = 1;
        }
        DecisionCode code() {
            const Verifier v(index, clock, [] { return true; });
            return v.verify(token.token.view(), {}, Verifier::Use::Look)->decision.code;
        }
    };

private slots:
    void changesComeWhenTheVaultMovesAndAreConfirmed() {
        Rig rig;
        QSignalSpy loaded(&rig.follower, &Follower::loaded);
        QVERIFY(!rig.follower.isLoaded());
        rig.follower.start();
        QVERIFY(loaded.wait(5000));
        QCOMPARE(rig.code(), DecisionCode::Allowed);
        QVERIFY(rig.follower.confirmedMsAgo() < 5000);
        rig.row.key.state = KeyState::Revoked;
        rig.row.change = 2;
        rig.feed.next = {{rig.row}, 2, false};
        emit rig.feed.moved();
        QTRY_COMPARE(rig.code(), DecisionCode::Revoked);
        QTRY_VERIFY(!rig.feed.confirmed.isEmpty() && rig.feed.confirmed.constLast().epoch == 2);
        QCOMPARE(rig.feed.confirmed.constLast().id, QStringLiteral("n1"));
    }
    void aVaultThatFailsIsSaidOnceAndNotConfirmed() {
        Rig rig;
        QSignalSpy loaded(&rig.follower, &Follower::loaded), troubled(&rig.follower, &Follower::troubled),
            recovered(&rig.follower, &Follower::recovered);
        rig.follower.start();
        QVERIFY(loaded.wait(5000));
        rig.feed.broken = Error(ErrorCode::Unreachable);
        QVERIFY(troubled.wait(5000));
        QTRY_VERIFY_WITH_TIMEOUT(rig.follower.confirmedMsAgo() > 700, 5000); // no later look has confirmed it
        QCOMPARE(troubled.size(), 1);
        rig.feed.broken.reset();
        QVERIFY(recovered.wait(5000));
        QVERIFY(rig.follower.confirmedMsAgo() < 700);
    }
    void anAnswerThatWasOvertakenChangesNothing() {
        Rig rig;
        QSignalSpy loaded(&rig.follower, &Follower::loaded);
        rig.follower.start();
        QVERIFY(loaded.wait(5000));
        rig.feed.silent = true;
        rig.follower.look();
        QTRY_COMPARE(rig.feed.waiting.size(), 1);
        rig.row.key.state = KeyState::Revoked;
        rig.row.change = 5;
        rig.index.put(rig.row);
        VerifierKey old = rig.row;
        old.key.state = KeyState::Active;
        old.change = 3;
        rig.feed.waiting.constFirst().give(VerifierFeed::Changes{{old}, 3, false});
        QTRY_COMPARE(rig.follower.epoch(), 3);
        QCOMPARE(rig.code(), DecisionCode::Revoked);
    }
    void rowsAreShedBeforeUsesAre() {
        SeenQueue queue(3);
        int admitted = 0;
        for (int i = 0; i < 10; ++i)
            admitted += queue.admits(1000) ? 1 : 0;
        QCOMPARE(admitted, 3);
        QCOMPARE(queue.shedRows(), 7);
        QVERIFY(queue.admits(2000));
        const KeyId a = token::randomId(), b = token::randomId();
        for (int i = 1; i <= 100; ++i)
            queue.use(i % 2 ? a : b, Instant(i), "192.0.2.1", false);
        const auto batch = queue.take();
        QCOMPARE(batch.uses.size(), 2);
        for (const LastUse &use : batch.uses)
            QCOMPARE(use.at, Instant(use.id == a ? 99 : 100));
        QVERIFY(queue.take().uses.isEmpty());
    }
    /// The table of the uses comes back empty, also after a peak.
    void whatWasTakenIsNotTakenAgain() {
        SeenQueue queue(1);
        for (int round = 0; round < 4; ++round) {
            const int many = round == 2 ? 70'000 : 3;
            std::map<KeyId, QString> expected;
            for (int i = 0; i < many; ++i) {
                const KeyId key = token::randomId();
                const std::string from = i % 2 ? "192.0.2.1" : "2001:db8:0:0:8:800:200c:417a";
                expected[key] = QString::fromStdString(from);
                queue.use(key, Instant(round + 1), from, false);
            }
            const auto uses = queue.take().uses;
            QCOMPARE(uses.size(), qsizetype(expected.size()));
            for (const LastUse &use : uses) {
                QCOMPARE(use.from, expected[use.id]);
                QCOMPARE(use.at, Instant(round + 1));
            }
        }
    }
};

QTEST_GUILESS_MAIN(ServerFollowerTest)
#include "follower_test.moc"
