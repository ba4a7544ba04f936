#pragma once

#include "core/services/key_service.h"
#include "ui/shell/key_forms.h"

#include <QPointer>
#include <QWidget>

namespace latchkey::ui {

class CreateWindow;
class EditWindow;
class RecreateWindow;
class RotateWindow;
class SecretClipboard;
class Settings;

/// The forms of the window: one create sheet and one edit sheet at a time, window-modal over `window`.
class DialogForms final : public KeyForms {
    Q_OBJECT
public:
    DialogForms(KeyService &service, SecretClipboard &clipboard, Settings &settings, QWidget *window);
    ~DialogForms() override;
    void create(std::optional<Environment> environment) override;
    void duplicate(const ApiKey &key) override;
    void createLike(const LikeThis &like) override;
    void edit(const ApiKey &key) override;
    void editAt(const ApiKey &key, const QString &field, const ScopeSet &add) override;
    void rotate(const ApiKey &key, bool regenerate) override;
    bool guardUnstored() override;

private:
    CreateWindow *newSheet(KeyService &service);
    void recreate(const ApiKey &key);
    KeyService &m_service;
    SecretClipboard &m_clipboard;
    Settings &m_settings;
    QWidget *m_window;
    QPointer<CreateWindow> m_create;
    QPointer<EditWindow> m_edit;
    QPointer<RotateWindow> m_rotate;
    QPointer<RecreateWindow> m_recreate;
    std::shared_ptr<KeyService>
        m_elsewhere; ///< that the create sheet is for, where it isn't the window's own
};

} // namespace latchkey::ui
