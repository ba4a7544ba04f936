#pragma once

#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTimer>
#include <QtEndian>

namespace latchkey {

/// Stands between a client and a PostgreSQL socket and cuts the line around the next COMMIT, or keeps
/// notifications back.
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
    /// From now on no NOTIFY arrives.
    void dropNotifications() { m_drops = true; }
    [[nodiscard]] int dropped() const { return m_dropped; }
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
        connect(server, &QLocalSocket::readyRead, client,
                [this, client, server, rest = QByteArray()]() mutable {
                    rest += server->readAll();
                    if (client->state() == QLocalSocket::ConnectedState)
                        client->write(whole(rest));
                });
        if (m_undelayed-- == 0)
            QTimer::singleShot(300, server, [this, server] { server->connectToServer(m_target); });
        else
            server->connectToServer(m_target);
    }

    /// Takes the whole messages from `bytes`: a letter and the length of what follows, itself included.
    QByteArray whole(QByteArray &bytes) {
        QByteArray passed;
        qsizetype at = 0;
        while (bytes.size() - at >= 5) {
            const auto length = qFromBigEndian<quint32>(bytes.constData() + at + 1);
            if (bytes.size() - at < qsizetype(length) + 1)
                break;
            const bool drop = m_drops && bytes[at] == 'A';
            m_dropped += drop ? 1 : 0;
            if (!drop)
                passed += bytes.mid(at, qsizetype(length) + 1);
            at += qsizetype(length) + 1;
        }
        bytes.remove(0, at);
        return passed;
    }

    QTemporaryDir m_dir;
    QString m_target;
    QLocalServer m_server;
    Cut m_cut = Cut::Nothing;
    bool m_reconnects = true, m_closed = false, m_drops = false;
    int m_cuts = 0, m_undelayed = -1, m_dropped = 0;
};

} // namespace latchkey
