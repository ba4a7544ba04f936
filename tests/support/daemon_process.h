#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <csignal>
#include <memory>
#include <sys/prctl.h>

namespace latchkey {

/// A program that ends with the test, even if that is killed.
inline void dieWithTest(QProcess &process) {
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

/// What a server answered.
struct HttpAnswer {
    int status = 0;                       ///< 0: the connection ended without an answer
    QHash<QByteArray, QByteArray> fields; ///< names in lower case
    QByteArray body;
    [[nodiscard]] QByteArray field(const char *name) const {
        return fields.value(QByteArray(name).toLower());
    }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

/// A client's side of one connection, blocking; says what it is told to, well-formed or not.
class RawClient {
public:
    explicit RawClient(quint16 port) {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        m_socket.waitForConnected(5000);
    }
    [[nodiscard]] bool connected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    void send(const QByteArray &bytes) {
        if (!connected())
            return;
        m_socket.write(bytes);
        m_socket.flush();
        m_socket.waitForBytesWritten(1000);
    }
    /// The next answer. `bodiless`: to a HEAD.
    HttpAnswer answer(int ms = 10'000, bool bodiless = false) {
        HttpAnswer a;
        QElapsedTimer t;
        t.start();
        while (!m_bytes.contains("\r\n\r\n")) {
            if (!more(ms - int(t.elapsed())))
                return a;
        }
        const qsizetype end = m_bytes.indexOf("\r\n\r\n");
        const QList<QByteArray> lines = m_bytes.first(end).split('\n');
        m_bytes.remove(0, end + 4);
        a.status = lines.first().mid(9, 3).toInt();
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            a.fields.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
        }
        if (!bodiless && a.field("transfer-encoding") == "chunked") {
            a.body = pieces([&] { return ms - int(t.elapsed()); });
            return a;
        }
        const qsizetype length = bodiless ? 0 : a.field("content-length").toLongLong();
        while (m_bytes.size() < length && more(ms - int(t.elapsed()))) {
        }
        a.body = m_bytes.first(qMin(length, m_bytes.size()));
        m_bytes.remove(0, a.body.size());
        return a;
    }
    /// Has the server ended the connection, within this time?
    bool ended(int ms) {
        QElapsedTimer t;
        t.start();
        while (m_socket.state() == QAbstractSocket::ConnectedState && t.elapsed() < ms)
            more(ms - int(t.elapsed()));
        return m_socket.state() != QAbstractSocket::ConnectedState;
    }

    /// What has come behind the last answer.
    [[nodiscard]] QByteArray rest() const { return m_bytes; }

private:
    /// A body in pieces, to its end; what there is when that does not come.
    template<typename F>
    QByteArray pieces(F msLeft) {
        QByteArray body;
        for (;;) {
            qsizetype end = -1;
            while ((end = m_bytes.indexOf("\r\n")) < 0) {
                if (!more(msLeft()))
                    return body;
            }
            const qsizetype length = m_bytes.first(end).toLongLong(nullptr, 16);
            while (m_bytes.size() < end + 2 + length + 2) {
                if (!more(msLeft()))
                    return body;
            }
            body += m_bytes.mid(end + 2, length);
            m_bytes.remove(0, end + 2 + length + 2);
            if (length == 0)
                return body;
        }
    }
    bool more(int ms) {
        if (m_socket.bytesAvailable() == 0 && (ms <= 0 || !m_socket.waitForReadyRead(ms)))
            return false;
        m_bytes += m_socket.readAll();
        return true;
    }
    QTcpSocket m_socket;
    QByteArray m_bytes;
};

/// One request on a connection of its own.
inline HttpAnswer httpAsk(quint16 port, const QByteArray &method, const QByteArray &target,
                          const QList<QByteArray> &fields = {}, const QByteArray &body = {}) {
    QByteArray request = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
    for (const QByteArray &field : fields)
        request += field + "\r\n";
    if (!body.isEmpty())
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    RawClient client(port);
    client.send(request + "\r\n" + body);
    return client.answer(10'000, method == "HEAD");
}

/// A real latchkeyd on a port of its own. LATCHKEYD names the program.
class DaemonProcess {
public:
    QTemporaryDir dir;
    QProcess process;
    quint16 port = 0;

    ~DaemonProcess() {
        process.kill();
        process.waitForFinished(5000);
    }
    [[nodiscard]] QString configPath() const { return dir.filePath(QStringLiteral("latchkeyd.json")); }
    [[nodiscard]] QString logPath() const { return dir.filePath(QStringLiteral("log")); }
    bool configure(const QByteArray &json) {
        QFile f(configPath());
        return f.open(QIODevice::WriteOnly) && f.write(json) == json.size();
    }
    /// Starts and waits until it verifies. `vault`: a file, or PostgreSQL's address. `port` is kept from one
    /// start to the next.
    bool start(const QString &vault, const QStringList &more = {}, int ms = 15'000) {
        const QString ready = dir.filePath(QStringLiteral("ready.json"));
        QFile::remove(ready);
        dieWithTest(process);
        process.setStandardErrorFile(logPath(), QIODevice::Append);
        process.start(
            QStringLiteral(LATCHKEYD),
            QStringList{QStringLiteral("serve"),
                        vault.startsWith(QStringLiteral("postgresql:")) ? QStringLiteral("--postgres")
                                                                        : QStringLiteral("--vault"),
                        vault, QStringLiteral("--config"), configPath(), QStringLiteral("--ready-file"),
                        ready, QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port)} +
                more);
        if (!process.waitForStarted(5000))
            return false;
        const auto isReady = [&] {
            QFile f(ready);
            if (!f.open(QIODevice::ReadOnly))
                return false;
            const QString address = QJsonDocument::fromJson(f.readAll())
                                        .object()
                                        .value(QStringLiteral("addresses"))
                                        .toArray()
                                        .first()
                                        .toString();
            port = static_cast<quint16>(address.section(u':', -1).toUInt());
            return port != 0 && httpAsk(port, "GET", "/readyz").status == 200;
        };
        return QTest::qWaitFor(isReady, ms);
    }
    /// SIGTERM, and its end. The exit status, or -1 if it took too long or crashed.
    int stop(int ms = 15'000) {
        process.terminate();
        return process.waitForFinished(ms) && process.exitStatus() == QProcess::NormalExit
                   ? process.exitCode()
                   : -1;
    }
    void signal(int number) { ::kill(static_cast<pid_t>(process.processId()), number); }
    /// Stopped by a signal, all of it.
    [[nodiscard]] bool stands() const {
        const QDir tasks(QStringLiteral("/proc/%1/task").arg(process.processId()));
        const QStringList threads = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        return std::all_of(threads.begin(), threads.end(), [&](const QString &t) {
            QFile f(tasks.filePath(t) + QStringLiteral("/stat"));
            return !f.open(QIODevice::ReadOnly) || f.readAll().contains(") T");
        });
    }
    [[nodiscard]] QByteArray log() const {
        QFile f(logPath());
        return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
    }
};

} // namespace latchkey
