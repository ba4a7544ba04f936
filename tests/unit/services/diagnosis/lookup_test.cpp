#include "core/services/diagnosis/key_lookup.h"
#include "tests/support/test_vault.h"

using namespace latchkey;
using namespace latchkey::diagnosis;
using Token = Subject::Token;

/// Whose key is this, on a real vault.
class LookupTest : public QObject {
    Q_OBJECT
private:
    static Subject find(TestVault &v, const QString &text) {
        KeyLookup lookup(*v.backend);
        const auto reading = read(text);
        if (!reading || !reading->facts.key)
            qFatal("no key in the text");
        const auto found = waitFor(lookup.find(*reading->facts.key));
        return found ? *found : Subject();
    }
    static QString text(const SharedSecret &token) { return QString::fromLatin1(token->view()); }

private slots:
    void everyWayToNameAKey() {
        TestVault v;
        v.open();
        const auto made = *waitFor(v.service->create(v.config()));
        const QString token = text(made.token);
        Subject s = find(v, token);
        QCOMPARE(static_cast<int>(s.token), static_cast<int>(Token::Current));
        QCOMPARE(s.key->id, made.key.id);
        s = find(v, token.left(21) + QStringLiteral("••••••••"));
        QCOMPARE(static_cast<int>(s.token), static_cast<int>(Token::NotGiven));
        QCOMPARE(s.key->id, made.key.id);
        s = find(v, made.key.id.toString());
        QCOMPARE(s.key->id, made.key.id);
        s = find(v,
                 QStringLiteral("10.2.0.4 - - [27/Nov/2026:15:32:10 +0100] \"GET /v1/leads HTTP/1.1\" 401 1 "
                                "\"-\" \"-\" \"%1\"")
                     .arg(token));
        QCOMPARE(static_cast<int>(s.token), static_cast<int>(Token::Current));
        QString typo = token;
        typo[30] = typo[30] == u'x' ? u'y' : u'x';
        s = find(v, typo);
        QCOMPARE(static_cast<int>(s.token), static_cast<int>(Token::Malformed));
        QCOMPARE(s.key->id, made.key.id);
        const QByteArray forged = token.left(21).toLatin1() + QByteArray(32, 'a');
        s = find(v, QString::fromLatin1(forged + token::checkOf(forged)));
        QCOMPARE(static_cast<int>(s.token), static_cast<int>(Token::WrongSecret));
        const auto stranger = token::generate(QStringLiteral("lk"), Environment::Production);
        s = find(v, QString::fromLatin1(stranger.token.view()));
        QCOMPARE(static_cast<int>(s.token), static_cast<int>(Token::NoKey));
        QVERIFY(!s.key);
    }

    void replacedDeletedAndPurged() {
        TestVault v;
        v.open();
        const auto first = *waitFor(v.service->create(v.config()));
        const auto second = *waitFor(v.service->rotate(first.key, 0));
        const auto third = *waitFor(v.service->rotate(second.key, 3'600'000));
        QCOMPARE(static_cast<int>(find(v, text(first.token)).token), static_cast<int>(Token::Earlier));
        QCOMPARE(static_cast<int>(find(v, text(second.token)).token), static_cast<int>(Token::Old));
        QCOMPARE(static_cast<int>(find(v, text(third.token)).token), static_cast<int>(Token::Current));
        const auto fourth = *waitFor(v.service->rotate(third.key, 0));
        Subject s = find(v, text(second.token)); // only the log knows it now
        QCOMPARE(static_cast<int>(s.token), static_cast<int>(Token::Earlier));
        QCOMPARE(s.key->id, first.key.id);
        s = find(v, maskedToken(QStringLiteral("lk"), Environment::Production, second.key.credentialId));
        QCOMPARE(static_cast<int>(s.token), static_cast<int>(Token::Earlier));
        const ApiKey deleted = *waitFor(v.service->remove(fourth.key));
        s = find(v, text(fourth.token));
        QCOMPARE(s.key->state, KeyState::Deleted);
        const auto purged = waitFor(v.service->purge(deleted));
        QVERIFY(purged);
        s = find(v, text(fourth.token));
        QCOMPARE(s.key->state, KeyState::Purged);
        QCOMPARE(s.key->config.name, first.key.config.name);
    }

    void theSameNameInAnotherEnvironment() {
        TestVault v;
        v.open();
        KeyConfig c = v.config(QStringLiteral("CRM sync"));
        const auto production = *waitFor(v.service->create(c));
        c.environment = Environment::Staging;
        const auto staging = *waitFor(v.service->create(c));
        KeyLookup lookup(*v.backend);
        QCOMPARE((*waitFor(lookup.sameNameIn(staging.key, Environment::Production)))->id, production.key.id);
        QVERIFY(!waitFor(lookup.sameNameIn(staging.key, Environment::Development))->has_value());
    }
};

QTEST_GUILESS_MAIN(LookupTest)
#include "lookup_test.moc"
