#include "tests/contract/keys_contract.h"

#include <QSignalSpy>

namespace latchkey::contract {

void KeysContract::createdAsAsked() {
    NewKey n = newKey(1, QString::fromUtf8("Ärger's \"\\key\" 🗝 ?::$1"));
    n.config.type = KeyType::Billing;
    n.config.limits.set(RatePeriod::Minute, 4'000'000'000);
    n.config.customers = {QStringLiteral("acme"), QStringLiteral("zeta")};
    QList<BadIpLine> bad;
    n.config.allowedIps = parseIpRanges(QStringLiteral("10.0.0.0/8\n2001:db8::/32"), &bad);
    n.config.owner = QStringLiteral("Ana");
    n.config.tags = {QStringLiteral("crm"), QStringLiteral("nightly")};
    n.config.note = QStringLiteral("line\nline\t'; DROP TABLE keys; --");
    n.config.storedIn = QStringLiteral("{vault,\"x\"}");
    const auto made = waitFor(backend->create(n));
    QVERIFY(made.has_value());
    QCOMPARE(made->version, 1);
    const auto rows = waitFor(backend->rows({id(1), id(2)}));
    QVERIFY(rows.has_value());
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->first(), *made);
    QCOMPARE(rows->first().config, n.config);
    QCOMPARE(*waitFor(backend->verifierOf(id(1))), verifier(1));
    QVERIFY(waitFor(backend->findByCredential(id(1), verifier(1))).has_value());
    QCOMPARE(waitFor(backend->findByCredential(id(1), verifier(2))).error().code, ErrorCode::NotFound);
    QVERIFY(*waitFor(backend->nameExists(QString::fromUtf8("ÄRGER'S \"\\KEY\" 🗝 ?::$1"),
                                         Environment::Production, {})));
    QVERIFY(!*waitFor(backend->nameExists(n.config.name, Environment::Staging, {})));
    QVERIFY(!*waitFor(backend->nameExists(n.config.name, Environment::Production, id(1))));
}

void KeysContract::anIdIsTakenOnce() {
    make(1);
    const auto again = waitFor(backend->create(newKey(1)));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    QCOMPARE(waitFor(backend->audit({}))->size(), 2); // the vault and one key
}

void KeysContract::conflictChangesNothing() {
    const ApiKey first = make(1);
    KeyChange a = changeOf(first), b = changeOf(first);
    a.config = b.config = first.config;
    a.config->note = QStringLiteral("A");
    b.config->note = QStringLiteral("B");
    QCOMPARE(waitFor(backend->change(a))->version, 2);
    const auto lost = waitFor(backend->change(b));
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::Conflict);
    QCOMPARE(lost.error().params.value(QStringLiteral("version")).toLongLong(), 2);
    QCOMPARE(lost.error().params.value(QStringLiteral("changedBy")).toString(), QStringLiteral("Ben"));
    QCOMPARE(waitFor(backend->rows({id(1)}))->first().config.note, QStringLiteral("A"));
    KeyChange gone = changeOf(first);
    gone.id = id(9);
    QCOMPARE(waitFor(backend->change(gone)).error().code, ErrorCode::NotFound);
}

void KeysContract::everyStateAndBack() {
    ApiKey key = make(1);
    const auto to = [&](KeyState s, const char *action) {
        KeyChange c = changeOf(key, action);
        c.state = s;
        c.reason = QStringLiteral("because");
        const auto now = waitFor(backend->change(c));
        QVERIFY(now.has_value());
        QCOMPARE(now->state, s);
        QCOMPARE(waitFor(backend->rows({key.id}))->first(), *now);
        key = *now;
    };
    to(KeyState::Inactive, "key.deactivate");
    const ApiKey off = key;
    const qint64 written = waitFor(backend->verifyAudit())->rows;
    to(KeyState::Inactive, "key.deactivate"); // it is so already
    QCOMPARE(key, off);
    QCOMPARE(waitFor(backend->verifyAudit())->rows, written);
    QTRY_COMPARE(ids(QStringLiteral("status:inactive")), QList<KeyId>{id(1)});
    to(KeyState::Revoked, "key.revoke");
    QCOMPARE(key.stateBeforeDelete, KeyState::Inactive);
    QTRY_COMPARE(ids({}, SmartFilter::Revoked), QList<KeyId>{id(1)});
    to(KeyState::Active, "key.activate");
    to(KeyState::Deleted, "key.delete");
    QCOMPARE(key.deletedAt, std::optional(clock.now()));
    QTRY_VERIFY(ids().isEmpty());
    QTRY_COMPARE(ids({}, SmartFilter::RecentlyDeleted), QList<KeyId>{id(1)});
    to(KeyState::Active, "key.restore");
    QVERIFY(!key.deletedAt);
    QTRY_COMPARE(ids(), QList<KeyId>{id(1)});
}

