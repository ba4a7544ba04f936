#include "core/backend/request_log.h"
#include "core/backend/verifier_feed.h"
#include "core/storage/local_vault.h"
#include "core/storage/postgres/postgres_vault.h"
#include "tests/support/private_postgres.h"
#include "tests/support/test_vault.h"

#include <QCommandLineParser>
#include <QRandomGenerator>
#include <algorithm>
#include <cstdio>
#include <mutex>

// The same work on a SQLite file and on a PostgreSQL of its own beside it, both with fsync, in one run.

namespace {

using namespace latchkey;
using Open = std::function<std::shared_ptr<VaultBackend>()>;

KeyId idOf(int n) {
    return *KeyId::fromString(QStringLiteral("key%1").arg(n, 9, 10, QLatin1Char('0')));
}

class Bench {
public:
    Bench(const char *name, Open open, int keys)
        : m_name(name)
        , m_open(std::move(open))
        , m_keys(keys)
        , m_vault(m_open()) {}

    void run() {
        fill();
        each("one key created", 300,
             [&](int i) { return waitFor(m_vault->create(newKey(m_keys + i))).has_value(); });
        each("one key changed", 300, [&](int i) { return change(*m_vault, i); });
        each("page of 256 rows", 300, [&](int) {
            QList<KeyId> ids;
            const int first = QRandomGenerator::global()->bounded(m_keys - 256);
            for (int i = 0; i < 256; ++i)
                ids.append(idOf(first + i));
            return waitFor(m_vault->rows(ids))->size() == 256;
        });
        uses();
        requests();
        reach();
        opening();
        verifiers();
    }

private:
    static void say(const char *backend, const char *what, const QString &value) {
        std::printf("%-10s  %-34s  %s\n", backend, what, qPrintable(value));
        std::fflush(stdout);
    }
    void rate(const char *what, qint64 n, qint64 ns) {
        say(m_name, what,
            QStringLiteral("%1 ms, %2/s").arg(ns / 1'000'000).arg(n * 1'000'000'000 / qMax<qint64>(1, ns)));
    }
    void spread(const char *what, std::vector<qint64> ns) {
        std::sort(ns.begin(), ns.end());
        const auto at = [&](double p) {
            return QString::number(double(ns[std::size_t(double(ns.size() - 1) * p)]) / 1e6, 'f', 2);
        };
        say(m_name, what,
            QStringLiteral("p50 %1 ms, p99 %2 ms, longest %3 ms").arg(at(0.5), at(0.99), at(1)));
    }
    template<typename F>
    void each(const char *what, int times, F f) {
        std::vector<qint64> all;
        for (int i = 0; i < times; ++i) {
            QElapsedTimer t;
            t.start();
            if (!f(i))
                qFatal("%s failed", what);
            all.push_back(t.nsecsElapsed());
        }
        spread(what, std::move(all));
    }
    NewKey newKey(int n) const {
        NewKey k;
        k.id = idOf(n);
        k.verifier = QCryptographicHash::hash(QByteArray::number(n), QCryptographicHash::Sha256);
        k.config.name = QStringLiteral("Key number %1").arg(n);
        k.config.environment = AllEnvironments[static_cast<std::size_t>(n % 3)];
        k.config.scopes = ScopeSet::parse(u"leads:read leads:write invoices:read");
        k.config.owner = QStringLiteral("Team %1").arg(n % 50);
        k.config.limits.set(RatePeriod::Minute, 100);
        k.actor = {QStringLiteral("bench")};
        k.at = m_clock.now();
        return k;
    }
    bool change(VaultBackend &vault, int i) {
        const ApiKey key = waitFor(vault.rows({idOf(i)}))->first();
        KeyChange c;
        c.id = key.id;
        c.expectedVersion = key.version;
        c.action = QStringLiteral("key.deactivate");
        c.state = key.state == KeyState::Active ? KeyState::Inactive : KeyState::Active;
        c.actor = {QStringLiteral("bench")};
        c.at = m_clock.now();
        return waitFor(vault.change(c)).has_value();
    }
    void fill() {
        QElapsedTimer t;
        t.start();
        constexpr int Some = 500;
        for (int n = 0; n < m_keys; n += Some) {
            QList<NewKey> some;
            for (int i = n; i < qMin(n + Some, m_keys); ++i)
                some.append(newKey(i));
            if (!waitFor(m_vault->createMany(some), 60'000))
                qFatal("not filled");
        }
        rate("keys created, 500 at a time", m_keys, t.nsecsElapsed());
    }
    void uses() {
        QElapsedTimer t;
        t.start();
        constexpr int Batches = 20, Some = 1000;
        for (int b = 0; b < Batches; ++b) {
            QList<LastUse> some;
            for (int i = 0; i < Some; ++i)
                some.append({idOf(QRandomGenerator::global()->bounded(m_keys)), m_clock.now().plusMs(b),
                             QStringLiteral("10.0.0.1"), false});
            if (!waitFor(m_vault->stampLastUsed(some)))
                qFatal("no stamps");
        }
        rate("last used, 1,000 at a time", Batches * Some, t.nsecsElapsed());
    }
    void requests() {
        QElapsedTimer t;
        t.start();
        constexpr int Batches = 20, Some = 1000;
        for (int b = 0; b < Batches; ++b) {
            QList<RequestRecord> rows;
            for (int i = 0; i < Some; ++i) {
                RequestRecord r;
                r.at = m_clock.now();
                r.method = QStringLiteral("GET");
                r.path = QStringLiteral("/v1/leads/%1").arg(i);
                r.key = r.credential = idOf(i);
                r.scope = QStringLiteral("leads:read");
                r.ip = QStringLiteral("10.0.0.%1").arg(i % 200);
                rows.append(r);
            }
            if (!waitFor(m_vault->requests()->append(rows)))
                qFatal("no requests");
        }
        rate("requests logged, 1,000 at a time", Batches * Some, t.nsecsElapsed());
    }
    /// From the answer of a change until a verifier's feed on another connection brings it. It is asked when
    /// it has moved, and several times a second in any case, as latchkeyd's follower does.
    void reach() {
        constexpr int Times = 60, PollMs = 200;
        const auto other = m_open();
        qint64 epoch = waitFor(m_vault->audit({}))->first().seq;
        waitFor(other->verifiers()->changesSince(epoch));
        QEventLoop until;
        QTimer poll;
        poll.start(PollMs);
        QObject::connect(&poll, &QTimer::timeout, &until, &QEventLoop::quit);
        QObject::connect(other->verifiers(), &VerifierFeed::moved, &until, &QEventLoop::quit);
        std::vector<qint64> all;
        for (int i = 0; i < Times; ++i) {
            QTest::qWait(5 + i % 41); // not in step with the poll
            if (!change(*m_vault, i))
                qFatal("not changed");
            QElapsedTimer t;
            t.start();
            for (bool came = false; !came;) {
                until.exec();
                const auto changes = waitFor(other->verifiers()->changesSince(epoch));
                if (!changes || t.elapsed() > 10'000)
                    qFatal("it never came");
                epoch = changes->epoch;
                came = !changes->keys.isEmpty();
            }
            all.push_back(t.nsecsElapsed());
        }
        spread("a change reaches another process", std::move(all));
    }
    void opening() {
        m_vault.reset();
        QElapsedTimer t;
        t.start();
        m_vault = m_open();
        KeyQuery byOwner; // no first screen: it waits for the index
        byOwner.sort.column = SortColumn::Owner;
        waitFor(m_vault->list(byOwner), 120'000);
        rate("opened and indexed", m_keys, t.nsecsElapsed());
    }
    void verifiers() {
        QElapsedTimer t;
        t.start();
        std::mutex mutex;
        qsizetype n = 0;
        waitFor(m_vault->verifiers()->load([&](const QList<VerifierKey> &some) {
            const std::lock_guard lock(mutex);
            n += some.size();
        }),
                120'000);
        rate("all keys read for a verifier", n, t.nsecsElapsed());
    }

    const char *m_name;
    Open m_open;
    int m_keys;
    SystemClock m_clock;
    std::shared_ptr<VaultBackend> m_vault;
};

} // namespace

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("keys"), QStringLiteral("How many keys."), QStringLiteral("N"),
                      QStringLiteral("100000")});
    parser.process(app);
    const int keys = qMax(1000, parser.value(QStringLiteral("keys")).toInt());
    const SystemClock clock;
    const QTemporaryDir dir;
    Bench(
        "SQLite",
        [&] {
            return *waitFor(openLocalVault(dir.filePath(QStringLiteral("v/bench.latchkey")), {}, clock),
                            60'000);
        },
        keys)
        .run();
    PrivatePostgres server({QStringLiteral("fsync=on"), QStringLiteral("full_page_writes=on"),
                            QStringLiteral("shared_buffers=256MB")});
    const QString uri = server.uri(server.newDatabase());
    Bench(
        "PostgreSQL", [&] { return *waitFor(openPostgresVault(uri, {}, clock), 60'000); }, keys)
        .run();
    return 0;
}
