#include "app/language.h"
#include "ui/help/help_pages.h"
#include "ui/help/help_topics.h"
#include "ui/help/help_window.h"
#include "ui/shell/help_actions.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>
#include <QTranslator>
#include <QVBoxLayout>

using namespace latchkey::ui;

namespace {

/// As `latchkey --language code`, for as long as this lives.
class Speaking {
public:
    explicit Speaking(const QString &code) { latchkey::useLanguage(*qApp, code); }
    ~Speaking() {
        qDeleteAll(qApp->findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly));
        QLocale::setDefault(m_before);
    }
    Q_DISABLE_COPY_MOVE(Speaking)

private:
    const QLocale m_before;
};

/// A translation of the program that is begun: it has a text, but no page.
class Begun : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *, const char *, int) const override {
        return qstrcmp(context, "help") == 0 ? QStringLiteral("xx") : QString();
    }
};

} // namespace

class HelpTest : public QObject {
    Q_OBJECT
private:
    static QStringList linksOf(const QString &page) {
        static const QRegularExpression link(QStringLiteral(R"(\]\(([^)]+)\))"));
        QStringList links;
        for (auto m = link.globalMatch(help::textOf(page)); m.hasNext();)
            links.append(m.next().captured(1));
        return links;
    }

private slots:
    void everyPageIsThereAndEveryLinkLeadsToOne_data() {
        QTest::addColumn<QString>("folder");
        QTest::newRow("en") << QStringLiteral(HELP_SOURCES);
        const QStringList files =
            QDir(QStringLiteral(TRANSLATIONS)).entryList({QStringLiteral("latchkey_*.ts")});
        QVERIFY(files.size() >= 2);
        for (const QString &file : files) {
            const QString code = file.section(u'_', 1).chopped(3);
            if (code != QStringLiteral("en"))
                QTest::newRow(qPrintable(code)) << QStringLiteral(HELP_SOURCES "/") + code;
        }
    }

    void everyPageIsThereAndEveryLinkLeadsToOne() {
        QFETCH(const QString, folder);
        const QString code = QString::fromLatin1(QTest::currentDataTag());
        const Speaking language(code);
        QCOMPARE(help::language(), code);
        QVERIFY(help::pages().size() >= 15);
        QSet<QString> titles;
        for (const QString &page : help::pages()) {
            QVERIFY2(help::isTranslated(page), qPrintable(page));
            QVERIFY2(help::textOf(page).size() > 200, qPrintable(page));
            QVERIFY2(!help::titleOf(page).isEmpty(), qPrintable(page));
            QVERIFY2(!titles.contains(help::titleOf(page)), qPrintable(page));
            titles.insert(help::titleOf(page));
            for (const QString &link : linksOf(page)) {
                QVERIFY2(!help::pageOfLink(link).isEmpty(), qPrintable(page + u' ' + link));
                QVERIFY2(help::pageOfLink(link) != page, qPrintable(page));
            }
        }
        // Files that no contents list are forgotten ones.
        const QStringList files = QDir(folder).entryList({QStringLiteral("*.md")});
        QCOMPARE(files.size(), help::pages().size());
    }

    void f1SpeaksGermanWhenTheProgramDoes() {
        const QString english = help::textOf(QStringLiteral("rotation"));
        const Speaking german(QStringLiteral("de"));
        QWidget window;
        HelpActions actions(&window);
        QLineEdit sheet;
        sheet.setProperty("helpPage", QStringLiteral("rotation"));
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        QTest::keyClick(&sheet, Qt::Key_F1);
        HelpWindow *w = actions.window();
        QVERIFY(w && w->isVisible());
        QCOMPARE(w->page(), QStringLiteral("rotation"));
        auto *contents = w->findChild<QListWidget *>();
        auto *text = w->findChild<QTextBrowser *>();
        auto *search = w->findChild<QLineEdit *>();
        QVERIFY(help::textOf(QStringLiteral("rotation")) != english);
        QVERIFY(text->toPlainText().contains(QStringLiteral("Beim Rotieren")));
        QVERIFY(!w->findChild<QLabel *>(QStringLiteral("helpLanguage"))->isVisible());
        QCOMPARE(contents->item(0)->text(), QStringLiteral("Erste Schritte"));
        search->setText(QStringLiteral("schlüsselbund auge"));
        QVERIFY(contents->count() >= 1 && contents->count() < 5);
        search->setText(QStringLiteral("keychain eye"));
        QCOMPARE(contents->count(), 0);
        if (const QString folder = qEnvironmentVariable("LATCHKEY_PICTURES"); !folder.isEmpty()) {
            w->showPage(QStringLiteral("troubleshooting"));
            QTest::qWait(20);
            w->grab().save(folder + QStringLiteral("/help_de.png"));
        }
    }

