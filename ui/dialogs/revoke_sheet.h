#pragma once

#include "core/model/api_key.h"

#include <QDialog>
#include <QTimeZone>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey {
class RequestLog;
}

namespace latchkey::ui {

/// Asks before a key is revoked: what it cuts off, why, and whether it leaked. The reason is typed at
/// once; Return goes on to the button, which still has to be pressed, and Ctrl+Enter presses it.
class RevokeSheet : public QDialog {
    Q_OBJECT
public:
    RevokeSheet(const ApiKey &key, Instant now, QWidget *parent);
    /// Says how often the key was used in the last day and from where, once the log has answered.
    void showCalls(RequestLog &log, const KeyId &key, Instant now);
    [[nodiscard]] QString reason() const;
    [[nodiscard]] bool leaked() const;

private:
    void check();
    void sayCalls(const QString &text);
    QLineEdit *m_reason;
    QCheckBox *m_leaked;
    QLabel *m_calls;
    QLabel *m_problem;
    QPushButton *m_revoke;
};

} // namespace latchkey::ui
