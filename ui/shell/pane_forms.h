#pragma once

#include "core/services/connections/all_connections.h"
#include "core/services/key_service.h"
#include "ui/shell/key_forms.h"

#include <QPointer>
#include <map>

class QDialog;

namespace latchkey::ui {

class DialogForms;
class SecretClipboard;
class Settings;

/// The forms of a window over all connections: a key's form is that of its own connection, with that vault's
/// permissions, rights and limits; for a new key the connection is asked first.
class PaneForms final : public KeyForms {
    Q_OBJECT
public:
    /// `service` is the window's.
    PaneForms(AllConnections &all, KeyService &service, SecretClipboard &clipboard, Settings &settings,
              QWidget *window);
    ~PaneForms() override;
    void create(std::optional<Environment> environment) override;
    void duplicate(const ApiKey &key) override;
    void createLike(const LikeThis &like) override;
    void edit(const ApiKey &key) override;
    void editAt(const ApiKey &key, const QString &field, const ScopeSet &add) override;
    void rotate(const ApiKey &key, bool regenerate) override;
    bool guardUnstored() override;

private:
    /// One connection's: its own service, which knows its keys without a place.
    struct Home {
        unsigned place = 0;
        std::shared_ptr<VaultBackend> vault;
        std::unique_ptr<KeyService> service;
        DialogForms *forms = nullptr;
    };
    DialogForms *formsAt(unsigned place);

    AllConnections &m_all;
    KeyService &m_service;
    SecretClipboard &m_clipboard;
    Settings &m_settings;
    QWidget *m_window;
    std::vector<std::unique_ptr<Home>> m_homes; ///< of a vault that is gone a form may still stand open
    DialogForms *m_like;                        ///< a key like another, in a place that was chosen already
    QPointer<QDialog> m_pick;
    KeyId m_last; ///< the connection that a key was created in last
};

} // namespace latchkey::ui
