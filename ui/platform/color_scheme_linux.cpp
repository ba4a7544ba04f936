#include "ui/platform/color_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QPalette>
#include <optional>

namespace latchkey::ui {

namespace {

const QString Service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString Path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString Interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString Appearance = QStringLiteral("org.freedesktop.appearance");

/// Read() wraps its variant twice, ReadOne() and SettingChanged once.
QVariant unwrapped(QVariant v) {
    while (v.canConvert<QDBusVariant>())
        v = v.value<QDBusVariant>().variant();
    return v;
}

} // namespace

/// Holds the portal's answers; until there is one, the palette the program started with decides.
class PortalSettings final : public QObject {
    Q_OBJECT
public:
    explicit PortalSettings(ColorScheme *owner)
        : QObject(owner)
        , m_owner(owner) {
        const QPalette p = QGuiApplication::palette();
        paletteIsDark = p.color(QPalette::Window).lightness() < p.color(QPalette::WindowText).lightness();
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected())
            return;
        bus.connect(Service, Path, Interface, QStringLiteral("SettingChanged"), this,
                    SLOT(settingChanged(QDBusMessage)));
        for (const char *key : {"color-scheme", "contrast", "reduced-motion"})
            ask(QLatin1StringView(key));
    }

    bool paletteIsDark = false;
    std::optional<uint> colorScheme; ///< 0 no preference, 1 dark, 2 light
    uint contrast = 0;
    uint motion = 0;

public slots:
    void settingChanged(const QDBusMessage &message) {
        const QVariantList told = message.arguments(); // group, key, value
        if (told.size() == 3 && told.at(0).toString() == Appearance)
            take(told.at(1).toString(), unwrapped(told.at(2)));
    }

private:
    void ask(const QString &key) {
        auto call = QDBusMessage::createMethodCall(Service, Path, Interface, QStringLiteral("Read"));
        call.setArguments({Appearance, key});
        auto *watcher =
            new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 3000), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *w) {
            const QDBusPendingReply<QDBusVariant> reply = *w;
            if (!reply.isError())
                take(key, unwrapped(reply.value().variant()));
            w->deleteLater();
        });
    }

    void take(const QString &key, const QVariant &value) {
        bool isNumber = false;
        const uint n = value.toUInt(&isNumber);
        if (!isNumber)
            return;
        const auto before = std::tuple(colorScheme, contrast, motion);
        if (key == QLatin1StringView("color-scheme"))
            colorScheme = n;
        else if (key == QLatin1StringView("contrast"))
            contrast = n;
        else if (key == QLatin1StringView("reduced-motion"))
            motion = n;
        if (before != std::tuple(colorScheme, contrast, motion))
            emit m_owner->changed();
    }

    ColorScheme *m_owner;
};

struct ColorScheme::State {
    PortalSettings *portal;
};

ColorScheme::ColorScheme(QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<State>(State{new PortalSettings(this)})) {}
ColorScheme::~ColorScheme() = default;

bool ColorScheme::dark() const {
    const auto scheme = m_state->portal->colorScheme;
    return scheme && *scheme != 0 ? *scheme == 1 : m_state->portal->paletteIsDark;
}
bool ColorScheme::highContrast() const {
    return m_state->portal->contrast == 1;
}
bool ColorScheme::reducedMotion() const {
    return m_state->portal->motion == 1;
}

} // namespace latchkey::ui

#include "color_scheme_linux.moc"
