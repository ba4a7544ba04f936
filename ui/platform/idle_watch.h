#pragma once

#include <QObject>
#include <QTimer>

namespace latchkey::ui {

/// Says when nobody has touched keyboard or mouse in any window of the program for some minutes. 0 = never.
class IdleWatch : public QObject {
    Q_OBJECT
public:
    explicit IdleWatch(QObject *parent = nullptr);
    void setMinutes(int minutes);
    void setInterval(int ms); ///< the same, finer
    [[nodiscard]] int interval() const { return m_timer.interval(); }

signals:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_timer;
};

} // namespace latchkey::ui
