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
    void tell(qint64 keys);

    MainWindow &m_window;
    QTimer m_hourly;
};

} // namespace latchkey::ui
