#include "ui/feedback/window_feedback.h"

namespace latchkey::ui {

WindowFeedback::WindowFeedback(QWidget *window, BannerArea *banners, UndoHistory &undo)
    : Feedback(window)
    , m_banners(banners)
    , m_undo(undo)
    , m_toasts(window) {
    // Undone by Ctrl+Z: its toast has nothing left to offer.
    connect(&m_undo, &UndoHistory::changed, this, [this] {
        const auto offered = m_offered;
        for (auto it = offered.begin(); it != offered.end(); ++it) {
            if (!m_undo.holds(it.key())) {
                m_toasts.close(it.value());
                m_offered.remove(it.key());
            }
        }
    });
    connect(&m_undo, &UndoHistory::cannotUndo, this, [this](const QString &what, const QString &earlier) {
        m_toasts.show(tr("This can't be undone: %1. Undo once more takes back what came before it: %2.")
                          .arg(what, earlier),
                      {});
    });
    connect(&m_undo, &UndoHistory::unanswered, this, [this](const QString &text) {
        m_toasts.show(
            tr("No answer came, so what became of it is not known. Look at what it changed: %1").arg(text),
            {});
    });
}

void WindowFeedback::toast(const QString &text, std::function<void()> undo, std::function<void()> redo) {
    if (!undo) {
        m_newest = m_toasts.show(text, {});
        return;
    }
    const quint64 step = m_undo.push({text, std::move(undo), std::move(redo)});
    m_newest = m_toasts.show(text, [this, step] { m_undo.undoStep(step); });
    m_offered.insert(step, m_newest);
}

void WindowFeedback::banner(const QString &id, Level level, const QString &text, const QString &actionText,
                            std::function<void()> action, const QString &secondText,
                            std::function<void()> second) {
    m_banners->show(id, level, text,
                    {{secondText, std::move(second), QStringLiteral("bannerSecond")},
                     {actionText, std::move(action), QStringLiteral("bannerAction")}});
}

void WindowFeedback::clearBanner(const QString &id) {
    m_banners->clear(id);
}

} // namespace latchkey::ui
