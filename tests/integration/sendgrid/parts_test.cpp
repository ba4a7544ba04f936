#include "core/remote/sendgrid/rate_gate.h"
#include "core/remote/sendgrid/sendgrid_account.h"
#include "core/remote/sendgrid/sendgrid_key.h"
#include "core/remote/sendgrid/sendgrid_scopes.h"
#include "core/token/token.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::sendgrid;

/// The pure parts.
class SendGridPartsTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsPasted_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        const QByteArray good = "SG." + QByteArray(22, 'a') + '.' + QByteArray(43, 'B');
        QTest::newRow("good") << good << QString();
        QTest::newRow("with white space") << QByteArray("  " + good + "\n") << QString();
        QTest::newRow("nothing") << QByteArray(" ") << QStringLiteral("empty");
        QTest::newRow("cut") << good.left(60) << QStringLiteral("truncated");
        QTest::newRow("only its id") << good.left(25) << QStringLiteral("truncated");
        QTest::newRow("too long") << QByteArray(good + "x") << QStringLiteral("notASendGridKey");
        QTest::newRow("a line break inside")
            << QByteArray(good).replace(30, 1, "\n") << QStringLiteral("notASendGridKey");
        QTest::newRow("words") << QByteArray("my key") << QStringLiteral("notASendGridKey");
        QTest::newRow("of another service")
            << QByteArray("AKIA1234567890") << QStringLiteral("notASendGridKey");
        const auto own = token::generate(QStringLiteral("lk"), Environment::Production);
        QTest::newRow("one of ours") << own.token.view().toByteArray() << QStringLiteral("latchkeyToken");
    }
    void whatIsPasted() {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, code);
        const auto key = accountKey(text);
        QCOMPARE(key ? QString() : key.error().fields.first().code, code);
        if (key)
            QCOMPARE(key->view().toByteArray(), text.trimmed());
    }

    void idsAreStable() {
        // python3: hashlib.sha256(b"latchkey-sendgrid-v1 " + b"a"*22), two bytes each, big-endian, mod 62
        QCOMPARE(keyIdOf(QString(22, QLatin1Char('a'))).toString(), QStringLiteral("Frau9WjGxZLc"));
        QVERIFY(keyIdOf(QStringLiteral("x")) != keyIdOf(QStringLiteral("y")));
        QVERIFY(isServiceId(QStringLiteral("FDgoYHYqRhCMIMbxd3C1Wg")));
        QVERIFY(!isServiceId(QStringLiteral("../../../../../../../..")));
        QVERIFY(!isServiceId(QString(21, QLatin1Char('a')) + QChar(0x430)));
    }

    void scopesAndTheirParts() {
        const auto parts = partsOf({QStringLiteral("mail.send"), QStringLiteral("2fa_required"),
                                    QStringLiteral("sender_verification_exempt"), QStringLiteral("Odd Scope"),
                                    QStringLiteral("mail.send"), QString(101, QLatin1Char('a'))});
        QCOMPARE(parts.shown.toString(), QStringLiteral("mail.send"));
        QCOMPARE(parts.automatic, 2);
        QCOMPARE(parts.opaque, QStringList({QStringLiteral("Odd Scope"), QString(101, QLatin1Char('a'))}));
        const Scope nested = *Scope::fromService(u"user.profile.read");
        QCOMPARE(nested.resource().toString(), QStringLiteral("user.profile"));
        QCOMPARE(nested.action().toString(), QStringLiteral("read"));
        const Scope word = *Scope::fromService(u"credentials");
        QCOMPARE(word.resource().toString(), QStringLiteral("credentials"));
        QVERIFY(word.action().isEmpty());
        QVERIFY(!Scope::fromString(u"mail.send")); // a vault's own has a colon
    }

    void levelsAndTypes() {
        const ScopeSet all = partsOf({QStringLiteral("mail.send"), QStringLiteral("stats.read"),
                                      QStringLiteral("alerts.read"), QStringLiteral("alerts.create"),
                                      QStringLiteral("billing.read"), QStringLiteral("billing.update")})
                                 .shown;
        const Catalogue c = catalogueOf(all);
        QCOMPARE(c.allScopes(), all);
        QVERIFY(!c.resource(u"mail")->hasReadLevel());
        QVERIFY(!c.resource(u"stats")->hasReadLevel());
        QCOMPARE(c.resource(u"alerts")->scopesFor(AccessLevel::Read).toString(),
                 QStringLiteral("alerts.read"));
        QCOMPARE(c.scopesOf(KeyType::Billing).toString(), QStringLiteral("billing.read billing.update"));
        QCOMPARE(typeOf(c.scopesOf(KeyType::Billing)), KeyType::Billing);
        QCOMPARE(typeOf(all), KeyType::General);
        QCOMPARE(typeOf({}), KeyType::General);
        QVERIFY(catalogueOf({}).resources().isEmpty());
    }

    void theGateFollowsTheServersClock_data() {
        QTest::addColumn<qint64>("skewS");
        for (const qint64 s : {0LL, 3'600LL, -3'600LL, 86'400LL * 365})
            QTest::addRow("%lld", static_cast<long long>(s)) << s;
    }
    void theGateFollowsTheServersClock() {
        QFETCH(const qint64, skewS);
        const qint64 wallS = 1'800'000'000, serverS = wallS + skewS;
        RateGate gate;
        QCOMPARE(gate.waitMs(false, 0), 0);
        gate.note({600, 0, serverS + 30, serverS, false}, 1'000, wallS * 1'000);
        QCOMPARE(gate.waitMs(false, 1'000), 30'000);
        QCOMPARE(gate.waitMs(false, 31'000), 0);
        // Without a Date a clock that is wrong costs a minute at most.
        RateGate blind;
        blind.note({600, 0, serverS + 30, std::nullopt, true}, 0, wallS * 1'000);
        QVERIFY(blind.waitMs(false, 0) >= RateGate::LeastMs);
        QVERIFY(blind.waitMs(false, 0) <= RateGate::MostWithoutDateMs);
    }

    void theLastFewAreForThePerson() {
        RateGate gate;
        gate.note({600, 4, 130, 100, false}, 0, 0);
        QCOMPARE(gate.waitMs(true, 0), 30'000);
        QCOMPARE(gate.waitMs(false, 0), 0);
        for (int i = 0; i < 4; ++i)
            gate.take();
        QCOMPARE(gate.waitMs(false, 0), 30'000);
        gate.note({600, 4, 130, 110, false}, 10'000, 0); // one that was overtaken
        QVERIFY(gate.waitMs(false, 10'000) > 0);
        gate.note({600, 599, 190, 131, false}, 31'000, 0);
        QCOMPARE(gate.waitMs(true, 31'000), 0);
    }

    void subusers() {
        QVERIFY(isSubuser(u"account-id 1234"));
        QVERIFY(!isSubuser(u"a\nX-Other: b"));
        QVERIFY(!isSubuser(QString(101, QLatin1Char('a'))));
    }
};

QTEST_APPLESS_MAIN(SendGridPartsTest)
#include "parts_test.moc"
