#include "core/services/connections/system_user.h"
#include "core/storage/postgres/postgres_address.h"
#include "core/token/token.h"
#include "tests/gui/connections/desktop_fixture.h"
#include "ui/connections/connection_form.h"
#include "ui/connections/connection_words.h"
#include "ui/connections/secret_field.h"
#include "ui/connections/test_steps.h"

#include <QDialog>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace latchkey;
using namespace latchkey::ui;

namespace {

/// Says a fixed thing to every step: what the window makes of a server's certificate needs none.
Error untrusted(const char *reason, const QByteArray &fingerprint) {
    return Error(ErrorCode::UntrustedServer,
                 {{QStringLiteral("path"), QStringLiteral("https://keys.example.com")},
                  {QStringLiteral("fingerprint"), fingerprintText(fingerprint)},
                  {QStringLiteral("subject"), QStringLiteral("keys.example.com")},
                  {QStringLiteral("issuer"), QStringLiteral("Nobody")},
                  {QStringLiteral("until"), QStringLiteral("2027-01-01")},
                  {QStringLiteral("reason"), QLatin1StringView(reason)}});
}

} // namespace

/// File › Connections, and what the program opens because of it.
class Connections : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<DesktopFixture> f;

    QString makeVault(const QString &name) {
        const QString path = f->dir.filePath(QStringLiteral("vault/%1.latchkey").arg(name));
        OpenOptions o;
        o.actor = QStringLiteral("Ana");
        o.name = name;
        const SystemClock clock;
        const auto vault = waitFor(openLocalVault(path, o, clock));
        if (!vault)
            qFatal("no vault");
        return path;
    }

