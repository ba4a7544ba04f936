#include "core/services/diagnosis/facts.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace latchkey;
using namespace latchkey::diagnosis;
using Kind = KeyReference::Kind;

namespace {

const KeyId keyId = *KeyId::fromString(u"4fQz8KpW02aB");

/// A whole token of that id.
QString whole() {
    const QByteArray head = "lk_live_4fQz8KpW02aB_abcdefghijklmnopqrstuvwxyzABCDEF";
    return QString::fromLatin1(head + token::checkOf(head));
}

Reading good(const QString &text) {
    const auto r = read(text);
    if (!r)
        qFatal("not read: %s", qPrintable(text));
    return *r;
}

bool leaks(const Reading &r) {
    return r.shown.contains(QStringLiteral("abcdefghijklmnop"));
}

} // namespace

class ReadTest : public QObject {
    Q_OBJECT
private slots:
    /// Only what a log or a copied address shows is out of one's hands.
    void tokensInAddresses() {
        const auto inAddress = [](const QString &text) {
            return good(text.arg(whole())).notes.contains(Note::TokenInAddress);
        };
        const auto line = [](const char *request, const char *rest) {
            return QStringLiteral("10.2.0.4 - - [27/Nov/2026:15:32:10 +0100] \"%1 HTTP/1.1\" 401 1 %2")
                .arg(QLatin1StringView(request), QLatin1StringView(rest));
        };
        QVERIFY(inAddress(line("GET /v1/leads?api_key=%1", "\"-\" \"-\"")));
        QVERIFY(inAddress(line("GET /v1/leads", "\"https://x.example/?k=%1\" \"-\"")));
        QVERIFY(inAddress(QStringLiteral("https://api.example.com/v1/leads?token=%1&page=2")));
        QVERIFY(inAddress(QStringLiteral("{\"path\":\"/v1/leads?k=%1\",\"status\":403}")));
        QVERIFY(!inAddress(line("GET /v1/leads", "\"-\" \"-\" key=%1")));
        QVERIFY(!inAddress(QStringLiteral("curl 'https://api.example.com/v1/leads?token=%1'")));
        QVERIFY(!inAddress(
            QStringLiteral("curl -H 'Authorization: Bearer %1' https://api.example.com/v1/leads")));
        QVERIFY(!good(line("GET /v1/leads?api_key=lk_live_4fQz8KpW02aB_********", "\"-\" \"-\""))
                     .notes.contains(Note::TokenInAddress));
    }

    void keys() {
        const Reading token = good(QStringLiteral("  ") + whole() + u'\n');
        QCOMPARE(token.form, Form::Key);
        QCOMPARE(token.facts.key->kind, Kind::Token);
        QCOMPARE(token.facts.key->id, keyId);
        QCOMPARE(token.facts.key->verifier, token::verifierOf(whole().toLatin1()));
        QCOMPARE(token.shown, QStringLiteral("lk_live_4fQz8KpW02aB_••••••••"));

        QString typo = whole();
        typo[30] = typo[30] == u'x' ? u'y' : u'x';
        const Reading mistyped = good(typo);
        QCOMPARE(mistyped.facts.key->kind, Kind::Malformed);
        QCOMPARE(mistyped.facts.key->error, token::ParseError::WrongCheck);
        QCOMPARE(mistyped.facts.key->id, keyId);
        QVERIFY(!leaks(mistyped));

        const Reading cut = good(whole().left(50));
        QCOMPARE(cut.facts.key->kind, Kind::Malformed);
        QVERIFY(!leaks(cut));

        for (const char *mask :
             {"lk_live_4fQz8KpW02aB_••••••••", "lk_live_4fQz8KpW02aB_********", "lk_live_4fQz8KpW02aB_...",
              "lk_live_4fQz8KpW02aB_…", "lk_live_4fQz8KpW02aB", "lk_live_4fQz8KpW02aB_xxxxxxxx"}) {
            const Reading m = good(QString::fromUtf8(mask));
            QCOMPARE(m.facts.key->kind, Kind::Masked);
            QCOMPARE(m.facts.key->id, keyId);
        }
        const Reading id = good(QStringLiteral("4fQz8KpW02aB"));
        QCOMPARE(id.facts.key->kind, Kind::Id);
        const Reading foreign = good(QStringLiteral("SG.1234567890abcdefghijkl.mnopqrstuvwxyz"));
        QCOMPARE(foreign.facts.key->kind, Kind::Malformed);
        QVERIFY(!foreign.shown.contains(QStringLiteral("mnopq")));
    }

