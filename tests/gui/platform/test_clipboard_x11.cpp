// The clipboard on a real X server, with other programs beside it (xclip). Run by tests/support/xvfb_run.sh.
#include "ui/platform/secret_clipboard.h"

#include <QtTest>
#include <QtWidgets>

using namespace latchkey::ui;

class TestClipboardX11 : public QObject {
    Q_OBJECT

    static QByteArray paste(const QStringList &more = {}) {
        QProcess p;
        p.start(QStringLiteral("xclip"),
                QStringList{QStringLiteral("-o"), QStringLiteral("-selection"), QStringLiteral("clipboard")} +
                    more);
        // our own process has to answer meanwhile
        if (!QTest::qWaitFor([&] { return p.state() == QProcess::NotRunning; }, 5000))
            p.kill();
        return p.readAllStandardOutput();
    }

private slots:
    void initTestCase() { QCOMPARE(QGuiApplication::platformName(), QStringLiteral("xcb")); }

    void markedAndNotInThePrimarySelection() {
        QWidget window;
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        SecretClipboard clipboard(QGuiApplication::clipboard());
        clipboard.copyText(QStringLiteral("lk_dev_secret"));
        QCOMPARE(paste(), QByteArray("lk_dev_secret"));
        const QByteArray types = paste({QStringLiteral("-t"), QStringLiteral("TARGETS")});
        QVERIFY2(types.contains("x-kde-passwordManagerHint"), types.constData());
        QCOMPARE(paste({QStringLiteral("-t"), QStringLiteral("x-kde-passwordManagerHint")}),
                 QByteArray("secret"));
        QVERIFY(!QGuiApplication::clipboard()->ownsSelection());
        QVERIFY(QGuiApplication::clipboard()->text(QClipboard::Selection).isEmpty());
    }

    void clearedForOtherProgramsInTime() {
        QWidget window;
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        SecretClipboard clipboard(QGuiApplication::clipboard());
        QSignalSpy cleared(&clipboard, &SecretClipboard::cleared);
        clipboard.setSeconds(2);
        QElapsedTimer timer;
        timer.start();
        clipboard.copyText(QStringLiteral("lk_dev_secret"));
        QVERIFY(cleared.wait(4000));
        QVERIFY(timer.elapsed() < 3000);
        QVERIFY(!paste().contains("secret"));
    }

    void anotherProgramsTextIsLeftAlone() {
        QWidget window;
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        SecretClipboard clipboard(QGuiApplication::clipboard());
        QSignalSpy replaced(&clipboard, &SecretClipboard::replaced);
        clipboard.copyText(QStringLiteral("lk_dev_secret"));
        QProcess other;
        other.start(QStringLiteral("xclip"), {QStringLiteral("-selection"), QStringLiteral("clipboard"),
                                              QStringLiteral("-quiet"), QStringLiteral("-i")});
        QVERIFY(other.waitForStarted());
        other.write("shopping list");
        other.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(replaced.size(), 1, 5000);
        QVERIFY(clipboard.clearNow());
        QCOMPARE(paste(), QByteArray("shopping list"));
        other.kill();
        QVERIFY(other.waitForFinished());
    }
};

QTEST_MAIN(TestClipboardX11)
#include "test_clipboard_x11.moc"
