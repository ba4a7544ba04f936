#include "tests/gui/languages/fit_check.h"
#include "tests/gui/languages/language_test.h"
#include "ui/commands/command_palette.h"
#include "ui/commands/shortcut_sheet.h"
#include "ui/connections/connection_words.h"
#include "ui/connections/connections_window.h"
#include "ui/connections/test_steps.h"
#include "ui/detail/detail_pane.h"
#include "ui/feedback/window_feedback.h"
#include "ui/format/words.h"
#include "ui/help/help_pages.h"
#include "ui/help/help_window.h"
#include "ui/lock/lock_cover.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shell/bulk_sheet.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/new_vault_sheet.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/rotate_fields.h"
#include "ui/shell/start_page.h"
#include "ui/transfer/file_field.h"

#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace latchkey;
using namespace latchkey::ui;

/// The window itself, what lies over it, and what there is before it.
class Languages : public LanguageTest {
    Q_OBJECT
private slots:
    void theChecksFindWhatIsWrong() {
        QWidget w;
        auto *label = new QLabel(QStringLiteral("⟦A text that is long⟧"), &w);
        label->setObjectName(QStringLiteral("label"));
        label->setGeometry(0, 0, 200, 30);
        auto *button = new QPushButton(QStringLiteral("⟦Press⟧"), &w);
        button->setGeometry(0, 40, 150, 40);
        w.resize(300, 200);
        w.show();
        QVERIFY(QTest::qWaitForWindowExposed(&w));
        QCOMPARE(misfits(&w), QStringList());
        QCOMPARE(untranslated(&w, {}), QStringList());
        label->resize(30, 30);
        QCOMPARE(misfits(&w).size(), 1);
        label->setToolTip(label->text());
        QCOMPARE(misfits(&w), QStringList());
        label->setWordWrap(true);
        label->setToolTip({});
        label->resize(100, 10);
        QVERIFY(!misfits(&w).isEmpty());
        label->setGeometry(0, 0, 200, 60);
        QCOMPARE(misfits(&w), QStringList());
        button->resize(20, 40);
        QCOMPARE(misfits(&w).size(), 1);
        button->setGeometry(250, 40, 150, 40);
        QVERIFY(misfits(&w).value(0).contains(QStringLiteral("outside its parent")));
        button->setGeometry(0, 40, 150, 40);
        auto *box = new QVBoxLayout(&w);
        box->addWidget(label);
        box->addWidget(button);
        QTest::qWait(0);
        QCOMPARE(misfits(&w), QStringList());
        button->move(label->pos());
        QVERIFY(misfits(&w).value(0).contains(QStringLiteral("lies over")));
        box->activate();
        button->setToolTip(QStringLiteral("not in brackets"));
        QCOMPARE(untranslated(&w, {}).size(), 1);
        QCOMPARE(untranslated(&w, {QStringLiteral("not in brackets")}), QStringList());
        QCOMPARE(sameLetters(&w), QStringList());
        button->setText(QStringLiteral("⟦&Press⟧"));
        label->setBuddy(button);
        QCOMPARE(sameLetters(&w), QStringList());
        label->setText(QStringLiteral("⟦A text that is &plain⟧"));
        QCOMPARE(sameLetters(&w).size(), 1);
        button->setText(QStringLiteral("⟦Press⟧"));
        label->setBuddy(nullptr);
        label->setText(QStringLiteral("⟦A text that is…"));
        QCOMPARE(untranslated(&w, {QStringLiteral("not in brackets")}).size(), 1);
    }

    void theMainWindow() {
        for (const QSize size : sizes) {
            resize(size);
            f->window->setDetailShown(false);
            look(f->window.get(), "table");
            f->window->setDetailShown(true);
            for (const auto &fits : QList<std::function<bool(const ApiKey &)>>{
                     [](const ApiKey &k) { return k.state == KeyState::Inactive; },
                     [](const ApiKey &k) { return k.lastUsedAt && !k.config.tags.isEmpty(); }}) {
                f->choose(keyThat(fits).id);
                auto *tabs = f->window->detail().findChild<QTabWidget *>();
                for (int i = 0; i < tabs->count(); ++i) {
                    tabs->setCurrentIndex(i);
                    look(f->window.get(), "detail");
                }
                tabs->setCurrentIndex(0);
            }
            f->table().selectAll();
            QTRY_VERIFY(f->table().selectedCount() > 1);
            look(f->window.get(), "selection");
            f->window->setDetailShown(false);
            look(f->window.get(), "selection");
            f->choose(f->model().idAt(0));
        }
        verdict();
    }

