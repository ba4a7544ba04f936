#pragma once

#include "core/services/key_service.h"
#include "ui/feedback/feedback.h"
#include "ui/keys/keys_page.h"

#include <QObject>

namespace latchkey::ui {

class FreshKeys;
class KeyForms;

/// What the commands do with the life of the current key: rotate, regenerate, revoke. Reads the key afresh
/// before it asks, so that the question tells what is true.
class LifecycleActions : public QObject {
    Q_OBJECT
public:
    LifecycleActions(KeyService &service, KeysPage &page, FreshKeys &fresh, KeyForms &forms,
                     Feedback &feedback, QWidget *window);
    void rotate();
    void regenerate();
    void revoke();
    void extendOld();
    void stopOld();

private:
    void withCurrent(std::function<void(const ApiKey &)> then);
    void extend(const ApiKey &key);
    void tell(const Error &e);

    KeyService &m_service;
    KeysPage &m_page;
    FreshKeys &m_fresh;
    KeyForms &m_forms;
    Feedback &m_feedback;
    QWidget *m_window;
};

} // namespace latchkey::ui
