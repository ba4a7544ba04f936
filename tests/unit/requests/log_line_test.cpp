#include "core/services/log_import/log_line.h"
#include "core/services/log_import/redact.h"
#include "core/token/token.h"

#include <QRandomGenerator>
#include <QTest>

using namespace latchkey;
using namespace latchkey::log_line;

namespace {

const char good[] = "10.2.0.4 - - [10/Oct/2026:13:55:36 +0200] \"GET /v1/leads?page=2 HTTP/1.1\" 200 2326 "
                    "\"https://app.example\" \"curl/7.88\"";

/// A token whose every part is known; the secret is the needle of these tests.
struct Made {
    token::NewToken token = token::generate(QStringLiteral("lk"), Environment::Production);
    QByteArray text = token.token.view().toByteArray();
    QByteArray secret = text.right(token::SecretLength + token::CheckLength);
    QByteArray publicPart = text.chopped(token::SecretLength + token::CheckLength);
};

} // namespace

class LogLineTest : public QObject {
    Q_OBJECT
private slots:
    void combined() {
        const auto l = parse(Format::Combined, good);
        QVERIFY(l);
        QCOMPARE(l->record.at.toIso(), QStringLiteral("2026-10-10T11:55:36.000Z"));
        QCOMPARE(l->record.method, QStringLiteral("GET"));
        QCOMPARE(l->record.path, QStringLiteral("/v1/leads?page=2"));
        QCOMPARE(l->record.ip, QStringLiteral("10.2.0.4"));
        QCOMPARE(l->record.userAgent, QStringLiteral("curl/7.88"));
        QCOMPARE(l->record.status, 200);
        QCOMPARE(l->record.outcome, RequestOutcome::Allowed);
        QVERIFY(l->hint.credential.isNull());
    }

    void combinedWithMore() {
        const auto l = parse(Format::Combined,
                             QByteArray(good) + " rt=0.123 key=4fQz8KpW02aB scope=leads:read env=production "
                                                "customer=\"Acme Ltd\" code=rate_limited unknown=1");
        QVERIFY(l);
        QCOMPARE(l->record.durationUs.value_or(0), 123'000);
        QCOMPARE(l->hint.credential.toString(), QStringLiteral("4fQz8KpW02aB"));
        QCOMPARE(l->record.scope, QStringLiteral("leads:read"));
        QCOMPARE(l->record.environment, Environment::Production);
        QCOMPARE(l->record.customer, QStringLiteral("Acme Ltd"));
        QCOMPARE(l->record.code, DecisionCode::RateLimited);
        QCOMPARE(l->record.outcome, RequestOutcome::RateLimited);
    }

    void json_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("iso");
        const char rest[] = ",\"status\":403,\"method\":\"post\",\"path\":\"/x\"}";
        const auto row = [&](const char *name, const char *time, const char *iso) {
            QTest::newRow(name) << QByteArray("{") + time + rest << QString::fromLatin1(iso);
        };
        row("iso", "\"time\":\"2026-10-10T13:55:36+02:00\"", "2026-10-10T11:55:36.000Z");
        row("iso ms", "\"timestamp\":\"2026-10-10T11:55:36.250Z\"", "2026-10-10T11:55:36.250Z");
        row("no zone is UTC", "\"time\":\"2026-10-10T11:55:36\"", "2026-10-10T11:55:36.000Z");
        row("seconds", "\"ts\":1791633336.5", "2026-10-10T11:55:36.500Z");
        row("milliseconds", "\"ts\":1791633336500", "2026-10-10T11:55:36.500Z");
        row("text seconds", "\"msec\":\"1791633336.500\"", "2026-10-10T11:55:36.500Z");
        row("nginx", "\"time_local\":\"10/Oct/2026:13:55:36 +0200\"", "2026-10-10T11:55:36.000Z");
    }
    void json() {
        QFETCH(QByteArray, text);
        QFETCH(QString, iso);
        const auto l = parse(Format::Json, text);
        QVERIFY(l);
        QCOMPARE(l->record.at.toIso(), iso);
        QCOMPARE(l->record.outcome, RequestOutcome::Forbidden);
        QCOMPARE(l->record.method, QStringLiteral("POST"));
        QCOMPARE(l->record.path, QStringLiteral("/x"));
    }