void KeysContract::purgedForGood() {
    const ApiKey key = make(1);
    KeyChange c = changeOf(key, "key.delete");
    c.state = KeyState::Deleted;
    QVERIFY(waitFor(backend->change(c)).has_value());
    const Actor ben{QStringLiteral("Ben")};
    QCOMPARE(*waitFor(backend->purgeExpired(clock.now().plusDays(29), ben)), 0);
    QCOMPARE(*waitFor(backend->purgeExpired(clock.now().plusDays(31), ben)), 1);
    QVERIFY(waitFor(backend->verifierOf(id(1)))->isEmpty());
    QCOMPARE(waitFor(backend->rows({id(1)}))->first().config.scopes, ScopeSet());
    QCOMPARE(waitFor(backend->create(newKey(1))).error().code, ErrorCode::Conflict); // never used again
    QTRY_VERIFY(ids({}, SmartFilter::RecentlyDeleted).isEmpty());
}

void KeysContract::rotation() {
    ApiKey key = make(1);
    KeyChange c = changeOf(key, "key.rotate");
    c.rotation = KeyChange::Rotation{id(101), verifier(101), clock.now().plusDays(7)};
    key = *waitFor(backend->change(c));
    QCOMPARE(key.credentialId, id(101));
    QCOMPARE(key.old->id, id(1));
    QVERIFY(waitFor(backend->findByCredential(id(1), verifier(1))).has_value());
    QVERIFY(waitFor(backend->findByCredential(id(101), verifier(101))).has_value());
    QTRY_COMPARE(ids({}, SmartFilter::Rotating), QList<KeyId>{id(1)});
    QVERIFY(waitFor(backend->stampLastUsed({{id(1), clock.now(), QStringLiteral("10.1.1.1"), true}}))
                .has_value());
    QCOMPARE(waitFor(backend->rows({id(1)}))->first().old->lastUsedFrom, QStringLiteral("10.1.1.1"));
    c = changeOf(key, "key.stopOld");
    c.oldUntil = std::optional<Instant>(clock.now().plusMs(-1));
    key = *waitFor(backend->change(c));
    QTRY_VERIFY(ids({}, SmartFilter::Rotating).isEmpty());
    c = changeOf(key, "key.rotate");
    c.rotation = KeyChange::Rotation{id(102), verifier(102), std::nullopt};
    key = *waitFor(backend->change(c));
    QVERIFY(!waitFor(backend->rows({id(1)}))->first().old->lastUsedAt);
    // The first token is in the log only, and its id part stays taken in the end by the key itself.
    const auto owners = *waitFor(backend->owners({id(1), id(101), id(102), id(103)}));
    QCOMPARE(owners.size(), 3);
    QCOMPARE(owners.value(id(101)).id, id(1));
    QCOMPARE(waitFor(backend->create(newKey(102))).error().code, ErrorCode::Conflict);
}

