#include "ui/shell/await_line.h"

#include "core/services/key_service.h"
#include "ui/shell/status_line.h"

#include <QApplication>
#include <utility>

namespace latchkey::ui {

AwaitLine::AwaitLine(KeyService &service, StatusLine &line, std::function<QString()> whom, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_line(line)
    , m_whom(std::move(whom)) {
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
    const QString whom = m_whom();
    // A question is open, and the change waits for the person; or for the time that the line names, which of
    // several connections is that of one.
    const bool waits = !whom.isEmpty() && m_service.backend().info().waits;
    if (QApplication::activeModalWidget() || waits)
        return m_long.start();
    m_line.showAwaited(whom.isEmpty() ? tr("No answer yet…") : tr("“%1” has not answered yet…").arg(whom));
}

} // namespace latchkey::ui
