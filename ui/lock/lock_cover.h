#pragma once

#include <QFrame>
#include <QPointer>

class QPushButton;

namespace latchkey::ui {

/// Covers the whole window and takes the content out of reach of keyboard, mouse and screen readers.
/// It hides what is on the screen; it is not a password.
class LockCover : public QFrame {
    Q_OBJECT
public:
    /// `content` is what is hidden while locked.
    LockCover(QWidget *window, QWidget *content);
    [[nodiscard]] bool isLocked() const { return m_locked; }
    void lock();
    void unlock();

signals:
    void locked();
    void unlocked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
    QWidget *m_content;
    QPushButton *m_button;
    QPointer<QWidget> m_before;
    bool m_locked = false;
};

} // namespace latchkey::ui
