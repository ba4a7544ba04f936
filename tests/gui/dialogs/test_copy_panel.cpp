#include "dialog_fixture.h"
#include "ui/dialogs/copy_key/copy_panel.h"
#include "ui/dialogs/copy_key/token_view.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/dialogs/form/inline_guard.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/permissions/permission_tree.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>

using namespace latchkey;
using namespace latchkey::ui;

class TestCopyPanel : public QObject {
    Q_OBJECT
    std::unique_ptr<DialogFixture> m_f;
    std::unique_ptr<CreateWindow> m_w;
    QPushButton *button(const QString &text) {
        for (auto *b : m_w->findChildren<QPushButton *>()) {
            if (b->text() == text && b->isVisible())
                return b;
        }
        return nullptr;
    }
    QCheckBox *box(const QString &text) {
        for (auto *b : m_w->findChildren<QCheckBox *>()) {
            if (b->text() == text)
                return b;
        }
        return nullptr;
    }
    [[nodiscard]] QString token() const { return m_w->findChild<TokenView *>()->fullText(); }

private slots:
    void init() {
        m_f = std::make_unique<DialogFixture>();
        m_w = std::make_unique<CreateWindow>(m_f->context());
        m_w->startNew(Environment::Staging);
        m_w->show();
        auto &m = m_w->form().permissions().model();
        m.choose(m.find(QStringLiteral("leads")), AccessLevel::Read);
        m_w->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("CRM sync"));
        m_w->submit();
        QTRY_VERIFY(m_w->hasUnstoredToken());
    }
    void cleanup() {
        m_w.reset();
        m_f.reset();
    }

    void closingUnstoredAsksInTheWindow() {
        QVERIFY(!button(QStringLiteral("Done"))->isEnabled());
        QTest::keyClick(m_w.get(), Qt::Key_Escape);
        QVERIFY(m_w->isVisible());
        auto *guard = button(QStringLiteral("Close without storing"));
        QVERIFY(guard);
        QCOMPARE(
            static_cast<InlineGuard *>(guard->parentWidget())->text(),
            QStringLiteral(
                "You haven't stored this key. If you close now, you'll need to rotate it to get a new one."));
        QCOMPARE(m_w->focusWidget(), button(QStringLiteral("Keep open")));
        QTest::mouseClick(button(QStringLiteral("Keep open")), Qt::LeftButton);
        QVERIFY(!m_w->close());    // the window's close button
        QVERIFY(!m_w->mayClose()); // Quit
        QTest::mouseClick(button(QStringLiteral("Close without storing")), Qt::LeftButton);
        QVERIFY(!m_w->isVisible());
        QVERIFY(m_w->findChild<TokenView *>()->isEmpty());
    }

    void tickingIsEnough() {
        box(QStringLiteral("I have stored this key"))->click();
        QVERIFY(button(QStringLiteral("Done"))->isEnabled());
        QVERIFY(m_w->close());
    }

    void everyFormatIsCopied() {
        const QString plain = token();
        auto *tabs = m_w->findChild<QTabBar *>();
        const QStringList expected{
            plain, QStringLiteral("CRM_SYNC_API_KEY=") + plain,
            QStringLiteral("curl -H 'Authorization: Bearer %1' https://api.example.com/").arg(plain),
            QStringLiteral("Authorization: Bearer ") + plain};
        for (int i = 0; i < 4; ++i) {
            tabs->setCurrentIndex(i);
            m_w->copyPanel().copy();
            QCOMPARE(QGuiApplication::clipboard()->text(), expected[i]);
        }
    }

    /// What is said of the clipboard is true of it, whatever comes of the copy.
    void whatBecomesOfTheCopyIsSaid() {
        const auto said = [this] {
            for (const auto labels = m_w->copyPanel().findChildren<QLabel *>(); const QLabel *l : labels) {
                if (l->isVisible() && (l->text().contains(QStringLiteral("copied")) ||
                                       l->text().contains(QStringLiteral("Clipboard"))))
                    return l->text();
            }
            return QString();
        };
        m_w->copyPanel().copy();
        QCOMPARE(said(), QStringLiteral("Key copied. Clipboard clears in 30 s."));
        emit m_f->clipboard->countdown(29); // a second later
        QCOMPARE(said(), QStringLiteral("Key copied. Clipboard clears in 29 s."));
        m_f->clipboard->clearNow(); // as when the time is over
        QCOMPARE(said(), QStringLiteral("Clipboard cleared."));
        m_w->copyPanel().copy();
        m_f->clipboard->copyPublic(QStringLiteral("something else"));
        QCOMPARE(said(), QString());
    }

    void partOfTheKeyIsNoCopy() {
        auto *view = m_w->findChild<TokenView *>();
        QTest::mousePress(view, Qt::LeftButton, {}, QPoint(16, 24));
        QTest::mouseMove(view, QPoint(60, 24));
        QMouseEvent drag(QEvent::MouseMove, QPointF(60, 24), view->mapToGlobal(QPointF(60, 24)), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(view, &drag);
        QTest::mouseRelease(view, Qt::LeftButton, {}, QPoint(60, 24));
        QVERIFY(view->hasSelection());
        QTest::keySequence(view, QKeySequence::Copy);
        QVERIFY(QGuiApplication::clipboard()->text().size() < token().size());
        QVERIFY(m_w->hasUnstoredToken());
        QTest::keySequence(view, QKeySequence::SelectAll);
        QTest::keySequence(view, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), token());
        QVERIFY(!m_w->hasUnstoredToken());
    }

    void envFileIsSavedPrivately() {
        const QString path = m_f->folder.filePath(QStringLiteral("app.env"));
        m_w->copyPanel().setAskPath(
            [&](const QString &, const std::function<void(QString)> &answer) { answer(path); });
        QTest::mouseClick(button(QStringLiteral("Save .env file…")), Qt::LeftButton);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromLatin1(file.readAll()), QStringLiteral("CRM_SYNC_API_KEY=") + token() + u'\n');
        QCOMPARE(file.permissions() & QFile::Permissions(0x0077), QFile::Permissions());
        QVERIFY(box(QStringLiteral("I have stored this key"))->isChecked());
        const KeyId id = m_w->copyPanel().key().id;
        QTest::mouseClick(button(QStringLiteral("Done")), Qt::LeftButton);
        QTRY_VERIFY(!m_w->isVisible());
        QCOMPARE(m_f->row(id).config.storedIn, path);
    }

    void gitFolderIsAskedFirst() {
        QVERIFY(QDir(m_f->folder.path()).mkpath(QStringLiteral("repo/.git")));
        const QString path = m_f->folder.filePath(QStringLiteral("repo/.env"));
        m_w->copyPanel().setAskPath(
            [&](const QString &, const std::function<void(QString)> &answer) { answer(path); });
        m_w->copyPanel().saveEnvFile();
        QVERIFY(!QFile::exists(path));
        QTest::mouseClick(button(QStringLiteral("Save anyway")), Qt::LeftButton);
        QVERIFY(QFile::exists(path));
    }

    void sessionOnlyKeepIsNotEnough() {
        auto *keep = box(QStringLiteral("Keep on this computer (keychain)"));
        QCOMPARE(keep->accessibleDescription(), QStringLiteral("Secrets are kept for this session only."));
        keep->click();
        QTRY_COMPARE(DialogFixture::wait(m_f->service->kept(m_w->copyPanel().key())), Kept::Here);
        QVERIFY(m_w->hasUnstoredToken()); // it ends with the program
    }

    void theKeyIsTestedAsAGatewayWould() {
        const auto said = [this](const QString &start) {
            const auto labels = m_w->copyPanel().findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](QLabel *l) { return l->isVisible() && l->text().startsWith(start); });
        };
        auto *test = button(QStringLiteral("Test key"));
        QTest::mouseClick(test, Qt::LeftButton);
        QTRY_VERIFY(said(QStringLiteral("The key works.")));
        QVERIFY(m_w->hasUnstoredToken()); // it is stored nowhere yet
        const auto off = DialogFixture::wait(m_f->service->setActive(m_w->copyPanel().key(), false));
        QVERIFY(off.has_value());
        QVERIFY(!off->lastUsedAt);
        QTest::mouseClick(test, Qt::LeftButton);
        QTRY_VERIFY(said(QStringLiteral("The vault knows the key, but lets nothing through")));
    }

    void screenReadersNeverGetTheToken() {
        const QString secret = token();
        std::function<void(QAccessibleInterface *)> walk = [&](QAccessibleInterface *i) {
            QVERIFY(i);
            for (const auto t :
                 {QAccessible::Name, QAccessible::Value, QAccessible::Description, QAccessible::Help})
                QVERIFY(!i->text(t).contains(secret.right(20)));
            if (auto *text = i->textInterface())
                QVERIFY(!text->text(0, text->characterCount()).contains(secret.right(20)));
            for (int c = 0; c < i->childCount(); ++c)
                walk(i->child(c));
        };
        walk(QAccessible::queryAccessibleInterface(m_w.get()));
        QVERIFY(!m_w->windowTitle().contains(secret.right(20)));
    }
};

QTEST_MAIN(TestCopyPanel)
#include "test_copy_panel.moc"
