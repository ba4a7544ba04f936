#include "tests/contract/common_contract.h"

#include <QSignalSpy>

namespace latchkey::contract {

namespace {
constexpr KeySort ByName{SortColumn::Name, Qt::AscendingOrder};
}

void CommonContract::init() {
    m_service.reset();
    begin();
    m_service = std::make_unique<KeyService>(*backend, m_secrets, clock, vaults.principal());
}

KeyConfig CommonContract::config(const QString &name) const {
    KeyConfig c;
    c.name = name;
    c.environment = Environment::Staging;
    c.scopes = vaults.scopes();
    return c;
}

ApiKey CommonContract::made(const QString &name) {
    const auto created = waitFor(m_service->create(config(name)));
    if (!created)
        qFatal("a key is made: %d", static_cast<int>(created.error().code));
    return created->key;
}

void CommonContract::createdListedAndFound() {
    const auto created = waitFor(m_service->create(config(QStringLiteral("Zeta"))));
    QVERIFY(created.has_value());
    QVERIFY(created->token && created->token->size() > 40);
    const ApiKey second = made(QStringLiteral("alpha beta"));
    QTRY_COMPARE(ids({}, SmartFilter::None, ByName), QList<KeyId>({second.id, created->key.id}));
    QTRY_COMPARE(ids(QStringLiteral("BETA")), QList<KeyId>{second.id});
    QVERIFY(ids(QStringLiteral("nothing like it")).isEmpty());
    const auto rows = waitFor(backend->rows({created->key.id, second.id}));
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->first(), created->key);
    QCOMPARE(rows->first().config.scopes, vaults.scopes());
    QVERIFY(*waitFor(backend->nameExists(QStringLiteral("ZETA"), Environment::Staging, {})));
    QVERIFY(!*waitFor(backend->nameExists(QStringLiteral("Zeta"), Environment::Staging, created->key.id)));
    QCOMPARE(waitFor(m_service->findByToken(created->token->clone()))->id, created->key.id);
    QVERIFY(waitFor(m_service->keep(created->key, created->token)).has_value());
    const auto shown = waitFor(m_service->reveal(created->key, QStringLiteral("reveal")));
    QCOMPARE((*shown)->view().toByteArray(), created->token->view().toByteArray());
}

void CommonContract::nobodyGrantsBeyondTheirOwn() {
    const KeyService visitor(*backend, m_secrets, clock, {QStringLiteral("Eve"), true, false, {}});
    const auto plan = visitor.planCreate(config(QStringLiteral("Mine")));
    QVERIFY(!plan);
    QCOMPARE(plan.error().fields.first().code, QStringLiteral("notHeld"));
    QVERIFY(ids().isEmpty());
}

void CommonContract::anEditNeedsWhatItWasMadeFrom() {
    const ApiKey first = made(QStringLiteral("One"));
    KeyConfig a = first.config, b = first.config;
    a.name = QStringLiteral("Ana's");
    b.name = QStringLiteral("Ben's");
    const auto now = waitFor(m_service->edit(first, a));
    QVERIFY(now.has_value());
    QCOMPARE(now->version, first.version + 1);
    const auto lost = waitFor(m_service->edit(first, b));
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::Conflict);
    QCOMPARE(waitFor(backend->rows({first.id}))->first().config.name, QStringLiteral("Ana's"));
}

void CommonContract::permissionsAreReplacedWhole() {
    const ApiKey key = made(QStringLiteral("One"));
    KeyConfig c = key.config;
    c.scopes.remove(c.scopes.list().first());
    c.owner = QStringLiteral("Ana");
    c.tags = {QStringLiteral("crm")};
    c.note = QStringLiteral("a note");
    const auto now = waitFor(m_service->edit(key, c));
    QVERIFY(now.has_value());
    QCOMPARE(now->config, c);
    QCOMPARE(waitFor(backend->rows({key.id}))->first().config, c);
    QTRY_COMPARE(ids(QStringLiteral("tag:crm owner:ana")), QList<KeyId>{key.id});
    QCOMPARE(*waitFor(backend->suggestions(SortColumn::Owner)), QStringList{QStringLiteral("Ana")});
}

void CommonContract::eachOfSeveralHasItsOwnResult() {
    const ApiKey a = made(QStringLiteral("A")), b = made(QStringLiteral("B"));
    KeyConfig moved = b.config;
    moved.name = QStringLiteral("B, moved");
    QVERIFY(waitFor(m_service->edit(b, moved)).has_value());
    const auto done = waitFor(m_service->changeMany({a, b}, [this](const ApiKey &k) {
        KeyConfig c = k.config;
        c.name += QStringLiteral(" 2");
        return m_service->planEdit(k, c, QStringLiteral("key.edit"));
    }));
    QVERIFY(done.has_value());
    QCOMPARE(done->at(0)->config.name, QStringLiteral("A 2"));
    QCOMPARE(done->at(1).error().code, ErrorCode::Conflict); // from before it was moved
}

void CommonContract::whatIsDeletedIsGone() {
    const ApiKey key = made(QStringLiteral("One"));
    QVERIFY(waitFor(m_service->purge(key)).has_value());
    QTRY_VERIFY(ids().isEmpty());
    KeyConfig c = key.config;
    c.name = QStringLiteral("Back");
    QVERIFY(!waitFor(m_service->edit(key, c)));
    QVERIFY(ids().isEmpty());
}

void CommonContract::whatItCannotDoIsRefused() {
    const Capabilities can = backend->capabilities();
    const ApiKey key = made(QStringLiteral("One"));
    const auto refused = [](const auto &result) {
        return !result && result.error().code == ErrorCode::NotAllowed;
    };
    if (!can.deactivate)
        QVERIFY(refused(waitFor(m_service->setActive(key, false))));
    if (!can.revoke)
        QVERIFY(refused(waitFor(m_service->revoke(key, {}, false))));
    if (!can.rotate)
        QVERIFY(refused(waitFor(m_service->rotate(key, 0))));
    if (can.ownTokens)
        QVERIFY(refused(waitFor(backend->issue(newKey(1)))));
    else
        QVERIFY(refused(waitFor(backend->create(newKey(1)))));
    QCOMPARE(waitFor(backend->rows({key.id}))->first(), key);
}

void CommonContract::itTellsOfItsChanges() {
    QVERIFY(ids().isEmpty()); // who has seen a list hears of what makes it another
    QSignalSpy changed(backend.get(), &VaultBackend::keysChanged);
    const ApiKey key = made(QStringLiteral("One"));
    QTRY_VERIFY(!changed.isEmpty());
    changed.clear();
    KeyConfig c = key.config;
    c.note = QStringLiteral("said");
    QVERIFY(waitFor(m_service->edit(key, c)).has_value());
    QTRY_VERIFY(!changed.isEmpty());
}

} // namespace latchkey::contract
