#include "tests/gui/shell/window_fixture.h"

#include "core/backend/request_log.h"
#include "tests/support/other_program.h"
#include "ui/detail/detail_pane.h"
#include "ui/detail/status_pill.h"
#include "ui/dialogs/copy_key/copy_panel.h"
#include "ui/dialogs/edit/edit_window.h"
#include "ui/dialogs/revoke_sheet.h"
#include "ui/dialogs/rotate/rotate_window.h"
#include "ui/dialogs/rotate/stop_old_sheet.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/status_line.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::ui;

/// Rotate, watch, stop; regenerate; revoke and restore: in the window, by keys and clicks.
class LifecycleInWindow : public QObject {
    Q_OBJECT
private:
    static bool enabled(WindowFixture &f, const char *id) {
        return f.window->commands().action(QLatin1StringView(id))->isEnabled();
    }
    /// Whether the detail pane shows this text anywhere.
    static bool detailSays(WindowFixture &f, const QString &text) {
        const auto labels = f.window->detail().findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *l) { return l->isVisible() && l->text().contains(text); });
    }

private slots:
    void rotateWatchAndStop() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("CRM sync")}).first();
        f.choose(k.id);
        f.window->setDetailShown(true);
        f.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f.shown<RotateWindow>());
        auto *window = f.shown<RotateWindow>();
        auto *what = window->findChild<QLabel *>(QStringLiteral("rotateConsequence"));
        QVERIFY2(what->text().contains(QStringLiteral("Both tokens work until")), qPrintable(what->text()));
        QVERIFY(what->text().contains(QStringLiteral("24")) || what->text().contains(QStringLiteral("UTC")));
        QTest::keyClick(window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(window->hasUnstoredToken());
        QTest::keyClick(window, Qt::Key_Escape); // asks before the only copy is lost
        QVERIFY(window->isVisible());
        QTest::keyClick(window, Qt::Key_Escape); // stay
        window->copyPanel().copy();
        QTRY_VERIFY(!window->hasUnstoredToken());
        window->reject();
        QTRY_VERIFY(!f.shown<RotateWindow>());
        const ApiKey now = f.read(k.id);
        QVERIFY(now.credentialId != k.credentialId && isRotating(now, f.vault.clock.now()));
        QTRY_VERIFY(detailSays(f, QStringLiteral("Two tokens work")));
        QTRY_VERIFY(enabled(f, "key.stopOld"));
        const auto cell = [&f, id = k.id](KeyColumn column, int role) {
            return f.model().index(f.model().rowOf(id), static_cast<int>(column)).data(role).toString();
        };
        QTRY_COMPARE(cell(KeyColumn::Status, Qt::DisplayRole), QStringLiteral("Rotating"));
        QCOMPARE(cell(KeyColumn::Status, Qt::ToolTipRole).section(u'\n', -1),
                 QStringLiteral("Old key stops in 24 h"));
        QVERIFY(cell(KeyColumn::Name, Qt::AccessibleTextRole).endsWith(QStringLiteral("stops in 24 h")));

        f.window->commands().trigger(QStringLiteral("key.extendOld"));
        QTRY_COMPARE(*f.read(k.id).old->until, now.old->until->plusDays(1));
        waitFor(f.vault.backend->stampLastUsed(
            {{k.id, f.vault.clock.now().plusMs(-60'000), QStringLiteral("10.2.0.4"), true}}));
        QTRY_VERIFY(detailSays(f, QStringLiteral("10.2.0.4")));
        f.window->commands().trigger(QStringLiteral("key.stopOld"));
        QTRY_VERIFY(f.shown<StopOldSheet>());
        auto *sheet = f.shown<StopOldSheet>();
        const auto texts = sheet->findChildren<QLabel *>();
        QVERIFY(std::any_of(texts.begin(), texts.end(), [](const QLabel *l) {
            return l->text().contains(QStringLiteral("may break whatever uses it"));
        }));
        QTest::keyClick(sheet->focusWidget(), Qt::Key_Return); // Return never destroys
        QTRY_VERIFY(!f.shown<StopOldSheet>());
        QVERIFY(isRotating(f.read(k.id), f.vault.clock.now()));
        f.window->commands().trigger(QStringLiteral("key.stopOld"));
        QTRY_VERIFY(f.shown<StopOldSheet>());
        QTest::mouseClick(f.shown<StopOldSheet>()->findChild<QPushButton *>(QStringLiteral("confirmStopOld")),
                          Qt::LeftButton);
        QTRY_VERIFY(!isRotating(f.read(k.id), f.vault.clock.now()));
        QTRY_VERIFY(!enabled(f, "key.stopOld"));
        QTRY_COMPARE(cell(KeyColumn::Status, Qt::DisplayRole), QStringLiteral("Active"));
    }

    /// Quiet is what was not used for an hour. What used the key before the rotation used the old token.
    void stoppingRightAfterTheRotationWarns_data() {
        QTest::addColumn<int>("usedBefore"); // minutes ago; -1: never
        QTest::addColumn<int>("rotated");
        QTest::addColumn<bool>("warns");
        QTest::addColumn<QString>("says");
        QTest::newRow("used before") << 16 << 1 << true << QStringLiteral("was used 16 min ago");
        QTest::newRow("quiet") << 90 << 80 << false << QStringLiteral("was last used 2 h ago");
        QTest::newRow("never") << -1 << 1 << false << QStringLiteral("was not used since the rotation");
        QTest::newRow("hidden by the new one") << 5 << 30 << true << QStringLiteral("isn't known yet");
        QTest::newRow("new one used, old one quiet")
            << 5 << 90 << false << QStringLiteral("was not used since the rotation");
    }
    void stoppingRightAfterTheRotationWarns() {
        QFETCH(int, usedBefore);
        QFETCH(int, rotated);
        const Instant now(1'800'000'000'000);
        ApiKey k;
        k.config.name = QStringLiteral("CRM sync");
        k.rotatedAt = now.plusMs(-60'000LL * rotated);
        k.old = OldCredential{*KeyId::fromString(u"00000000000A"), now.plusDays(1), {}, {}};
        if (usedBefore >= 0)
            k.lastUsedAt = now.plusMs(-60'000LL * usedBefore);
        const StopOldSheet sheet(k, now, nullptr);
        auto *stop = sheet.findChild<QPushButton *>(QStringLiteral("confirmStopOld"));
        QTEST(stop->property("danger").toBool(), "warns");
        QCOMPARE(stop->property("primary").toBool(), !stop->property("danger").toBool());
        QStringList said;
        for (const auto *l : sheet.findChildren<QLabel *>())
            said.append(l->text());
        QFETCH(QString, says);
        QVERIFY2(said.join(u'\n').contains(says), qPrintable(said.join(u'\n')));
    }

    void regenerateSaysWhatItBreaks() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("Old token")}).first();
        f.choose(k.id);
        f.window->commands().trigger(QStringLiteral("key.regenerate"));
        QTRY_VERIFY(f.shown<RotateWindow>());
        auto *window = f.shown<RotateWindow>();
        QVERIFY(window->findChild<QLabel *>(QStringLiteral("rotateConsequence"))
                    ->text()
                    .contains(QStringLiteral("refused from now on")));
        QTest::mouseClick(window->findChild<QPushButton *>(QStringLiteral("confirmRotate")), Qt::LeftButton);
        QTRY_VERIFY(window->hasUnstoredToken());
        QVERIFY(!isRotating(f.read(k.id), f.vault.clock.now()));
        QVERIFY(f.read(k.id).old);
        window->copyPanel().copy();
        window->reject();
        QTRY_VERIFY(!f.shown<RotateWindow>());
    }

    void revokeWithAReasonAndRestore() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("Partner")}).first();
        f.choose(k.id);
        f.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f.shown<RevokeSheet>());
        QCOMPARE(f.shown<RevokeSheet>()->focusWidget()->objectName(), QStringLiteral("revokeReason"));
        QTest::keyClick(f.shown<RevokeSheet>()->focusWidget(), Qt::Key_Return);
        QVERIFY(f.shown<RevokeSheet>()); // Return neither destroys nor loses what was typed
        QTest::keyClick(f.shown<RevokeSheet>(), Qt::Key_Escape);
        QTRY_VERIFY(!f.shown<RevokeSheet>());
        QCOMPARE(f.read(k.id).state, KeyState::Active);
        f.window->commands().trigger(QStringLiteral("key.revoke"));
        QTRY_VERIFY(f.shown<RevokeSheet>());
        auto *sheet = f.shown<RevokeSheet>();
        auto *reason = sheet->findChild<QLineEdit *>(QStringLiteral("revokeReason"));
        auto *confirm = sheet->findChild<QPushButton *>(QStringLiteral("confirmRevoke"));
        reason->setText(QString(501, u'x'));
        QVERIFY(!confirm->isEnabled());
        reason->setText(QStringLiteral("The contract ended"));
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_COMPARE(f.read(k.id).state, KeyState::Revoked);
        QCOMPARE(f.read(k.id).stateReason, QStringLiteral("The contract ended"));
        QTRY_VERIFY(enabled(f, "key.restore"));
        QVERIFY(!enabled(f, "key.rotate") && !enabled(f, "key.toggle") && !enabled(f, "key.revoke"));
        f.window->undoHistory().undo(); // the same as Restore
        QTRY_COMPARE(f.read(k.id).state, KeyState::Active);
        f.window->undoHistory().redo();
        QTRY_COMPARE(f.read(k.id).state, KeyState::Revoked);
        QTRY_VERIFY(enabled(f, "key.restore"));
        const QSignalSpy steps(&f.window->undoHistory(), &UndoHistory::changed);
        f.window->commands().trigger(QStringLiteral("key.restore"));
        QTRY_COMPARE(f.read(k.id).state, KeyState::Active);
        QTRY_VERIFY(!steps.isEmpty()); // its step, and not the one before
        f.window->undoHistory().undo();
        QTRY_COMPARE(f.read(k.id).state, KeyState::Revoked);
        QCOMPARE(f.read(k.id).stateReason, QStringLiteral("The contract ended"));
    }

    void ctrlEnterRevokes() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("Partner")}).first();
        f.choose(k.id);
        f.window->commands().trigger(QStringLiteral("key.revoke"));
        QTRY_VERIFY(f.shown<RevokeSheet>());
        QTest::keyClicks(f.shown<RevokeSheet>()->focusWidget(), QStringLiteral("It ended"));
        QTest::keyClick(f.shown<RevokeSheet>()->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.read(k.id).state, KeyState::Revoked);
        QCOMPARE(f.read(k.id).stateReason, QStringLiteral("It ended"));
    }

    /// Commands act on the current row: it is in sight, unless somebody chose it.
    void aRowThatNobodyChoseStaysInSight() {
        WindowFixture f;
        f.window->page().setSort({SortColumn::Name, Qt::AscendingOrder});
        const KeyId last = f.add({QStringLiteral("zebra")}).first().id;
        QTRY_COMPARE(f.table().currentKey(), last);
        for (int i = 0; i < 60; ++i) // they come in above it
            QVERIFY(waitFor(f.vault.service->create(f.vault.config(QStringLiteral("apple %1").arg(10 + i)))));
        QTRY_COMPARE(f.model().rowCount(), 61);
        QTRY_COMPARE(f.table().currentIndex().row(), 0);
        QCOMPARE(f.table().selectedCount(), 1);
        f.choose(last);
        QVERIFY(waitFor(f.vault.service->create(f.vault.config(QStringLiteral("aardvark")))));
        QTRY_COMPARE(f.model().rowCount(), 62);
        QCOMPARE(f.table().currentKey(), last);
    }

    /// Who would be cut off.
    void theSheetSaysWhoCalls() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("Partner")}).first();
        QList<RequestRecord> rows;
        for (int i = 0; i < 5; ++i) {
            RequestRecord r;
            r.at = f.vault.clock.now().plusMs(-60'000 * (i + 1));
            r.key = k.id;
            r.method = QStringLiteral("GET");
            r.path = QStringLiteral("/v1/leads");
            r.ip = QStringLiteral("10.2.0.%1").arg(i);
            rows.append(r);
        }
        rows.last().at = f.vault.clock.now().plusDays(-2); // not of the last day
        QVERIFY(waitFor(f.vault.backend->requests()->append(rows)));
        f.choose(k.id);
        f.window->commands().trigger(QStringLiteral("key.revoke"));
        QTRY_VERIFY(f.shown<RevokeSheet>());
        const auto *calls = f.shown<RevokeSheet>()->findChild<QLabel *>(QStringLiteral("revokeCalls"));
        QTRY_VERIFY(calls->isVisible());
        QVERIFY2(
            calls->text().startsWith(QStringLiteral("4 requests with it in the last 24 hours. From 10.2.0.")),
            qPrintable(calls->text()));
        QVERIFY(calls->text().endsWith(QStringLiteral("And from 1 others.")));
    }

    void aLeakedKeyStaysRevoked() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("On a wiki")}).first();
        f.choose(k.id);
        f.window->commands().trigger(QStringLiteral("key.revoke"));
        QTRY_VERIFY(f.shown<RevokeSheet>());
        auto *sheet = f.shown<RevokeSheet>();
        sheet->findChild<QLineEdit *>(QStringLiteral("revokeReason"))
            ->setText(QStringLiteral("Seen on a wiki"));
        sheet->findChild<QCheckBox *>(QStringLiteral("revokeLeaked"))->setChecked(true);
        QTest::mouseClick(sheet->findChild<QPushButton *>(QStringLiteral("confirmRevoke")), Qt::LeftButton);
        QTRY_COMPARE(f.read(k.id).state, KeyState::Revoked);
        f.window->setDetailShown(true);
        QTRY_VERIFY(detailSays(f, QStringLiteral("because it leaked: Seen on a wiki")));
        QVERIFY(!enabled(f, "key.restore"));
        QVERIFY(!f.window->undoHistory().canUndo());
    }

    /// Both are said, and the way to the expiry leads to its field.
    void inactiveAndExpiredAtOnce() {
        WindowFixture f;
        KeyConfig c = f.vault.config(QStringLiteral("Old batch"));
        c.expires = f.vault.clock.now().plusDays(1);
        const ApiKey k =
            *waitFor(f.vault.service->setActive(waitFor(f.vault.service->create(c))->key, false));
        f.vault.clock.set(f.vault.clock.now().plusDays(3));
        f.window->setDetailShown(true);
        f.window->refresh();
        f.choose(k.id);
        QTRY_VERIFY(detailSays(f, QStringLiteral("Inactive, and expired 2 days ago")));
        QVERIFY(f.button(&f.window->detail(), QStringLiteral("Activate")));
        QTest::mouseClick(f.button(&f.window->detail(), QStringLiteral("Edit expiry…")), Qt::LeftButton);
        QTRY_VERIFY(f.shown<EditWindow>());
        auto *expires = f.shown<EditWindow>()->findChild<QWidget *>(QStringLiteral("expires"));
        QTRY_VERIFY(expires->isAncestorOf(f.shown<EditWindow>()->focusWidget()));
        f.shown<EditWindow>()->reject();
    }

    /// Nobody does anything: status, filters and counts follow the clock.
    void anExpiryIsReachedWhileTheWindowIsOpen() {
        WindowFixture f;
        KeyConfig c = f.vault.config(QStringLiteral("Short"));
        c.expires = f.vault.clock.now().plusMs(60'000);
        const ApiKey k = waitFor(f.vault.service->create(c))->key;
        f.window->setDetailShown(true);
        f.choose(k.id);
        const auto status = [&f] { return f.window->detail().findChild<StatusPill *>()->accessibleName(); };
        QTRY_COMPARE(status(), QStringLiteral("Active"));
        f.window->page().search().setText(QStringLiteral("status:active"));
        QTRY_COMPARE(f.model().query().filter.terms.size(), 1);
        QTRY_COMPARE(f.model().rowCount(), 1);
        auto *time = f.window->findChild<QTimer *>(QStringLiteral("time"));
        QVERIFY(time->isActive());

        f.vault.clock.set(f.vault.clock.now().plusMs(61'000));
        time->setInterval(1);
        QTRY_COMPARE(f.model().rowCount(), 0);
        f.window->page().search().setText(QStringLiteral("status:expired"));
        QTRY_COMPARE(f.model().rowCount(), 1);
        time->stop();
        f.choose(k.id);
        QTRY_COMPARE(status(), QStringLiteral("Expired"));
        f.vault.clock.set(f.vault.clock.now().plusDays(2));
        f.window->passTime();
        QTRY_VERIFY(detailSays(f, QStringLiteral("Expired 2 days ago")));
    }

    void whatIsNotAnsweredYetIsSaid() {
        WindowFixture f;
        const ApiKey k = f.add({QStringLiteral("One")}).first();
        f.choose(k.id);
        auto *line = f.window->findChild<QLabel *>(QStringLiteral("awaited"));
        QVERIFY(line && !line->isVisible());
        OtherProgram other(f.vault.path());
        QVERIFY(other.run(QStringLiteral("BEGIN IMMEDIATE")));
        QElapsedTimer since;
        since.start();
        f.window->actions().toggleActive();
        QTRY_VERIFY_WITH_TIMEOUT(line->isVisible(), 4'000); // the vault waits for five seconds
        QVERIFY2(since.elapsed() >= 950, "what takes a moment is not said");
        QVERIFY2(line->text().contains(f.vault.backend->info().name), qPrintable(line->text()));
        f.window->resize(900, 560);
        auto *status = f.window->findChild<StatusLine *>();
        const QString said = line->text();
        status->showAwaited(QString(300, u'W'));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QVERIFY2(line->sizeHint().width() <= 400 && f.window->width() == 900, "a long name takes the window");
        status->showAwaited(said);
        QVERIFY(other.run(QStringLiteral("ROLLBACK")));
        QTRY_COMPARE(f.read(k.id).state, KeyState::Inactive);
        QTRY_VERIFY(!line->isVisible());
    }

    void anotherKeyBeginsAtItsTop() {
        WindowFixture f;
        const auto keys = f.add({QStringLiteral("One"), QStringLiteral("Two")});
        for (const ApiKey &k : keys) { // longer than the pane
            KeyConfig c = k.config;
            c.note = QStringLiteral("line\n").repeated(80);
            QVERIFY(waitFor(f.vault.service->edit(k, c)));
        }
        f.window->setDetailShown(true);
        f.window->resize(1280, 560);
        f.choose(keys[0].id);
        QTRY_VERIFY(f.window->detail().key() && f.window->detail().key()->id == keys[0].id);
        const auto bar = [&f] {
            return qobject_cast<QScrollArea *>(f.window->detail().tabs().widget(0))->verticalScrollBar();
        };
        QTRY_VERIFY(bar()->maximum() > 0);
        bar()->setValue(bar()->maximum());
        f.choose(keys[1].id);
        QTRY_VERIFY(f.window->detail().key() && f.window->detail().key()->id == keys[1].id);
        QCOMPARE(bar()->value(), 0);
    }
};

QTEST_MAIN(LifecycleInWindow)
#include "test_lifecycle.moc"
