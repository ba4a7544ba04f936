#pragma once

#include "tests/support/test_vault.h"
#include "ui/dialogs/create/create_window.h"
#include "ui/feedback/feedback.h"
#include "ui/keys/keys_page.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"
#include "ui/shell/dialog_forms.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>

namespace latchkey::ui {

/// The whole window on a real vault in a folder of its own; restart() closes it and opens the same file
/// again.
class WindowFixture {
public:
    TestVault vault;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<SecretClipboard> clipboard;
    std::unique_ptr<MainWindow> window;

    WindowFixture() { start(); }
    ~WindowFixture() { stop(); }

    std::optional<Principal> who; ///< looks at it from the next start on; else the owner does

    void start() {
        vault.open();
        if (who)
            vault.service = std::make_unique<KeyService>(*vault.backend, vault.secrets, vault.clock, *who);
        settings = std::make_unique<Settings>(vault.dir.filePath(QStringLiteral("settings.ini")));
        clipboard = std::make_unique<SecretClipboard>(QApplication::clipboard());
        window = std::make_unique<MainWindow>(
            WindowContext{*vault.service, *settings, *clipboard, [this](QWidget *w) {
                              return new DialogForms(*vault.service, *clipboard, *settings, w);
                          }});
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    /// Lets what was asked come to its end: Qt 6.4 asserts that a continuation outlives its question.
    void settle() {
        for (int level = 0; level < 3; ++level) { // an answer may ask again
            waitFor(vault.backend->list({}));
            waitFor(vault.backend->rows({}));
            waitFor(vault.backend->audit({}));
            QCoreApplication::sendPostedEvents();
        }
    }
    void stop() {
        window->hide();
        settle();
        window.reset();
        clipboard.reset();
        settings.reset();
        vault.close();
    }
    void restart() {
        QVERIFY(window->close());
        stop();
        start();
    }

    KeyTableView &table() { return window->page().table(); }
    KeyTableModel &model() { return window->page().model(); }
    /// Adds keys and waits until the window shows them.
    QList<ApiKey> add(const QStringList &names) {
        QList<ApiKey> made;
        for (const QString &name : names)
            made.append(waitFor(vault.service->create(vault.config(name)))->key);
        [&] { QTRY_COMPARE(model().rowCount(), names.size()); }();
        return made;
    }
    void choose(const KeyId &id) {
        [&] { QTRY_VERIFY(model().rowOf(id) >= 0); }();
        table().select(id);
        table().setFocus();
        [&] { QTRY_VERIFY(window->commands().action(QStringLiteral("key.copyId"))->isEnabled()); }();
        [&] { QTRY_COMPARE(table().currentKey(), id); }();
    }
    ApiKey read(const KeyId &id) { return waitFor(vault.backend->rows({id}))->value(0); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        if (!QApplication::activeWindow()) { // without a window manager nobody does it after a sheet
            window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(window.get()));
        }
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), key, modifiers);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    /// A dialog of this class that can be seen.
    template<typename T>
    T *shown() {
        for (T *dialog : window->findChildren<T *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    QPushButton *button(QWidget *in, const QString &text) {
        for (auto *b : in->findChildren<QPushButton *>()) {
            if (b->isVisible() && b->text().remove(u'&') == text)
                return b;
        }
        return nullptr;
    }
};

} // namespace latchkey::ui
