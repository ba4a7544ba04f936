#include "core/backend/request_log.h"
#include "core/policy/policy.h"
#include "core/services/request_names.h"
#include "core/services/request_recorder.h"
#include "core/storage/requests/request_file.h"
#include "core/storage/requests/stored_request_log.h"
#include "tests/support/test_vault.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <algorithm>
#include <numeric>

using namespace latchkey;

namespace {

const Instant now(1'800'000'000'000);

KeyId id(int n) {
    return *KeyId::fromString(QStringLiteral("k%1").arg(n, 11, 10, QLatin1Char('0')));
}

QList<RequestRecord> some(int count, quint32 seed = 1) {
    QRandomGenerator r(seed);
    QList<RequestRecord> rows;
    for (int i = 0; i < count; ++i) {
        RequestRecord q;
        q.at = now.plusMs(-r.bounded(40 * 24) * 3'600'000LL - r.bounded(3'600'000));
        q.outcome = AllRequestOutcomes[static_cast<std::size_t>(r.bounded(5))];
        q.status = std::array{200, 401, 403, 429, 500}[static_cast<std::size_t>(q.outcome)];
        q.method =
            QString::fromLatin1(std::array{"GET", "POST", "DELETE"}[static_cast<std::size_t>(r.bounded(3))]);
        q.path = QStringLiteral("/v1/leads/%1").arg(r.bounded(100));
        q.scope = r.bounded(2) ? QStringLiteral("leads:read") : QString();
        if (r.bounded(10))
            q.key = id(r.bounded(5));
        q.credential = q.key;
        if (r.bounded(8))
            q.environment = static_cast<Environment>(r.bounded(3));
        q.customer = r.bounded(3) ? QString() : QStringLiteral("Acme");
        q.ip = QStringLiteral("10.0.0.%1").arg(r.bounded(9));
        q.userAgent = QStringLiteral("agent/%1").arg(r.bounded(4));
        if (r.bounded(2))
            q.durationUs = r.bounded(100'000);
        rows.append(q);
    }
    return rows;
}

QList<RequestRecord> everything(RequestLog &log, const RequestFilter &f, int limit = 50) {
    QList<RequestRecord> all;
    qint64 before = 0;
    do {
        const auto page = waitFor(log.page(f, before, limit));
        if (!page)
            qFatal("no page");
        all.append(page->rows);
        before = page->next;
    } while (before != 0);
    return all;
}

/// The same without what the file adds.
QList<RequestRecord> plain(QList<RequestRecord> rows) {
    for (RequestRecord &r : rows)
        r.seq = 0;
    std::sort(rows.begin(), rows.end(), [](const RequestRecord &a, const RequestRecord &b) {
        return std::tuple(a.at, a.path, a.ip, a.userAgent) < std::tuple(b.at, b.path, b.ip, b.userAgent);
    });
    return rows;
}

} // namespace

class RequestLogTest : public QObject {
    Q_OBJECT
private slots:
    void anEmptyLogAnswers() {
        const QTemporaryDir dir;
        StoredRequestLog log(std::make_unique<FileRequests>(dir.filePath(QStringLiteral("v")), false));
        QCOMPARE(waitFor(log.page({}, 0, 10))->rows.size(), 0);
        QCOMPARE(waitFor(log.count({}))->rows, 0);
        QVERIFY(waitFor(log.usage({id(1)}, now, 7))->isEmpty()); // not known is not the same as none
        QVERIFY(!QFileInfo::exists(dir.filePath(QStringLiteral("v.requests"))));
    }

