#include "core/backend/verifier_feed.h"
#include "core/model/futures.h"
#include "core/storage/postgres/postgres_rates.h"
#include "core/storage/postgres/postgres_vault.h"
#include "tests/support/postgres_proxy.h"
#include "tests/support/private_postgres.h"
#include "tests/support/test_vault.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace latchkey;

/// PostgreSQL goes away, comes back, stands still, or is somebody else's.
class PostgresFaultTest : public QObject {
    Q_OBJECT

    PrivatePostgres m_server{
        {QStringLiteral("log_statement=all"), QStringLiteral("log_min_duration_statement=0")}};
    FixedClock m_clock{Instant(1'767'225'600'000)};
    QString m_database;

    Result<std::shared_ptr<VaultBackend>> tryOpen(PostgresOptions o = {}) {
        o.actor = QStringLiteral("Ana");
        return waitFor(openPostgresVault(m_server.uri(m_database), o, m_clock), 60'000);
    }
    std::shared_ptr<VaultBackend> open(const PostgresOptions &o = {}) {
        auto opened = tryOpen(o);
        if (!opened)
            qFatal("not opened: %d", static_cast<int>(opened.error().code));
        return *opened;
    }
    static KeyId id(int n) {
        return *KeyId::fromString(QStringLiteral("key%1").arg(n, 9, 10, QLatin1Char('0')));
    }
    NewKey newKey(int n) const {
        NewKey k;
        k.id = id(n);
        k.verifier = QByteArray(32, 'v');
        k.config.name = QStringLiteral("Key %1").arg(n);
        k.actor = {QStringLiteral("Ana")};
        k.at = m_clock.now();
        return k;
    }
    KeyChange note(const ApiKey &key, const QString &text) const {
        KeyChange c;
        c.id = key.id;
        c.expectedVersion = key.version;
        c.action = QStringLiteral("key.edit");
        c.config = key.config;
        c.config->note = text;
        c.actor = {QStringLiteral("Ben")};
        c.at = m_clock.now();
        return c;
    }
    QString through(const PostgresProxy &proxy) const {
        return m_server.uri(m_database)
            .replace(QString::fromLatin1(QUrl::toPercentEncoding(m_server.folder())),
                     QString::fromLatin1(QUrl::toPercentEncoding(proxy.folder())));
    }
    static PostgresOptions hasty() {
        PostgresOptions o;
        o.times = {1'500, 1'000, 4'000};
        return o;
    }

private slots:
    void init() { m_database = m_server.newDatabase(); }

    void firstOpensAtOnce() {
        QList<QFuture<Result<std::shared_ptr<VaultBackend>>>> all;
        for (int i = 0; i < 8; ++i)
            all.append(openPostgresVault(m_server.uri(m_database), {}, m_clock));
        QSet<QString> ids;
        QList<std::shared_ptr<VaultBackend>> open;
        for (const auto &f : std::as_const(all)) {
            const auto opened = waitFor(f);
            QVERIFY2(opened.has_value(),
                     qPrintable(opened
                                    ? QString()
                                    : QString::number(static_cast<int>(opened.error().code)) + u' ' +
                                          opened.error().params.value(QStringLiteral("reason")).toString()));
            ids.insert((*opened)->info().id);
            open.append(*opened);
        }
        QCOMPARE(ids.size(), 1);
        QCOMPARE(waitFor(open.first()->audit({}))->size(), 1);
    }

    void whatIsNotOursIsLeftAlone() {
        PostgresOptions o;
        o.create = false;
        QCOMPARE(tryOpen(o).error().code, ErrorCode::NotFound);
        QCOMPARE(m_server.sql(m_database,
                              QStringLiteral("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")),
                 QStringLiteral("0"));
        m_server.sql(m_database, QStringLiteral("CREATE TABLE keys (id int)"));
        QCOMPARE(tryOpen().error().code, ErrorCode::NotAVault);
        QCOMPARE(m_server.sql(m_database,
                              QStringLiteral("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")),
                 QStringLiteral("1"));
        m_server.sql(m_database, QStringLiteral("DROP TABLE keys"));
        open();
        m_server.sql(m_database, QStringLiteral("UPDATE latchkey_schema SET version = 99"));
        const auto newer = tryOpen();
        QCOMPARE(newer.error().code, ErrorCode::SchemaTooNew);
        QCOMPARE(newer.error().params.value(QStringLiteral("found")).toInt(), 99);
        m_database = QStringLiteral("nowhere");
        QCOMPARE(tryOpen().error().code, ErrorCode::NotFound);
    }

    void anOlderSchemaIsBroughtUpToDate() {
        open();
        m_server.sql(
            m_database,
            QStringLiteral(
                "DROP TABLE principals, repeatable, rate_use; UPDATE latchkey_schema SET version = 1"));
        open();
        QCOMPARE(m_server.sql(m_database, QStringLiteral("SELECT version FROM latchkey_schema")),
                 QStringLiteral("3"));
        QCOMPARE(m_server.sql(m_database, QStringLiteral("SELECT count(*) FROM principals")),
                 QStringLiteral("0"));
    }

    void aUserWhoMayOnlyRead() {
        const auto vault = open();
        QVERIFY(waitFor(vault->create(newKey(1))).has_value());
        m_server.sql(
            m_database,
            QStringLiteral("DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN; GRANT SELECT ON ALL "
                           "TABLES IN SCHEMA public TO reader"));
        QString uri = m_server.uri(m_database);
        uri.replace(QStringLiteral("user=app"), QStringLiteral("user=reader"));
        const auto opened = waitFor(openPostgresVault(uri, {}, m_clock));
        QVERIFY(opened.has_value());
        QVERIFY((*opened)->info().readOnly);
        QCOMPARE(waitFor((*opened)->rows({id(1)}))->size(), 1);
        QCOMPARE(waitFor((*opened)->create(newKey(2))).error().code, ErrorCode::ReadOnly);
    }

    void noServerAndNoTls() {
        const auto none = waitFor(openPostgresVault(
            QStringLiteral("postgresql://ana:sesame@127.0.0.1:1/keys?connect_timeout=2"), {}, m_clock));
        QCOMPARE(none.error().code, ErrorCode::Unreachable);
        QVERIFY(!none.error().params.value(QStringLiteral("reason")).toString().isEmpty());
        for (const QVariant &v : none.error().params)
            QVERIFY(!v.toString().contains(QStringLiteral("sesame")));
        QCOMPARE(
            waitFor(openPostgresVault(QStringLiteral("postgresql://ana@h/k?sslmode=prefer"), {}, m_clock))
                .error()
                .code,
            ErrorCode::InvalidInput);
    }

    void everyConnectionIsCut() {
        const auto vault = open();
        const ApiKey key = *waitFor(vault->create(newKey(1)));
        QSignalSpy troubled(vault.get(), &VaultBackend::troubled);
        for (int round = 0; round < 3; ++round) {
            m_server.sql(m_database,
                         QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                                        "application_name = 'latchkey' AND datname = current_database()"));
            // Each finds its connection lost, makes another and goes on.
            const ApiKey now = waitFor(vault->rows({id(1)}))->first();
            QCOMPARE(waitFor(vault->change(note(now, QString::number(round))))->version, 2 + round);
        }
        // It listens again: another one's change comes by itself.
        const auto other = open();
        QSignalSpy moved(vault->verifiers(), &VerifierFeed::moved);
        QVERIFY(waitFor(other->create(newKey(2))).has_value());
        QTRY_VERIFY(!moved.isEmpty());
        QCOMPARE(key.version, 1);
    }

    void serverCrashesAndComesBack() {
        const auto vault = open(hasty());
        const ApiKey key = *waitFor(vault->create(newKey(1)));
        QSignalSpy troubled(vault.get(), &VaultBackend::troubled),
            recovered(vault.get(), &VaultBackend::recovered);
        m_server.crash();
        const Error change = waitFor(vault->change(note(key, QStringLiteral("gone")))).error(),
                    question = waitFor(vault->rows({id(1)})).error();
        QCOMPARE(change.code, ErrorCode::Unreachable);
        QVERIFY(change.params.value(QStringLiteral("change")).toBool()); // "Nothing was changed"
        QCOMPARE(question.code, ErrorCode::Unreachable);
        QVERIFY(!question.params.contains(QStringLiteral("change")));
        QTRY_VERIFY(!troubled.isEmpty());
        QVERIFY(m_server.start());
        QTRY_VERIFY_WITH_TIMEOUT(!recovered.isEmpty(), 15'000);
        QTRY_COMPARE_WITH_TIMEOUT(waitFor(vault->rows({id(1)})).has_value(), true, 15'000);
        const auto changed = waitFor(vault->change(note(key, QStringLiteral("back"))));
        QCOMPARE(changed->version, 2);
        QVERIFY(waitFor(vault->verifyAudit())->intact);
    }

    void serverStandsStill() {
        const auto vault = open(hasty());
        const ApiKey key = *waitFor(vault->create(newKey(1)));
        m_server.stop();
        QElapsedTimer time;
        time.start();
        const auto rows = waitFor(vault->rows({id(1)}));
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, ErrorCode::Unreachable);
        QVERIFY(time.elapsed() < 15'000);
        m_server.resume();
        QTRY_VERIFY_WITH_TIMEOUT(waitFor(vault->rows({id(1)})).has_value(), 15'000);
        const auto changed = waitFor(vault->change(note(key, QStringLiteral("on"))));
        QVERIFY(changed.has_value());
        QCOMPARE(changed->version, 2);
    }

    /// The server is killed at random moments while changes are written. Afterwards each change was made once
    /// or not at all, as its answer said; of one without an answer the log knows.
    void commitsWithoutAnAnswer() {
        const auto vault = open(hasty());
        ApiKey key = *waitFor(vault->create(newKey(1)));
        int done = 0, refused = 0, unknown = 0, n = 0;
        for (int round = 0; round < 8; ++round) {
            QList<QFuture<Result<ApiKey>>> some;
            for (int i = 0; i < 30; ++i) {
                KeyChange c = note(key, QStringLiteral("change %1").arg(n++));
                c.expectedVersion = key.version + i; // as if each before it goes well
                some.append(vault->change(c));
            }
            QThread::msleep(
                static_cast<unsigned long>(round % 6)); // another moment of the same work each time
            m_server.sql(m_database,
                         QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                                        "application_name = 'latchkey' AND datname = current_database()"));
            for (const auto &f : std::as_const(some)) {
                const auto answer = waitFor(f);
                done += answer ? 1 : 0;
                refused += !answer && answer.error().code != ErrorCode::Unanswered ? 1 : 0;
                unknown += !answer && answer.error().code == ErrorCode::Unanswered ? 1 : 0;
            }
            key = waitFor(vault->rows({id(1)}))->first();
        }
        QCOMPARE(unknown, 0); // the server was there to be asked
        QCOMPARE(key.version, 1 + done);
        const auto check = waitFor(vault->verifyAudit());
        QVERIFY(check->intact);
        QCOMPARE(check->rows, 2 + done);
        QVERIFY(done > 0);
    }

    /// Nobody knows whether it was done: done again, what goes back would go back twice, and more would pass
    /// than the limit.
    void aSettlementWithoutAnswerIsNotRepeated() {
        (void)open(); // makes the tables
        PostgresProxy proxy(m_server.folder());
        const auto rates = openPostgresRates(through(proxy), m_clock);
        RateLimits ten;
        ten.set(RatePeriod::Day, 10);
        const auto available = [&](qint64 used) -> Result<qint64> {
            const auto settled = waitFor(rates->settle({{id(1), ten, used, 0}}));
            return settled ? Result<qint64>(settled->grants.first().available[3]) : fail(settled.error());
        };
        QCOMPARE(*available(8), 2);
        proxy.cut(PostgresProxy::Cut::AfterCommit, true);
        const auto lost = available(-3);
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, ErrorCode::Unanswered);
        QTRY_COMPARE(available(0).value_or(-1), 5);
    }

    /// The proxy lives on this thread: if opening waited here for one reader, nobody would let it through.
    void whicheverReaderIsThereFirst() {
        open();
        PostgresProxy proxy(m_server.folder());
        for (int slow = 0; slow < 3; ++slow) { // the writer, then a reader or the other
            proxy.delayOne(slow);
            QVERIFY(waitFor(openPostgresVault(through(proxy), {}, m_clock), 60'000).has_value());
        }
    }

    /// Only the answer is lost, or the question, or both ways for good.
    void theLineIsCutAtTheCommit() {
        PostgresProxy proxy(m_server.folder());
        const QString uri = through(proxy);
        const auto watcher = open();
        auto opened = waitFor(openPostgresVault(uri, hasty(), m_clock));
        for (int i = 0; i < 10 && !opened; ++i) // its deadlines are short for a machine that is busy
            opened = waitFor(openPostgresVault(uri, hasty(), m_clock));
        QVERIFY(opened.has_value());
        VaultBackend &vault = **opened;
        QVERIFY(waitFor(vault.create(newKey(1))).has_value());
        proxy.cut(PostgresProxy::Cut::AfterCommit, true);
        QVERIFY(waitFor(vault.create(newKey(2))).has_value()); // asked for again: it was done
        QCOMPARE(proxy.cuts(), 1);
        QCOMPARE(waitFor(watcher->rows({id(2)}))->size(), 1);
        proxy.cut(PostgresProxy::Cut::BeforeCommit, true);
        QVERIFY(waitFor(vault.create(newKey(3))).has_value()); // it was not, and is made now
        QCOMPARE(proxy.cuts(), 2);
        proxy.cut(PostgresProxy::Cut::AfterCommit, false);
        QCOMPARE(waitFor(vault.create(newKey(4))).error().code, ErrorCode::Unanswered); // nobody to ask
        QCOMPARE(proxy.cuts(), 3);
        proxy.open();
        QTRY_VERIFY_WITH_TIMEOUT(waitFor(vault.rows({id(4)})).has_value(), 10'000);
        QCOMPARE(waitFor(vault.rows({id(4)}))->size(), 1); // looked again
        const auto check = waitFor(watcher->verifyAudit());
        QVERIFY(check->intact);
        QCOMPARE(check->rows, 5); // each once
    }

    void fiftyClientsLoseNoUpdate() {
        QList<std::shared_ptr<VaultBackend>> nodes;
        for (int i = 0; i < 5; ++i)
            nodes.append(open());
        QVERIFY(waitFor(nodes.first()->create(newKey(1))).has_value());
        constexpr int Clients = 50, Edits = 4;
        int made = 0, conflicts = 0, finished = 0;
        std::function<void(int, int)> edit = [&](int client, int left) {
            VaultBackend &node = *nodes[client % nodes.size()];
            if (left == 0) {
                ++finished;
                return;
            }
            node.rows({id(1)}) | then(&node, [&, client, left](const Result<QList<ApiKey>> &rows) {
                KeyChange c = note(rows->first(), {});
                c.config->note = QString::number(rows->first().config.note.toInt() + 1); // each edit adds one
                nodes[client % nodes.size()]->change(c) |
                    then(nodes[client % nodes.size()].get(),
                         [&, client, left](const Result<ApiKey> &changed) {
                             made += changed ? 1 : 0;
                             conflicts += !changed && changed.error().code == ErrorCode::Conflict ? 1 : 0;
                             edit(client, changed ? left - 1 : left);
                         });
            });
        };
        for (int i = 0; i < Clients; ++i)
            edit(i, Edits);
        QTRY_COMPARE_WITH_TIMEOUT(finished, Clients, 60'000);
        QCOMPARE(made, Clients * Edits);
        const ApiKey key = waitFor(nodes.first()->rows({id(1)}))->first();
        QCOMPARE(key.config.note.toInt(), Clients * Edits);
        QCOMPARE(key.version, 1 + Clients * Edits);
        QVERIFY(conflicts > 0);
        QVERIFY(waitFor(nodes.last()->verifyAudit())->intact);
    }

    void notificationsAreLost() {
        PostgresOptions deaf;
        deaf.listen = false;
        const auto vault = open(deaf), other = open();
        const ApiKey key = *waitFor(other->create(newKey(1)));
        KeyQuery revoked;
        revoked.filter.smart = SmartFilter::Revoked;
        KeyChange c = note(key, {});
        c.config.reset();
        c.state = KeyState::Revoked;
        QVERIFY(waitFor(other->change(c)).has_value());
        QTRY_COMPARE_WITH_TIMEOUT((*waitFor(vault->list(revoked)))->size(), 1, 2'000);
        QCOMPARE(waitFor(vault->verifiers()->changesSince(2))->keys.first().key.state, KeyState::Revoked);
    }

    /// A writer that stands still in the middle keeps nobody out for longer than its time.
    void aStoppedWriterIsPutOut() {
        const auto vault = open(hasty());
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("holder"));
            const auto address = *parsePostgresAddress(m_server.uri(m_database));
            db.setHostName(address.host);
            db.setDatabaseName(address.database);
            db.setUserName(address.user);
            QVERIFY(db.open());
            for (const char *s :
                 {"SET idle_in_transaction_session_timeout = 1500", "BEGIN",
                  "SELECT pg_advisory_xact_lock(hashtext('latchkey/' || current_schema()), 1)"}) {
                QSqlQuery q(db);
                QVERIFY(q.exec(QLatin1StringView(s)));
            }
            QCOMPARE(waitFor(vault->create(newKey(1))).error().code, ErrorCode::Busy);
            bool made = false;
            QTRY_VERIFY_WITH_TIMEOUT((made = made || waitFor(vault->create(newKey(1))).has_value()), 10'000);
        }
        QSqlDatabase::removeDatabase(QStringLiteral("holder"));
    }

    /// The server logs every statement here, with its values: none of them may be a secret.
    void nothingSecretInTheServersLog() {
        const auto vault = open();
        SessionStore secrets;
        KeyService service(*vault, secrets, m_clock, Principal{QStringLiteral("Ana"), true, true, {}});
        KeyConfig config;
        config.name = QStringLiteral("Canary");
        config.scopes = ScopeSet::parse(u"leads:read");
        const auto made = waitFor(service.create(config));
        QVERIFY(made.has_value());
        const auto rotated = waitFor(service.rotate(made->key, 1000));
        QVERIFY(rotated.has_value());
        const QString log = m_server.log();
        QVERIFY(log.contains(QStringLiteral("Canary")));
        for (const SharedSecret &token : {made->token, rotated->token}) {
            const QByteArray secret = token->view().toByteArray().right(38); // behind the public part
            QVERIFY(!log.toUtf8().contains(secret.left(32)));
        }
    }
};

QTEST_GUILESS_MAIN(PostgresFaultTest)
#include "postgres_test.moc"
