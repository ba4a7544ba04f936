#pragma once

#include "core/secrets/session_store.h"
#include "core/services/key_service.h"
#include "tests/bench/stall_application.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"
#include "ui/shell/main_window.h"

#include <QJsonObject>
#include <QTemporaryDir>

namespace latchkey::ui {

/// Drives the real window on a real vault by key events, and measures from the event to the repainted result.
class WindowBench : public QObject {
public:
    /// `startedNs`: when the process was asked for, on CLOCK_MONOTONIC. Of several vaults: All connections.
    WindowBench(StallApplication &app, const QStringList &vaults, qint64 startedNs);
    ~WindowBench() override;
    /// Empty and a message on stderr when something did not come.
    QJsonObject run();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool open();
    bool openVault();
    bool openAll();
    /// Runs `act`, then the event loop until `done` holds and the table has been painted since.
    double measure(const std::function<void()> &act, const std::function<bool()> &done);
    [[nodiscard]] bool settled() const;
    void settle();
    void type(Qt::Key key, const QString &text);
    void keystrokes();
    void sorts();
    void ends();
    void selection();
    void creates();

    StallApplication &m_app;
    QStringList m_paths;
    qint64 m_startedNs;
    QTemporaryDir m_dir;
    SystemClock m_clock;
    SessionStore m_secrets;
    Settings m_settings;
    SecretClipboard m_clipboard;
    OpenConnections m_open;
    std::unique_ptr<AllConnections> m_all;
    std::shared_ptr<VaultBackend> m_vault;
    std::unique_ptr<KeyService> m_service;
    std::unique_ptr<KeyService> m_first; ///< of the vault that keys are made in
    std::unique_ptr<MainWindow> m_window;
    bool m_painted = false;
    bool m_failed = false;
    double m_stall = 0;
    QJsonObject m_result;
};

/// Peak resident memory of this process; MB (10^6 bytes). 0 where the system does not tell.
double peakMegabytes();

} // namespace latchkey::ui
