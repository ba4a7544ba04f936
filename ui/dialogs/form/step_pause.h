#pragma once

#include <QPointer>
#include <QTimer>

class QPushButton;

namespace latchkey::ui {

/// A step that has just appeared waits for the time of a double click before its button works: the second
/// click of one must not confirm what nobody has seen yet. Owned by the button.
class StepPause final : public QObject {
    Q_OBJECT
public:
    explicit StepPause(QPushButton *button);
    /// The step appears, or shows something else: the button waits, from now on.
    void begin();
    /// Instead of the button's own: it is enabled when it may be and the pause is over.
    void setEnabled(bool enabled);

private:
    void apply();
    QPushButton *m_button;
    QPointer<QWidget> m_fled; ///< where the focus went when the button was disabled under it
    QTimer m_timer;
    bool m_enabled = true;
};

} // namespace latchkey::ui
