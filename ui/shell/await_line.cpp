#include "ui/shell/await_line.h"

#include "core/services/key_service.h"
#include "ui/shell/status_line.h"

#include <QApplication>

namespace latchkey::ui {

AwaitLine::AwaitLine(KeyService &service, StatusLine &line, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_line(line) {
    m_long.setSingleShot(true);
    m_long.setInterval(LongMs);
    connect(&m_long, &QTimer::timeout, this, &AwaitLine::say);
    connect(&service, &KeyService::awaiting, this, [this](int questions) {
        if (questions == 0) {
            m_long.stop();
            m_line.showAwaited({});
        } else if (!m_long.isActive()) {
            m_long.start();
        }
    });
}

void AwaitLine::say() {
    const VaultInfo vault = m_service.backend().info();
    // A question is open, and the change waits for the person; or for the time that the line names.
    if (QApplication::activeModalWidget() || vault.waits)
        return m_long.start();
    m_line.showAwaited(vault.name);
}

} // namespace latchkey::ui
