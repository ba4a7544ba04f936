#include "tests/support/daemon_process.h"
#include "tests/support/test_vault.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <atomic>
#include <sys/resource.h>
#include <thread>

using namespace latchkey;

namespace {
const QByteArray rules = "\"rules\": [{\"path\": \"/leads\", \"scope\": \"leads:read\"}]";
const QByteArray head = "Host: 127.0.0.1\r\n";
} // namespace

class ServerHttpTest : public QObject {
    Q_OBJECT

    TestVault m_vault;
    DaemonProcess m_daemon;
    QByteArray m_token;

    QByteArray question() const {
        return "GET /v1/forward-auth HTTP/1.1\r\nHost: gateway\r\nX-Forwarded-Method: GET\r\n"
               "X-Forwarded-Uri: /leads\r\nAuthorization: Bearer " +
               m_token + "\r\n\r\n";
    }

private slots:
    void initTestCase() {
        m_vault.open();
        const auto made = waitFor(m_vault.service->create(m_vault.config()));
        QVERIFY(made);
        m_token = made->token->view().toByteArray();
        QVERIFY(
            m_daemon.configure("{\"environment\": \"production\", \"maxConnections\": 300, " + rules + "}"));
        QVERIFY(m_daemon.start(m_vault.path()));
    }

    void badRequestsAreRefusedAndTheConnectionEnds_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        const QByteArray post = "POST /v1/verify HTTP/1.1\r\n" + head + "Content-Type: application/json\r\n";
        row("garbage", QByteArray("\x16\x03\x01\x02\0\x01", 6), 400);
        row("line too long", "GET /" + QByteArray(9000, 'a'), 414);
        row("fields too large", "GET / HTTP/1.1\r\n" + head + "X: " + QByteArray(17'000, 'a'), 431);
        row("bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400);
        row("folded", "GET / HTTP/1.1\r\n" + head + "X: a\r\n b\r\n\r\n", 400);
        row("two Hosts", "GET / HTTP/1.1\r\n" + head + head + "\r\n", 400);
        row("TE and CL", post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        row("two lengths", post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400);
        row("absolute target", "GET http://a/ HTTP/1.1\r\n" + head + "\r\n", 400);
        row("body too large", post + "Content-Length: 65537\r\n\r\n", 413);
        row("1 GiB", post + "Content-Length: 1073741824\r\n\r\n", 413);
        row("chunks too large",
            post + "Transfer-Encoding: chunked\r\n\r\n10001\r\n" + QByteArray(0x10001, 'a') + "\r\n", 413);
        row("bad chunk", post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400);
        row("HTTP/2", "PRI * HTTP/2.0\r\n\r\n", 400);
    }
    void badRequestsAreRefusedAndTheConnectionEnds() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        RawClient client(m_daemon.port);
        QVERIFY(client.connected());
        client.send(bytes);
        const auto answer = client.answer();
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.field("Content-Type"), QByteArray("application/problem+json"));
        QCOMPARE(answer.json().value(QStringLiteral("status")).toInt(), status);
        QVERIFY(!answer.field("X-Request-Id").isEmpty());
        QCOMPARE(answer.field("Connection"), QByteArray("close"));
        if (status == 414) // one is enough: it takes a second
            QVERIFY(client.ended(3000));
    }

    void refusedButWellFormedRequestsKeepTheConnection() {
        RawClient client(m_daemon.port);
        const auto ask = [&](const QByteArray &bytes) {
            client.send(bytes);
            return client.answer(5000, bytes.startsWith("HEAD")).status;
        };
        QCOMPARE(ask("TRACE / HTTP/1.1\r\n" + head + "\r\n"), 405);
        QCOMPARE(ask("GET /healthz HTTP/1.1\r\n" + head + "Origin: https://evil.example\r\n\r\n"), 403);
        QCOMPARE(ask("GET /healthz HTTP/1.1\r\nHost: rebound.example\r\n\r\n"), 421);
        QCOMPARE(ask("DELETE /healthz HTTP/1.1\r\n" + head + "\r\n"), 405);
        QCOMPARE(ask("GET /v1/keys HTTP/1.1\r\n" + head + "Authorization: Basic eA==\r\n\r\n"), 400);
        QCOMPARE(ask("HEAD /healthz HTTP/1.1\r\n" + head + "\r\n"), 200);
        QCOMPARE(ask("GET /healthz HTTP/1.1\r\n" + head + "\r\n"), 200);
        QCOMPARE(ask(question()), 200);
    }

    void requestsSentTogetherAreAnsweredInOrder() {
        RawClient client(m_daemon.port);
        client.send(question() + "GET /healthz HTTP/1.1\r\n" + head + "\r\n" + question() +
                    "GET /nothing HTTP/1.1\r\n" + head + "\r\n");
        QCOMPARE(client.answer().status, 200);
        QVERIFY(client.answer().body.contains("ok"));
        QCOMPARE(client.answer().field("X-Auth-Environment"), QByteArray("production"));
        QVERIFY(client.answer().status >= 400);
    }

    void aBodyInChunksIsOneBody() {
        RawClient client(m_daemon.port);
        client.send("POST /v1/verify HTTP/1.1\r\n" + head +
                    "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"tok\r\n");
        client.send("b\r\nen\": \"x\"   \r\n1\r\n}\r\n0\r\n\r\n");
        const auto answer = client.answer();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().value(QStringLiteral("code")).toString(), QStringLiteral("malformed"));
    }

    void oldClientsAreServed() {
        RawClient client(m_daemon.port);
        client.send("GET /healthz HTTP/1.0\r\n" + head + "\r\n");
        const auto answer = client.answer();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.field("Connection"), QByteArray("close"));
        QVERIFY(client.ended(2000));
    }

