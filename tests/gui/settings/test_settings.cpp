#include "core/secrets/session_store.h"
#include "core/services/key_service.h"
#include "core/storage/local_vault.h"
#include "ui/settings/settings.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/shortcuts_page.h"

#include <QtTest>
#include <QtWidgets>

using namespace latchkey;
using namespace latchkey::ui;

class TestSettings : public QObject {
    Q_OBJECT

private slots:
    void privateFromTheStart() {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("deep/er/settings.ini"));
        Settings s(file);
        QCOMPARE(QFile::permissions(file) &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        s.set(setting::RevealSeconds, 60);
        s.setVaultState(QStringLiteral("v1"), QStringLiteral("columns"), {{QStringLiteral("name"), 220}});
        QCOMPARE(QFile::permissions(file) &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        QVERIFY(s.flush());
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void keepsAndReports() {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("s.ini"));
        {
            Settings s(file);
            QSignalSpy changed(&s, &Settings::changed);
            QCOMPARE(s.get(setting::AutoLockMinutes), 10);
            s.set(setting::AutoLockMinutes, 25);
            s.set(setting::AutoLockMinutes, 25); // no change, no signal
            s.set(setting::ReduceMotion, true);
            QCOMPARE(changed.size(), 2);
            QCOMPARE(changed.at(0).at(0).toString(), QStringLiteral("security/autoLockMinutes"));
            s.set(setting::ClipboardSeconds, 100'000); // out of range: the nearest allowed
            QCOMPARE(s.get(setting::ClipboardSeconds), 600);
            s.setShortcuts({{QStringLiteral("key.create"), QStringLiteral("Ctrl+J")}});
            s.setVaultState(QStringLiteral("v1"), QStringLiteral("table"),
                            {{QStringLiteral("sort"), QStringLiteral("name")},
                             {QStringLiteral("widths"), QVariantMap{{QStringLiteral("name"), 220}}}});
            QVERIFY(!s.connections());
            s.setConnections({{QStringLiteral("v"), 1}});
        }
        const Settings s(file);
        QCOMPARE(s.get(setting::AutoLockMinutes), 25);
        QVERIFY(s.get(setting::ReduceMotion));
        QCOMPARE(s.shortcuts().value(QStringLiteral("key.create")).toString(), QStringLiteral("Ctrl+J"));
        const QVariantMap state = s.vaultState(QStringLiteral("v1"), QStringLiteral("table"));
        QCOMPARE(state.value(QStringLiteral("widths")).toMap().value(QStringLiteral("name")).toInt(), 220);
        QVERIFY(s.vaultState(QStringLiteral("v2"), QStringLiteral("table")).isEmpty());
        QCOMPARE(s.connections()->value(QStringLiteral("v")).toInt(), 1);
        QVERIFY(s.recentVaults().isEmpty());
    }

    void badStoredValuesReadAsDefault() {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("s.ini"));
        QFile f(file);
        QVERIFY(f.open(QIODevice::WriteOnly));
        f.write("version=1\n[appearance]\ntheme=17\ndensity=abc\n[security]\nclipboardSeconds=-3\n[vaults]"
                "\nv1\\table=\"not json\"\n");
        f.close();
        const Settings s(file);
        QCOMPARE(s.get(setting::Theme), 0);
        QCOMPARE(s.get(setting::Density), 28);
        QCOMPARE(s.get(setting::ClipboardSeconds), 30);
        QVERIFY(s.vaultState(QStringLiteral("v1"), QStringLiteral("table")).isEmpty());
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    /// A folder that does not take the file: values still work for this run.
    void unwritablePlace() {
        QTemporaryDir dir;
        QFile blocker(dir.filePath(QStringLiteral("file")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        Settings s(dir.filePath(QStringLiteral("file/settings.ini")));
        s.set(setting::Theme, 2);
        QCOMPARE(s.get(setting::Theme), 2);
        QVERIFY(!s.flush());
    }

    void dialogAppliesAtOnce() {
        QTemporaryDir dir;
        Settings s(dir.filePath(QStringLiteral("s.ini")));
        CommandRegistry commands;
        for (const auto &[id, key] : {std::pair(QStringLiteral("key.create"), Qt::CTRL | Qt::Key_N),
                                      std::pair(QStringLiteral("key.edit"), Qt::CTRL | Qt::Key_E)})
            commands.add({id, QStringLiteral("Key"), id, QString(), {}, {QKeySequence(key)}}, [] {});
        const SystemClock clock;
        OpenOptions options;
        options.catalogueJson = defaultCatalogueJson();
        options.actor = QStringLiteral("tester");
        auto opening = openLocalVault(dir.filePath(QStringLiteral("v.latchkey")), options, clock);
        QTRY_VERIFY_WITH_TIMEOUT(opening.isFinished(), 20'000);
        const auto opened = opening.result();
        QVERIFY2(
            opened,
            opened ? ""
                   : qPrintable(
                         QString::number(int(opened.error().code)) +
                         QVariant(opened.error().params).toMap().value(QStringLiteral("reason")).toString()));
        auto backend = *opened;
        SessionStore secrets;
        Principal principal;
        principal.name = QStringLiteral("tester");
        principal.holdsAll = true;
        KeyService service(*backend, secrets, clock, principal);
        SettingsDialog dialog(s, commands, service);
        QVERIFY(!dialog.isModal());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));

        auto *theme = dialog.findChild<QComboBox *>(QStringLiteral("appearance/theme"));
        QTest::keyClick(theme, Qt::Key_Down);
        QTest::keyClick(theme, Qt::Key_Down);
        QCOMPARE(s.get(setting::Theme), 2);
        s.set(setting::Theme, 0); // changed from the menu: the page follows
        QCOMPARE(theme->currentData().toInt(), 0);

        dialog.showPage(QStringLiteral("security"));
        auto *seconds = dialog.findChild<QSpinBox *>(QStringLiteral("security/clipboardSeconds"));
        seconds->setFocus();
        seconds->selectAll();
        QTest::keyClicks(seconds, QStringLiteral("45"));
        QTest::keyClick(seconds, Qt::Key_Return);
        QCOMPARE(s.get(setting::ClipboardSeconds), 45);
        QVERIFY(dialog.isVisible());
        auto *retention = dialog.findChild<QSpinBox *>(QStringLiteral("retention"));
        QCOMPARE(retention->value(), 30);
        retention->setValue(7);
        QTRY_COMPARE(backend->info().deletedRetentionDays, 7);

        dialog.showPage(QStringLiteral("shortcuts"));
        auto *table = dialog.findChild<QTreeWidget *>(QStringLiteral("shortcutTable"));
        auto *keys = dialog.findChild<QKeySequenceEdit *>(QStringLiteral("shortcutKeys"));
        auto *set = dialog.findChild<QPushButton *>(QStringLiteral("setShortcut"));
        auto *message = dialog.findChild<QLabel *>(QStringLiteral("shortcutMessage"));
        table->setCurrentItem(table->topLevelItem(0));
        keys->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_E)); // taken
        QTest::mouseClick(set, Qt::LeftButton);
        QVERIFY2(message->text().contains(QStringLiteral("key.edit")), qPrintable(message->text()));
        QCOMPARE(commands.action(QStringLiteral("key.create"))->shortcut(),
                 QKeySequence(Qt::CTRL | Qt::Key_N));
        keys->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_J));
        QTest::mouseClick(set, Qt::LeftButton);
        QCOMPARE(commands.action(QStringLiteral("key.create"))->shortcut(),
                 QKeySequence(Qt::CTRL | Qt::Key_J));
        QCOMPARE(s.shortcuts().size(), 1);

