#include "app/desktop.h"
#include "tests/support/test_vault.h"
#include "ui/format/words.h"
#include "ui/keys/keys_page.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/new_vault_sheet.h"
#include "ui/shell/start_page.h"
#include "ui/transfer/file_field.h"

#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <sys/stat.h>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::ui;

namespace {

QByteArray bytesOf(const QString &path) {
    QFile f(path);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

bool says(const QWidget *in, const QString &text) {
    for (const QLabel *l : in->findChildren<QLabel *>()) {
        if (l->isVisible() && l->text().contains(text))
            return true;
    }
    return false;
}

/// Another program at work in the vault.
class Holder {
public:
    Holder(const QString &path, int seconds) {
        m_process.start(QStringLiteral(LOCK_HOLDER), {path, QString::number(seconds)});
        QVERIFY(m_process.waitForReadyRead(10'000));
    }
    ~Holder() {
        m_process.kill();
        m_process.waitForFinished();
    }
    bool done() { return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(0); }

private:
    QProcess m_process;
};

} // namespace

/// What the program shows when its vault is not as it should be: a clear sentence, a way out, nothing lost.
class BadVaults : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Desktop> m_desktop;
    QString m_path;

    void makeVault(int keys = 1) {
        OpenOptions o;
        o.actor = QStringLiteral("Ana");
        const SystemClock clock;
        const auto vault = waitFor(openLocalVault(m_path, o, clock));
        QVERIFY(vault);
        SessionStore secrets;
        KeyService service(**vault, secrets, clock, Principal{QStringLiteral("Ana"), true, true, {}});
        for (int i = 0; i < keys; ++i) {
            KeyConfig c;
            c.name = QStringLiteral("Key %1").arg(i);
            c.scopes = ScopeSet::parse(u"leads:read");
            QVERIFY(waitFor(service.create(c)));
        }
    }
    void sql(const QString &statement) {
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
            db.setDatabaseName(m_path);
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(statement));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("test"));
    }
    void start() {
        m_desktop = std::make_unique<Desktop>(*qApp, m_dir->filePath(QStringLiteral("config/latchkey.ini")));
        m_desktop->start(m_path);
    }
    void expectProblem(const QString &words) {
        QTRY_VERIFY(m_desktop->page() && m_desktop->page()->isVisible() &&
                    m_desktop->page()->findChild<QPushButton *>(QStringLiteral("retry")));
        QVERIFY2(says(m_desktop->page(), words),
                 qPrintable(m_desktop->page()->findChild<QLabel *>(QStringLiteral("startText"))->text()));
        QVERIFY(!m_desktop->window());
        int ways = 0;
        for (const QPushButton *b : m_desktop->page()->findChildren<QPushButton *>())
            ways += b->isVisible() && b->isEnabled();
        QCOMPARE(ways, 4); // try again, connections, another, a new one
    }
    void retry() {
        QTest::mouseClick(m_desktop->page()->findChild<QPushButton *>(QStringLiteral("retry")),
                          Qt::LeftButton);
    }

private slots:
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("vault/my.latchkey"));
    }
    void cleanup() {
        if (m_desktop && m_desktop->window())
            m_desktop->window()->close();
        m_desktop.reset();
        m_dir.reset();
    }

    void aFolder() {
        QVERIFY(QDir().mkpath(m_path + QStringLiteral("/inside")));
        start();
        expectProblem(QStringLiteral("“my.latchkey” is a folder."));
        QVERIFY(QFileInfo(m_path + QStringLiteral("/inside")).isDir());
    }

    void notSqlite() {
        QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
        QFile f(m_path);
        QVERIFY(f.open(QIODevice::WriteOnly));
        f.write("Dear diary, ");
        f.close();
        const QByteArray before = bytesOf(m_path);
        start();
        expectProblem(QStringLiteral("“my.latchkey” is not a Latchkey vault. It was left as it is."));
        QCOMPARE(bytesOf(m_path), before);
        QVERIFY(QFile::remove(m_path)); // the way out works as soon as the reason has gone
        retry();
        QTRY_VERIFY(m_desktop->window());
    }

    void anotherSqliteFile() {
        QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
        sql(QStringLiteral("CREATE TABLE recipes (name TEXT)"));
        const QByteArray before = bytesOf(m_path);
        start();
        expectProblem(QStringLiteral("is not a Latchkey vault"));
        QCOMPARE(bytesOf(m_path), before);
    }

    /// The computer's clock is behind what the vault has seen: what is over does not come back.
    void theClockWasSetBack() {
        const Instant now = SystemClock().now();
        {
            OpenOptions o;
            o.actor = QStringLiteral("Ana");
            FixedClock clock(now);
            const auto vault = waitFor(openLocalVault(m_path, o, clock));
            QVERIFY(vault);
            SessionStore secrets;
            KeyService service(**vault, secrets, clock, Principal{QStringLiteral("Ana"), true, true, {}});
            KeyConfig c;
            c.name = QStringLiteral("Over");
            c.scopes = ScopeSet::parse(u"leads:read");
            c.expires = now.plusDays(1);
            QVERIFY(waitFor(service.create(c)));
            clock.set(now.plusDays(2));
            c.name = QStringLiteral("Later");
            c.expires = now.plusDays(3);
            QVERIFY(waitFor(service.create(c)));
        }
        start();
        QTRY_VERIFY(m_desktop->window());
        const Clock &clock = m_desktop->window()->service().clock();
        auto &page = m_desktop->window()->page();
        QTRY_VERIFY(clock.now() >= now.plusDays(2));
        QTRY_VERIFY(says(m_desktop->window(), QStringLiteral("the vault's newest entry is of")));
        page.search().setText(QStringLiteral("status:expired"));
        QTRY_COMPARE(page.model().rowCount(), 1);
        page.search().setText(QStringLiteral("status:active"));
        QTRY_COMPARE(page.model().rowCount(), 1);
        // Only because somebody says so.
        const auto offers = m_desktop->window()->findChildren<QPushButton *>(QStringLiteral("bannerAction"));
        for (QPushButton *b : offers) {
            if (b->text() == QStringLiteral("Trust the Clock"))
                b->click();
        }
        QTRY_VERIFY(clock.now() < now.plusDays(1));
        QTRY_COMPARE(page.model().rowCount(), 2);
        QTRY_VERIFY(!says(m_desktop->window(), QStringLiteral("the vault's newest entry is of")));
    }

    /// File › New Vault: one sheet says where, and what keys can be allowed.
    void newVaultWithAChosenCatalogue() {
        makeVault();
        start();
        QTRY_VERIFY(m_desktop->window());
        m_desktop->window()->commands().trigger(QStringLiteral("file.new"));
        NewVaultSheet *sheet = nullptr;
        QTRY_VERIFY((sheet = m_desktop->window()->findChild<NewVaultSheet *>()) && sheet->isVisible());
        auto *create = sheet->findChild<QPushButton *>(QStringLiteral("createVault"));
        QVERIFY(!QFileInfo::exists(sheet->path())); // what it offers is free
        QVERIFY(create->isEnabled());
        sheet->file().setPath(m_path);
        QVERIFY(!create->isEnabled()); // a vault that is there is never replaced
        const QString other = m_dir->filePath(QStringLiteral("new/second"));
        sheet->file().setPath(other);
        const auto choices = sheet->findChildren<QRadioButton *>();
        QCOMPARE(choices.size(), shippedCatalogues().size());
        QVERIFY(choices[0]->isChecked());
        choices[2]->click();
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_VERIFY(QFileInfo::exists(other + QStringLiteral(".latchkey")));
        QTRY_COMPARE(m_desktop->window()->page().model().backend().info().name, QStringLiteral("second"));
        MainWindow &w = *m_desktop->window();
        QCOMPARE(w.page().model().catalogue(), *Catalogue::fromJson(shippedCatalogues()[2].json));
    }

    void truncated() {
        makeVault(40);
        QFile f(m_path);
        QVERIFY(f.resize(f.size() / 2));
        const QByteArray before = bytesOf(m_path);
        start();
        expectProblem(QStringLiteral("Restore it from a backup."));
        QCOMPARE(bytesOf(m_path), before);
    }

    void newerSchema() {
        makeVault();
        sql(QStringLiteral("PRAGMA user_version = 9999"));
        const QByteArray before = bytesOf(m_path);
        start();
        expectProblem(QStringLiteral("was made by a newer Latchkey. Update Latchkey to open it."));
        QCOMPARE(bytesOf(m_path), before);
    }

    /// Looked at, not changed; and said so for as long as it is so.
    void readOnly() {
        makeVault();
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner));
        start();
        QTRY_VERIFY(m_desktop->window());
        MainWindow &w = *m_desktop->window();
        QTRY_COMPARE(w.page().model().rowCount(), 1);
        QVERIFY(says(&w, QStringLiteral("This vault is read-only.")));
        for (const char *id : {"key.create", "key.edit", "key.delete", "key.deactivate"}) {
            const QAction *a = w.commands().action(QLatin1StringView(id));
            QVERIFY2(!a->isEnabled(), id);
            QVERIFY(a->toolTip().contains(QStringLiteral("read-only")));
        }
    }

    /// Nothing of it may be read: another person's file. As root, who may read all, it is tried as nobody.
    void anotherPersonsFile() {
        makeVault();
        const bool root = geteuid() == 0;
        if (!root)
            QVERIFY(QFile::setPermissions(m_path, {}));
        else
            QVERIFY(seteuid(65534) == 0);
        const auto back = qScopeGuard([root] {
            if (root && seteuid(0) != 0)
                qFatal("not root again");
        });
        start();
        QTRY_VERIFY(m_desktop->page() && m_desktop->page()->isVisible());
        expectProblem(QStringLiteral("can't be opened"));
    }

    /// Somebody writes for a while: what we ask waits, the window lives, and goes on by itself.
    void heldForAMoment() {
        makeVault();
        start();
        QTRY_VERIFY(m_desktop->window());
        MainWindow &w = *m_desktop->window();
        QTRY_COMPARE(w.page().model().rowCount(), 1);
        QTRY_VERIFY(w.commands().action(QStringLiteral("key.deactivate"))->isEnabled());
        Holder holder(m_path, 2);
        w.commands().trigger(QStringLiteral("key.deactivate"));
        int beats = 0;
        QTimer heart;
        connect(&heart, &QTimer::timeout, this, [&] { ++beats; });
        heart.start(20);
        w.page().search().setText(QStringLiteral("nothing")); // reading goes on meanwhile
        QTRY_COMPARE(w.page().model().rowCount(), 0);
        w.page().search().clearAll();
        QTRY_COMPARE_WITH_TIMEOUT(w.page().model().rowCount(), 1, 5'000);
        QTRY_VERIFY_WITH_TIMEOUT(says(&w, QStringLiteral("Deactivated “Key 0”")), 15'000);
        QVERIFY(beats > 10);
    }

    /// Somebody writes for long: it is said, nothing is half done, and Try again does it once it is free.
    void heldForLong() {
        makeVault();
        start();
        QTRY_VERIFY(m_desktop->window());
        MainWindow &w = *m_desktop->window();
        QTRY_COMPARE(w.page().model().rowCount(), 1);
        QTRY_VERIFY(w.commands().action(QStringLiteral("key.deactivate"))->isEnabled());
        {
            Holder holder(m_path, 60);
            w.commands().trigger(QStringLiteral("key.deactivate"));
            QTRY_VERIFY_WITH_TIMEOUT(
                says(&w, QStringLiteral("Another program is using “my.latchkey”. Nothing was changed.")),
                20'000);
            const ApiKey *k = w.page().model().keyAt(0);
            QVERIFY(k && k->state == KeyState::Active);
            QVERIFY(!w.undoHistory().canUndo());
        }
        QPushButton *again = nullptr;
        for (auto *b : w.findChildren<QPushButton *>(QStringLiteral("bannerAction")))
            again = b->isVisible() && b->text() == QStringLiteral("Try again") ? b : again;
        QVERIFY(again);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(says(&w, QStringLiteral("Deactivated “Key 0”")), 10'000);
        QVERIFY(!says(&w, QStringLiteral("Another program is using")));
    }
};

QTEST_MAIN(BadVaults)
#include "test_bad_vaults.moc"
