#include "core/model/filter_match.h"
#include "core/remote/rest_seen.h"
#include "core/storage/key_columns.h"
#include "core/storage/key_index.h"

#include <QRandomGenerator>
#include <QTest>

using namespace latchkey;

namespace {

const Instant Now(1'800'000'000'000);
constexpr qint64 Day = 86'400'000;

/// Random choices, the same in each run of the tests.
class Dice {
public:
    explicit Dice(quint32 seed)
        : m_random(seed) {}
    bool oneIn(int n) { return m_random.bounded(n) == 0; }
    int upTo(int n) { return m_random.bounded(n + 1); }
    template<typename T>
    T of(const QList<T> &all) {
        return all[m_random.bounded(all.size())];
    }
    QStringList someOf(const QStringList &all) {
        QStringList some;
        for (const QString &s : all) {
            if (oneIn(3))
                some.append(s);
        }
        return some;
    }

private:
    QRandomGenerator m_random;
};

QStringList texts(const char *spaced) {
    return QString::fromUtf8(spaced).split(u' ');
}

/// Few of each, so that they meet; times stand on both sides of the borders, and on them.
ApiKey randomKey(Dice &dice, int n, const Catalogue &catalogue) {
    static const QList<qint64> Days{-200, -91, -90, -30, -7, -3, -1, 0, 1, 3, 7, 14, 15, 90};
    const auto time = [&] { return Instant(Now.ms() + dice.of(Days) * Day + dice.upTo(2) - 1); };
    const auto maybe = [&] { return dice.oneIn(2) ? std::optional(time()) : std::nullopt; };
    ApiKey k;
    k.id = k.credentialId = *KeyId::fromString(QString::number(n).rightJustified(12, u'0'));
    KeyConfig &c = k.config;
    c.name = dice.of(texts("Ärger leads CRM mail all acme")) + u' ' + dice.of(texts("sync export Ünit 12"));
    c.environment = dice.of(QList(AllEnvironments.begin(), AllEnvironments.end()));
    c.type = dice.oneIn(3) ? KeyType::Billing : KeyType::General;
    const ScopeSet all = catalogue.scopesOf(c.type);
    for (const Scope &s : all) {
        if (dice.oneIn(8))
            c.scopes.insert(s);
    }
    if (dice.oneIn(6))
        c.scopes = all;
    for (const RatePeriod p : AllRatePeriods)
        c.limits.set(p, dice.of(QList<qint64>{0, 0, 0, 1, 10, 100}));
    c.customers = dice.someOf(texts("acme acme-eu alliance zeta"));
    if (dice.oneIn(2))
        c.allowedIps = parseIpRanges(
            dice.someOf(texts("10.0.0.0/8 10.1.2.3 192.0.2.0/24 2001:db8::/32")).join(u'\n'), nullptr);
    c.expires = maybe();
    c.owner = dice.of(QStringList{{}, QStringLiteral("Ana B"), QStringLiteral("Zoë"), QStringLiteral("crm")});
    c.tags = dice.someOf(texts("crm eu read ärger"));
    k.state =
        dice.of(QList<KeyState>{KeyState::Active, KeyState::Active, KeyState::Active, KeyState::Inactive,
                                KeyState::Revoked, KeyState::Deleted, KeyState::Purged});
    k.damaged = dice.oneIn(12);
    k.createdAt = time();
    k.lastUsedAt = maybe();
    if (dice.oneIn(3))
        k.old = OldCredential{*KeyId::fromString(u"oldoldoldold"), maybe(), {}, {}};
    return k;
}

IndexRow rowOf(const ApiKey &k, qint64 seq) {
    const KeyConfig &c = k.config;
    IndexRow r;
    r.seq = r.changeSeq = seq;
    r.id = k.id;
    r.nameFold = foldForSearch(c.name);
    r.scopes = c.scopes.toString();
    r.owner = c.owner;
    r.tags = c.tags.join(key_row::ListSeparator);
    r.customers = c.customers.join(key_row::ListSeparator);
    r.limits = QStringLiteral("%1/%2/%3/%4")
                   .arg(c.limits.stored(RatePeriod::Second))
                   .arg(c.limits.stored(RatePeriod::Minute))
                   .arg(c.limits.stored(RatePeriod::Hour))
                   .arg(c.limits.stored(RatePeriod::Day));
    r.ips = formatIpRanges(c.allowedIps);
    r.environment = c.environment;
    r.type = c.type;
    r.state = k.state;
    r.created = k.createdAt.ms();
    r.expires = c.expires ? c.expires->ms() : KeyIndex::NeverExpires;
    r.lastUsed = k.lastUsedAt ? k.lastUsedAt->ms() : KeyIndex::NeverUsed;
    r.oldUntil = !k.old         ? KeyIndex::NotRotating
                 : k.old->until ? k.old->until->ms()
                                : std::numeric_limits<qint64>::max();
    return r;
}

const QStringList &parts() {
    static const QStringList all =
        texts("status:active status:inactive status:revoked status:expired status:deleted status:damaged "
              "env:prod env:dev env:none type:general type:billing perm:leads:read perm:leads perm:read "
              "perm:ead customer:acme customer:acme- customer:all customer:AC customer:nobody tag:crm "
              "tag:ärger tag:c owner:ana owner:zoe id:000000000007 limit:none limit:10 limit:0 ip:any "
              "ip:anywhere ip:10.1.2.3 ip:10.0.0.0/8 ip:192.0.2.7 ip:2001:db8::1 ip:x created:<7d "
              "created:>90d last:<7d last:>90d last:never expires:<14d expires:>1d expires:never arger "
              "crm acme unit leads:read read 00000 all 12 name:arger name:crm name:00000") +
        QStringList{QStringLiteral("\"leads:read leads:write\""), QStringLiteral("\"read leads\""),
                    QStringLiteral("perm:\"read leads\""), QStringLiteral("owner:\"ana b\""),
                    QStringLiteral("\"crm sync\"")};
    return all;
}

KeyQuery randomQuery(Dice &dice) {
    QStringList text;
    for (int n = dice.upTo(3); n >= 0; --n)
        text.append((dice.oneIn(4) ? QStringLiteral("-") : QString()) + dice.of(parts()));
    KeyQuery q;
    q.filter = parseFilter(text.join(u' '));
    if (dice.oneIn(3))
        q.filter.smart = static_cast<SmartFilter>(dice.upTo(SmartFilterCount - 1));
    if (dice.oneIn(4))
        q.filter.environment = dice.of(QList(AllEnvironments.begin(), AllEnvironments.end()));
    q.sort = {SortColumn::Id, Qt::AscendingOrder};
    q.thresholds = {dice.of(QList{3, 14}), dice.of(QList{7, 30}), dice.of(QList{1, 7}),
                    dice.of(QList{7, 90})};
    return q;
}

QList<KeyId> idsOf(const KeyList &list) {
    QList<KeyId> ids;
    for (qsizetype i = 0; i < list.size(); ++i)
        ids.append(list.idAt(i));
    return ids;
}

} // namespace

