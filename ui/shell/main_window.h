#pragma once

#include "core/services/connections/all_connections.h"
#include "core/services/jobs/job_runner.h"
#include "core/services/key_service.h"
#include "ui/commands/command_registry.h"
#include "ui/commands/undo_history.h"
#include "ui/platform/idle_watch.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"

#include <QMainWindow>
#include <QTimer>
#include <memory>

class QSplitter;

namespace latchkey::ui {

class AcrossActions;
class BannerArea;
class CommandPalette;
class ConnectionBook;
class ConnectionWatch;
class DetailPane;
class EnvironmentBand;
class ExpiryDigest;
class HeadWatch;
class HelpActions;
class KeyActions;
class KeyForms;
class KeysPage;
class LifecycleActions;
class LockCover;
class PageStack;
class PaneWatch;
class SavedFilters;
class Sidebar;
class TransferActions;
class RevealStrip;
class StatusLine;
class WhyActions;
class WindowFeedback;

/// What a window on one vault needs from outside. All of it outlives the window.
struct WindowContext {
    KeyService &service;
    Settings &settings;
    SecretClipboard &clipboard;
    /// Makes the forms for this window.
    std::function<KeyForms *(QWidget *window)> forms;
    Connection connection = {};           ///< how the vault is reached
    std::optional<Role> role = {};        ///< at a server
    const ConnectionBook *book = nullptr; ///< for Open Recent
    /// The window's own and others beside it; null where a window has none but its own.
    OpenConnections *open = nullptr;
    AllConnections *all = nullptr; ///< the window is over all of them; `connection` is then none's
};

/// Layout of the main window; what happens in it is in KeyActions and WindowCommands.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const WindowContext &context);
    ~MainWindow() override;
    [[nodiscard]] CommandRegistry &commands() { return m_commands; }
    [[nodiscard]] WindowContext &context() { return m_context; }
    [[nodiscard]] PageStack &pages() { return *m_pages; }
    [[nodiscard]] SavedFilters &savedFilters() { return *m_saved; }
    [[nodiscard]] ExpiryDigest &digest() { return *m_digest; }
    [[nodiscard]] HeadWatch &headWatch() { return *m_head; }
    [[nodiscard]] WindowFeedback &feedback() { return *m_feedback; }
    [[nodiscard]] KeyService &service() { return m_context.service; }
    [[nodiscard]] KeysPage &page() { return *m_page; }
    [[nodiscard]] Sidebar &sidebar() { return *m_sidebar; }
    [[nodiscard]] DetailPane &detail() { return *m_detail; }
    [[nodiscard]] KeyActions &actions() { return *m_actions; }
    [[nodiscard]] LifecycleActions &lifecycle() { return *m_lifecycle; }
    [[nodiscard]] TransferActions &transfer() { return *m_transfer; }
    [[nodiscard]] AcrossActions &across() { return *m_across; }
    [[nodiscard]] JobRunner &jobs() { return m_jobs; }
    [[nodiscard]] HelpActions &help() { return *m_help; }
    [[nodiscard]] WhyActions &why() { return *m_why; }
    [[nodiscard]] UndoHistory &undoHistory() { return m_undo; }
    [[nodiscard]] LockCover &lockCover() { return *m_lock; }
    [[nodiscard]] IdleWatch &idleWatch() { return m_idle; }
    [[nodiscard]] CommandPalette &palette() { return *m_palette; }
    void setDetailShown(bool shown);
    [[nodiscard]] bool isDetailShown() const;
    /// False: something isn't saved; the window asks, and calls `leave` when it may be dropped.
    [[nodiscard]] bool mayGo(const std::function<void()> &leave);
    void saveState();                 ///< where things stand: for the next window on this vault
    void showPage(const QString &id); ///< empty: the keys
    void showJob(qint64 job);         ///< in the list of jobs
    void find();                      ///< Ctrl+F: the search box of what is shown
    void refresh();
    void passTime(); ///< called again and again: shows what time alone has changed
    void lockNow();
    void nextRegion(int direction);
    void escape();
    void jumpTo(const KeyId &id);
    void about();
    void showKeychainState(SecretStoreState state);
    /// Why nothing can be changed now; empty: things can be changed.
    [[nodiscard]] QString whyNothingChanges() const;
    /// The same of one key.
    [[nodiscard]] QString whyUnchangeable(const KeyId &key) const;
    [[nodiscard]] QString whyVaultUnchangeable(const KeyId &key) const; ///< of several connections
    [[nodiscard]] QString whyBeyond(const ApiKey &key) const;           ///< not held by who looks at it
    /// These keys stand for a command that the key at the cursor does not take now.
    void sayWhyNot(const QKeySequence &keys);

signals:
    void openVaultRequested();
    void newVaultRequested();
    void connectionsRequested();
    void connectionRequested(const latchkey::Connection &connection);
    /// The same, and there this key.
    void keyElsewhereRequested(const latchkey::Connection &connection, const latchkey::KeyId &key);
    void allConnectionsRequested();
    void settingsRequested();
    void themeRequested(int choice);
    void shortcutSheetRequested();

protected:
    void closeEvent(QCloseEvent *e) override;
    void resizeEvent(QResizeEvent *e) override;
    void changeEvent(QEvent *e) override;
    void keyPressEvent(QKeyEvent *e) override;
    void keyReleaseEvent(QKeyEvent *e) override;

private:
    void layOut();
    void addRecentMenu();
    void showPlace();
    /// As the person calls it; a window without one has its vault's name.
    [[nodiscard]] QString connectionName() const;
    void connectPane();
    void connectParts();
    void followSettings(const QString &key);
    void markTheme();
    void updateCounts();
    void updateCommands();
    void showCurrent();
    void showListed(); ///< in the details, until the current key has been read
    void restoreState();
    void placeDetail(bool shown);
    [[nodiscard]] bool narrow() const { return width() < 1100; }

    static constexpr int TimeMs = 10'000, TimesPerQuestion = 6;

    WindowContext m_context;
    JobRunner m_jobs;
    CommandRegistry m_commands;
    UndoHistory m_undo;
    IdleWatch m_idle;
    QWidget *m_content;
    EnvironmentBand *m_band;
    QSplitter *m_split;
    Sidebar *m_sidebar = nullptr;
    PageStack *m_pages = nullptr;
    KeysPage *m_page = nullptr;
    DetailPane *m_detail = nullptr;
    StatusLine *m_status = nullptr;
    BannerArea *m_banners = nullptr;
    RevealStrip *m_reveal = nullptr;
    WindowFeedback *m_feedback = nullptr;
    KeyForms *m_forms = nullptr;
    KeyActions *m_actions = nullptr;
    LifecycleActions *m_lifecycle = nullptr;
    SavedFilters *m_saved = nullptr;
    ExpiryDigest *m_digest = nullptr;
    HeadWatch *m_head = nullptr;
    ConnectionWatch *m_watch = nullptr;
    WhyActions *m_why = nullptr;
    HelpActions *m_help = nullptr;
    TransferActions *m_transfer = nullptr;
    AcrossActions *m_across = nullptr;
    PaneWatch *m_pane = nullptr; ///< only over all connections
    CommandPalette *m_palette = nullptr;
    LockCover *m_lock = nullptr;
    std::unique_ptr<class KeptWatch> m_kept;
    QTimer m_time{this};
    int m_passed = 0;            ///< how often it has
    bool m_detailWanted = false; ///< at first the table has the room, so that status and actions are seen
    int m_detailWidth = 0;       ///< beside the table, in pixels; not when the details take the table's place
};

} // namespace latchkey::ui
