#include "core/backend/change_gate.h"
#include "core/backend/request_log.h"
#include "tests/gui/connections/desktop_fixture.h"
#include "ui/commands/undo_history.h"
#include "ui/detail/detail_pane.h"

#include <QDialog>

using namespace latchkey;
using namespace latchkey::ui;

/// Safe mode Confirm: what is done at once elsewhere asks first.
class SafeModeTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<DesktopFixture> f;
    std::optional<ApiKey> key;

    [[nodiscard]] MainWindow &window() const { return *f->desktop->window(); }
    [[nodiscard]] QDialog *asked() const {
        return window().findChild<QDialog *>(QStringLiteral("confirmSheet"));
    }
    [[nodiscard]] ApiKey now() const {
        return waitFor(window().service().backend().rows({key->id}))->first();
    }
    [[nodiscard]] ChangeGate *gate() const { return window().service().backend().gate(); }
    void select() {
        window().refresh();
        QTRY_COMPARE(window().page().model().rowCount(), 1);
        window().page().table().select(key->id);
        QTRY_VERIFY(window().detail().key() && window().detail().key()->version == now().version);
    }
    /// Cancel changes nothing; the button does it.
    void declineThenAccept(const std::function<void()> &change, const QString &question,
                           const std::function<bool()> &done) {
        for (const bool yes : {false, true}) {
            change();
            QTRY_VERIFY(asked() && asked()->isVisible());
            QVERIFY2(DesktopFixture::says(asked(), question), qPrintable(DesktopFixture::texts(asked())));
            QVERIFY(DesktopFixture::says(asked(), QStringLiteral("Careful")));
            if (yes)
                DesktopFixture::press(asked(), "confirm");
            else
                QTest::keyClick(asked(), Qt::Key_Return); // is Cancel
            QTRY_VERIFY(!asked());
            if (yes)
                QTRY_VERIFY(done());
            else
                QVERIFY(!done());
        }
    }