    void tokensGluedToOtherText() {
        for (const QString &text : {QStringLiteral("{\"message\":\"line\\n%1\"}"), QStringLiteral("TOKEN_%1"),
                                    QStringLiteral("key=%1&x=1"), QStringLiteral("(%1)"),
                                    QStringLiteral("https://%1@api.example.com/v1/leads"),
                                    QStringLiteral("https://api.example.com/v1/leads?api_key=%1&page=2")}) {
            const Reading r = good(text.arg(whole()));
            QVERIFY2(r.facts.key && r.facts.key->kind == Kind::Token, qPrintable(text));
            QVERIFY2(!leaks(r), qPrintable(text));
            QVERIFY2(!r.facts.path.contains(QStringLiteral("abcdef")), qPrintable(text));
        }
        QVERIFY(!leaks(good(whole() + whole())));
        QVERIFY(!leaks(good(whole() + QStringLiteral("AAAAAAAAAAAA"))));
    }

    void curl() {
        const Reading r =
            good(QStringLiteral("curl -X DELETE https://api.staging.example.com/v1/leads/42?x=1 \\\n"
                                "  -H 'Authorization: Bearer %1' \\\n"
                                "  --header \"X-Customer: Contoso\" -d '{\"a\": \"b c\"}'")
                     .arg(whole()));
        QCOMPARE(r.form, Form::Curl);
        QCOMPARE(r.facts.method, QStringLiteral("DELETE"));
        QCOMPARE(r.facts.path, QStringLiteral("/v1/leads/42"));
        QCOMPARE(r.facts.host, QStringLiteral("api.staging.example.com"));
        QCOMPARE(r.facts.environment.value(), Environment::Staging);
        QVERIFY(r.facts.environmentFromHost);
        QCOMPARE(r.facts.customer.value(), QStringLiteral("Contoso"));
        QCOMPARE(r.facts.key->kind, Kind::Token);
        QVERIFY(!leaks(r));
        QVERIFY(r.notes.isEmpty());

        QCOMPARE(good(QStringLiteral("curl -d a=b https://x.example/leads -u %1:").arg(whole())).facts.method,
                 QStringLiteral("POST"));
        QCOMPARE(good(QStringLiteral("curl --request=PUT --url https://x.example/leads")).facts.method,
                 QStringLiteral("PUT"));
        QCOMPARE(good(QStringLiteral("$ curl -sSLXPATCH https://x.example/leads")).facts.method,
                 QStringLiteral("PATCH"));
        QCOMPARE(good(QStringLiteral("curl -I https://x.example/leads")).facts.method,
                 QStringLiteral("HEAD"));
        QCOMPARE(good(QStringLiteral("curl -G -d q=1 https://x.example/leads")).facts.method,
                 QStringLiteral("GET"));
        QVERIFY(good(QStringLiteral("curl https://x.example/leads")).notes.contains(Note::NoKeySent));
        const Reading variable =
            good(QStringLiteral("curl https://x.example/leads -H 'Authorization: Bearer $API_KEY'"));
        QVERIFY(variable.notes.contains(Note::VariableInsteadOfKey));
        QVERIFY(!variable.facts.key);
        const Reading foreign =
            good(QStringLiteral("curl https://x.example/leads -H 'Authorization: Bearer sk-12345-abcdef'"));
        QCOMPARE(foreign.facts.key->kind, Kind::Malformed);
        QVERIFY(!foreign.shown.contains(QStringLiteral("sk-12345")));
        QVERIFY(!good(QStringLiteral("curl -u joe:hunter2 https://x.example/leads"))
                     .shown.contains(QStringLiteral("hunter2")));
        QCOMPARE(good(QStringLiteral("curl 'https://x.example/leads")).facts.path, QStringLiteral("/leads"));
        const Reading basic = good(QStringLiteral("curl https://x.example/leads -H 'Authorization: Basic %1'")
                                       .arg(QString::fromLatin1((whole() + u':').toLatin1().toBase64())));
        QCOMPARE(basic.facts.key->kind, Kind::Token);
        QVERIFY(!basic.shown.contains(QString::fromLatin1((whole() + u':').toLatin1().toBase64())));
    }

