#include "tests/contract/records_contract.h"

#include <QMutex>
#include <QSignalSpy>
#include <numeric>

namespace latchkey::contract {

void RecordsContract::auditIsReadAsAsked() {
    const ApiKey one = make(1, QStringLiteral("CRM sync"));
    clock.set(clock.now().plusMs(5000));
    make(2, QStringLiteral("Billing"));
    KeyChange c = changeOf(one, "key.deactivate");
    c.state = KeyState::Inactive;
    QVERIFY(waitFor(backend->change(c)).has_value());
    AuditEvent reveal;
    reveal.at = clock.now();
    reveal.actor = QStringLiteral("Ben");
    reveal.action = QStringLiteral("key.reveal");
    reveal.key = id(1);
    reveal.keyName = QStringLiteral("CRM sync");
    QVERIFY(waitFor(backend->record(reveal)).has_value());
    const auto numbers = [&](AuditQuery q) {
        QList<qint64> all;
        const auto events = waitFor(backend->audit(q));
        for (const AuditEvent &e : events ? *events : QList<AuditEvent>())
            all.append(e.seq);
        return all;
    };
    using L = QList<qint64>;
    QCOMPARE(numbers({}), L({5, 4, 3, 2, 1}));
    AuditQuery q;
    q.afterSeq = 2;
    QCOMPARE(numbers(q), L({3, 4, 5}));
    q = {};
    q.key = id(1);
    QCOMPARE(numbers(q), L({5, 4, 2}));
    q = {};
    q.beforeSeq = 5;
    q.limit = 2;
    QCOMPARE(numbers(q), L({4, 3}));
    q = {};
    q.actor = QStringLiteral("Ben");
    QCOMPARE(numbers(q), L({5, 4}));
    q = {};
    q.action = QStringLiteral("key");
    QCOMPARE(numbers(q), L({5, 4, 3, 2}));
    q.action = QStringLiteral("key.create");
    QCOMPARE(numbers(q), L({3, 2}));
    q = {};
    q.text = QStringLiteral("crm SYNC");
    QCOMPARE(numbers(q), L({5, 4, 2}));
    q = {};
    q.from = clock.now();
    QCOMPARE(numbers(q), L({5, 4, 3}));
    q = {};
    q.to = clock.now().plusMs(-1);
    QCOMPARE(numbers(q), L({2, 1}));
    q.text = QStringLiteral("'; DROP TABLE audit; --");
    QCOMPARE(numbers(q), L());
}

void RecordsContract::auditChainShowsWhatWasTouched() {
    for (int n = 1; n <= 5; ++n)
        make(n);
    const auto whole = *waitFor(backend->verifyAudit());
    QVERIFY(whole.intact);
    QCOMPARE(whole.rows, 6);
    QCOMPARE(whole.head, waitFor(backend->audit({}))->first().hash);
    backend.reset();
    vaults.spoil(
        QStringLiteral("UPDATE audit SET payload = replace(payload, 'Key 3', 'Key 9') WHERE seq = 4"));
    backend = vaults.open(clock);
    const auto touched = *waitFor(backend->verifyAudit());
    QVERIFY(!touched.intact);
    QCOMPARE(touched.firstBadSeq, 4);
    backend.reset();
    vaults.spoil(QStringLiteral("DELETE FROM audit WHERE seq = 2"));
    backend = vaults.open(clock);
    QCOMPARE(waitFor(backend->verifyAudit())->firstBadSeq, 2);
}

QList<RequestRecord> RecordsContract::someRequests(int n, Instant from, qint64 everyMs) const {
    QList<RequestRecord> rows;
    for (int i = 0; i < n; ++i) {
        RequestRecord r;
        r.at = from.plusMs(i * everyMs);
        r.outcome = AllRequestOutcomes[static_cast<std::size_t>(i % 5)];
        r.code = i % 5 == 4 ? std::nullopt : std::optional(DecisionCode::Allowed);
        r.status = 200 + i % 5;
        r.method = QStringLiteral("GET");
        r.path = QStringLiteral("/v1/leads/%1?q=\"{a,b}\\%_").arg(i);
        r.scope = i % 2 ? QStringLiteral("leads:read") : QString();
        r.key = r.credential = i % 3 ? id(1 + i % 3) : KeyId();
        r.environment = i % 4 ? std::optional(Environment::Production) : std::nullopt;
        r.ip = QStringLiteral("10.0.0.%1").arg(i % 7);
        r.userAgent = QStringLiteral("Curl/%1").arg(i % 2);
        r.durationUs = i % 2 ? std::optional<qint64>(i * 10) : std::nullopt;
        rows.append(r);
    }
    return rows;
}

void RecordsContract::requestsAreFound() {
    RequestLog *log = backend->requests();
    QVERIFY(log);
    QVERIFY(waitFor(log->usage({id(2)}, clock.now(), 7))->isEmpty()); // nobody has said anything yet
    auto rows = someRequests(1000, clock.now().plusMs(-1000 * 60'000LL), 60'000);
    QVERIFY(waitFor(log->append(rows)).has_value());
    auto page = *waitFor(log->page({}, 0, 100));
    QCOMPARE(page.rows.size(), 100);
    RequestRecord newest = page.rows.first();
    newest.seq = 0;
    QCOMPARE(newest, rows.last());
    QCOMPARE(waitFor(log->page({}, page.next, 100))->rows.first().at, rows.at(899).at);
    QCOMPARE(waitFor(log->count({}))->rows, 1000);
    RequestFilter f;
    f.outcomes = {RequestOutcome::RateLimited, RequestOutcome::Failed};
    QCOMPARE(waitFor(log->count(f))->rows, 400);
    QCOMPARE(waitFor(log->page(f, 0, 1000))->rows.size(), 400);
    f = {};
    f.keys = {id(2)};
    QCOMPARE(waitFor(log->page(f, 0, 1000))->rows.size(), 333);
    f.outcomes = {RequestOutcome::Allowed};
    const auto both = waitFor(log->page(f, 0, 1000))->rows.size();
    QCOMPARE(both, std::count_if(rows.begin(), rows.end(), [&](const RequestRecord &r) {
                 return r.key == id(2) && r.outcome == RequestOutcome::Allowed;
             }));
    for (const auto &[text, found] : {std::pair{"path:LEADS/99?", 1},
                                      {"agent:cURL/1", 500},
                                      {"-method:get", 0},
                                      {"ip:10.0.0.3", 143},
                                      {"-ip:99.9.9.9", 1000},
                                      {"-outcome:allowed", 800},
                                      {"-outcome:denied env:prod", 300},
                                      {"-env:prod", 250},
                                      {"env:none env:dev -outcome:failed", 200},
                                      {"b}\\%_", 1000},
                                      {"b}x%_", 0}}) {
        const RequestFilter some = parseRequestSearch(QString::fromLatin1(text)).filter;
        qsizetype n = 0;
        for (qint64 next = 0;;) {
            const auto p = *waitFor(log->page(some, next, 1000));
            n += p.rows.size();
            next = p.next;
            if (next == 0)
                break;
        }
        QCOMPARE(n, found);
    }
    f = {};
    f.environment = Environment::Production;
    f.from = rows.at(100).at;
    f.to = rows.at(200).at;
    QCOMPARE(waitFor(log->count(f))->rows, 75);
    const auto chart = *waitFor(log->chart({}, rows.first().at, clock.now(), 1));
    qint64 all = 0;
    for (const ChartBar &b : chart.bars)
        all += std::accumulate(b.counts.begin(), b.counts.end(), qint64(0));
    QCOMPARE(all, 1000);
    const auto usage = *waitFor(log->usage({id(2), id(9)}, clock.now(), 2));
    QCOMPARE(std::accumulate(usage[id(2)].begin(), usage[id(2)].end(), qint64(0)), 333);
    QCOMPARE(usage[id(9)], QList<qint64>({0, 0}));
    QCOMPARE(waitFor(log->keysRateLimited(clock.now()))->size(), 2);
    QVERIFY(waitFor(log->keysRejectionsUp(clock.now())).has_value());
    QCOMPARE(waitFor(log->keysUsedScopes(clock.now().plusDays(-1)))->value(id(2)),
             QSet<QString>{QStringLiteral("leads:read")});
}

void RecordsContract::requestsOfTwoProcesses() {
    const auto other = vaults.open(clock);
    QSignalSpy changed(backend->requests(), &RequestLog::changed);
    QVERIFY(waitFor(backend->requests()->count({})).has_value());
    const auto rows = someRequests(200, clock.now(), 0); // all in one millisecond
    QList<QFuture<Outcome>> both;
    for (int i = 0; i < 5; ++i) {
        both.append(backend->requests()->append(rows));
        both.append(other->requests()->append(rows));
    }
    for (const auto &f : std::as_const(both)) {
        const Outcome done = waitFor(f);
        QVERIFY2(done, qPrintable(done ? QString()
                                       : QString::number(static_cast<int>(done.error().code)) + u' ' +
                                             done.error().params.value(QStringLiteral("reason")).toString()));
    }
    QCOMPARE(waitFor(backend->requests()->count({}))->rows, 2000);
    QSet<qint64> numbers;
    const auto all = waitFor(other->requests()->page({}, 0, 5000))->rows;
    for (const RequestRecord &r : all)
        numbers.insert(r.seq);
    QCOMPARE(numbers.size(), 2000);
    QTRY_VERIFY(!changed.isEmpty());
}

void RecordsContract::retentionByDays() {
    RequestLog *log = backend->requests();
    const Instant first = clock.now().plusDays(-20);
    QVERIFY(waitFor(log->append(someRequests(2000, first, 864'000))).has_value()); // 100 a day
    const auto preview = *waitFor(log->previewRetention(10, clock.now()));
    QCOMPARE(preview.rows, 1000);
    QCOMPARE(preview.kept, 1000);
    clock.set(clock.now().plusMs(6 * 3'600'000)); // in the middle of a day
    QCOMPARE(*waitFor(log->applyRetention(10, clock.now())), 1025);
    QCOMPARE(waitFor(log->count({}))->rows, 975);
    QCOMPARE(waitFor(log->page({}, 0, 5000))->rows.size(), 975);
    QCOMPARE(*waitFor(log->retentionDays()), 10);
    const auto chart = *waitFor(log->chart({}, first, clock.now(), 24));
    QCOMPARE(chart.bars.size(), 20);                                          // the roll-ups stay
    QVERIFY(waitFor(log->append(someRequests(10, first, 1000))).has_value()); // a late one finds room again
    QCOMPARE(waitFor(log->count({}))->rows, 985);
}

void RecordsContract::exposuresAndMarks() {
    RequestLog *log = backend->requests();
    const ImportMark mark{QByteArray("f\0g", 3), QByteArray("old"), 100, 5, 1, QStringLiteral("access.log")};
    QVERIFY(waitFor(log->append(someRequests(5, clock.now(), 1), mark, {{id(1), id(1), clock.now(), false}}))
                .has_value());
    QVERIFY(waitFor(log->append({}, {}, {{id(1), id(1), clock.now().plusMs(-5), false}})).has_value());
    QVERIFY(waitFor(log->append({}, {}, {{id(1), id(1), clock.now().plusMs(9), false}})).has_value());
    auto seen = *waitFor(log->exposures());
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.first().seen, clock.now().plusMs(-5)); // the earliest that is known
    QVERIFY(waitFor(log->dismissExposures(id(1))).has_value());
    QVERIFY(waitFor(log->exposures())->first().dismissed);
    const auto marks = *waitFor(log->importMarks());
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks.first().fingerprint, mark.fingerprint);
    QCOMPARE(marks.first().offset, 100);
}

void RecordsContract::verifiersLoadAndFollow() {
    VerifierFeed *feed = backend->verifiers();
    QVERIFY(feed);
    QList<NewKey> keys;
    for (int n = 1; n <= 50; ++n)
        keys.append(newKey(n));
    const auto made = *waitFor(backend->createMany(keys));
    QMutex mutex;
    QHash<KeyId, VerifierKey> known;
    const auto epoch = waitFor(feed->load([&](const QList<VerifierKey> &some) {
        const QMutexLocker lock(&mutex);
        for (const VerifierKey &k : some)
            known.insert(k.key.id, k);
    }));
    QCOMPARE(*epoch, 51);
    QCOMPARE(known.size(), 50);
    QCOMPARE(known[id(7)].verifier, verifier(7));
    auto none = *waitFor(feed->changesSince(*epoch));
    QVERIFY(none.keys.isEmpty() && none.epoch == 51 && !none.more);
    const auto other = vaults.open(clock);
    QSignalSpy moved(feed, &VerifierFeed::moved);
    for (int n = 1; n <= 5; ++n) {
        KeyChange c = changeOf(*made.at(n - 1), "key.revoke");
        c.state = KeyState::Revoked;
        QVERIFY(waitFor(other->change(c)).has_value());
    }
    QTRY_VERIFY(!moved.isEmpty());
    const auto some = *waitFor(feed->changesSince(51, 3));
    QCOMPARE(some.keys.size(), 3);
    QVERIFY(some.more);
    QCOMPARE(some.epoch, 54);
    const auto rest = *waitFor(feed->changesSince(some.epoch, 3));
    QCOMPARE(rest.keys.size(), 2);
    QCOMPARE(rest.epoch, 56);
    QCOMPARE(rest.keys.last().key.state, KeyState::Revoked);
    QCOMPARE(rest.keys.last().change, 56);
    QCOMPARE(waitFor(feed->changesSince(1000)).error().code,
             ErrorCode::Damaged); // somebody has put an older vault here
}

/// Keys come to a verifier in two ways, each with a reader of its own.
void RecordsContract::verifiersLoadWhatTheyFollow() {
    NewKey full = newKey(1, QStringLiteral("Schlüssel „eins“"));
    full.config.environment = Environment::Staging;
    full.config.type = KeyType::Billing;
    full.config.customers = {QStringLiteral("4711"), QStringLiteral("Müller")};
    full.config.allowedIps = parseIpRanges(QStringLiteral("10.0.0.0/8\n2001:db8::1"), nullptr);
    full.config.limits.set(RatePeriod::Second, 5);
    full.config.limits.set(RatePeriod::Day, 1'000'000);
    NewKey bare = newKey(2);
    bare.config.scopes = {};
    bare.config.expires.reset();
    QList<NewKey> keys{full, bare};
    for (int n = 3; n <= 6; ++n)
        keys.append(newKey(n));
    const auto made = *waitFor(backend->createMany(keys));
    KeyChange c = changeOf(*made.at(2), "key.rotate");
    c.rotation = KeyChange::Rotation{id(103), verifier(103), clock.now().plusDays(7)};
    QVERIFY(waitFor(backend->change(c)).has_value());
    c = changeOf(*made.at(3), "key.revoke");
    c.state = KeyState::Revoked;
    c.leaked = true;
    QVERIFY(waitFor(backend->change(c)).has_value());
    c = changeOf(*made.at(4), "key.purge");
    c.state = KeyState::Purged;
    QVERIFY(waitFor(backend->change(c)).has_value());
    backend.reset();
    vaults.spoil(QStringLiteral("UPDATE keys SET allowed_ips = '' WHERE id = 'key000000001'"));
    vaults.spoil(QStringLiteral("UPDATE keys SET state = 0 WHERE id = 'key000000004'"));
    backend = vaults.open(clock);
    VerifierFeed *feed = backend->verifiers();
    QMutex mutex;
    QHash<KeyId, VerifierKey> loaded;
    QVERIFY(waitFor(feed->load([&](const QList<VerifierKey> &some) {
                const QMutexLocker lock(&mutex);
                for (const VerifierKey &k : some)
                    loaded.insert(k.key.id, k);
            })).has_value());
    const auto followed = *waitFor(feed->changesSince(1));
    QCOMPARE(followed.keys.size(), 6);
    QCOMPARE(loaded.size(), 5);
    QVERIFY(!loaded.contains(id(5)));
    QVERIFY(loaded[id(1)].key.damaged && loaded[id(4)].key.damaged);
    QCOMPARE(loaded[id(3)].oldVerifier, verifier(3));
    for (const VerifierKey &known : followed.keys) {
        if (known.key.state == KeyState::Purged)
            continue;
        const VerifierKey k = loaded[known.key.id];
        QCOMPARE(k.change, known.change);
        QCOMPARE(k.verifier, known.verifier);
        QCOMPARE(k.oldVerifier, known.oldVerifier);
        QCOMPARE(k.key.credentialId, known.key.credentialId);
        QCOMPARE(k.key.state, known.key.state);
        QCOMPARE(k.key.damaged, known.key.damaged);
        QCOMPARE(k.key.old, known.key.old);
        KeyConfig shown = known.key.config; // the rest is for people
        shown.owner = shown.note = shown.storedIn = QString();
        shown.tags.clear();
        QVERIFY2(k.key.config == shown, qPrintable(shown.name));
    }
}

void RecordsContract::staleFillLosesToTheChange() {
    const ApiKey key = make(1);
    VerifierFeed *feed = backend->verifiers();
    QMutex mutex;
    QList<VerifierKey> late; // what a slow fill brings after the change
    QVERIFY(waitFor(feed->load([&](const QList<VerifierKey> &some) {
                const QMutexLocker lock(&mutex);
                late += some;
            })).has_value());
    KeyChange c = changeOf(key, "key.revoke");
    c.state = KeyState::Revoked;
    QVERIFY(waitFor(backend->change(c)).has_value());
    const auto changes = *waitFor(feed->changesSince(1));
    QCOMPARE(late.size(), 1);
    QCOMPARE(late.first().key.state, KeyState::Active);
    QVERIFY(late.first().change < changes.keys.first().change);
}

void RecordsContract::nodesConfirm() {
    VerifierFeed *feed = backend->verifiers();
    const Instant t = clock.now();
    QVERIFY(waitFor(feed->confirm({QStringLiteral("a"), QStringLiteral("north"), 5, t, t})).has_value());
    QVERIFY(waitFor(feed->confirm(
                        {QStringLiteral("a"), QStringLiteral("north"), 5, t.plusMs(900), t.plusMs(900)}))
                .has_value());
    QVERIFY(
        waitFor(feed->confirm({QStringLiteral("b"), QStringLiteral("south"), 6, t.plusMs(1), t.plusMs(1)}))
            .has_value());
    auto nodes = waitFor(feed->nodes())->nodes;
    QCOMPARE(nodes.size(), 2);
    QCOMPARE(nodes.first().at, t);
    QCOMPARE(nodes.first().seen, t.plusMs(900));
    QVERIFY(waitFor(feed->confirm(
                        {QStringLiteral("a"), QStringLiteral("north"), 6, t.plusMs(950), t.plusMs(950)}))
                .has_value());
    QCOMPARE(waitFor(feed->nodes())->nodes.first().at, t.plusMs(950));
    QVERIFY(waitFor(feed->leave(QStringLiteral("a"))).has_value());
    QCOMPARE(waitFor(feed->nodes())->nodes.size(), 1);
}

} // namespace latchkey::contract
