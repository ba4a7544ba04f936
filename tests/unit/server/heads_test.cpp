#include "server/http/head_check.h"
#include "server/verify/forward_auth.h"
#include "server/verify/reply_text.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;

class ServerHeadsTest : public QObject {
    Q_OBJECT
private slots:
    void whatTwoProgramsReadDifferentlyIsRefused_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &head, int status) {
            QTest::newRow(name) << head + "\r\n" << status;
        };
        const QByteArray line = "GET / HTTP/1.1\r\n", host = "Host: a\r\n";
        row("good", line + host + "X: \xe9 y\r\n", 200);
        row("1.0 without Host", "GET / HTTP/1.0\r\n", 200);
        row("no Host", line, 400);
        row("two Hosts", line + host + "host: b\r\n", 400);
        row("two lengths", line + host + "Content-Length: 1\r\nContent-length: 1\r\n", 400);
        row("list of lengths", line + host + "Content-Length: 1, 1\r\n", 400);
        row("signed length", line + host + "Content-Length: +1\r\n", 400);
        row("length and encoding", line + host + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", 400);
        row("unknown encoding", line + host + "Transfer-Encoding: gzip, chunked\r\n", 501);
        row("hidden encoding", line + host + "Transfer-Encoding : chunked\r\n", 400);
        row("encoding in 1.0", "POST / HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n", 501);
        row("two encodings", line + host + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
            400);
        row("two tokens", line + host + "Authorization: a\r\nAuthorization: a\r\n", 400);
        row("folded", line + host + "X: a\r\n b\r\n", 400);
        row("folded by a tab", line + host + "X: a\r\n\tb\r\n", 400);
        row("bare CR", line + host + "X: a\rb\r\n", 400);
        row("bare LF", line + host + "X: a\nY: b\r\n", 400);
        row("NUL", line + host + QByteArray("X: a\0b\r\n", 8), 400);
        row("no colon", line + host + "X\r\n", 400);
        row("no name", line + host + ": x\r\n", 400);
        row("space in name", line + host + "X Y: x\r\n", 400);
        row("absolute target", "GET http://a/ HTTP/1.1\r\n" + host, 400);
        row("asterisk", "OPTIONS * HTTP/1.1\r\n" + host, 400);
        row("authority", "CONNECT a:1 HTTP/1.1\r\n" + host, 400);
        row("space in target", "GET /a b HTTP/1.1\r\n" + host, 400);
        row("high byte in target", "GET /\xe9 HTTP/1.1\r\n" + host, 400);
        row("no version", "GET /\r\n" + host, 400);
        row("HTTP/2", "GET / HTTP/2.0\r\n" + host, 505);
        row("HTTP/1.2", "GET / HTTP/1.2\r\n" + host, 505);
        row("no HTTP", "GET / ICY/1.1\r\n" + host, 400);
        row("long line", "GET /" + QByteArray(8 * 1024, 'a') + " HTTP/1.1\r\n" + host, 414);
        row("large fields", line + host + "X: " + QByteArray(16 * 1024, 'a') + "\r\n", 431);
        QByteArray many = line + host;
        for (int i = 0; i < 64; ++i)
            many += "X: a\r\n";
        row("many fields", many, 431);
    }
    void whatTwoProgramsReadDifferentlyIsRefused() {
        QFETCH(QByteArray, head);
        QFETCH(int, status);
        QCOMPARE(statusOf(checkHead(head.toStdString())), status);
    }
    void limitsHoldBeforeTheHeadIsComplete() {
        QCOMPARE(checkPartialHead("GET / HT"), HeadProblem::None);
        QCOMPARE(checkPartialHead(std::string(9000, 'a')), HeadProblem::LineTooLong);
        QCOMPARE(checkPartialHead("GET / HTTP/1.1\r\nX: " + std::string(17000, 'a')), HeadProblem::TooLarge);
        QCOMPARE(checkPartialHead("GET / HTTP/1.1\nHost: a\n\n"), HeadProblem::BadCharacter);
        QCOMPARE(checkPartialHead(std::string_view("\x16\x03\x01\0\0", 5)), HeadProblem::BadCharacter);
        QCOMPARE(checkPartialHead("\r\nGET / "), HeadProblem::BadCharacter);
    }
    void theClientIsTheLastAddressThatIsNoProxy() {
        const auto config = parseConfig(R"({"trustedProxies": ["10.0.0.0/8", "127.0.0.1"]})");
        QVERIFY(config);
        const auto client = [&](std::string_view list) {
            const auto a = forwardedClient(*config, list);
            return a ? a->toString() : QStringLiteral("unknown");
        };
        QCOMPARE(client("192.0.2.7"), QStringLiteral("192.0.2.7"));
        QCOMPARE(client("203.0.113.9, 192.0.2.7 ,10.0.0.1"), QStringLiteral("192.0.2.7"));
        QCOMPARE(client("2001:db8::1, 10.0.0.1"), QStringLiteral("2001:db8::1"));
        QCOMPARE(client(""), QStringLiteral("unknown"));
        QCOMPARE(client("10.0.0.1"), QStringLiteral("10.0.0.1"));
        QCOMPARE(client("10.0.0.2, 10.0.0.1"), QStringLiteral("10.0.0.2"));
        QCOMPARE(client("192.0.2.7, unknown"), QStringLiteral("unknown"));
        QCOMPARE(client("192.0.2.0/24"), QStringLiteral("unknown"));
    }
    void aNameCannotBeginALine() {
        std::string text;
        appendHeaderText(text, "Caf\xc3\xa9 100%\r\nX-Evil: 1");
        QCOMPARE(QString::fromStdString(text), QStringLiteral("Caf%C3%A9 100%25%0D%0AX-Evil: 1"));
    }
    void bearerIsReadAsRfc6750HasIt() {
        QCOMPARE(bearerOf("Bearer abc"), std::optional<std::string_view>("abc"));
        QCOMPARE(bearerOf("bEARER  abc"), std::optional<std::string_view>("abc"));
        QVERIFY(!bearerOf("Bearer") && !bearerOf("Bearer ") && !bearerOf("Basic abc") && !bearerOf(""));
    }
};

QTEST_GUILESS_MAIN(ServerHeadsTest)
#include "heads_test.moc"
