#include "core/model/futures.h"
#include "tests/gui/shell/window_fixture.h"
#include "tests/support/memory_backend.h"
#include "ui/customers/customer_sheet.h"
#include "ui/detail/receipt_card.h"
#include "ui/feedback/window_feedback.h"
#include "ui/format/words.h"
#include "ui/keys/cell_parts.h"
#include "ui/rules/rule_sheet.h"
#include "ui/shell/connection_watch.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/start_page.h"
#include "ui/sidebar/sidebar.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QListWidget>
#include <QMenuBar>
#include <QScrollBar>
#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::ui;

/// What holds for every part of the window: named, reachable, nothing cut off; and the pages before there is
/// one.
class WindowParts : public QObject {
    Q_OBJECT
private:
    static void inMenu(const QMenu *menu, QSet<QAction *> *found) {
        for (QAction *a : menu->actions()) {
            if (a->menu())
                inMenu(a->menu(), found);
            else if (!a->isSeparator())
                found->insert(a);
        }
    }
    /// Buttons and one-line labels that have less room than their text needs.
    static QStringList cutOff(QWidget *in) {
        QStringList bad;
        for (auto *b : in->findChildren<QAbstractButton *>()) {
            if (b->isVisible() && !b->text().isEmpty() && b->width() < b->minimumSizeHint().width())
                bad.append(QStringLiteral("%1: %2 < %3")
                               .arg(b->text())
                               .arg(b->width())
                               .arg(b->minimumSizeHint().width()));
        }
        for (auto *l : in->findChildren<QLabel *>()) {
            if (l->isVisible() && !l->text().isEmpty() && !l->wordWrap() && l->textFormat() != Qt::RichText &&
                l->width() < l->minimumSizeHint().width())
                bad.append(QStringLiteral("%1: %2 < %3")
                               .arg(l->text())
                               .arg(l->width())
                               .arg(l->minimumSizeHint().width()));
        }
        return bad;
    }

