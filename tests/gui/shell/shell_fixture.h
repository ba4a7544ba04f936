#pragma once

#include "tests/support/test_vault.h"
#include "ui/keys/keys_page.h"
#include "ui/shell/dialog_forms.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/main_window.h"
#include "ui/sidebar/sidebar.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>

namespace latchkey::ui {

/// The real main window on a real vault, with settings in the vault's temporary folder.
class ShellFixture {
public:
    TestVault vault;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<SecretClipboard> clipboard;
    std::unique_ptr<MainWindow> window;

    void open() {
        vault.open();
        settings = std::make_unique<Settings>(vault.dir.filePath(QStringLiteral("config/latchkey.ini")));
        clipboard = std::make_unique<SecretClipboard>(QGuiApplication::clipboard());
        window = std::make_unique<MainWindow>(
            WindowContext{*vault.service, *settings, *clipboard, [this](QWidget *w) {
                              return new DialogForms(*vault.service, *clipboard, *settings, w);
                          }});
        window->show();
        QApplication::setActiveWindow(window.get());
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }
    void close() {
        window.reset();
        clipboard.reset();
        settings.reset();
        vault.close();
    }
    CreatedKey add(const QString &name = QStringLiteral("CRM sync")) {
        const auto made = waitFor(vault.service->create(vault.config(name)));
        [&] { QTRY_VERIFY(window->page().model().rowOf(made->key.id) >= 0); }();
        return *made;
    }
    [[nodiscard]] ApiKey now(const KeyId &id) { return waitFor(vault.backend->rows({id}))->first(); }
    [[nodiscard]] bool enabled(const char *id) {
        return window->commands().action(QLatin1StringView(id))->isEnabled();
    }
    void select(const KeyId &id) {
        window->page().table().select(id);
        [&] { QTRY_VERIFY(enabled("key.copyId")); }();
    }
    /// A dialog of the window, once it is there.
    template<typename T>
    T *dialog() {
        T *found = nullptr;
        [&] { QTRY_VERIFY((found = window->findChild<T *>()) && found->isVisible()); }();
        return found;
    }
};

} // namespace latchkey::ui