    void bad_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("problem");
        const auto row = [](const char *name, const QByteArray &text, Problem p) {
            QTest::newRow(name) << text << static_cast<int>(p);
        };
        row("word", "hello", Problem::NotALogLine);
        row("open bracket", "1.1.1.1 - - [10/Oct/2026:13:55:36", Problem::NotALogLine);
        row("open quote", "1.1.1.1 - - [10/Oct/2026:13:55:36 +0000] \"GET /", Problem::NotALogLine);
        row("backslash at the end", "1.1.1.1 - - [10/Oct/2026:13:55:36 +0000] \"GET /\\",
            Problem::NotALogLine);
        row("month", QByteArray(good).replace("Oct", "Okt"), Problem::BadTime);
        row("day", QByteArray(good).replace("10/Oct", "32/Oct"), Problem::BadTime);
        row("letters in the year", QByteArray(good).replace("2026", "2O26"), Problem::BadTime);
        row("status", QByteArray(good).replace(" 200 ", " abc "), Problem::BadStatus);
        row("status 999", QByteArray(good).replace(" 200 ", " 999 "), Problem::BadStatus);
        row("NUL", QByteArray(good).replace("curl", QByteArray("cu\0l", 4)), Problem::Binary);
        row("half JSON", "{\"time\":", Problem::BadJson);
        row("no time", "{\"status\":200}", Problem::BadTime);
        row("time 0", "{\"status\":200,\"time\":0}", Problem::BadTime);
        row("huge time", "{\"status\":200,\"time\":1e300}", Problem::BadTime);
        row("no status", "{\"time\":1791633336}", Problem::BadStatus);
        row("status 2e99", "{\"time\":1791633336,\"status\":2e99}", Problem::BadStatus);
        row("a list", "{}[]", Problem::BadJson);
        row("deep", QByteArray(60'000, '[').prepend("{\"a\":"), Problem::BadJson);
    }
    void bad() {
        QFETCH(QByteArray, text);
        QFETCH(int, problem);
        const auto l = parse(formatOf(text), text);
        QVERIFY(!l);
        QCOMPARE(static_cast<int>(l.error()), problem);
    }

    /// Wherever a token stands, it is hashed and hidden.
    void tokensAreHidden_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("path") << QByteArray("/v1/") << QByteArray("/leads");
        QTest::newRow("query") << QByteArray("/v1?api_key=") << QByteArray("&x=1");
        QTest::newRow("unknown query") << QByteArray("/v1?q=") << QByteArray();
        QTest::newRow("escaped space") << QByteArray("/v1?q=%20") << QByteArray("%20");
        QTest::newRow("after a word") << QByteArray("/v1/someveryverylongword_") << QByteArray("z");
        QTest::newRow("glued") << QByteArray("/v1/x") << QByteArray("/");
        QTest::newRow("quoted") << QByteArray("/v1/%22") << QByteArray("%22");
    }
    void tokensAreHidden() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const Made m;
        for (const QByteArray &token : {m.text, QByteArray(m.text).replace("_", "%5F"), m.text.chopped(9)}) {
            const QString shown = redacted(before + token + after);
            for (qsizetype at = 0; at + 8 <= m.secret.size() - 9; at += 8)
                QVERIFY2(!shown.contains(QString::fromLatin1(m.secret.mid(at, 8))), qPrintable(shown));
            QVERIFY2(shown.contains(QString::fromLatin1(m.publicPart) + QString(8, QChar(0x2022))),
                     qPrintable(shown));
        }
    }

    void secretsOfOthersAreHidden() {
        for (const char *text : {"/x?password=hunter2hunter2&a=1", "/x?access_token=hunter2hunter2",
                                 "/x?a=1&sig=hunter2hunter2#f", "/x/SG.hunter2hunter2.abcdefgh",
                                 "/x Bearer hunter2hunter2", "/x?API-Key=hunter2hunter2"}) {
            QVERIFY2(!redacted(text).contains(QStringLiteral("hunter2")), text);
            QVERIFY(redacted(text).startsWith(QStringLiteral("/x")));
        }
        QCOMPARE(redacted("/x?monkey=7&page=2"), QStringLiteral("/x?monkey=7&page=2"));
    }

    void hints() {
        const Made m;
        const KeyHint whole{m.token.id, m.token.verifier};
        QCOMPARE(hintOf(m.text), whole);
        QCOMPARE(hintOf("Bearer " + m.text), whole);
        QCOMPARE(hintOf("Basic " + (m.text + ":").toBase64()), whole);
        QCOMPARE(hintOf("Basic " + ("user:" + m.text).toBase64()), whole);
        QCOMPARE(hintOf(m.token.id.view()), (KeyHint{m.token.id, {}, true}));
        QCOMPARE(hintOf(m.publicPart + "\xE2\x80\xA2\xE2\x80\xA2"), (KeyHint{m.token.id, {}}));
        QVERIFY(hintOf("Bearer eyJhbGciOi").credential.isNull());
        QVERIFY(hintOf("").credential.isNull());
        // A forged token names its key, but is not taken for it.
        QByteArray forged = m.text;
        forged[30] = forged[30] == 'a' ? 'b' : 'a';
        QVERIFY(hintOf(forged).verifier != m.token.verifier && !hintOf(forged).verifier.isEmpty());
    }

    void encodings() {
        QCOMPARE(redacted("/caf\xC3\xA9"), QStringLiteral("/caf\u00e9"));
        QCOMPARE(redacted("/caf\xE9"), QStringLiteral("/caf\u00e9"));
        QCOMPARE(redacted("/a\x1b[31m\r"), QStringLiteral("/a [31m "));
    }

    void cutsLongTexts() {
        const auto l =
            parse(Format::Combined, QByteArray(good).replace("/v1", "/" + QByteArray(50'000, 'a')));
        QVERIFY(l);
        QVERIFY(l->record.path.size() <= LongestRequestPath);
    }

    /// Changed and random bytes: an answer every time, in linear time.
    void survivesAnything() {
        QRandomGenerator random(11);
        const Made m;
        const QByteArray start = QByteArray(good).replace("/leads", "/" + m.text) + " key=" + m.text;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray text = start;
            for (int n = random.bounded(1, 6); n > 0; --n)
                text[random.bounded(static_cast<int>(text.size()))] = static_cast<char>(random.bounded(256));
            if (i % 7 == 0)
                text.truncate(random.bounded(static_cast<int>(text.size())));
            (void)parse(i % 2 ? Format::Combined : Format::Json, text);
        }
        const QByteArray word(64 * 1024, 'a');
        (void)parse(Format::Combined, QByteArray(good).replace("/leads", word));
        (void)redacted(QByteArray("a_").repeated(32 * 1024));
    }
};

QTEST_GUILESS_MAIN(LogLineTest)
#include "log_line_test.moc"