private slots:
    void init() { f = std::make_unique<DesktopFixture>(); }
    void cleanup() { f.reset(); }

    void whatIsKeptComesBack() {
        QTemporaryDir dir;
        Settings settings(dir.filePath(QStringLiteral("s.ini")));
        SessionStore secrets;
        KeyId id;
        {
            ConnectionBook book(settings, secrets);
            Connection c;
            c.name = QStringLiteral("Team");
            c.kind = ConnectionKind::Server;
            c.url = QStringLiteral("https://keys.example.com");
            c.pin = QByteArray(32, 'p');
            c.safeMode = SafeMode::ReadOnly;
            c.proxy = ServerAddress::Proxy::Own;
            c.proxyAddress = QStringLiteral("proxy.example.com:3128");
            c.timeoutSeconds = 40;
            id = book.keep(c).id;
            Connection d;
            d.kind = ConnectionKind::Postgres;
            d.name = book.freeName(QStringLiteral("team"));
            QCOMPARE(d.name, QStringLiteral("team 2"));
            d.host = QStringLiteral("db.example.com");
            d.port = 5433;
            d.database = QStringLiteral("keys & more");
            d.user = QStringLiteral("ana");
            d.sslMode = QStringLiteral("verify-full");
            book.noteOpened(book.keep(d).id);
            book.noteOpened(id);
        }
        ConnectionBook book(settings, secrets);
        QCOMPARE(book.all().size(), 2);
        QCOMPARE(book.recent().first().id, id);
        const auto c = book.find(id);
        QVERIFY(c && c->safeMode == SafeMode::ReadOnly && c->pin == QByteArray(32, 'p'));
        QCOMPARE(c->proxy, ServerAddress::Proxy::Own);
        QCOMPARE(c->proxyAddress, QStringLiteral("proxy.example.com:3128"));
        QCOMPARE(restTimes(*c).deadlineMs, 40'000);
        QVERIFY(c->faults().isEmpty());
        const auto d = book.named(QStringLiteral("TEAM 2"));
        QVERIFY(d && d->port == 5433 && d->database == QStringLiteral("keys & more") &&
                d->faults().isEmpty());
        QCOMPARE(d->location(), QStringLiteral("postgresql://ana@db.example.com:5433/keys & more"));
        // Its token goes with it.
        QVERIFY(waitFor(secrets.write(c->secretName(), SecretBytes::copyOf("token"))));
        QCOMPARE(c->secretName().toItemName(), QStringLiteral("latchkey/v1/connection/") + id.toString());
        book.remove(id);
        QVERIFY(!*waitFor(secrets.contains(c->secretName())));
        QVERIFY(!book.find(id));
        QCOMPARE(book.recent().size(), 1);
    }

    /// A key that is pasted into the wrong field reaches no file.
    void aWholeKeyIsNotKeptAsAnAddress() {
        QTemporaryDir dir;
        Settings settings(dir.filePath(QStringLiteral("s.ini")));
        SessionStore secrets;
        ConnectionBook book(settings, secrets);
        const QString key = QStringLiteral("SG.") + QString(22, u'a') + u'.' + QString(43, u'b');
        Connection c;
        c.name = QStringLiteral("Mail");
        c.kind = ConnectionKind::SendGrid;
        c.url = QStringLiteral("https://mail.example.com");
        c = book.keep(c);
        c.url = key;
        c.subuser = key;
        QCOMPARE(c.tokens().size(), 2);
        QCOMPARE(c.tokens().first().field, QStringLiteral("url"));
        const Connection kept = book.keep(c);
        QCOMPARE(kept.url, QStringLiteral("https://mail.example.com"));
        QCOMPARE(kept.subuser, QString());
        QFile file(settings.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("mail.example.com") && !text.contains("SG."));
    }

    void tabGoesAsTheFormIsSeen() {
        ConnectionForm form;
        Connection c;
        c.kind = ConnectionKind::SendGrid;
        form.load(c);
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        form.focusName();
        QStringList names;
        for (int i = 0; i < 7; ++i) {
            names.append(form.focusWidget()->objectName().section(u'.', -1));
            QTest::keyClick(form.focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(names.join(u' '), QStringLiteral("name kind region secret subuser safeMode inAll"));
    }

    /// A word that a later version has written is not taken for less than it may mean.
    void unknownSafeModeIsReadOnly() {
        Connection c;
        c.id = KeyId::fromString(u"abcdefghijkl").value();
        QJsonObject json = c.toJson();
        json.insert(QStringLiteral("safeMode"), QStringLiteral("confirmEverything"));
        QCOMPARE(Connection::fromJson(json)->safeMode, SafeMode::ReadOnly);
        json.insert(QStringLiteral("kind"), QStringLiteral("carrier pigeon"));
        QVERIFY(!Connection::fromJson(json));
    }

    void passwordsSurviveTheAddress() {
        Connection c;
        c.kind = ConnectionKind::Postgres;
        c.host = QStringLiteral("::1");
        c.database = QStringLiteral("d");
        c.user = QStringLiteral("a@b:c");
        const auto a = parsePostgresAddress(postgresUri(c, "p@ss/w:rd?&#+% ü"));
        QVERIFY(a);
        QCOMPARE(a->password, QStringLiteral("p@ss/w:rd?&#+% ü"));
        QCOMPARE(a->user, QStringLiteral("a@b:c"));
        QCOMPARE(a->host, QStringLiteral("::1"));
        QVERIFY(!a->shown().contains(QStringLiteral("p@ss")));
    }

    void tokensAreLookedAtBeforeTheyAreSent() {
        const auto made = token::generateAdmin(QStringLiteral("lk"));
        const QByteArray text = made.token.view().toByteArray();
        const auto taken = adminToken(QByteArray("  \n") + text + "\r\n");
        QVERIFY(taken && taken->view() == text);
        const auto code = [](const Result<SecretBytes> &r) {
            return r ? QString() : r.error().fields.first().code;
        };
        QCOMPARE(code(adminToken("  ")), QStringLiteral("empty"));
        QCOMPARE(code(adminToken(text.chopped(1))), QStringLiteral("notAToken"));
        const auto key = token::generate(QStringLiteral("lk"), Environment::Production);
        QCOMPARE(code(adminToken(key.token.view())), QStringLiteral("notAdmin"));
    }

    /// Files that were opened before there were connections become some.
    void earlierFilesAreTakenOver() {
        const QString one = makeVault(QStringLiteral("one")), two = makeVault(QStringLiteral("two"));
        f->close();
        QFile::remove(f->settingsFile());
        {
            QSettings old(f->settingsFile(), QSettings::IniFormat);
            old.setValue(QStringLiteral("version"), 1);
            old.setValue(QStringLiteral("recentVaults"), QStringList{two, one});
        }
        f->make();
        f->desktop->start({});
        QTRY_VERIFY(f->desktop->window());
        QCOMPARE(f->desktop->window()->service().backend().info().name, QStringLiteral("two"));
        QCOMPARE(f->desktop->book().all().size(), 2);
    }

    /// What was opened is a connection; Open Recent leads back to it.
    void openRecent() {
        const QString one = makeVault(QStringLiteral("one")), two = makeVault(QStringLiteral("two"));
        f->desktop->start(one);
        QTRY_VERIFY(f->desktop->window());
        f->restart();
        f->desktop->start(two);
        QTRY_VERIFY(f->desktop->window());
        auto *recent = f->desktop->window()->findChild<QMenu *>(QStringLiteral("recentConnections"));
        QVERIFY(recent);
        emit recent->aboutToShow();
        QCOMPARE(recent->actions().size(), 1);
        QCOMPARE(recent->actions().first()->text(), QStringLiteral("one"));
        recent->actions().first()->trigger();
        QTRY_COMPARE(f->desktop->window()->service().backend().info().name, QStringLiteral("one"));
        f->restart();
        f->desktop->start({}, QStringLiteral("TWO"));
        QTRY_VERIFY(f->desktop->window());
        QCOMPARE(f->desktop->window()->service().backend().info().name, QStringLiteral("two"));
        f->restart();
        f->desktop->start({}, QStringLiteral("three"));
        QTRY_VERIFY(f->desktop->page() && f->desktop->page()->isVisible());
        QVERIFY(f->says(f->desktop->page(), QStringLiteral("There is no connection of this name.")));
    }

    /// As latchkeyctl calls them: two administrators of one computer can be told apart in the audit log, and
    /// what a variable says changes nothing.
    void whoActsIsTheLoginName() {
        const QByteArray before = qgetenv("USER");
        qputenv("USER", "somebody else");
        f->desktop->start(makeVault(QStringLiteral("one")));
        QTRY_VERIFY(f->desktop->window());
        qputenv("USER", before);
        const QString name = systemUserName();
        QVERIFY(!name.isEmpty() && name != QStringLiteral("somebody else"));
        QCOMPARE(f->desktop->window()->service().principal().name, name);
    }

    /// That a key was shown is written down; who may write nothing is not shown it.
    void whoMayOnlyLookIsShownNoKey() {
        TestVault v;
        v.open();
        KeyConfig config;
        config.name = QStringLiteral("CRM");
        config.scopes = ScopeSet::parse(u"leads:read");
        const auto made = waitFor(v.service->create(config));
        QVERIFY(waitFor(v.service->keep(made->key, made->token)));
        const auto rows = [&] { return waitFor(v.backend->audit({}))->size(); };
        KeyService looking(*v.backend, v.secrets, v.clock, Principal{QStringLiteral("Ana"), false, true, {}});
        const auto before = rows();
        QCOMPARE(waitFor(looking.reveal(made->key, QStringLiteral("reveal"))).error().code,
                 ErrorCode::NotAllowed);
        QCOMPARE(rows(), before);
        QVERIFY(waitFor(v.service->reveal(made->key, QStringLiteral("reveal"))));
        QCOMPARE(rows(), before + 1);
    }

    void addDuplicateRemove() {
        f->desktop->start(makeVault(QStringLiteral("one")));
        QTRY_VERIFY(f->desktop->window());
        f->desktop->window()->commands().trigger(QStringLiteral("file.connections"));
        auto *w = f->desktop->window()->findChild<ConnectionsWindow *>();
        QVERIFY(w && QTest::qWaitForWindowExposed(w));
        auto *list = w->findChild<QListWidget *>(QStringLiteral("connectionList"));
        QCOMPARE(list->count(), 1);
        QCOMPARE(w->focusWidget()->objectName(), QStringLiteral("connection.name"));
        w->add(ConnectionKind::Postgres);
        QCOMPARE(list->count(), 2);
        // Each is seen from its top.
        w->resize(w->width(), w->minimumHeight());
        const auto *bar = w->findChild<QScrollArea *>(QStringLiteral("connectionArea"))->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        for (const int row : {0, 1}) {
            w->findChild<QScrollArea *>(QStringLiteral("connectionArea"))->verticalScrollBar()->setValue(9);
            list->setCurrentRow(row);
            QCOMPARE(bar->value(), 0);
        }
        f->fill(w, "connection.name", QStringLiteral("Shop"));
        QCOMPARE(list->currentItem()->text(), QStringLiteral("Shop"));
        f->press(w, "connect"); // says what is missing instead
        QVERIFY(f->says(w, QStringLiteral("Enter the name of the database.")));
        QVERIFY(f->says(w, QStringLiteral("Enter the database's user.")));
        f->fill(w, "connection.name", QStringLiteral("one"));
        QVERIFY(f->says(w, QStringLiteral("Another connection has this name.")));
        f->press(w, "duplicateConnection");
        QCOMPARE(list->count(), 3);
        QCOMPARE(list->currentItem()->text(), QStringLiteral("one copy"));
        f->press(w, "removeConnection");
        QVERIFY(f->says(w, QStringLiteral("Remove “one copy”?")));
        QTest::keyClick(w, Qt::Key_Escape); // stays
        QVERIFY(w->isVisible());
        QCOMPARE(list->count(), 3);
        f->press(w, "removeConnection");
        for (auto *b : w->findChildren<QPushButton *>()) {
            if (b->isVisible() && b->text() == QStringLiteral("Remove"))
                QTest::mouseClick(b, Qt::LeftButton);
        }
        QCOMPARE(list->count(), 2);
        QCOMPARE(f->desktop->book().all().size(), 2);
    }

    /// Who asks for a server finds its form; the next time the same one, while nothing was said there.
    void aServerIsAskedForOnTheFirstPage() {
        const QByteArray before = qgetenv("XDG_DATA_HOME");
        qputenv("XDG_DATA_HOME", f->dir.filePath(QStringLiteral("data")).toUtf8()); // no default vault
        f->desktop->start({});
        if (before.isNull())
            qunsetenv("XDG_DATA_HOME");
        else
            qputenv("XDG_DATA_HOME", before);
        QTRY_VERIFY(f->desktop->page() && f->desktop->page()->isVisible());
        const auto choices = f->desktop->page()->findChildren<QPushButton *>(QStringLiteral("choice"));
        for (int times = 0; times < 2; ++times) {
            for (QPushButton *b : choices) {
                if (b->property("connections").toBool())
                    b->click();
            }
            auto *w = f->desktop->page()->findChild<ConnectionsWindow *>();
            QVERIFY(w && w->isVisible() && w->current());
            QCOMPARE(w->current()->kind, ConnectionKind::Server);
            QCOMPARE(w->focusWidget()->objectName(), QStringLiteral("connection.name"));
            QCOMPARE(f->desktop->book().all().size(), 1);
        }
    }

    void testingAFile() {
        const QString path = makeVault(QStringLiteral("one"));
        f->desktop->start(path);
        QTRY_VERIFY(f->desktop->window());
        auto *w = f->desktop->showConnections();
        QVERIFY(QTest::qWaitForWindowExposed(w));
        f->press(w, "testConnection");
        QTRY_VERIFY(f->says(w, QStringLiteral("The file is there.")));
        QVERIFY(f->says(w, QStringLiteral("Keys can be looked at and changed.")));
        QVERIFY(f->says(w, QStringLiteral("vault “one”")));
        f->fill(w, "connection.file", f->dir.filePath(QStringLiteral("nothing.latchkey")));
        QVERIFY(!f->says(w, QStringLiteral("The file is there."))); // that was said of another one
        f->press(w, "testConnection");
        QTRY_VERIFY(f->says(w, QStringLiteral("There is no file of this name.")));
        QFile other(f->dir.filePath(QStringLiteral("diary.latchkey")));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write(QByteArray(4096, 'x')) > 0);
        other.close();
        f->fill(w, "connection.file", other.fileName());
        f->press(w, "testConnection");
        QTRY_VERIFY2(f->says(w, QStringLiteral("is not a Latchkey vault")), qPrintable(f->texts(w)));
    }

    /// What stands there and is not so is said under its field before anybody asks, and when one does.
    void anAuthorityThatIsNotThere() {
        f->desktop->start(makeVault(QStringLiteral("one")));
        QTRY_VERIFY(f->desktop->window());
        auto *w = f->desktop->showConnections();
        QVERIFY(QTest::qWaitForWindowExposed(w));
        w->add(ConnectionKind::Server);
        f->fill(w, "connection.url", QStringLiteral("https://keys.example.com"));
        const QString gone = QStringLiteral("“gone.pem” is no file of certificates that can be read.");
        f->fill(w, "connection.sslrootcert", f->dir.filePath(QStringLiteral("gone.pem")));
        auto *edit =
            w->findChild<QWidget *>(QStringLiteral("connection.sslrootcert"))->findChild<QLineEdit *>();
        emit edit->editingFinished();
        QTRY_VERIFY2(f->says(w, gone), qPrintable(f->texts(w)));
        f->fill(w, "connection.name", QStringLiteral("Team")); // what is typed elsewhere mends nothing
        QVERIFY(f->says(w, gone));
        f->press(w, "testConnection");
        const auto *steps = w->findChild<TestSteps *>();
        QTRY_VERIFY2(steps->isVisible() && f->says(steps, gone), qPrintable(f->texts(steps)));
        const Connection c = w->current().value();
        const auto code = [&c] {
            return waitFor(readAuthority(c.authorityFile)).error().fields.first().code;
        };
        QCOMPARE(code(), QStringLiteral("unreadable"));
        QFile text(c.authorityFile);
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no certificate") > 0);
        text.close();
        QCOMPARE(code(), QStringLiteral("noCertificate"));
        f->fill(w, "connection.sslrootcert", QString());
        emit edit->editingFinished();
        QTRY_VERIFY2(!f->says(w, gone), qPrintable(f->texts(w)));
    }

    /// The window goes on while a folder of the network does not answer.
    void anAuthorityThatTakesLongToRead() {
#ifdef Q_OS_UNIX
        f->desktop->start(makeVault(QStringLiteral("one")));
        QTRY_VERIFY(f->desktop->window());
        auto *w = f->desktop->showConnections();
        QVERIFY(QTest::qWaitForWindowExposed(w));
        w->add(ConnectionKind::Server);
        const QString path = f->dir.filePath(QStringLiteral("slow.pem"));
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        f->fill(w, "connection.sslrootcert", path);
        auto *edit =
            w->findChild<QWidget *>(QStringLiteral("connection.sslrootcert"))->findChild<QLineEdit *>();
        emit edit->editingFinished();
        const QString reading = QStringLiteral("The file is being read…");
        QTRY_VERIFY2(f->says(w, reading), qPrintable(f->texts(w)));
        int fifo = -1;
        const auto opened = [&] { // once: another writer would keep the reader waiting
            if (fifo < 0)
                fifo = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
            return fifo >= 0;
        };
        QTRY_VERIFY(opened());
        QVERIFY(QFile::remove(path)); // whoever looks again finds none
        ::close(fifo);
        QTRY_VERIFY2(f->says(w, QStringLiteral("“slow.pem” is no file of certificates that can be read.")),
                     qPrintable(f->texts(w)));
        QVERIFY(!f->says(w, reading));
#endif
    }

    /// Trusted only by a click on it, once; another certificate later is refused, with both to compare.
    void certificates() {
        TestSteps steps;
        Connection c;
        c.kind = ConnectionKind::Server;
        const QByteArray first(32, '\x11'), second(32, '\x22');
        QSignalSpy trusted(&steps, &TestSteps::trusted);
        using What = ConnectionStep::What;
        steps.showSteps({{What::Reach, ok(), {}}, {What::Tls, fail(untrusted("selfSigned", first)), {}}}, c);
        QVERIFY(QTest::qWaitForWindowExposed(&steps));
        QVERIFY(f->says(&steps, fingerprintText(first)));
        QVERIFY(f->says(&steps, QStringLiteral("keys.example.com")));
        QVERIFY(f->says(&steps, QLocale().toString(QDate(2027, 1, 1), QLocale::LongFormat)));
        f->press(&steps, "trust");
        QCOMPARE(trusted.size(), 1);
        QCOMPARE(trusted.first().first().toByteArray(), first);
        c.pin = first;
        steps.showSteps({{What::Reach, ok(), {}}, {What::Tls, fail(untrusted("changed", second)), {}}}, c);
        QTRY_VERIFY(f->says(&steps, fingerprintText(second)));
        QVERIFY(f->says(&steps, fingerprintText(first)));
        for (const char *reason : {"changed", "expired", "wrongHost"}) {
            steps.showSteps({{What::Tls, fail(untrusted(reason, second)), {}}}, c);
            for (const auto *b : steps.findChildren<QPushButton *>())
                QVERIFY2(!b->isVisible(), reason);
        }
    }

    /// Another server's certificate is not the one that was trusted.
    void anotherAddressForgetsTheCertificate() {
        ConnectionForm form;
        Connection c;
        c.kind = ConnectionKind::Server;
        c.url = QStringLiteral("https://a.example.com");
        c.pin = QByteArray(32, 'p');
        form.load(c);
        form.show();
        QCOMPARE(form.connection().pin, c.pin);
        f->fill(&form, "connection.url", QStringLiteral("https://b.example.com"));
        QVERIFY(form.connection().pin.isEmpty());
        QCOMPARE(form.secret().edit().echoMode(), QLineEdit::Password);
    }
};

QTEST_MAIN(Connections)
#include "test_connections.moc"
