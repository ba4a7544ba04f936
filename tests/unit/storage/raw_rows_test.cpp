#include "core/storage/raw_rows.h"

#include <QSqlQuery>
#include <QTest>

using namespace latchkey;

/// SQLite below Qt's driver; PostgreSQL is in the contract of backends.
class RawRowsTest : public QObject {
    Q_OBJECT

    using Row = QList<QByteArray>;
    template<typename F>
    static QList<Row> rowsOf(F read) {
        QList<Row> rows;
        const Outcome done = read([&](sql::Cells cells) {
            Row row;
            for (const QByteArrayView c : cells)
                row.append(c.isNull() ? QByteArray() : QByteArray(c.data(), c.size()));
            rows.append(row);
        });
        return done ? rows : QList<Row>();
    }

private slots:
    void initTestCase() {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
        db.setDatabaseName(QStringLiteral(":memory:"));
        QVERIFY(db.open());
        QVERIFY(QSqlQuery(db).exec(QStringLiteral("CREATE TABLE t (n INTEGER, s TEXT, b BLOB)")));
        QVERIFY(QSqlQuery(db).exec(QStringLiteral("INSERT INTO t VALUES (-9223372036854775808, 'Schlüssel', "
                                                  "x'00ff5c78'), (0, '', x''), (NULL, NULL, NULL)")));
    }
    void bothWaysSayTheSame() {
        QSqlDatabase db = QSqlDatabase::database();
        const QString all = QStringLiteral("SELECT n, s, b FROM t ORDER BY rowid");
        const auto own = rowsOf([&](const sql::VisitCells &visit) { return sql::eachRow(db, all, visit); });
        const auto byDriver =
            rowsOf([&](const sql::VisitCells &visit) { return sql::eachRowByDriver(db, all, visit); });
        QCOMPARE(own.size(), 3);
        QCOMPARE(own[0], Row({"-9223372036854775808", "Schlüssel", QByteArray("\0\xff\\x", 4)}));
        QCOMPARE(own[1], Row({"0", "", ""}));
        QVERIFY(!own[1][1].isNull() && !own[1][2].isNull());
        QVERIFY(own[2][0].isNull() && own[2][1].isNull() && own[2][2].isNull());
        QCOMPARE(byDriver[0], own[0]);
        QCOMPARE(byDriver[1][0], own[1][0]);
        QVERIFY(byDriver[2][0].isNull() && byDriver[2][1].isNull());
    }
    void aBadStatementFails() {
        QSqlDatabase db = QSqlDatabase::database();
        for (const char *bad : {"SELECT nothing FROM t", "SELEC", ""})
            QVERIFY(!sql::eachRow(db, QLatin1StringView(bad), [](sql::Cells) {}));
    }
};

QTEST_GUILESS_MAIN(RawRowsTest)
#include "raw_rows_test.moc"
