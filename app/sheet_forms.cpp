#include "app/sheet_forms.h"
namespace latchkey::ui {
SheetForms::SheetForms(KeyService &service, SecretClipboard &clipboard, Settings &settings, QWidget *window)
    : KeyForms(window)
    , m_service(service)
    , m_clipboard(clipboard)
    , m_settings(settings)
    , m_window(window) {}
void SheetForms::create(std::optional<Environment>) {
    (void)m_service;
    (void)m_clipboard;
    (void)m_settings;
    (void)m_window;
}
void SheetForms::duplicate(const ApiKey &) {}
void SheetForms::edit(const ApiKey &) {}
bool SheetForms::guardUnstored() {
    return false;
}
} // namespace latchkey::ui
