#include "core/model/futures.h"
#include "tests/gui/shell/cut_off.h"
#include "tests/gui/shell/window_fixture.h"
#include "tests/support/memory_backend.h"
#include "ui/customers/customer_sheet.h"
#include "ui/feedback/window_feedback.h"
#include "ui/format/words.h"
#include "ui/keys/cell_parts.h"
#include "ui/rules/rule_sheet.h"
#include "ui/shell/connection_watch.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/page_stack.h"
#include "ui/sidebar/sidebar.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QLabel>
#include <QListWidget>
#include <QMenuBar>
#include <QScrollBar>
#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::ui;

/// What holds for every part of the window: named, reachable, nothing cut off.
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

private slots:
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
            QTRY_COMPARE(hidden(KeyColumn::Token), details);
            QTRY_COMPARE(table.horizontalScrollBar()->maximum(), 0);
            for (const KeyColumn c :
                 {KeyColumn::Connection, KeyColumn::Permissions, KeyColumn::Status, KeyColumn::Actions})
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

    /// A filter about trouble comes with the first of it, not under the pointer, and stays: what a person is
    /// about to click keeps its place.
    void theSidebarKeepsItsPlaces() {
        struct Vault final : MemoryBackend {
            qint64 damaged = 0, without = 0, limited = 0;
            QFuture<Result<SidebarCounts>> counts(std::optional<Environment>, const Thresholds &) override {
                SidebarCounts c;
                c.all = damaged + without + 1;
                c.withoutEnvironment = without;
                c.smart[static_cast<std::size_t>(SmartFilter::RateLimited)] = limited;
                c.smart[static_cast<std::size_t>(SmartFilter::Damaged)] = damaged;
                return ready<Result<SidebarCounts>>(c);
            }
        } backend;
        Sidebar side(backend);
        auto *list = side.findChild<QListWidget *>(QStringLiteral("sidebar"));
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
        QEnterEvent enter(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));
        QCoreApplication::sendEvent(&side, &enter);
        backend.without = 4;
        side.refreshCounts();
        QTRY_VERIFY2(counted().contains(u'5'), qPrintable(counted()));
        QCOMPARE(shown(), more);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&side, &leave);
        QCOMPARE(shown().size(), more.size() + 1);
        backend.without = 0;
        side.refreshCounts();
        QTRY_VERIFY2(counted().contains(u'1'), qPrintable(counted()));
        QCOMPARE(shown().size(), more.size() + 1);
        // Where rows come above, the current one stays where it is on the screen.
        side.setGeometry(400, 400, Sidebar::Width, 300); // away from the pointer
        side.show();
        QVERIFY(QTest::qWaitForWindowExposed(&side));
        list->setCurrentItem(list->findItems(QStringLiteral("Recently deleted"), Qt::MatchExactly).value(0));
        const int top = list->visualItemRect(list->currentItem()).top();
        backend.limited = 3;
        side.refreshCounts();
        QTRY_COMPARE(shown().size(), more.size() + 2);
        QCOMPARE(list->visualItemRect(list->currentItem()).top(), top);
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

    /// A row that can't be had looks like none that is still to come.
    void whatIsNotKeptIsSaid() {
        struct Forgetful final : MemoryBackend {
            std::optional<Silence> silent;
            bool lost = false;
            [[nodiscard]] std::optional<Silence> silence() const override { return silent; }
            QFuture<Result<QList<ApiKey>>> rowsToShow(const QList<KeyId> &ids) override {
                return lost ? ready<Result<QList<ApiKey>>>(fail(ErrorCode::Unreachable))
                            : rows(silent ? ids.first(1) : ids);
            }
        };
        const SystemClock clock;
        Forgetful backend;
        backend.fill(2 * KeyTableModel::PageRows, clock.now());
        KeyTableModel model(backend, clock);
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 2 * KeyTableModel::PageRows);
        backend.silent = VaultBackend::Silence{Error(ErrorCode::Unreachable), clock.now()};
        QVERIFY(!model.keyAt(1));
        QCOMPARE(model.missingText(1), QString()); // on its way
        QTRY_VERIFY(model.keyAt(0));
        const QString notKept = QStringLiteral("Not read before the connection was lost");
        QCOMPARE(model.missingText(1), notKept);
        QCOMPARE(model.index(1, static_cast<int>(KeyColumn::Name)).data().toString(), notKept);
        backend.silent.reset();
        backend.lost = true;
        const int later = KeyTableModel::PageRows;
        QVERIFY(!model.keyAt(later));
        QTRY_COMPARE(model.missingText(later), QStringLiteral("Couldn't be read"));
        backend.lost = false;
        emit backend.recovered();
        QTRY_VERIFY(model.keyAt(later));
    }

    /// What is shown again out of memory is no newer for that.
    void updatedIsWhenTheListCame() {
        struct Remembering final : MemoryBackend {
            Instant listed;
            [[nodiscard]] std::optional<Instant> listedAt() const override { return listed; }
        };
        WindowFixture f;
        Remembering backend;
        backend.listed = f.vault.clock.now().plusMs(-120'500);
        KeyTableModel model(backend, f.vault.clock);
        const ConnectionWatch watch(backend, model, f.window->feedback(),
                                    {ConnectionKind::SendGrid, *f.settings, f.vault.clock}, nullptr);
        const QSignalSpy shown(&model, &KeyTableModel::replaced);
        model.refresh();
        QTRY_VERIFY(!shown.isEmpty());
        QVERIFY2(watch.stateText().contains(QStringLiteral("2 min ago")), qPrintable(watch.stateText()));
    }
};

QTEST_MAIN(WindowParts)
#include "test_window_parts.moc"
