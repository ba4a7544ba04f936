#pragma once

#include <QStatusBar>

class QLabel;
class QProgressBar;
class QTimeZone;
class QToolButton;

namespace latchkey {
class KeyList;
struct VaultInfo;
} // namespace latchkey

namespace latchkey::ui {

class CommandRegistry;
class SecretClipboard;

/// Work shorter than this shows no progress.
inline constexpr int MomentMs = 250;

/// Counts, what is going on, the clipboard's countdown, the lock.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    StatusLine(CommandRegistry &commands, SecretClipboard &clipboard, QWidget *parent = nullptr);
    void showCounts(const KeyList &list, qsizetype selected, const VaultInfo &info, const QTimeZone &zone);
    /// A task that goes on in the background, with a way to stop it.
    void showTask(const QString &doing, qsizetype seen, qsizetype all);
    void endTask();
    /// That somebody has not answered yet; empty: nobody is waited for.
    void showAwaited(const QString &text);

signals:
    void taskCancelled();

private:
    QLabel *m_counts;
    QLabel *m_awaited;
    QLabel *m_task;
    QProgressBar *m_progress;
    QToolButton *m_stop;
    QLabel *m_clipboardText;
    QToolButton *m_clear;
};

} // namespace latchkey::ui
