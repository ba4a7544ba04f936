#include "core/remote/rest_list.h"

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

    void positions() {
        const RestList l = listOf({5, 6, 7});
        QCOMPARE(l.positionsOf({id(7), id(1), id(5)}), (QList<qsizetype>{2, -1, 0}));
    }
};

QTEST_APPLESS_MAIN(RestListTest)
#include "rest_list_test.moc"
