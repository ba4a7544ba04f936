#include "core/remote/rest_list.h"
#include "core/remote/rest_seen.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace latchkey;

/// Putting changed keys into a list that was fetched before.
class RestListTest : public QObject {
    Q_OBJECT
    static KeyId id(int n) { return *KeyId::fromString(QString::number(n).rightJustified(12, u'0')); }
    static RestList listOf(const QList<int> &numbers) {
        RestList l;
        for (const int n : numbers)
            l.ids.append(id(n));
        l.all = l.ids.size();
        return l;
    }
    static QList<KeyId> after(const QList<int> &before, const QHash<KeyId, qint64> &places, qint64 total) {
        const auto list = placed(listOf(before), places, total);
        return list ? list->ids : QList<KeyId>();
    }

private slots:
    void movesAddsAndTakesAway() {
        QCOMPARE(after({1, 2, 3, 4}, {{id(2), 3}}, 4), listOf({1, 3, 4, 2}).ids);
        QCOMPARE(after({1, 2, 3, 4}, {{id(4), 0}}, 4), listOf({4, 1, 2, 3}).ids);
        QCOMPARE(after({1, 2, 3, 4}, {{id(2), -1}, {id(3), -1}}, 2), listOf({1, 4}).ids);
        QCOMPARE(after({1, 2}, {{id(8), 0}, {id(9), 3}}, 4), listOf({8, 1, 2, 9}).ids);
        QCOMPARE(after({}, {{id(8), 0}}, 1), listOf({8}).ids);
        // Another length than the server says: it is not that list.
        QVERIFY(!placed(listOf({1, 2, 3}), {{id(2), 2}}, 4));
        QVERIFY(!placed(listOf({1, 2, 3}), {{id(9), 7}}, 4));
    }

    void whateverChanges() {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            QList<int> before, now;
            const int n = random.bounded(1, 40);
            for (int i = 0; i < n; ++i)
                before.append(i);
            now = before;
            QHash<KeyId, qint64> places;
            for (int c = random.bounded(6); c > 0; --c) {
                const int who = random.bounded(n + 5);
                now.removeAll(who);
                if (random.bounded(3) > 0)
                    now.insert(random.bounded(static_cast<int>(now.size()) + 1), who);
                places.insert(id(who), 0);
            }
            const RestList wanted = listOf(now);
            for (auto it = places.begin(); it != places.end(); ++it)
                *it = wanted.ids.indexOf(it.key());
            QCOMPARE(after(before, places, now.size()), wanted.ids);
        }
    }

    /// Without the server: only what fits, in the order asked, as the server would have it.
    void ofTheRowsSeen() {
        const Instant now(1'800'000'000'000);
        QHash<KeyId, ApiKey> rows;
        const auto add = [&](int n, const char *name, auto dress) {
            ApiKey k;
            k.id = id(n);
            k.config.name = QString::fromUtf8(name);
            k.config.scopes = ScopeSet::parse(u"leads:read");
            k.createdAt = now.plusDays(-n);
            dress(k);
            rows.insert(k.id, k);
        };
        add(1, "Ärger mail", [](ApiKey &k) { k.config.environment = Environment::Production; });
        add(2, "billing", [&](ApiKey &k) {
            k.config.type = KeyType::Billing;
            k.lastUsedAt = now.plusDays(-100);
            k.config.customers = {QStringLiteral("acme"), QStringLiteral("acme-eu")};
        });
        add(3, "crm", [&](ApiKey &k) {
            k.config.expires = now.plusDays(3);
            k.config.allowedIps = parseIpRanges(QStringLiteral("10.0.0.0/8"), nullptr);
            k.config.customers = {QStringLiteral("acme-us")};
        });
        add(4, "old crm", [](ApiKey &k) { k.state = KeyState::Revoked; });
        add(5, "gone crm", [](ApiKey &k) { k.state = KeyState::Deleted; });
        const auto found = [&](const char *text, SortColumn column = SortColumn::Name,
                               SmartFilter smart = SmartFilter::None) {
            KeyQuery q;
            q.filter = parseFilter(QString::fromUtf8(text));
            q.filter.smart = smart;
            q.sort = {column, Qt::AscendingOrder};
            const auto list = seenKeys(rows, q, {}, now);
            if (!list->isOfSeen() || !list->complete() || list->unfiltered() != 4)
                qFatal("no list of seen rows");
            QByteArray numbers;
            for (const KeyId &k : list->ids)
                numbers += QByteArray::number(k.toString().toInt());
            return numbers;
        };
        QCOMPARE(found(""), QByteArray("1234"));
        QCOMPARE(found("", SortColumn::Created), QByteArray("4321"));
        QCOMPARE(found("", SortColumn::LastUsed).back(), '2');
        QCOMPARE(found("arger"), QByteArray("1"));
        QCOMPARE(found("crm"), QByteArray("34"));
        QCOMPARE(found("crm status:active"), QByteArray("3"));
        QCOMPARE(found("crm status:deleted"), QByteArray("5"));
        QCOMPARE(found("-status:revoked -type:billing env:prod"), QByteArray("1"));
        QCOMPARE(found("customer:acme"), QByteArray("2")); // that customer, not those that begin so
        QCOMPARE(found("customer:acme-"), QByteArray("23"));
        QCOMPARE(found("ip:10.1.2.3"), QByteArray("3"));
        QCOMPARE(found("last:>90d -last:never"), QByteArray("2"));
        QCOMPARE(found("expires:<14d"), QByteArray("3"));
        QCOMPARE(found("", SortColumn::Name, SmartFilter::ExpiringSoon), QByteArray("3"));
        QCOMPARE(found("", SortColumn::Name, SmartFilter::Unused), QByteArray("2"));
        QCOMPARE(found("", SortColumn::Name, SmartFilter::RecentlyDeleted), QByteArray("5"));
        QCOMPARE(found("", SortColumn::Name, SmartFilter::RateLimited), QByteArray()); // no row tells
    }

    void positions() {
        const RestList l = listOf({5, 6, 7});
        QCOMPARE(l.positionsOf({id(7), id(1), id(5)}), (QList<qsizetype>{2, -1, 0}));
    }
};

QTEST_APPLESS_MAIN(RestListTest)
#include "rest_list_test.moc"
