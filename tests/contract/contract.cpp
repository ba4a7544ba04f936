#include "tests/contract/contract.h"

namespace latchkey::contract {

void Contract::begin() {
    backend.reset();
    clock.set(vaults.now());
    vaults.renew();
    backend = vaults.open(clock);
}

KeyId Contract::id(int n) {
    return *KeyId::fromString(QStringLiteral("key%1").arg(n, 9, 10, QLatin1Char('0')));
}

QByteArray Contract::verifier(int n) {
    return QByteArray::number(n).rightJustified(32, '\0'); // with bytes that are no text
}

NewKey Contract::newKey(int n, const QString &name) const {
    NewKey k;
    k.id = id(n);
    k.verifier = verifier(n);
    k.config.name = name.isEmpty() ? QStringLiteral("Key %1").arg(n) : name;
    k.config.environment = Environment::Production;
    k.config.scopes = ScopeSet::parse(u"leads:read leads:write");
    k.config.expires = clock.now().plusDays(90);
    k.actor = {QStringLiteral("Ana")};
    k.at = clock.now();
    return k;
}

ApiKey Contract::make(int n, const QString &name) {
    const auto made = waitFor(backend->create(newKey(n, name)));
    if (!made)
        qFatal("a key is made");
    return *made;
}

KeyChange Contract::changeOf(const ApiKey &key, const char *action) const {
    KeyChange c;
    c.id = key.id;
    c.expectedVersion = key.version;
    c.action = QLatin1StringView(action);
    c.actor = {QStringLiteral("Ben")};
    c.at = clock.now();
    return c;
}

QList<KeyId> Contract::ids(const QString &search, SmartFilter smart, KeySort sort) {
    KeyQuery q;
    q.filter = parseFilter(search);
    q.filter.smart = smart;
    q.sort = sort;
    const auto list = waitFor(backend->list(q));
    QList<KeyId> all;
    for (qsizetype i = 0; list && i < (*list)->size(); ++i)
        all.append((*list)->idAt(i));
    [&] { // counted, it finds as many
        if (!list)
            return;
        const auto count = waitFor(backend->count(q));
        QVERIFY(count.has_value());
        if (const auto after = waitFor(backend->list(q)); after && (*after)->size() != (*list)->size())
            return; // the look through all rows has found damage in between
        QCOMPARE(count->keys, static_cast<qint64>(all.size()));
    }();
    return all;
}

} // namespace latchkey::contract
