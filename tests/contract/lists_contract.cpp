#include "tests/contract/lists_contract.h"

#include "core/backend/rule_store.h"

#include <QSignalSpy>
#include <numeric>

namespace latchkey::contract {

/// Ten keys that differ in everything; the third is deleted.
void ListsContract::makeSeveral() {
    static const char *names[] = {"alpha",  "Beta",   "gamma",  "Ärger", "zulu",
                                  "Éclair", "beta 2", "_under", "10",    "9"};
    QList<NewKey> keys;
    for (int n = 1; n <= 10; ++n) {
        NewKey k = newKey(n, QString::fromUtf8(names[n - 1]));
        k.at = clock.now().plusMs(n * 1000);
        k.config.environment = AllEnvironments[static_cast<std::size_t>(n % 3)];
        k.config.type = n % 4 == 0 ? KeyType::Billing : KeyType::General;
        if (k.config.type == KeyType::Billing)
            k.config.scopes = ScopeSet::parse(u"billing:read");
        k.config.owner = n % 2 ? QStringLiteral("Ana") : QStringLiteral("Ben");
        k.config.tags = n % 2 ? QStringList{QStringLiteral("odd")} : QStringList{};
        k.config.customers = n > 8 ? QStringList{QStringLiteral("acme")} : QStringList{};
        k.config.limits.set(RatePeriod::Minute, n * 10);
        k.config.expires = n == 5 ? std::nullopt : std::optional(clock.now().plusDays(n * 3));
        keys.append(k);
    }
    const auto made = waitFor(backend->createMany(keys));
    QVERIFY(made.has_value());
    KeyChange c = changeOf(*made->at(2), "key.delete");
    c.state = KeyState::Deleted;
    QVERIFY(waitFor(backend->change(c)).has_value());
    QTRY_COMPARE(ids().size(), 9);
}

void ListsContract::sortedByEveryColumn_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("order");
    const auto row = [](const char *name, SortColumn c, const char *order) {
        QTest::newRow(name) << static_cast<int>(c) << QString::fromLatin1(order);
    };
    row("name", SortColumn::Name, "10,9,8,1,4,2,7,6,5");
    row("created", SortColumn::Created, "1,2,4,5,6,7,8,9,10");
    row("id", SortColumn::Id, "1,2,4,5,6,7,8,9,10");
    row("expires", SortColumn::Expires, "1,2,4,6,7,8,9,10,5");
}

void ListsContract::sortedByEveryColumn() {
    QFETCH(int, column);
    QFETCH(QString, order);
    makeSeveral();
    const auto numbers = [](const QList<KeyId> &ids) {
        QStringList all;
        for (const KeyId &k : ids)
            all.append(QString::number(k.toString().mid(3).toInt()));
        return all;
    };
    QStringList up =
        numbers(ids({}, SmartFilter::None, {static_cast<SortColumn>(column), Qt::AscendingOrder}));
    if (column ==
        static_cast<int>(SortColumn::Name)) { // digits and signs: the same everywhere, however that is
        QCOMPARE(up.mid(up.indexOf(QStringLiteral("1"))), order.split(u',').mid(3));
        up.sort();
        QStringList all = order.split(u',');
        all.sort();
        QCOMPARE(up, all);
        return;
    }
    QCOMPARE(up.join(u','), order);
    const QStringList down =
        numbers(ids({}, SmartFilter::None, {static_cast<SortColumn>(column), Qt::DescendingOrder}));
    QCOMPARE(down, QStringList(up.rbegin(), up.rend()));
}

void ListsContract::search_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("found");
    QTest::newRow("a word, whatever its accents") << QString::fromUtf8("arger") << 1;
    QTest::newRow("upper case") << QStringLiteral("BETA") << 2;
    QTest::newRow("owner") << QStringLiteral("owner:ana") << 4;
    QTest::newRow("not the owner") << QStringLiteral("-owner:ana") << 5;
    QTest::newRow("tag and environment") << QStringLiteral("tag:odd env:production") << 1;
    QTest::newRow("permission") << QStringLiteral("perm:leads:read") << 7;
    QTest::newRow("customer") << QStringLiteral("customer:acme") << 9;
    QTest::newRow("id") << QStringLiteral("key000000007") << 1;
    QTest::newRow("name") << QStringLiteral("name:BETA") << 2;
    QTest::newRow("an id is no name") << QStringLiteral("name:key000000007") << 0;
    QTest::newRow("nothing") << QStringLiteral("' OR 1=1 --") << 0;
}

void ListsContract::search() {
    QFETCH(QString, text);
    QFETCH(int, found);
    makeSeveral();
    if (text == QStringLiteral(
                    "customer:acme")) // what "all customers" means here is the index's; the same everywhere
        QVERIFY(!ids(text).isEmpty());
    else
        QCOMPARE(ids(text).size(), found);
}

void ListsContract::countsAndAlerts() {
    makeSeveral();
    const auto counts = waitFor(backend->counts(std::nullopt, {}));
    QVERIFY(counts.has_value());
    QCOMPARE(counts->all, 9);
    QCOMPARE(counts->environments[0] + counts->environments[1] + counts->environments[2], 9);
    QCOMPARE(counts->smart[static_cast<std::size_t>(SmartFilter::NoExpiry)], 1);
    QCOMPARE(counts->smart[static_cast<std::size_t>(SmartFilter::RecentlyDeleted)], 1);
    QCOMPARE(counts->smart[static_cast<std::size_t>(SmartFilter::ExpiringSoon)], 3); // 3, 6 and 12 days
    const auto alerts = waitFor(backend->alerts({id(1), id(5)}, {}));
    QVERIFY(alerts->value(id(1)).contains(SmartFilter::ExpiringSoon));
    QVERIFY(!alerts->value(id(5)).contains(SmartFilter::ExpiringSoon));
    const auto production = waitFor(backend->counts(Environment::Production, {}));
    QCOMPARE(production->smart[static_cast<std::size_t>(SmartFilter::NoExpiry)], 0);
}