    void manyAtOnce() {
        m_own.unite({QStringLiteral("/tmp"), QStringLiteral(".csv")});
        for (const QSize size : sizes) {
            resize(size);
            f->table().selectAll();
            f->window->commands().trigger(QStringLiteral("key.changeSelected"));
            auto *change = sheet<BulkSheet>();
            for (const Deed d :
                 {Deed::AddTags, Deed::SetExpiry, Deed::SetLimits, Deed::Rotate, Deed::Revoke}) {
                change->choose(d);
                look(change, "change selected");
            }
            change->choose(Deed::Rotate);
            auto *fields = change->findChild<RotateFields *>();
            const QString repository = f->vault.dir.filePath(QStringLiteral("repository"));
            QVERIFY(QDir().mkpath(repository + QStringLiteral("/.git")));
            fields->file().setPath(repository + QStringLiteral("/t.env"));
            m_own.insert(repository);
            look(change, "rotate into a git folder");
            gone(change);
        }
        verdict();
    }

    void filters() {
        SearchBox &search = f->window->page().search();
        const qsizetype all = f->model().rowCount();
        for (const QSize size : sizes) {
            resize(size);
            search.setText(QStringLiteral("status:active env:production last:never"));
            look(f->window.get(), "chips");
            search.setText(QStringLiteral("-type:billing expires:<90d limit:none foo:bar"));
            look(f->window.get(), "chips");
            search.setText(QStringLiteral("nothing is called so"));
            QTRY_COMPARE(f->model().rowCount(), 0);
            look(f->window.get(), "no match");
            search.clearAll();
            QTRY_COMPARE(f->model().rowCount(), all);
        }
        m_own.unite({QStringLiteral("foo:bar")});
        verdict();
    }

    void feedback() {
        for (const QSize size : sizes) {
            resize(size);
            f->clipboard->copyText(QStringLiteral("not a key"));
            f->window->showKeychainState(SecretStoreState::SessionOnly);
            look(f->window.get(), "feedback");
            f->clipboard->clearNow();
            f->window->showKeychainState(SecretStoreState::Locked);
            look(f->window.get(), "feedback");
        }
        verdict();
    }

    void help() {
        for (const QString &page : latchkey::ui::help::pages())
            m_own.insert(latchkey::ui::help::titleOf(page)); // in English for a pseudo language
        HelpWindow w;
        w.show();
        QVERIFY(QTest::qWaitForWindowExposed(&w));
        for (const QString &page : latchkey::ui::help::pages()) {
            w.showPage(page);
            look(&w, "help");
        }
        verdict();
    }

    void settings() {
        SettingsDialog dialog(*f->settings, f->window->commands(), *f->vault.service, f->window.get());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        for (const char *page : {"general", "appearance", "security", "thresholds", "shortcuts"}) {
            dialog.showPage(QLatin1StringView(page));
            look(&dialog, page);
        }
        if (language == QStringLiteral("en")) { // the words go with the number from the first
            const auto *days = dialog.findChild<QSpinBox *>(QLatin1StringView(setting::ExpiringDays.key));
            QCOMPARE(days->text(), QStringLiteral("14 days before"));
        }
        verdict();
    }

    void paletteAndShortcuts() {
        for (const QSize size : sizes) {
            resize(size);
            f->window->palette().open();
            QTRY_VERIFY(f->window->palette().isVisible());
            look(f->window->palette().window(), "palette");
            f->window->palette().hide();
        }
        ShortcutSheet sheet(f->window->commands(), f->window.get());
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        look(&sheet, "shortcut sheet");
        verdict();
    }

    void lock() {
        for (const QSize size : sizes) {
            resize(size);
            f->window->lockNow();
            look(f->window.get(), "locked");
            f->window->lockCover().unlock();
        }
        verdict();
    }

    void newVault() {
        NewVaultSheet sheet(QStringLiteral("/srv/none"), f->window.get());
        m_own.insert(sheet.path());
        const QList<ShippedCatalogue> shipped = shippedCatalogues();
        for (const ShippedCatalogue &s : shipped)
            m_own.insert(s.name);
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        look(&sheet, "new vault");
        sheet.file().setPath(QString());
        look(&sheet, "new vault bad");
        verdict();
    }

    void startPage() {
        StartPage page;
        page.setWindowTitle(QStringLiteral("Latchkey"));
        for (const QSize size : {QSize(900, 620), QSize(900, 560)}) {
            page.resize(size);
            page.showFirstRun();
            page.show();
            QVERIFY(QTest::qWaitForWindowExposed(&page));
            look(&page, "first run");
            const Error tooNew(ErrorCode::SchemaTooNew,
                               {{QStringLiteral("path"), QStringLiteral("/srv/some.latchkey")}});
            page.showProblem(QStringLiteral("/srv/some.latchkey"), sentence(tooNew), true);
            look(&page, "problem");
            page.showOpening(QStringLiteral("Team"), QStringLiteral("/srv/some.latchkey"));
            look(&page, "opening");
        }
        verdict();
    }

