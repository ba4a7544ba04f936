#pragma once

#include "core/model/secret_bytes.h"

#include <QObject>
#include <memory>

class QClipboard;

namespace latchkey::ui {

/// What SecretClipboard asks of the system's clipboard; a test stands in for a stubborn one.
class ClipboardPort : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void put(const QString &text) = 0; ///< marked as secret
    virtual void putPublic(const QString &text) = 0;
    virtual void clear() = 0;
    [[nodiscard]] virtual bool isOurs() const = 0; ///< the last content came from this process
    [[nodiscard]] virtual QString text() const = 0;

signals:
    void changed();
};

/// Puts a token on the clipboard, marked as secret for clipboard managers, and takes it back after a time if
/// it is still ours. Never fills the X11 primary selection. GUI thread.
class SecretClipboard : public QObject {
    Q_OBJECT
public:
    explicit SecretClipboard(QClipboard *clipboard, QObject *parent = nullptr);
    explicit SecretClipboard(std::unique_ptr<ClipboardPort> port, QObject *parent = nullptr); ///< tests
    ~SecretClipboard() override;
    void setSeconds(int seconds);
    void copy(const SecretBytes &secret);
    /// A text around a token (.env line, curl command): as secret as the token.
    void copyText(const QString &text);
    /// A text with nothing secret in it, unmarked. A token that waits to be taken back is gone with it, and
    /// the countdown ends.
    void copyPublic(const QString &text);
    [[nodiscard]] bool holds() const;
    [[nodiscard]] int secondsLeft() const;
    /// Now: on lock, on quit, on the person's wish. False if it could not be cleared; then it is tried again
    /// when a window of the program gets the focus (some Wayland desktops ignore a clear from an unfocused
    /// one).
    bool clearNow();

signals:
    void copied(int seconds);
    void countdown(int secondsLeft);
    void cleared();
    void clearFailed();
    void replaced(); ///< something else was copied, here or elsewhere: it is left alone

private:
    void start();
    void onTick();
    void onChanged();
    void letGo();
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace latchkey::ui
