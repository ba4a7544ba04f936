#include "core/storage/postgres/postgres_address.h"

#include <QTest>

using namespace latchkey;

class PostgresAddressTest : public QObject {
    Q_OBJECT

    static QStringList faults(const QString &uri) {
        const auto a = parsePostgresAddress(uri);
        QStringList all;
        for (const FieldError &f : a ? QList<FieldError>() : a.error().fields)
            all.append(f.field + u':' + f.code);
        return all;
    }

private slots:
    void whole() {
        const auto a =
            parsePostgresAddress(QStringLiteral("postgresql://ana:p%40ss%3Aword@db.example.com:6432/"
                                                "keys?sslmode=verify-ca&connect_timeout=9&schema=latchkey"));
        QVERIFY(a.has_value());
        QCOMPARE(a->host, QStringLiteral("db.example.com"));
        QCOMPARE(a->port, 6432);
        QCOMPARE(a->database, QStringLiteral("keys"));
        QCOMPARE(a->user, QStringLiteral("ana"));
        QCOMPARE(a->password, QStringLiteral("p@ss:word"));
        QCOMPARE(a->sslMode, QStringLiteral("verify-ca"));
        QCOMPARE(a->connectSeconds, 9);
        QCOMPARE(a->shown(), QStringLiteral("postgresql://ana@db.example.com:6432/keys?schema=latchkey"));
        QVERIFY(!a->shown().contains(QStringLiteral("ss")));
        QVERIFY(!a->connectOptions().contains(QStringLiteral("word")));
    }
    void sockets() {
        for (const char *uri :
             {"postgres:///keys?user=ana&host=/run/postgresql", "postgresql://ana@%2Frun%2Fpostgresql/keys",
              "postgresql://ana:x@%2frun%2Fpostgresql:5433/keys"}) {
            const auto a = parsePostgresAddress(QLatin1StringView(uri));
            QVERIFY2(a.has_value(), uri);
            QCOMPARE(a->host, QStringLiteral("/run/postgresql"));
            QVERIFY(a->isLocal());
            QCOMPARE(a->database, QStringLiteral("keys"));
            QCOMPARE(a->user, QStringLiteral("ana"));
            QCOMPARE(a->sslMode, QStringLiteral("disable"));
            QCOMPARE(a->shown(), QStringLiteral("postgresql://ana@/keys?host=/run/postgresql"));
        }
    }
    void certificatesAreCheckedUnlessSaidOtherwise() {
        const auto mode = [](const char *uri) {
            return parsePostgresAddress(QLatin1StringView(uri))->sslMode;
        };
        QCOMPARE(mode("postgresql://a@db.example.com/k"), QStringLiteral("verify-full"));
        QCOMPARE(mode("postgresql://a@127.0.0.1/k"), QStringLiteral("disable"));
        QCOMPARE(mode("postgresql://a@[::1]:5433/k"), QStringLiteral("disable"));
        QCOMPARE(mode("postgresql://a@10.0.0.1/k"), QStringLiteral("verify-full"));
        QCOMPARE(mode("postgresql://a@10.0.0.1/k?sslmode=disable"), QStringLiteral("disable"));
    }
    void everyFaultByName_data() {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *uri, const char *fault) {
            QTest::newRow(uri) << QString::fromLatin1(uri) << QString::fromLatin1(fault);
        };
        row("", "scheme:unknown");
        row("host=db dbname=keys", "scheme:unknown");
        row("mysql://a@h/k", "scheme:unknown");
        row("postgresql://a@h/", "database:empty");
        row("postgresql://h/k", "user:empty");
        row("postgresql://a@h/k?sslmode=prefer", "sslmode:unsafe");
        row("postgresql://a@h/k?sslmode=allow", "sslmode:unsafe");
        row("postgresql://a@h/k?sslmode=on", "sslmode:unknown");
        row("postgresql://a@h/k?options=-c%20x", "options:unknown");
        row("postgresql://a@h/k?port=0", "port:outOfRange");
        row("postgresql://a@h/k?connect_timeout=1", "connect_timeout:outOfRange");
        row("postgresql://a@h/k?user=a&user=b", "user:twice");
        row("postgresql://a@h/k?sslrootcert=/nowhere/ca.pem", "sslrootcert:unreadable");
        row("postgresql://a@h/k?sslrootcert=/a%3Bb", "sslrootcert:malformed");
        row("postgresql://a@h/k?schema=a%22b", "schema:malformed");
        row("postgresql://a@h:99999/k", "uri:malformed");
        row("postgresql://a@h/k#x", "uri:malformed");
    }
    void everyFaultByName() {
        QFETCH(QString, uri);
        QFETCH(QString, fault);
        QVERIFY2(faults(uri).contains(fault), qPrintable(faults(uri).join(u' ')));
    }
};

QTEST_GUILESS_MAIN(PostgresAddressTest)
#include "postgres_address_test.moc"