    void connections() {
        SessionStore secrets;
        ConnectionBook book(*f->settings, secrets);
        m_own.unite({QStringLiteral("/srv/some.latchkey"), QStringLiteral("https://keys.example.com"),
                     QStringLiteral("keys.example.com"), QStringLiteral("Example CA"),
                     QLocale().toString(QDate(2027, 1, 1), QLocale::LongFormat),
                     QStringLiteral("db.example.com"), QStringLiteral("keys"), QStringLiteral("ana"),
                     QStringLiteral("5432"), QStringLiteral("SendGrid")});
        for (const ConnectionKind kind : {ConnectionKind::Local, ConnectionKind::Postgres,
                                          ConnectionKind::Server, ConnectionKind::SendGrid}) {
            Connection c;
            c.kind = kind;
            c.name = QStringLiteral("Connection %1").arg(static_cast<int>(kind));
            m_own.insert(c.name);
            c.file = QStringLiteral("/srv/some.latchkey");
            c.host = QStringLiteral("db.example.com");
            c.database = QStringLiteral("keys");
            c.user = QStringLiteral("ana");
            c.url = QStringLiteral("https://keys.example.com");
            c.pin = QByteArray(32, 'p');
            c.proxy = ServerAddress::Proxy::Own;
            c.proxyAddress = QStringLiteral("proxy.example.com:3128");
            m_own.insert(c.proxyAddress);
            m_own.insert(fingerprintText(c.pin).insert(48, u'\n'));
            book.keep(c);
        }
        for (const Connection &c : book.all())
            m_own.insert(c.location());
        ConnectionsWindow window(book, f->window.get());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        using What = ConnectionStep::What;
        const QByteArray other(32, 'q');
        m_own.insert(fingerprintText(other).insert(48, u'\n'));
        const auto untrusted = [&other](const char *reason) {
            return Error(ErrorCode::UntrustedServer,
                         {{QStringLiteral("path"), QStringLiteral("https://keys.example.com")},
                          {QStringLiteral("fingerprint"), fingerprintText(other)},
                          {QStringLiteral("subject"), QStringLiteral("keys.example.com")},
                          {QStringLiteral("issuer"), QStringLiteral("Example CA")},
                          {QStringLiteral("until"), QStringLiteral("2027-01-01")},
                          {QStringLiteral("reason"), QLatin1StringView(reason)}});
        };
        auto *steps = window.findChild<TestSteps *>();
        for (const Connection &c : book.all()) {
            window.select(c.id);
            look(&window, "connection");
            steps->showSteps({{What::Reach, ok(), {{QStringLiteral("ms"), 12}}},
                              {What::Tls, ok(), {}},
                              {What::SignIn, ok(), {{QStringLiteral("user"), QStringLiteral("ana")}}},
                              {What::Permissions, ok(), {{QStringLiteral("noTables"), true}}},
                              {What::Version, ok(), {{QStringLiteral("server"), QStringLiteral("15.4")}}}},
                             c);
            look(&window, "connection tested");
        }
        const Connection server = book.all().last();
        for (const char *reason : {"selfSigned", "changed"}) {
            steps->showSteps(
                {{What::Reach, ok(), {{QStringLiteral("ms"), 12}}}, {What::Tls, fail(untrusted(reason)), {}}},
                server);
            look(&window, "certificate");
        }
        verdict();
    }

    /// One letter opens one thing: no two entries of a menu share it.
    void mnemonicsDiffer() {
        const auto letters = [this](const QList<QAction *> &actions, const QString &of) {
            QSet<QChar> seen;
            for (const QAction *a : actions) {
                const QKeySequence m = QKeySequence::mnemonic(a->text());
                if (m.isEmpty())
                    continue;
                const QChar letter = m.toString().back();
                if (seen.contains(letter))
                    m_bad.append(of + QStringLiteral(": ") + a->text());
                seen.insert(letter);
            }
        };
        const auto menus = f->window->menuBar()->actions();
        letters(menus, QStringLiteral("menu bar"));
        for (const QAction *m : menus)
            letters(m->menu()->actions(), m->text());
        verdict();
    }
};

int main(int argc, char *argv[]) {
    return runInLanguage<Languages>(argc, argv);
}

#include "test_languages.moc"
