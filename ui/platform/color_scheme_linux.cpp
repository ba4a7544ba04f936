#include "ui/platform/color_scheme.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QPalette>
#include <utility>

namespace latchkey::ui {

namespace {
const char *const service = "org.freedesktop.portal.Desktop";
const char *const path = "/org/freedesktop/portal/desktop";
const char *const interface = "org.freedesktop.portal.Settings";

/// Read() wraps its answer twice.
uint unwrapped(QVariant v) {
    while (v.metaType() == QMetaType::fromType<QDBusVariant>())
        v = v.value<QDBusVariant>().variant();
    return v.toUInt();
}
} // namespace

/// Receives the portal's signal; a slot is needed for that.
class PortalSignal final : public QObject {
    Q_OBJECT
public:
    explicit PortalSignal(ColorScheme *scheme)
        : QObject(scheme)
        , m_scheme(scheme) {}
public slots:
    void changed(const QString &group, const QString &key, const QDBusVariant &value) {
        if (group == QStringLiteral("org.freedesktop.appearance") && key == QStringLiteral("color-scheme"))
            m_scheme->set(unwrapped(value.variant()) == 1);
    }

private:
    ColorScheme *m_scheme;
};

ColorScheme::ColorScheme(QObject *parent)
    : QObject(parent) {
    const QPalette palette = QGuiApplication::palette();
    m_dark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(QLatin1StringView(service), QLatin1StringView(path), QLatin1StringView(interface),
                QStringLiteral("SettingChanged"), new PortalSignal(this),
                SLOT(changed(QString, QString, QDBusVariant)));
    if (!bus.interface()->isServiceRegistered(QLatin1StringView(service)))
        return;
    QDBusMessage m = QDBusMessage::createMethodCall(QLatin1StringView(service), QLatin1StringView(path),
                                                    QLatin1StringView(interface), QStringLiteral("Read"));
    m << QStringLiteral("org.freedesktop.appearance") << QStringLiteral("color-scheme");
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(m, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *w) {
        const QDBusPendingReply<QVariant> reply = *w;
        w->deleteLater();
        if (!reply.isError())
            set(unwrapped(reply.value()) == 1);
    });
}

void ColorScheme::set(bool dark) {
    if (std::exchange(m_dark, dark) != dark)
        emit changed(dark);
}

} // namespace latchkey::ui

#include "color_scheme_linux.moc"
