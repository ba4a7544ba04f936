#include "ui/platform/system_notice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QVariantMap>

namespace latchkey::ui {

// https://specifications.freedesktop.org/notification-spec/latest/
void showSystemNotice(const QString &title, const QString &text) {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    auto call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    call.setArguments({QStringLiteral("Latchkey"), 0U, QStringLiteral("latchkey"), title,
                       text.toHtmlEscaped(), QStringList(),
                       QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("latchkey")}}, -1});
    bus.asyncCall(call, 3000);
}

} // namespace latchkey::ui
