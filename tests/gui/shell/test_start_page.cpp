#include "tests/gui/shell/cut_off.h"
#include "tests/gui/shell/window_fixture.h"
#include "ui/format/words.h"
#include "ui/shell/start_page.h"

#include <QLabel>
#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::ui;

/// Before there is a vault, one that can't be opened, and one without a key.
class StartPages : public QObject {
    Q_OBJECT
private slots:
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

QTEST_MAIN(StartPages)
#include "test_start_page.moc"
