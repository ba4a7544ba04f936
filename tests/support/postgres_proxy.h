#pragma once

#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTimer>

namespace latchkey {

/// Stands between a client and a PostgreSQL socket and cuts the line around the next COMMIT.
class PostgresProxy : public QObject {
    Q_OBJECT
public:
    enum class Cut { Nothing, BeforeCommit, AfterCommit };

    explicit PostgresProxy(const QString &serverFolder)
        : m_target(serverFolder + QStringLiteral("/.s.PGSQL.5432")) {
        connect(&m_server, &QLocalServer::newConnection, this, &PostgresProxy::accept);
        if (!m_server.listen(m_dir.filePath(QStringLiteral(".s.PGSQL.5432"))))
            qFatal("no proxy");
    }
    [[nodiscard]] QString folder() const { return m_dir.path(); }
    /// Once; and whether new connections are let through afterwards.
    void cut(Cut where, bool reconnects) {
        m_cut = where;
        m_reconnects = reconnects;
    }
    void open() { m_closed = false; }
    /// The one after `before` more connections is let through only after 300 ms.
    void delayOne(int before) { m_undelayed = before; }
    [[nodiscard]] int cuts() const { return m_cuts; }

private:
    void accept() {
        QLocalSocket *client = m_server.nextPendingConnection();
        if (m_closed)
            return client->abort();
        auto *server = new QLocalSocket(client);
        connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
        connect(server, &QLocalSocket::disconnected, client, &QLocalSocket::abort);
        connect(server, &QLocalSocket::connected, client, &QLocalSocket::readyRead); // what came before
        connect(client, &QLocalSocket::readyRead, this, [this, client, server] {
            if (server->state() != QLocalSocket::ConnectedState)
                return;
            const QByteArray sent = client->readAll();
            const bool now = m_cut != Cut::Nothing && sent.contains("COMMIT");
            if (!now || m_cut == Cut::AfterCommit) {
                server->write(sent);
                server->flush();
            }
            if (!now)
                return;
            if (m_cut == Cut::AfterCommit)
                server->waitForReadyRead(5'000); // it is done; nobody hears of it
            m_cut = Cut::Nothing;
            m_closed = !m_reconnects;
            ++m_cuts;
            client->abort();
        });
        connect(server, &QLocalSocket::readyRead, client, [client, server] {
            if (client->state() == QLocalSocket::ConnectedState)
                client->write(server->readAll());
        });
        if (m_undelayed-- == 0)
            QTimer::singleShot(300, server, [this, server] { server->connectToServer(m_target); });
        else
            server->connectToServer(m_target);
    }

    QTemporaryDir m_dir;
    QString m_target;
    QLocalServer m_server;
    Cut m_cut = Cut::Nothing;
    bool m_reconnects = true, m_closed = false;
    int m_cuts = 0, m_undelayed = -1;
};

} // namespace latchkey
