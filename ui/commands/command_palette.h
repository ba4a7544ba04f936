#pragma once

#include "ui/commands/command_registry.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace latchkey::ui {

/// Ctrl+Shift+P: every command by name, by keyboard alone. A disabled one is shown with its reason.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    CommandPalette(CommandRegistry &commands, QWidget *window);
    void open();
    /// How well `text` fits `query`: 0 = not at all; letters in order, better at word starts and together.
    static int score(const QString &text, const QString &query);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QString &query);
    void runCurrent();
    CommandRegistry &m_commands;
    QLineEdit *m_query;
    QListWidget *m_list;
    QPointer<QWidget> m_before;
};

} // namespace latchkey::ui