        CommandRegistry fresh; // the next start
        fresh.add({QStringLiteral("key.create"),
                   QStringLiteral("Key"),
                   QStringLiteral("x"),
                   QString(),
                   {},
                   {QKeySequence(Qt::CTRL | Qt::Key_N)}},
                  [] {});
        loadShortcuts(s, fresh);
        QCOMPARE(fresh.action(QStringLiteral("key.create"))->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_J));

        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("resetAllShortcuts")),
                          Qt::LeftButton);
        QCOMPARE(commands.action(QStringLiteral("key.create"))->shortcut(),
                 QKeySequence(Qt::CTRL | Qt::Key_N));
        QVERIFY(s.shortcuts().isEmpty());

        dialog.showPage(QStringLiteral("general"));
        auto *restore = dialog.findChild<QPushButton *>(QStringLiteral("restoreDefaults"));
        s.set(setting::Density, 40);
        restore->click();
        QCOMPARE(s.get(setting::Density), 28);
        QCOMPARE(s.get(setting::ClipboardSeconds), 30);
        restore->click(); // Undo
        QCOMPARE(s.get(setting::Density), 40);
        QCOMPARE(s.get(setting::ClipboardSeconds), 45);
    }
};

QTEST_MAIN(TestSettings)
#include "test_settings.moc"
