#pragma once

#include "core/backend/vault_backend.h"
#include "core/model/forward_clock.h"
#include "core/secrets/keychain_store.h"
#include "core/services/connections/all_connections.h"
#include "core/services/key_service.h"
#include "ui/connections/connection_book.h"
#include "ui/platform/color_scheme.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"

#include <QApplication>
#include <QPointer>
#include <QRect>
#include <QTimer>
#include <memory>

namespace latchkey::ui {
class ConnectionsWindow;
class MainWindow;
class StallWatchdog;
class StartPage;
struct WindowContext;
} // namespace latchkey::ui

/// The composition root: builds the services once and hands them to the windows by reference.
class Desktop : public QObject {
    Q_OBJECT
public:
    Desktop(QApplication &app, const QString &settingsFile);
    ~Desktop() override;
    /// The vault in this file, or the connection of this name; without either: the last one, the default one,
    /// or the first-run page.
    void start(const QString &vault, const QString &connection = {});

    [[nodiscard]] latchkey::ui::MainWindow *window() const {
        return m_window.get();
    } ///< null before a vault is open
    [[nodiscard]] latchkey::ui::StartPage *page() const { return m_start.get(); } ///< null when none is shown
    [[nodiscard]] latchkey::ui::ConnectionBook &book() { return m_book; }
    [[nodiscard]] latchkey::SecretStore &secrets() { return m_secrets; }
    /// Connections, on what is shown now.
    latchkey::ui::ConnectionsWindow *showConnections();
    /// A window over every connection of the book that is shown there.
    void showAll();
    [[nodiscard]] latchkey::AllConnections *all() const { return m_all.get(); } ///< null in another window

private:
    struct Wanted {
        latchkey::Connection connection;
        latchkey::SharedSecret secret; ///< null: the one that is kept, if there is one
        bool create = false, samples = false;
        QByteArray catalogue;     ///< of a new vault; empty: the default one
        latchkey::KeyId key = {}; ///< to be shown there
    };
    void firstRun();
    void open(const QString &path, bool create, bool samples = false, const QByteArray &catalogue = {});
    void open(Wanted wanted);
    void openConnected(const latchkey::Connection &connection, const latchkey::SharedSecret &secret,
                       const latchkey::KeyId &key = {});
    void openWith(const latchkey::SharedSecret &secret);
    void opened(const Wanted &wanted, const latchkey::Result<latchkey::OpenedConnection> &vault);
    void openWanted();
    void giveUp();
    latchkey::OpenedConnection gated(latchkey::OpenedConnection vault,
                                     const latchkey::Connection &connection);
    void show(const latchkey::OpenedConnection &vault, const latchkey::Connection &connection);
    void showWindow(const latchkey::ui::WindowContext &context);
    [[nodiscard]] QList<latchkey::Connection> shownInAll() const;
    void lookAtClock();
    void closeVault();
    void askToOpen();
    void askForNew();
    void applyTheme();
    void settingsWindow();
    latchkey::ui::StartPage &startPage();

    /// The computer's time, and the one that never goes back. A vault that is still being opened when the
    /// desktop ends takes them from there, so they live as long as the application: after it nothing goes on.
    struct Clocks : QObject {
        using QObject::QObject;
        latchkey::SystemClock computer;
        latchkey::ForwardClock forward{computer};
    };

    QApplication &m_app;
    Clocks &m_clocks;
    latchkey::ForwardClock &m_clock;
    latchkey::ui::Settings m_settings;
    latchkey::ui::ColorScheme m_scheme;
    latchkey::KeychainStore m_secrets;
    latchkey::ui::ConnectionBook m_book;
    latchkey::OpenConnections m_open;
    latchkey::ui::SecretClipboard m_clipboard;
    std::unique_ptr<latchkey::ui::StallWatchdog> m_watchdog;
    std::unique_ptr<latchkey::AllConnections> m_all; ///< while the window is over all of them
    std::shared_ptr<latchkey::VaultBackend> m_vault;
    std::unique_ptr<latchkey::KeyService> m_service;
    std::unique_ptr<latchkey::ui::MainWindow> m_window;
    QRect m_place;            ///< of the window before this one
    Qt::WindowStates m_large; ///< and whether it filled the screen
    std::unique_ptr<latchkey::ui::StartPage> m_start;
    Wanted m_wanted;
    bool m_opening = false;
    int m_run = 0;  ///< of openings; the answer of one that was given up is dropped
    QTimer m_slow;  ///< an answer that takes its time: the window says what it waits for
    QTimer m_again; ///< a vault that somebody holds is tried until it is free
    QPointer<QDialog> m_settingsDialog, m_sheet;
    QPointer<latchkey::ui::ConnectionsWindow> m_connections;
};
