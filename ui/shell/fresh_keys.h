#pragma once

#include "core/backend/vault_backend.h"
#include "ui/feedback/feedback.h"

#include <QObject>
#include <QTimer>
#include <functional>

namespace latchkey::ui {

class CommandRegistry;
class KeysPage;

/// Reads the keys that a command is about to show, one command's at a time. It is dropped when the person
/// goes on to something else meanwhile: another command, row, list or page. What takes long is said, with
/// Cancel.
class FreshKeys : public QObject {
    Q_OBJECT
public:
    using Many = Result<QList<ApiKey>>;
    FreshKeys(VaultBackend &backend, KeysPage &page, CommandRegistry &commands, Feedback &feedback,
              QObject *parent);
    void read(const QList<KeyId> &ids, std::function<void(const Many &)> then);
    void drop();

    static constexpr int LongMs = 1'000;

private:
    [[nodiscard]] bool inList() const; ///< where the person was
    void say();

    VaultBackend &m_backend;
    KeysPage &m_page;
    Feedback &m_feedback;
    QTimer m_long{this};
    KeyId m_read;        ///< the first of them; null: nothing is being read
    KeyId m_current;     ///< where the person was when it was asked for
    quint64 m_asked = 0; ///< an answer to an earlier one is dropped
    bool m_said = false;
};

} // namespace latchkey::ui