    /// Says of two verifiers what it is told, by the time of a server of its own.
    class TwoVerifiers final : public VerifierFeed {
    public:
        Instant now = Instant(1'800'000'000'000);
        qint64 far = 0, near = 0;
        qint64 silentMs = 0;
        int asked = 0;
        QFuture<Result<qint64>> load(Take) override { return ready<Result<qint64>>(0); }
        QFuture<Result<Changes>> changesSince(qint64, int) override {
            return ready<Result<Changes>>(Changes());
        }
        QFuture<Outcome> confirm(const VerifierNode &) override { return ready<Outcome>(ok()); }
        QFuture<Outcome> leave(const QString &) override { return ready<Outcome>(ok()); }
        QFuture<Result<VerifierNodes>> nodes() override {
            ++asked;
            return ready<Result<VerifierNodes>>(
                VerifierNodes{{{QStringLiteral("1"), QStringLiteral("near"), near, now, now},
                               {QStringLiteral("2"), QStringLiteral("far"), far, now, now.plusMs(-silentMs)}},
                              now});
        }
    };

private slots:
    /// A receipt goes by the server's time: this computer's may be an hour off, either way.
    void receiptWithAWrongClock_data() {
        QTest::addColumn<qint64>("offMs");
        QTest::newRow("right") << 0LL;
        QTest::newRow("fast") << 3'600'000LL;
        QTest::newRow("slow") << -3'600'000LL;
    }
    void receiptWithAWrongClock() {
        QFETCH(const qint64, offMs);
        TwoVerifiers feed;
        const FixedClock clock(feed.now.plusMs(offMs));
        ReceiptCard card(&feed, clock);
        const QLabel *text = nullptr;
        for (const auto labels = card.findChildren<QLabel *>(); const QLabel *l : labels)
            text = l->wordWrap() ? l : text;
        AuditEvent revoked;
        revoked.action = QStringLiteral("key.revoke");
        revoked.seq = 7;
        revoked.at = feed.now.plusMs(-5'000);
        feed.near = 7;
        feed.far = 6;
        card.follow({revoked});
        QTRY_VERIFY(!card.isHidden());
        QCOMPARE(text->text(), QStringLiteral("Confirmed by 1 of 2 verifiers"));
        feed.far = 7;
        QTRY_VERIFY(text->text().startsWith(QStringLiteral("Confirmed by 2 of 2 verifiers at ")));
        // One that has been silent for long by the server's clock is no verifier any more.
        feed.silentMs = 120'000;
        revoked.seq = 8;
        card.follow({revoked});
        feed.near = 8;
        QTRY_VERIFY(text->text().startsWith(QStringLiteral("Confirmed by 1 of 1 verifiers at ")));
    }

    /// "Old key stops in …" stands under the name in rows of the usual height, however long the name is.
    void aWordOnANameStandsUnderIt() {
        QFont font = QApplication::font();
        font.setPixelSize(13);
        const QString name(60, u'n');
        const QRect cell(8, 280, 140, 28), high(8, 280, 140, 40);
        for (const QRect &area : {cell, high}) {
            const NamePlaces at = placesOfName(area, font, name, Qt::LeftToRight);
            QVERIFY(at.rest.center().y() > area.center().y() && at.name.center().y() < area.center().y());
            QVERIFY(at.rest.center().y() < area.bottom() && at.name.center().y() > area.top());
            QCOMPARE(at.rest.width(), area.width());
        }
        const QRect low(8, 280, 140, 24);
        QVERIFY(placesOfName(low, font, name, Qt::LeftToRight).rest.isEmpty());
        QVERIFY(!placesOfName(low, font, QStringLiteral("CRM"), Qt::LeftToRight).rest.isEmpty());
    }

    /// A masked key ends in dots at any width, and shows no more than fits.
    void maskedKeysEndInDots() {
        const QFontMetrics fm(tokenFont(QApplication::font()));
        for (const QString &masked : {QStringLiteral("lk_live_4fQz8KpW02aB_••••••••"),
                                      QStringLiteral("SG.qnJTbaBEQSyCJ9ZYYp3eQw.••••••••")}) {
            const int whole = fm.horizontalAdvance(masked);
            QCOMPARE(fittedMask(masked, fm, whole), masked);
            for (int width = 90; width < whole; width += 7) {
                const QString shown = fittedMask(masked, fm, width);
                QVERIFY2(fm.horizontalAdvance(shown) <= width, qPrintable(shown));
                QVERIFY2(shown.endsWith(QStringLiteral("••••")) && shown.startsWith(masked.left(3)),
                         qPrintable(shown));
            }
            // In the narrowest column, with its eye and copy, keys can still be told apart.
            const QRect cell(0, 0, columnSpec(static_cast<int>(KeyColumn::Token)).least, 28);
            const QString least =
                fittedMask(masked, fm, textRect(KeyColumn::Token, cell, Qt::LeftToRight).width());
            const QString id = masked.mid(masked.startsWith(QStringLiteral("SG")) ? 3 : 8);
            QVERIFY2(least.contains(id.left(3)), qPrintable(least));
        }
    }

    /// Of what is long past there is none, and it is asked for once only.
    void noReceiptOfLongAgo() {
        TwoVerifiers feed;
        const FixedClock clock(feed.now);
        ReceiptCard card(&feed, clock);
        AuditEvent revoked;
        revoked.action = QStringLiteral("key.revoke");
        revoked.seq = 7;
        revoked.at = feed.now.plusMs(-120'000);
        card.follow({revoked});
        QTRY_COMPARE(feed.asked, 1);
        QTest::qWait(0);
        card.follow({revoked});
        QVERIFY(card.isHidden());
        QCOMPARE(feed.asked, 1);
    }

    void everyCommandIsInTheMenuBar() {
        WindowFixture f;
        QSet<QAction *> found;
        for (QAction *a : f.window->menuBar()->actions()) {
            if (a->menu())
                inMenu(a->menu(), &found);
        }
        QSet<QString> keys;
        for (const CommandSpec &spec : f.window->commands().specs()) {
            QAction *a = f.window->commands().action(spec.id);
            QVERIFY2(found.contains(a), qPrintable(spec.id));
            QVERIFY2(!spec.text.isEmpty() && !spec.help.isEmpty(), qPrintable(spec.id));
            for (const QKeySequence &k : a->shortcuts()) {
                QVERIFY2(!keys.contains(k.toString()),
                         qPrintable(k.toString())); // one meaning for each chord
                keys.insert(k.toString());
            }
        }
        for (const char *wanted :
             {"Ctrl+N",       "Ctrl+F", "/",      "Ctrl+E",       "Ctrl+D", "Ctrl+Shift+C", "Ctrl+Alt+C",
              "Ctrl+Shift+D", "Del",    "Ctrl+H", "F2",           "F5",     "F6",           "F9",
              "Ctrl+L",       "Ctrl+,", "Ctrl+Z", "Ctrl+Shift+Z", "Esc",    "F1",           "Ctrl+Shift+P",
              "Ctrl+T"})
            QVERIFY2(keys.contains(QLatin1StringView(wanted)), wanted);
    }

    /// What a page offers can be asked for from everywhere: its page comes first.
    void whatAPageOffersIsACommand() {
        WindowFixture f;
        const auto run = [&](const char *id) { f.window->commands().trigger(QLatin1StringView(id)); };
        run("customers.add");
        QCOMPARE(f.window->pages().shown(), QStringLiteral("customers"));
        QTRY_VERIFY(f.shown<CustomerSheet>());
        f.shown<CustomerSheet>()->reject();
        run("rules.add");
        QCOMPARE(f.window->pages().shown(), QStringLiteral("rules"));
        QTRY_VERIFY(f.shown<RuleSheet>());
        f.shown<RuleSheet>()->reject();
        run("audit.verify");
        QCOMPARE(f.window->pages().shown(), QStringLiteral("audit"));
        const auto whole = [&] {
            const auto labels = f.window->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *l) {
                return l->isVisible() && l->text().startsWith(QStringLiteral("The log is whole"));
            });
        };
        QTRY_VERIFY(whole());
        for (const char *id :
             {"logs.import", "logs.keep", "audit.export", "catalogue.import", "catalogue.export"})
            QVERIFY2(f.window->commands().action(QLatin1StringView(id))->isEnabled(), id);
        {
            Connection looks;
            looks.safeMode = SafeMode::ReadOnly;
            MainWindow other(WindowContext{
                *f.vault.service, *f.settings, *f.clipboard,
                [&f](QWidget *w) { return new DialogForms(*f.vault.service, *f.clipboard, *f.settings, w); },
                looks});
            const auto why = [&](const char *id) {
                const QAction *a = other.commands().action(QLatin1StringView(id));
                return a->isEnabled() ? QString() : a->toolTip();
            };
            for (const char *id : {"logs.import", "customers.add", "catalogue.import", "rules.add"})
                QCOMPARE(why(id), QStringLiteral("This connection is read-only"));
            QCOMPARE(why("audit.verify"), QString());
            f.settle();
        }
    }

