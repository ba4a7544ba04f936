#include "tests/support/served_vault.h"
#include "tests/support/test_vault.h"

#include <QRandomGenerator>
#include <QSet>
#include <atomic>
#include <thread>

using namespace latchkey;

namespace {

/// One client of the management API that changes things and remembers what must have become of them. A change
/// whose answer was lost stays in hand, and is sent again unchanged after the restart.
class Changer {
public:
    Changer(const ServedVault &served, int number)
        : m_served(served)
        , m_number(number) {}

    void begin() {
        const ServedVault::Made made = m_served.make("own " + QByteArray::number(m_number));
        m_path = made.path;
        ++created;
    }
    void run(const std::atomic_bool &stop) {
        while (!stop && m_hand.kind == Kind::Nothing) {
            m_hand = next();
            if (!settle(send(m_hand)))
                return;
        }
    }
    /// After the restart: what was in hand gets an answer, and everything is as it must be.
    QByteArray resolve() {
        if (m_hand.kind != Kind::Nothing) {
            const HttpAnswer a = send(m_hand);
            if (a.status == 412 && !makes(m_hand.kind)) { // done before; the end of this function looks
                ++doneUnheard;
                apply();
            } else if (!settle(a)) {
                return "the change in hand: " + QByteArray::number(a.status) + ' ' + a.body;
            } else {
                ++(a.status == 200 && makes(m_made) ? doneUnheard : notDone);
            }
        }
        const QJsonObject key = m_served.ask("GET", m_path).json();
        const auto is = [&](const QString &name, const QString &value) {
            return key.value(name).toString() == value;
        };
        const bool asTold =
            is(QStringLiteral("version"), QString::number(m_version)) &&
            is(QStringLiteral("note"), QString::fromLatin1(m_note)) &&
            is(QStringLiteral("state"), m_active ? QStringLiteral("active") : QStringLiteral("inactive"));
        return asTold ? QByteArray()
                      : "expected version " + QByteArray::number(m_version) + ", note " + m_note + ": " +
                            QJsonDocument(key).toJson(QJsonDocument::Compact);
    }

    int answered = 0, created = 0, doneUnheard = 0, notDone = 0;

private:
    enum class Kind { Nothing, Note, State, Post, Put };
    struct Change {
        Kind kind = Kind::Nothing;
        QByteArray method, target, body, note;
        QList<QByteArray> fields;
    };
    static bool makes(Kind k) { return k == Kind::Post || k == Kind::Put; }

    Change next() {
        const QByteArray n = QByteArray::number(m_number) + '-' + QByteArray::number(++m_turn);
        const QByteArray match = "If-Match: \"" + QByteArray::number(m_version) + '"';
        const QByteArray members =
            "{\"name\":\"" + n + "\",\"environment\":\"production\",\"scopes\":[\"leads:read\"]";
        switch (m_turn % 4) {
        case 0:
            return {Kind::Post, "POST", "/v1/keys", members + '}', {}, {"Idempotency-Key: " + n}};
        case 1:
            return {Kind::Note, "PATCH", m_path, "{\"note\":\"" + n + "\"}", n, {match}};
        case 2:
            return {Kind::State, "POST", m_path + (m_active ? "/deactivate" : "/activate"), {}, {}, {match}};
        default:
            const auto made = token::generate(QStringLiteral("lk"), Environment::Production);
            return {Kind::Put,
                    "PUT",
                    "/v1/keys/" + made.id.view().toByteArray(),
                    members + ",\"verifier\":\"" + made.verifier.toHex() + "\"}",
                    {},
                    {"If-None-Match: *"}};
        }
    }
    HttpAnswer send(const Change &c) const { return m_served.ask(c.method, c.target, c.body, c.fields); }
    void apply() {
        m_made = m_hand.kind;
        if (makes(m_hand.kind)) {
            ++created;
        } else {
            ++m_version;
            if (m_hand.kind == Kind::Note)
                m_note = m_hand.note;
            else
                m_active = !m_active;
        }
        m_hand = {};
    }
    /// False: nobody knows what became of it. A server that stops says 503 to what it has not begun, and to
    /// what it has.
    bool settle(const HttpAnswer &a) {
        if (a.status != 200 && a.status != 201) {
            if (a.status != 0 && a.status != 503)
                qWarning("%d %s", a.status, a.body.constData());
            return false;
        }
        ++answered;
        apply();
        return true;
    }

