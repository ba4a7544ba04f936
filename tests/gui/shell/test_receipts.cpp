#include "core/backend/verifier_feed.h"
#include "tests/gui/shell/window_fixture.h"
#include "ui/detail/detail_pane.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/lifecycle_actions.h"

#include <QLabel>

using namespace latchkey;
using namespace latchkey::ui;

/// What stops a key says which verifiers know of it: in its notice, and in its details for as long as the
/// window is open.
class ReceiptsTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<WindowFixture> f;

    void confirm(qint64 epoch) {
        VerifierFeed &feed = *f->vault.backend->verifiers();
        for (const char *id : {"one", "two"}) {
            const Instant now = f->vault.clock.now();
            QVERIFY(waitFor(feed.confirm({QLatin1StringView(id), QLatin1StringView(id), epoch, now, now})));
        }
    }
    void confirmAll() { confirm(waitFor(f->vault.backend->verifiers()->changesSince(0))->epoch); }
    /// The second line of a notice that has one which begins so.
    QString note(const QString &begin = {}) {
        const auto notes = f->window->findChildren<QLabel *>(QStringLiteral("toastNote"));
        const auto found = std::find_if(notes.begin(), notes.end(), [&](const QLabel *l) {
            return l->isVisible() && l->text().startsWith(begin);
        });
        return found == notes.end() ? QString() : (*found)->text();
    }
    QString card() {
        const auto *receipt = f->window->findChild<QWidget *>(QStringLiteral("receipt"));
        return receipt->isVisible() ? receipt->accessibleName() : QString();
    }

private slots:
    void init() {
        f = std::make_unique<WindowFixture>();
        f->window->resize(1280, 800);
        f->window->setDetailShown(true);
    }
    void cleanup() { f.reset(); }

    void theNoticeFollowsTheVerifiers() {
        const auto keys = f->add({QStringLiteral("One"), QStringLiteral("Other")});
        confirm(1);
        f->choose(keys[0].id);
        f->window->actions().setActive(false);
        QTRY_COMPARE(note(), QStringLiteral("Confirmed by 0 of 2 verifiers…"));
        QTRY_COMPARE(card(), QStringLiteral("Confirmed by 0 of 2 verifiers"));
        confirmAll();
        QTRY_VERIFY(!note(QStringLiteral("Confirmed by 2 of 2 verifiers at ")).isEmpty());
        const auto toasts = f->window->findChildren<QWidget *>(QStringLiteral("toast"));
        QVERIFY2(toasts.last()->accessibleName().endsWith(note()),
                 qPrintable(toasts.last()->accessibleName()));
        // Long afterwards, with another key looked at in between, it still stands there.
        QTRY_COMPARE(card(), note());
        const QString receipt = card();
        f->choose(keys[1].id);
        QTRY_COMPARE(card(), QString());
        f->vault.clock.set(f->vault.clock.now().plusDays(1));
        f->choose(keys[0].id);
        QTRY_COMPARE(card(), receipt);
        // What works again has none.
        f->window->actions().setActive(true);
        QTRY_COMPARE(card(), QString());
    }

    /// A revocation has it too; what takes nothing away has none, and ends that of before.
    void whatStopsAKeyHasOne() {
        const auto keys = f->add({QStringLiteral("One")});
        confirm(1);
        f->choose(keys[0].id);
        f->window->actions().setActive(false);
        QTRY_COMPARE(note(), QStringLiteral("Confirmed by 0 of 2 verifiers…"));
        f->window->actions().setActive(true);
        QTRY_VERIFY(f->read(keys[0].id).state == KeyState::Active);
        QTRY_COMPARE(card(), QString());
        QTRY_COMPARE(note(), QString());
        f->window->lifecycle().revoke();
        QTRY_VERIFY(f->shown<QDialog>());
        f->shown<QDialog>()->accept();
        QTRY_VERIFY(f->read(keys[0].id).state == KeyState::Revoked);
        QTRY_COMPARE(card(), QStringLiteral("Confirmed by 0 of 2 verifiers"));
        confirmAll();
        QTRY_VERIFY(!note(QStringLiteral("Confirmed by 2 of 2 verifiers at ")).isEmpty());
    }
};

QTEST_MAIN(ReceiptsTest)
#include "test_receipts.moc"
