#pragma once

#include "core/services/key_service.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"
#include "ui/shell/key_forms.h"

#include <QWidget>

namespace latchkey::ui {

/// The window's forms as dialogs of ui/dialogs.
class SheetForms final : public KeyForms {
    Q_OBJECT
public:
    SheetForms(KeyService &service, SecretClipboard &clipboard, Settings &settings, QWidget *window);
    void create(std::optional<Environment> environment) override;
    void duplicate(const ApiKey &key) override;
    void edit(const ApiKey &key) override;
    bool guardUnstored() override;

private:
    KeyService &m_service;
    SecretClipboard &m_clipboard;
    Settings &m_settings;
    QWidget *m_window;
};

} // namespace latchkey::ui