    /// Where there are fewer processors than work.
    void threadsThatWriteStepBehindThoseThatAnswer() {
        const QDir tasks(QStringLiteral("/proc/%1/task").arg(m_daemon.process.processId()));
        const auto read = [&](const QString &thread, const char *what) {
            QFile f(tasks.filePath(thread) + QLatin1StringView(what));
            return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
        };
        const int own = ::getpriority(PRIO_PROCESS, 0);
        const auto inOrder = [&] {
            int answering = 0, others = 0;
            for (const QString &t : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                const QByteArray stat = read(t, "/stat"), name = read(t, "/comm");
                const bool answers = name.startsWith("answer");
                const int behind = answers ? own : qMax(own, name.startsWith("requests-") ? 19 : 10);
                // Behind the name stands the third field.
                if (stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(16).toInt() != behind)
                    return false;
                ++(answers ? answering : others);
            }
            return answering > 0 && others > 0;
        };
        QTRY_VERIFY(inOrder());
    }

    void slowHeadsAndBodiesEndWhileOthersAreServed() {
        RawClient slowHead(m_daemon.port), idle(m_daemon.port);
        QVERIFY(slowHead.connected() && idle.connected());
        slowHead.send("GET / HTTP/1.1\r\n");
        QElapsedTimer t;
        t.start();
        // A byte now and then does not move the deadline.
        while (t.elapsed() < 12'000 && !slowHead.ended(400)) {
            slowHead.send("X");
            QCOMPARE(httpAsk(m_daemon.port, "GET", "/healthz").status, 200);
        }
        QVERIFY2(t.elapsed() > 9'000 && t.elapsed() < 12'000, qPrintable(QString::number(t.elapsed())));
        QVERIFY(idle.ended(8'000));
    }

    /// It has run for ten seconds by now, and rows were written.
    void whoeverOnlyVerifiesReadsNoRequests() {
        const QDir tasks(QStringLiteral("/proc/%1/task").arg(m_daemon.process.processId()));
        const auto threads = [&] {
            QByteArrayList names;
            for (const QString &t : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                QFile f(tasks.filePath(t) + QStringLiteral("/comm"));
                if (f.open(QIODevice::ReadOnly))
                    names.append(f.readAll().trimmed());
            }
            return names;
        };
        QCOMPARE(httpAsk(m_daemon.port, "GET", "/v1/forward-auth",
                         {"X-Forwarded-Method: GET", "X-Forwarded-Uri: /leads",
                          "Authorization: Bearer " + m_token})
                     .status,
                 200);
        QTRY_VERIFY(threads().contains("requests-writer"));
        QVERIFY(!threads().contains("requests-reader"));
    }

    void connectionsOverTheCapAreRefused() {
        std::vector<std::unique_ptr<RawClient>> many;
        for (int i = 0; i < 310; ++i)
            many.push_back(std::make_unique<RawClient>(m_daemon.port));
        for (const auto &c : many)
            QVERIFY(c->connected());
        QTRY_VERIFY_WITH_TIMEOUT(many.back()->ended(100), 5000);
        many.clear();
        QTRY_COMPARE_WITH_TIMEOUT(httpAsk(m_daemon.port, "GET", "/healthz").status, 200, 5000);
    }

    void aNewConfigurationHoldsAfterSighup() {
        QVERIFY(m_daemon.configure("{\"environment\": \"staging\", " + rules + "}"));
        m_daemon.signal(SIGHUP);
        const auto status = [&] {
            RawClient client(m_daemon.port);
            client.send(question());
            return client.answer().status;
        };
        QTRY_COMPARE_WITH_TIMEOUT(status(), 401, 3000);
        // A bad one changes nothing and says why.
        QVERIFY(m_daemon.configure("{\"environment\": \"live\"}"));
        m_daemon.signal(SIGHUP);
        QTRY_VERIFY_WITH_TIMEOUT(m_daemon.log().contains("$.environment: "), 3000);
        QCOMPARE(status(), 401);
        QVERIFY(m_daemon.configure("{\"environment\": \"production\", " + rules + "}"));
        m_daemon.signal(SIGHUP);
        QTRY_COMPARE_WITH_TIMEOUT(status(), 200, 3000);
    }

    void tlsIsSpokenFromVersion12On() {
        const QString key = m_daemon.dir.filePath(QStringLiteral("key.pem")),
                      certificate = m_daemon.dir.filePath(QStringLiteral("cert.pem")),
                      ready = m_daemon.dir.filePath(QStringLiteral("tls.json"));
        QProcess openssl;
        openssl.start(
            QStringLiteral("openssl"),
            {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
             QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
             QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
             QStringLiteral("subjectAltName=DNS:localhost"), QStringLiteral("-days"), QStringLiteral("2"),
             QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate});
        QVERIFY(openssl.waitForFinished(20'000) && openssl.exitCode() == 0);
        QVERIFY(QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(m_daemon.configure("{\"tls\": {\"certificate\": \"" + certificate.toUtf8() +
                                   "\", \"key\": \"" + key.toUtf8() + "\"}}"));
        QProcess server;
        dieWithTest(server);
        server.start(QStringLiteral(LATCHKEYD),
                     {QStringLiteral("serve"), QStringLiteral("--vault"), m_vault.path(),
                      QStringLiteral("--config"), m_daemon.configPath(), QStringLiteral("--listen"),
                      QStringLiteral("127.0.0.1:0"), QStringLiteral("--ready-file"), ready});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(ready), 10'000);
        QFile file(ready);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto port = QJsonDocument::fromJson(file.readAll())[QStringLiteral("addresses")][0]
                              .toString()
                              .section(u':', -1)
                              .toUShort();
        const auto ask = [&](QSsl::SslProtocol protocol) {
            QSslSocket socket;
            QSslConfiguration c = QSslConfiguration::defaultConfiguration();
            c.setProtocol(protocol);
            c.setCaCertificates(QSslCertificate::fromPath(certificate));
            socket.setSslConfiguration(c);
            socket.setPeerVerifyName(QStringLiteral("localhost"));
            socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
            if (!socket.waitForEncrypted(5000))
                return QByteArray("no TLS");
            socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            QByteArray all;
            while (socket.waitForReadyRead(3000))
                all += socket.readAll();
            return all.left(15);
        };
        QCOMPARE(ask(QSsl::TlsV1_3), QByteArray("HTTP/1.1 200 OK"));
        QCOMPARE(ask(QSsl::TlsV1_2), QByteArray("HTTP/1.1 200 OK"));
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        QCOMPARE(ask(QSsl::TlsV1_1), QByteArray("no TLS"));
        QT_WARNING_POP
        RawClient plain(port); // nobody answers in clear
        plain.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QCOMPARE(plain.answer(3000).status, 0);
        QVERIFY(m_daemon.configure("{\"environment\": \"production\", " + rules + "}"));
        server.kill();
        QVERIFY(server.waitForFinished(5000));
    }

    void sigtermUnderLoadLosesNoAnswer() {
        std::atomic<int> answered{0}, cut{0};
        std::atomic_bool stop{false};
        std::vector<std::thread> clients;
        for (int i = 0; i < 4; ++i) {
            clients.emplace_back([&] {
                while (!stop) {
                    RawClient client(m_daemon.port);
                    if (!client.connected())
                        return;
                    for (int n = 0; n < 50 && !stop; ++n) {
                        client.send(question());
                        const auto answer = client.answer(5000);
                        answered += answer.status == 200 ? 1 : 0;
                        cut += answer.status != 200 && answer.status != 0 ? 1 : 0;
                        if (answer.status == 0 || answer.field("Connection") == "close")
                            break;
                    }
                }
            });
        }
        QTRY_VERIFY_WITH_TIMEOUT(answered > 200, 10'000);
        QCOMPARE(m_daemon.stop(), 0);
        stop = true;
        for (std::thread &t : clients)
            t.join();
        QCOMPARE(cut.load(), 0);
        QVERIFY(m_daemon.log().contains("\"stopped\""));
    }

    void whatCannotBeServedIsSaid() {
        const auto run = [&](const QStringList &args) {
            QProcess p;
            dieWithTest(p);
            p.start(QStringLiteral(LATCHKEYD), args);
            const bool ended = p.waitForFinished(10'000);
            return std::pair(ended ? p.exitCode() : -1, p.readAllStandardError());
        };
        auto [status, said] = run({QStringLiteral("serve"), QStringLiteral("--vault"),
                                   m_daemon.dir.filePath(QStringLiteral("none.latchkey"))});
        QCOMPARE(status, 1);
        QVERIFY(said.contains("there is no vault at"));
        QVERIFY(m_daemon.configure("{\"listen\": [\"127.0.0.1:99999\"]}"));
        std::tie(status, said) =
            run({QStringLiteral("check"), QStringLiteral("--config"), m_daemon.configPath()});
        QCOMPARE(status, 1);
        QVERIFY(said.contains(":1:13: $.listen[0]: "));
        std::tie(status, said) = run({QStringLiteral("serve")});
        QCOMPARE(status, 2);
        std::tie(status, said) = run({QStringLiteral("serve"), QStringLiteral("--vault"), m_vault.path(),
                                      QStringLiteral("--listen"), QStringLiteral("0.0.0.0:0")});
        QCOMPARE(status, 1);
        QVERIFY(said.contains("in clear"));
        const QString fresh = m_daemon.dir.filePath(QStringLiteral("new/v.latchkey"));
        std::tie(status, said) = run({QStringLiteral("init"), QStringLiteral("--vault"), fresh});
        QCOMPARE(status, 0);
        QCOMPARE(QFile::permissions(fresh) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        std::tie(status, said) = run({QStringLiteral("init"), QStringLiteral("--vault"), fresh});
        QCOMPARE(status, 1);
    }
};

QTEST_GUILESS_MAIN(ServerHttpTest)
#include "http_test.moc"
