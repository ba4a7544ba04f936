#include "ui/feedback/window_feedback.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

struct BannerLook {
    ColorRole text, back;
    const char *icon;
};

BannerLook lookOf(Feedback::Level level) {
    switch (level) {
    case Feedback::Level::Info:
        return {ColorRole::RotatingText, ColorRole::RotatingBack, "info"};
    case Feedback::Level::Warning:
        return {ColorRole::ExpiringText, ColorRole::ExpiringBack, "warning"};
    case Feedback::Level::Danger:
        return {ColorRole::RevokedText, ColorRole::RevokedBack, "warning"};
    }
    return {ColorRole::Text, ColorRole::Base, "info"};
}

/// Painted from the palette of the moment, so that it follows a change of theme.
class BannerFrame final : public QFrame {
public:
    BannerFrame(Feedback::Level level, QWidget *parent)
        : QFrame(parent)
        , m_level(level) {
        restyle();
    }

protected:
    void changeEvent(QEvent *e) override {
        if (e->type() == QEvent::PaletteChange)
            restyle();
        QFrame::changeEvent(e);
    }

private:
    void restyle() {
        const BannerLook look = lookOf(m_level);
        const QString sheet =
            QStringLiteral("QFrame { background: %1; color: %2; border-radius: 6px; } QLabel { background: "
                           "transparent; color: %2; }")
                .arg(themeColor(look.back, QPalette()).name(), themeColor(look.text, QPalette()).name());
        if (sheet != styleSheet())
            setStyleSheet(sheet);
    }
    Feedback::Level m_level;
};

} // namespace

BannerArea::BannerArea(QWidget *parent)
    : QWidget(parent)
    , m_box(new QVBoxLayout(this)) {
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(4);
}

void BannerArea::show(const QString &id, Feedback::Level level, const QString &text,
                      const QString &actionText, std::function<void()> action) {
    clear(id);
    auto *frame = new BannerFrame(level, this);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(12, 6, 8, 6);
    auto *icon = new QLabel(frame);
    icon->setPixmap(themedIcon(QLatin1StringView(lookOf(level).icon), lookOf(level).text).pixmap(16, 16));
    auto *label = new QLabel(text, frame);
    label->setWordWrap(true);
    row->addWidget(icon);
    row->addWidget(label, 1);
    if (action) {
        auto *button = new QPushButton(actionText, frame);
        connect(button, &QPushButton::clicked, this, [action = std::move(action)] { action(); });
        row->addWidget(button);
    }
    frame->setAccessibleName(text);
    m_box->addWidget(frame);
    m_banners.insert(id, frame);
}

void BannerArea::clear(const QString &id) {
    if (QWidget *w = m_banners.take(id)) {
        w->hide();
        w->deleteLater();
    }
}

ToastHost::ToastHost(QWidget *window)
    : QObject(window)
    , m_window(window) {
    window->installEventFilter(this);
}

void ToastHost::show(const QString &text, std::function<void()> undo) {
    while (m_toasts.size() >= 3)
        close(m_toasts.first());
    auto *toast = new QFrame(m_window);
    toast->setObjectName(QStringLiteral("toast"));
    toast->setAccessibleName(text);
    const QPalette p;
    toast->setStyleSheet(
        QStringLiteral("QFrame#toast { background: %1; border-radius: 8px; } QLabel { color: %2; } "
                       "QPushButton { background: transparent; color: %2; border: 1px solid %3; }")
            .arg(isDark(p) ? QStringLiteral("#e6edf3") : QStringLiteral("#24292f"),
                 isDark(p) ? QStringLiteral("#15181c") : QStringLiteral("#ffffff"),
                 isDark(p) ? QStringLiteral("#8b949e") : QStringLiteral("#6e7781")));
    auto *row = new QHBoxLayout(toast);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(12);
    auto *label = new QLabel(text, toast);
    row->addWidget(label);
    if (undo) {
        auto *button = new QPushButton(tr("Undo"), toast);
        button->setObjectName(QStringLiteral("toastUndo"));
        connect(button, &QPushButton::clicked, this, [this, toast, undo = std::move(undo)] {
            close(toast);
            undo();
        });
        row->addWidget(button);
    }
    auto *timer = new QTimer(toast);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this, toast, timer] {
        if (toast->underMouse() || toast->isAncestorOf(m_window->focusWidget()))
            timer->start(2'000);
        else
            close(toast);
    });
    timer->start(Ms);
    m_toasts.append(toast);
    toast->show();
    place();
}

void ToastHost::close(QWidget *toast) {
    m_toasts.removeAll(static_cast<QFrame *>(toast));
    toast->hide();
    toast->deleteLater();
    place();
}

void ToastHost::place() {
    int bottom = m_window->height() - 48;
    for (auto it = m_toasts.crbegin(); it != m_toasts.crend(); ++it) {
        (*it)->adjustSize();
        (*it)->move((m_window->width() - (*it)->width()) / 2, bottom - (*it)->height());
        (*it)->raise();
        bottom -= (*it)->height() + 8;
    }
}

bool ToastHost::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize)
        place();
    return QObject::eventFilter(watched, event);
}

WindowFeedback::WindowFeedback(QWidget *window, BannerArea *banners, UndoHistory &undo)
    : Feedback(window)
    , m_banners(banners)
    , m_undo(undo)
    , m_toasts(window) {}

void WindowFeedback::toast(const QString &text, std::function<void()> undo, std::function<void()> redo) {
    if (undo)
        m_undo.push({text, undo, std::move(redo)});
    m_toasts.show(text, undo ? std::function<void()>([this] { m_undo.undo(); }) : std::function<void()>());
}

void WindowFeedback::banner(const QString &id, Level level, const QString &text, const QString &actionText,
                            std::function<void()> action) {
    m_banners->show(id, level, text, actionText, std::move(action));
}

void WindowFeedback::clearBanner(const QString &id) {
    m_banners->clear(id);
}

} // namespace latchkey::ui
