#include "ui/feedback/window_feedback.h"
#include "ui/format/words.h"
#include "ui/theme/theme.h"

#include <QtTest>
#include <QtWidgets>

using namespace latchkey::ui;

class TestFeedback : public QObject {
    Q_OBJECT

    struct Bench {
        QMainWindow window;
        QLineEdit *edit = new QLineEdit;
        BannerArea *banners = new BannerArea;
        UndoHistory undo;
        std::unique_ptr<WindowFeedback> feedback;
        Bench() {
            auto *central = new QWidget;
            auto *box = new QVBoxLayout(central);
            box->addWidget(banners);
            box->addWidget(edit);
            window.setCentralWidget(central);
            window.resize(900, 560);
            feedback = std::make_unique<WindowFeedback>(&window, banners, undo);
            window.show();
        }
        QList<QWidget *> toasts() const {
            QList<QWidget *> shown;
            for (QWidget *w : window.findChildren<QWidget *>(QStringLiteral("toast")))
                if (w->isVisible())
                    shown.append(w);
            std::sort(shown.begin(), shown.end(),
                      [](const QWidget *a, const QWidget *z) { return a->y() < z->y(); });
            return shown; // oldest on top
        }
    };

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light, false); }

    void atMostThreeInsideTheWindow() {
        Bench b;
        for (int i = 0; i < 5; ++i)
            b.feedback->toast(QStringLiteral("Event %1").arg(i), {}, {});
        QCOMPARE(b.toasts().size(), 3);
        QCOMPARE(b.toasts().constLast()->accessibleName(), QStringLiteral("Event 4"));
        b.window.resize(600, 400);
        QRect all;
        for (const QWidget *t : b.toasts()) {
            QVERIFY(b.window.rect().contains(t->geometry()));
            QVERIFY(!all.intersects(t->geometry()));
            all |= t->geometry();
        }
    }

    /// Whose rights come back can undo after all.
    void anUndoRefusedForRightsStays() {
        using namespace latchkey;
        Bench b;
        const Error why(ErrorCode::NotAllowed);
        int asked = 0;
        b.feedback->toast(
            QStringLiteral("Saved"),
            [&] {
                ++asked;
                b.feedback->refused(b.feedback->stepEnd(), why, false);
            },
            [] {});
        b.undo.undo();
        QCOMPARE(b.toasts().constLast()->accessibleName(), sentence(why));
        QVERIFY(b.undo.canUndo() && !b.undo.hasUndone());
        b.undo.undo();
        QCOMPARE(asked, 2);
    }

    void aLongOneIsReadToItsEnd() {
        Bench b;
        QString text = QStringLiteral("Event");
        while (text.size() < 300)
            text += QStringLiteral(" and what to do about it");
        b.feedback->toast(text, {}, {});
        const QWidget *toast = b.toasts().constLast();
        QVERIFY(b.window.rect().contains(toast->geometry()));
        const auto *label = toast->findChild<QLabel *>(QStringLiteral("toastText"));
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
        // What is added below it is read to its end as well, in a window that got narrower too.
        b.feedback->toasts().note(b.feedback->toasts().show(text, {}), text);
        const QWidget *noted = b.toasts().constLast();
        const auto *note = noted->findChild<QLabel *>(QStringLiteral("toastNote"));
        QTRY_VERIFY(note->height() > 0 && note->height() >= note->heightForWidth(note->width()));
        QVERIFY(note->fontMetrics().horizontalAdvance(text) > note->width());
        QVERIFY(b.window.rect().contains(noted->geometry()));
        b.window.resize(600, 560);
        QTRY_VERIFY(b.window.rect().contains(noted->geometry()));
        QTRY_VERIFY(note->height() >= note->heightForWidth(note->width()));
        QVERIFY(label->fontMetrics().horizontalAdvance(text) > label->width()); // on several lines
    }

    void goesByItselfButNotWhileFocused() {
        Bench b;
        QVERIFY(QTest::qWaitForWindowActive(&b.window));
        QTest::mouseMove(&b.window, {5, 5}); // a toast under the mouse stays
        b.feedback->toasts().setDuration(60);
        b.feedback->toast(QStringLiteral("Plain"), {}, {});
        QTRY_COMPARE(b.toasts().size(), 0);
        b.edit->setFocus();
        b.feedback->toast(
            QStringLiteral("With undo"), [] {}, [] {});
        QVERIFY(b.feedback->toasts().focusNewest());
        auto *button = b.window.findChild<QPushButton *>(QStringLiteral("toastUndo"));
        QTRY_VERIFY(button->hasFocus());
        QSignalSpy gone(button, &QObject::destroyed);
        QVERIFY(!gone.wait(400)); // several of its lives
        QTest::keyClick(button, Qt::Key_Escape);
        QCOMPARE(b.toasts().size(), 0);
        QVERIFY(b.edit->hasFocus()); // back where the person was
        QVERIFY(b.undo.canUndo());   // Esc closes, it does not undo
        QVERIFY(!b.feedback->toasts().focusNewest());
    }

    void undoOfAnOlderToastIsItsOwn() {
        Bench b;
        QStringList undone;
        b.feedback->toast(QStringLiteral("A"), [&] { undone.append(QStringLiteral("a")); }, {});
        b.feedback->toast(QStringLiteral("B"), [&] { undone.append(QStringLiteral("b")); }, {});
        auto *first = b.toasts().constFirst()->findChild<QPushButton *>();
        QTest::mouseClick(first, Qt::LeftButton);
        QCOMPARE(undone, QStringList{QStringLiteral("a")});
        QCOMPARE(b.toasts().size(), 1);
        QCOMPARE(b.undo.undoText(), QStringLiteral("B"));
        b.undo.undo(); // Ctrl+Z: the toast has nothing left to offer
        QCOMPARE(undone.size(), 2);
        QCOMPARE(b.toasts().size(), 0);
    }

    void whatIsNotKnownIsSaid() {
        Bench b;
        b.undo.setDeadline(20);
        std::function<void()> underWay;
        b.feedback->toast(QStringLiteral("Renamed"), [&] { underWay = b.undo.wayBack(); }, {});
        b.undo.undo();
        QTRY_COMPARE(b.toasts().size(), 1);
        QCOMPARE(b.toasts().first()->accessibleName(),
                 QStringLiteral("No answer came, so what became of it is not known. Look at what it "
                                "changed: Renamed"));
    }

    void bannersByIdWithAction() {
        Bench b;
        int retried = 0;
        b.feedback->banner(QStringLiteral("keychain"), Feedback::Level::Warning,
                           QStringLiteral("No keychain."), QStringLiteral("Try again"), [&] {
                               ++retried;
                               b.feedback->clearBanner(
                                   QStringLiteral("keychain")); // from inside its own button
                           });
        b.feedback->banner(QStringLiteral("disk"), Feedback::Level::Danger, QStringLiteral("Full."), {}, {});
        QCOMPARE(b.banners->count(), 2);
        b.feedback->banner(QStringLiteral("disk"), Feedback::Level::Danger, QStringLiteral("Still full."), {},
                           {});
        QCOMPARE(b.banners->count(), 2);
        QTest::mouseClick(b.banners->findChild<QPushButton *>(QStringLiteral("bannerAction")),
                          Qt::LeftButton);
        QCOMPARE(retried, 1);
        QCOMPARE(b.banners->count(), 1);
        b.feedback->clearBanner(QStringLiteral("disk"));
        b.feedback->clearBanner(QStringLiteral("disk"));
        QCOMPARE(b.banners->count(), 0);
    }
};

QTEST_MAIN(TestFeedback)
#include "test_feedback.moc"
