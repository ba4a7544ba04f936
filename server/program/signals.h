#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <memory>

namespace latchkey::server {

/// SIGTERM, SIGINT and SIGHUP as Qt signals. They are blocked in every thread that is started afterwards, so
/// it is made first. One of it.
class Signals : public QObject {
    Q_OBJECT
public:
    Signals();
    ~Signals() override;

signals:
    void terminated();
    void hungUp();

private:
    int m_fd = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace latchkey::server
