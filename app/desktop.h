#pragma once

#include "core/backend/vault_backend.h"
#include "core/secrets/keychain_store.h"
#include "core/services/key_service.h"
#include "ui/platform/color_scheme.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"

#include <QApplication>
#include <QPointer>
#include <memory>

namespace latchkey::ui {
class MainWindow;
class StallWatchdog;
class StartPage;
} // namespace latchkey::ui

/// The composition root: builds the services once and hands them to the windows by reference.
class Desktop : public QObject {
    Q_OBJECT
public:
    Desktop(QApplication &app, const QString &settingsFile);
    ~Desktop() override;
    /// A vault that must be there; without a path: the last one, the default one, or the first-run page.
    void start(const QString &vault);

private:
    void firstRun();
    void open(const QString &path, bool create, bool samples = false);
    void show(const std::shared_ptr<latchkey::VaultBackend> &vault);
    void closeVault();
    void askToOpen();
    void askForNew();
    void applyTheme();
    void settingsWindow();
    latchkey::ui::StartPage &startPage();

    QApplication &m_app;
    latchkey::SystemClock m_clock;
    latchkey::ui::Settings m_settings;
    latchkey::ui::ColorScheme m_scheme;
    latchkey::KeychainStore m_secrets;
    latchkey::ui::SecretClipboard m_clipboard;
    std::unique_ptr<latchkey::ui::StallWatchdog> m_watchdog;
    std::shared_ptr<latchkey::VaultBackend> m_vault;
    std::unique_ptr<latchkey::KeyService> m_service;
    std::unique_ptr<latchkey::ui::MainWindow> m_window;
    std::unique_ptr<latchkey::ui::StartPage> m_start;
    QPointer<QDialog> m_settingsDialog, m_sheet;
};
