#include "ui/platform/system_notice.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QTimer>

namespace latchkey::ui {

// Windows and macOS show a notification only on behalf of an icon in the tray: it goes again after a while.
void showSystemNotice(const QString &title, const QString &text) {
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    auto *icon = new QSystemTrayIcon(QApplication::windowIcon(), qApp);
    icon->show();
    icon->showMessage(title, text, QApplication::windowIcon());
    QTimer::singleShot(15'000, icon, &QObject::deleteLater);
}

} // namespace latchkey::ui