    void whereAKeyCame() {
        const auto notes = [](const char *text) {
            return good(QString::fromLatin1(text).arg(whole())).notes;
        };
        for (const char *text :
             {"curl 'https://x.example/v1/leads?api_key=%1'", "https://x.example/v1?page=2&key=%1",
              "GET /v1/leads?access_token=%1 HTTP/1.1\nHost: x.example"}) {
            QVERIFY2(notes(text).contains(Note::KeyInQuery), text);
            QVERIFY2(!notes(text).contains(Note::NoKeySent), text);
        }
        QVERIFY(
            good(QStringLiteral("curl https://x.example/leads?key=abc")).notes.contains(Note::KeyInQuery));
        QVERIFY(notes("curl 'https://x.example/a?key=1' -H 'X-Api-Key: %1'").isEmpty());
        QVERIFY(
            !good(QStringLiteral("curl https://x.example/leads?monkey=1")).notes.contains(Note::KeyInQuery));
        for (const char *text : {"curl https://x.example/a -H 'Authorization: Bearer abc' -H 'X-Api-Key: %1'",
                                 "GET /a HTTP/1.1\nAuthorization: Bearer abc\nX-API-Key: %1"})
            QVERIFY2(notes(text).contains(Note::TwoKeysSent), text);
        QVERIFY(good(QStringLiteral("10.2.0.4 - - [27/Nov/2026:15:32:10 +0100] \"GET /v1/b HTTP/1.1\" 401 1"))
                    .facts.ofALog);
        QVERIFY(!good(QStringLiteral("HTTP/1.1 401 X\n\n{\"code\":\"no_key\"}")).facts.ofALog);
    }

    void curlWithItsAnswer() {
        const Reading r = good(QStringLiteral("curl -i https://x.example/leads -H 'X-Api-Key: %1'\n"
                                              "HTTP/2 403 \nretry-after: 5\n\n{\"code\":\"ip_denied\"}")
                                   .arg(whole()));
        QCOMPARE(r.facts.status.value(), 403);
        QCOMPARE(r.facts.code.value(), DecisionCode::IpDenied);
        QCOMPARE(r.facts.key->kind, Kind::Token);
    }

