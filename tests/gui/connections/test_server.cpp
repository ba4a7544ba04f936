#include "core/token/token.h"
#include "tests/gui/connections/desktop_fixture.h"
#include "tests/support/daemon_process.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace latchkey;
using namespace latchkey::ui;

/// Leads the way for those who sign in with "ana" and "pass word", and keeps what it was told.
class TunnelProxy : public QTcpServer {
public:
    QByteArray heads; ///< of all requests
    int tunnels = 0;
    TunnelProxy() {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection())
                take(client);
        });
    }

private:
    void take(QTcpSocket *client) {
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QIODevice::readyRead, client, [this, client, head = QByteArray()]() mutable {
            if (client->property("through").toBool())
                return;
            head += client->readAll();
            if (!head.contains("\r\n\r\n"))
                return;
            heads += head;
            const QByteArray where = head.mid(8, head.indexOf(" HTTP") - 8);
            if (!head.startsWith("CONNECT ") ||
                !head.contains("Proxy-Authorization: Basic " + QByteArray("ana:pass word").toBase64())) {
                client->write("HTTP/1.1 407 Who are you?\r\nProxy-Authenticate: Basic realm=\"out\"\r\n"
                              "Connection: close\r\nContent-Length: 0\r\n\r\n");
                client->disconnectFromHost();
                return;
            }
            client->setProperty("through", true);
            lead(client, where);
        });
    }
    void lead(QTcpSocket *client, const QByteArray &where) {
        auto *server = new QTcpSocket(client);
        const auto pass = [](QTcpSocket *from, QTcpSocket *to) {
            connect(from, &QIODevice::readyRead, to, [from, to] { to->write(from->readAll()); });
            connect(from, &QTcpSocket::disconnected, to, &QTcpSocket::disconnectFromHost);
        };
        connect(server, &QTcpSocket::connected, client, [this, server, client, pass] {
            ++tunnels;
            pass(client, server);
            pass(server, client);
            client->write("HTTP/1.1 200 Go on\r\n\r\n");
        });
        server->connectToHost(QString::fromLatin1(where.left(where.indexOf(':'))),
                              where.mid(where.indexOf(':') + 1).toUShort());
    }
};

