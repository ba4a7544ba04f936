#include "tests/gui/shell/window_fixture.h"
#include "ui/format/words.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/start_page.h"

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

private slots:
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
