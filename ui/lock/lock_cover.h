#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>
#include <QPushButton>

namespace latchkey::ui {

/// Covers every window of the program and takes what was in them out of reach of keyboard, mouse, shortcuts
/// and screen readers. Nothing is closed: a form half filled in is still there afterwards, with the focus
/// where it was. It hides what is on the screen; it is not a password.
class LockCover : public QFrame {
    Q_OBJECT
public:
    /// `content` is what is hidden in the main window, besides its menu and status bar.
    LockCover(QWidget *window, QWidget *content);
    ~LockCover() override;
    [[nodiscard]] bool isLocked() const { return m_locked; }
    void lock();
    void unlock();

signals:
    void locked();
    void unlocked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Covered {
        QPointer<QWidget> window, plate;
        QPointer<QPushButton> button; ///< unlocks
        QPointer<QWidget> wanted;     ///< had the focus, or has asked for it since
    };
    void hideContentOf(QWidget *window);
    void coverOther(QWidget *window);
    QWidget *plateOver(QWidget *window);
    void keepFocusOff(const QWidget *window);
    [[nodiscard]] bool isPlated(const QWidget *window) const;
    [[nodiscard]] bool isUncovered(const QWidget *w) const;
    QWidget *m_window;
    QPointer<QWidget> m_content;
    QPushButton *m_button;
    QList<QPointer<QWidget>> m_hidden; ///< what unlock shows again
    QList<Covered> m_covered;          ///< the main window, by the cover itself, and the others
    bool m_locked = false;
};

} // namespace latchkey::ui
