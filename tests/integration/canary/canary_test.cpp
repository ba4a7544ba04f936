#include "tests/gui/shell/shell_fixture.h"
#include "tests/integration/canary/needle.h"
#include "tests/integration/canary/overheard.h"
#include "ui/dialogs/copy_key/copy_panel.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/dialogs/form/key_form.h"

#include <QJsonDocument>

using namespace latchkey;
using namespace latchkey::ui;

/// One known token goes through every flow; afterwards it may be nowhere but where the person put it.
class CanaryTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Overheard::listenToMessages(); }
    void cleanupTestCase() { Overheard::stopListening(); }

    void theControlIsFound() {
        const QByteArray token =
            token::generate(QStringLiteral("lk"), Environment::Production).token.view().toByteArray();
        const Needle needle(token);
        for (const auto &[form, bytes] : needle.forms()) {
            QTemporaryDir dir;
            QFile f(dir.filePath(QStringLiteral("planted")));
            QVERIFY(f.open(QIODevice::WriteOnly));
            f.write("before" + bytes + "after");
            f.close();
            QVERIFY2(!needle.foundInFolder(dir.path()).isEmpty(), qPrintable(form));
        }
    }

    void theTokenStaysSecret() {
        ShellFixture f;
        QByteArray known;
        f.vault.tokens = [&known](const QString &prefix, Environment env) {
            auto made = token::generate(prefix, env);
            known = made.token.view().toByteArray();
            return made;
        };
        f.open();
        f.window->commands().trigger(QStringLiteral("key.create"));
        auto *sheet = f.dialog<CreateWindow>();
        ApiKey pattern;
        pattern.config = f.vault.config(QStringLiteral("Canary"));
        sheet->startCopyOf(pattern);
        sheet->submit();
        QTRY_VERIFY(sheet->hasUnstoredToken());
        QCOMPARE(known.size(), 3 + 5 + 13 + 38);
        const Needle needle(known);
        const ApiKey key = sheet->copyPanel().key();
        QByteArray spoken = Overheard::windows();
        sheet->copyPanel().copy();
        spoken += Overheard::windows();
        const auto token = std::make_shared<const SecretBytes>(SecretBytes::copyOf(known));
        QVERIFY(waitFor(f.vault.service->keep(key, token)));
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(f.window->page().model().rowOf(key.id) >= 0);
        f.select(key.id);
        const auto revealed = waitFor(f.vault.service->reveal(key, QStringLiteral("reveal")));
        f.window->page().revealed().show(key.id, key.config.name, *revealed, 30);
        spoken += Overheard::windows();
        for (int c = 0; c < KeyColumnCount; ++c) {
            for (int role = 0; role < Qt::UserRole + 20; ++role)
                spoken += f.window->page().model().index(0, c).data(role).toString().toUtf8() + '\n';
        }
        QGuiApplication::clipboard()->setText(QString::fromLatin1(known));
        f.window->page().search().setFocus();
        QTest::keyClick(&f.window->page().search(), Qt::Key_V, Qt::ControlModifier); // whose key is this?
        QTRY_COMPARE(f.window->page().table().currentKey(), key.id);
        f.window->commands().trigger(QStringLiteral("edit.copyRows"));
        QTRY_VERIFY(QGuiApplication::clipboard()->text() !=
                    QString::fromLatin1(known)); // the pasted token was there
        spoken += QGuiApplication::clipboard()->text().toUtf8();
        ApiKey k = f.now(key.id);
        KeyConfig c = k.config;
        c.note = QStringLiteral("edited");
        k = *waitFor(f.vault.service->edit(k, c));
        QVERIFY(!waitFor(f.vault.service->edit(key, c))); // stale
        k = *waitFor(f.vault.service->setActive(k, false));
        k = *waitFor(f.vault.service->remove(k));
        k = *waitFor(f.vault.service->restore(k));
        f.window->lockNow();
        spoken += Overheard::windows();
        QStringList found = needle.foundIn(spoken, QStringLiteral("screen reader"));
        found +=
            needle.foundInFolder(f.vault.dir.path()); // database, -wal, -shm, ballast, settings, while open
        f.window->close();
        k = *waitFor(f.vault.service->remove(k));
        QVERIFY(waitFor(f.vault.service->purge(k)));
        const auto audit = waitFor(f.vault.backend->audit({}));
        QByteArray log;
        for (const AuditEvent &e : *audit)
            log += QJsonDocument(e.before).toJson() + QJsonDocument(e.after).toJson() + e.action.toUtf8() +
                   e.keyName.toUtf8();
        found += needle.foundIn(log, QStringLiteral("audit log"));
        f.close();
        found += needle.foundInFolder(f.vault.dir.path());
        found += needle.foundIn(Overheard::messages(), QStringLiteral("messages"));
        QFile arguments(QStringLiteral("/proc/self/cmdline"));
        if (arguments.open(QIODevice::ReadOnly))
            found += needle.foundIn(arguments.readAll(), QStringLiteral("arguments"));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

QTEST_MAIN(CanaryTest)
#include "canary_test.moc"
