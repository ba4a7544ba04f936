#include "core/services/log_import/line_source.h"
#include "core/services/log_import/log_import.h"
#include "tests/support/test_vault.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <zlib.h>

using namespace latchkey;

namespace {

const Instant now(1'800'000'000'000);

QByteArray lineAt(int second, const QByteArray &path = "/v1/leads", int status = 200,
                  const QByteArray &more = {}) {
    return "10.2.0.4 - - [10/Oct/2026:13:" + QByteArray::number(second / 60 % 60).rightJustified(2, '0') +
           ":" + QByteArray::number(second % 60).rightJustified(2, '0') + " +0000] \"GET " + path +
           " HTTP/1.1\" " + QByteArray::number(status) + " 12 \"-\" \"curl/7.88\"" + more + "\n";
}

QByteArray linesOf(int count, int from = 0) {
    QByteArray all;
    for (int i = from; i < from + count; ++i)
        all += lineAt(i % 3600, "/v1/leads/" + QByteArray::number(i));
    return all;
}

class Fixture {
public:
    TestVault vault{now};
    QString path;

    Fixture() {
        vault.open();
        path = vault.dir.filePath(QStringLiteral("access.log"));
    }
    void write(const QByteArray &bytes, QIODevice::OpenMode how = QIODevice::WriteOnly) {
        QFile f(path);
        QVERIFY(f.open(how));
        QCOMPARE(f.write(bytes), bytes.size());
    }
    Result<LogImportReport> import() {
        LogImport job(*vault.backend, path);
        QSignalSpy done(&job, &LogImport::finished);
        job.start();
        if (done.isEmpty() && !done.wait(60'000))
            qFatal("the import does not end");
        const auto report = done.first().first().value<LogImportReport>();
        if (report.failure)
            return fail(*report.failure);
        return report;
    }
    qint64 rows() { return waitFor(vault.backend->requests()->count({}))->rows; }
    QList<RequestRecord> page(int limit = 100) {
        return waitFor(vault.backend->requests()->page({}, 0, limit))->rows;
    }
    void gzip(const QByteArray &bytes, const char *mode = "wb") {
        gzFile f = gzopen(QFile::encodeName(path).constData(), mode);
        QCOMPARE(gzwrite(f, bytes.constData(), static_cast<unsigned>(bytes.size())), bytes.size());
        gzclose(f);
    }
};

} // namespace

class LogImportTest : public QObject {
    Q_OBJECT
private slots:
    void findsKeysByTokenAndId() {
        Fixture f;
        const auto one = *waitFor(f.vault.service->create(f.vault.config(QStringLiteral("One"))));
        const auto two = *waitFor(f.vault.service->create(f.vault.config(QStringLiteral("Two"))));
        const QByteArray token = one.token->view().toByteArray();
        QByteArray wrong = token;
        wrong[25] = wrong[25] == 'a' ? 'b' : 'a';
        f.write(lineAt(1, "/a", 200, " auth=\"Bearer " + token + "\"") +
                lineAt(2, "/b?api_key=" + token, 403) +
                lineAt(3, "/c", 429, " key=" + two.key.id.view().toByteArray()) +
                lineAt(4, "/d", 401, " auth=\"Bearer " + wrong + "\"") + lineAt(5, "/e"));
        const auto report = f.import();
        QVERIFY(report);
        QCOMPARE(report->rows, 5);
        QCOMPARE(report->withKey, 3);
        const auto rows = f.page();
        QCOMPARE(rows.size(), 5);
        QCOMPARE(rows[4].key, one.key.id);
        QCOMPARE(rows[4].environment, Environment::Production);
        QCOMPARE(rows[3].key, one.key.id);
        QCOMPARE(rows[2].key, two.key.id);
        QVERIFY(rows[1].key.isNull()); // the right id with a wrong secret is nobody
        QCOMPARE(rows[1].credential, one.key.id);
        QTRY_COMPARE(waitFor(f.vault.backend->rows({one.key.id}))->first().lastUsedFrom,
                     QStringLiteral("10.2.0.4"));
        // Neither token is anywhere on the disk beside the log.
        f.vault.close();
        QDir dir(QFileInfo(f.vault.path()).path());
        const QStringList files = dir.entryList(QDir::Files);
        for (const QString &name : files) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains(token.last(20)) && !bytes.contains(wrong.last(20)), qPrintable(name));
        }
        f.vault.open();
    }