/// The program and a real latchkeyd with a certificate that nobody vouches for.
class ServerConnections : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    std::unique_ptr<QProcess> m_daemon;
    quint16 m_port = 0;
    QByteArray m_admin;
    std::unique_ptr<DesktopFixture> f;

    [[nodiscard]] QString file(const char *name) const { return m_dir.filePath(QLatin1StringView(name)); }
    QString url() const { return QStringLiteral("https://localhost:%1").arg(m_port); }

    bool newCertificate() {
        QProcess openssl;
        openssl.start(
            QStringLiteral("openssl"),
            {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
             QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
             QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
             QStringLiteral("subjectAltName=DNS:localhost"), QStringLiteral("-days"), QStringLiteral("2"),
             QStringLiteral("-keyout"), file("key.pem"), QStringLiteral("-out"), file("cert.pem")});
        return openssl.waitForFinished(20'000) && openssl.exitCode() == 0 &&
               QFile::setPermissions(file("key.pem"), QFile::ReadOwner | QFile::WriteOwner);
    }
    bool startDaemon() {
        QFile config(file("latchkeyd.json"));
        const QByteArray json = "{\"tls\": {\"certificate\": \"" + file("cert.pem").toUtf8() +
                                "\", \"key\": \"" + file("key.pem").toUtf8() + "\"}}";
        if (!config.open(QIODevice::WriteOnly) || config.write(json) != json.size())
            return false;
        config.close();
        QFile::remove(file("ready.json"));
        m_daemon = std::make_unique<QProcess>();
        dieWithTest(*m_daemon);
        m_daemon->setStandardErrorFile(file("log"), QIODevice::Append);
        m_daemon->start(QStringLiteral(LATCHKEYD),
                        {QStringLiteral("serve"), QStringLiteral("--vault"), file("v/team.latchkey"),
                         QStringLiteral("--config"), config.fileName(), QStringLiteral("--listen"),
                         QStringLiteral("127.0.0.1:%1").arg(m_port), QStringLiteral("--ready-file"),
                         file("ready.json")});
        return QTest::qWaitFor(
            [this] {
                QFile ready(file("ready.json"));
                if (!ready.open(QIODevice::ReadOnly))
                    return false;
                m_port = QJsonDocument::fromJson(ready.readAll())[QStringLiteral("addresses")][0]
                             .toString()
                             .section(u':', -1)
                             .toUShort();
                return m_port != 0;
            },
            15'000);
    }
    void stopDaemon() {
        m_daemon->kill();
        m_daemon->waitForFinished(5'000);
    }
    ConnectionsWindow *windowOnServer() {
        Connection c;
        c.kind = ConnectionKind::Server;
        c.name = QStringLiteral("Team");
        c.url = url();
        c = f->desktop->book().keep(c);
        auto *w = f->desktop->showConnections();
        w->select(c.id);
        [&] { QVERIFY(QTest::qWaitForWindowExposed(w)); }();
        return w;
    }

private slots:
    void initTestCase() {
        QProcess init;
        dieWithTest(init);
        init.start(QStringLiteral(LATCHKEYD),
                   {QStringLiteral("init"), QStringLiteral("--vault"), file("v/team.latchkey")});
        QVERIFY(init.waitForFinished(20'000) && init.exitCode() == 0);
        m_admin = init.readAllStandardOutput().trimmed();
        QVERIFY(token::parse(m_admin));
        QVERIFY(newCertificate() && startDaemon());
    }
    void init() {
        f = std::make_unique<DesktopFixture>();
        QTRY_VERIFY(f->desktop->secrets().state() != SecretStoreState::Unknown);
    }
    void cleanup() { f.reset(); }
    void cleanupTestCase() { stopDaemon(); }

    /// From an unknown certificate to a key; then the server shows another one.
    void trustOnFirstUse() {
        auto *w = windowOnServer();
        f->press(w, "testConnection");
        QVERIFY(f->says(w, QStringLiteral("Paste an administrator's token of this server.")));
        f->fill(w, "secret", QString::fromLatin1(m_admin.chopped(1)));
        f->press(w, "testConnection");
        QVERIFY(f->says(w, QStringLiteral("That is not a complete token")));
        f->fill(w, "secret", QStringLiteral("  ") + QString::fromLatin1(m_admin) + QStringLiteral(" "));
        f->press(w, "testConnection");
        QTRY_VERIFY_WITH_TIMEOUT(w->findChild<QPushButton *>(QStringLiteral("trust")), 20'000);
        QVERIFY(f->says(w, QStringLiteral("Nobody that this computer trusts vouches for")));
        f->press(w, "trust");
        QVERIFY2(
            QTest::qWaitFor([&] { return f->says(w, QStringLiteral("The token is accepted.")); }, 20'000),
            qPrintable(f->texts(w)));
        QVERIFY(f->says(w, QStringLiteral("The certificate is the one that you trusted")));
        QVERIFY2(f->says(w, QStringLiteral("with the role admin.")), qPrintable(f->texts(w)));
        f->press(w, "connect");
        QTRY_VERIFY_WITH_TIMEOUT(f->desktop->window(), 20'000);
        MainWindow &window = *f->desktop->window();
        KeyConfig config;
        config.name = QStringLiteral("Over the wire");
        config.scopes = ScopeSet::parse(u"leads:read");
        QVERIFY(waitFor(window.service().create(config)));
        QTRY_COMPARE_WITH_TIMEOUT(window.page().model().rowCount(), 1, 20'000);
        QVERIFY(!f->settings().contains(m_admin) && !f->settings().contains(m_admin.right(30)));

        // What stops a key is confirmed by whoever answers gateways.
        window.page().table().select(window.page().model().idAt(0));
        window.setDetailShown(true);
        const auto rows = waitFor(window.service().backend().rows({window.page().model().idAt(0)}));
        QVERIFY(waitFor(window.service().revoke(rows->first(), QStringLiteral("leaver"), false)));
        auto *receipt = window.findChild<QWidget *>(QStringLiteral("receipt"));
        QTRY_VERIFY_WITH_TIMEOUT(receipt->isVisible() &&
                                     f->says(receipt, QStringLiteral("Confirmed by 1 of 1 verifiers at ")),
                                 20'000);

        // Gone and back: the rows stay meanwhile.
        stopDaemon();
        QTRY_VERIFY_WITH_TIMEOUT(f->says(&window, QStringLiteral("Working offline. Showing keys from ")),
                                 30'000);
        QVERIFY2(f->says(&window, QStringLiteral("The server can't be reached.")),
                 qPrintable(f->texts(&window)));
        QCOMPARE(window.page().model().rowCount(), 1);
        QVERIFY(!window.commands().action(QStringLiteral("key.create"))->isEnabled());
        emit window.page().table().partPressed(CellPart::Switch, window.page().model().idAt(0));
        QTRY_VERIFY(f->says(&window, QStringLiteral("Nothing can be changed while you work offline.")));
        // What is looked for is looked for here, and nothing else stands there.
        window.setDetailShown(false); // this window is too narrow for both
        window.page().search().setText(QStringLiteral("nothing like this"));
        QTRY_COMPARE(window.page().model().rowCount(), 0);
        QTRY_VERIFY2(f->says(&window, QStringLiteral("None of the keys seen so far match.")),
                     qPrintable(f->texts(&window)));
        QTRY_VERIFY2(f->says(&window, QStringLiteral("0 of the 1 key")), qPrintable(f->texts(&window)));
        window.page().search().clearAll();
        QTRY_COMPARE(window.page().model().rowCount(), 1);
        // A page that nothing can be read for says so, and reads again by itself.
        window.showPage(QStringLiteral("logs"));
        const QString unread = QStringLiteral("Requests can't be shown while the connection is away.");
        QTRY_VERIFY_WITH_TIMEOUT(f->says(&window, unread), 20'000);
        QVERIFY(window.findChild<QPushButton *>(QStringLiteral("logTryAgain"))->isVisible());
        QVERIFY(startDaemon());
        QTRY_VERIFY_WITH_TIMEOUT(!f->says(&window, QStringLiteral("Working offline.")), 40'000);
        QTRY_VERIFY_WITH_TIMEOUT(!f->says(&window, unread), 20'000);

        // Another certificate under the same name is refused, with both to compare.
        stopDaemon();
        QVERIFY(newCertificate() && startDaemon());
        auto *again = f->desktop->showConnections();
        QVERIFY(QTest::qWaitForWindowExposed(again));
        f->press(again, "testConnection");
        QTRY_VERIFY_WITH_TIMEOUT(f->says(again, QStringLiteral("is another one than the one you trusted")),
                                 20'000);
        QCOMPARE(again->findChildren<QLabel *>(QStringLiteral("fingerprint")).size(), 2);
        QVERIFY(!again->findChild<QPushButton *>(QStringLiteral("trust")));
    }

    /// Through a proxy that wants a user: its password is asked for in the form, kept with the other secrets
    /// and in no file, and there again at the next start. The proxy learns the place and nothing else.
    void throughAProxy() {
        TunnelProxy proxy;
        auto *w = windowOnServer();
        f->fill(w, "secret", QString::fromLatin1(m_admin));
        QVERIFY(!w->findChild<QWidget *>(QStringLiteral("connection.proxyUser"))->isVisible());
        f->choose(w, "connection.useProxy", 2);
        f->fill(w, "connection.proxy", QStringLiteral("nonsense"));
        f->press(w, "testConnection");
        QVERIFY(f->says(w, QStringLiteral("Enter the proxy's host and port")));
        f->fill(w, "connection.proxy", QStringLiteral("127.0.0.1:%1").arg(proxy.serverPort()));
        f->fill(w, "connection.proxyUser", QStringLiteral("ana"));
        f->fill(w, "connection.proxyPassword", QStringLiteral("wrong"));
        f->press(w, "testConnection");
        QTRY_VERIFY2_WITH_TIMEOUT(
            f->says(w, QStringLiteral("wants a user and a password, and did not accept")),
            qPrintable(f->texts(w)), 20'000);
        QCOMPARE(proxy.tunnels, 0);
        f->fill(w, "connection.proxyPassword", QStringLiteral("pass word"));
        f->press(w, "testConnection");
        QTRY_VERIFY_WITH_TIMEOUT(w->findChild<QPushButton *>(QStringLiteral("trust")), 20'000);
        QVERIFY(proxy.tunnels > 0);
        f->press(w, "trust");
        QTRY_VERIFY2_WITH_TIMEOUT(f->says(w, QStringLiteral("The token is accepted.")),
                                  qPrintable(f->texts(w)), 20'000);
        QVERIFY(w->findChild<QWidget *>(QStringLiteral("connection.proxyPassword"))
                    ->findChild<QLineEdit *>()
                    ->text()
                    .isEmpty()); // it is kept by now
        f->press(w, "connect");
        QTRY_VERIFY_WITH_TIMEOUT(f->desktop->window(), 20'000);
        const int before = proxy.tunnels;
        Connection again = *f->desktop->book().named(QStringLiteral("Team"));
        again.safeMode = SafeMode::ReadOnly; // so that it is opened anew
        f->desktop->book().keep(again);
        f->desktop->start({}, again.name);
        QTRY_VERIFY_WITH_TIMEOUT(
            f->desktop->window() && f->desktop->window()->context().connection.safeMode == SafeMode::ReadOnly,
            20'000);
        QVERIFY(proxy.tunnels > before);
        QVERIFY(proxy.heads.contains("CONNECT localhost:"));
        QVERIFY(!proxy.heads.contains(m_admin) && !proxy.heads.contains("Authorization: Bearer"));
        const QByteArray settings = f->settings();
        QVERIFY(settings.contains("proxyUser"));
        QVERIFY(!settings.contains("pass word") && !settings.contains("pass%20word"));
    }
};

QTEST_MAIN(ServerConnections)
#include "test_server.moc"
