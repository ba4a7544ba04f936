#pragma once

#include "ui/feedback/feedback.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace latchkey::ui {

/// Ongoing states, one line each, over the table. One banner per id.
class BannerArea : public QWidget {
    Q_OBJECT
public:
    explicit BannerArea(QWidget *parent = nullptr);
    struct Offer {
        QString text;
        std::function<void()> run;
        QString name; ///< of the button, for tests
    };
    /// Without a text an offer is none.
    void show(const QString &id, Feedback::Level level, const QString &text, const QList<Offer> &offers);
    void show(const QString &id, Feedback::Level level, const QString &text, const QString &actionText,
              std::function<void()> action) {
        show(id, level, text, QList<Offer>{{actionText, std::move(action), QStringLiteral("bannerAction")}});
    }
    /// The keyboard goes to its offer, and back to where it was once the banner is gone: for a question that
    /// was just asked.
    void focus(const QString &id);
    bool clear(const QString &id); ///< false if there was none
    [[nodiscard]] int count() const { return static_cast<int>(m_banners.size()); }

private:
    QVBoxLayout *m_box;
    QHash<QString, QWidget *> m_banners;
    QPointer<QWidget> m_before; ///< had the focus before focus() took it
};

} // namespace latchkey::ui
