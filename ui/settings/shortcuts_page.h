#pragma once

#include "ui/commands/command_registry.h"
#include "ui/settings/settings_page.h"

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace latchkey::ui {

/// Every command with its shortcuts; a chosen one can get another. A conflict is named, nothing is taken
/// away.
class ShortcutsPage final : public SettingsPage {
    Q_OBJECT
public:
    ShortcutsPage(Settings &settings, CommandRegistry &commands, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override; ///< commands may have been added since
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void filter(const QString &text);
    void showCurrent();
    void assign();
    void reset();
    void resetAll();
    void say(const QString &text, bool bad);
    [[nodiscard]] QString currentId() const;

    CommandRegistry &m_commands;
    QLineEdit *m_search;
    QTreeWidget *m_table;
    QKeySequenceEdit *m_keys;
    QPushButton *m_set;
    QPushButton *m_reset;
    QPushButton *m_resetAll;
    QLabel *m_message;
};

/// Gives the commands the shortcuts that the person chose; a stored one that is taken or unreadable is passed
/// over.
void loadShortcuts(const Settings &settings, CommandRegistry &commands);
/// Remembers those that differ from the default.
void saveShortcuts(Settings &settings, const CommandRegistry &commands);

} // namespace latchkey::ui
