#include "tests/support/served_vault.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace latchkey;

namespace {

/// Connections that say something and then nothing, or a byte now and then.
class Crowd {
public:
    explicit Crowd(quint16 port)
        : m_port(port) {}
    ~Crowd() {
        for (const int fd : m_open)
            ::close(fd);
    }
    Crowd(const Crowd &) = delete;
    Crowd &operator=(const Crowd &) = delete;

    void join(int count, const QByteArray &says) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(m_port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        for (int i = 0; i < count; ++i) {
            const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            if (fd < 0)
                return;
            if (::connect(fd, reinterpret_cast<const sockaddr *>(&to), sizeof to) != 0) {
                ::close(fd);
                return;
            }
            ::fcntl(fd, F_SETFL, O_NONBLOCK);
            m_open.append(fd);
            if (!says.isEmpty())
                (void)::send(fd, says.constData(), static_cast<std::size_t>(says.size()), MSG_NOSIGNAL);
        }
    }
    void drip(char byte) {
        for (const int fd : m_open)
            (void)::send(fd, &byte, 1, MSG_NOSIGNAL | MSG_DONTWAIT);
    }
    [[nodiscard]] qsizetype size() const { return m_open.size(); }
    /// Those that the server has ended go.
    qsizetype stillOpen() {
        m_open.removeIf([](int fd) {
            std::array<char, 4096> bytes{};
            ssize_t n = 0;
            while ((n = ::recv(fd, bytes.data(), bytes.size(), MSG_DONTWAIT)) > 0) {
            }
            const bool ended = n == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
            if (ended)
                ::close(fd);
            return ended;
        });
        return m_open.size();
    }

private:
    quint16 m_port;
    QList<int> m_open;
};

} // namespace

/// 2,000 connections that say nothing, half a head a byte at a time, or half a body: the others are served,
/// and those are ended.
class SlowClientsTest : public QObject {
    Q_OBJECT
    static constexpr int Idle = 2000, SlowHeads = 200, SlowBodies = 200;

private slots:
    void othersAreServedAndTheSlowOnesEnd() {
        rlimit files{};
        QVERIFY(::getrlimit(RLIMIT_NOFILE, &files) == 0);
        files.rlim_cur = qMax<rlim_t>(files.rlim_cur, qMin<rlim_t>(files.rlim_max, 8192));
        QVERIFY(::setrlimit(RLIMIT_NOFILE, &files) == 0); // the server has it from here
        QVERIFY(files.rlim_cur > 4096);
        ServedVault served;
        QVERIFY(served.init());
        const ServedVault::Made key = served.make();
        QTRY_COMPARE(served.gateway(key.token), 200);

        Crowd idle(served.daemon.port), heads(served.daemon.port), bodies(served.daemon.port);
        idle.join(Idle, {});
        heads.join(SlowHeads, "GET /v1/forward-auth HTTP/1.1\r\nHost: a\r\nX-Slow: ");
        bodies.join(SlowBodies, "POST /v1/verify HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
                                "application/json\r\nContent-Length: 1000\r\n\r\n{");
        QCOMPARE(idle.size() + heads.size() + bodies.size(), Idle + SlowHeads + SlowBodies);
        int served200 = 0;
        const auto othersAreServed = [&] {
            QCOMPARE(served.gateway(key.token), 200);
            QCOMPARE(served.ask("GET", "/v1/me").status, 200);
            ++served200;
        };
        QElapsedTimer t;
        for (t.start(); t.elapsed() < 60'000 && (idle.stillOpen() > 0 || heads.stillOpen() > 0);) {
            othersAreServed();
            if (QTest::currentTestFailed())
                return;
            heads.drip('x'); // does not move their deadline
            bodies.drip(' ');
            QTest::qWait(250);
        }
        QCOMPARE(idle.size(), 0);
        QCOMPARE(heads.size(), 0);
        QVERIFY2(t.elapsed() > 8'000, "not before their time"); // 10 s for a head
        QVERIFY(served200 >= 2);
        // Connections again: for as many as before.
        Crowd again(served.daemon.port);
        again.join(Idle, {});
        QCOMPARE(again.size(), Idle);
        othersAreServed();
        const QByteArray metrics = httpAsk(served.daemon.port, "GET", "/metrics").body;
        QVERIFY(metrics.contains("latchkeyd_http_connections_refused_total 0\n"));
    }
};

QTEST_GUILESS_MAIN(SlowClientsTest)
#include "slow_clients_test.moc"
