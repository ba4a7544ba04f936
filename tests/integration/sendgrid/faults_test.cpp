#include "core/remote/sendgrid/sendgrid_requests.h"
#include "tests/integration/canary/needle.h"
#include "tests/integration/sendgrid/account_fixture.h"

using namespace latchkey;

namespace {

QByteArray &messages() {
    static QByteArray all;
    return all;
}

void keepMessage(QtMsgType, const QMessageLogContext &, const QString &text) {
    messages() += text.toUtf8() + '\n';
}

QByteArray everythingOf(const Error &e) {
    return QJsonDocument(QJsonObject::fromVariantMap(e.params)).toJson();
}

} // namespace

/// What the account, the line and others do wrong.
class SendGridFaultsTest : public AccountFixture {
    Q_OBJECT
private slots:
    void init() { begin(); }

    void eachStatusAndShape_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message");
        const QByteArray list = R"({"errors":[{"message":"said so","field":"name","help":"elsewhere"}]})";
        const QByteArray one = R"({"error":"said so"})";
        const auto row = [](const char *name, int status, const QByteArray &body, ErrorCode code,
                            const QString &message) {
            QTest::newRow(name) << status << body << static_cast<int>(code) << message;
        };
        const QString said = QStringLiteral("said so");
        row("400", 400, list, ErrorCode::Refused, said);
        row("400 one", 400, one, ErrorCode::Refused, said);
        row("401", 401, list, ErrorCode::NotAllowed, said);
        row("403", 403, one, ErrorCode::NotAllowed, said);
        row("403 limit", 403,
            R"({"errors":[{"message":"Cannot create more than 100 API Keys","field":null}]})",
            ErrorCode::LimitReached, QStringLiteral("Cannot create more than 100 API Keys"));
        row("404", 404, list, ErrorCode::NotFound, said);
        row("406", 406, one, ErrorCode::Refused, said);
        row("451", 451, list, ErrorCode::Refused, said);
        row("no body", 400, {}, ErrorCode::Refused, {});
        row("a page", 403, "<html><body>Forbidden</body></html>", ErrorCode::NotAllowed, {});
        row("no errors", 400, R"({"errors":[]})", ErrorCode::Refused, {});
        row("other shape", 400, R"({"errors":"x"})", ErrorCode::Refused, {});
        row("numbers", 400, R"({"errors":[{"message":7,"field":{}}]})", ErrorCode::Refused, {});
    }
    void eachStatusAndShape() {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const int, code);
        QFETCH(const QString, message);
        const KeyId id = idOf(server->add(QStringLiteral("One")));
        open();
        const ApiKey before = row(id);
        server->mood = [=](const HttpFake::Request &r) {
            return r.method == "GET" ? std::nullopt : std::optional(plain(status, body));
        };
        KeyChange c = changeOf(before);
        c.config->name = QStringLiteral("Two");
        const auto refused = waitFor(backend().change(c));
        QVERIFY(!refused);
        QCOMPARE(static_cast<int>(refused.error().code), code);
        QCOMPARE(refused.error().params.value(QStringLiteral("message")).toString(), message);
        QCOMPARE(refused.error().params.value(QStringLiteral("httpStatus")).toInt(), status);
        if (status != 404) {
            const auto made = waitFor(backend().issue(wish(QStringLiteral("Three"))));
            QCOMPARE(static_cast<int>(made.error().code), code);
            QCOMPARE(row(id).config.name, QStringLiteral("One"));
        }
        QCOMPARE(server->count("POST") + server->count("PATCH"), status == 404 ? 1 : 2);
    }

    void answersWithoutSense_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no json") << QByteArray("OK");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("result is text") << QByteArray(R"({"result":"x"})");
        QTest::newRow("no id") << QByteArray(R"({"result":[{"name":"x"}]})");
        QTest::newRow("an id that leads elsewhere")
            << QByteArray(R"({"result":[{"name":"x","api_key_id":"../../v3/user/profile"}]})");
        QTest::newRow("twice the same")
            << QByteArray(R"({"result":[{"name":"x","api_key_id":"aaaaaaaaaaaaaaaaaaaaaa"},)"
                          R"({"name":"y","api_key_id":"aaaaaaaaaaaaaaaaaaaaaa"}]})");
        QTest::newRow("a repeated member") << QByteArray(R"({"result":[],"result":[]})");
        QTest::newRow("half a surrogate")
            << QByteArray(R"({"result":[{"name":"\ud800","api_key_id":"aaaaaaaaaaaaaaaaaaaaaa"}]})");
        QTest::newRow("cut") << QByteArray(R"({"result":[{"name":"x")");
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("huge") << QByteArray("{\"result\":[],\"x\":\"") + QByteArray(9 << 20, 'x') + "\"}";
    }
    void answersWithoutSense() {
        QFETCH(const QByteArray, body);
        server->mood = [=](const HttpFake::Request &r) {
            return r.path == "/v3/api_keys" ? std::optional(plain(200, body)) : std::nullopt;
        };
        const auto opened = tryOpen();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::NotAServer);
    }

    void aThousandNamesAndTwoThousandScopes() {
        server->scopes = {QStringLiteral("api_keys.read"), QStringLiteral("api_keys.update")};
        QStringList many;
        for (int i = 0; i < 2'000; ++i)
            many.append(QStringLiteral("area%1.thing%2.%3")
                            .arg(i % 700)
                            .arg(i)
                            .arg(i % 2 ? QStringLiteral("read") : QStringLiteral("update")));
        server->scopes += many;
        for (int i = 0; i < 1'000; ++i)
            server->add(QStringLiteral("Key %1").arg(i),
                        i == 0 ? many : QStringList{QStringLiteral("mail.send")});
        const KeyId id = idOf(server->keys().first());
        open();
        QCOMPARE(ids().size(), 1'000);
        QCOMPARE(backend().catalogue().allScopes().size(), 2'002);
        const ApiKey k = row(id);
        QCOMPARE(k.config.scopes.size(), 2'000);
        KeyChange c = changeOf(k);
        c.config->scopes.remove(k.config.scopes.list().first());
        const auto now = waitFor(backend().change(c));
        QVERIFY(now.has_value());
        QCOMPARE(now->config.scopes.size(), 1'999);
    }

    void namesThatHide() {
        server->add(QString::fromUtf8("a\u202Eb\u0007"));
        open();
        const QString name = row(ids().first()).config.name;
        QVERIFY(!name.contains(QChar(0x202E)) && !name.contains(QChar(7)));
    }

    void changedElsewhere() {
        const KeyId id = idOf(server->add(QStringLiteral("One")));
        open();
        const ApiKey before = row(id);
        server->keys().first().scopes.append(QStringLiteral("stats.read"));
        KeyChange c = changeOf(before);
        c.config->name = QStringLiteral("Mine");
        const auto conflict = waitFor(backend().change(c));
        QCOMPARE(conflict.error().code, ErrorCode::Conflict);
        QCOMPARE(server->count("PATCH") + server->count("PUT"), 0);
        QCOMPARE(row(id).config.scopes, scopes({"mail.send", "stats.read"}));
        // New permissions go with a name, and never with one that is not the key's any more.
        const ApiKey older = row(id);
        server->keys().first().name = QStringLiteral("Renamed");
        c = changeOf(older);
        c.config->scopes = scopes({"stats.read"});
        QCOMPARE(waitFor(backend().change(c)).error().code, ErrorCode::Conflict);
        QCOMPARE(server->count("PUT"), 0);
        QCOMPARE(server->keys().first().name, QStringLiteral("Renamed"));
        // Renamed: not the key that a person has named to delete it.
        const ApiKey seen = row(id);
        server->keys().first().name = QStringLiteral("Somebody's");
        QCOMPARE(waitFor(backend().change(deletionOf(seen))).error().code, ErrorCode::Conflict);
        QCOMPARE(server->count("DELETE"), 0);
    }

    void deletedElsewhere() {
        const KeyId id = idOf(server->add(QStringLiteral("One")));
        open();
        const ApiKey before = row(id);
        server->keys().clear();
        KeyChange c = changeOf(before);
        c.config->name = QStringLiteral("Mine");
        QCOMPARE(waitFor(backend().change(c)).error().code, ErrorCode::NotFound);
        QVERIFY(ids().isEmpty());
        server->add(QStringLiteral("Two"));
        backend().lookAgain();
        const ApiKey two = row(ids().first());
        server->keys().clear();
        QVERIFY(waitFor(backend().change(deletionOf(two))).has_value()); // what was wanted
    }

    void neverMadeTwice_data() {
        QTest::addColumn<bool>("carryOut");
        QTest::addColumn<int>("status"); // 0: the line goes
        QTest::newRow("made, line goes") << true << 0;
        QTest::newRow("not made, line goes") << false << 0;
        QTest::newRow("made, 502") << true << 502;
        QTest::newRow("not made, 503") << false << 503;
        QTest::newRow("made, no sense") << true << 201;
    }
    void neverMadeTwice() {
        QFETCH(const bool, carryOut);
        QFETCH(const int, status);
        server->add(QStringLiteral("CRM")); // names need not be unique
        open();
        server->mood = [=](const HttpFake::Request &r) -> std::optional<FakeSendGrid::Instead> {
            if (r.method != "POST")
                return std::nullopt;
            FakeSendGrid::Instead i = plain(status, "gone");
            i.response.headers.emplaceBack("Retry-After", "0");
            i.response.cut = status == 0;
            i.carryOut = carryOut;
            return i;
        };
        const auto lost = waitFor(backend().issue(wish(QStringLiteral("CRM"))));
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, ErrorCode::Unanswered);
        QCOMPARE(server->count("POST"), 1);
        QVERIFY(lost.error().params.value(QStringLiteral("looked")).toBool());
        const QStringList found = lost.error().params.value(QStringLiteral("found")).toStringList();
        QCOMPARE(found.size(), carryOut ? 1 : 0);
        if (carryOut)
            QCOMPARE(found.first(), idOf(server->keys().last()).toString());
    }

    /// What it is about: left to itself Qt sends a POST again when a server closes before it answers.
    void onceMeansOnce_data() {
        QTest::addColumn<bool>("once");
        QTest::newRow("once") << true;
        QTest::newRow("control") << false;
    }
    void onceMeansOnce() {
        QFETCH(const bool, once);
        server->mood = [](const HttpFake::Request &r) -> std::optional<FakeSendGrid::Instead> {
            if (r.method != "POST")
                return std::nullopt;
            FakeSendGrid::Instead i;
            i.response.cut = true;
            return i;
        };
        HttpClient client(account().address, key(), times);
        ServerRequest r = sendgrid::createRequest(QStringLiteral("x"), QStringList());
        r.once = once;
        std::optional<Result<ServerAnswer>> got;
        client.send(r, [&got](Result<ServerAnswer> a) { got = std::move(a); });
        QTRY_VERIFY(got);
        QCOMPARE(got->error().code, ErrorCode::Unanswered);
        if (once)
            QCOMPARE(server->count("POST"), 1);
        else
            QVERIFY(server->count("POST") > 1);
    }

    void aLostAnswerToAChangeIsLookedFor() {
        const KeyId id = idOf(server->add(QStringLiteral("One")));
        open();
        bool carryOut = true;
        server->mood = [&](const HttpFake::Request &r) -> std::optional<FakeSendGrid::Instead> {
            if (r.method == "GET")
                return std::nullopt;
            FakeSendGrid::Instead i = plain(0);
            i.response.cut = true;
            i.carryOut = carryOut;
            return i;
        };
        KeyChange c = changeOf(row(id));
        c.config->scopes = scopes({"stats.read"});
        QVERIFY(waitFor(backend().change(c)).has_value());
        QCOMPARE(server->count("PUT"), 1);
        carryOut = false;
        c = changeOf(row(id));
        c.config->name = QStringLiteral("Two");
        QCOMPARE(waitFor(backend().change(c)).error().code, ErrorCode::Unreachable); // surely not made
        QCOMPARE(server->count("PATCH"), 1);
        QCOMPARE(waitFor(backend().change(deletionOf(row(id)))).error().code, ErrorCode::Unanswered);
        carryOut = true;
        QVERIFY(waitFor(backend().change(deletionOf(row(id)))).has_value());
    }

    void whatIsNotKeptIsSaid() {
        const KeyId id = idOf(server->add(QStringLiteral("One")));
        open();
        KeyChange c = changeOf(row(id));
        c.config->scopes = scopes({"stats.read", "mail.send"});
        server->mood = [](const HttpFake::Request &r) {
            return r.method == "PUT" ? std::optional(plain(200, "{}")) : std::nullopt;
        };
        const auto done = waitFor(backend().change(c));
        QCOMPARE(done.error().code, ErrorCode::Refused);
        QCOMPARE(done.error().params.value(QStringLiteral("problem")).toString(), QStringLiteral("notTaken"));
    }

    void waitsUntilReset_data() {
        QTest::addColumn<qint64>("skew");
        QTest::addColumn<bool>("date");
        QTest::newRow("a day ahead") << qint64(86'400) << true;
        QTest::newRow("behind, no date") << qint64(-86'400) << false;
    }
    void waitsUntilReset() {
        QFETCH(const qint64, skew);
        QFETCH(const bool, date);
        for (int i = 0; i < 5; ++i)
            server->add(QStringLiteral("Key %1").arg(i));
        server->perWindow = 3;
        server->windowMs = 1'200;
        server->skewS = skew;
        server->tellsDate = date;
        open();
        for (const KeyId &id : ids())
            QVERIFY(row(id).service->scopesKnown); // each alone: the fourth waits
        if (date)
            QCOMPARE(server->count("GET", "/v3/api_keys/"), 5); // none was sent to be refused
    }

    void refusedOnesAreAskedAgain() {
        server->add(QStringLiteral("One"));
        open();
        int refusals = 2;
        server->mood = [&](const HttpFake::Request &r) -> std::optional<FakeSendGrid::Instead> {
            if (r.method != "POST" || refusals-- <= 0)
                return std::nullopt;
            FakeSendGrid::Instead i = plain(429, R"({"errors":[{"message":"too many requests"}]})");
            i.response.headers.append(
                {"X-RateLimit-Reset", QByteArray::number(QDateTime::currentSecsSinceEpoch() + 1)});
            return i;
        };
        const auto made = waitFor(backend().issue(wish(QStringLiteral("Two")))); // 429 is not carried out
        QVERIFY(made.has_value());
        QCOMPARE(server->count("POST"), 3);
        QCOMPARE(server->keys().size(), 2);
    }

    void aLongWaitIsSaid() {
        const KeyId id = idOf(server->add(QStringLiteral("One")));
        open();
        const ApiKey before = row(id);
        server->mood = [](const HttpFake::Request &r) -> std::optional<FakeSendGrid::Instead> {
            if (r.method != "PATCH")
                return std::nullopt;
            FakeSendGrid::Instead i = plain(429);
            i.response.headers.append(
                {"X-RateLimit-Reset", QByteArray::number(QDateTime::currentSecsSinceEpoch() + 200)});
            return i;
        };
        KeyChange c = changeOf(before);
        c.config->name = QStringLiteral("Two");
        const auto wait = waitFor(backend().change(c));
        QCOMPARE(wait.error().code, ErrorCode::RateLimited);
        QVERIFY(wait.error().params.value(QStringLiteral("seconds")).toInt() > 190);
    }

    void goneAndBack() {
        server->add(QStringLiteral("One"));
        open();
        QSignalSpy away(&backend(), &VaultBackend::troubled), back(&backend(), &VaultBackend::recovered);
        const quint16 port = server->port();
        server->stop();
        backend().lookAgain();
        QCOMPARE(ids().size(), 1); // what was known
        QTRY_VERIFY(!away.isEmpty());
        QVERIFY(backend().silence());
        QVERIFY(!waitFor(backend().audit({})));
        QVERIFY(server->listen(port));
        backend().lookAgain();
        QCOMPARE(ids().size(), 1);
        QTRY_VERIFY(!back.isEmpty());
        QVERIFY(!backend().silence());
    }

    void refusedWhenReadAgain_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("401") << 401 << QByteArray("{}") << ErrorCode::NotAllowed;
        QTest::newRow("403") << 403 << QByteArray("{}") << ErrorCode::NotAllowed;
        QTest::newRow("no json") << 200 << QByteArray("<html>") << ErrorCode::NotAServer;
    }
    /// Said, once; what was known is still shown, and is as of when it came.
    void refusedWhenReadAgain() {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const ErrorCode, code);
        server->add(QStringLiteral("One"));
        open();
        QSignalSpy away(&backend(), &VaultBackend::troubled), back(&backend(), &VaultBackend::recovered);
        const qint64 came = backend().listedAt()->ms();
        server->mood = [=](const HttpFake::Request &r) {
            return r.path == "/v3/api_keys" ? std::optional(plain(status, body)) : std::nullopt;
        };
        backend().lookAgain();
        QVERIFY(!waitFor(backend().list({})));
        QCOMPARE(away.size(), 1);
        QVERIFY(backend().silence());
        QCOMPARE(backend().silence()->error.code, code);
        QVERIFY(!waitFor(backend().audit({})));
        const auto shown = waitFor(backend().listToShow({}));
        QVERIFY(shown && (*shown)->size() == 1);
        QCOMPARE(away.size(), 1);
        QCOMPARE(backend().listedAt()->ms(), came);
        server->mood = nullptr;
        QVERIFY(waitFor(backend().list({})).has_value());
        QCOMPARE(back.size(), 1);
        QVERIFY(!backend().silence());
        QVERIFY(backend().listedAt()->ms() > came);
    }

    void noKeyIsWrittenAnywhere() {
        messages().clear();
        qInstallMessageHandler(keepMessage);
        server->add(QStringLiteral("One"));
        open();
        const auto made = waitFor(backend().issue(wish(QStringLiteral("Two"))));
        QVERIFY(made.has_value());
        QByteArray said;
        server->mood = [&](const HttpFake::Request &r) -> std::optional<FakeSendGrid::Instead> {
            if (r.method == "GET")
                return std::nullopt;
            FakeSendGrid::Instead i = plain(r.method == "PATCH" ? 400 : 502, "{\"api_key\": ");
            i.carryOut = true;
            return i;
        };
        said += everythingOf(waitFor(backend().issue(wish(QStringLiteral("Three")))).error());
        KeyChange c = changeOf(row(made->key.id));
        c.config->name = QStringLiteral("Four");
        said += everythingOf(waitFor(backend().change(c)).error());
        qInstallMessageHandler(nullptr);
        QByteArray arguments;
        for (const QStringList all = QCoreApplication::arguments(); const QString &a : all)
            arguments += a.toUtf8() + '\n';
        for (const QByteArray &secret :
             {server->callerKey(), server->keys().at(1).token(), server->keys().at(2).token()}) {
            const Needle needle(secret.mid(26));
            QStringList found = needle.foundInFolder(dir->path());
            found += needle.foundIn(messages(), QStringLiteral("messages"));
            found += needle.foundIn(said, QStringLiteral("errors"));
            found += needle.foundIn(arguments, QStringLiteral("arguments"));
            QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        }
    }
};

QTEST_GUILESS_MAIN(SendGridFaultsTest)
#include "faults_test.moc"
