#pragma once

#include "ui/commands/undo_history.h"
#include "ui/feedback/banner_area.h"
#include "ui/feedback/feedback.h"
#include "ui/feedback/toast_host.h"

#include <QHash>

namespace latchkey::ui {

/// Feedback of the main window: toasts over it, banners in their area, and each undo in the history too.
class WindowFeedback final : public Feedback {
    Q_OBJECT
public:
    WindowFeedback(QWidget *window, BannerArea *banners, UndoHistory &undo);
    void toast(const QString &text, std::function<void()> undo, std::function<void()> redo) override;
    void lasting(const QString &what) override { m_undo.setLasting(what); }
    [[nodiscard]] std::function<void()> wayBack() override { return m_undo.wayBack(); }
    [[nodiscard]] StepEnd stepEnd() override {
        return {m_undo.wayBack(), m_undo.wayOut(), m_undo.outOfOrder()};
    }
    void mayTakeLong() override { m_undo.mayTakeLong(); }
    void banner(const QString &id, Level level, const QString &text, const QString &actionText = {},
                std::function<void()> action = {}, const QString &secondText = {},
                std::function<void()> second = {}) override;
    void clearBanner(const QString &id) override;
    void receipt(const KeyId &key) override { emit receiptWanted(key, m_newest); }
    [[nodiscard]] ToastHost &toasts() { return m_toasts; }

signals:
    void receiptWanted(const latchkey::KeyId &key, quint64 toast);

private:
    BannerArea *m_banners;
    UndoHistory &m_undo;
    ToastHost m_toasts;
    quint64 m_newest = 0;              ///< toast
    QHash<quint64, quint64> m_offered; ///< step of the history → the toast that offers it
};

} // namespace latchkey::ui
