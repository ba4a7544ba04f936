#pragma once

#include <QHostAddress>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <algorithm>
#include <functional>

namespace latchkey {

/// HTTP/1.1 on this machine, in the event loop of whoever makes it: enough for a client's tests.
class HttpFake : public QObject {
public:
    struct Request {
        QByteArray method, path, query, body;
        QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
        [[nodiscard]] QByteArray header(const QByteArray &name) const {
            for (const auto &[key, value] : headers) {
                if (key == name)
                    return value;
            }
            return {};
        }
    };
    struct Response {
        int status = 200;
        QByteArray body = {};
        QList<std::pair<QByteArray, QByteArray>> headers = {};
        int delayMs = 0;
        bool cut = false;  ///< the line goes before a byte of the answer
        bool half = false; ///< it goes in the middle of the body
    };

    HttpFake() {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                serve(socket);
        });
    }
    ~HttpFake() override { m_server.close(); }
    bool listen(quint16 port = 0) { return m_server.listen(QHostAddress::LocalHost, port); }
    /// Nobody listens any more, and open lines end.
    void stop() {
        m_server.close();
        for (QTcpSocket *s : m_server.findChildren<QTcpSocket *>())
            s->abort();
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(port()); }

protected:
    virtual Response answer(const Request &request) = 0;

private:
    void serve(QTcpSocket *socket) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        auto *bytes = new QByteArray;
        auto *busy = new bool(false);
        connect(socket, &QObject::destroyed, [bytes, busy] {
            delete bytes;
            delete busy;
        });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, bytes, busy] {
            *bytes += socket->readAll();
            next(socket, bytes, busy);
        });
    }
    void next(QTcpSocket *socket, QByteArray *bytes, bool *busy) {
        const qsizetype end = bytes->indexOf("\r\n\r\n");
        if (*busy || end < 0)
            return;
        Request r;
        const QByteArrayList lines = bytes->left(end).split('\n');
        const QByteArrayList first = lines.first().trimmed().split(' ');
        qsizetype length = 0;
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines[i].indexOf(':');
            r.headers.append({lines[i].left(colon).trimmed().toLower(), lines[i].mid(colon + 1).trimmed()});
            if (r.headers.last().first == "content-length")
                length = r.headers.last().second.toLongLong();
        }
        if (bytes->size() < end + 4 + length || first.size() < 2)
            return;
        r.method = first[0];
        const qsizetype mark = first[1].indexOf('?');
        r.path = mark < 0 ? first[1] : first[1].left(mark);
        r.query = mark < 0 ? QByteArray() : first[1].mid(mark + 1);
        r.body = bytes->mid(end + 4, length);
        bytes->remove(0, end + 4 + length);
        *busy = true;
        const Response a = answer(r);
        QTimer::singleShot(std::max(0, a.delayMs), socket, [this, socket, bytes, busy, a] {
            if (a.cut)
                return socket->abort();
            QByteArray out = "HTTP/1.1 " + QByteArray::number(a.status) + " X\r\n";
            for (const auto &[name, value] : a.headers)
                out += name + ": " + value + "\r\n";
            if (a.status != 204)
                out += "Content-Length: " + QByteArray::number(a.body.size()) + "\r\n";
            out += "\r\n" + (a.half ? a.body.left(a.body.size() / 2) : a.body);
            socket->write(out);
            socket->flush();
            if (a.half)
                return socket->disconnectFromHost();
            *busy = false;
            next(socket, bytes, busy);
        });
    }
    QTcpServer m_server;
};

} // namespace latchkey