void KeysContract::manyAtOnce() {
    QList<NewKey> some;
    for (int n = 1; n <= 300; ++n)
        some.append(newKey(n));
    some.append(newKey(7)); // refused alone
    const auto made = waitFor(backend->createMany(some));
    QVERIFY(made.has_value());
    QCOMPARE(std::count_if(made->begin(), made->end(), [](const auto &r) { return r.has_value(); }), 300);
    QCOMPARE(made->last().error().code, ErrorCode::Conflict);
    QList<KeyChange> changes;
    for (int n = 0; n < 300; ++n) {
        KeyChange c = changeOf(*made->at(n), "key.deactivate");
        c.state = KeyState::Inactive;
        c.expectedVersion += n == 5 ? 1 : 0;
        changes.append(c);
    }
    const auto changed = waitFor(backend->changeMany(changes));
    QVERIFY(changed.has_value());
    QCOMPARE(std::count_if(changed->begin(), changed->end(), [](const auto &r) { return r.has_value(); }),
             299);
    QCOMPARE(changed->at(5).error().code, ErrorCode::Conflict);
    QTRY_COMPARE(ids(QStringLiteral("status:inactive")).size(), 299);
    const auto check = waitFor(backend->verifyAudit());
    QVERIFY(check->intact);
    QCOMPARE(check->rows, 600);
    // Those that are so already stay as they are.
    const QList<ApiKey> off = *waitFor(backend->rows({id(1), id(2)}));
    changes.clear();
    for (const ApiKey &k : off) {
        KeyChange c = changeOf(k, "key.deactivate");
        c.state = KeyState::Inactive;
        changes.append(c);
    }
    const auto same = waitFor(backend->changeMany(changes));
    QVERIFY(same && same->size() == 2 && same->at(0) == off.at(0) && same->at(1) == off.at(1));
    QCOMPARE(waitFor(backend->verifyAudit())->rows, 600);
    const auto summary = *waitFor(backend->summary({id(1), id(6)}, clock.now()));
    QCOMPARE(summary.states[static_cast<std::size_t>(KeyState::Inactive)], 1);
    QCOMPARE(summary.states[static_cast<std::size_t>(KeyState::Active)], 1);
}

void KeysContract::lastUsed() {
    const ApiKey key = make(1);
    QList<LastUse> uses;
    for (int i = 0; i < 500; ++i)
        uses.append({id(1), clock.now().plusMs((i * 37) % 500),
                     QStringLiteral("10.0.0.%1").arg((i * 37) % 500), false});
    uses.append({id(2), clock.now(), {}, false}); // nobody's
    QVERIFY(waitFor(backend->stampLastUsed(uses)).has_value());
    QVERIFY(waitFor(backend->stampLastUsed({{id(1), clock.now(), QStringLiteral("earlier"), false}}))
                .has_value());
    const ApiKey now = waitFor(backend->rows({id(1)}))->first();
    QCOMPARE(now.lastUsedAt, std::optional(clock.now().plusMs(499)));
    QCOMPARE(now.lastUsedFrom, QStringLiteral("10.0.0.499"));
    QCOMPARE(now.version, key.version);
    QCOMPARE(waitFor(backend->audit({}))->size(), 2);
    clock.set(clock.now().plusDays(8));
    QTRY_VERIFY(ids({}, SmartFilter::NeverUsed).isEmpty());
}

void KeysContract::damageNeverWidens() {
    make(1);
    make(2);
    backend.reset();
    vaults.spoil(QStringLiteral(
        "UPDATE keys SET scopes = 'leads:read leads:write billing:write' WHERE id = 'key000000001'"));
    backend = vaults.open(clock);
    const ApiKey bad = waitFor(backend->rows({id(1)}))->first();
    QVERIFY(bad.damaged);
    QCOMPARE(bad.config.scopes, ScopeSet());
    QCOMPARE(bad.state, KeyState::Inactive);
    QVERIFY(waitFor(backend->verifierOf(id(1)))->isEmpty());
    QTRY_COMPARE(ids({}, SmartFilter::Damaged), QList<KeyId>{id(1)}); // the look through all rows finds it
    KeyChange c = changeOf(bad);
    c.config = bad.config;
    QCOMPARE(waitFor(backend->change(c)).error().code, ErrorCode::Damaged);
    c = changeOf(bad, "key.delete");
    c.state = KeyState::Deleted;
    QVERIFY(waitFor(backend->change(c)).has_value());
    QVERIFY(waitFor(backend->rows({id(1)}))->first().damaged); // still
    QVERIFY(!waitFor(backend->rows({id(2)}))->first().damaged);
}

} // namespace latchkey::contract
