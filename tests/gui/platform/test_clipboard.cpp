#include "ui/platform/secret_clipboard.h"
#include "ui/platform/stall_watchdog.h"

#include <QtTest>
#include <QtWidgets>
#include <thread>

using namespace latchkey;
using namespace latchkey::ui;

namespace {

/// A clipboard that can refuse to be cleared, or be taken by somebody else.
class FakePort final : public ClipboardPort {
public:
    QString content;
    bool ours = false, stubborn = false;
    void put(const QString &text) override {
        content = text;
        ours = true;
        emit changed();
    }
    void putPublic(const QString &text) override { put(text); }
    void clear() override {
        if (stubborn)
            return;
        content.clear();
        emit changed();
    }
    [[nodiscard]] bool isOurs() const override { return ours; }
    [[nodiscard]] QString text() const override { return content; }
    void takenBy(const QString &other, bool announced) {
        content = other;
        ours = false;
        if (announced)
            emit changed();
    }
};

} // namespace

class TestClipboard : public QObject {
    Q_OBJECT

    struct Bench {
        FakePort *port = new FakePort;
        SecretClipboard clipboard{std::unique_ptr<ClipboardPort>(port)};
        QSignalSpy copied{&clipboard, &SecretClipboard::copied},
            cleared{&clipboard, &SecretClipboard::cleared}, failed{&clipboard, &SecretClipboard::clearFailed},
            replaced{&clipboard, &SecretClipboard::replaced},
            countdown{&clipboard, &SecretClipboard::countdown};
    };

private slots:
    void clearsWithinASecondOfItsTime() {
        Bench b;
        b.clipboard.setSeconds(2);
        QElapsedTimer timer;
        timer.start();
        b.clipboard.copy(SecretBytes::copyOf("lk_test_token"));
        QCOMPARE(b.port->content, QStringLiteral("lk_test_token"));
        QCOMPARE(b.copied.size(), 1);
        QCOMPARE(b.clipboard.secondsLeft(), 2);
        QVERIFY(b.cleared.wait(4000));
        QVERIFY2(timer.elapsed() >= 1900 && timer.elapsed() < 3000,
                 qPrintable(QString::number(timer.elapsed())));
        QVERIFY(b.port->content.isEmpty());
        QVERIFY(!b.clipboard.holds());
        QCOMPARE(b.countdown.size(), 2); // 2, 1
        QVERIFY(b.clipboard.clearNow()); // nothing left to do
        QCOMPARE(b.cleared.size(), 1);
    }

    void aSecondCopyStartsAnew() {
        Bench b;
        b.clipboard.setSeconds(600);
        b.clipboard.copyText(QStringLiteral("first"));
        b.clipboard.copyText(QStringLiteral("second"));
        QCOMPARE(b.replaced.size(), 0);
        QCOMPARE(b.port->content, QStringLiteral("second"));
        QVERIFY(b.clipboard.clearNow());
        QVERIFY(b.port->content.isEmpty());
    }

    void leftAloneWhenReplaced_data() {
        QTest::addColumn<bool>("announced");
        QTest::newRow("with a signal") << true;
        QTest::newRow("without a word") << false;
    }
    void leftAloneWhenReplaced() {
        QFETCH(bool, announced);
        Bench b;
        b.clipboard.copyText(QStringLiteral("token"));
        b.port->takenBy(QStringLiteral("shopping list"), announced);
        QVERIFY(b.clipboard.clearNow());
        QCOMPARE(b.port->content, QStringLiteral("shopping list"));
        QCOMPARE(b.replaced.size(), 1);
        QCOMPARE(b.cleared.size(), 0);
        QVERIFY(!b.clipboard.holds());
    }

    /// A key ID or rows copied while a token waits: the countdown ends, and what was copied is not taken
    /// back.
    void aPublicTextEndsTheCountdown() {
        Bench b;
        b.clipboard.copyText(QStringLiteral("token"));
        b.clipboard.copyPublic(QStringLiteral("4fQz8KpW02aB"));
        QVERIFY(!b.clipboard.holds());
        QCOMPARE(b.replaced.size(), 1);
        QVERIFY(b.clipboard.clearNow());
        QCOMPARE(b.port->content, QStringLiteral("4fQz8KpW02aB"));
        QCOMPARE(b.cleared.size(), 0);
        b.clipboard.copyPublic(QStringLiteral("again"));
        QCOMPARE(b.replaced.size(), 1);
    }

    /// Ctrl+C in one of our own text fields goes past us.
    void aTextFieldOfOursEndsTheCountdown() {
        Bench b;
        b.clipboard.copyText(QStringLiteral("token"));
        b.port->content = QStringLiteral("searched words");
        emit b.port->changed();
        QVERIFY(!b.clipboard.holds());
        QVERIFY(b.clipboard.clearNow());
        QCOMPARE(b.port->content, QStringLiteral("searched words"));
    }

    void failureIsSaidAndTriedAgain() {
        Bench b;
        b.clipboard.copyText(QStringLiteral("token"));
        b.port->stubborn = true;
        QVERIFY(!b.clipboard.clearNow());
        QCOMPARE(b.failed.size(), 1);
        QCOMPARE(b.cleared.size(), 0);
        QVERIFY(b.clipboard.holds()); // honest: it is still there
        b.port->stubborn = false;
        QWidget window;
        window.show(); // getting the focus is the second chance
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_COMPARE(b.cleared.size(), 1);
        QVERIFY(b.port->content.isEmpty());
    }

    void clearedOnQuit() {
        FakePort *port = new FakePort;
        QString last;
        {
            SecretClipboard clipboard{std::unique_ptr<ClipboardPort>(port)};
            clipboard.copyText(QStringLiteral("token"));
            connect(&clipboard, &SecretClipboard::cleared, this, [&] { last = QStringLiteral("cleared"); });
        }
        QCOMPARE(last, QStringLiteral("cleared"));
    }

    void watchdogSeesABlock() {
        StallWatchdog dog(60, false);
        QElapsedTimer idle;
        idle.start();
        QTRY_VERIFY(idle.elapsed() > 60);
        dog.reset();
        std::this_thread::sleep_for(std::chrono::milliseconds(180)); // the block itself
        QTRY_VERIFY(dog.longestMs() >= 150);
        QVERIFY(dog.longestMs() < 2000);
        dog.reset();
        QCOMPARE(dog.longestMs(), 0);
    }
};

QTEST_MAIN(TestClipboard)
#include "test_clipboard.moc"
