#include "core/model/error.h"
#include "server/ops/foreign_lines.h"
#include "server/program/words.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey::server;

/// The log of latchkeyd.
class ServerLogTest : public QObject {
    Q_OBJECT
private slots:
    /// Codes of PostgreSQL are for whoever looks them up; the sentence says what happened.
    void whatADatabaseRefusesIsSaidInWords() {
        const auto said = [](latchkey::ErrorCode code, const char *state) {
            return sentenceOf(
                latchkey::Error(code, {{QStringLiteral("path"), QStringLiteral("ops@db/keys")},
                                       {QStringLiteral("sqlState"), QLatin1StringView(state)}}));
        };
        QCOMPARE(
            said(latchkey::ErrorCode::Unreachable, "57P01"),
            QStringLiteral("ops@db/keys does not answer: the database server is being shut down (57P01)"));
        QCOMPARE(said(latchkey::ErrorCode::Internal, "22P02"),
                 QStringLiteral("something failed: the database refused what it was asked for (22P02)"));
    }
    void whatLibrariesSayIsALineOfJsonWithoutSecrets() {
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("log")));
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        Log log(file.handle());
        {
            const ForeignLines lines(log);
            std::fputs("WARNING:  password file \"/p\" has group or world access\nNOTICE:  ", stderr);
            std::fputs("second\n\nFATAL:  third at postgresql://ops:se/cr@et@host/keys\n", stderr);
            qWarning("QSqlQuery::exec: database not open: host=h password='se cr@et' user=ops");
            std::fputs("cut off", stderr);
        }
        std::fputs("", stderr); // the test's own again
        file.seek(0);
        const QByteArray all = file.readAll();
        QVERIFY2(!all.contains("cr@et"), all.constData());
        QStringList said;
        for (const QByteArray &line : all.trimmed().split('\n')) {
            const QJsonObject o = QJsonDocument::fromJson(line).object();
            QCOMPARE(o.value(QStringLiteral("event")).toString(), QStringLiteral("library"));
            QVERIFY(o.contains(QStringLiteral("time")));
            said.append(QStringList{o.value(QStringLiteral("level")).toString(),
                                    o.value(QStringLiteral("source")).toString(),
                                    o.value(QStringLiteral("text")).toString().left(16)}
                            .join(u'|'));
        }
        QCOMPARE(said, (QStringList{QStringLiteral("warning|stderr|WARNING:  passwo"),
                                    QStringLiteral("info|stderr|NOTICE:  second"),
                                    QStringLiteral("error|stderr|FATAL:  third at"),
                                    QStringLiteral("warning|qt|QSqlQuery::exec:"),
                                    QStringLiteral("warning|stderr|cut off")}));
    }
};

QTEST_GUILESS_MAIN(ServerLogTest)
#include "log_test.moc"