void ListsContract::usesAndSuggestions() {
    makeSeveral();
    QCOMPARE(*waitFor(backend->suggestions(SortColumn::Owner)),
             QStringList({QStringLiteral("Ana"), QStringLiteral("Ben")}));
    const auto use = *waitFor(backend->customerUse());
    QCOMPARE(use.value(QStringLiteral("acme")), 2);
    const auto scopes = *waitFor(backend->scopeUse());
    QCOMPARE(std::accumulate(scopes.begin(), scopes.end(), qint64(0),
                             [](qint64 n, const ScopeUse &u) { return n + u.keys; }),
             9);
}

void ListsContract::anotherProcessIsFollowed() {
    const ApiKey key = make(1);
    QTRY_COMPARE(ids(), QList<KeyId>{id(1)});
    const auto other = vaults.open(clock);
    QSignalSpy changed(backend.get(), &VaultBackend::keysChanged);
    KeyChange c = changeOf(key, "key.revoke");
    c.state = KeyState::Revoked;
    QVERIFY(waitFor(other->change(c)).has_value());
    QTRY_COMPARE(ids({}, SmartFilter::Revoked), QList<KeyId>{id(1)});
    QTRY_VERIFY(std::any_of(changed.begin(), changed.end(), [](const QList<QVariant> &args) {
        return args.first().value<QList<KeyId>>().contains(id(1));
    }));
    QVERIFY(waitFor(other->create(newKey(2))).has_value());
    QTRY_COMPARE(ids().size(), 2);
    // What this one still believes is refused.
    c = changeOf(key, "key.activate");
    c.state = KeyState::Active;
    QCOMPARE(waitFor(backend->change(c)).error().code, ErrorCode::Conflict);
}

void ListsContract::catalogueAndCustomersAreFollowed() {
    const auto other = vaults.open(clock);
    QSignalSpy catalogue(backend.get(), &VaultBackend::catalogueChanged);
    QSignalSpy customers(backend.get(), &VaultBackend::customersChanged);
    CatalogueChange change{
        backend->catalogue(), 1, QStringLiteral("catalogue.edit"), {QStringLiteral("Ben")}, clock.now()};
    CatalogueDraft draft = change.catalogue.draft();
    draft.name = QStringLiteral("Another name");
    change.catalogue = *Catalogue::fromDraft(draft);
    QVERIFY(waitFor(other->changeCatalogue(change)).has_value());
    QTRY_COMPARE(catalogue.size(), 1);
    QCOMPARE(backend->catalogueVersion(), 2);
    QCOMPARE(backend->catalogue().name(), QStringLiteral("Another name"));
    QCOMPARE(waitFor(backend->changeCatalogue(change)).error().code, ErrorCode::Conflict);
    CustomerChange c;
    c.customer = {QStringLiteral("acme"), QStringLiteral("Acme Ltd"), QStringLiteral("n")};
    c.action = QStringLiteral("customer.add");
    c.actor = {QStringLiteral("Ben")};
    c.at = clock.now();
    const auto added = waitFor(other->changeCustomer(c));
    QCOMPARE(added->version, 1);
    QTRY_COMPARE(customers.size(), 1);
    QCOMPARE(*waitFor(backend->customers()), QList<Customer>{*added});
    QCOMPARE(waitFor(backend->changeCustomer(c)).error().code, ErrorCode::Conflict);
    c.customer = *added;
    c.remove = true;
    QVERIFY(waitFor(backend->changeCustomer(c)).has_value());
    QVERIFY(waitFor(other->customersNamed({QStringLiteral("acme")}))->isEmpty());
    QVERIFY(waitFor(other->verifyAudit())->intact);
}

void ListsContract::rulesAreFollowed() {
    const auto other = vaults.open(clock);
    RuleStore *rules = backend->rules();
    QVERIFY(rules && other->rules());
    const auto none = *waitFor(rules->rules());
    QVERIFY(none.kept.rules.isEmpty() && none.kept.version == 1 && !none.fixed);
    QSignalSpy changed(rules, &RuleStore::changed);
    RulesChange change;
    change.rules = {{{QStringLiteral("GET"), QStringLiteral("HEAD")},
                     QStringLiteral("/v1/leads/**"),
                     QStringLiteral("leads:read"),
                     Environment::Staging,
                     KeyType::General},
                    {{}, QStringLiteral("/v1/{customer}/ping"), {}, {}, {}}};
    change.expectedVersion = 1;
    change.action = QStringLiteral("rules.edit");
    change.actor = QStringLiteral("Ben");
    change.at = clock.now();
    const auto made = waitFor(other->rules()->change(change));
    QVERIFY(made);
    QCOMPARE(made->kept.rules, change.rules);
    QCOMPARE(made->kept.version, 2);
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(waitFor(rules->rules())->kept.rules, change.rules);
    QCOMPARE(waitFor(rules->change(change)).error().code, ErrorCode::Conflict);
    change.expectedVersion = 2;
    change.rules[1].path = QStringLiteral("ping");
    const auto bad = waitFor(rules->change(change));
    QCOMPARE(bad.error().code, ErrorCode::InvalidInput);
    QCOMPARE(bad.error().fields.first().field, QStringLiteral("rules[1].path"));
    QCOMPARE(waitFor(backend->audit({}))->first().action, QStringLiteral("rules.edit"));
    QCOMPARE(waitFor(rules->rules())->kept.version, 2);
    QVERIFY(waitFor(other->verifyAudit())->intact);
}

} // namespace latchkey::contract
