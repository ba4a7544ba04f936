#include "core/remote/sendgrid/sendgrid_key.h"
#include "tests/gui/connections/desktop_fixture.h"
#include "tests/integration/canary/needle.h"
#include "tests/integration/canary/overheard.h"
#include "tests/support/fake_sendgrid.h"
#include "ui/dialogs/copy_key/copy_panel.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/dialogs/edit/edit_window.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/dialogs/recreate/recreate_window.h"
#include "ui/permissions/permission_tree.h"

#include <QClipboard>

using namespace latchkey;
using namespace latchkey::ui;

/// The key that we sign in with, and those that SendGrid tells once, through every window: afterwards they
/// are nowhere but where the person put them.
class SendGridCanary : public QObject {
    Q_OBJECT
    QTemporaryDir m_data; ///< this computer's notes and vaults
    std::unique_ptr<FakeSendGrid> server;
    std::unique_ptr<DesktopFixture> f;
    QByteArray m_spoken;

    MainWindow &window() { return *f->desktop->window(); }
    template<typename T>
    T *dialog() {
        T *found = nullptr;
        [&] { QTRY_VERIFY((found = window().findChild<T *>()) && found->isVisible()); }();
        return found;
    }
    void listenToAll() { m_spoken += Overheard::windows(); }
    void select(const QByteArray &id) {
        const KeyId key = sendgrid::keyIdOf(QString::fromLatin1(id));
        QTRY_VERIFY(window().page().model().rowOf(key) >= 0);
        window().page().table().select(key);
        QTRY_VERIFY(window().commands().action(QStringLiteral("key.edit"))->isEnabled());
    }
private slots:
    void initTestCase() {
        qputenv("XDG_DATA_HOME", m_data.path().toUtf8());
        Overheard::listenToMessages();
    }
    void cleanupTestCase() { Overheard::stopListening(); }

    void noKeyOfSendGridsStaysAnywhere() {
        server = std::make_unique<FakeSendGrid>();
        QVERIFY(server->listen());
        f = std::make_unique<DesktopFixture>();
        QTRY_VERIFY(f->desktop->secrets().state() != SecretStoreState::Unknown);
        // Sign in, as a person does.
        auto *connections = f->desktop->showConnections();
        connections->add(ConnectionKind::SendGrid);
        QVERIFY(QTest::qWaitForWindowExposed(connections));
        f->choose(connections, "connection.region", 2);
        f->fill(connections, "connection.url", server->url());
        f->fill(connections, "secret", QString::fromLatin1(server->callerKey()));
        f->press(connections, "testConnection");
        QTRY_VERIFY2(f->says(connections, QStringLiteral("0 of 100 keys.")),
                     qPrintable(f->texts(connections)));
        listenToAll();
        connections->reject();
        Connection c;
        c.kind = ConnectionKind::SendGrid;
        c.name = QStringLiteral("Mail");
        c.url = server->url();
        c = f->desktop->book().keep(c);
        waitFor(f->desktop->secrets().write(c.secretName(), SecretBytes::copyOf(server->callerKey())));
        f->desktop->start({}, c.name);
        QTRY_VERIFY(f->desktop->window());

        window().commands().trigger(QStringLiteral("key.create"));
        auto *create = dialog<CreateWindow>();
        create->form().findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("CRM"));
        create->form().permissions().addScopes(ScopeSet({*Scope::fromService(u"mail.send")}));
        create->submit();
        QTRY_VERIFY(create->copyPanel().isVisible());
        QCOMPARE(server->keys().size(), 1);
        const QByteArray first = server->keys().first().token(), firstId = server->keys().first().id;
        listenToAll();
        create->copyPanel().copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(first)); // there it is, by intent
        listenToAll();
        create->copyPanel().submit();
        QTRY_VERIFY(!window().findChild<CreateWindow *>());

        select(firstId);
        window().commands().trigger(QStringLiteral("key.edit"));
        auto *edit = dialog<EditWindow>();
        edit->form().permissions().addScopes(ScopeSet({*Scope::fromService(u"stats.read")}));
        listenToAll();
        edit->save();
        QTRY_COMPARE(server->count("PUT"), 1);
        QTRY_VERIFY(!window().findChild<EditWindow *>());

        select(firstId);
        window().commands().trigger(QStringLiteral("key.regenerate"));
        auto *again = dialog<RecreateWindow>();
        again->submit();
        QTRY_VERIFY(again->copyPanel().isVisible());
        QCOMPARE(server->keys().size(), 2);
        const QByteArray second = server->keys().last().token();
        listenToAll();
        again->copyPanel().copy();
        again->copyPanel().submit();
        auto *remove = again->findChild<QPushButton *>(QStringLiteral("deleteOld"));
        QTRY_VERIFY(remove->isVisible());
        again->findChild<QLineEdit *>(QStringLiteral("confirmName"))->setText(QStringLiteral("CRM"));
        listenToAll();
        remove->click();
        QTRY_COMPARE(server->count("DELETE"), 1);
        QTRY_COMPARE(window().page().model().rowCount(), 1);

        // Pasted into the search box: it finds its row, and the box is empty again.
        QGuiApplication::clipboard()->setText(QString::fromLatin1(second));
        window().page().search().setFocus();
        QTest::keyClick(&window().page().search(), Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(window().page().search().text().isEmpty());
        window().lockNow();
        listenToAll();
        for (int role = 0; role < Qt::UserRole + 20; ++role) {
            for (int column = 0; column < KeyColumnCount; ++column)
                m_spoken += window().page().model().index(0, column).data(role).toString().toUtf8() + '\n';
        }
        f->close(); // everything is written by now
        QVERIFY(!f->settings().isEmpty());
        QFile arguments(QStringLiteral("/proc/self/cmdline"));
        QVERIFY(arguments.open(QIODevice::ReadOnly));
        const QByteArray line = arguments.readAll();
        QStringList found;
        for (const QByteArray &secret : {server->callerKey(), first, second}) {
            const Needle needle(secret.mid(26)); // what follows the id, which is no secret
            found += needle.foundIn(m_spoken, QStringLiteral("screen reader"));
            found += needle.foundIn(Overheard::messages(), QStringLiteral("messages"));
            found += needle.foundIn(line, QStringLiteral("arguments"));
            found += needle.foundInFolder(m_data.path());
            found += needle.foundInFolder(f->dir.path()); // settings, connections, jobs
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void whatLiesThereIsFound() {
        QTemporaryDir dir;
        QFile planted(dir.filePath(QStringLiteral("planted")));
        QVERIFY(planted.open(QIODevice::WriteOnly));
        planted.write("x" + server->callerKey() + "y");
        planted.close();
        QVERIFY(!Needle(server->callerKey().mid(26)).foundInFolder(dir.path()).isEmpty());
    }
};

QTEST_MAIN(SendGridCanary)
#include "test_sendgrid_canary.moc"