    /// Every field comes back, and every filter agrees with a plain reference, also after closing.
    void agreesWithAReference() {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("v"));
        const QList<RequestRecord> rows = some(3000);
        auto log = std::make_unique<StoredRequestLog>(std::make_unique<FileRequests>(path, false));
        QVERIFY(waitFor(log->append(rows.mid(0, 1000))));
        QVERIFY(waitFor(log->append(rows.mid(1000))));
        QCOMPARE(plain(everything(*log, {})), plain(rows));
        log = std::make_unique<StoredRequestLog>(std::make_unique<FileRequests>(path, false));
        const auto all = everything(*log, {}, 777);
        QCOMPARE(plain(all), plain(rows));
        QVERIFY(std::is_sorted(all.begin(), all.end(),
                               [](const RequestRecord &a, const RequestRecord &b) { return a.seq > b.seq; }));
        const auto expect = [&](const RequestFilter &f, auto holds, const char *what) {
            QList<RequestRecord> wanted;
            std::copy_if(rows.begin(), rows.end(), std::back_inserter(wanted), holds);
            QVERIFY2(plain(everything(*log, f)) == plain(wanted), what);
            const auto count = waitFor(log->count(f));
            QVERIFY(count && count->exact);
            QCOMPARE(count->rows, wanted.size());
            QVERIFY2(!wanted.isEmpty(), what);
            // Without a log it is the same.
            QVERIFY2(std::all_of(rows.begin(), rows.end(),
                                 [&](const RequestRecord &r) { return matches(r, f) == holds(r); }),
                     what);
        };
        using R = const RequestRecord &;
        RequestFilter f;
        f.outcomes = {RequestOutcome::Forbidden, RequestOutcome::RateLimited};
        expect(
            f, [](R r) { return r.status == 403 || r.status == 429; }, "outcomes");
        f.keys = {id(1), id(3)};
        expect(
            f, [](R r) { return (r.key == id(1) || r.key == id(3)) && (r.status == 403 || r.status == 429); },
            "keys and outcomes");
        f = {};
        f.environment = Environment::Staging;
        expect(
            f, [](R r) { return r.environment == Environment::Staging; }, "environment");
        f.from = now.plusMs(-7 * 86'400'000LL - 1234);
        f.to = now.plusMs(-86'400'000LL - 999);
        expect(
            f, [&](R r) { return r.environment == Environment::Staging && r.at >= *f.from && r.at < *f.to; },
            "time");
        const auto typed = [&](const char *text, auto holds) {
            expect(parseRequestSearch(QString::fromLatin1(text)).filter, holds, text);
        };
        typed("method:get", [](R r) { return r.method == QStringLiteral("GET"); });
        typed("-method:get path:LEADS/7", [](R r) {
            return r.method != QStringLiteral("GET") && r.path.contains(QStringLiteral("leads/7"));
        });
        typed("ip:10.0.0.3 status:429",
              [](R r) { return r.ip == QStringLiteral("10.0.0.3") && r.status == 429; });
        typed("agent:AGENT/2", [](R r) { return r.userAgent == QStringLiteral("agent/2"); });
        typed("customer:acme scope:leads:read",
              [](R r) { return r.customer == QStringLiteral("Acme") && !r.scope.isEmpty(); });
        typed("acme", [](R r) { return r.customer == QStringLiteral("Acme"); });
        typed("outcome:rejected env:prod",
              [](R r) { return isRejection(r.outcome) && r.environment == Environment::Production; });
        typed("-outcome:allowed -outcome:failed", [](R r) { return isRejection(r.outcome); });
        typed("-outcome:denied", [](R r) { return !isRejection(r.outcome); });
        typed("outcome:denied -outcome:forbidden", [](R r) { return r.status == 401 || r.status == 429; });
        typed("-env:prod", [](R r) { return r.environment != Environment::Production; });
        typed("-env:none method:get",
              [](R r) { return r.environment.has_value() && r.method == QStringLiteral("GET"); });
        typed("env:prod env:none",
              [](R r) { return !r.environment || r.environment == Environment::Production; });
        typed("-key:k00000000002 -key:k00000000099", [](R r) { return r.key != id(2); });
        typed("key:k00000000002 -env:staging -outcome:failed", [](R r) {
            return r.key == id(2) && r.environment != Environment::Staging &&
                   r.outcome != RequestOutcome::Failed;
        });
        typed("-ip:99.9.9.9", [](R) { return true; });
        for (const char *text : {"outcome:allowed -outcome:allowed", "env:dev -env:development"})
            QCOMPARE(everything(*log, parseRequestSearch(QString::fromLatin1(text)).filter).size(), 0);
        f = {};
        f.words = {QStringLiteral("sync"), QStringLiteral("leads")}; // one is only in the name of a key
        f.named.insert(QStringLiteral("sync"), {id(2), id(99)});
        expect(
            f, [](R r) { return r.key == id(2); }, "a name");
        QCOMPARE(everything(*log, parseRequestSearch(QStringLiteral("ip:99.9.9.9")).filter).size(), 0);
        QCOMPARE(everything(*log, parseRequestSearch(QStringLiteral("100%")).filter).size(), 0);
    }

