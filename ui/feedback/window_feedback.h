#pragma once

#include "ui/commands/undo_history.h"
#include "ui/feedback/feedback.h"

#include <QFrame>
#include <QHash>
#include <QTimer>

class QVBoxLayout;
class QLabel;

namespace latchkey::ui {

/// Ongoing states, one line each, over the table.
class BannerArea : public QWidget {
    Q_OBJECT
public:
    explicit BannerArea(QWidget *parent = nullptr);
    void show(const QString &id, Feedback::Level level, const QString &text, const QString &actionText,
              std::function<void()> action);
    void clear(const QString &id);

private:
    QVBoxLayout *m_box;
    QHash<QString, QWidget *> m_banners;
};

/// Notices at the lower edge of the window: at most three, ten seconds each, longer while pointed at or
/// focused.
class ToastHost : public QObject {
    Q_OBJECT
public:
    explicit ToastHost(QWidget *window);
    void show(const QString &text, std::function<void()> undo);
    [[nodiscard]] int count() const { return static_cast<int>(m_toasts.size()); }
    static constexpr int Ms = 10'000;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void close(QWidget *toast);
    QWidget *m_window;
    QList<QFrame *> m_toasts;
};

/// Feedback of the main window.
class WindowFeedback final : public Feedback {
    Q_OBJECT
public:
    WindowFeedback(QWidget *window, BannerArea *banners, UndoHistory &undo);
    void toast(const QString &text, std::function<void()> undo, std::function<void()> redo) override;
    void banner(const QString &id, Level level, const QString &text, const QString &actionText,
                std::function<void()> action) override;
    void clearBanner(const QString &id) override;
    [[nodiscard]] ToastHost &toasts() { return m_toasts; }

private:
    BannerArea *m_banners;
    UndoHistory &m_undo;
    ToastHost m_toasts;
};

} // namespace latchkey::ui