    /// A whole token in an address is remembered until it works no more, or somebody has looked at it.
    void tokensInAddressesAreRemembered() {
        Fixture f;
        const auto make = [&](const char *name) {
            return *waitFor(f.vault.service->create(f.vault.config(QLatin1StringView(name))));
        };
        const auto query = make("Query"), referrer = make("Referrer"), json = make("Json"),
                   header = make("Header"), masked = make("Masked"), wrong = make("Wrong");
        const auto bytes = [](const CreatedKey &k) { return k.token->view().toByteArray(); };
        QByteArray typo = bytes(wrong);
        typo[25] = typo[25] == 'a' ? 'b' : 'a';
        f.write(
            lineAt(1, "/v1/leads?api_key=" + bytes(query)) + lineAt(9, "/v1/leads?api_key=" + bytes(query)) +
            "10.2.0.4 - - [10/Oct/2026:13:00:02 +0000] \"GET /a HTTP/1.1\" 200 12 \"https://x.example/?k=" +
            bytes(referrer).replace('_', "%5F") + "\" \"-\"\n" +
            "{\"time\":\"2026-10-10T13:00:03Z\",\"status\":200,\"path\":\"/b\",\"query\":\"token=" +
            bytes(json) + "\"}\n" + lineAt(4, "/c", 200, " auth=\"Bearer " + bytes(header) + "\"") +
            lineAt(5, "/d?k=" + bytes(masked).first(21) + "********") + lineAt(6, "/e?k=" + typo));
        const auto report = f.import();
        QVERIFY(report);
        QCOMPARE(report->exposed, 3);
        QCOMPARE(report->exposedNames,
                 QStringList({QStringLiteral("Query"), QStringLiteral("Referrer"), QStringLiteral("Json")}));
        RequestLog &log = *f.vault.backend->requests();
        QHash<KeyId, Exposure> seen;
        const auto exposures = waitFor(log.exposures());
        for (const Exposure &e : *exposures)
            seen.insert(e.key, e);
        QCOMPARE(QSet<KeyId>(seen.keyBegin(), seen.keyEnd()),
                 (QSet<KeyId>{query.key.id, referrer.key.id, json.key.id}));
        QCOMPARE(seen[query.key.id].credential, query.key.credentialId);
        QCOMPARE(seen[query.key.id].seen.toIso(), QStringLiteral("2026-10-10T13:00:01.000Z"));
        const auto exposed = [&] {
            const auto ids = f.vault.ids({}, SmartFilter::PossiblyExposed);
            return QSet<KeyId>(ids.begin(), ids.end());
        };
        QTRY_COMPARE(exposed(), (QSet<KeyId>{query.key.id, referrer.key.id, json.key.id}));
        const auto alerts = *waitFor(f.vault.backend->alerts({query.key.id, header.key.id}, {}));
        QCOMPARE(alerts.value(query.key.id).value(0), SmartFilter::PossiblyExposed); // the gravest
        QVERIFY(!alerts.value(header.key.id).contains(SmartFilter::PossiblyExposed));
        QCOMPARE(waitFor(f.vault.backend->counts({}, {}))
                     ->smart[static_cast<std::size_t>(SmartFilter::PossiblyExposed)],
                 3);
        // A rotation with an overlap leaves the exposed token working: the alert stands until that ends.
        const auto read = [&](const KeyId &id) { return waitFor(f.vault.backend->rows({id}))->first(); };
        QVERIFY(waitFor(f.vault.service->rotate(read(query.key.id), 3'600'000)));
        QTRY_VERIFY(!f.vault.ids({}, SmartFilter::Rotating).isEmpty());
        QVERIFY(exposed().contains(query.key.id));
        QVERIFY(waitFor(f.vault.service->stopOld(read(query.key.id))));
        f.vault.clock.set(f.vault.clock.now().plusMs(1));
        QTRY_VERIFY(!exposed().contains(query.key.id));
        QVERIFY(waitFor(f.vault.service->dismissExposure(read(json.key.id))));
        QTRY_COMPARE(exposed(), QSet<KeyId>{referrer.key.id});
        QCOMPARE(waitFor(f.vault.backend->audit({json.key.id}))->first().action,
                 QStringLiteral("key.dismissExposure"));
        // A revoked key opens nothing; and all of it survives a restart.
        QVERIFY(waitFor(f.vault.service->revoke(read(referrer.key.id), QStringLiteral("log"), false)));
        QTRY_VERIFY(exposed().isEmpty());
        QVERIFY(waitFor(f.vault.service->restore(read(referrer.key.id))));
        f.vault.close();
        f.vault.open();
        QTRY_COMPARE(exposed(), QSet<KeyId>{referrer.key.id});
    }

