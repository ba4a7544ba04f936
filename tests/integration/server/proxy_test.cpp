#include "core/remote/rest_vault.h"
#include "core/services/key_service.h"
#include "tests/support/served_vault.h"
#include "tests/support/test_vault.h"

#include <QTcpServer>

using namespace latchkey;

namespace {

/// A gateway before latchkeyd that gives up on some requests and answers them itself.
class Gateway : public QTcpServer {
public:
    quint16 behind = 0;
    QByteArray givesUpOn;  ///< requests that begin so
    bool passesOn = false; ///< these too: the server does what they ask for, and is not heard
    QByteArrayList asked;  ///< method and path of every request

protected:
    void incomingConnection(qintptr handle) override {
        auto *in = new QTcpSocket(this);
        in->setSocketDescriptor(handle);
        auto *out = new QTcpSocket(in);
        out->connectToHost(QHostAddress::LocalHost, behind);
        const auto request = std::make_shared<QByteArray>();
        const auto givenUp = std::make_shared<bool>(false);
        connect(in, &QTcpSocket::readyRead, this, [this, in, out, request, givenUp] {
            *request += in->readAll();
            if (!isWhole(*request))
                return;
            asked.append(request->first(request->indexOf(' ', request->indexOf(' ') + 1)));
            *givenUp = !givesUpOn.isEmpty() && request->startsWith(givesUpOn);
            if (!*givenUp || passesOn)
                out->write(*request);
            else
                giveUp(in);
            request->clear();
        });
        connect(out, &QTcpSocket::readyRead, this, [in, out, givenUp] {
            const QByteArray answer = out->readAll();
            if (!*givenUp)
                in->write(answer);
            else if (in->state() == QAbstractSocket::ConnectedState)
                giveUp(in);
        });
        connect(out, &QTcpSocket::disconnected, in, [in] { in->disconnectFromHost(); });
        connect(in, &QTcpSocket::disconnected, in, &QObject::deleteLater);
    }

private:
    static bool isWhole(const QByteArray &request) {
        const qsizetype end = request.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const QByteArray head = request.first(end).toLower(), name("\r\ncontent-length:");
        const qsizetype at = head.indexOf(name);
        const qsizetype length = at < 0 ? 0 : head.sliced(at + name.size()).split('\r').first().toLongLong();
        return request.size() >= end + 4 + length;
    }
    static void giveUp(QTcpSocket *in) {
        in->write("HTTP/1.1 504 Gateway Timeout\r\nContent-Type: text/html\r\nContent-Length: 6\r\n"
                  "Connection: close\r\n\r\n<html>");
        in->disconnectFromHost();
    }
};

} // namespace

/// What a gateway answers in place of latchkeyd is no word on a change: that is looked for.
class ProxyTest : public QObject {
    Q_OBJECT

    ServedVault m_server;
    Gateway m_gateway;
    SystemClock m_clock;
    SessionStore m_secrets;
    ServerAddress m_address;
    std::shared_ptr<const SecretBytes> m_token;
    ServerSession m_session;
    std::unique_ptr<KeyService> m_keys;

    static KeyConfig config(const QString &name) {
        KeyConfig c;
        c.name = name;
        c.environment = Environment::Production;
        c.scopes = ScopeSet::parse(u"leads:read");
        return c;
    }
    static ErrorCode codeOf(const Result<ApiKey> &r) { return r ? ErrorCode::Cancelled : r.error().code; }

private slots:
    void initTestCase() {
        QVERIFY(m_server.init());
        m_gateway.behind = m_server.daemon.port;
        QVERIFY(m_gateway.listen(QHostAddress::LocalHost));
        m_token = std::make_shared<SecretBytes>(SecretBytes::copyOf(m_server.admin));
        m_address = *parseServerAddress(QStringLiteral("http://127.0.0.1:%1").arg(m_gateway.serverPort()));
        const auto opened = waitFor(openRestVault(m_address, m_token, m_clock));
        QVERIFY(opened);
        m_session = *opened;
        m_keys = std::make_unique<KeyService>(*m_session.backend, m_secrets, m_clock, m_session.principal);
    }
    void cleanup() { m_gateway.givesUpOn.clear(); }