/// A filter finds the same keys in a vault's index and, key by key, among those seen of a server.
class FilterMatchTest : public QObject {
    Q_OBJECT
    Catalogue m_catalogue = *Catalogue::fromJson(defaultCatalogueJson());

private slots:
    void asTheIndexFindsThem_data() {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 20; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void asTheIndexFindsThem() {
        QFETCH(const quint32, seed);
        Dice dice(seed);
        QHash<KeyId, ApiKey> keys;
        KeyIndex index;
        index.setCatalogue(m_catalogue);
        QList<IndexRow> rows;
        for (int n = 1; n <= 60; ++n) {
            const ApiKey k = randomKey(dice, n, m_catalogue);
            keys.insert(k.id, k);
            rows.append(rowOf(k, n));
        }
        index.put(rows);
        for (const IndexRow &r : std::as_const(rows))
            index.setDamaged(r.seq, keys.value(r.id).damaged);
        int found = 0;
        for (int round = 0; round < 300; ++round) {
            const KeyQuery q = randomQuery(dice);
            const KeyListPtr list = index.list(q, Now);
            const auto seen = seenKeys(keys, q, m_catalogue, Now);
            const QByteArray what = QStringLiteral("%1, smart %2")
                                        .arg(formatFilter(q.filter))
                                        .arg(static_cast<int>(q.filter.smart))
                                        .toUtf8();
            QVERIFY2(idsOf(*seen) == idsOf(*list), what.constData());
            QCOMPARE(seen->unfiltered(), list->unfiltered());
            found += seen->size() > 0 ? 1 : 0;
        }
        QVERIFY2(found > 50, qPrintable(QString::number(found))); // they do find something
    }

    /// Its status says Inactive, and it has expired all the same.
    void expiredWhileItWasOff() {
        KeyIndex index;
        ApiKey k;
        k.id = *KeyId::fromString(u"000000000001");
        KeyQuery q;
        q.filter.smart = SmartFilter::ExpiredRecently;
        using Both = std::pair<qsizetype, qsizetype>;
        const auto found = [&](KeyState state, int days) {
            k.state = state;
            k.config.expires = Instant(Now.ms() + days * Day);
            index.put({rowOf(k, 1)});
            return Both(index.list(q, Now)->size(), seenKeys({{k.id, k}}, q, m_catalogue, Now)->size());
        };
        QCOMPARE(found(KeyState::Inactive, -2), Both(1, 1));
        QCOMPARE(found(KeyState::Active, -2), Both(1, 1));
        QCOMPARE(found(KeyState::Inactive, 2), Both(0, 0));
        QCOMPARE(found(KeyState::Inactive, -31), Both(0, 0));
        QCOMPARE(found(KeyState::Revoked, -2), Both(0, 0));
    }

    /// What nobody is, isn't looked for elsewhere; nor do customers of the past count.
    void customers() {
        KeyIndex index;
        ApiKey k;
        k.id = *KeyId::fromString(u"000000000001");
        const auto finds = [&](const char *text) {
            KeyQuery q;
            q.filter = parseFilter(QString::fromUtf8(text));
            const auto seen = seenKeys({{k.id, k}}, q, m_catalogue, Now);
            return std::pair(index.list(q, Now)->size(), seen->size());
        };
        using Both = std::pair<qsizetype, qsizetype>;
        k.config.customers = {QStringLiteral("acme")};
        index.put({rowOf(k, 1)});
        k.config.customers = texts("acme-eu alliance");
        index.put({rowOf(k, 1)});
        QCOMPARE(finds("customer:all"), Both(0, 0));
        QCOMPARE(finds("customer:acme"), Both(1, 1));
        QCOMPARE(finds("customer:acme-eu"), Both(1, 1));
        k.config.customers.clear();
        index.put({rowOf(k, 1)});
        QCOMPARE(finds("customer:all"), Both(1, 1));
    }

    /// A service's key: what is not reported it doesn't have, and permissions that nobody has read are not
    /// known either way.
    void whatAServiceTells_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("mayFit");
        QTest::addColumn<bool>("fits"); // once they are read
        const auto row = [](const char *text, bool may, bool fits) {
            QTest::newRow(text) << QString::fromLatin1(text) << may << fits;
        };
        row("perm:mail.send", true, true);
        row("perm:mail", true, true);
        row("perm:send", true, false);
        row("-perm:mail.send", true, false);
        row("perm:mail.send tag:eu", false, false);
        row("type:general tag:crm", true, true);
        row("mail.send", true, true);
        row("nothing", true, false);
        row("status:active", false, false);
        row("-status:active", true, true);
        row("customer:all", false, false);
        row("last:never", false, false);
        row("env:none", true, true);
    }
    void whatAServiceTells() {
        QFETCH(const QString, text);
        QFETCH(const bool, mayFit);
        QFETCH(const bool, fits);
        ApiKey k;
        k.config.name = QStringLiteral("CRM");
        k.config.tags = {QStringLiteral("crm")};
        k.service = ServiceKey();
        const FilterMatch match(parseFilter(text), {}, m_catalogue, Now, Reported::OfService);
        QCOMPARE(match.mayFit(k), mayFit);
        const bool asks = text.contains(u'.') || text.contains(u"perm") || text.contains(u"type");
        QCOMPARE(match.fits(k), !asks && fits);
        k.service->scopesKnown = true;
        k.config.scopes.insert(*Scope::fromService(u"mail.send"));
        QCOMPARE(match.fits(k), fits);
    }
};

QTEST_APPLESS_MAIN(FilterMatchTest)
#include "filter_match_test.moc"