    void responses() {
        const Reading r =
            good(QStringLiteral("HTTP/1.1 429 Too Many Requests\r\n"
                                "Date: Fri, 27 Nov 2026 14:32:00 GMT\r\nRetry-After: 12\r\n"
                                "Content-Type: application/json\r\n\r\n"
                                "{\"error\":{\"code\":\"rate_limited\",\"limit\":100,\"period\":\"minute\"},"
                                "\"key\":\"lk_live_4fQz8KpW02aB_••••••••\"}\r\n"));
        QCOMPARE(r.form, Form::Response);
        QCOMPARE(r.facts.status.value(), 429);
        QCOMPARE(r.facts.code.value(), DecisionCode::RateLimited);
        QCOMPARE(r.facts.retryAfterMs.value(), 12'000);
        QCOMPARE(r.facts.limit.value(), 100);
        QCOMPARE(r.facts.period.value(), RatePeriod::Minute);
        QCOMPARE(r.facts.key->id, keyId);
        QCOMPARE(r.facts.at->toIso(), QStringLiteral("2026-11-27T14:32:00.000Z"));

        const Reading scope = good(QStringLiteral("HTTP/1.1 403 Forbidden\n"
                                                  "WWW-Authenticate: Bearer error=\"insufficient_scope\", "
                                                  "scope=\"leads:delete\"\n"));
        QCOMPARE(scope.facts.scope->toString(), QStringLiteral("leads:delete"));
        QCOMPARE(scope.facts.code.value(), DecisionCode::InsufficientScope);

        const Reading date = good(QStringLiteral("HTTP/1.1 429 X\nDate: Fri, 27 Nov 2026 14:32:00 GMT\n"
                                                 "Retry-After: Fri, 27 Nov 2026 14:33:00 GMT\n"));
        QCOMPARE(date.facts.retryAfterMs.value(), 60'000);

        const Reading alone =
            good(QStringLiteral("HTTP/1.1 429 X\nRetry-After: Fri, 27 Nov 2026 14:33:00 GMT\n"));
        QCOMPARE(alone.facts.retryAt->toIso(), QStringLiteral("2026-11-27T14:33:00.000Z"));
        QCOMPARE(good(QStringLiteral("HTTP/1.1 429 X\nRateLimit: \"minute\";r=0;t=12\n"))
                     .facts.retryAfterMs.value(),
                 12'000);

        const Reading verbose =
            good(QStringLiteral("* Connected to x\n> GET /v1/leads HTTP/1.1\n> Host: x.example\n"
                                "> Authorization: Bearer %1\n>\n< HTTP/1.1 401 Unauthorized\n<\n"
                                "{\"code\":\"expired\"}\n")
                     .arg(whole()));
        QCOMPARE(verbose.facts.path, QStringLiteral("/v1/leads"));
        QCOMPARE(verbose.facts.status.value(), 401);
        QCOMPARE(verbose.facts.code.value(), DecisionCode::Expired);
        QVERIFY(!leaks(verbose));

        const Reading body = good(QStringLiteral("{\"status\":403,\"type\":\"https://x.example/errors/"
                                                 "insufficient-scope\",\"required\":\"leads:delete\"}"));
        QCOMPARE(body.facts.code.value(), DecisionCode::InsufficientScope);
        QCOMPARE(body.facts.scope->toString(), QStringLiteral("leads:delete"));
    }

    /// A response that was copied as one line says as much as one over several.
    void responsesOnOneLine_data() {
        QTest::addColumn<QString>("text");
        const QString body =
            QStringLiteral("{\"error\":\"insufficient_scope\",\"required\":\"leads:delete\"}");
        QTest::newRow("body behind the status") << QStringLiteral("HTTP/1.1 403 Forbidden ") + body;
        QTest::newRow("headers between") << QStringLiteral("HTTP/2 403 content-type: application/json "
                                                           "nel: {\"max_age\":1 } ") +
                                                body;
        QTest::newRow("body begins behind the status")
            << QStringLiteral("HTTP/1.1 403 Forbidden {\n  \"error\": \"insufficient_scope\",\n"
                              "  \"required\": \"leads:delete\"\n}\n");
        QTest::newRow("words behind it")
            << QStringLiteral("HTTP/1.1 403 Forbidden ") + body + QStringLiteral(" (from the log)");
        QTest::newRow("challenge") << QStringLiteral("HTTP/1.1 403 Forbidden WWW-Authenticate: Bearer "
                                                     "error=\"insufficient_scope\", scope=\"leads:delete\"");
        QTest::newRow("headers behind an object that says nothing")
            << QStringLiteral("HTTP/2 403 nel: {\"max_age\":1}\nwww-authenticate: Bearer "
                              "error=\"insufficient_scope\", scope=\"leads:delete\"");
        QTest::newRow("an object that is not the last one")
            << QStringLiteral("403 Forbidden ") + body + QStringLiteral(" {from the log}");
        QTest::newRow("without the protocol") << QStringLiteral("403 Forbidden ") + body;
        QTest::newRow("spaces in the body") << QStringLiteral(
            "got 403: { \"error\": \"insufficient_scope\", \"required\": \"leads:delete\" }");
    }

    void responsesOnOneLine() {
        QFETCH(QString, text);
        const Reading r = good(text);
        QCOMPARE(r.facts.status.value_or(0), 403);
        QVERIFY2(r.facts.scope, qPrintable(text));
        QCOMPARE(r.facts.scope->toString(), QStringLiteral("leads:delete"));
        QVERIFY(r.facts.code == DecisionCode::InsufficientScope);
        QVERIFY(r.form == Form::Response || !text.startsWith(QStringLiteral("HTTP/")));
    }

    void logLines() {
        const Reading r = good(QStringLiteral(
            "10.2.0.4 - - [27/Nov/2026:15:32:10 +0100] \"DELETE /v1/leads/42?k=v HTTP/1.1\" 403 152 \"-\" "
            "\"crm/2.1 \\\"x\\\"\" key=4fQz8KpW02aB scope=\"leads:delete\" env=production"));
        QCOMPARE(r.form, Form::AccessLog);
        QCOMPARE(r.facts.address->toString(), QStringLiteral("10.2.0.4"));
        QCOMPARE(r.facts.at->toIso(), QStringLiteral("2026-11-27T14:32:10.000Z"));
        QCOMPARE(r.facts.method, QStringLiteral("DELETE"));
        QCOMPARE(r.facts.path, QStringLiteral("/v1/leads/42"));
        QCOMPARE(r.facts.status.value(), 403);
        QCOMPARE(r.facts.scope->toString(), QStringLiteral("leads:delete"));
        QCOMPARE(r.facts.environment.value(), Environment::Production);
        QCOMPARE(r.facts.key->id, keyId);

        const Reading json = good(QStringLiteral(
            "{\"ts\":1795789930.5,\"request\":{\"method\":\"get\",\"url\":\"https://api.example.com/v1/"
            "leads\"},"
            "\"response\":{\"status\":401},\"client_ip\":\"2001:db8::5\",\"environment\":\"staging\","
            "\"api_key\":\"lk_live_4fQz8KpW02aB_********\",\"customer_id\":\"Contoso\"}"));
        QCOMPARE(json.facts.method, QStringLiteral("GET"));
        QCOMPARE(json.facts.status.value(), 401);
        QCOMPARE(json.facts.at->ms(), 1'795'789'930'500);
        QCOMPARE(json.facts.address->toString(), QStringLiteral("2001:db8::5"));
        QCOMPARE(json.facts.environment.value(), Environment::Staging);
        QCOMPARE(json.facts.customer.value(), QStringLiteral("Contoso"));
        QCOMPARE(json.facts.key->id, keyId);

        QCOMPARE(good(QStringLiteral("ip=::ffff:10.2.0.4 status=403")).facts.address->toString(),
                 QStringLiteral("10.2.0.4"));
        const Reading query =
            good(QStringLiteral("GET /v1/leads?api_key=sk-12345-abc&page=2 HTTP/1.1\nHost: x.example"));
        QVERIFY(!query.shown.contains(QStringLiteral("sk-12345")) &&
                query.shown.contains(QStringLiteral("page=2")));

        const Reading pairs = good(QStringLiteral("time=2026-11-27T14:32:10Z level=warn status=403 "
                                                  "path=/v1/leads ip=10.2.0.4 code=customer_denied"));
        QCOMPARE(pairs.form, Form::Fields);
        QCOMPARE(pairs.facts.code.value(), DecisionCode::CustomerDenied);

        const Reading several =
            good(QStringLiteral("10.2.0.4 - - [27/Nov/2026:15:32:10 +0100] \"GET /v1/a HTTP/1.1\" 200 1\n"
                                "10.2.0.5 - - [27/Nov/2026:15:32:11 +0100] \"GET /v1/b HTTP/1.1\" 401 1\n"
                                "10.2.0.6 - - [27/Nov/2026:15:32:12 +0100] \"GET /v1/c HTTP/1.1\" 403 1\n"));
        QCOMPARE(several.facts.path, QStringLiteral("/v1/b"));
        QVERIFY(several.notes.contains(Note::SeveralRequests));
    }

    void othersOfAllKinds() {
        QCOMPARE(good(QStringLiteral("https://api.dev.example.com/v1/leads?token=x")).facts.path,
                 QStringLiteral("/v1/leads"));
        QVERIFY(!good(QStringLiteral("https://api.example.com/v1")).facts.environment);
        const Reading words =
            good(QStringLiteral("I get 403 Forbidden (insufficient_scope) on DELETE /v1/leads."));
        QCOMPARE(words.facts.status.value(), 403);
        QCOMPARE(words.facts.code.value(), DecisionCode::InsufficientScope);
        QCOMPARE(words.facts.method, QStringLiteral("DELETE"));
        QCOMPARE(good(QStringLiteral("needs leads:delete")).facts.scope->toString(),
                 QStringLiteral("leads:delete"));
    }

    /// A method and a path begin the line, as in a request; the rest of it says what came of it.
    void aLineThatSaysWhatWasRefused() {
        for (const char *line :
             {"GET /v1/leads/7 403 insufficient_scope leads:delete",
              "GET https://api.example.com/v1/leads/7 403 (Forbidden): insufficient_scope, leads:delete",
              "GET /v1/leads/7 -> 403 insufficient_scope leads:delete"}) {
            const Facts f = good(QString::fromLatin1(line)).facts;
            QCOMPARE(f.method, QStringLiteral("GET"));
            QCOMPARE(f.path, QStringLiteral("/v1/leads/7"));
            QVERIFY2(f.status == 403 && f.code == DecisionCode::InsufficientScope && f.scope, line);
            QCOMPARE(f.scope->toString(), QStringLiteral("leads:delete"));
        }
        const Reading request = good(QStringLiteral("GET /v1/leads/403 HTTP/1.1\nHost: api.example.com"));
        QVERIFY(request.form == Form::Request && !request.facts.status);
        QVERIFY(good(QStringLiteral("GET /v1/leads/403")).form == Form::Request);
    }

    void badInputIsNamed() {
        QCOMPARE(read(u"").error(), ReadProblem::Empty);
        QCOMPARE(read(u" \n\t ").error(), ReadProblem::Empty);
        QCOMPARE(read(u"hello world").error(), ReadProblem::Nothing);
        QCOMPARE(read(u"unauthorized").error(), ReadProblem::Nothing);
        QCOMPARE(read(u"Unauthorized").error(), ReadProblem::Nothing);
        QCOMPARE(read(u"{}").error(), ReadProblem::Nothing);
        QCOMPARE(read(u"{\"a\":").error(), ReadProblem::Nothing);
        QCOMPARE(read(QString(100, QChar(1))).error(), ReadProblem::Binary);
        QCOMPARE(read(QString(MostCharacters + 1, u'a')).error(), ReadProblem::TooLong);
        QCOMPARE(read(u"is_live_stream and my_dev_environment_name").error(), ReadProblem::Nothing);
    }

    /// Every prefix of every form, and forms with noise in them: something or nothing, never a crash or a
    /// leak.
    void anythingMayBePasted() {
        const QStringList seeds{
            whole(),
            QStringLiteral("curl -X DELETE https://x.example/v1/leads -H 'Authorization: Bearer %1'")
                .arg(whole()),
            QStringLiteral("HTTP/1.1 403 F\nA: b\n\n{\"code\":\"ip_denied\",\"a\":[1,2,{\"b\":null}]}"),
            QStringLiteral(
                "10.2.0.4 - - [27/Nov/2026:15:32:10 +0100] \"GET /v1/a HTTP/1.1\" 200 1 \"-\" \"-\""),
            QStringLiteral("a=\"b\\\" c\" status=403 key=4fQz8KpW02aB")};
        for (const QString &seed : seeds) {
            for (qsizetype n = 0; n <= seed.size(); ++n)
                read(QStringView(seed).first(n));
        }
        auto *random = QRandomGenerator::global();
        const QString noise = QStringLiteral("\"'\\{}[]=:/_ \n\0\u2022%$<>lkive4aZ");
        for (int i = 0; i < 20'000; ++i) {
            QString text = seeds[random->bounded(static_cast<int>(seeds.size()))];
            for (int k = random->bounded(6); k >= 0; --k)
                text[random->bounded(static_cast<int>(text.size()))] =
                    noise[random->bounded(static_cast<int>(noise.size()))];
            read(text);
        }
    }

    void hugeInputIsBounded() {
        QElapsedTimer timer;
        for (const QString &piece :
             {QStringLiteral("a"), QStringLiteral("_"), QStringLiteral("lk_live_"), QStringLiteral("{"),
              QStringLiteral("[1,"), QStringLiteral("\""), QStringLiteral("a=b "), QStringLiteral("a=\""),
              QStringLiteral("authorization: x\n"), QStringLiteral("curl "),
              QStringLiteral("HTTP/1.1 403 x\n"), QStringLiteral("HTTP/1.1 403 {\n"), QStringLiteral("x {}}"),
              QStringLiteral("1.1.1.1 - - [\n"), QStringLiteral("Basic "), QStringLiteral("'"),
              QStringLiteral("/a"), QStringLiteral("{\"a\":")}) {
            const QString text = piece.repeated(MostCharacters / piece.size());
            timer.start();
            read(text);
            read(QStringLiteral("curl ") + text.left(MostCharacters - 10));
            QVERIFY2(timer.elapsed() < 3000, qPrintable(piece + QString::number(timer.elapsed())));
        }
    }
};

QTEST_GUILESS_MAIN(ReadTest)
#include "read_test.moc"