    /// As in a search of keys: searched for as text, and what may have been meant is named.
    void mistypedSearches() {
        const RequestSearch search =
            parseRequestSearch(QStringLiteral("outcom:denied -evn:prod status:abc -outcome:none -outcome:"));
        QStringList said;
        for (const FilterProblem &p : search.problems)
            said.append(p.code + u' ' + (p.field.isEmpty() ? p.word : p.field) + u' ' + p.nearest);
        QCOMPARE(said,
                 QStringList({QStringLiteral("unknownField outcom outcome"),
                              QStringLiteral("unknownField evn env"), QStringLiteral("badValue status:abc "),
                              QStringLiteral("badValue -outcome:none ")}));
        QCOMPARE(search.filter.words,
                 QStringList({QStringLiteral("outcom:denied"), QStringLiteral("-evn:prod")}));
        QVERIFY(search.filter.terms.isEmpty());
    }

    /// By the name alone, whatever the case; the log still tells of deleted keys.
    void namesOfKeysAreLookedUp() {
        TestVault v(now);
        v.open();
        const auto made = [&](const char *name) {
            KeyConfig c = v.config(QLatin1StringView(name));
            c.owner = QStringLiteral("sync@example.com");
            return waitFor(v.service->create(c))->key;
        };
        const ApiKey crm = made("CRM Sync"), other = made("Other"), gone = made("Old sync");
        QVERIFY(waitFor(v.backend->change(*v.service->planRemove(gone))));
        const RequestSearch search =
            parseRequestSearch(QStringLiteral("SYNC key:other -key:\"old sync\" key:nobody"));
        QCOMPARE(namesIn(search).size(), 4);
        const auto look = [&] { return *waitFor(keysNamed(*v.backend, namesIn(search))); };
        QTRY_COMPARE(look().keys.value(QStringLiteral("SYNC")).size(), 2);
        const NamedKeys found = look();
        QVERIFY(!found.cut);
        const RequestFilter f = withKeys(search.filter, search, found);
        QCOMPARE(f.keys, QList<KeyId>{other.id});
        QVERIFY(f.named.value(QStringLiteral("SYNC")).contains(crm.id));
        QVERIFY(f.named.value(QStringLiteral("SYNC")).contains(gone.id));
        QCOMPARE(f.terms, (QList<RequestTerm>{{RequestTerm::Field::Key, true, gone.id.toString()}}));
        const RequestSearch nobody = parseRequestSearch(QStringLiteral("key:nobody"));
        const auto none = waitFor(keysNamed(*v.backend, namesIn(nobody)));
        QCOMPARE(withKeys({}, nobody, *none).keys.size(), 1); // which no request has
    }

    void chartsAddUp() {
        const QTemporaryDir dir;
        StoredRequestLog log(std::make_unique<FileRequests>(dir.filePath(QStringLiteral("v")), false));
        const QList<RequestRecord> rows = some(2000);
        QVERIFY(waitFor(log.append(rows)));
        const auto sum = [](const RequestChart &c) {
            qint64 n = 0;
            for (const ChartBar &b : c.bars)
                n = std::accumulate(b.counts.begin(), b.counts.end(), n);
            return n;
        };
        const Instant from = now.plusDays(-41), to = now.plusMs(1);
        QCOMPARE(sum(*waitFor(log.chart({}, from, to, 24))), rows.size());
        RequestFilter f;
        f.keys = {id(2)};
        f.outcomes = {RequestOutcome::Allowed};
        const auto chart = waitFor(log.chart(f, from, to, 1));
        QCOMPARE(sum(*chart), std::count_if(rows.begin(), rows.end(), [](const RequestRecord &r) {
                     return r.key == id(2) && r.outcome == RequestOutcome::Allowed;
                 }));
        for (const ChartBar &b : chart->bars)
            QCOMPARE(b.from.ms() % 3'600'000, 0);
        const auto notAllowed = waitFor(
            log.chart(parseRequestSearch(QStringLiteral("-outcome:allowed -env:none")).filter, from, to, 24));
        QVERIFY(notAllowed->wholeFilter);
        QCOMPARE(sum(*notAllowed), std::count_if(rows.begin(), rows.end(), [](const RequestRecord &r) {
                     return r.environment && r.outcome != RequestOutcome::Allowed;
                 }));
        f.words = {QStringLiteral("x")};
        QVERIFY(!waitFor(log.chart(f, from, to, 1))->wholeFilter);
        const auto usage = waitFor(log.usage({id(2), id(99)}, now, 7));
        QCOMPARE(usage->value(id(2)).size(), 7);
        QCOMPARE(usage->value(id(99)), QList<qint64>(7, 0));
        const QList<qint64> week = usage->value(id(2));
        const qint64 hour = now.ms() / 3'600'000 + 1;
        for (qsizetype d = 0; d < 7; ++d)
            QCOMPARE(week[d], std::count_if(rows.begin(), rows.end(), [&](const RequestRecord &r) {
                         const qint64 first = hour - (7 - d) * 24, at = r.at.ms() / 3'600'000;
                         return r.key == id(2) && at >= first && at < first + 24;
                     }));
        QVERIFY(std::accumulate(week.begin(), week.end(), 0LL) > 0);
    }