    void aPageThatALanguageLacksIsInEnglishAndSaysSo() {
        const QString english = help::textOf(QStringLiteral("start"));
        Begun translation;
        QVERIFY(QCoreApplication::installTranslator(&translation));
        QCOMPARE(help::language(), QStringLiteral("xx"));
        QVERIFY(!help::isTranslated(QStringLiteral("start")));
        QCOMPARE(help::textOf(QStringLiteral("start")), english);
        HelpWindow w;
        w.show();
        QVERIFY(QTest::qWaitForWindowExposed(&w));
        QVERIFY(w.findChild<QLabel *>(QStringLiteral("helpLanguage"))->isVisible());
        QVERIFY(!w.findChild<QTextBrowser *>()->toPlainText().isEmpty());
    }

    /// Every dialog and every page of the window, as the sources declare them.
    void everyDialogAndPageHasItsHelp() {
        static const QRegularExpression declared(QStringLiteral(
            R"(class (\w+)(?: final)? : public (?:QDialog|FormSheet|StepDialog|QWidget, public Page|QMainWindow))"));
        int found = 0;
        QDirIterator files(QStringLiteral(UI_SOURCES), {QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto m = declared.globalMatch(text); m.hasNext();) {
                const QString name = m.next().captured(1);
                const QString page = help::topicOfClass(name);
                QVERIFY2(!page.isEmpty(),
                         qPrintable(name + QStringLiteral(": add it to ui/help/help_topics.cpp")));
                QVERIFY2(help::pages().contains(page), qPrintable(name));
                ++found;
            }
        }
        QVERIFY(found >= 11);
    }

    void theNearestThingDecides() {
        QWidget window;
        auto *box = new QWidget(&window);
        auto *field = new QLineEdit(box);
        QCOMPARE(help::topicOf(field), QStringLiteral("start"));
        QCOMPARE(help::topicOf(nullptr), QStringLiteral("start"));
        window.setProperty("helpPage", QStringLiteral("audit"));
        QCOMPARE(help::topicOf(field), QStringLiteral("audit"));
        box->setObjectName(QStringLiteral("limits"));
        QCOMPARE(help::topicOf(field), QStringLiteral("limits"));
        for (const char *name : {"environment", "scopes", "customers", "allowedIps", "limits", "expires"}) {
            box->setObjectName(QLatin1StringView(name));
            QVERIFY(help::pages().contains(help::topicOf(field)));
        }
    }

    void contentsSearchLinksAndBack() {
        HelpWindow w;
        w.show();
        QVERIFY(QTest::qWaitForWindowExposed(&w));
        auto *contents = w.findChild<QListWidget *>();
        auto *text = w.findChild<QTextBrowser *>();
        auto *search = w.findChild<QLineEdit *>();
        QCOMPARE(contents->count(), help::pages().size());
        QCOMPARE(w.page(), help::pages().first());
        QVERIFY(!w.findChild<QLabel *>(QStringLiteral("helpLanguage"))->isVisible());
        w.showPage(QStringLiteral("limits"));
        QVERIFY(text->toPlainText().contains(QStringLiteral("429")));
        QCOMPARE(contents->currentItem()->text(), help::titleOf(QStringLiteral("limits")));
        emit text->anchorClicked(QUrl(QStringLiteral("expiry.md")));
        QCOMPARE(w.page(), QStringLiteral("expiry"));
        emit text->anchorClicked(QUrl(QStringLiteral("https://example.com/")));
        QCOMPARE(w.page(), QStringLiteral("expiry")); // nothing outside is opened
        w.goBack();
        QCOMPARE(w.page(), QStringLiteral("limits"));
        search->setText(QStringLiteral("retry-after"));
        QVERIFY(contents->count() >= 1 && contents->count() < 5);
        search->setText(QStringLiteral("no such words anywhere"));
        QCOMPARE(contents->count(), 0);
        QTest::keyClick(&w, Qt::Key_Escape);
        QCOMPARE(contents->count(), help::pages().size());
        contents->setCurrentRow(0);
        QCOMPARE(w.page(), help::pages().first());
        w.showPage(QStringLiteral("unknown"));
        QCOMPARE(w.page(), help::pages().first());
        if (const QString folder = qEnvironmentVariable("LATCHKEY_PICTURES"); !folder.isEmpty()) {
            w.showPage(QStringLiteral("troubleshooting"));
            QTest::qWait(20);
            w.grab().save(folder + QStringLiteral("/help.png"));
        }
        QTest::keyClick(&w, Qt::Key_Escape);
        QVERIFY(!w.isVisible());
    }
};

QTEST_MAIN(HelpTest)
#include "test_help.moc"
