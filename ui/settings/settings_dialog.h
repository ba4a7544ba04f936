#pragma once

#include "ui/commands/command_registry.h"
#include "ui/settings/settings.h"

#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace latchkey {
class KeyService;
}

namespace latchkey::ui {

/// Edit › Settings…: one window, not modal. Every change applies at once; who listens to Settings::changed
/// follows.
class SettingsDialog final : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(Settings &settings, CommandRegistry &commands, KeyService &service,
                   QWidget *parent = nullptr);
    /// "general", "appearance", "security", "thresholds", "shortcuts"
    void showPage(const QString &id);

private:
    void addPage(const QString &id, const QString &title, const QString &icon, QWidget *page);
    QListWidget *m_list;
    QStackedWidget *m_pages;
};

} // namespace latchkey::ui