    void smartQuestions() {
        const QTemporaryDir dir;
        StoredRequestLog log(std::make_unique<FileRequests>(dir.filePath(QStringLiteral("v")), false));
        QList<RequestRecord> rows;
        const auto add = [&](int key, RequestOutcome o, int count, Instant at) {
            RequestRecord r;
            r.key = id(key);
            r.outcome = o;
            r.at = at;
            r.scope = QStringLiteral("leads:read");
            rows.append(QList<RequestRecord>(count, r));
        };
        const Instant today = now.plusMs(-3'600'000), week = now.plusDays(-4);
        add(1, RequestOutcome::Allowed, 90, today);
        add(1, RequestOutcome::RateLimited, 10, today); // a tenth
        add(2, RequestOutcome::Allowed, 91, today);
        add(2, RequestOutcome::RateLimited, 9, today); // less
        add(3, RequestOutcome::RateLimited, 50, week); // long ago
        add(4, RequestOutcome::Forbidden, 10, today);  // none before
        add(5, RequestOutcome::Forbidden, 10, today);
        add(5, RequestOutcome::Forbidden, 35, week); // 5 a day: twice is not more than twice
        add(6, RequestOutcome::Forbidden, 9, today); // too few
        QVERIFY(waitFor(log.append(rows)));
        QCOMPARE(*waitFor(log.keysRateLimited(now)), QList{id(1)});
        auto up = *waitFor(log.keysRejectionsUp(now));
        std::sort(up.begin(), up.end());
        QCOMPARE(up, (QList{id(1), id(4)}));
        const auto used = *waitFor(log.keysUsedScopes(now.plusDays(-90)));
        QCOMPARE(used.value(id(1)), QSet{QStringLiteral("leads:read")});
        QVERIFY(used.constFind(id(2)) != used.cend() && !used.constFind(id(2))->isDetached()); // kept once
        QVERIFY(!used.contains(id(4)));                                                        // only refused
    }