    const ServedVault &m_served;
    int m_number, m_turn = 0;
    QByteArray m_path, m_note;
    qint64 m_version = 1;
    bool m_active = true;
    Change m_hand;
    Kind m_made = Kind::Nothing;
};

} // namespace

/// kill -9 and SIGTERM of latchkeyd at random moments while clients change keys over REST: each change is
/// done, not done, or its answer was lost and then it is found out which; none is done twice.
class ServerKillsTest : public QObject {
    Q_OBJECT

    /// As many as fit into so long; LATCHKEY_KILLS=200 by hand.
    static constexpr int Kills = 30, FewestKills = 6, TestsMs = 12'000;
    static constexpr int Clients = 4, LongestMs = 150;

    struct Books {
        qint64 keys = 0, versions = 0, audit = 0;
        QSet<QString> names;
        bool intact = false;
    };
    static Books read(const QString &path) {
        SystemClock clock;
        const auto vault = *waitFor(openLocalVault(path, {}, clock));
        const auto check = waitFor(vault->verifyAudit());
        Books b;
        b.intact = check && check->intact;
        b.audit = check->rows;
        KeyListPtr list;
        [&] { QTRY_VERIFY((list = *waitFor(vault->list({})))->complete()); }();
        QList<KeyId> ids;
        for (qsizetype i = 0; i < list->size(); ++i)
            ids.append(list->idAt(i));
        const auto rows = *waitFor(vault->rows(ids));
        for (const ApiKey &k : rows) {
            b.intact = b.intact && !k.damaged;
            b.versions += k.version;
            b.names.insert(k.config.name);
        }
        b.keys = rows.size();
        return b;
    }

private slots:
    void eachChangeIsDoneOnceOrNotAtAll() {
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("LATCHKEY_KILLS", &given);
        const int kills = given ? asked : Kills;
        ServedVault served;
        QVERIFY(served.init());
        const qint64 others = read(served.path()).audit; // rows that are of no key
        std::vector<std::unique_ptr<Changer>> clients;
        for (int i = 0; i < Clients; ++i) {
            clients.push_back(std::make_unique<Changer>(served, i));
            clients.back()->begin();
        }
        QRandomGenerator random(static_cast<quint32>(QDateTime::currentMSecsSinceEpoch()));
        int ends = 0;
        QElapsedTimer time;
        time.start();
        for (; ends < kills && (given || ends < FewestKills || time.elapsed() < TestsMs); ++ends) {
            std::atomic_bool stop{false};
            std::vector<std::thread> threads;
            for (const auto &c : clients)
                threads.emplace_back([&stop, client = c.get()] { client->run(stop); });
            QThread::msleep(static_cast<unsigned long>(random.bounded(1, LongestMs))); // the random moment
            int status = 0;
            if (ends % 2 == 0) {
                served.daemon.process.kill();
                (void)served.daemon.process.waitForFinished(10'000);
            } else {
                status = served.daemon.stop(30'000);
            }
            stop = true;
            for (std::thread &t : threads)
                t.join();
            QCOMPARE(status, 0);
            served.daemon.port = 0;
            QVERIFY2(served.start(), served.daemon.log().right(2000).constData());
            for (const auto &c : clients) {
                const QByteArray wrong = c->resolve();
                QVERIFY2(wrong.isEmpty(), wrong.constData());
            }
        }
        QCOMPARE(served.ask("POST", "/v1/audit/verify").json().value(QStringLiteral("intact")).toBool(),
                 true);
        QCOMPARE(served.daemon.stop(), 0);
        int created = 0, answered = 0, doneUnheard = 0, notDone = 0;
        for (const auto &c : clients) {
            created += c->created;
            answered += c->answered;
            doneUnheard += c->doneUnheard;
            notDone += c->notDone;
        }
        qInfo("%d ends: %d changes answered, %d done without an answer, %d not done and sent again", ends,
              answered, doneUnheard, notDone);
        const Books end = read(served.path());
        QVERIFY(end.intact);
        QCOMPARE(end.keys, created);
        QCOMPARE(end.names.size(), created); // no second key of one request
        // As many audit rows as versions: a change without its row, or a row without its change, would
        // differ.
        QCOMPARE(end.audit, end.versions + others);
        QVERIFY(answered > ends);
    }
};

QTEST_GUILESS_MAIN(ServerKillsTest)
#include "kills_test.moc"
