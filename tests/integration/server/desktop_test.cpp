#include "core/backend/request_log.h"
#include "core/backend/rule_store.h"
#include "core/backend/verifier_feed.h"
#include "core/services/jobs/bulk_job.h"
#include "tests/integration/server/desktop_line.h"
#include "tests/support/served_vault.h"
#include "tests/support/test_vault.h"

#include <QSignalSpy>
#include <QTcpServer>

using namespace latchkey;

namespace {

/// Stands between the desktop and latchkeyd: keeps what went by, and can lose an answer.
class Wire : public QTcpServer {
public:
    quint16 behind = 0;
    QByteArray seen;          ///< what the desktop sent
    QByteArray loseAnswersTo; ///< requests that begin so reach the server, and their answers nobody

protected:
    void incomingConnection(qintptr handle) override {
        auto *in = new QTcpSocket(this);
        in->setSocketDescriptor(handle);
        auto *out = new QTcpSocket(in);
        out->connectToHost(QHostAddress::LocalHost, behind);
        connect(in, &QTcpSocket::readyRead, this, [this, in, out] {
            const QByteArray bytes = in->readAll();
            seen += bytes;
            if (!loseAnswersTo.isEmpty() && bytes.startsWith(loseAnswersTo))
                in->setProperty("lost", true);
            out->write(bytes);
        });
        connect(out, &QTcpSocket::readyRead, this, [in, out] {
            const QByteArray bytes = out->readAll();
            if (in->property("lost").toBool())
                return in->abort();
            in->write(bytes);
        });
        connect(out, &QTcpSocket::disconnected, in, [in] { in->disconnectFromHost(); });
        connect(in, &QTcpSocket::disconnected, in, &QObject::deleteLater);
    }
};

} // namespace

/// The desktop's side of a real latchkeyd: the use cases of the window over the line.
class DesktopRestTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    DaemonProcess m_daemon;
    std::shared_ptr<const SecretBytes> m_admin;
    SystemClock m_clock;
    Wire m_wire;

    [[nodiscard]] QString vault() const { return m_dir.filePath(QStringLiteral("v/rest.latchkey")); }

    struct Session {
        SessionStore secrets;
        ServerSession session;
        std::unique_ptr<KeyService> service;
        VaultBackend &vault() { return *session.backend; }
    };
    std::unique_ptr<Session> open(quint16 port) {
        auto s = std::make_unique<Session>();
        auto opened = waitFor(openRestVault(*parseServerAddress(url(port)), m_admin, m_clock, quick()));
        if (!opened)
            qFatal("no session: %d", static_cast<int>(opened.error().code));
        s->session = *opened;
        s->service =
            std::make_unique<KeyService>(*s->session.backend, s->secrets, m_clock, s->session.principal);
        return s;
    }
    [[nodiscard]] KeyConfig config(const QString &name) const {
        KeyConfig c;
        c.name = name;
        c.environment = Environment::Production;
        c.scopes = ScopeSet::parse(u"leads:read");
        c.expires = m_clock.now().plusDays(90);
        return c;
    }
    int gateway(const QByteArray &token, const QByteArray &path = "/leads") {
        return httpAsk(
                   m_daemon.port, "GET", "/v1/forward-auth",
                   {"X-Forwarded-Method: GET", "X-Forwarded-Uri: " + path, "Authorization: Bearer " + token})
            .status;
    }
    static QByteArray text(const SharedSecret &token) { return token->view().toByteArray(); }

