#include "core/token/token.h"

#include <QDebug>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <QVariant>
#include <array>
#include <type_traits>

using namespace latchkey;

static_assert(std::is_nothrow_move_constructible_v<SecretBytes> &&
              !std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
static_assert(!std::is_convertible_v<SecretBytes, QVariant> &&
              !std::is_constructible_v<QVariant, SecretBytes>);
template<typename T>
concept Printable = requires(QDebug d, const T &t) {
    d << t;
};
static_assert(!Printable<SecretBytes>);
template<typename T>
concept Comparable = requires(const T &a, const T &b) {
    a == b;
};
static_assert(!Comparable<SecretBytes>);

class TokenTest : public QObject {
    Q_OBJECT
private slots:
    void vectors_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("check");
        QTest::addColumn<QByteArray>("verifier");
        QFile file(QStringLiteral(VECTORS));
        QVERIFY(file.open(QIODevice::ReadOnly));
        while (!file.atEnd()) {
            const QList<QByteArray> words = file.readLine().trimmed().split(' ');
            QCOMPARE(words.size(), 3);
            QTest::newRow(words[0].constData()) << words[0] << words[1] << words[2];
        }
    }
    void vectors() {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, check);
        QFETCH(QByteArray, verifier);
        QCOMPARE(token::checkOf(head), check);
        const auto parsed = token::parse(head + check);
        QVERIFY(parsed);
        QCOMPARE(parsed->id.toString().toLatin1(), head.split('_')[2]);
        QCOMPARE(token::verifierOf(head + check).toHex(), verifier);
        QVERIFY(token::matches(head + check, QByteArray::fromHex(verifier)));
    }

    void generatedIsWellFormed() {
        for (const Environment env : AllEnvironments) {
            const auto made = token::generate(QStringLiteral("lk"), env);
            const auto parsed = token::parse(made.token.view());
            QVERIFY(parsed);
            QCOMPARE(parsed->id, made.id);
            QCOMPARE(parsed->prefix, QStringLiteral("lk"));
            QCOMPARE(parsed->environmentWord, tokenWord(env));
            QVERIFY(token::matches(made.token.view(), made.verifier));
        }
    }

    /// A check of 32 bits finds every change of one character.
    void everyChangedCharacterIsFound() {
        const auto made = token::generate(QStringLiteral("lk"), Environment::Production);
        const QByteArray good = made.token.view().toByteArray();
        for (qsizetype i = 0; i < good.size(); ++i) {
            for (const char c : QByteArrayLiteral("0Aaz9_-")) {
                if (c == good[i] || c == '\0')
                    continue;
                QByteArray bad = good;
                bad[i] = c;
                QVERIFY2(!token::parse(bad), bad.constData());
                QVERIFY(!token::matches(bad, made.verifier));
            }
        }
    }

    void shapes() {
        token::ParseError e{};
        QVERIFY(!token::parse(QByteArray(), &e));
        QCOMPARE(e, token::ParseError::Empty);
        QVERIFY(!token::parse("lk_live_short", &e));
        QCOMPARE(e, token::ParseError::WrongShape);
        const QByteArray good =
            token::generate(QStringLiteral("lk"), Environment::Staging).token.view().toByteArray();
        for (const QByteArray &bad :
             {good + 'x', good.chopped(1), ' ' + good, good + '\n', QByteArray("Lk") + good.mid(2),
              QByteArray(5000, 'a'), QByteArray(good).replace("stage", "prod"),
              QByteArray("l\xc3\xb6") + good.mid(2)})
            QVERIFY2(!token::parse(bad), bad.constData());
    }

    void prefixes() {
        for (const char *good : {"lk", "a1", "acme2026ab"})
            QVERIFY2(token::isPrefix(QString::fromLatin1(good)), good);
        for (const char *bad : {"", "l", "1k", "LK", "l_k", "abcdefghijk", "l k"})
            QVERIFY2(!token::isPrefix(QString::fromLatin1(bad)), bad);
        QVERIFY(!token::isPrefix(u"lö"));
    }

    /// Each of the 62 characters as often as the others: chi-square with 61 degrees of freedom, far below one
    /// in 10^9.
    void secretsAreUniform() {
        std::array<int, 128> seen{};
        constexpr int Tokens = 4000;
        for (int i = 0; i < Tokens; ++i) {
            const auto made = token::generate(QStringLiteral("lk"), Environment::Development);
            const QByteArrayView v = made.token.view();
            for (const char c :
                 v.sliced(v.size() - token::SecretLength - token::CheckLength, token::SecretLength))
                ++seen[static_cast<size_t>(c)];
        }
        const double expected = Tokens * token::SecretLength / 62.0;
        double chi = 0;
        int kinds = 0;
        for (const int n : seen) {
            if (n == 0)
                continue;
            ++kinds;
            chi += (n - expected) * (n - expected) / expected;
        }
        QCOMPARE(kinds, 62);
        QVERIFY2(chi < 150, qPrintable(QString::number(chi)));
    }

    void randomBytesNeverParse() {
        QRandomGenerator random(20261121);
        for (int i = 0; i < 100'000; ++i) {
            QByteArray junk(random.bounded(0, 80), Qt::Uninitialized);
            for (char &c : junk)
                c = static_cast<char>(random.bounded(256));
            QVERIFY(!token::parse(junk));
        }
    }

    void secretsAreWiped() {
        SecretBytes a = SecretBytes::copyOf("hidden");
        SecretBytes b = std::move(a);
        QVERIFY(a.isEmpty()); // NOLINT(bugprone-use-after-move): that is the question
        QCOMPARE(b.view().toByteArray(), QByteArrayLiteral("hidden"));
        b.wipe();
        QVERIFY(b.isEmpty());
        QVERIFY(constantTimeEqual("abc", "abc"));
        QVERIFY(!constantTimeEqual("abc", "abd"));
        QVERIFY(!constantTimeEqual("abc", "ab"));
    }
};

QTEST_GUILESS_MAIN(TokenTest)
#include "token_test.moc"
