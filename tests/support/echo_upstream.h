#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <arpa/inet.h>
#include <atomic>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace latchkey {

/// The API behind a gateway: answers every request with what reached it. On a thread of its own.
class EchoUpstream {
public:
    EchoUpstream() {
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in a{};
        a.sin_family = AF_INET;
        a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof a;
        ::bind(m_socket, reinterpret_cast<sockaddr *>(&a), size);
        ::listen(m_socket, 64);
        ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&a), &size);
        m_port = ntohs(a.sin_port);
        m_thread = std::thread([this] { run(); });
    }
    ~EchoUpstream() {
        ::shutdown(m_socket, SHUT_RDWR);
        m_thread.join();
        ::close(m_socket);
    }
    EchoUpstream(const EchoUpstream &) = delete;
    EchoUpstream &operator=(const EchoUpstream &) = delete;
    [[nodiscard]] quint16 port() const { return m_port; }
    /// How many requests have reached it.
    [[nodiscard]] int reached() const { return m_reached; }

private:
    void run() {
        for (;;) {
            const int client = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
            if (client < 0)
                return;
            const timeval patience{5, 0};
            ::setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
            serve(client);
            ::close(client);
        }
    }
    void serve(int client) {
        QByteArray bytes;
        const auto more = [&] {
            char some[16384];
            const ssize_t n = ::recv(client, some, sizeof some, 0);
            bytes.append(some, n > 0 ? n : 0);
            return n > 0;
        };
        while (!bytes.contains("\r\n\r\n")) {
            if (!more())
                return;
        }
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        const QList<QByteArray> lines = bytes.first(end).split('\n');
        QJsonObject fields;
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            const QString name = QString::fromLatin1(line.first(colon)).toLower();
            const QString before = fields.value(name).toString();
            const QString value = QString::fromLatin1(line.sliced(colon + 1).trimmed());
            fields.insert(name, before.isEmpty() ? value : before + u'|' + value);
        }
        const qsizetype length = fields.value(QStringLiteral("content-length")).toString().toLongLong();
        bytes.remove(0, end + 4);
        while (bytes.size() < length && more()) {
        }
        ++m_reached;
        const QByteArray body =
            QJsonDocument(
                {{QStringLiteral("line"), QString::fromLatin1(lines.first().trimmed())},
                 {QStringLiteral("fields"), fields},
                 {QStringLiteral("bytes"), bytes.size()},
                 {QStringLiteral("sha256"),
                  QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex())}})
                .toJson(QJsonDocument::Compact);
        const QByteArray reply = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                                 "Content-Length: " +
                                 QByteArray::number(body.size()) + "\r\n\r\n" + body;
        (void)::send(client, reply.constData(), static_cast<std::size_t>(reply.size()), MSG_NOSIGNAL);
    }
    int m_socket = -1;
    quint16 m_port = 0;
    std::atomic<int> m_reached{0};
    std::thread m_thread;
};

} // namespace latchkey