    void whatWasDoneIsFound() {
        KeyConfig c = config(QStringLiteral("Behind a gateway"));
        const auto made = waitFor(m_keys->create(c));
        QVERIFY(made);
        m_gateway.givesUpOn = "POST /v1/bulk/change";
        m_gateway.passesOn = true;
        const auto rotated = waitFor(m_keys->rotate(made->key, 0));
        QVERIFY2(rotated, qPrintable(rotated ? QString() : QString::number(int(rotated.error().code))));
        QCOMPARE(rotated->key.version, made->key.version + 1); // once
        QVERIFY(rotated->key.credentialId != made->key.credentialId);
        c = rotated->key.config;
        c.note = QStringLiteral("told by nobody");
        const auto edited = waitFor(m_keys->edit(rotated->key, c));
        QVERIFY(edited);
        QCOMPARE(edited->config.note, c.note);
        // Done, and there is nobody to ask.
        m_gateway.givesUpOn = "POST /v1/";
        QCOMPARE(codeOf(waitFor(m_keys->setActive(*edited, false))), ErrorCode::Unanswered);
    }

    /// It may still be done by the server, later.
    void whatIsNotDoneYetIsNotSaidToBeUndone() {
        const KeyConfig c = config(QStringLiteral("Not yet"));
        const auto made = waitFor(m_keys->create(c));
        QVERIFY(made);
        m_gateway.givesUpOn = "POST /v1/bulk/change";
        m_gateway.passesOn = false;
        const auto off = waitFor(m_keys->setActive(made->key, false));
        QCOMPARE(codeOf(off), ErrorCode::Unanswered);
        QCOMPARE(off.error().params.value(QStringLiteral("httpStatus")).toInt(), 504);
        m_gateway.givesUpOn = "PUT /v1/keys/";
        QCOMPARE(waitFor(m_keys->create(c)).error().code, ErrorCode::Unanswered);
        m_gateway.givesUpOn = "GET /v1/keys/"; // a question: nothing is in doubt
        AuditQuery of;
        of.key = made->key.id;
        QCOMPARE(waitFor(m_session.backend->audit(of)).error().code, ErrorCode::Unreachable);
    }

    /// The place in the changes is asked for before the catalogue: that is read once, and what changes it
    /// meanwhile is heard of.
    void aSessionBeginsWithoutReadingTwice() {
        m_gateway.givesUpOn.clear();
        m_gateway.asked.clear();
        const auto opened = waitFor(openRestVault(m_address, m_token, m_clock));
        QVERIFY(opened);
        const auto following = [this] { // the next question for changes, after the place that was given
            return std::any_of(m_gateway.asked.begin(), m_gateway.asked.end(), [](const QByteArray &r) {
                return r.startsWith("GET /v1/changes?") && r.contains("&after=");
            });
        };
        QTRY_VERIFY(following());
        QCOMPARE(m_gateway.asked.count("GET /v1/catalogue"), 1);
        QCOMPARE(m_gateway.asked.count("GET /v1/changes"), 1);
        QVERIFY(m_gateway.asked.indexOf("GET /v1/changes") < m_gateway.asked.indexOf("GET /v1/catalogue"));
    }

    /// Many keys are not asked for one by one where nobody answers.
    void manyAreGivenUpAtOnce() {
        QList<NewKey> keys;
        for (int i = 0; i < 3; ++i)
            keys.append(m_keys->planCreate(config(QStringLiteral("Many %1").arg(i)))->key);
        m_gateway.givesUpOn = "P"; // POST and PUT
        m_gateway.passesOn = false;
        QCOMPARE(waitFor(m_keys->createMany(keys)).error().code, ErrorCode::Unanswered);
        m_gateway.givesUpOn = "POST /v1/bulk/create";
        m_gateway.passesOn = true;
        const auto made = waitFor(m_keys->createMany(keys));
        QVERIFY(made);
        QCOMPARE(made->size(), 3);
        QVERIFY(std::all_of(made->begin(), made->end(), [](const auto &r) { return r.has_value(); }));
    }

    void cleanupTestCase() {
        m_keys.reset();
        m_session = {};
        QCOMPARE(m_server.daemon.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(ProxyTest)
#include "proxy_test.moc"