    /// Whatever a rotation has done to a key's tokens, a log that names one by its public part finds the key.
    void replacedTokensFindTheirKey() {
        Fixture f;
        const auto first = *waitFor(f.vault.service->create(f.vault.config()));
        const auto rotate = [&] {
            const ApiKey k = waitFor(f.vault.backend->rows({first.key.id}))->first();
            return *waitFor(f.vault.service->rotate(k, 3'600'000));
        };
        QList<QByteArray> masked{first.token->view().first(21).toByteArray() + "********"};
        for (int i = 0; i < 3; ++i)
            masked.append(rotate().token->view().first(21).toByteArray() + "********");
        QByteArray lines;
        for (int i = 0; i < masked.size(); ++i)
            lines += lineAt(i, "/v1/leads", 200, " key=" + masked[i]);
        f.write(lines);
        const auto report = f.import();
        QVERIFY(report);
        QCOMPARE(report->withKey, 4);
        const auto rows = f.page();
        for (const RequestRecord &r : rows)
            QCOMPARE(r.key, first.key.id);
        QVERIFY(waitFor(f.vault.backend->owners({*KeyId::fromString(u"000000000000")}))->isEmpty());
    }

    /// It is the key's id as well as its first token's: which token was sent, the line doesn't say.
    void anIdAloneIsNoUseOfTheOldToken() {
        Fixture f;
        const auto made = *waitFor(f.vault.service->create(f.vault.config()));
        const auto read = [&] { return waitFor(f.vault.backend->rows({made.key.id}))->first(); };
        QVERIFY(waitFor(f.vault.service->rotate(read(), 3'600'000)));
        QCOMPARE(read().old->id, made.key.id);
        f.write(lineAt(1, "/v1/leads", 200, " key_id=" + made.key.id.view().toByteArray()));
        QCOMPARE(f.import()->withKey, 1);
        QTRY_VERIFY(read().lastUsedAt);
        QVERIFY(!read().old->lastUsedAt);
        f.write(
            lineAt(2, "/v1/leads", 200, " key=" + made.token->view().first(21).toByteArray() + "********"),
            QIODevice::Append);
        QCOMPARE(f.import()->withKey, 1);
        QTRY_VERIFY(read().old->lastUsedAt);
    }

