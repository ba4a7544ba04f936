#pragma once

#include "core/services/diagnosis/diagnose.h"
#include "core/services/diagnosis/key_lookup.h"
#include "core/services/key_service.h"

#include <QPointer>

namespace latchkey::ui {

class Feedback;
class KeyActions;
class KeyForms;
class MainWindow;
class SecretClipboard;
class Settings;
class WhoseKeyWindow;
class WhyWindow;

/// Opens "Why was it rejected?" and "Whose key is this?", and does what their buttons say.
class WhyActions : public QObject {
    Q_OBJECT
public:
    struct Parts {
        KeyService &service;
        SecretClipboard &clipboard;
        Settings &settings;
        KeyForms &forms;
        KeyActions &actions;
        Feedback &feedback;
    };
    WhyActions(const Parts &parts, MainWindow &window);
    /// About the current key, if there is one.
    void open();
    /// About a request that is known already, such as a row of the log; its key in `facts.key`.
    void open(const diagnosis::Facts &facts);
    void whose();
    [[nodiscard]] WhyWindow *window() const;

private:
    WhyWindow &shown();
    void fix(diagnosis::Fix fix, const std::optional<ApiKey> &key, const diagnosis::Facts &facts);
    void addRule(const diagnosis::Facts &facts);
    void showOther(const ApiKey &key, Environment environment);
    void showType(const ApiKey &key);
    void showKey(const KeyId &id);
    void edit(const ApiKey &key, const QString &field, const ScopeSet &add = {});
    [[nodiscard]] QString limitField() const;
    [[nodiscard]] ScopeSet missing(const ApiKey &key, const diagnosis::Facts &facts) const;
    Parts m_parts;
    MainWindow &m_window;
    KeyLookup m_lookup;
    QPointer<WhyWindow> m_why;
    bool m_editing = false; ///< a form was opened from there, and leads back to it
    QPointer<WhoseKeyWindow> m_whose;
};

} // namespace latchkey::ui
