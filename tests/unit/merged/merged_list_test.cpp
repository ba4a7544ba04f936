#include "core/merged/merged_list.h"
#include "core/remote/rest_list.h"

#include <QTest>
#include <algorithm>
#include <random>

using namespace latchkey;

/// A merged list against the same rows merged by hand.
class MergedListTest : public QObject {
    Q_OBJECT
    std::mt19937 m_random{20261122}; // NOLINT: the same rows each time

    static KeyId id(int n) {
        return *KeyId::fromString(QStringLiteral("%1").arg(n, 12, 10, QLatin1Char('0')));
    }
    /// Many keys are the same, within a part and between parts.
    std::shared_ptr<RestList> part(int rows, Qt::SortOrder order) {
        std::vector<RestSortKey> keys;
        for (int i = 0; i < rows; ++i)
            keys.push_back({m_random() % 5,
                            m_random() % 3 == 0
                                ? QString()
                                : QString(QChar(static_cast<char16_t>(u'a' + m_random() % 3))),
                            std::string(1, static_cast<char>('a' + m_random() % 4))});
        std::stable_sort(keys.begin(), keys.end(), [order](const RestSortKey &a, const RestSortKey &b) {
            const int c = compare(a.view(), b.view());
            return order == Qt::AscendingOrder ? c < 0 : c > 0;
        });
        auto list = std::make_shared<RestList>();
        for (int i = 0; i < rows; ++i)
            list->ids.append(id(i)); // the same ids in each part: only their place tells them apart
        list->all = list->keys = rows;
        list->addSortKeys(std::move(keys), order);
        return list;
    }
    static QList<KeyId> all(const KeyList &list) {
        QList<KeyId> ids;
        for (qsizetype p = 0; p < list.size(); ++p)
            ids.append(list.idAt(p));
        return ids;
    }
    static QList<KeyId> byHand(const std::vector<MergedList::Part> &parts, Qt::SortOrder order) {
        struct Row {
            SortKey key;
            KeyId id;
        };
        std::vector<Row> rows;
        for (const auto &p : parts) {
            for (qsizetype i = 0; i < p.list->size(); ++i)
                rows.push_back({p.list->sortKeyAt(i), p.list->idAt(i).at(p.place)});
        }
        std::stable_sort(rows.begin(), rows.end(), [order](const Row &a, const Row &b) {
            const int c = compare(a.key, b.key);
            return order == Qt::AscendingOrder ? c < 0 : c > 0;
        });
        QList<KeyId> ids;
        for (const Row &row : rows)
            ids.append(row.id);
        return ids;
    }

private slots:
    void anIdKnowsItsPlace() {
        const KeyId plain = id(7);
        QCOMPARE(plain.place(), 0U);
        for (const unsigned place : {1U, 2U, 3U, 100U, KeyId::MostPlaces}) {
            const KeyId there = plain.at(place);
            QCOMPARE(there.place(), place);
            QVERIFY(there != plain);
            QCOMPARE(there.at(0), plain);
            QCOMPARE(there.at(5).place(), 5U);
            QCOMPARE(there.toString(), plain.toString());
            QVERIFY(!there.isNull());
        }
        QVERIFY(KeyId().at(3).isNull());
        QCOMPARE(KeyId().at(3), KeyId());
    }

    void isWhatMergingByHandGives() {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            for (const QList<int> &sizes : {QList<int>{0}, QList<int>{3}, QList<int>{700}, QList<int>{0, 5},
                                            QList<int>{300, 900}, QList<int>{1000, 1, 513, 0, 256}}) {
                std::vector<MergedList::Part> parts;
                unsigned place = 0;
                for (const int rows : sizes)
                    parts.push_back({part(rows, order), ++place});
                const MergedList list(parts, order, false, false, 0);
                const QList<KeyId> wanted = byHand(parts, order);
                QVERIFY(list.complete());
                QCOMPARE(list.size(), wanted.size());
                // From anywhere, before all is asked for in turn.
                for (int n = 0; n < 50 && !wanted.isEmpty(); ++n) {
                    const auto p = static_cast<qsizetype>(m_random() % static_cast<unsigned>(wanted.size()));
                    QCOMPARE(list.idAt(p), wanted[p]);
                    QCOMPARE(list.positionOf(wanted[p]), p);
                }
                QCOMPARE(all(list), wanted);
                const QList<qsizetype> places = list.positionsOf(wanted);
                for (qsizetype p = 0; p < wanted.size(); ++p)
                    QCOMPARE(places[p], p);
                QCOMPARE(list.positionOf(id(5'000).at(1)), qsizetype{-1});
                QCOMPARE(list.positionOf(id(0)), qsizetype{-1}); // of no vault
                QCOMPARE(list.positionOf(KeyId()), qsizetype{-1});
            }
        }
    }

    void onePartAfterTheOther() {
        const auto first = part(400, Qt::AscendingOrder), second = part(300, Qt::AscendingOrder);
        const MergedList list({{first, 1}, {second, 2}}, Qt::AscendingOrder, true, false, 0);
        for (qsizetype p = 0; p < 400; ++p)
            QCOMPARE(list.idAt(p), first->ids[p].at(1));
        for (qsizetype p = 0; p < 300; ++p)
            QCOMPARE(list.idAt(400 + p), second->ids[p].at(2));
        QCOMPARE(list.positionOf(second->ids[10].at(2)), qsizetype{410});
    }

    /// Rows behind the last known one of a part may still change places: they are not shown yet.
    void aPartThatGoesOnShowsOnlyWhatIsSure() {
        const auto whole = part(600, Qt::AscendingOrder), begun = part(600, Qt::AscendingOrder);
        begun->ids = begun->ids.first(50);
        begun->sortKeys.resize(50);
        const MergedList list({{whole, 1}, {begun, 2}}, Qt::AscendingOrder, false, false, 7);
        QVERIFY(!list.complete());
        QCOMPARE(list.total(), qsizetype{1200});
        QCOMPARE(list.unfiltered(), qsizetype{1207});
        QVERIFY(list.size() >= 50 && list.size() < 1200);
        QCOMPARE(list.idAt(list.size() - 1), begun->ids.last().at(2));
        QCOMPARE(all(list), byHand({{whole, 1}, {begun, 2}}, Qt::AscendingOrder).first(list.size()));
    }

    void withoutKeysAPartStandsTogether() {
        const auto keyed = part(10, Qt::AscendingOrder);
        auto old = std::make_shared<RestList>(); // of a server that knows no sort keys
        old->ids = {id(1), id(2), id(3)};
        old->all = 3;
        const MergedList list({{keyed, 1}, {old, 2}}, Qt::AscendingOrder, false, false, 0);
        const QList<KeyId> shown = all(list);
        QCOMPARE(shown.size(), 13);
        const qsizetype at = shown.indexOf(id(1).at(2));
        QCOMPARE(shown.mid(at, 3), (QList<KeyId>{id(1).at(2), id(2).at(2), id(3).at(2)}));
    }

    void keysOutOfOrderAreBentNotBelieved() {
        RestList list;
        list.ids = {id(1), id(2), id(3)};
        list.addSortKeys({{5, {}, {}}, {3, {}, {}}, {9, {}, {}}}, Qt::AscendingOrder);
        QCOMPARE(list.sortKeyAt(1).number, 5U);
        QCOMPARE(list.sortKeyAt(2).number, 9U);
    }
};

QTEST_GUILESS_MAIN(MergedListTest)
#include "merged_list_test.moc"
