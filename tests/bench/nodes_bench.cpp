#include "core/storage/postgres/postgres_vault.h"
#include "tests/support/daemon_process.h"
#include "tests/support/private_postgres.h"
#include "tests/support/test_vault.h"

#include <QCommandLineParser>
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

// latchkey-nodes-bench [--keys N] [--changes N]: three latchkeyd on a PostgreSQL of its own, with fsync. How
// long they take to start, what they hold in memory, and how long after "Deactivate" the last of them refuses
// the key.

namespace {

using namespace latchkey;
using SteadyTime = std::chrono::steady_clock;

double msSince(SteadyTime::time_point from, SteadyTime::time_point to) {
    return std::chrono::duration<double, std::milli>(to - from).count();
}

void say(const char *what, std::vector<double> ms) {
    std::sort(ms.begin(), ms.end());
    const auto at = [&](double p) { return ms[static_cast<std::size_t>(double(ms.size() - 1) * p)]; };
    std::printf("%s: p50 %.1f ms, p99 %.1f ms, longest %.1f ms (%zu times)\n", what, at(0.5), at(0.99), at(1),
                ms.size());
    std::fflush(stdout);
}

/// Asks one node again and again, a millisecond apart, and notes when its answer has become another one.
class Watcher {
public:
    Watcher(quint16 port, const QByteArray &token)
        : m_thread([this, port, token] { watch(port, token); }) {}
    ~Watcher() {
        m_end = true;
        m_thread.join();
    }
    Watcher(const Watcher &) = delete;
    Watcher &operator=(const Watcher &) = delete;
    [[nodiscard]] int status() const { return m_status; }
    /// When the present status was seen first.
    [[nodiscard]] SteadyTime::time_point since() const {
        return SteadyTime::time_point(SteadyTime::duration(m_since));
    }

private:
    void watch(quint16 port, const QByteArray &token) {
        RawClient client(port);
        while (!m_end) {
            client.send("GET /v1/forward-auth HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token +
                        "\r\nX-Forwarded-Method: GET\r\nX-Forwarded-Uri: /leads\r\n\r\n");
            const int status = client.answer().status;
            if (status != m_status) {
                m_since = SteadyTime::now().time_since_epoch().count();
                m_status = status;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    std::atomic_bool m_end{false};
    std::atomic<int> m_status{0};
    std::atomic<SteadyTime::rep> m_since{0};
    std::thread m_thread;
};

bool fill(VaultBackend &vault, int keys, const Clock &clock) {
    constexpr int Some = 1'000;
    for (int n = 0; n < keys; n += Some) {
        QList<NewKey> some;
        for (int i = n; i < qMin(n + Some, keys); ++i) {
            const auto token = token::generate(QStringLiteral("lk"), Environment::Production);
            NewKey k{token.id, token.verifier, {}, {QStringLiteral("bench")}, clock.now()};
            k.config.name = QStringLiteral("Key number %1").arg(i);
            k.config.environment = Environment::Production;
            k.config.scopes = ScopeSet::parse(i % 2 ? u"leads:read" : u"leads:read leads:write");
            k.config.limits.set(RatePeriod::Minute, 10 * (i % 100));
            if (i % 3 == 0)
                k.config.customers = {QStringLiteral("Customer %1").arg(i % 2000)};
            some.append(k);
        }
        if (!waitFor(vault.createMany(some), 60'000))
            return false;
    }
    return true;
}

QByteArray memoryOf(const DaemonProcess &node) {
    QFile f(QStringLiteral("/proc/%1/status").arg(node.process.processId()));
    if (!f.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = f.readAll();
    return QByteArray::number(text.mid(text.indexOf("VmRSS:") + 6).trimmed().split(' ').first().toLongLong() /
                              1024);
}

} // namespace

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("keys"), QStringLiteral("How many keys."), QStringLiteral("N"),
                      QStringLiteral("1000")});
    parser.addOption({QStringLiteral("changes"), QStringLiteral("How many times a key is deactivated."),
                      QStringLiteral("N"), QStringLiteral("200")});
    parser.process(app);
    const SystemClock clock;
    PrivatePostgres server({QStringLiteral("fsync=on"), QStringLiteral("full_page_writes=on"),
                            QStringLiteral("shared_buffers=256MB"), QStringLiteral("max_wal_size=4GB")});
    const QString uri = server.uri(server.newDatabase());
    const auto vault = *waitFor(openPostgresVault(uri, {}, clock), 60'000);
    const int keys = parser.value(QStringLiteral("keys")).toInt();
    if (!fill(*vault, keys, clock))
        qFatal("not filled");
    SessionStore secrets;
    KeyService service(*vault, secrets, clock, Principal{QStringLiteral("Ana"), true, true, {}});
    KeyConfig config;
    config.name = QStringLiteral("CRM sync");
    config.environment = Environment::Production;
    config.scopes = ScopeSet::parse(u"leads:read");
    const auto made = waitFor(service.create(config));
    if (!made)
        qFatal("no key");

    std::array<DaemonProcess, 3> nodes;
    std::vector<std::unique_ptr<Watcher>> watchers;
    for (DaemonProcess &n : nodes) {
        if (!n.configure(
                R"({"environment": "production", "threads": 1, "rules": [{"path": "/leads", "scope": "leads:read"}]})") ||
            !n.start(uri, {}, 300'000))
            qFatal("a node does not start: %s", n.log().constData());
        const QByteArray log = n.log();
        const qsizetype ms = log.indexOf("\"ms\":");
        std::printf("node: ready after %s ms with %d keys, resident %s MiB\n",
                    log.mid(ms + 5, log.indexOf(',', ms) - ms - 5).constData(), keys + 1,
                    memoryOf(n).constData());
        watchers.push_back(std::make_unique<Watcher>(n.port, made->token->view().toByteArray()));
    }
    const auto all = [&](int status) {
        return QTest::qWaitFor(
            [&] {
                return std::all_of(watchers.begin(), watchers.end(),
                                   [&](const auto &w) { return w->status() == status; });
            },
            30'000);
    };
    std::vector<double> fromClick, fromAnswer;
    ApiKey key = made->key;
    const int changes = parser.value(QStringLiteral("changes")).toInt();
    for (int i = 0; i < changes; ++i) {
        if (!all(200))
            qFatal("the key does not work");
        QTest::qWait(20 + i % 37); // not in step with any timer
        const auto click = SteadyTime::now();
        key = *waitFor(service.setActive(key, false));
        const auto answered = SteadyTime::now();
        if (!all(401))
            qFatal("a node lets it through");
        const auto last =
            (*std::max_element(watchers.begin(), watchers.end(), [](const auto &a, const auto &b) {
                return a->since() < b->since();
            }))->since();
        fromClick.push_back(msSince(click, last));
        fromAnswer.push_back(std::max(0.0, msSince(answered, last)));
        key = *waitFor(service.setActive(key, true));
    }
    say("deactivated, until the last of three nodes refuses", fromClick);
    say("the same from the answer to the change on", fromAnswer);
    watchers.clear();
    for (DaemonProcess &n : nodes)
        n.stop();
    return 0;
}
