#pragma once

#include "core/backend/vault_backend.h"
#include "core/model/forward_clock.h"
#include "core/secrets/keychain_store.h"
#include "core/services/key_service.h"
#include "ui/platform/color_scheme.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"

#include <QApplication>
#include <QPointer>
#include <QTimer>
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

    [[nodiscard]] latchkey::ui::MainWindow *window() const {
        return m_window.get();
    } ///< null before a vault is open
    [[nodiscard]] latchkey::ui::StartPage *page() const { return m_start.get(); } ///< null when none is shown

private:
    struct Wanted {
        QString path;
        bool create = true, samples = false;
        QByteArray catalogue; ///< of a new vault; empty: the default one
    };
    void firstRun();
    void open(const QString &path, bool create, bool samples = false, const QByteArray &catalogue = {});
    void opened(const Wanted &wanted, const latchkey::Result<std::shared_ptr<latchkey::VaultBackend>> &vault);
    void openWanted();
    void show(const std::shared_ptr<latchkey::VaultBackend> &vault);
    void lookAtClock();
    void closeVault();
    void askToOpen();
    void askForNew();
    void applyTheme();
    void settingsWindow();
    latchkey::ui::StartPage &startPage();

    QApplication &m_app;
    latchkey::SystemClock m_computer;
    latchkey::ForwardClock m_clock{m_computer};
    latchkey::ui::Settings m_settings;
    latchkey::ui::ColorScheme m_scheme;
    latchkey::KeychainStore m_secrets;
    latchkey::ui::SecretClipboard m_clipboard;
    std::unique_ptr<latchkey::ui::StallWatchdog> m_watchdog;
    std::shared_ptr<latchkey::VaultBackend> m_vault;
    std::unique_ptr<latchkey::KeyService> m_service;
    std::unique_ptr<latchkey::ui::MainWindow> m_window;
    std::unique_ptr<latchkey::ui::StartPage> m_start;
    Wanted m_wanted;
    bool m_opening = false;
    QTimer m_slow;  ///< an answer that takes its time: the window says what it waits for
    QTimer m_again; ///< a vault that somebody holds is tried until it is free
    QPointer<QDialog> m_settingsDialog, m_sheet;
};
