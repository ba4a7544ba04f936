#include "core/storage/ballast.h"
#include "tests/support/other_program.h"
#include "tests/support/test_vault.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <algorithm>

using namespace latchkey;

namespace {

QByteArray bytesOf(const QString &path) {
    QFile f(path);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes) {
    QFile f(path);
    QVERIFY(f.open(QIODevice::WriteOnly));
    QCOMPARE(f.write(bytes), bytes.size());
}

ErrorCode openError(const QString &path, const OpenOptions &o = {}) {
    SystemClock clock;
    const auto r = waitFor(openLocalVault(path, o, clock));
    return r ? ErrorCode::Cancelled
             : r.error().code; // Cancelled stands for "it opened", which no caller expects
}

} // namespace

class VaultTest : public QObject {
    Q_OBJECT
private slots:
    void filesAreTheOwnersOnly() {
        TestVault v;
        v.open();
        QVERIFY(waitFor(v.service->create(v.config())));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const char *suffix : {"", "-wal", "-shm", ".ballast"}) {
            const QFileInfo f(v.path() + QLatin1StringView(suffix));
            QVERIFY2(f.exists(), suffix);
            QVERIFY2(!(f.permissions() & others), suffix);
        }
        QVERIFY(!(QFileInfo(QFileInfo(v.path()).path()).permissions() &
                  (others | QFile::ExeGroup | QFile::ExeOther)));
    }

    /// Filters and orders against a plain reference over 300 random keys.
    void listsAgreeWithAReference() {
        TestVault v(Instant(1'800'000'000'000));
        v.open();
        QRandomGenerator random(7);
        QList<ApiKey> all;
        const QStringList names{QStringLiteral("alpha"), QStringLiteral("Beta"), QStringLiteral("gamma ray"),
                                QStringLiteral("Ärger"), QStringLiteral("zulu")};
        for (int i = 0; i < 300; ++i) {
            NewKey k;
            const auto made = token::generate(QStringLiteral("lk"), Environment::Staging);
            k.id = made.id;
            k.verifier = made.verifier;
            k.actor = {QStringLiteral("Ana")};
            k.at = v.clock.now().plusMs(-random.bounded(1'000'000) * 60'000LL);
            k.config = v.config(names[random.bounded(5)] + QString::number(random.bounded(50)));
            k.config.environment = static_cast<Environment>(random.bounded(3));
            k.config.owner = random.bounded(2) ? QStringLiteral("Ana Silva") : QStringLiteral("Ben");
            k.config.tags = random.bounded(3) ? QStringList() : QStringList{QStringLiteral("crm")};
            if (random.bounded(2))
                k.config.expires = v.clock.now().plusDays(random.bounded(-20, 60));
            else
                k.config.expires.reset();
            if (random.bounded(2))
                k.config.limits.set(RatePeriod::Minute, 100);
            auto made2 = waitFor(v.backend->create(k));
            QVERIFY(made2);
            all.append(*made2);
        }
        QTRY_COMPARE(v.ids().size(), 300);
        const auto expect = [&](const char *typed, auto holds) {
            const auto ids = v.ids(QString::fromUtf8(typed));
            QSet<KeyId> got(ids.begin(), ids.end()), want;
            for (const ApiKey &k : all) {
                if (holds(k))
                    want.insert(k.id);
            }
            QVERIFY2(got == want, typed);
        };
        const Instant now = v.clock.now();
        expect("beta", [](const ApiKey &k) { return k.config.name.startsWith(QStringLiteral("Beta")); });
        expect("arger", [](const ApiKey &k) { return k.config.name.startsWith(QStringLiteral("Ärger")); });
        expect("gamma ana", [](const ApiKey &k) {
            return k.config.name.startsWith(QStringLiteral("gamma")) &&
                   k.config.owner == QStringLiteral("Ana Silva");
        });
        expect("env:prod env:dev",
               [](const ApiKey &k) { return k.config.environment != Environment::Staging; });
        expect("-env:prod", [](const ApiKey &k) { return k.config.environment != Environment::Production; });
        expect("status:expired", [&](const ApiKey &k) { return statusOf(k, now) == KeyStatus::Expired; });
        expect("tag:crm limit:none",
               [](const ApiKey &k) { return !k.config.tags.isEmpty() && k.config.limits.isEmpty(); });
        expect("expires:<14d", [&](const ApiKey &k) {
            return k.config.expires && *k.config.expires >= now && *k.config.expires < now.plusDays(14);
        });
        expect("expires:never owner:ben",
               [](const ApiKey &k) { return !k.config.expires && k.config.owner == QStringLiteral("Ben"); });
        expect("created:>90d",
               [&](const ApiKey &k) { return now.ms() - k.createdAt.ms() > 90 * 86'400'000LL; });
        for (const SortColumn c : {SortColumn::Name, SortColumn::Created, SortColumn::Expires,
                                   SortColumn::Status, SortColumn::Owner, SortColumn::Environment}) {
            KeyQuery q;
            q.sort = {c, Qt::AscendingOrder};
            const auto list = *waitFor(v.backend->list(q));
            const auto key = [&](const ApiKey &k) -> QString {
                const qint64 far = std::numeric_limits<qint64>::max();
                switch (c) {
                case SortColumn::Name:
                    return foldForSearch(k.config.name);
                case SortColumn::Created:
                    return QString::number(k.createdAt.ms()).rightJustified(20, u'0');
                case SortColumn::Expires:
                    return QString::number(k.config.expires ? k.config.expires->ms() : far)
                        .rightJustified(20, u'0');
                case SortColumn::Status:
                    return QString::number(static_cast<int>(statusOf(k, now)));
                case SortColumn::Owner:
                    return k.config.owner;
                default:
                    return QString::number(static_cast<int>(k.config.environment));
                }
            };
            QHash<KeyId, QString> keys;
            for (const ApiKey &k : all)
                keys.insert(k.id, key(k));
            for (qsizetype i = 1; i < list->size(); ++i)
                QVERIFY(keys[list->idAt(i - 1)] <= keys[list->idAt(i)]);
        }
    }

    void aChangedRowIsDamagedAndRefuses() {
        TestVault v;
        v.open();
        const ApiKey k = waitFor(v.service->create(v.config()))->key;
        v.close();
        {
            OtherProgram other(v.path());
            QVERIFY(other.run(QStringLiteral("UPDATE keys SET scopes = 'leads:delete leads:read'")));
        }
        v.open();
        const ApiKey now = waitFor(v.backend->rows({k.id}))->first();
        QVERIFY(now.damaged);
        QVERIFY(now.config.scopes.isEmpty());
        QVERIFY(now.state != KeyState::Active);
        QTRY_COMPARE(v.ids({}, SmartFilter::Damaged).size(), 1);
        QCOMPARE(waitFor(v.service->setActive(now, true)).error().code, ErrorCode::Damaged);
        const auto gone = waitFor(v.service->remove(now));
        QVERIFY(gone);
        QVERIFY(waitFor(v.backend->rows({k.id}))->first().damaged); // it has not become trusted on the way
    }

    void aChangedAuditRowIsNamed() {
        TestVault v;
        v.open();
        ApiKey k = waitFor(v.service->create(v.config()))->key;
        k = *waitFor(v.service->setActive(k, false));
        k = *waitFor(v.service->setActive(k, true));
        QVERIFY(waitFor(v.backend->verifyAudit())->intact);
        {
            OtherProgram other(v.path());
            QVERIFY(other.run(
                QStringLiteral("UPDATE audit SET payload = replace(payload, 'Ana', 'Eve') WHERE seq = 3")));
        }
        const auto check = waitFor(v.backend->verifyAudit());
        QVERIFY(!check->intact);
        QCOMPARE(check->firstBadSeq, 3);
    }

    void whatIsNoVaultIsRefusedAndLeftAlone() {
        QTemporaryDir dir;
        QCOMPARE(openError(dir.path()), ErrorCode::IsAFolder);
        const QString text = dir.filePath(QStringLiteral("notes.txt"));
        writeFile(text, "just some notes that are long enough to be a header, but are none; and on it goes "
                        "for a hundred bytes");
        QCOMPARE(openError(text), ErrorCode::NotAVault);
        QVERIFY(bytesOf(text).startsWith("just some notes"));
        const QString foreign = dir.filePath(QStringLiteral("foreign.db"));
        {
            OtherProgram other(foreign);
            QVERIFY(other.run(QStringLiteral("CREATE TABLE t (x)")));
        }
        const QByteArray before = bytesOf(foreign);
        QCOMPARE(openError(foreign), ErrorCode::NotAVault);
        QCOMPARE(bytesOf(foreign), before);
        OpenOptions o;
        o.create = false;
        QCOMPARE(openError(dir.filePath(QStringLiteral("none.latchkey")), o), ErrorCode::NotFound);
        QVERIFY(!QFile::exists(dir.filePath(QStringLiteral("none.latchkey"))));
    }

    void newerAndTruncatedVaults() {
        TestVault v;
        v.open();
        for (int i = 0; i < 40; ++i)
            QVERIFY(waitFor(v.service->create(v.config(QString::number(i)))));
        v.close();
        const QByteArray good = bytesOf(v.path());
        QVERIFY(!QFile::exists(v.path() + QStringLiteral("-wal")));
        const QString cut = v.dir.filePath(QStringLiteral("cut.latchkey"));
        writeFile(cut, good.left(good.size() / 2));
        QCOMPARE(openError(cut), ErrorCode::Truncated);
        writeFile(cut, good.left(10));
        QCOMPARE(openError(cut), ErrorCode::Truncated);
        {
            OtherProgram other(v.path());
            QVERIFY(other.run(QStringLiteral("PRAGMA user_version = 99")));
        }
        const QByteArray newer = bytesOf(v.path());
        QCOMPARE(openError(v.path()), ErrorCode::SchemaTooNew);
        QCOMPARE(bytesOf(v.path()), newer);
    }

    void readOnlyFilesOpenReadOnly() {
        TestVault v;
        v.open();
        const ApiKey k = waitFor(v.service->create(v.config()))->key;
        v.close();
        QVERIFY(QFile::setPermissions(v.path(), QFile::ReadOwner));
        v.open();
        QVERIFY(v.backend->info().readOnly);
        QTRY_COMPARE(v.ids().size(), 1);
        QCOMPARE(waitFor(v.service->setActive(k, false)).error().code, ErrorCode::ReadOnly);
        QCOMPARE(
            waitFor(v.backend->change({k.id, 1, QStringLiteral("x"), {}, KeyState::Inactive, {}, {}, {}}))
                .error()
                .code,
            ErrorCode::ReadOnly);
    }

    void aBusyVaultSaysSoAndWorksAgain() {
        TestVault v;
        OpenOptions o;
        o.busyTimeoutMs = 100;
        auto opened = waitFor(openLocalVault(v.path(), o, v.clock));
        QVERIFY(opened);
        v.backend = *opened;
        v.service = std::make_unique<KeyService>(*v.backend, v.secrets, v.clock,
                                                 Principal{QStringLiteral("Ana"), true, true, {}});
        const ApiKey k = waitFor(v.service->create(v.config()))->key;
        {
            OtherProgram other(v.path());
            QVERIFY(other.run(QStringLiteral("BEGIN IMMEDIATE")));
            QCOMPARE(waitFor(v.service->setActive(k, false)).error().code, ErrorCode::Busy);
            QCOMPARE(v.ids().size(), 1); // readers go on
            QVERIFY(other.run(QStringLiteral("ROLLBACK")));
        }
        QVERIFY(waitFor(v.service->setActive(k, false)));
    }

    void twoDesktopsSeeEachOther() {
        TestVault v;
        v.open();
        auto other = *waitFor(openLocalVault(v.path(), {}, v.clock));
        QTRY_COMPARE((*waitFor(other->list({})))->size(), 0);
        const ApiKey k = waitFor(v.service->create(v.config()))->key;
        QSignalSpy spy(other.get(), &VaultBackend::keysChanged);
        QTRY_COMPARE_WITH_TIMEOUT((*waitFor(other->list({})))->size(), 1, 1'500);
        QVERIFY(waitFor(v.service->purge(*waitFor(v.service->remove(k)))));
        QTRY_COMPARE_WITH_TIMEOUT((*waitFor(other->list({})))->size(), 0, 1'500);
    }
};

QTEST_GUILESS_MAIN(VaultTest)
#include "vault_test.moc"
