#pragma once

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace latchkey::ui {

class CommandRegistry;
class SecretClipboard;

/// Counts, what is going on, the clipboard's countdown, the lock.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    StatusLine(CommandRegistry &commands, SecretClipboard &clipboard, QWidget *parent = nullptr);
    void showCounts(qsizetype shown, qsizetype all, qsizetype selected, bool indexing);

private:
    QLabel *m_counts;
    QLabel *m_clipboardText;
    QToolButton *m_clear;
};

} // namespace latchkey::ui