    void brokenLinesAreCounted() {
        Fixture f;
        f.write("\xEF\xBB\xBF" + lineAt(1) + "\n\nnonsense\n" + lineAt(2, "/caf\xE9") +
                QByteArray("a\0b\n", 4) + "{\"time\":1791633336,\"status\":200,\"path\":\"/json\"}\r\n" +
                QByteArray(200'000, 'x') + "\n" + lineAt(3) + "{broken}\n" + lineAt(4).chopped(1));
        const auto report = f.import();
        QVERIFY(report);
        QCOMPARE(report->rows, 5);
        QCOMPARE(report->broken, 4);
        QCOMPARE(report->lines, 9);
        QList<qint64> numbers;
        for (const BrokenLine &b : report->firstBroken)
            numbers.append(b.number);
        QCOMPARE(numbers, (QList<qint64>{4, 6, 8, 10}));
        QCOMPARE(static_cast<int>(report->firstBroken[2].problem),
                 static_cast<int>(log_line::Problem::TooLong));
    }

    void theSameFileIsNotAddedTwice() {
        Fixture f;
        f.write(linesOf(12'000));
        QCOMPARE(f.import()->rows, 12'000);
        auto again = f.import();
        QCOMPARE(again->rows, 0);
        QCOMPARE(again->before, 12'000);
        f.write(linesOf(500, 12'000) + "nonsense\n", QIODevice::Append); // it has grown
        again = f.import();
        QCOMPARE(again->rows, 500);
        QCOMPARE(again->firstBroken.value(0).number, 12'501);
        const QString rotated = f.path + QStringLiteral(".1"); // and was rotated, and packed
        QVERIFY(QFile::rename(f.path, rotated));
        f.path = rotated;
        QCOMPARE(f.import()->rows, 0);
        const QByteArray all = linesOf(12'500) + "nonsense\n";
        QVERIFY(QFile::remove(f.path));
        f.path += QStringLiteral(".gz");
        f.gzip(all);
        QCOMPARE(f.import()->rows, 0);
        f.gzip(linesOf(3), "ab"); // a second member, as gzip -c >> makes it
        QCOMPARE(f.import()->rows, 3);
        QCOMPARE(f.rows(), 12'503);
    }

    void aCutGzipFileIsSaid() {
        Fixture f;
        QByteArray text;
        for (int i = 0; i < 20'000; ++i) // does not pack well
            text += lineAt(i % 3600,
                           "/" + QByteArray::number(QRandomGenerator(static_cast<quint32>(i)).generate64()));
        f.gzip(text);
        QFile file(f.path);
        QVERIFY(file.resize(file.size() / 2));
        const auto report = f.import();
        QVERIFY(report);
        QVERIFY(report->endsEarly);
        QVERIFY(report->rows > 100 && report->rows < 20'000);
    }

    void whatIsNoLog_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFEh\0i\0", 6);
        QTest::newRow("gone") << QByteArray();
        QTest::newRow("a bad gzip head") << QByteArray("\x1f\x8b\x08\xff\xff\xff\xff");
    }
    void whatIsNoLog() {
        QFETCH(QByteArray, bytes);
        Fixture f;
        if (!bytes.isEmpty())
            f.write(bytes);
        const auto report = f.import();
        QVERIFY(!report || (report->rows == 0 && report->endsEarly));
        f.path = f.vault.dir.path();
        QCOMPARE(f.import().error().code, ErrorCode::IsAFolder);
    }

    /// Cancelled after any batch, the next import goes on where it stopped.
    void cancelAndGoOn() {
        Fixture f;
        f.write(linesOf(60'000));
        for (int after = 0; after < 4; ++after) {
            LogImport job(*f.vault.backend, f.path);
            QSignalSpy done(&job, &LogImport::finished);
            QSignalSpy progress(&job, &LogImport::progressed);
            job.start();
            while (progress.size() < after && done.isEmpty())
                QVERIFY(progress.wait(20'000));
            job.cancel();
            if (done.isEmpty())
                QVERIFY(done.wait(20'000));
            const auto report = done.first().first().value<LogImportReport>();
            QVERIFY(!report.failure && report.cancelled);
        }
        { // dropped in the middle
            LogImport job(*f.vault.backend, f.path);
            job.start();
        }
        QVERIFY(f.import());
        QCOMPARE(f.rows(), 60'000);
    }

    /// A line of 300 MB takes no more memory than a short one.
    void aHugeLine() {
        Fixture f;
        {
            QFile file(f.path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            const QByteArray block(1 << 20, 'x');
            for (int i = 0; i < 300; ++i)
                file.write(block);
            file.write("\n" + lineAt(1));
        }
        const auto peak = [] {
            QFile status(QStringLiteral("/proc/self/status"));
            if (!status.open(QIODevice::ReadOnly))
                return 0LL;
            const QByteArray text = status.readAll();
            const qsizetype at = text.indexOf("VmHWM:");
            return at < 0 ? 0LL : text.mid(at + 6, 20).trimmed().split(' ').first().toLongLong();
        };
        const qint64 before = peak();
        const auto report = f.import();
        QVERIFY(report);
        QCOMPARE(report->rows, 1);
        QCOMPARE(report->broken, 1);
        QVERIFY2(peak() - before < 60'000, qPrintable(QString::number(peak() - before)));
    }
};

QTEST_GUILESS_MAIN(LogImportTest)
#include "log_import_test.moc"
