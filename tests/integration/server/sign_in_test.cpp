#include "tests/integration/server/desktop_line.h"
#include "tests/support/served_vault.h"
#include "tests/support/test_vault.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace latchkey;

namespace {

/// Says the same to everybody, and counts what it was sent.
class Parrot : public QTcpServer {
public:
    QByteArray answer, seen;

protected:
    void incomingConnection(qintptr handle) override {
        auto *s = new QTcpSocket(this);
        s->setSocketDescriptor(handle);
        connect(s, &QTcpSocket::readyRead, this, [this, s] {
            seen += s->readAll();
            s->write(answer);
            s->disconnectFromHost();
        });
        connect(s, &QTcpSocket::disconnected, s, &QObject::deleteLater);
    }
};

} // namespace

/// Addresses that the desktop is given, and who answers there.
class SignInTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    DaemonProcess m_daemon;
    std::shared_ptr<const SecretBytes> m_admin;
    SystemClock m_clock;

private slots:
    void initTestCase() {
        const QString vault = m_dir.filePath(QStringLiteral("v/rest.latchkey"));
        m_admin = std::make_shared<SecretBytes>(SecretBytes::copyOf(initVault(vault)));
        QVERIFY(m_daemon.configure(ServedVault::plainConfig()));
        QVERIFY(m_daemon.start(vault));
    }

    void notASession_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QByteArray &answer, ErrorCode code) {
            QTest::newRow(name) << answer << static_cast<int>(code);
        };
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ";
        row("garbage", "hello\r\n\r\n", ErrorCode::Unreachable);
        row("another program", head + "2\r\n\r\n{}", ErrorCode::NotAServer);
        row("cut off", head + "200\r\n\r\n{\"id\":", ErrorCode::Unreachable);
        row("broken JSON", head + "5\r\n\r\n{\"a\":", ErrorCode::NotAServer);
        row("not found", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", ErrorCode::NotAServer);
        row("a redirect to somebody else",
            "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.2:9/\r\nContent-Length: 0\r\n\r\n",
            ErrorCode::NotAServer);
    }
    void notASession() {
        QFETCH(QByteArray, answer);
        QFETCH(int, code);
        Parrot parrot;
        parrot.answer = answer;
        QVERIFY(parrot.listen(QHostAddress::LocalHost));
        RestTimes times = quick();
        times.retries = 1;
        const auto opened =
            waitFor(openRestVault(*parseServerAddress(url(parrot.serverPort())), m_admin, m_clock, times));
        QVERIFY(!opened);
        QCOMPARE(static_cast<int>(opened.error().code), code);
    }

    void signedInOrNot() {
        const auto steps = waitFor(testServer(*parseServerAddress(url(m_daemon.port)), m_admin));
        QCOMPARE(steps->size(), 4);
        QCOMPARE(steps->last().facts.value(QStringLiteral("vault")).toString(), QStringLiteral("rest"));
        QCOMPARE(steps->at(2).facts.value(QStringLiteral("role")).toString(), QStringLiteral("admin"));
        const auto wrong = std::make_shared<SecretBytes>(SecretBytes::copyOf("lk_adm_000000000000_nobody"));
        const auto refused = waitFor(testServer(*parseServerAddress(url(m_daemon.port)), wrong));
        QCOMPARE(refused->size(), 2);
        QCOMPARE(refused->last().outcome.error().code, ErrorCode::NotAllowed);
        const auto nobody =
            waitFor(testServer(*parseServerAddress(QStringLiteral("http://127.0.0.1:1")), m_admin));
        QCOMPARE(nobody->size(), 1);
        QCOMPARE(nobody->first().outcome.error().code, ErrorCode::Unreachable);
    }

    void addresses_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *text, const char *code) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(code);
        };
        row("https://keys.example:8443", "");
        row("https://keys.example/", "");
        row("http://localhost:8093", "");
        row("http://[::1]:8093", "");
        row("", "empty");
        row("keys.example", "malformed");
        row("http://keys.example", "notLocal");
        row("ftp://keys.example", "scheme");
        row("https://ana:secret@keys.example", "malformed");
        row("https://keys.example/path", "malformed");
        row("https://keys.example?x=1", "malformed");
    }
    void addresses() {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto parsed = parseServerAddress(text);
        QCOMPARE(parsed.has_value(), code.isEmpty());
        if (!parsed)
            QCOMPARE(parsed.error().fields.first().code, code);
    }

    void cleanupTestCase() { QCOMPARE(m_daemon.stop(), 0); }
};

QTEST_GUILESS_MAIN(SignInTest)
#include "sign_in_test.moc"
