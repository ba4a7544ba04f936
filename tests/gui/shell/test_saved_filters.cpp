#include "core/backend/request_log.h"
#include "core/storage/request_alerts.h"
#include "tests/gui/shell/shell_fixture.h"
#include "ui/feedback/banner_area.h"
#include "ui/shell/expiry_digest.h"
#include "ui/shell/name_sheet.h"
#include "ui/shell/saved_filters.h"
#include "ui/sidebar/sidebar.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::ui;

namespace {
QStringList rows(MainWindow &w) {
    QStringList texts;
    const auto *list = w.sidebar().findChild<QListWidget *>(QStringLiteral("sidebar"));
    for (int i = 0; i < list->count(); ++i) {
        if (!list->item(i)->isHidden())
            texts.append(list->item(i)->text());
    }
    return texts;
}
} // namespace

/// Filters with a name, the digest of a day, and the filters that come out of requests.
class SavedFiltersTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<ShellFixture> f;

    void press(const QString &row) {
        auto *list = f->window->sidebar().findChild<QListWidget *>(QStringLiteral("sidebar"));
        const auto found = list->findItems(row, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        list->setCurrentItem(found.first());
    }

private slots:
    void init() {
        f = std::make_unique<ShellFixture>();
        f->open();
    }
    void cleanup() {
        f->close();
        f.reset();
    }

    /// No key is in an environment and in none.
    void noEnvironmentLetsGoOfTheChosenOne() {
        Sidebar *sidebar = &f->window->sidebar();
        sidebar->choose(Environment::Development, SmartFilter::NoExpiry);
        emit sidebar->chosen(Environment::Development, SmartFilter::NoExpiry);
        f->window->page().search().setText(QStringLiteral("env:none"));
        QVERIFY(!sidebar->environment());
        QCOMPARE(sidebar->smart(), SmartFilter::NoExpiry);
    }

    void aMistypedFilterIsSaidAndCorrected() {
        SearchBox &search = f->window->page().search();
        search.setText(QStringLiteral("crm statuss:active"));
        const auto labels = f->window->page().findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *l) {
            return l->isVisible() &&
                   l->text() == QStringLiteral("There is no filter “statuss”: searched for as text");
        }));
        auto *use = f->window->page().findChild<QPushButton *>(QStringLiteral("useNearest"));
        QVERIFY(use);
        QCOMPARE(use->text(), QStringLiteral("Use “status:”"));
        use->click();
        QCOMPARE(search.text(), QStringLiteral("crm status:active"));
    }

    void savedOnesAreCounted() {
        f->add(QStringLiteral("Alpha"));
        f->add(QStringLiteral("Beta"));
        f->window->page().search().setText(QStringLiteral("alpha"));
        f->window->savedFilters().save(QStringLiteral("First"));
        f->window->page().search().clearAll();
        const auto counted = [this](const QString &name) { // as a screen reader has it
            const auto *list = f->window->sidebar().findChild<QListWidget *>(QStringLiteral("sidebar"));
            const auto found = list->findItems(name, Qt::MatchExactly);
            return found.isEmpty() ? QString() : found.first()->data(Qt::AccessibleTextRole).toString();
        };
        QTRY_COMPARE(counted(QStringLiteral("First")), QStringLiteral("First, 1 keys"));
        f->add(QStringLiteral("Alpha again"));
        QTRY_COMPARE(counted(QStringLiteral("First")), QStringLiteral("First, 2 keys"));
        f->window->savedFilters().rename(QStringLiteral("First"), QStringLiteral("Second"));
        QTRY_COMPARE(counted(QStringLiteral("Second")), QStringLiteral("Second, 2 keys"));
    }

    void savedAppliedRenamedRemovedAndBack() {
        f->add(QStringLiteral("Alpha"));
        f->add(QStringLiteral("Beta"));
        SavedFilters &saved = f->window->savedFilters();
        QVERIFY(!rows(*f->window).contains(QStringLiteral("SAVED")));
        f->window->page().search().setText(QStringLiteral("alpha status:active"));
        QTRY_COMPARE(f->window->page().model().rowCount(), 1);
        saved.save(QStringLiteral("First"));
        QVERIFY(rows(*f->window).contains(QStringLiteral("First")));
        f->window->page().search().clearAll();
        QTRY_COMPARE(f->window->page().model().rowCount(), 2);
        press(QStringLiteral("First"));
        QTRY_COMPARE(f->window->page().model().rowCount(), 1);
        QCOMPARE(f->window->page().search().text(), QStringLiteral("alpha status:active"));
        saved.rename(QStringLiteral("First"), QStringLiteral("Second"));
        QVERIFY(!rows(*f->window).contains(QStringLiteral("First")));
        saved.remove(QStringLiteral("Second"));
        QVERIFY(!rows(*f->window).contains(QStringLiteral("SAVED")));
        f->window->undoHistory().undo();
        QVERIFY(rows(*f->window).contains(QStringLiteral("Second")));
        f->window.reset(); // another window on the same settings has it too
        f->window = std::make_unique<MainWindow>(
            WindowContext{*f->vault.service, *f->settings, *f->clipboard, [this](QWidget *w) {
                              return new DialogForms(*f->vault.service, *f->clipboard, *f->settings, w);
                          }});
        QVERIFY(rows(*f->window).contains(QStringLiteral("Second")));
    }
    void aNameIsNeededAndOnlyOnce() {
        SavedFilters &saved = f->window->savedFilters();
        saved.save(QStringLiteral("Taken"));
        f->window->page().search().setText(QStringLiteral("status:active"));
        f->window->commands().trigger(QStringLiteral("view.saveFilter"));
        auto *sheet = f->dialog<NameSheet>();
        auto *name = sheet->findChild<QLineEdit *>();
        auto *button = sheet->findChildren<QPushButton *>().first();
        QCOMPARE(button->text(), QStringLiteral("Save"));
        QVERIFY(button->isEnabled());
        for (const QString &bad : {QString(), QStringLiteral("Taken"), QString(61, u'x')}) {
            name->setText(bad);
            QVERIFY2(!button->isEnabled(), qPrintable(bad));
        }
        name->setText(QStringLiteral("Free"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(rows(*f->window).contains(QStringLiteral("Free")));
    }
    void digestOnceADay() {
        KeyConfig c = f->vault.config(QStringLiteral("Ends soon"));
        c.expires = f->vault.clock.now().plusDays(3);
        const auto first = waitFor(f->vault.service->create(c));
        QVERIFY(first);
        ExpiryDigest &digest = f->window->digest();
        QSignalSpy told(&digest, &ExpiryDigest::told);
        const auto again = [&] { // looked, and whatever was asked is answered
            digest.look();
            (void)waitFor(f->vault.backend->counts(std::nullopt, {}));
            QCoreApplication::sendPostedEvents();
        };
        digest.look();
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(told.first().first().toLongLong(), 1);
        auto *banners = f->window->findChild<BannerArea *>(QStringLiteral("banners"));
        const int shown = banners->count();
        auto *dismiss = banners->findChild<QPushButton *>(QStringLiteral("bannerSecond"));
        QVERIFY(dismiss);
        dismiss->click(); // gone for the day
        QCOMPARE(banners->count(), shown - 1);
        again();
        QCOMPARE(told.count(), 1);
        f->vault.clock.set(f->vault.clock.now().plusDays(1));
        f->settings->set(setting::DailyDigest, false);
        again();
        QCOMPARE(told.count(), 1);
        f->settings->set(setting::DailyDigest, true);
        digest.look();
        QTRY_COMPARE(told.count(), 2);
        auto *show = f->window->findChild<BannerArea *>(QStringLiteral("banners"))
                         ->findChildren<QPushButton *>()
                         .last();
        QCOMPARE(show->text(), QStringLiteral("Show them"));
        show->click();
        QCOMPARE(f->window->sidebar().smart(), SmartFilter::ExpiringSoon);

        // What it says stays true: one more, then none.
        f->vault.clock.set(f->vault.clock.now().plusDays(1));
        digest.look();
        QTRY_COMPARE(told.count(), 3);
        c.name = QStringLiteral("Ends too");
        const auto second = waitFor(f->vault.service->create(c));
        QVERIFY(second);
        const auto says = [banners](const QString &text) {
            const auto labels = banners->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel *l) { return l->text() == text; });
        };
        QTRY_VERIFY(says(QStringLiteral("2 keys expire soon.")));
        QVERIFY(waitFor(f->vault.service->setActive(second->key, false)));
        QVERIFY(waitFor(f->vault.service->setActive(first->key, false)));
        QTRY_COMPARE(banners->count(), shown - 1);
    }
    /// Whoever changes the environment, the counts are those of the keys that are shown.
    void countsFollowTheEnvironment() {
        f->add();
        auto *list = f->window->sidebar().findChild<QListWidget *>(QStringLiteral("sidebar"));
        const auto all = [list] {
            return list->findItems(QStringLiteral("All keys"), Qt::MatchExactly)
                .first()
                ->data(Qt::AccessibleTextRole)
                .toString();
        };
        QTRY_VERIFY2(all().contains(QStringLiteral("1 key")), qPrintable(all()));
        f->window->sidebar().go(Environment::Staging, SmartFilter::None); // as "Show the Staging key" does
        QTRY_VERIFY2(all().contains(QStringLiteral("0 keys")), qPrintable(all()));
    }
    void requestsMakeFilters() {
        const CreatedKey limited = f->add(QStringLiteral("Limited"));
        f->add(QStringLiteral("Quiet"));
        QVERIFY(!rows(*f->window).contains(QStringLiteral("Rate limited")));
        QList<RequestRecord> requests;
        for (int i = 0; i < 40; ++i) {
            RequestRecord r;
            r.at = f->vault.clock.now().plusMs(-60'000 * i);
            r.key = limited.key.id;
            r.outcome = i % 4 == 0 ? RequestOutcome::RateLimited : RequestOutcome::Allowed;
            r.environment = limited.key.config.environment;
            requests.append(r);
        }
        QVERIFY(waitFor(f->vault.backend->requests()->append(requests)));
        QTRY_VERIFY_WITH_TIMEOUT(rows(*f->window).contains(QStringLiteral("Rate limited")), 15'000);
        press(QStringLiteral("Rate limited"));
        QTRY_COMPARE(f->window->page().model().rowCount(), 1);
        QCOMPARE(f->window->page().model().idAt(0), limited.key.id);
    }
};

QTEST_MAIN(SavedFiltersTest)
#include "test_saved_filters.moc"
