#pragma once

#include "ui/commands/command_registry.h"

#include <QDialog>

class QLineEdit;
class QWidget;

namespace latchkey::ui {

/// Help › Keyboard shortcuts: every command that has one, grouped by menu, as it is mapped now. Not modal.
class ShortcutSheet final : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutSheet(CommandRegistry &commands, QWidget *parent = nullptr);

private:
    void build(const QString &filter);
    CommandRegistry &m_commands;
    QLineEdit *m_search;
    QWidget *m_sheet;
};

/// One key chord as a small cap, e.g. "Ctrl+N".
QWidget *keyCap(const QString &keys, QWidget *parent);

} // namespace latchkey::ui