    void retentionKeepsTheRollUps() {
        const QTemporaryDir dir;
        StoredRequestLog log(std::make_unique<FileRequests>(dir.filePath(QStringLiteral("v")), false));
        const QList<RequestRecord> rows = some(25'000, 3);
        QVERIFY(waitFor(log.append(rows)));
        const auto before = waitFor(log.chart({}, now.plusDays(-60), now.plusMs(1), 24));
        const auto preview = *waitFor(log.previewRetention(10, now));
        QCOMPARE(preview.rows, std::count_if(rows.begin(), rows.end(),
                                             [&](const RequestRecord &r) { return r.at < preview.before; }));
        QCOMPARE(preview.rows + preview.kept, rows.size());
        QCOMPARE(waitFor(log.count({}))->rows, rows.size()); // a dry run
        QCOMPARE(*waitFor(log.applyRetention(10, now)), preview.rows);
        QCOMPARE(everything(log, {}, 5000).size(), preview.kept);
        QCOMPARE(waitFor(log.count({}))->rows, preview.kept);
        QCOMPARE(*waitFor(log.retentionDays()), 10);
        const auto after = waitFor(log.chart({}, now.plusDays(-60), now.plusMs(1), 24));
        QCOMPARE(after->bars.size(), before->bars.size());
        for (qsizetype i = 0; i < after->bars.size(); ++i)
            QCOMPARE(after->bars[i].counts, before->bars[i].counts);
        auto stop = std::make_shared<std::atomic_bool>(true);
        QCOMPARE(*waitFor(log.applyRetention(1, now, stop)), 0);
        QVERIFY(waitFor(log.append(some(100, 5)))); // numbers of texts that went are made anew
        QVERIFY(!everything(log, {}).first().userAgent.isEmpty());
    }

    /// Garbage, a cut file and flipped bytes: set aside and said; the keys do not notice.
    void damageIsSetAside_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("garbage") << 0;
        QTest::newRow("cut") << 1;
        QTest::newRow("overwritten inside") << 2;
        QTest::newRow("another program's") << 3;
    }
    void damageIsSetAside() {
        QFETCH(int, kind);
        TestVault v(now);
        v.open();
        const auto key = waitFor(v.service->create(v.config()));
        QVERIFY(key);
        QVERIFY(waitFor(v.backend->requests()->append(some(2000))));
        v.close();
        const QString path = v.path() + QStringLiteral(".requests");
        QFile f(path);
        QVERIFY(f.open(QIODevice::ReadWrite));
        QVERIFY(!(f.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        if (kind == 0) {
            f.resize(0);
            f.write(QByteArray(10'000, 'x'));
        } else if (kind == 1) {
            f.resize(f.size() / 3);
        } else if (kind == 2) {
            f.seek(4096);
            f.write(QByteArray(static_cast<int>(f.size()) - 8192, '\xff'));
        } else {
            f.seek(68);
            f.write("ELSE", 4);
        }
        f.close();
        v.open();
        QSignalSpy aside(v.backend->requests(), &RequestLog::setAside);
        (void)waitFor(v.backend->requests()->page({}, 0, 5000));
        QTRY_COMPARE(aside.size(), 1);
        QVERIFY(QFileInfo::exists(aside.first().first().toString()));
        QVERIFY(waitFor(v.backend->requests()->append(some(10))));
        QCOMPARE(waitFor(v.backend->requests()->count({}))->rows, 10);
        QCOMPARE(waitFor(v.backend->rows({key->key.id}))->size(), 1);
        QVERIFY(waitFor(v.backend->verifyAudit())->intact);
        QCOMPARE(aside.size(), 1);
    }

    void anOlderFileIsBroughtUpToDate() {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("v"));
        auto log = std::make_unique<StoredRequestLog>(std::make_unique<FileRequests>(path, false));
        QVERIFY(waitFor(log->append(some(10))));
        log.reset();
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("old"));
            db.setDatabaseName(path + QStringLiteral(".requests"));
            QVERIFY(db.open());
            QSqlQuery q(db);
            QVERIFY(q.exec(QStringLiteral("DROP TABLE exposures")));
            QVERIFY(q.exec(QStringLiteral("PRAGMA user_version = 1")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("old"));
        log = std::make_unique<StoredRequestLog>(std::make_unique<FileRequests>(path, false));
        QVERIFY(waitFor(log->exposures())->isEmpty());
        QCOMPARE(waitFor(log->count({}))->rows, 10);
        QVERIFY(waitFor(log->append(some(5), {}, {{id(1), id(2), now}})));
        const auto seen = waitFor(log->exposures());
        QCOMPARE(seen->size(), 1);
        QCOMPARE(seen->first().credential, id(2));
        QVERIFY(waitFor(log->dismissExposures(id(1))));
        QVERIFY(waitFor(log->append({}, {}, {{id(1), id(2), now.plusMs(1)}})));
        QVERIFY(waitFor(log->exposures())->first().dismissed);  // of this token, for good
        QCOMPARE(waitFor(log->exposures())->first().seen, now); // and since the first time
        QCOMPARE(waitFor(log->count({}))->rows, 15);
    }

    void aNewerSchemaIsLeftAlone() {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("v"));
        auto log = std::make_unique<StoredRequestLog>(std::make_unique<FileRequests>(path, false));
        QVERIFY(waitFor(log->append(some(10))));
        log.reset();
        QFile f(path + QStringLiteral(".requests"));
        QVERIFY(f.open(QIODevice::ReadWrite));
        f.seek(63); // user_version
        f.write("\x09", 1);
        f.close();
        log = std::make_unique<StoredRequestLog>(std::make_unique<FileRequests>(path, false));
        QCOMPARE(waitFor(log->append(some(1))).error().code, ErrorCode::SchemaTooNew);
        QCOMPARE(waitFor(log->page({}, 0, 1)).error().code, ErrorCode::SchemaTooNew);
        QCOMPARE(QDir(dir.path()).entryList({QStringLiteral("*damaged*")}).size(), 0);
    }

    void aReadOnlyVaultIsOnlyRead() {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("v"));
        auto log = std::make_unique<StoredRequestLog>(std::make_unique<FileRequests>(path, false));
        QVERIFY(waitFor(log->append(some(10))));
        log.reset();
        log = std::make_unique<StoredRequestLog>(std::make_unique<FileRequests>(path, true));
        QCOMPARE(waitFor(log->append(some(1))).error().code, ErrorCode::ReadOnly);
        QCOMPARE(everything(*log, {}).size(), 10);
    }

    /// What a verifier decides becomes a row, and a use of the key, in one go.
    void theRecorder() {
        TestVault v(now);
        v.open();
        const auto key = *waitFor(v.service->create(v.config()));
        RequestRecorder recorder(*v.backend);
        policy::KeyFacts facts = policy::KeyFacts::of(key.key);
        policy::Presented presented;
        presented.key = &facts;
        policy::Request request;
        request.at = now;
        RequestFacts f;
        f.at = now;
        f.method = QStringLiteral("GET");
        f.path = QStringLiteral("/v1?api_key=") + QString::fromLatin1(key.token->view());
        f.key = key.key.id;
        f.credential = key.key.credentialId;
        f.ip = QStringLiteral("10.2.0.4");
        request.scope = Scope::fromString(u"leads:read");
        recorder.record(policy::decide(presented, request, nullptr), f);
        request.scope = Scope::fromString(u"leads:delete");
        f.scope = QStringLiteral("leads:delete");
        f.at = now.plusMs(5);
        recorder.record(policy::decide(presented, request, nullptr), f);
        QVERIFY(waitFor(recorder.flush()));
        const auto rows = everything(*v.backend->requests(), {});
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].code, DecisionCode::InsufficientScope);
        QCOMPARE(rows[0].outcome, RequestOutcome::Forbidden);
        QCOMPARE(rows[1].outcome, RequestOutcome::Allowed);
        QVERIFY(!rows[1].path.contains(QString::fromLatin1(key.token->view().last(20))));
        QTRY_COMPARE(waitFor(v.backend->rows({key.key.id}))->first().lastUsedAt, now);
    }

    /// A key that is asked for all the time is written at its first use and once a round; in the end its
    /// newest use stands there, of either token.
    void whoIsUsedAllTheTimeIsWrittenInTurn() {
        TestVault v(now);
        v.open();
        const ApiKey made = waitFor(v.service->create(v.config()))->key;
        const ApiKey key = waitFor(v.service->rotate(made, 60'000))->key;
        constexpr int IntervalMs = 20, Uses = 120;
        RequestRecorder recorder(*v.backend, IntervalMs);
        const auto lastUsed = [&] { return waitFor(v.backend->rows({key.id}))->first().lastUsedAt; };
        int written = 0;
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < Uses; ++i) {
            recorder.noteUse({key.id, now.plusMs(i), QStringLiteral("10.2.0.4"), false});
            QTest::qWait(5);
            if (i == 10)
                QTRY_VERIFY(lastUsed().has_value()); // the first one is not held back
            written += lastUsed() == now.plusMs(i) ? 1 : 0;
        }
        QVERIFY(written <= time.elapsed() / (IntervalMs * RequestRecorder::Turns / 2) + 1);
        QTRY_COMPARE(lastUsed(), now.plusMs(Uses - 1));
        recorder.noteUse({key.id, now.plusMs(Uses), {}, true});
        recorder.noteUse({key.id, now.plusMs(Uses + 1), {}, false});
        QVERIFY(waitFor(recorder.flush()));
        QTRY_COMPARE(lastUsed(), now.plusMs(Uses + 1));
        QCOMPARE(waitFor(v.backend->rows({key.id}))->first().old->lastUsedAt, now.plusMs(Uses));
    }
};

QTEST_GUILESS_MAIN(RequestLogTest)
#include "request_log_test.moc"
