#include "core/remote/http_client.h"
#include "core/remote/rest_vault.h"
#include "core/wire/reading.h"
#include "tests/support/test_vault.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <functional>

using namespace latchkey;

namespace {

constexpr qint64 MostGrowth = 32 << 20; ///< of this process, whatever a server sends

/// A line of /proc/self/status in bytes: "VmRSS", "VmHWM".
qint64 memory(const char *field) {
    QFile f(QStringLiteral("/proc/self/status"));
    if (!f.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList lines = f.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(field))
            return line.mid(qsizetype(qstrlen(field)) + 1).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

/// How much larger this process was at most than when this was made.
class Growth {
public:
    Growth() {
        QFile clear(QStringLiteral("/proc/self/clear_refs"));
        if (clear.open(QIODevice::WriteOnly))
            clear.write("5\n"); // the high-water mark begins anew
        clear.close();
        m_before = memory("VmRSS:");
    }
    [[nodiscard]] qint64 bytes() const { return memory("VmHWM:") - m_before; }

private:
    qint64 m_before = 0;
};

/// Says what it is told to: a beginning, then the same bytes again and again.
class BadServer : public QTcpServer {
public:
    QByteArray begin, again;
    qint64 times = 0;   ///< how often `again`; -1: for ever
    int pauseMs = 0;    ///< between them
    bool stays = false; ///< the connection is left open at the end
    QByteArray seen;
    int connections = 0;
    qint64 sent = 0;

    BadServer() { listen(QHostAddress::LocalHost); }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

protected:
    void incomingConnection(qintptr handle) override {
        ++connections;
        auto *s = new QTcpSocket(this);
        s->setSocketDescriptor(handle);
        auto left = std::make_shared<qint64>(times);
        auto begun = std::make_shared<bool>(false);
        const auto more = [this, s, left] {
            while (*left != 0 && s->state() == QAbstractSocket::ConnectedState &&
                   s->bytesToWrite() < (256 << 10)) {
                s->write(again);
                sent += again.size();
                *left -= *left > 0 ? 1 : 0;
                if (pauseMs > 0)
                    return;
            }
            if (*left == 0 && !stays)
                s->disconnectFromHost();
        };
        connect(s, &QTcpSocket::readyRead, this, [this, s, more, begun] {
            seen += s->readAll();
            if (std::exchange(*begun, true) || !seen.contains("\r\n\r\n"))
                return void(*begun = *begun && seen.contains("\r\n\r\n"));
            s->write(begin);
            more();
        });
        connect(s, &QTcpSocket::bytesWritten, this, [this, s, more, begun] {
            if (*begun && pauseMs > 0)
                QTimer::singleShot(pauseMs, s, more);
            else if (*begun)
                more();
        });
        connect(s, &QTcpSocket::disconnected, s, &QObject::deleteLater);
    }
};

/// Lets a server serve from a thread of its own, as one elsewhere would: one that floods the thread of the
/// client keeps it from looking at what has come.
class Elsewhere {
public:
    explicit Elsewhere(BadServer &server)
        : m_server(server) {
        m_server.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Elsewhere() {
        QMetaObject::invokeMethod(
            &m_server,
            [this, here = QThread::currentThread()] {
                m_server.close();
                qDeleteAll(m_server.findChildren<QTcpSocket *>());
                m_server.moveToThread(here);
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Elsewhere)

private:
    BadServer &m_server;
    QThread m_thread;
};

/// With a certificate; counts what came through the encryption.
class TlsServer : public QTcpServer {
public:
    QSslConfiguration tls;
    QByteArray http;
    int handshakes = 0;

protected:
    void incomingConnection(qintptr handle) override {
        auto *s = new QSslSocket(this);
        s->setSocketDescriptor(handle);
        s->setSslConfiguration(tls);
        connect(s, &QSslSocket::encrypted, this, [this] { ++handshakes; });
        connect(s, &QSslSocket::readyRead, this, [this, s] {
            http += s->readAll();
            s->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        });
        connect(s, &QSslSocket::disconnected, s, &QObject::deleteLater);
        s->startServerEncryption();
    }
};

/// One gzip file of so many zeros, over and over: small here, large unpacked.
QByteArray bomb(int members) {
    constexpr qsizetype Each = 64 << 20;
    const QByteArray zlib = qCompress(QByteArray(Each, '\0'), 9).mid(4); // without Qt's length
    const QByteArray deflate = zlib.mid(2, zlib.size() - 6);
    QByteArray member("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10);
    member += deflate;
    const quint32 crc = 0xbb2a6e6d; // the check is behind what is unpacked
    for (const quint32 word : {crc, static_cast<quint32>(Each)}) {
        for (int i = 0; i < 4; ++i)
            member += static_cast<char>(word >> (8 * i));
    }
    return member.repeated(members);
}

QByteArray head(const QByteArray &more) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + more + "\r\n\r\n";
}

} // namespace

/// What a broken or hostile server can do to the desktop: nothing but fail.
class ClientFaultsTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    const std::shared_ptr<const SecretBytes> m_token =
        std::make_shared<SecretBytes>(SecretBytes::copyOf("lk_adm_000000000000_the-credential"));

    static RestTimes quick(int deadlineMs = 10'000) {
        RestTimes t;
        t.deadlineMs = deadlineMs;
        t.retries = 0;
        return t;
    }
    Result<ServerAnswer> ask(const ServerAddress &address, const ServerRequest &request = {"GET", "/v1/me"},
                             const RestTimes &times = quick()) {
        HttpClient client(address, m_token, times);
        std::optional<Result<ServerAnswer>> got;
        client.send(request, [&](Result<ServerAnswer> r) { got = std::move(r); });
        if (!QTest::qWaitFor([&] { return got.has_value(); }, 30'000))
            qFatal("no answer");
        return *got;
    }
    /// As a window does it: what comes is read as JSON, too.
    ErrorCode open(const BadServer &server, const RestTimes &times = quick()) {
        const SystemClock clock;
        const auto session = waitFor(openRestVault({server.url(), {}, {}}, m_token, clock, times), 40'000);
        return session ? ErrorCode::Cancelled : session.error().code;
    }

    [[nodiscard]] QString file(const char *name) const { return m_dir.filePath(QLatin1StringView(name)); }
    bool openssl(const QStringList &arguments) {
        QProcess p;
        p.start(QStringLiteral("openssl"), arguments);
        return p.waitForFinished(20'000) && p.exitCode() == 0;
    }
    bool certificate(const char *name, const char *host, const char *days) {
        const QString key = file(name) + QStringLiteral(".key"), csr = file(name) + QStringLiteral(".csr");
        return openssl({QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                        QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"),
                        QStringLiteral("-nodes"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=%1").arg(QLatin1StringView(host)), QStringLiteral("-addext"),
                        QStringLiteral("subjectAltName=DNS:%1").arg(QLatin1StringView(host)),
                        QStringLiteral("-keyout"), key, QStringLiteral("-out"), csr}) &&
               openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), csr,
                        QStringLiteral("-CA"), file("ca"), QStringLiteral("-CAkey"), file("ca.key"),
                        QStringLiteral("-days"), QLatin1StringView(days), QStringLiteral("-copy_extensions"),
                        QStringLiteral("copy"), QStringLiteral("-out"), file(name)});
    }
    [[nodiscard]] QByteArray bytesOf(const char *name) const {
        QFile f(file(name));
        return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
    }

private slots:
    void initTestCase() {
        QVERIFY(openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                         QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                         QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                         QStringLiteral("-subj"), QStringLiteral("/CN=authority"), QStringLiteral("-days"),
                         QStringLiteral("2"), QStringLiteral("-keyout"), file("ca.key"),
                         QStringLiteral("-out"), file("ca")}));
        QVERIFY(certificate("good", "localhost", "2"));
        QVERIFY(certificate("expired", "localhost", "-1"));
        QVERIFY(certificate("other", "keys.example.com", "2"));
        BadServer server; // whatever is loaded at the first question is
        server.begin = head("Content-Length: 2") + "{}";
        QVERIFY(open(server) != ErrorCode::Cancelled);
    }

    void answers_data() {
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QByteArray>("again");
        QTest::addColumn<qint64>("times");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray block(64 << 10, ' ');
        const auto row = [](const char *name, const QByteArray &begin, const QByteArray &again, qint64 times,
                            ErrorCode code) { QTest::newRow(name) << begin << again << times << code; };
        row("a body of 1 GiB", head("Content-Length: 1073741824"), block, 16'384, ErrorCode::NotAServer);
        row("a body without an end", head("Connection: close"), block, -1, ErrorCode::NotAServer);
        row("1 GiB in chunks", head("Transfer-Encoding: chunked"), "10000\r\n" + block + "\r\n", 16'384,
            ErrorCode::NotAServer);
        row("1 GiB of fields", "HTTP/1.1 200 OK\r\n", "X-More: " + QByteArray(60'000, 'x') + "\r\n", 16'384,
            ErrorCode::Unreachable);
        row("a gzip bomb",
            head("Content-Encoding: gzip\r\nContent-Length: " + QByteArray::number(bomb(1).size() * 16)),
            bomb(16), 1, ErrorCode::NotAServer);
        row("a problem of 1 GiB",
            "HTTP/1.1 403 No\r\nContent-Type: application/problem+json\r\nContent-Length: 1073741824\r\n\r\n",
            block, 16'384, ErrorCode::NotAServer);
        row("garbage", "\x16\x03\x01 this is no HTTP\r\n\r\n", {}, 0, ErrorCode::Unreachable);
        row("JSON cut off", head("Content-Length: 17") + "{\"name\":\"Ana\",\"ro", {}, 0,
            ErrorCode::NotAServer);
        row("an answer cut off", head("Content-Length: 100") + "{\"name\":\"Ana\",\"ro", {}, 0,
            ErrorCode::Unreachable);
        row("no JSON", head("Content-Length: 6") + "<html>", {}, 0, ErrorCode::NotAServer);
        row("deep JSON", head("Content-Length: 2000000") + QByteArray(2'000'000, '['), {}, 0,
            ErrorCode::NotAServer);
        row("many values", head("Content-Length: 2000002") + '[' + QByteArray("1,").repeated(1'000'000) + '1',
            {}, 0, ErrorCode::NotAServer);
        row("nothing at all", {}, {}, 0, ErrorCode::Unreachable);
        row("two lengths", head("Content-Length: 2\r\nContent-Length: 9999999999") + "{}", {}, 0,
            ErrorCode::NotAServer);
    }
    void answers() {
        QFETCH(QByteArray, begin);
        QFETCH(QByteArray, again);
        QFETCH(qint64, times);
        BadServer server;
        server.begin = begin;
        server.again = again;
        server.times = times;
        ErrorCode got{};
        qint64 grown = 0;
        {
            const Elsewhere elsewhere(server);
            const Growth growth;
            got = open(server);
            grown = growth.bytes();
        }
        QTEST(got, "code");
        QVERIFY2(grown < MostGrowth,
                 qPrintable(QStringLiteral("%1 KiB, %2 sent").arg(grown >> 10).arg(server.sent)));
        QVERIFY(server.sent < (MostGrowth * 2)); // it is not read to its end either
    }

    /// A byte now and then keeps no one waiting longer than the deadline.
    void drip() {
        BadServer server;
        server.begin = head("Content-Length: 100000") + '[';
        server.again = " ";
        server.times = -1;
        server.pauseMs = 20;
        QElapsedTimer t;
        t.start();
        QCOMPARE(open(server, quick(700)), ErrorCode::Unreachable);
        QVERIFY(t.elapsed() >= 700);
        QVERIFY(server.sent > 3);
    }
    /// Nor do fields without an end.
    void dripOfFields() {
        BadServer server;
        server.begin = "HTTP/1.1 200 OK\r\n";
        server.again = "X-More: 1\r\n";
        server.times = -1;
        server.pauseMs = 20;
        QCOMPARE(open(server, quick(700)), ErrorCode::Unreachable);
    }

    void redirects_data() {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }
    void redirects() {
        QFETCH(int, status);
        BadServer elsewhere, loop;
        elsewhere.begin = head("Content-Length: 2") + "{}";
        const auto to = [&](const QUrl &url) {
            return "HTTP/1.1 " + QByteArray::number(status) + " Elsewhere\r\nLocation: " + url.toEncoded() +
                   "/v1/me\r\nContent-Length: 0\r\n\r\n";
        };
        loop.begin = to(loop.url());
        QCOMPARE(open(loop), ErrorCode::NotAServer);
        QCOMPARE(loop.connections, 1); // it was not followed
        BadServer sends;
        sends.begin = to(elsewhere.url());
        QCOMPARE(open(sends), ErrorCode::NotAServer);
        ServerRequest change{"PUT", "/v1/keys/x", "{\"verifier\": \"a secret\"}"};
        change.repeatable = false;
        change.changes = true;
        QCOMPARE(ask({sends.url(), {}, {}}, change).error().code, ErrorCode::NotAServer);
        QVERIFY(sends.seen.contains("the-credential"));
        QTest::qWait(0);
        QCOMPARE(elsewhere.connections, 0);
        QVERIFY(elsewhere.seen.isEmpty());
    }

    void peers_data() {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("authority");
        QTest::addColumn<QString>("reason");
        QTest::newRow("good") << QByteArray("good") << QByteArray("ca") << QString();
        QTest::newRow("expired") << QByteArray("expired") << QByteArray("ca") << QStringLiteral("expired");
        QTest::newRow("another host")
            << QByteArray("other") << QByteArray("ca") << QStringLiteral("wrongHost");
        QTest::newRow("nobody vouches") << QByteArray("good") << QByteArray() << QStringLiteral("selfSigned");
    }
    void peers() {
        QFETCH(QByteArray, certificate);
        QFETCH(QByteArray, authority);
        QFETCH(QString, reason);
        TlsServer server;
        server.tls = QSslConfiguration::defaultConfiguration();
        server.tls.setLocalCertificate(QSslCertificate(bytesOf(certificate.constData())));
        server.tls.setPrivateKey(QSslKey(bytesOf((certificate + ".key").constData()), QSsl::Ec));
        server.tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        ServerAddress address;
        address.url = QUrl(QStringLiteral("https://localhost:%1").arg(server.serverPort()));
        if (!authority.isEmpty())
            address.authority = bytesOf(authority.constData());
        const auto got = ask(address);
        if (reason.isEmpty()) {
            QVERIFY(got);
            QVERIFY(server.http.contains("the-credential")); // what the others must not get
        } else {
            QCOMPARE(got.error().code, ErrorCode::UntrustedServer);
            QCOMPARE(got.error().params.value(QStringLiteral("reason")).toString(), reason);
            QTest::qWait(0);
            QCOMPARE(server.http, QByteArray());
        }
        // Another certificate than the one that was trusted.
        server.http.clear();
        address.pin = QByteArray(32, '\1');
        QCOMPARE(ask(address).error().code, ErrorCode::UntrustedServer);
        QCOMPARE(server.http, QByteArray());
    }

    /// A proxy of one's own is asked for the way, and learns the place and nothing else.
    void proxies() {
        BadServer proxy;
        proxy.begin = "HTTP/1.1 502 Nobody there\r\nContent-Length: 0\r\n\r\n";
        ServerAddress address{QUrl(QStringLiteral("https://keys.example.com:8443")), {}, {}};
        address.proxy = ServerAddress::Proxy::Own;
        address.ownProxy = *parseProxy(QStringLiteral("127.0.0.1:%1").arg(proxy.serverPort()));
        QCOMPARE(ask(address).error().code, ErrorCode::Unreachable);
        QVERIFY2(proxy.seen.startsWith("CONNECT keys.example.com:8443 "), proxy.seen.constData());
        QVERIFY(!proxy.seen.contains("the-credential"));
        // One that wants a user learns that, and only when it asks.
        BadServer strict;
        strict.begin =
            "HTTP/1.1 407 Who are you?\r\nProxy-Authenticate: Basic realm=\"out\"\r\nConnection: close\r\n"
            "Content-Length: 0\r\n\r\n";
        address.ownProxy = *parseProxy(QStringLiteral("127.0.0.1:%1").arg(strict.serverPort()));
        QCOMPARE(ask(address).error().code, ErrorCode::Unreachable);
        QVERIFY(!strict.seen.contains("Proxy-Authorization"));
        strict.seen.clear();
        address.proxyUser = QStringLiteral("ana");
        address.proxyPassword = std::make_shared<const SecretBytes>(SecretBytes::copyOf("pass word"));
        const auto turnedAway = ask(address).error();
        QCOMPARE(turnedAway.code, ErrorCode::Unreachable);
        QCOMPARE(turnedAway.params.value(QStringLiteral("proxy")).toString(), QStringLiteral("signIn"));
        QVERIFY2(strict.seen.contains("Proxy-Authorization: Basic " + QByteArray("ana:pass word").toBase64()),
                 strict.seen.constData());
        QVERIFY(!strict.seen.contains("the-credential"));
        // One that isn't there.
        address.ownProxy = *parseProxy(QStringLiteral("127.0.0.1:1"));
        const auto nobody = ask(address).error();
        QCOMPARE(nobody.code, ErrorCode::Unreachable);
        QVERIFY2(nobody.params.value(QStringLiteral("reason")).toString().contains(QStringLiteral("roxy")),
                 qPrintable(nobody.params.value(QStringLiteral("reason")).toString()));
        for (const char *bad :
             {"", "proxy", "ftp://proxy:21", "http://ana:secret@proxy:3128", "proxy:3128/x"})
            QVERIFY2(!parseProxy(QLatin1StringView(bad)), bad);
        QCOMPARE(parseProxy(QStringLiteral("socks5://localhost:1080"))->scheme(), QStringLiteral("socks5"));
    }

    /// Chooses TLS 1.1 in its first answer: the client has nothing more to say than an alert.
    void oldTls() {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray seen;
        int connections = 0;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            ++connections;
            QTcpSocket *s = server.nextPendingConnection();
            connect(s, &QTcpSocket::readyRead, s, [&seen, s, answered = false]() mutable {
                seen += s->readAll();
                if (std::exchange(answered, true))
                    return;
                QByteArray hello("\x03\x02", 2);
                hello += QByteArray(32, '\x11');
                hello += QByteArray("\x00\xc0\x13\x00", 4); // no session, a suite of TLS 1.1, no compression
                const auto size = static_cast<char>(hello.size());
                s->write(QByteArray("\x16\x03\x02\x00", 4) + static_cast<char>(size + 4) +
                         QByteArray("\x02\x00\x00", 3) + size + hello);
            });
        });
        ServerAddress address;
        address.url = QUrl(QStringLiteral("https://localhost:%1").arg(server.serverPort()));
        const auto got = ask(address);
        QVERIFY(got.error().code == ErrorCode::UntrustedServer || got.error().code == ErrorCode::Unreachable);
        QCOMPARE(connections, 1);
        // Records of a handshake (22) and of an alert (21); none with data (23).
        for (qsizetype at = 0; at + 5 <= seen.size();) {
            QVERIFY(seen[at] == 22 || seen[at] == 21);
            at += 5 + (static_cast<quint8>(seen[at + 3]) << 8) + static_cast<quint8>(seen[at + 4]);
        }
        QVERIFY(!seen.contains("the-credential") && !seen.contains("HTTP/1.1"));
    }
};

QTEST_GUILESS_MAIN(ClientFaultsTest)
#include "client_faults_test.moc"