private slots:
    void init() {
        f = std::make_unique<DesktopFixture>();
        const QString path = f->dir.filePath(QStringLiteral("vault/one.latchkey"));
        const SystemClock clock;
        OpenOptions o;
        o.actor = QStringLiteral("Ana");
        QVERIFY(waitFor(openLocalVault(path, o, clock)));
        Connection c;
        c.name = QStringLiteral("Careful");
        c.file = path;
        c.safeMode = SafeMode::Confirm;
        f->desktop->book().keep(c);
        f->desktop->start({}, c.name);
        QTRY_VERIFY(f->desktop->window());
        KeyConfig config;
        config.name = QStringLiteral("CRM");
        config.scopes = ScopeSet::parse(u"leads:read");
        const Agreed agreed(gate());
        const auto made = waitFor(window().service().create(config));
        QVERIFY(made);
        key = made->key;
        select();
    }
    void cleanup() { f.reset(); }

    void theSwitchAndItsUndo() {
        const auto active = [this] { return now().state == KeyState::Active; };
        declineThenAccept([this] { window().commands().trigger(QStringLiteral("key.toggle")); },
                          QStringLiteral("Deactivate “CRM”?"), [&] { return !active(); });
        QTRY_VERIFY(window().undoHistory().canUndo());
        window().commands().trigger(QStringLiteral("edit.undo"));
        QTRY_VERIFY(asked() && asked()->isVisible());
        QVERIFY(f->says(asked(), QStringLiteral("Undo the change of “CRM”?")));
        QVERIFY(!active());
        QTest::keyClick(asked(), Qt::Key_Return); // Cancel: it can still be undone
        QTRY_VERIFY(!asked());
        QTRY_VERIFY(window().undoHistory().canUndo());
        window().commands().trigger(QStringLiteral("edit.undo"));
        QTRY_VERIFY(asked() && asked()->isVisible());
        f->press(asked(), "confirm");
        QTRY_VERIFY(active());
    }

    /// A saved form was the question; to take it back is another change.
    void undoOfARename() {
        window().commands().trigger(QStringLiteral("key.rename"));
        QDialog *sheet = nullptr;
        QTRY_VERIFY((sheet = qobject_cast<QDialog *>(QApplication::activeModalWidget())));
        auto *name = sheet->findChild<QLineEdit *>();
        QVERIFY(name);
        name->setText(QStringLiteral("CRM 2"));
        sheet->accept();
        QTRY_COMPARE(now().config.name, QStringLiteral("CRM 2"));
        QVERIFY(!asked());
        QTRY_VERIFY(window().undoHistory().canUndo());
        window().commands().trigger(QStringLiteral("edit.undo"));
        QTRY_VERIFY(asked() && asked()->isVisible());
        QTest::keyClick(asked(), Qt::Key_Return);
        QTRY_VERIFY(!asked());
        QCOMPARE(now().config.name, QStringLiteral("CRM 2"));
        QTRY_VERIFY(window().undoHistory().canUndo()); // it was not undone
    }

    /// Each direction asks its own question, and is what the audit log says.
    void redoOfARename() {
        window().commands().trigger(QStringLiteral("key.rename"));
        QDialog *sheet = nullptr;
        QTRY_VERIFY((sheet = qobject_cast<QDialog *>(QApplication::activeModalWidget())));
        sheet->findChild<QLineEdit *>()->setText(QStringLiteral("CRM 2"));
        sheet->accept();
        QTRY_VERIFY(window().undoHistory().canUndo());
        window().commands().trigger(QStringLiteral("edit.undo"));
        QTRY_VERIFY(asked() && asked()->isVisible());
        f->press(asked(), "confirm");
        QTRY_COMPARE(now().config.name, QStringLiteral("CRM"));
        QTRY_VERIFY(!asked());
        window().commands().trigger(QStringLiteral("edit.redo"));
        QTRY_VERIFY(asked() && asked()->isVisible());
        QVERIFY2(f->says(asked(), QStringLiteral("Rename “CRM”?")), qPrintable(f->texts(asked())));
        f->press(asked(), "confirm");
        QTRY_COMPARE(now().config.name, QStringLiteral("CRM 2"));
        const auto log = waitFor(window().service().backend().audit({}));
        QCOMPARE(log->first().action, QStringLiteral("key.rename"));
        QCOMPARE(log->at(1).action, QStringLiteral("key.undo"));
    }

    void extendingAnOldKey() {
        {
            const Agreed agreed(gate());
            const auto rotated = waitFor(window().service().rotate(*key, 60'000));
            QVERIFY(rotated);
            key = rotated->key;
        }
        select();
        const Instant before = *now().old->until;
        declineThenAccept([this] { window().commands().trigger(QStringLiteral("key.extendOld")); },
                          QStringLiteral("Let the old key of “CRM” work longer?"),
                          [&] { return *now().old->until > before; });
    }

    void dismissingAnAlert() {
        QVERIFY(window().service().noteExposure(*key, key->credentialId));
        QTRY_VERIFY(!waitFor(window().service().backend().requests()->exposures())->isEmpty());
        const auto dismissed = [this] {
            return waitFor(window().service().backend().requests()->exposures())->first().dismissed;
        };
        declineThenAccept([this] { window().service().dismissExposure(*key); },
                          QStringLiteral("Dismiss the alert that “CRM” may be exposed?"), dismissed);
    }

    void theVaultsOwnSettings() {
        const auto days = [this] { return window().service().backend().info().deletedRetentionDays; };
        declineThenAccept(
            [this] { window().service().backend().setDeletedRetentionDays(7, {QStringLiteral("Ana")}); },
            QStringLiteral("Change how long deleted keys are kept?"), [&] { return days() == 7; });
    }
};

QTEST_MAIN(SafeModeTest)
#include "test_safe_mode.moc"
