#include "tests/contract/principals_contract.h"

namespace latchkey::contract {

NewPrincipal PrincipalsContract::newPrincipal(int n, const char *name, Role role) const {
    NewPrincipal p{id(n), id(100 + n), verifier(n), QString::fromUtf8(name), role, role == Role::Admin,
                   {},    {},          {}};
    p.actor = {QStringLiteral("Ana")};
    p.at = clock.now();
    return p;
}

PrincipalChange PrincipalsContract::changeOf(const PrincipalRecord &p) const {
    PrincipalChange c;
    c.id = p.id;
    c.expectedVersion = p.version;
    c.actor = {QStringLiteral("Ben")};
    c.at = clock.now();
    return c;
}

void PrincipalsContract::madeFoundAndChanged() {
    PrincipalStore *store = backend->principals();
    if (!store)
        return; // a server is no vault that a server stands before
    NewPrincipal asked = newPrincipal(1, "Ötto \"the\" Operator", Role::Operator);
    asked.scopes = ScopeSet::parse(u"leads:read leads:write");
    const auto made = waitFor(store->create(asked));
    QVERIFY(made.has_value());
    QCOMPARE(made->version, 1);
    const auto found = waitFor(store->find(id(101)));
    QVERIFY(found && *found);
    QCOMPARE((*found)->record, *made);
    QCOMPARE((*found)->verifier, verifier(1));
    const auto unknown = waitFor(store->find(id(1)));
    QVERIFY(unknown.has_value() && !unknown->has_value());
    QCOMPARE(waitFor(store->create(newPrincipal(2, "öTTO \"the\" operator", Role::Viewer))).error().code,
             ErrorCode::Conflict);
    PrincipalChange c = changeOf(*made);
    c.active = false;
    const auto stopped = waitFor(store->change(c));
    QVERIFY(stopped && !stopped->active && stopped->version == 2);
    QCOMPARE(waitFor(store->change(c)).error().code, ErrorCode::Conflict);
    PrincipalChange rotate = changeOf(*stopped);
    rotate.credential = PrincipalChange::Credential{id(201), verifier(7)};
    QVERIFY(waitFor(store->change(rotate)).has_value());
    QVERIFY(!waitFor(store->find(id(101)))->has_value());
    QCOMPARE((*waitFor(store->find(id(201))))->verifier, verifier(7));
    QVERIFY(waitFor(store->stampUsed(id(1), Instant(5'000))).has_value());
    QVERIFY(waitFor(store->stampUsed(id(1), Instant(4'000))).has_value());
    const auto all = waitFor(store->all());
    QVERIFY(all && all->size() == 1);
    QCOMPARE(all->first().lastUsedAt, std::optional(Instant(5'000)));
    QVERIFY(!all->first().damaged);
    AuditQuery q;
    const auto events = waitFor(backend->audit(q));
    QVERIFY(events.has_value());
    QCOMPARE(events->at(0).action, QStringLiteral("principal.rotate"));
    QCOMPARE(events->at(1).action, QStringLiteral("principal.edit"));
    QCOMPARE(events->at(1).after.value(QStringLiteral("active")).toBool(true), false);
    QCOMPARE(events->at(2).action, QStringLiteral("principal.create"));
    QVERIFY(waitFor(backend->verifyAudit())->intact);
}

void PrincipalsContract::theLastAdminStays() {
    PrincipalStore *store = backend->principals();
    if (!store)
        return;
    const auto one = waitFor(store->create(newPrincipal(1, "One", Role::Admin)));
    const auto two = waitFor(store->create(newPrincipal(2, "Two", Role::Admin)));
    QVERIFY(one && two);
    PrincipalChange stop = changeOf(*two);
    stop.active = false;
    QVERIFY(waitFor(store->change(stop)).has_value()); // an admin who is stopped counts for nothing
    PrincipalChange remove = changeOf(*one);
    remove.remove = true;
    const auto refused = waitFor(store->change(remove));
    QVERIFY(!refused);
    QCOMPARE(refused.error().params.value(QStringLiteral("status")).toString(), QStringLiteral("lastAdmin"));
    PrincipalChange demote = changeOf(*one);
    demote.role = Role::Auditor;
    QCOMPARE(waitFor(store->change(demote)).error().code, ErrorCode::WrongState);
}

/// Two admins remove each other at the same time, from two processes: one of them stays.
void PrincipalsContract::twoAtOnce() {
    PrincipalStore *store = backend->principals();
    if (!store)
        return;
    const auto other = vaults.open(clock);
    const auto one = waitFor(store->create(newPrincipal(1, "One", Role::Admin)));
    const auto two = waitFor(store->create(newPrincipal(2, "Two", Role::Admin)));
    QVERIFY(one && two);
    PrincipalChange a = changeOf(*one), b = changeOf(*two);
    a.remove = b.remove = true;
    const auto first = store->change(a);
    const auto second = other->principals()->change(b);
    QVERIFY(waitFor(first).has_value() != waitFor(second).has_value());
    QCOMPARE(waitFor(store->all())->size(), 1);
    QVERIFY(waitFor(backend->verifyAudit())->intact);
}

void PrincipalsContract::damageTakesRightsAway() {
    PrincipalStore *store = backend->principals();
    if (!store)
        return;
    QVERIFY(waitFor(store->create(newPrincipal(1, "Root", Role::Admin))).has_value());
    QVERIFY(waitFor(store->create(newPrincipal(2, "Vera", Role::Viewer))).has_value());
    vaults.spoil(QStringLiteral("UPDATE principals SET role = 'admin' WHERE name = 'Vera'"));
    const auto vera = waitFor(store->find(id(102)));
    QVERIFY(vera && *vera);
    QVERIFY((*vera)->record.damaged && (*vera)->verifier.isEmpty());
    QVERIFY(!(*vera)->record.principal().mayWrite);
    // It counts as no admin either.
    PrincipalChange remove = changeOf(waitFor(store->find(id(101)))->value().record);
    remove.remove = true;
    QVERIFY(!waitFor(store->change(remove)));
    PrincipalChange gone = changeOf((*vera)->record);
    gone.remove = true;
    QVERIFY(waitFor(store->change(gone)).has_value());
}

void PrincipalsContract::repeatedRequests() {
    PrincipalStore *store = backend->principals();
    if (!store)
        return;
    const PrincipalStore::Repeatable first{id(1), QStringLiteral("k"), QByteArray(32, 'a'), id(10),
                                           clock.now()};
    QCOMPARE(waitFor(store->remember(first))->made, id(10));
    PrincipalStore::Repeatable again = first;
    again.made = id(11);
    again.request = QByteArray(32, 'b');
    const auto known = waitFor(store->remember(again));
    QVERIFY(known && known->made == id(10) && known->request == first.request);
    again.principal = id(2);
    QCOMPARE(waitFor(store->remember(again))->made, id(11)); // each principal has keys of their own
    again = first;
    again.made = id(12);
    again.at = clock.now().plusDays(PrincipalStore::RepeatableDays).plusMs(1);
    QCOMPARE(waitFor(store->remember(again))->made, id(12)); // forgotten after a day
}

} // namespace latchkey::contract