private slots:
    void initTestCase() {
        m_admin = std::make_shared<SecretBytes>(SecretBytes::copyOf(initVault(vault())));
        QVERIFY(m_daemon.configure(ServedVault::plainConfig()));
        QVERIFY(m_daemon.start(vault()));
        m_wire.behind = m_daemon.port;
        QVERIFY(m_wire.listen(QHostAddress::LocalHost));
    }

    /// Time moves keys that nobody changes: a list by status is kept, but not for long.
    void aListByTimeGrowsOld() {
        FixedClock clock(m_clock.now());
        const auto opened =
            waitFor(openRestVault(*parseServerAddress(url(m_daemon.port)), m_admin, clock, quick()));
        QVERIFY(opened.has_value());
        VaultBackend &vault = *opened->backend;
        SessionStore secrets;
        KeyService service(vault, secrets, clock, opened->principal);
        KeyConfig c = config(QStringLiteral("Shortlived"));
        c.expires = m_clock.now().plusMs(4'000);
        QVERIFY(waitFor(service.create(c)).has_value());
        QTest::qWait(1'500); // the server tells of the new key
        KeyQuery q;
        q.filter = parseFilter(QStringLiteral("status:expired Shortlived"));
        const auto rows = [&] { return (*waitFor(vault.list(q)))->size(); };
        QCOMPARE(rows(), 0);
        QTRY_VERIFY(m_clock.now() > *c.expires);
        QCOMPARE(rows(), 0); // the one from before: nobody has changed anything
        clock.set(clock.now().plusMs(31'000));
        QCOMPARE(rows(), 1);
        waitFor(vault.rows({}));
    }

    /// The issue's own sentence: make a key, it works at the gateway; one click, and it doesn't; the desktop
    /// shows the request. And no token crosses the wire that the desktop made.
    void aKeyFromTheDesktopCounts() {
        auto s = open(m_wire.serverPort());
        const auto made = waitFor(s->service->create(config(QStringLiteral("CRM sync"))));
        QVERIFY(made);
        QTRY_COMPARE(gateway(text(made->token)), 200);
        QCOMPARE(gateway(text(made->token), "/admin"), 403);
        const auto off = waitFor(s->service->setActive(made->key, false));
        QVERIFY(off);
        QCOMPARE(off->state, KeyState::Inactive);
        QTRY_COMPARE(gateway(text(made->token)), 401);
        RequestLog *log = s->vault().requests();
        QVERIFY(log);
        RequestFilter refused;
        refused.keys = {made->key.id};
        refused.outcomes = {RequestOutcome::Unauthorized};
        QTRY_VERIFY(!waitFor(log->page(refused, 0, 50))->rows.isEmpty());
        const auto page = waitFor(log->page(refused, 0, 50));
        QCOMPARE(page->rows.first().code, std::optional(DecisionCode::Inactive));
        QCOMPARE(page->rows.first().path, QStringLiteral("/leads"));
        RequestFilter named; // the name stands in the vault, and no request has it
        named.words = {QStringLiteral("crm SYNC")};
        QVERIFY(!waitFor(log->page(named, 0, 50))->rows.isEmpty());
        named.terms = {{RequestTerm::Field::Key, true, made->key.id.toString()}};
        QVERIFY(waitFor(log->page(named, 0, 50))->rows.isEmpty());
        QVERIFY(!m_wire.seen.contains(text(made->token).last(20)));
        QVERIFY(m_wire.seen.contains("PUT /v1/keys/" + made->key.id.view().toByteArray()));
        // Kept here, shown again, and found by pasting it.
        QVERIFY(waitFor(s->service->keep(*off, made->token)));
        const auto shown = waitFor(s->service->reveal(*off, QStringLiteral("reveal")));
        QVERIFY(shown);
        QCOMPARE(text(*shown), text(made->token));
        QCOMPARE(waitFor(s->service->findByToken(made->token->clone()))->id, made->key.id);
        const auto again = waitFor(s->service->rotate(*off, 0));
        QVERIFY(!again || again->key.credentialId != made->key.credentialId);
        if (again) { // the copy that was kept is not the current one any more
            QCOMPARE(waitFor(s->service->reveal(again->key, QStringLiteral("reveal"))).error().code,
                     ErrorCode::KeychainMismatch);
        }
    }

    /// Who answers gateways, and that a revocation has come to them: the receipt over the line.
    void verifiersSayHowFarTheyAre() {
        auto s = open(m_daemon.port);
        VerifierFeed *feed = s->vault().verifiers();
        QVERIFY(feed);
        const auto made = waitFor(s->service->create(config(QStringLiteral("Followed"))));
        const auto gone = waitFor(s->service->revoke(made->key, QStringLiteral("left"), false));
        QVERIFY(gone);
        AuditQuery of;
        of.key = gone->id;
        const qint64 epoch = waitFor(s->vault().audit(of))->first().seq;
        QTRY_COMPARE(waitFor(feed->nodes())->nodes.size(), 1);
        QTRY_VERIFY(waitFor(feed->nodes())->nodes.first().epoch >= epoch);
        QVERIFY(waitFor(feed->nodes())->nodes.first().at.ms() >= made->key.createdAt.ms());
        // A window answers nobody, and a server gives no verifier away.
        QCOMPARE(waitFor(feed->load({})).error().code, ErrorCode::NotAllowed);
        QCOMPARE(waitFor(feed->changesSince(0)).error().code, ErrorCode::NotAllowed);
        QCOMPARE(waitFor(feed->confirm({})).error().code, ErrorCode::NotAllowed);
        QCOMPARE(waitFor(feed->leave(QStringLiteral("x"))).error().code, ErrorCode::NotAllowed);
    }

    /// Where the file of the server has rules, they hold, and a window sees that.
    void rulesOfTheFileHold() {
        auto s = open(m_daemon.port);
        const auto book = waitFor(s->vault().rules()->rules());
        QVERIFY(book);
        QVERIFY(book->fixed);
        QCOMPARE(book->fixed->size(), 2);
        QCOMPARE(book->fixed->first().path, QStringLiteral("/leads"));
        QCOMPARE(book->environment, std::optional(Environment::Production));
        QVERIFY(book->kept.rules.isEmpty());
    }

    void everyChangeOfAKey() {
        auto s = open(m_daemon.port);
        const auto made = waitFor(s->service->create(config(QStringLiteral("Every change"))));
        KeyConfig c = made->key.config;
        c.note = QStringLiteral("Ärger \"1\"\n2");
        c.limits.set(RatePeriod::Minute, 5'000);
        auto key = waitFor(s->service->edit(made->key, c));
        QVERIFY(key);
        QCOMPARE(key->config, c);
        KeyConfig mine = c;
        mine.note = QStringLiteral("of somebody who saw the first version");
        const auto stale = waitFor(s->service->edit(made->key, mine));
        QCOMPARE(stale.error().code, ErrorCode::Conflict);
        QCOMPARE(stale.error().params.value(QStringLiteral("changedBy")).toString(), s->session.me.name);
        const auto rotated = waitFor(s->service->rotate(*key, 3'600'000));
        QVERIFY(rotated);
        QVERIFY(rotated->key.old && rotated->key.old->until);
        QTRY_COMPARE(gateway(text(made->token)), 200);
        QTRY_COMPARE(gateway(text(rotated->token)), 200);
        key = waitFor(s->service->extendOld(rotated->key, std::nullopt));
        QVERIFY(key && key->old && !key->old->until);
        key = waitFor(s->service->stopOld(*key));
        QVERIFY(key);
        QTRY_COMPARE(gateway(text(made->token)), 401);
        key = waitFor(s->service->revoke(*key, QStringLiteral("left"), false));
        QCOMPARE(key->state, KeyState::Revoked);
        QCOMPARE(key->stateReason, QStringLiteral("left"));
        key = waitFor(s->service->restore(*key));
        QCOMPARE(key->state, KeyState::Active);
        key = waitFor(s->service->remove(*key));
        QCOMPARE(key->state, KeyState::Deleted);
        key = waitFor(s->service->restore(*key));
        key = waitFor(s->service->remove(*key));
        key = waitFor(s->service->purge(*key));
        QCOMPARE(key->state, KeyState::Purged);
        AuditQuery of;
        of.key = key->id;
        const auto log = waitFor(s->vault().audit(of));
        QCOMPARE(log->size(), 11);
        QCOMPARE(log->first().action, QStringLiteral("key.purge"));
        QCOMPARE(log->first().actor, s->session.me.name);
        QVERIFY(waitFor(s->vault().verifyAudit())->intact);
        KeyConfig bad = config(QStringLiteral("x"));
        bad.scopes = ScopeSet();
        QCOMPARE(waitFor(s->service->create(bad)).error().code, ErrorCode::InvalidInput);
    }

    void manyKeysAndAnotherWindow() {
        auto s = open(m_daemon.port), other = open(m_daemon.port);
        QSignalSpy told(&other->vault(), &VaultBackend::keysChanged);
        QList<NewKey> keys;
        for (int i = 0; i < 2'600; ++i)
            keys.append(s->service->planCreate(config(QStringLiteral("Many %1").arg(i)))->key);
        const auto made = waitFor(s->service->createMany(keys), 60'000);
        QVERIFY(made);
        QCOMPARE(made->size(), 2'600);
        QVERIFY(std::all_of(made->begin(), made->end(), [](const auto &r) { return r.has_value(); }));
        QTRY_VERIFY(!told.isEmpty());
        KeyQuery q;
        q.filter = parseFilter(QStringLiteral("many"));
        // The first rows come at once, the rest soon.
        const auto whole = [&] { return waitFor(other->vault().list(q)); };
        QTRY_COMPARE((*whole())->total(), 2'600);
        QTRY_VERIFY((*whole())->complete());
        const KeyListPtr list = *whole();
        QCOMPARE(list->positionOf(list->idAt(2'599)), 2'599);
        // A job of the window, over the line.
        BulkReport report;
        BulkJob::Task task;
        QList<KeyId> ids;
        for (const auto &r : *made)
            ids.append(r->id);
        task.keys = KeySource::of(ids);
        task.needed = [](const ApiKey &) { return true; };
        task.plan = [&](const ApiKey &k) { return s->service->planActive(k, false); };
        BulkJob job(*s->service, task);
        connect(&job, &BulkJob::reported, this, [&](const BulkReport &r) { report = r; });
        QSignalSpy over(&job, &Job::finished);
        job.start();
        QTRY_COMPARE_WITH_TIMEOUT(over.size(), 1, 60'000);
        QCOMPARE(report.done.size(), 2'600);
        const auto counts = waitFor(s->vault().counts(std::nullopt, {}));
        QVERIFY(counts->all >= 2'600);
        const auto inactive = [&] {
            const auto summary = waitFor(s->vault().summary(ids, m_clock.now()));
            return summary->states[static_cast<std::size_t>(KeyState::Inactive)];
        };
        QTRY_COMPARE(inactive(), 2'600); // once the server's index has followed
    }

    /// What was fetched stays: only the places of changed keys are asked for, and the list is the server's.
    void longListsAreKeptUpToDate() {
        auto s = open(m_wire.serverPort()), other = open(m_daemon.port);
        KeyQuery byName, active;
        byName.sort = {SortColumn::Name, Qt::AscendingOrder};
        active.filter = parseFilter(QStringLiteral("many status:active"));
        active.sort = {SortColumn::Created, Qt::DescendingOrder};
        const auto ids = [](VaultBackend &v, const KeyQuery &q) {
            QList<KeyId> all;
            KeyListPtr list;
            if (!QTest::qWaitFor(
                    [&] {
                        list = *waitFor(v.list(q));
                        return list->complete();
                    },
                    20'000))
                qFatal("no whole list");
            for (qsizetype i = 0; i < list->size(); ++i)
                all.append(list->idAt(i));
            return all;
        };
        QList<KeyId> names = ids(s->vault(), byName);
        ids(s->vault(), active);
        QVERIFY(names.size() >= 2'600);
        const auto asked = [this](const char *what) { return m_wire.seen.count(what); };
        qsizetype windows = 0;
        QSignalSpy told(&s->vault(), &VaultBackend::keysChanged);
        for (int turn = 0; turn < 12; ++turn) {
            told.clear();
            const auto key = waitFor(other->vault().rows({names[(turn * 997) % names.size()]}))->first();
            KeyConfig c = key.config;
            c.name = QStringLiteral("%1 many %2").arg(QChar(u'a' + turn * 2)).arg(turn);
            if (turn % 3 == 0)
                QVERIFY(waitFor(other->service->edit(key, c)));
            else if (turn % 3 == 1)
                QVERIFY(waitFor(other->service->setActive(key, key.state != KeyState::Active)));
            else
                QVERIFY(waitFor(other->service->create(c)));
            if (turn % 4 == 0)
                QVERIFY(waitFor(s->service->remove(waitFor(s->vault().rows({names[turn]}))->first())));
            QTRY_VERIFY(!told.isEmpty());
            // What another window reads that has nothing yet, once the server's own index has followed.
            QTRY_VERIFY2_WITH_TIMEOUT(
                [&] {
                    auto fresh = open(m_daemon.port);
                    names = ids(fresh->vault(), byName);
                    return ids(s->vault(), byName) == names &&
                           ids(s->vault(), active) == ids(fresh->vault(), active);
                }(),
                qPrintable(QString::number(turn)), 15'000);
            if (turn == 0) // the server has told of the many keys made at first by now: of too many to name
                windows = asked("GET /v1/keys/ids");
        }
        // More keys at once than an answer names elsewhere.
        QList<ApiKey> many;
        for (qsizetype from = 0; from < 2'400; from += 600)
            many += *waitFor(other->vault().rows(names.mid(from, 600)));
        const auto rename = [&](const ApiKey &k) {
            KeyConfig c = k.config;
            c.name = QStringLiteral("again many %1").arg(k.id.toString());
            return other->service->planEdit(k, c, QStringLiteral("key.edit"));
        };
        QVERIFY(waitFor(other->service->changeMany(many, rename), 60'000));
        const QList<KeyId> before = names;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                auto fresh = open(m_daemon.port);
                names = ids(fresh->vault(), byName);
                return names != before && ids(s->vault(), byName) == names;
            }(),
            30'000);
        QCOMPARE(asked("GET /v1/keys/ids"), windows); // nothing was fetched anew
        QVERIFY(asked("POST /v1/keys/positions") >= 12);
    }

    void cataloguesAndCustomers() {
        auto s = open(m_daemon.port), other = open(m_daemon.port);
        QSignalSpy told(&other->vault(), &VaultBackend::catalogueChanged);
        CatalogueDraft draft = s->vault().catalogue().draft();
        draft.name = QStringLiteral("Renamed");
        QVERIFY(waitFor(
            s->service->changeCatalogue(*Catalogue::fromDraft(draft), s->vault().catalogueVersion())));
        QTRY_COMPARE_WITH_TIMEOUT(other->vault().catalogue().name(), QStringLiteral("Renamed"), 20'000);
        QCOMPARE(other->vault().catalogueVersion(), s->vault().catalogueVersion());
        QCOMPARE(waitFor(s->service->changeCatalogue(*Catalogue::fromDraft(draft), 1)).error().code,
                 ErrorCode::Conflict);
        const auto acme =
            waitFor(s->service->saveCustomer({QStringLiteral("acme/1 ä"), QStringLiteral("Acme"), {}}));
        QVERIFY(acme);
        QCOMPARE(acme->version, 1);
        QCOMPARE(waitFor(other->vault().customersNamed({acme->id}))->first().name, QStringLiteral("Acme"));
        QVERIFY(waitFor(s->service->removeCustomer(*acme)));
        QVERIFY(waitFor(s->vault().customers())->isEmpty());
    }

    /// The server did it, and its answer got lost: found out, and never done twice.
    void lostAnswersAreResolved() {
        auto s = open(m_wire.serverPort());
        m_wire.loseAnswersTo = "PUT /v1/keys/";
        auto creating = s->service->create(config(QStringLiteral("Lost and found")));
        QTRY_VERIFY(m_wire.seen.contains("Lost and found"));
        m_wire.loseAnswersTo.clear();
        const auto made = waitFor(creating);
        QVERIFY(made);
        KeyQuery q;
        q.filter = parseFilter(QStringLiteral("\"Lost and found\""));
        QTRY_COMPARE((*waitFor(s->vault().list(q)))->size(), 1);

        m_wire.loseAnswersTo = "POST /v1/bulk/change";
        const auto off = waitFor(s->service->setActive(made->key, false));
        QVERIFY2(off, qPrintable(off ? QString() : QString::number(int(off.error().code))));
        QCOMPARE(off->version, made->key.version + 1); // once
        QCOMPARE(off->state, KeyState::Inactive);
        m_wire.loseAnswersTo.clear();
        AuditQuery of;
        of.key = made->key.id;
        QCOMPARE(waitFor(s->vault().audit(of))->size(), 2);
    }

    /// Whether rules can be added is known before anybody looks at them.
    void rulesOfAFileAreKnownAhead() {
        auto s = open(m_wire.serverPort());
        QTRY_VERIFY(s->vault().rules()->areFixed());
    }

    void withoutTheServerWhatWasSeenStays() {
        auto s = open(m_wire.serverPort());
        const auto made = waitFor(s->service->create(config(QStringLiteral("Seen before"))));
        KeyQuery q;
        q.filter = parseFilter(QStringLiteral("\"Seen before\""));
        QTRY_COMPARE((*waitFor(s->vault().list(q)))->size(), 1);
        QSignalSpy gone(&s->vault(), &VaultBackend::troubled), back(&s->vault(), &VaultBackend::recovered);
        const quint16 port = m_wire.serverPort();
        m_wire.close();
        const QList<QTcpSocket *> open = m_wire.findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly);
        for (QTcpSocket *socket : open)
            socket->abort();
        QTRY_VERIFY(!gone.isEmpty());
        QVERIFY(s->vault().silence()); // for whoever comes later
        QVERIFY(s->vault().silence()->heard >= made->key.createdAt.plusMs(-60'000));
        const auto list = waitFor(s->vault().list(q));
        QVERIFY(list);
        QCOMPARE((*list)->size(), 1);
        QCOMPARE(waitFor(s->vault().rows({made->key.id}))->first().config.name,
                 QStringLiteral("Seen before"));
        const auto off = waitFor(s->service->setActive(made->key, false));
        QCOMPARE(off.error().code, ErrorCode::Unreachable); // nothing waits to be done later
        QVERIFY(m_wire.listen(QHostAddress::LocalHost, port));
        QTRY_VERIFY_WITH_TIMEOUT(!back.isEmpty(), 15'000);
        QVERIFY(!s->vault().silence());
        QCOMPARE(waitFor(s->vault().rows({made->key.id}))->first().state, KeyState::Active);
    }

    void cleanupTestCase() { QCOMPARE(m_daemon.stop(), 0); }
};

QTEST_GUILESS_MAIN(DesktopRestTest)
#include "desktop_test.moc"
