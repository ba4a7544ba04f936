#pragma once

#include <QObject>
#include <QTimer>

namespace latchkey::ui {

class MainWindow;

/// Once a day for each vault: how many keys expire soon, as a notice of the system and a banner in the
/// window.
class ExpiryDigest : public QObject {
    Q_OBJECT
public:
    explicit ExpiryDigest(MainWindow &window);
    /// Tells, if there is something to tell that was not told today.
    void look();

signals:
    void told(qint64 keys);

private:
    template<typename F>
    void count(F give); ///< `give(keys)` with those that expire soon
    void tell(qint64 keys);
    void follow();
    void show(qint64 keys); ///< the banner; 0: none
    [[nodiscard]] static QString words(qint64 keys);

    MainWindow &m_window;
    QTimer m_hourly{this}, m_soon{this};
    qint64 m_shown = 0; ///< what the banner says; 0: there is none
};

} // namespace latchkey::ui