    /// What is selected is said where it is shown.
    void theSelectionIsTheKeysOnly() {
        WindowFixture f;
        f.add({QStringLiteral("One"), QStringLiteral("Two")});
        f.table().selectAll();
        const auto said = [&] {
            const auto labels = f.window->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *l) {
                return l->isVisible() && l->text().contains(QStringLiteral("2 selected"));
            });
        };
        QTRY_VERIFY(said());
        f.window->showPage(QStringLiteral("logs"));
        QVERIFY(!said());
        f.window->showPage({});
        QTRY_VERIFY(said());
    }

    void whatTakesTheFocusHasAName() {
        WindowFixture f;
        f.add({QStringLiteral("One")});
        f.window->resize(1280, 800);
        f.window->setDetailShown(true);
        QStringList unnamed;
        for (QWidget *w : f.window->findChildren<QWidget *>()) {
            if (!w->isVisible() || !(w->focusPolicy() & Qt::TabFocus) || w->focusProxy())
                continue;
            QAccessibleInterface *a = QAccessible::queryAccessibleInterface(w);
            if (!a || a->text(QAccessible::Name).isEmpty())
                unnamed.append(QString::fromLatin1(w->metaObject()->className()) + u' ' + w->objectName());
        }
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    }

    void nothingIsCutOff_data() {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1280, 800), QSize(900, 560)}) {
            QTest::addRow("left to right, %d", size.width()) << Qt::LeftToRight << size;
            QTest::addRow("right to left, %d", size.width()) << Qt::RightToLeft << size;
        }
    }
    void nothingIsCutOff() {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(QSize, size);
        QGuiApplication::setLayoutDirection(direction);
        {
            WindowFixture f;
            f.choose(f.add({QStringLiteral("A key with quite a long name for its place")}).first().id);
            f.window->resize(size);
            QTRY_COMPARE(f.window->size(), size);
            QVERIFY2(cutOff(f.window.get()).isEmpty(), qPrintable(cutOff(f.window.get()).join(u'\n')));
            f.window->setDetailShown(true);
            QTest::qWait(0);
            QVERIFY2(cutOff(f.window.get()).isEmpty(), qPrintable(cutOff(f.window.get()).join(u'\n')));
            f.window->actions().create();
            QTRY_VERIFY(f.shown<CreateWindow>());
            auto *sheet = f.shown<CreateWindow>();
            QVERIFY2(cutOff(sheet).isEmpty(), qPrintable(cutOff(sheet).join(u'\n')));
            f.settle();
            sheet->reject();
        }
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void theTableFitsTheWindowAtItsDefaultSize() {
        WindowFixture f;
        QStringList names;
        for (int i = 0; i < 40; ++i) // more than fit: a scroll bar stands beside them
            names.append(QStringLiteral("Key %1").arg(i));
        f.add(names);
        f.window->resize(1280, 800);
        f.window->setDetailShown(false);
        const auto &table = f.window->page().table();
        QTRY_VERIFY(table.verticalScrollBar()->maximum() > 0);
        QTRY_COMPARE(table.horizontalScrollBar()->maximum(), 0);
    }

    /// With the connections beside the names, and the details beside the table: what matters less gives way,
    /// and comes back.
    void columnsGiveWayToActions() {
        WindowFixture f;
        QStringList names;
        for (int i = 0; i < 40; ++i)
            names.append(QStringLiteral("Key %1").arg(i));
        f.add(names);
        KeyTableView &table = f.window->page().table();
        table.showFirst(KeyColumn::Connection);
        const auto hidden = [&](KeyColumn c) { return table.isColumnHidden(static_cast<int>(c)); };
        for (const bool details : {false, true}) {
            f.window->resize(1280, 800);
            f.window->setDetailShown(details);
            QTRY_VERIFY(hidden(KeyColumn::Created));
            QTRY_COMPARE(hidden(KeyColumn::Permissions), details);
            QTRY_COMPARE(table.horizontalScrollBar()->maximum(), 0);
            for (const KeyColumn c : {KeyColumn::Connection, KeyColumn::Status, KeyColumn::Actions})
                QVERIFY(!hidden(c) &&
                        table.columnWidth(static_cast<int>(c)) >= columnSpec(static_cast<int>(c)).least);
            QVERIFY(!table.saveState()
                         .value(QStringLiteral("hidden"))
                         .toStringList()
                         .contains(QStringLiteral("created")));
        }
        f.window->setDetailShown(false);
        f.window->resize(1800, 800);
        QTRY_VERIFY(!hidden(KeyColumn::Created) && !hidden(KeyColumn::Permissions));
        table.showColumn(static_cast<int>(KeyColumn::Owner), true); // one's own choice stays whole
        f.window->resize(1100, 800);
        QTRY_VERIFY(table.horizontalScrollBar()->maximum() > 0);
        QVERIFY(!hidden(KeyColumn::Created));
    }

    void aShortcutThatIsOffSaysWhy() {
        WindowFixture f;
        const auto tip = [&](const char *id) {
            return f.window->commands().action(QLatin1StringView(id))->toolTip();
        };
        for (int i = 0; i < 2; ++i) { // said once
            QTest::keyClick(f.window.get(), Qt::Key_Delete);
            QCOMPARE(f.window->feedback().toasts().count(), 1);
        }
        QCOMPARE(f.window->findChild<QWidget *>(QStringLiteral("toast"))->accessibleName(),
                 QStringLiteral("Select a key first"));
        const ApiKey one = f.add({QStringLiteral("One"), QStringLiteral("Two")}).first();
        f.choose(one.id);
        QTRY_COMPARE(tip("key.activate"), QStringLiteral("Not for a key in this state: Active"));
        QCOMPARE(tip("key.changeSelected"), QStringLiteral("Select several keys first"));
        f.table().selectAll();
        QTRY_COMPARE(tip("key.edit"), QStringLiteral("Select one key only"));
    }

    void everyPartFollowsTheTheme() {
        WindowFixture f;
        f.add({QStringLiteral("One")});
        for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
            applyTheme(*qApp, choice, false);
            const QColor text = QApplication::palette().color(QPalette::Text);
            for (const QAbstractItemView *view : f.window->findChildren<QAbstractItemView *>())
                QTRY_VERIFY2(view->palette().color(QPalette::Text) == text, qPrintable(view->objectName()));
        }
    }

    void theSidebarShowsWholeWhatIsChosen() {
        WindowFixture f;
        f.add({QStringLiteral("One")});
        f.window->resize(900, 560);
        QTRY_COMPARE(f.window->size(), QSize(900, 560));
        const auto *list = f.window->findChild<QListWidget *>(QStringLiteral("sidebar"));
        for (const char *page : {"logs", "jobs", "customers"}) {
            f.window->showPage(QLatin1StringView(page));
            QTRY_VERIFY2(list->viewport()->rect().contains(list->visualItemRect(list->currentItem())), page);
        }
    }

    /// A filter about trouble comes with the first of it, and stays: what stands below keeps its place.
    void theSidebarKeepsItsPlaces() {
        struct Vault final : MemoryBackend {
            qint64 damaged = 0;
            QFuture<Result<SidebarCounts>> counts(std::optional<Environment>, const Thresholds &) override {
                SidebarCounts c;
                c.all = damaged + 1;
                c.smart[static_cast<std::size_t>(SmartFilter::Damaged)] = damaged;
                return ready<Result<SidebarCounts>>(c);
            }
        } backend;
        Sidebar side(backend);
        const auto *list = side.findChild<QListWidget *>(QStringLiteral("sidebar"));
        const auto shown = [list] {
            QStringList rows;
            for (int i = 0; i < list->count(); ++i) {
                if (!list->item(i)->isHidden())
                    rows.append(list->item(i)->text());
            }
            return rows;
        };
        const QStringList before = shown();
        const auto counted = [list] {
            return list->findItems(QStringLiteral("All environments"), Qt::MatchExactly)
                .value(0)
                ->data(Qt::AccessibleTextRole)
                .toString();
        };
        QTRY_VERIFY2(counted().contains(u'1'), qPrintable(counted()));
        QCOMPARE(shown(), before); // counting moved nothing
        backend.damaged = 2;
        side.refreshCounts();
        QTRY_COMPARE(shown().size(), before.size() + 1);
        const QStringList more = shown();
        backend.damaged = 0;
        side.refreshCounts();
        QTRY_VERIFY2(counted().contains(u'1'), qPrintable(counted()));
        QCOMPARE(shown(), more);
    }

    /// Offline in either way, and the banner says which.
    void aDatabaseBehindAServerIsNamed() {
        WindowFixture f;
        MemoryBackend backend;
        KeyTableModel model(backend, f.vault.clock);
        const ConnectionWatch watch(backend, model, f.window->feedback(),
                                    {ConnectionKind::Server, *f.settings, f.vault.clock}, nullptr);
        const auto says = [&](const QString &text) {
            const auto labels = f.window->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel *l) { return l->isVisible() && l->text().contains(text); });
        };
        const auto lost = [](const QString &reason) {
            return Error(ErrorCode::Unreachable, {{QStringLiteral("path"), QStringLiteral("https://keys")},
                                                  {QStringLiteral("reason"), reason}});
        };
        emit backend.troubled(lost(QStringLiteral("database")));
        QTRY_VERIFY(says(QStringLiteral("the server answers, but its database doesn't. Showing keys from ")));
        QVERIFY(watch.isOffline());
        emit backend.troubled(lost(QStringLiteral("Connection refused")));
        QTRY_VERIFY(says(QStringLiteral("Working offline. Showing keys from ")));
        QTRY_VERIFY(!says(QStringLiteral("its database")));
        emit backend.recovered();
        QTRY_VERIFY(!says(QStringLiteral("Working offline")));
        QVERIFY(!watch.isOffline());
    }

    void anEmptyVaultOffersToCreate() {
        WindowFixture f;
        QPushButton *create = nullptr;
        QTRY_VERIFY((create = f.window->findChild<QPushButton *>(QStringLiteral("key.create.button"))));
        QTRY_VERIFY(create->isVisible());
        QVERIFY(!f.window->commands().action(QStringLiteral("key.edit"))->isEnabled());
        f.add({QStringLiteral("One")});
        f.window->page().search().setText(QStringLiteral("nothing like this"));
        auto *clear = f.window->findChild<QPushButton *>(QStringLiteral("clearFilters"));
        QTRY_VERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QTRY_COMPARE(f.model().rowCount(), 1);
    }

    void firstRunOffersWhatIsThere() {
        StartPage page;
        page.resize(900, 620);
        page.showFirstRun();
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto choices = page.findChildren<QPushButton *>(QStringLiteral("choice"));
        QCOMPARE(choices.size(), 4);
        QSignalSpy create(&page, &StartPage::createRequested), sample(&page, &StartPage::sampleRequested),
            open(&page, &StartPage::openRequested), server(&page, &StartPage::connectionsRequested);
        for (QPushButton *b : choices) {
            QVERIFY(!b->accessibleName().isEmpty() && !b->accessibleDescription().isEmpty());
            QTest::mouseClick(b, Qt::LeftButton);
        }
        for (const QSignalSpy *asked : {&create, &sample, &open, &server})
            QCOMPARE(asked->size(), 1);
        QVERIFY2(cutOff(&page).isEmpty(), qPrintable(cutOff(&page).join(u'\n')));
    }

    void aVaultThatCantBeOpenedSaysWhy_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("not a vault") << QByteArray(4096, 'x') << ErrorCode::NotAVault;
        QTest::newRow("nothing there") << QByteArray() << ErrorCode::NotFound;
    }
    void aVaultThatCantBeOpenedSaysWhy() {
        QFETCH(QByteArray, content);
        QFETCH(ErrorCode, code);
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("some.latchkey"));
        if (!content.isEmpty()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        }
        OpenOptions options;
        options.create = false;
        const auto answer = waitFor(openLocalVault(path, options, SystemClock()));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, code);
        StartPage page;
        page.showProblem(path, sentence(answer.error()));
        page.show();
        auto *text = page.findChild<QLabel *>(QStringLiteral("startText"));
        QVERIFY(text->text().contains(sentence(answer.error())) &&
                text->text().contains(QStringLiteral("some.latchkey")));
        QSignalSpy retry(&page, &StartPage::retryRequested);
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("retry")), Qt::LeftButton);
        QCOMPARE(retry.size(), 1);
        QCOMPARE(QFile::exists(path), !content.isEmpty()); // nothing was made in its place
    }
};

QTEST_MAIN(WindowParts)
#include "test_window_parts.moc"
