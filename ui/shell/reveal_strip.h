#pragma once

#include "ui/feedback/feedback.h"

#include <QTimer>
#include <QWidget>
#include <functional>

class QAction;
class QLabel;

namespace latchkey::ui {

class BannerArea;
class CommandRegistry;
class RevealedToken;
class TokenView;

/// Over the status bar, whatever the window shows: the question before a key is revealed, the whole key while
/// it is, and the way on if no copy is kept. A column of the table is too narrow for any of them.
class RevealStrip : public QWidget {
    Q_OBJECT
public:
    RevealStrip(RevealedToken &revealed, CommandRegistry &commands, QWidget *parent = nullptr);
    /// The keyboard goes to the answer.
    void ask(const QString &question, const std::function<void()> &yes);
    void offerRotation(const QString &why);
    bool dismiss(); ///< the question, with no; false if there was none

private:
    void put(Feedback::Level level, const QString &text, const QString &yesText,
             const std::function<void()> &yes);
    void follow();
    void showTitle();
    RevealedToken &m_revealed;
    QAction *m_rotate;
    BannerArea *m_question;
    QWidget *m_shown;
    TokenView *m_view;
    QLabel *m_title;
    QTimer m_tick;
};

} // namespace latchkey::ui
