#pragma once

#include <QStatusBar>

class QLabel;
class QProgressBar;
class QToolButton;

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
    /// `most`: how many there may be; 0: as many as there is room for. `cut`: these may not be all.
    /// `unread`: others may fit, see KeyList::unread().
    void showCounts(qsizetype shown, qsizetype all, qsizetype selected, bool indexing, int most = 0,
                    bool cut = false, qsizetype unread = 0);
    /// A task that goes on in the background, with a way to stop it.
    void showTask(const QString &doing, qsizetype seen, qsizetype all);
    void endTask();

signals:
    void taskCancelled();

private:
    QLabel *m_counts;
    QLabel *m_task;
    QProgressBar *m_progress;
    QToolButton *m_stop;
    QLabel *m_clipboardText;
    QToolButton *m_clear;
};

} // namespace latchkey::ui
