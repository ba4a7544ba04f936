#include "ui/platform/color_scheme.h"

#include <QAbstractNativeEventFilter>
#include <QGuiApplication>
#include <QSettings>

#include <windows.h>

namespace latchkey::ui {

/// Windows announces a changed theme, contrast or animation setting with WM_SETTINGCHANGE.
struct ColorScheme::State final : QAbstractNativeEventFilter {
    explicit State(ColorScheme *owner)
        : m_owner(owner) {
        qApp->installNativeEventFilter(this);
    }
    bool nativeEventFilter(const QByteArray &, void *message, qintptr *) override {
        if (static_cast<const MSG *>(message)->message == WM_SETTINGCHANGE)
            QMetaObject::invokeMethod(m_owner, &ColorScheme::changed, Qt::QueuedConnection);
        return false;
    }
    ColorScheme *m_owner;
};

ColorScheme::ColorScheme(QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<State>(this)) {}
ColorScheme::~ColorScheme() = default;

bool ColorScheme::dark() const {
    const QSettings s(
        QStringLiteral(
            "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
        QSettings::NativeFormat);
    return s.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
}

bool ColorScheme::highContrast() const {
    HIGHCONTRASTW contrast{sizeof(HIGHCONTRASTW), 0, nullptr};
    return SystemParametersInfoW(SPI_GETHIGHCONTRAST, sizeof contrast, &contrast, 0) &&
           (contrast.dwFlags & HCF_HIGHCONTRASTON);
}

bool ColorScheme::reducedMotion() const {
    BOOL animate = TRUE;
    return SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, &animate, 0) && !animate;
}

} // namespace latchkey::ui
