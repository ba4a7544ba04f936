#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <functional>

class QWidget;

namespace latchkey::ui {

/// Notices at the lower edge of the window: at most three, ten seconds each, longer while pointed at or
/// focused. They appear and go without animation.
class ToastHost : public QObject {
    Q_OBJECT
public:
    explicit ToastHost(QWidget *window);
    /// The number names it for close().
    quint64 show(const QString &text, std::function<void()> undo);
    void close(quint64 number);
    /// A second line, in place of one it has; empty: none. Does nothing where the toast is gone.
    void note(quint64 number, const QString &text);
    [[nodiscard]] int count() const { return static_cast<int>(m_toasts.size()); }
    /// The keyboard's way into the newest toast; Esc leads back. False if there is none with a button.
    bool focusNewest();
    [[nodiscard]] QWidget *newestWithButton() const;
    /// What is never covered while it shows: notices stand over it.
    void keepOff(QWidget *widget);
    void setDuration(int ms) { m_ms = ms; } ///< of toasts shown from now on

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Toast {
        quint64 number;
        QWidget *widget;
    };
    void place();
    QWidget *m_window;
    QList<QPointer<QWidget>> m_keepOff;
    QList<Toast> m_toasts;
    quint64 m_last = 0;
    int m_ms = 10'000;
};

} // namespace latchkey::ui
