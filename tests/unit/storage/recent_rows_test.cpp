#include "core/storage/key_table.h"
#include "core/storage/recent_rows.h"
#include "tests/support/test_vault.h"

using namespace latchkey;

class RecentRowsTest : public QObject {
    Q_OBJECT

    static std::shared_ptr<const KeyRow> row(int n, qint64 changeSeq) {
        KeyRow r;
        r.key.id = *KeyId::fromString(QStringLiteral("%1").arg(n, 12, 10, QLatin1Char('0')));
        r.changeSeq = changeSeq;
        return std::make_shared<const KeyRow>(r);
    }
private slots:
    void aRowIsTakenOnce() {
        RecentRows rows;
        const auto a = row(1, 10), b = row(2, 11);
        rows.put({{a->key.id, a}, {b->key.id, b}});
        const auto taken = rows.take({a->key.id, row(3, 0)->key.id});
        QCOMPARE(taken.size(), 1);
        QCOMPARE(taken.value(a->key.id)->changeSeq, 10);
        QVERIFY(rows.take({a->key.id}).isEmpty());
        QCOMPARE(rows.take({b->key.id}).size(), 1);
    }

    void itNeverGrowsWithoutEnd() {
        RecentRows rows;
        for (int i = 0; i < 100; ++i) {
            RowsById some;
            for (int k = 0; k < 500; ++k) {
                const auto r = row(i * 500 + k, 1);
                some.insert(r->key.id, r);
            }
            rows.put(some);
        }
        qsizetype left = 0;
        for (int i = 0; i < 50'000; ++i)
            left += rows.take({row(i, 1)->key.id}).size();
        QVERIFY2(left > 0 && left <= 20'000, qPrintable(QString::number(left)));
    }

    /// What somebody else changed between the reading and the writing is neither lost nor written over.
    void aRowChangedMeanwhileIsReadAgain() {
        TestVault mine;
        mine.open();
        QList<NewKey> made;
        for (int i = 0; i < 450; ++i) {
            auto plan = mine.service->planCreate(mine.config(QStringLiteral("Key %1").arg(i)));
            QVERIFY(plan);
            made.append(plan->key);
        }
        QVERIFY(waitFor(mine.backend->createMany(made)));
        QList<KeyId> ids;
        for (const NewKey &k : made)
            ids.append(k.id);
        const auto seen = waitFor(mine.backend->rows(ids));
        QCOMPARE(seen->size(), 450);

        const auto other = waitFor(openLocalVault(mine.path(), {}, mine.clock));
        QVERIFY(other);
        KeyChange c;
        c.id = ids[7];
        c.expectedVersion = 1;
        c.action = QStringLiteral("key.edit");
        c.config = made[7].config;
        c.config->note = QStringLiteral("theirs");
        c.at = mine.clock.now();
        QVERIFY(waitFor((*other)->change(c)));

        const auto results = waitFor(mine.service->changeMany(
            *seen, [&](const ApiKey &k) { return mine.service->planActive(k, false); }));
        QVERIFY(results);
        for (qsizetype i = 0; i < results->size(); ++i)
            QCOMPARE(results->at(i).has_value(), i != 7);
        QCOMPARE(results->at(7).error().code, ErrorCode::Conflict);
        const auto now = waitFor(mine.backend->rows({ids[6], ids[7]}));
        QCOMPARE(now->at(0).state, KeyState::Inactive);
        QVERIFY(!now->at(0).damaged);
        QCOMPARE(now->at(1).state, KeyState::Active);
        QCOMPARE(now->at(1).config.note, QStringLiteral("theirs"));
        QVERIFY(waitFor(mine.backend->verifyAudit())->intact);
    }
};

QTEST_GUILESS_MAIN(RecentRowsTest)
#include "recent_rows_test.moc"
