#pragma once

#include "core/model/secret_bytes.h"

#include <QObject>
#include <memory>

class QClipboard;
class QTimer;

namespace latchkey::ui {

/// Puts a token on the clipboard, marked as secret for clipboard managers, and takes it back after a time if
/// it is still ours. Never fills the X11 primary selection. GUI thread.
class SecretClipboard : public QObject {
    Q_OBJECT
public:
    explicit SecretClipboard(QClipboard *clipboard, QObject *parent = nullptr);
    ~SecretClipboard() override;
    void setSeconds(int seconds);
    void copy(const SecretBytes &secret);
    /// A text around a token (.env line, curl command): as secret as the token.
    void copyText(const QString &text);
    [[nodiscard]] bool holds() const;
    [[nodiscard]] int secondsLeft() const;
    /// Now: on lock, on quit, on the person's wish. False if it could not be cleared.
    bool clearNow();

signals:
    void copied(int seconds);
    void countdown(int secondsLeft);
    void cleared();
    void clearFailed();
    void replaced(); ///< somebody else copied something: it is theirs now, left alone

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace latchkey::ui
